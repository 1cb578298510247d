"""Pairs of names that may be one person's, by their words and by how much each said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record.store.nicknames import short_for
from onrecord.record.store.spoken import Name

_FAMILY = 40
"""Names that end alike; of more than this a last name tells nothing."""
_KNOWN = 3
"""Documents in which a name speaks that readers may be taken to know."""
_ALIKE = 0.9
_MIDDLES = 0.3
_BEGUN = 0.75
_SHORT = 0.75
_INITIAL = 0.6
_ALONE = 0.35
_ALONE_AND_KNOWN = 0.85


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, how likely they are one person's by their words, and why.

    Attributes:
        name: the one that would go by the other.
        into: the other.
        score: 0 to 1.
        reason: what speaks for it.
        plain: whether the one has nothing but initials more than the other, and no third name can be meant.
    """

    name: Name
    into: Name
    score: float
    reason: str
    plain: bool = False


def pairs(spoken: Sequence[Name]) -> list[Pair]:
    """Every pair that words speak for."""
    families: dict[str, list[Name]] = defaultdict(list)
    for one in spoken:
        families[one.last].append(one)
    return [pair for family in families.values() if 1 < len(family) <= _FAMILY for pair in _among(family)]


def _among(family: Sequence[Name]) -> Iterator[Pair]:
    full = [one for one in family if one.full]
    for place, one in enumerate(full):
        for other in full[place + 1 :]:
            if one.person != other.person and (pair := _of_full(one, other, full)):
                yield pair
    for one in family:
        if not one.full:
            yield from _of_last(one, full)


def _of_full(one: Name, other: Name, full: Sequence[Name]) -> Pair | None:
    """Two full names with the same last word."""
    into, name = sorted((one, other), key=lambda of: (of.documents, of.said, -of.number), reverse=True)
    few, many = sorted((name.folded.split(), into.folded.split()), key=len)
    match _likeness(few, many):
        case "same":
            rivals = _rivals(name, into, full)
            reason = "the same first and last name" + (f", as {rivals} others" if rivals else "")
            initials = len(few) == 2 and all(len(word) == 1 for word in many[1:-1])
            score = _ALIKE if len(few) == 2 else _MIDDLES
            return Pair(name, into, score / (1 + rivals), reason, plain=initials and not rivals)
        case "ends":
            score = _ALIKE if max(name.documents, into.documents) >= _KNOWN else _BEGUN
            return Pair(name, into, score, "the same name with words before it")
        case "short":
            return Pair(name, into, _SHORT, "the same last name and a short form of the first")
        case "initial":
            return Pair(name, into, _INITIAL, "the same last name and initial")
        case _:
            return None


def _likeness(few: Sequence[str], many: Sequence[str]) -> str | None:
    """In what two names with the same last word are alike, the shorter given first; None where in nothing."""
    if few[0] == many[0] and set(few) < set(many):
        return "same"
    if many[-len(few) :] == few:
        return "ends"
    if short_for(few[0], many[0]):
        return "short"
    if few[0] != many[0] and 1 in (len(few[0]), len(many[0])) and few[0][0] == many[0][0]:
        return "initial"
    return None


def _rivals(name: Name, into: Name, full: Sequence[Name]) -> int:
    """How many others have the same first and last name with something else between."""
    people = {one.person for one in full if one.first == name.first}
    return len(people - {name.person, into.person})


def _of_last(one: Name, full: Sequence[Name]) -> Iterator[Pair]:
    """A last name alone: likelier whoever is in more reports, since the best known go by it."""
    bearers = _bearers(full)
    total = sum(documents**2 for documents, _ in bearers)
    for documents, into in bearers:
        if into.person == one.person:
            continue
        base = _ALONE_AND_KNOWN if documents >= _KNOWN else _ALONE
        reason = "the same last name" + ("" if len(bearers) == 1 else f", which {len(bearers)} people have")
        yield Pair(one, into, base * documents**2 / total, reason)


def _bearers(full: Sequence[Name]) -> list[tuple[int, Name]]:
    """The people of a last name by their shortest names, and in how many documents each speaks."""
    held: list[tuple[int, Name]] = []
    for one in sorted(full, key=lambda of: (len(of.folded), of.number)):
        for place, (documents, other) in enumerate(held):
            if one.person == other.person or _likeness(other.folded.split(), one.folded.split()):
                held[place] = (documents + one.documents, other)
                break
        else:
            held.append((one.documents, one))
    return held
