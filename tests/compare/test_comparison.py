from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.comparison import compare, word_edits
from onrecord.compare.edits import EDITS, Recorded, Variant

CASES = runpy.run_path(str(Path(__file__).with_name("cases.py")))["CASES"]
SENTENCE = "We will finish the dam by October, if the county pays. But there is no money in the fund."
TEXTS = st.text(st.sampled_from("aAbs .,’'-—…[]1%$not\n"), max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.label}: {case.text[:40]}")
def test_each_edit_has_its_label(case) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = compare(Recorded(case.base, case.speaker, case.second_hand), Variant(case.text, case.claimed))
    assert (found.label, found.material) == (case.label, case.weight == "material"), found.reason


def test_the_cases_have_every_label() -> None:
    assert {case.label for case in CASES} == set(EDITS)
    assert len(CASES) >= 60


def test_nothing_recorded_is_not_found() -> None:
    assert compare(None, Variant("anything at all")).label == "not-found"


def test_word_edits_have_their_places_in_both_texts() -> None:
    base, variant = "It was a heavy — very heavy — blow", "It was a light (very heavy) blow to us"
    edits = word_edits(base, variant)
    assert [(e.change, e.base, e.variant) for e in edits] == [
        ("replace", "heavy", "light"),
        ("insert", "", "to us"),
    ]
    assert edits[0].base_span is not None
    assert edits[0].base_span.of(base) == "heavy"
    assert edits[1].variant_span is not None
    assert edits[1].variant_span.of(variant) == "to us"
    assert edits[1].base_span is None


@pytest.mark.parametrize(
    ("variant", "lost"),
    [
        ("We will finish the dam by October", ("condition",)),
        ("there is no money in the fund", ()),
        ("finish the dam by October, if the county pays", ("concession",)),
    ],
)
def test_a_cut_tells_what_it_lost(variant: str, lost: tuple[str, ...]) -> None:
    assert compare(Recorded(SENTENCE), Variant(variant)).lost_context == lost


def test_a_pronoun_without_what_it_points_at_is_flagged() -> None:
    base = "The mill employs half the valley. They would be lost without it"
    assert compare(Recorded(base), Variant("They would be lost without it")).lost_context == ("dangling",)


def test_a_condition_of_another_sentence_is_not_lost() -> None:
    base = "If it rains we stay home. The harvest was good this year"
    assert compare(Recorded(base), Variant("The harvest was good this year")).lost_context == ()


@given(TEXTS, TEXTS)
def test_any_two_texts_compare(base: str, variant: str) -> None:
    found = compare(Recorded(base, "A B"), Variant(variant, "C D"))
    assert found.label in EDITS
    for edit in found.word_edits:
        assert (edit.base_span is None) == (edit.change == "insert")
        assert (edit.variant_span is None) == (edit.change == "delete")


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    found = compare(Recorded(text), Variant(text))
    assert not found.material
    assert found.label == "same"
    assert not found.word_edits


def test_long_texts_take_no_time_to_speak_of() -> None:
    long = " ".join(f"word{i % 977} the not {i}" for i in range(20_000))
    assert compare(Recorded(long), Variant(long.replace("word5 ", "term5 "))).word_edits
    assert compare(Recorded("the " * 50_000), Variant("the a " * 25_000)).label in EDITS


def test_the_seed_reaches_its_aims(shared: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(root / "bench")
    bench = runpy.run_path(str(root / "bench" / "variants.py"))
    folder = shared / "acceptance" / "seed"
    variants = json.loads((folder / "quote_variants.json").read_text(encoding="utf-8"))["variants"]
    rows = bench["judged"](variants, folder)
    assert sum(v["expect"] == c.label for v, c in rows) >= 26
    assert sum(v["material_change"] == c.material for v, c in rows) >= 28


NEWSROOM = json.loads(Path(__file__).with_name("newsroom.json").read_text(encoding="utf-8"))


def test_variants_written_before_the_rules_have_their_labels() -> None:
    rows = [
        (v, compare(
            Recorded(v["base"], v["speaker"], tuple(v["second_hand"])) if v["base"] else None,
            Variant(v["text"], v["claimed_speaker"]),
        ))
        for v in NEWSROOM
    ]  # fmt: skip
    assert len(rows) >= 190
    assert sum(v["expect"] == c.label for v, c in rows) >= 0.97 * len(rows)
    assert sum(v["material_change"] == c.material for v, c in rows) >= 0.98 * len(rows)


@pytest.mark.parametrize(
    ("base", "variant", "label", "material"),
    [
        ("It costs $4.5 billion", "It costs $4.5bn", "same-house-style", False),
        ("It costs $5 million", "It costs $5m", "same-house-style", False),
        ("The reef is 5m deep", "The reef is 5 million deep", "number-changed", True),
        ("A third of them left", "One-third of them left", "same-house-style", False),
        ("I think the dam is safe", "the dam is safe", "truncated", True),
        ("We cannot repair a wall that was never built", "a wall that was never built", "truncated", False),
        ("I don't think the vote was fair", "the vote was fair", "polarity-flipped", True),
        ("They never asked us", "They asked us", "polarity-flipped", True),
        ("I will not go, and I will not pay the fine", "I will pay the fine", "polarity-flipped", True),
        ("The wall held. The gate broke", "The wall held, and the gate broke", "split-merged", False),
        ("We have steel and no time", "We have steel,” she said, “and no time", "split-merged", False),
        ("If it rains, we stay at home", "We stay at home if it rains", "reordered", False),
        ("The dog bit the mayor of Orne", "The mayor of Orne bit the dog", "reordered", True),
    ],
)  # fmt: skip
def test_kinds_of_change(base: str, variant: str, label: str, material: bool) -> None:  # noqa: FBT001
    found = compare(Recorded(base), Variant(variant))
    assert (found.label, found.material) == (label, material), found.reason


def test_word_edits_keep_how_the_words_are_written() -> None:
    (edit,) = word_edits("Ask the Kenyan Treasury first", "Ask the Ugandan Treasury first")
    assert (edit.base, edit.written, edit.outer) == ("kenyan", ("Kenyan", "Ugandan"), False)
    assert word_edits("Let us wait, Peter said", "Let us wait")[0].outer
