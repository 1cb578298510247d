"""The shape of a content: an infinitive, a noun phrase, a question, what should be done, or a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.resolve.acts.lexicon import Shape
from onrecord.text.words import Word

_QUESTION = frozenset("whether if why how what who when where which whom".split())
_FINITE = frozenset(
    "is was are were am be been has had have will would could should can may might must shall did "
    "does do isn't wasn't aren't weren't hasn't hadn't haven't won't wouldn't couldn't shouldn't "
    "can't cannot don't doesn't didn't 's 're 'm 'll 'd 've".split()
)
_SUBJECTS = frozenset("i he she it they we you there".split())
_SHOULD = frozenset("should shouldn't ought must".split())
_CLAUSE_STARTS = frozenset("that because".split())
# Nouns that have an infinitive of their own ("a plan to tax"), which is nobody's being told to.
_NOUNS = frozenset(
    "plan plans effort efforts decision right ability attempt attempts need bill failure refusal "
    "way move push bid campaign deal proposal power willingness desire promise pledge vow threat "
    "agreement opportunity chance".split()
)
_PAST = re.compile(r"[a-z]{3,}ed$")
_FIRST_WORDS = 12


def shape_of(words: Sequence[Word], *, quoted: bool) -> Shape | None:
    """The shape of the content of these words, or None for a plain clause.

    Args:
        words: the content's words in order.
        quoted: whether it is all in quotation marks.
    """
    lows = [word.low for word in words if not word.is_mark][:_FIRST_WORDS]
    if not lows:
        return None
    if lows[0] == "to" or lows[:2] == ["not", "to"] or _is_told_not(lows):
        return "infinitive"
    if words[-1].text == "?" or "?" in [word.text for word in words[-3:]]:
        return "question"
    if quoted:
        return "should" if _SHOULD & set(lows) else None
    if lows[0] in _QUESTION or lows[0] == "about":
        return "question"
    return _shape_of_words(lows)


def _is_told_not(lows: Sequence[str]) -> bool:
    """Whether somebody is told not to: "Chad against arming them"."""
    return any(low == "against" and after.endswith("ing") for low, after in pairwise(lows[:5]))


def _shape_of_words(lows: Sequence[str]) -> Shape | None:
    finite = next((i for i in range(len(lows)) if _is_finite(lows, i)), None)
    to = next((i for i, low in enumerate(lows) if low == "to"), None)
    if lows[0] in _CLAUSE_STARTS:
        return "should" if _SHOULD & set(lows) else None
    if to is not None and _is_told(lows, to, finite):
        return "infinitive"
    if _SHOULD & set(lows):
        return "should"
    if finite is None and not any(_PAST.match(low) for low in lows[1:]):
        return "phrase"
    return None


def _is_finite(lows: Sequence[str], at: int) -> bool:
    """Whether a finite verb or its subject stands at index ``at``, and no "’s" of a genitive."""
    if lows[at] == "'s":
        return at > 0 and lows[at - 1] in _SUBJECTS | {"that", "what", "who", "here"}
    return lows[at] in _FINITE or lows[at] in _SUBJECTS


def _is_told(lows: Sequence[str], to: int, finite: int | None) -> bool:
    """Whether the words before the "to" at index ``to`` are those of somebody who is to do something."""
    early = 0 < to <= 5 and (finite is None or to < finite)
    return early and lows[to - 1] not in _NOUNS and not _PAST.match(lows[to - 1])
