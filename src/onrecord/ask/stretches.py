"""Stretches of one quotation that a reporting clause interrupts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.compare.families import carried
from onrecord.types import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+")
_CLAUSE = 20  # words of a reporting clause, the attribution in the middle of a quotation


def together(text: str, verbatim: Sequence[Span]) -> Iterator[Span]:
    """Stretches of one quotation that only a reporting clause interrupts, each with the next one."""
    for one, other in pairwise(verbatim):
        between = text[one.end : other.start]
        if one.end <= other.start and "\n" not in between and len(between.split()) <= _CLAUSE:
            yield Span(one.start, other.end)


def narrowed(span: Span, text: str, asked: str, *, whole: bool) -> Span:
    """The part of what was said that the words asked for have, from the first common word to the last.

    Args:
        span: what was said.
        text: the document's text.
        asked: the words asked for.
        whole: whether to take in the sentences around it, as where the words are not quite the same.
    """
    said = span.of(text)
    parts = carried(said, asked)
    if not parts:
        return span
    start, end = parts[0].start, parts[-1].end
    if whole:
        ends = [match.end() for match in _SENTENCE_END.finditer(said)]
        start = max((place for place in ends if place <= start), default=0)
        end = len(said[: min((p for p in ends if p >= end), default=len(said))].rstrip(" \n.,"))
    return Span(span.start + start, span.start + end)


def as_spoken(text: str, span: Span, verbatim: Sequence[Span]) -> str:
    """The quoted words within ``span``, one after the other."""
    return " ".join(one.of(text) for one in verbatim if one.within(span))
