"""How far two people who labelled the same attributions agree.

One's labels are measured as a record against the other's, and the other way round, since what a label accepts
beside its own answer counts for the side that is taken for gold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.evaluate.labels import labels_from
from onrecord.evaluate.layers import Compared, compare_layers, tally_layers
from onrecord.evaluate.tally import Tally, added
from onrecord.types import (
    Addressee,
    Commitment,
    Document,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
)

Json = Mapping[str, Any]


def both_ways(first: Json, second: Json, text: str) -> Tally:
    """The counts of every layer of one article, either side the gold once, summed over the two.

    Args:
        first: the content of a label file.
        second: that of another one, of the same ``text``.
        text: what both belong to.
    """
    return added(
        tally_layers(against(gold, other, text)) for gold, other in ((first, second), (second, first))
    )


def against(gold: Json, other: Json, text: str) -> Compared:
    """``other`` as if a reader had made it, paired with ``gold``."""
    return compare_layers(labels_from("", gold), record_of(other, text))


def own_answers(whole: Json) -> dict[str, Any]:
    """The labels with nothing accepted beside the annotator's own answer."""
    return {**whole, "attributions": [_own(one) for one in whole["attributions"]]}


def kappa(answers: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa (1960): (observed - expected) / (1 - expected) of pairs of answers to one question each.

    Expected is what two annotators would agree in who draw at random, each from their own answers. None where
    there are no pairs, or where both always gave the same single answer.
    """
    size = len(answers)
    left, right = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    expected = sum(left[value] * right[value] for value in left)  # times size squared
    if expected == size * size:
        return None
    return (sum(a == b for a, b in answers) * size - expected) / (size * size - expected)


def record_of(whole: Json, text: str) -> Record:
    """The content of a label file as the record that it stands for, optional parts among them."""
    return Record(
        Document(id=whole["file"], text=text),
        tuple(_statement(one) for one in whole["attributions"]),
        commitments=tuple(_commitment(one) for one in whole.get("commitments", [])),
    )


def _own(one: Json) -> dict[str, Any]:
    said_on = one.get("said_on")
    if said_on:
        said_on = {key: value for key, value in said_on.items() if key != "accept"}
    return {**one, "also": {}, "said_on": said_on}


def _statement(one: Json) -> Statement:
    speaker, addressee, setting, said_on = (
        one.get(key) for key in ("speaker", "addressee", "setting", "said_on")
    )
    return Statement(
        id=one["id"],
        parent=one["parent"],
        source=_spans(one["source"]),
        cue=_spans(one["cue"]),
        content=_spans(one["content"]),
        form=one["form"],
        verbatim=(),
        confidence=1.0,
        speaker=Speaker(speaker["name"], speaker["kind"]) if speaker and speaker["name"] else None,
        act=one["act"],
        negated=bool(one.get("negated")),
        addressee=Addressee(_span(addressee["span"]), addressee["name"]) if addressee else None,
        setting=Setting(_span(setting["span"]), setting["medium"]) if setting else None,
        said_on=SaidOn(_span(said_on["span"]), _day(said_on["earliest"]), _day(said_on["latest"]))
        if said_on
        else None,
    )


def _commitment(one: Json) -> Commitment:
    return Commitment(one["id"], one["basis"], one["debtor"], None, one["strength"], _span(one["act"]))


def _spans(values: Sequence[Json]) -> tuple[Span, ...]:
    return tuple(_span(value) for value in values)


def _span(value: Json) -> Span:
    return Span(value["start"], value["end"])


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
