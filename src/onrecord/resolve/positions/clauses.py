"""The subject and the end of the clause around a word, without a parser, and only where both are plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.text.words import Word

_AUXILIARIES = frozenset(
    "is are was were be been being has have had do does did will would could can may might must "
    "should shall to 's 're 've 'd 'll 'm not never isn't aren't wasn't weren't won't wouldn't "
    "couldn't can't cannot shouldn't doesn't don't didn't hasn't haven't hadn't".split()
)
_STARTING = frozenset("that and but because so as while though although since or".split())
_DOUBTING = frozenset(
    "if whether unless when until once whenever had were why how what where who whom".split()
)
_MOST_SUBJECT = 14
_ENDING = frozenset(
    "because but which who although though while unless until if when since after before whereas "
    "so as".split()
)
_OPENING = frozenset("“\"‘'")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: the words from index ``start`` up to ``end``."""

    start: int
    end: int


def subject_before(words: Sequence[Word], verb: int, floor: int) -> Subject | None:
    """The subject of the verb at index ``verb``, its auxiliaries and adverbs left off.

    None where the words before it are no plain subject: another verb among them, a condition, a question.

    Args:
        words: the words of the text.
        verb: index of the verb.
        floor: index that the clause does not begin before.
    """
    end = verb
    while end > floor and (
        words[end - 1].low in _AUXILIARIES or _is_adverb(words[end - 1]) or _is_quote(words[end - 1])
    ):
        end -= 1
    start = end
    while start > floor and end - start <= _MOST_SUBJECT:
        before = words[start - 1]
        if before.low in _DOUBTING:
            return None
        if before.low in _STARTING or (before.is_mark and not _is_inner(words, start - 1)):
            break
        if before.low in _AUXILIARIES and before.low not in ("'s", "'d"):
            return None
        start -= 1
    if not 0 < end - start <= _MOST_SUBJECT or _is_relative(words, start, floor):
        return None
    return Subject(start, end)


def antecedent(words: Sequence[Word], verb: int, floor: int) -> Subject | None:
    """What a relative clause is about: "a vision that is stuck", where ``verb`` is the index of "stuck"."""
    at = verb - 1
    while at > floor and words[at].low in _AUXILIARIES:
        at -= 1
    if words[at].low not in ("that", "which") or at - 1 <= floor:
        return None
    start = at
    while start > floor and not words[start - 1].is_mark and at - start < 5:
        start -= 1
        if words[start].low in ("a", "an", "the", "this", "his", "her", "their", "its"):
            return Subject(start, at)
    return None


def clause_end(words: Sequence[Word], start: int, limit: int) -> int:
    """Index after the clause that goes on at index ``start``: at a mark or a word that joins clauses."""
    for at in range(start, limit):
        word = words[at]
        if word.text in ".,;:?!—" and not _is_inner(words, at) and not _is_abbreviation(words, at):
            return at
        if word.text in ("--", "–", "”") or word.low in _ENDING:
            return at
    return limit


def is_question(words: Sequence[Word], start: int, limit: int) -> bool:
    """Whether the first mark that ends a sentence from index ``start`` on is a question mark."""
    ends = (words[at].text for at in range(start, min(limit, start + 60)) if words[at].text in ".?!")
    return next(ends, "") == "?"


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") or word.low in (
        "also",
        "now",
        "just",
        "still",
        "always",
        "never",
        "simply",
    )


def _is_quote(word: Word) -> bool:
    return word.text in _OPENING


def _is_inner(words: Sequence[Word], at: int) -> bool:
    """Whether the mark at index ``at`` stands within a phrase: an apostrophe, "U.S.", a hyphen."""
    return words[at].text in ("’", "'", "-", "&", "”", "(", ")") or _is_abbreviation(words, at)


def _is_abbreviation(words: Sequence[Word], at: int) -> bool:
    if words[at].text != "." or at == 0:
        return False
    before = words[at - 1].text
    return before.istitle() and len(before) <= 4 and at + 1 < len(words) and words[at + 1].is_name_like


def _is_relative(words: Sequence[Word], start: int, floor: int) -> bool:
    return start == floor and words[start].low in _DOUBTING
