"""Every layer of a record against a record made by hand of the same text.

An attribution is *found* where a statement, not yet taken by another, shares a character of its cue (or
neither has one) and the Dice coefficient of their contents' characters is at least a half; the closest are
paired first. It is *exact* where source, cue and content are the same, or what the label accepts, once white
space, quotation marks and . , ; : at their ends are trimmed. Speaker, form, act, negation and parent are the
share that is right of what was found; addressee, setting, date of saying and commitments are F1. What is
optional counts neither where it is found nor where it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluate.labels import FACETS, Debt, Label, Labels
from onrecord.evaluate.likeness import characters, folded
from onrecord.evaluate.pairing import Pair, Told, is_exact, paired, places_of, told_of
from onrecord.evaluate.tally import Tally, f1
from onrecord.types import Record

LAYERS = ("speaker", "form", "act", "negated", "parent")
FIRST = ("speaker", "form", "act", "negated")
"""Layers that are also measured against the annotator's own answer alone."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found of one article's labels.

    Attributes:
        labels: the attributions that must be found.
        told: the statements of the record, those left out that are optional.
        pairs: each attribution that was found, with its statement.
        debts: the commitments that must be found.
        made: how many commitments the record has, the optional ones left out.
        kept: the commitments that were found.
    """

    labels: tuple[Label, ...]
    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    debts: tuple[Debt, ...]
    made: int
    kept: tuple[Debt, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that a record has otherwise than its labels: where, in which layer, wanted and given."""

    label: str
    layer: str
    wanted: tuple[str, ...]
    given: str | None


def compare_layers(labels: Labels, record: Record) -> Compared:
    """Pair the attributions and the commitments of ``labels`` with those of ``record``."""
    told = [told_of(record.document.text, s) for s in record.statements]
    required = [a for a in labels.attributions if not a.optional]
    pairs = paired(required, told)
    taken = {t.id for _, t in pairs}
    spare = paired([a for a in labels.attributions if a.optional], [t for t in told if t.id not in taken])
    unasked = {t.id for _, t in spare}
    made = _made(record)
    debts = [d for d in labels.commitments if not d.optional]
    made = _without_optional(labels.commitments, debts, made)
    return Compared(
        labels=tuple(required),
        told=tuple(t for t in told if t.id not in unasked),
        pairs=tuple(pairs),
        debts=tuple(debts),
        made=len(made),
        kept=tuple(_kept(debts, made)),
    )


def tally_layers(compared: Compared) -> Tally:
    """The counts of every figure of one article."""
    gold, told, pairs = compared.labels, compared.told, compared.pairs
    sizes = {"gold": len(gold), "predicted": len(told)}
    out = f1("found", hits=len(pairs), **sizes) | f1("exact", hits=sum(is_exact(*p) for p in pairs), **sizes)
    out |= {
        "top-level.recall": _share([a.parent is None for a in gold], [a.parent is None for a, _ in pairs]),
        "nested.recall": _share(
            [a.parent is not None for a in gold], [a.parent is not None for a, _ in pairs]
        ),
    }
    judged = judge(pairs)
    for layer in LAYERS:
        out[layer] = (sum(judged[layer]), len(pairs))
    for layer in FIRST:
        same = [getattr(t, layer) == a.first[layer] for a, t in pairs]
        out[f"{layer}.first"] = (sum(same), len(pairs))
    pronouns = [right for (label, _), right in zip(pairs, judged["speaker"], strict=True) if label.pronoun]
    out["pronoun"] = (sum(pronouns), len(pronouns))
    for kind in FACETS:
        out |= _facet(kind, pairs)
    return out | f1("commitments", hits=len(compared.kept), gold=len(compared.debts), predicted=compared.made)


def judge(pairs: Sequence[Pair]) -> dict[str, list[bool]]:
    """For each layer whether each pair has it right.

    A parent is right where it was paired with the label's parent. One that was paired with no label counts as
    the top level.
    """
    twin = {t.id: a.id for a, t in pairs}
    return {
        "speaker": [t.speaker in a.speakers for a, t in pairs],
        "form": [t.form in a.forms for a, t in pairs],
        "act": [t.act in a.acts for a, t in pairs],
        "negated": [t.negated in a.negated for a, t in pairs],
        "parent": [_parent_right(a, t, twin) for a, t in pairs],
    }


def wrong_layers(compared: Compared) -> Iterator[Wrong]:
    """All that is wrong: what was not found and what is no label's too, then layer by layer."""
    found = {a.id for a, _ in compared.pairs}
    given = {t.id for _, t in compared.pairs}
    yield from (Wrong(a.id, "found", ("a statement",), None) for a in compared.labels if a.id not in found)
    yield from (Wrong("-", "found", (), t.id) for t in compared.told if t.id not in given)
    judged = judge(compared.pairs)
    for place, (label, told) in enumerate(compared.pairs):
        for layer in LAYERS:
            if not judged[layer][place]:
                yield Wrong(label.id, layer, _wanted(label, layer), str(getattr(told, layer)))
        for kind in FACETS:
            if told.facets[kind] not in label.facets[kind]:
                wanted = tuple(sorted(str(value) for value in label.facets[kind]))
                yield Wrong(label.id, kind, wanted, told.facets[kind])
    kept = {d.id for d in compared.kept}
    yield from (Wrong(d.id, "commitments", (d.debtor,), None) for d in compared.debts if d.id not in kept)


def _made(record: Record) -> list[tuple[str, frozenset[int]]]:
    text = record.document.text
    return [(folded(c.debtor), characters(places_of(text, [c.act]))) for c in record.commitments]


def _without_optional(
    all_debts: Sequence[Debt], required: Sequence[Debt], made: list[tuple[str, frozenset[int]]]
) -> list[tuple[str, frozenset[int]]]:
    """``made`` without what covers half of an optional act and touches none that must be found."""
    wanted = frozenset().union(*(d.act for d in required))
    for debt in all_debts:
        if debt.optional:
            made = [m for m in made if 2 * len(debt.act & m[1]) < len(debt.act) or wanted & m[1]]
    return made


def _kept(debts: Sequence[Debt], made: Sequence[tuple[str, frozenset[int]]]) -> Iterator[Debt]:
    """Those of ``debts`` for which one not yet taken has the debtor and covers at least half of the act."""
    left = list(made)
    for debt in debts:
        for one in left:
            if 2 * len(debt.act & one[1]) >= len(debt.act) and one[0] == debt.debtor:
                left.remove(one)
                yield debt
                break


def _parent_right(label: Label, told: Told, twin: Mapping[str, str]) -> bool:
    return (twin.get(told.parent) if told.parent else None) == label.parent


def _share(of: Sequence[bool], found: Sequence[bool]) -> tuple[float, float]:
    return sum(found), sum(of)


def _facet(kind: str, pairs: Sequence[Pair]) -> Tally:
    """F1 of one facet; a label that accepts its absence is to be found only where it is given."""
    given = [(a.facets[kind], t.facets[kind]) for a, t in pairs]
    right = sum(have is not None and have in accepted for accepted, have in given)
    wanted = sum(None not in accepted or (have is not None and have in accepted) for accepted, have in given)
    return f1(kind, hits=right, gold=wanted, predicted=sum(have is not None for _, have in given))


def _wanted(label: Label, layer: str) -> tuple[str, ...]:
    values: dict[str, frozenset[str]] = {
        "speaker": label.speakers,
        "form": label.forms,
        "act": label.acts,
        "negated": frozenset(map(str, label.negated)),
        "parent": frozenset([label.parent or "None"]),
    }
    return tuple(sorted(values[layer]))
