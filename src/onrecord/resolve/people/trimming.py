"""Trimming: the words of a source that say nothing of who it is, before it is parsed."""

from __future__ import annotations

import re

from onrecord.resolve.people.grammar import HEDGES, PREPOSITIONS, VERBS
from onrecord.resolve.people.layout import Word
from onrecord.resolve.people.naming import Name

_SEAT = re.compile(r"^ of (?:[A-Z]\w+ ?)+(?=[ ,]|$)")
_LEADS = frozenset("even as but by while only and from to".split())
_CLAUSE = (VERBS | PREPOSITIONS) - HEDGES


def trimmed(words: list[Word]) -> list[Word]:
    """Words of a source without what leads up to it, such as "even" or "as"."""
    while len(words) > 1 and words[0].lower in _LEADS:
        words = words[1:]
    return _share(words)


def _share(words: list[Word]) -> list[Word]:
    """The words of the last share in "Among voters, 46 percent would choose Roth and 44 percent"."""
    if words[-1].lower == "percent" and any(w.lower in _CLAUSE for w in words[:-2]):
        return words[-2:]
    return words


def gap_between(text: str, one: Name, other: Name) -> str:
    """What stands between a name with its party and the next one with its role."""
    start = other.whole.start if other.role is None else min(other.role.start, other.whole.start)
    return " ".join(_SEAT.sub("", text[one.whole.end : start]).replace("the ", "").split())


def has_seat(text: str, name: Name) -> bool:
    """Whether a name is the place that somebody before it sits for: "Roth of Ohio"."""
    return name.place and text[: name.span.start].endswith(" of ")


def leads_on(lower: str) -> bool:
    """Whether a word says nothing without what follows it: "published" before "last week"."""
    return lower.endswith("ed") or lower in {"of", "by", "in", "for", "from", "on", "at", "to", "with", "the"}
