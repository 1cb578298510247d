"""Opinions in the words of a content: what its speaker finds right or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolve.positions.clauses import Subject, antecedent, clause_end, is_question, subject_before
from onrecord.resolve.positions.stances import Side, stances
from onrecord.text.words import Word
from onrecord.types import Basis

_PERHAPS = frozenset("could might may can".split())
_COPULAS = frozenset("is are was were be been 's 're isn't aren't wasn't weren't".split())
_BETWEEN = frozenset(
    "not never a an the so very just such one of some really too more most quite simply also "
    "still clearly big huge major terrible complete total absolute serious grave political "
    "strategic moral historic colossal tremendous totally completely".split()
)
_AFTER = frozenset(
    "for to that of in on and but or because if when about by as at with from after before which "
    "who until while than now today".split()
)
_NO_SUBJECT = frozenset(
    "i we you there it this that what which who these those they nothing something everything "
    "anything all one".split()
)
_NOBODY = frozenset("no nobody none neither".split())
_PRONOUNS = _NO_SUBJECT | {"he", "she"}
_SHOULD = frozenset("should must shouldn't mustn't ought".split())
_NO_DEED = frozenset(
    "be have win lose know see expect get take not never also always probably at it not've come "
    "become do need feel mean look seem remember note".split()
)
_BEFORE_VERB = frozenset("not never to just also now still".split())
_RIGHTS = ("right", "rights")
_MOST_BETWEEN = 5


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody finds of something.

    Attributes:
        side: in favour or against.
        target: words (indices) of what it is about.
        evidence: words (indices) that show it.
        basis: whether it is said outright.
    """

    side: Side
    target: tuple[int, int]
    evidence: tuple[int, int]
    basis: Basis = "explicit"


def opinions(words: Sequence[Word], start: int, limit: int) -> Iterator[Opinion]:
    """Yield the opinions of the words from index ``start`` up to ``limit``, a stretch of one content."""
    for at in range(start, limit):
        if words[at].is_mark:
            continue
        found = (
            _evaluation(words, at, start, limit)
            or _deed(words, at, start, limit)
            or _obligation(words, at, start, limit)
            or _right(words, at, start, limit)
        )
        if found is not None and not is_question(words, at, limit):
            yield found


def _evaluation(words: Sequence[Word], at: int, floor: int, limit: int) -> Opinion | None:
    """Of "X would be a mistake", "it would be wrong to Y"."""
    if words[at].low not in _COPULAS or words[at - 1].low in _PERHAPS:
        return None
    negated = words[at].low.endswith("n't") or words[at - 1].low in ("not", "never")
    here = at + 1
    while here < min(limit, at + 1 + _MOST_BETWEEN):
        side, length = _side_at(words, here, limit)
        if side is not None:
            break
        if words[here].low not in _BETWEEN and words[here].text not in '“"':
            return None
        negated = negated or words[here].low in ("not", "never")
        here += 1
    else:
        return None
    if not _ends_there(words, here + length, limit):
        return None
    return _about(words, (at, here + length), (floor, limit), _turned(side, negated=negated))


def _side_at(words: Sequence[Word], at: int, limit: int) -> tuple[Side | None, int]:
    for length in (2, 1):
        run = tuple(word.low for word in words[at : min(limit, at + length)])
        side = stances().evaluations.get(run)
        if side is not None:
            return side, length
    return None, 1


def _ends_there(words: Sequence[Word], at: int, limit: int) -> bool:
    return at >= limit or words[at].is_mark or words[at].low in _AFTER


def _turned(side: Side | None, *, negated: bool) -> Side | None:
    """The other side where a favourable word is negated; "not wrong" is no praise, and gives None."""
    if not negated:
        return side
    return "against" if side == "favor" else None


def _about(
    words: Sequence[Word], verb: tuple[int, int], bounds: tuple[int, int], side: Side | None
) -> Opinion | None:
    """The opinion of the verb's subject; of "it would be wrong to Y", of Y."""
    at, after = verb
    subject = subject_before(words, at, bounds[0])
    if side is None or subject is None:
        return None
    end = clause_end(words, after, bounds[1])
    if words[subject.start].low == "it" and subject.end - subject.start == 1:
        if after + 1 < bounds[1] and words[after].low == "to":
            return Opinion(side, (after + 1, end), (subject.start, end))
        return None
    return (
        None
        if _is_empty(words, subject)
        else Opinion(side, (subject.start, subject.end), (subject.start, end))
    )


