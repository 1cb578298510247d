"""The measures of every layer: small worked examples, and the acceptance measure beside them."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.evaluate.labels import Labels, labels_from
from onrecord.evaluate.layers import compare_layers, tally_layers, wrong_layers
from onrecord.evaluate.tally import added, percent
from onrecord.record.form import record_to_dict
from onrecord.types import (
    Addressee,
    Commitment,
    Deadline,
    Document,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
)

TEXT = "On Sunday Ada Finch told the council that she hopes it will rain. He promised to bring umbrellas."


def at(words: str, after: int = 0) -> dict[str, Any]:
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words), "text": words}


def one(name: str, source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "parent": None, "source": [at(source)], "cue": [at(cue)], "content": [at(content)],
        "speaker": {"name": "Ada Finch", "kind": "person"}, "form": "indirect", "act": "assertive",
        "negated": False, "addressee": None, "setting": None, "said_on": None,
    } | more  # fmt: skip


GOLD: dict[str, Any] = {
    "file": "rain.txt",
    "dct": "2024-05-06",
    "attributions": [
        one(
            "A1", "Ada Finch", "told", "that she hopes it will rain",
            addressee={"span": at("the council"), "name": "council"},
            said_on={"span": at("Sunday"), "earliest": "2024-05-05", "latest": "2024-05-05"},
        ),
        one("A2", "she", "hopes", "it will rain", parent="A1", act="private_state"),
        one("A3", "He", "promised", "to bring umbrellas", act="commissive",
            speaker={"name": None, "kind": "unknown"}),
    ],
    "commitments": [
        {"id": "C1", "basis": "A3", "debtor": None, "creditor": None, "strength": "promises",
         "act": at("bring umbrellas"), "deadline": None}
    ],
}  # fmt: skip


def span(value: dict[str, Any]) -> Span:
    return Span(value["start"], value["end"])


def spans(values: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(map(span, values))


def day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def statement(gold: Mapping[str, Any]) -> Statement:
    """What a reader that agrees with ``gold`` in everything would give."""
    to, setting, on = gold["addressee"], gold["setting"], gold["said_on"]
    return Statement(
        id=gold["id"], parent=gold["parent"], source=spans(gold["source"]), cue=spans(gold["cue"]),
        content=spans(gold["content"]), form=gold["form"], verbatim=(), confidence=1.0, act=gold["act"],
        negated=gold["negated"],
        speaker=Speaker(gold["speaker"]["name"] or "", gold["speaker"]["kind"]),
        addressee=Addressee(span(to["span"]), to["name"]) if to else None,
        setting=Setting(span(setting["span"]), setting["medium"]) if setting else None,
        said_on=SaidOn(span(on["span"]), day(on["earliest"]), day(on["latest"])) if on else None,
    )  # fmt: skip


def commitment(gold: Mapping[str, Any]) -> Commitment:
    due = gold["deadline"]
    return Commitment(
        gold["id"], gold["basis"], gold["debtor"], gold["creditor"], gold["strength"], span(gold["act"]),
        deadline=Deadline(span(due["span"]), day(due["earliest"]), day(due["latest"])) if due else None,
    )  # fmt: skip


def record(gold: Mapping[str, Any], text: str) -> Record:
    return Record(
        Document("d", text),
        tuple(statement(a) for a in gold["attributions"] if not a.get("optional")),
        commitments=tuple(map(commitment, gold["commitments"])),
    )


def measured(labels: Labels, given: Record) -> dict[str, float | None]:
    tally = tally_layers(compare_layers(labels, given))
    return {name: percent(*counts) for name, counts in tally.items()}


@pytest.fixture
def labels() -> Labels:
    return labels_from("rain", GOLD)


@pytest.fixture
def right() -> Record:
    return record(GOLD, TEXT)


def changed(whole: Record, number: int, **more: Any) -> Record:
    altered = list(whole.statements)
    altered[number] = replace(altered[number], **more)
    return replace(whole, statements=tuple(altered))


def test_a_record_that_agrees_is_100_wherever_there_is_something_to_count(
    labels: Labels, right: Record
) -> None:
    figures = measured(labels, right)
    assert {value for name, value in figures.items() if not name.startswith("setting")} == {100.0}
    assert figures["setting"] is None
    assert list(wrong_layers(compare_layers(labels, right))) == []


def test_what_is_missing_costs_recall_and_what_is_not_asked_for_precision(
    labels: Labels, right: Record
) -> None:
    figures = measured(labels, replace(right, statements=right.statements[::2]))
    assert figures["found.recall"] == pytest.approx(200 / 3)
    assert figures["found.precision"] == 100
    assert (figures["nested.recall"], figures["top-level.recall"]) == (0, 100)
    extra = replace(right.statements[2], id="x", cue=(Span(0, 2),))
    more = measured(labels, replace(right, statements=(*right.statements, extra)))
    assert more["found.precision"] == 75


def test_an_optional_label_counts_neither_way(right: Record) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["attributions"][1]["optional"] = True
    for given in (right, replace(right, statements=right.statements[::2])):
        assert measured(labels_from("rain", gold), given)["found"] == 100


@pytest.mark.parametrize(
    ("layer", "number", "more"),
    [
        ("speaker", 1, {"speaker": Speaker("Bo Reed", "person")}),
        ("speaker", 2, {"speaker": Speaker("Ada Finch", "person")}),
        ("form", 0, {"form": "direct"}),
        ("act", 2, {"act": "assertive"}),
        ("negated", 0, {"negated": True}),
        ("parent", 1, {"parent": None}),
        ("parent", 2, {"parent": "A1"}),
    ],
)
def test_one_wrong_layer_of_three_statements(
    labels: Labels, right: Record, layer: str, number: int, more: dict[str, Any]
) -> None:
    given = changed(right, number, **more)
    assert measured(labels, given)[layer] == pytest.approx(200 / 3)
    [wrong] = wrong_layers(compare_layers(labels, given))
    assert (wrong.layer, wrong.label) == (layer, f"A{number + 1}")


def test_the_first_answer_is_measured_by_itself(right: Record) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["attributions"][2] |= {"act": "assertive", "also": {"act": ["commissive"]}}
    figures = measured(labels_from("rain", gold), right)
    assert figures["act"] == 100
    assert figures["act.first"] == pytest.approx(200 / 3)


def test_speakers_of_pronouns_are_counted_by_themselves(labels: Labels, right: Record) -> None:
    given = changed(right, 2, speaker=Speaker("Ada Finch", "person"))
    assert tally_layers(compare_layers(labels, given))["pronoun"] == (1, 2)


def test_a_facet_that_nobody_gave_costs_precision_and_one_left_out_recall(
    labels: Labels, right: Record
) -> None:
    figures = measured(labels, changed(right, 2, addressee=Addressee(Span(0, 2), "council")))
    assert (figures["addressee.precision"], figures["addressee.recall"]) == (50, 100)
    figures = measured(labels, changed(right, 0, said_on=None))
    assert (figures["said_on.precision"], figures["said_on.recall"]) == (None, 0)


def test_a_facet_that_may_be_left_out_counts_only_where_it_is_given(right: Record) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["attributions"][2]["also"] = {"setting": [{"medium": "meeting"}]}
    labels = labels_from("rain", gold)
    assert measured(labels, right)["setting"] is None
    place = Span(0, 9)
    assert measured(labels, changed(right, 2, setting=Setting(place, "meeting")))["setting"] == 100
    assert measured(labels, changed(right, 2, setting=Setting(place, "call")))["setting.precision"] == 0


def test_a_commitment_needs_its_debtor_and_half_of_its_act(labels: Labels, right: Record) -> None:
    [whole] = right.commitments
    half = replace(whole, act=Span(whole.act.start, whole.act.start + 8))
    for made, hits in ((half, 1), (replace(half, act=Span(0, 5)), 0), (replace(whole, debtor="Bo"), 0)):
        given = replace(right, commitments=(made,))
        assert tally_layers(compare_layers(labels, given))["commitments.recall"] == (hits, 1)


def test_an_optional_commitment_counts_neither_way(right: Record) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["commitments"][0]["optional"] = True
    for given in (right, replace(right, commitments=())):
        assert measured(labels_from("rain", gold), given)["commitments"] is None


# The acceptance measure itself, where it stands beside the checkout.

NAMES = {
    "found: precision": "found.precision",
    "found: recall": "found.recall",
    "found: F1": "found",
    "exact source+cue+content: F1": "exact",
    "top-level recall": "top-level.recall",
    "nested recall": "nested.recall",
    "pronoun speakers resolved": "pronoun",
    **{f"{layer} (of found)": layer for layer in ("speaker", "form", "act", "negated", "parent")},
    **{f"{kind}: F1": kind for kind in ("addressee", "setting", "said_on", "commitments")},
}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("acceptance", shared / "acceptance" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(right: Record, gold: Mapping[str, Any], dice: random.Random) -> Record:
    """``right`` with optional statements, statements left out, and every layer wrong here and there."""
    optional = [statement(a) for a in gold["attributions"] if a.get("optional")]
    kept = [s for s in (*right.statements, *optional) if dice.random() < 0.8]
    made = [c for c in right.commitments if dice.random() < 0.8]
    return replace(
        right,
        statements=tuple(_perturbed(s, right, dice) for s in kept),
        commitments=tuple(
            replace(c, debtor=dice.choice([c.debtor, None]), act=_moved(c.act, dice, 20)) for c in made
        ),
    )


def _moved(span: Span, dice: random.Random, by: int) -> Span:
    return Span(max(0, span.start - dice.randrange(by)), span.end + dice.randrange(by))


def _perturbed(right: Statement, whole: Record, dice: random.Random) -> Statement:
    other = dice.choice(whole.statements)
    changes: dict[str, Any] = {
        "content": tuple(_moved(s, dice, 60) for s in right.content),
        "cue": other.cue,
        "source": other.source,
        "parent": other.id,
        "speaker": other.speaker,
        "act": other.act,
        "form": other.form,
        "negated": not right.negated,
        "addressee": other.addressee,
        "setting": other.setting,
        "said_on": other.said_on,
    }
    return replace(right, **{name: value for name, value in changes.items() if dice.random() < 0.25})


@pytest.mark.parametrize("seed", range(20))
def test_the_figures_are_those_of_the_acceptance_measure(shared: Path, scorer: ModuleType, seed: int) -> None:
    folder = shared / "acceptance" / "seed"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    right = record(gold, (folder / "article.txt").read_text(encoding="utf-8"))
    given = perturbed(right, gold, random.Random(seed))
    expected = scorer.figures(scorer.score(gold, record_to_dict(given)))
    figures = measured(labels_from("seed", gold), given)
    for theirs, ours in NAMES.items():
        value = figures[ours]
        assert (None if value is None else round(value, 1)) == expected[theirs], theirs


def test_a_label_file_scores_the_same_on_both(shared: Path, scorer: ModuleType, root: Path) -> None:
    """The project's own labels are in the form that the acceptance measure reads."""
    tallies, counts = [], scorer.Counter()
    for path in sorted((root / "training" / "labels" / "dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "data" / "polnear" / gold["file"]).read_bytes().decode()
        given = perturbed(record(gold, text), gold, random.Random(path.name))
        tallies.append(tally_layers(compare_layers(labels_from(path.stem, gold), given)))
        counts += scorer.score(gold, record_to_dict(given))
    figures = {name: percent(*value) for name, value in added(tallies).items()}
    expected = scorer.figures(counts)
    assert len(tallies) >= 12
    for theirs, ours in NAMES.items():
        assert round(figures[ours] or 0, 1) == expected[theirs], theirs
