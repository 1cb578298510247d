"""Attitudes that a content names: "his support for X", "as a supporter of X", "I oppose X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolve.phrases import noun_phrase
from onrecord.resolve.positions.clauses import clause_end, is_question
from onrecord.resolve.positions.stances import Side, stances
from onrecord.text.words import Word

_POSSESSIVES = frozenset("his her their its".split())
_SELF = frozenset("i we".split())
_BEING = frozenset("am 'm are 're".split())


@dataclass(frozen=True, slots=True)
class Attitude:
    """An attitude and what it is to.

    Attributes:
        side: in favour or against.
        holder: words (indices) that say whose it is, or None for the speaker.
        target: words (indices) of what it is to.
        evidence: words (indices) that show it.
    """

    side: Side
    holder: tuple[int, int] | None
    target: tuple[int, int]
    evidence: tuple[int, int]


def attitudes(words: Sequence[Word], start: int, limit: int) -> Iterator[Attitude]:
    """Yield the attitudes named by the words from index ``start`` up to ``limit``, in order."""
    for at in range(start, limit):
        found = (
            _named(words, at, start, limit)
            or _role(words, at, start, limit)
            or _declared(words, at, start, limit)
        )
        if found is not None and not is_question(words, at, limit):
            yield found


def _named(words: Sequence[Word], at: int, floor: int, limit: int) -> Attitude | None:
    """Of "his support for X", "the administration’s support for X"."""
    if at + 2 >= limit:
        return None
    side = stances().nouns.get((words[at].low, words[at + 1].low))
    if side is None:
        return None
    holder = _holder(words, at, floor)
    target = _target(words, at + 2, limit)
    if holder is None or target is None:
        return None
    return Attitude(side, holder, target, (holder[0], target[1]))


def _holder(words: Sequence[Word], noun: int, floor: int) -> tuple[int, int] | None:
    """Whose a noun is: the possessive before it, adjectives passed over."""
    for at in range(noun - 1, max(floor, noun - 4) - 1, -1):
        if words[at].low == "'s" and at > floor:
            return _possessor(words, at, floor)
        if words[at].low in _POSSESSIVES:
            return (at, at + 1)
        if words[at].is_mark or words[at].low in ("the", "a", "an", "of", "and"):
            return None
    return None


def _possessor(words: Sequence[Word], clitic: int, floor: int) -> tuple[int, int] | None:
    start = clitic
    while start > floor and clitic - start < 5 and not words[start - 1].is_mark:
        before = words[start - 1]
        if not (before.is_name_like or before.low in _POSSESSIVES or before.low == "the" or start == clitic):
            break
        start -= 1
        if before.low in _POSSESSIVES or before.low == "the":
            break
    return (start, clitic) if start < clitic else None


def _target(words: Sequence[Word], start: int, limit: int) -> tuple[int, int] | None:
    end = _extent(words, start, limit)
    return (start, end) if end > start else None


def _extent(words: Sequence[Word], start: int, limit: int) -> int:
    """Index after a noun phrase and the phrases that hang on it by "of", "in" or "against"."""
    end = noun_phrase(words, start, limit)
    while end > start and end + 1 < limit and words[end].low in ("in", "against", "of", "for"):
        further = noun_phrase(words, end + 1, limit)
        if further == end + 1:
            break
        end = further
    return end


def _role(words: Sequence[Word], at: int, floor: int, limit: int) -> Attitude | None:
    """Of "As a lifelong supporter of X", "I am a critic of X"."""
    side = stances().roles.get(words[at].low)
    if side is None or at + 2 >= limit or words[at + 1].low != "of":
        return None
    start = at
    while start > floor and at - start < 4 and words[start].low not in ("a", "an"):
        start -= 1
    if words[start].low not in ("a", "an") or start == floor:
        return None
    before = words[start - 1].low
    is_own = before == "as" or (before in _BEING and start - 2 >= floor and words[start - 2].low in _SELF)
    if not is_own or (before == "as" and start - 2 >= floor and not words[start - 2].is_mark):
        return None
    target = _target(words, at + 2, limit)
    return None if target is None else Attitude(side, None, target, (start, target[1]))


def _declared(words: Sequence[Word], at: int, floor: int, limit: int) -> Attitude | None:
    """Of "I support X", "we strongly oppose X"."""
    side = stances().verbs.get(words[at].low)
    if side is None or at == floor:
        return None
    before = at - 1
    while before > floor and words[before].low.endswith("ly"):
        before -= 1
    if words[before].low not in _SELF:
        return None
    target = _target(words, at + 1, limit)
    if target is None:
        return None
    return Attitude(side, None, target, (before, min(target[1], clause_end(words, at, limit))))
