"""How far the words go that say what is to be done: without its date, its condition and its purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolve.phrases import TITLES
from onrecord.text.words import Word
from onrecord.types import Span, Time

_EDGES = " \t\r\n“”\"‘’'.,;:?!—–-"
_CONDITIONS = re.compile(
    r"\b(?:if|unless|provided that|providing that|as long as|so long as|on (?:the )?condition that)\s",
    re.IGNORECASE,
)
_PURPOSES = re.compile(r"\s(?:in order to|so that|so as to|in an? (?:effort|attempt|bid) to|because)\s")
_BEFORE_TIME = re.compile(
    r"[,\s]*\b(?:by|on|in|into|before|within|until|at|during|from|for|over|through|no later than)\s*$"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]$")
# Before a time that describes a noun or is part of a name: "a 1981 claim", "Super Tuesday".
_MODIFYING = re.compile(r"(?:\b(?:a|an|the|his|her|its|their|of)|\b[A-Z]\w+)\s+$")
_STOPPING = frozenset((".", "?", "!", ";", "—", "--"))
_NEW = frozenset("but and so which who he she i we they because although though".split())
_SHORTEST = 8
_TIMES = ("DATE", "TIME", "DURATION")


def deed(text: str, span: Span, times: Sequence[Time]) -> Span:
    """The core of ``span``, which begins with a verb phrase: up to its condition, date or reason.

    Args:
        text: the document's text.
        span: from the verb to the end of its clause.
        times: time expressions, any of the document's.
    """
    ends, least = [span.end], span.start + min(_SHORTEST, len(span.of(text).split(" ", 1)[0]))
    for pattern in (_CONDITIONS, _PURPOSES):
        match = pattern.search(text, least, span.end)
        if match:
            ends.append(match.start())
    time = deadline_in(text, span, times)
    if time is not None:
        before = _BEFORE_TIME.search(text, span.start, time.span.start)
        ends.append(before.start() if before else time.span.start)
    end = min(end for end in ends if end >= least or end == span.end)
    return trimmed(text, Span(span.start, end))


def deadline_in(text: str, span: Span, times: Sequence[Time]) -> Time | None:
    """The first of ``times`` in ``span``, some words after its beginning, that describes no noun."""
    inside = (t for t in times if t.type in _TIMES and t.span.within(span))
    late = (t for t in inside if t.span.start >= span.start + _SHORTEST)
    return next(
        (t for t in late if not _MODIFYING.search(text, span.start, t.span.start) and not _owns(text, t)),
        None,
    )


def _owns(text: str, time: Time) -> bool:
    """Whether a time stands in the genitive: "Monday night’s debate"."""
    return text[time.span.end : time.span.end + 2] in ("’s", "'s")


def condition_in(text: str, span: Span) -> Span | None:
    """The condition in ``span``: from "if" to the end of its clause, or None."""
    match = _CONDITIONS.search(text, span.start, span.end)
    if match is None:
        return None
    comma = text.find(",", match.end(), span.end)
    end = comma if comma > 0 else span.end
    return trimmed(text, Span(match.start(), end))


def trimmed(text: str, span: Span) -> Span:
    """``span`` without white space and marks at its edges, save a closing mark of its own."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.start + len(words.rstrip(_EDGES))
    if end < start + 1:
        return span
    if text[end : end + 1] == "." and _ABBREVIATED.search(text, start, end):
        end += 1
    for opening, closing in ("“”", '""', "‘’"):
        inner = text[start:end]
        if inner.count(opening) > inner.count(closing) and text[end : end + 3].rstrip(".,").endswith(closing):
            return Span(start, text.index(closing, end) + 1)
    return Span(start, end)


def clause_end(words: Sequence[Word], start: int, limit: int) -> int:
    """Index after the clause that begins at index ``start``, at its stop or a comma and a new subject."""
    for at in range(start + 1, limit):
        word, before = words[at], words[at - 1]
        if word.text in _STOPPING and not (word.text == "." and before.low in TITLES):
            return at
        if word.text == "," and at + 1 < limit and words[at + 1].low in _NEW:
            return at
    return limit