def _is_empty(words: Sequence[Word], subject: Subject) -> bool:
    """Whether a subject names nothing by itself: "there", "this", "what we see", "no bridge"."""
    first = words[subject.start].low
    alone = subject.end - subject.start == 1 or first in ("what", "which", "who", "i", "we", "you")
    return first in _NOBODY or (first in _NO_SUBJECT and alone)


def _deed(words: Sequence[Word], at: int, floor: int, limit: int) -> Opinion | None:
    """Of "X has lost his way", "X is hurting Y"."""
    for run, side in stances().deeds.items():
        if (
            words[at].low != run[0]
            or tuple(word.low for word in words[at : min(limit, at + len(run))]) != run
        ):
            continue
        following = words[at + len(run)].low if at + len(run) < limit else ""
        if run[-1] == "failed" and following == "to":
            return None  # "has failed to win" tells what happened
        if run[0].endswith("ing") and not _is_done_to(words, at, limit):
            return None
        subject = subject_before(words, at, floor)
        relative = antecedent(words, at, floor)
        if relative is not None:
            subject = relative
        if subject is None or _is_empty(words, subject):
            return None
        return Opinion(
            side,
            (subject.start, subject.end),
            (subject.start, clause_end(words, at + len(run), limit)),
            "implied",
        )
    return None


def _is_done_to(words: Sequence[Word], at: int, limit: int) -> bool:
    """Whether "hurting" at index ``at`` is what its subject does to something: "is hurting X"."""
    doing = words[at - 1].low in _COPULAS or words[at - 1].text in '“"'
    following = words[at + 1] if at + 1 < limit else None
    return doing and following is not None and not following.is_mark and following.low not in _AFTER


def _obligation(words: Sequence[Word], at: int, floor: int, limit: int) -> Opinion | None:
    """Of "X should not be allowed Y", "Congress must Y"."""
    if words[at].low not in _SHOULD:
        return None
    verb = at + 1
    negated = words[at].low.endswith("n't")
    while verb < limit and (words[verb].low in _BEFORE_VERB or words[verb].low.endswith("ly")):
        negated = negated or words[verb].low in ("not", "never")
        verb += 1
    subject = subject_before(words, at, floor)
    if (
        verb >= limit
        or subject is None
        or words[subject.start].low in ("i", "you", "there", "it", "this", "that", "a", "an")
    ):
        return None
    end = clause_end(words, verb, limit)
    if negated or words[subject.start].low in _NOBODY:
        first = _after_allowing(words, verb, end)
        vague = first == verb and words[verb].low in ("be", "have")
        return None if vague or first >= end else Opinion("against", (first, end), (subject.start, end))
    if words[verb].low in _NO_DEED or words[verb].is_mark or end - verb < 2:
        return None
    return Opinion("favor", (verb, end), (subject.start, end))


def _after_allowing(words: Sequence[Word], verb: int, end: int) -> int:
    """Index after "be allowed (to)", which says no more than "should not" does."""
    lows = [word.low for word in words[verb : min(end, verb + 3)]]
    if lows[:1] == ["be"] and lows[1:2] in (["allowed"], ["permitted"], ["given"]):
        return verb + (3 if lows[2:] == ["to"] else 2)
    return verb


def _right(words: Sequence[Word], at: int, floor: int, limit: int) -> Opinion | None:
    """Of "X has a right to Y"."""
    if words[at].low not in ("has", "have") or words[at - 1].low in ("not", "never"):
        return None
    lows = [word.low for word in words[at + 1 : min(limit, at + 6)]]
    right = next((i for i, low in enumerate(lows) if low in _RIGHTS), None)
    if (
        right is None
        or lows[right + 1 : right + 2] != ["to"]
        or not set(lows[:right]) <= {"a", "the", "every", "full"}
    ):
        return None
    subject = subject_before(words, at, floor)
    if subject is None or words[subject.start].low in _PRONOUNS:
        return None
    end = clause_end(words, at + right + 2, limit)
    if words[subject.start].low in _NOBODY:
        return Opinion("against", (at + right + 3, end), (subject.start, end))
    return Opinion("favor", (subject.start, end), (subject.start, end))
