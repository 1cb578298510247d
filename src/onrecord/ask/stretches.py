"""Stretches of one quotation that a reporting clause interrupts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.types import Span

_CLAUSE = 20  # words of a reporting clause, the attribution in the middle of a quotation


def together(text: str, verbatim: Sequence[Span]) -> Iterator[Span]:
    """Stretches of one quotation that only a reporting clause interrupts, each with the next one."""
    for one, other in pairwise(verbatim):
        between = text[one.end : other.start]
        if one.end <= other.start and "\n" not in between and len(between.split()) <= _CLAUSE:
            yield Span(one.start, other.end)


def as_spoken(text: str, span: Span, verbatim: Sequence[Span]) -> str:
    """The quoted words within ``span``, one after the other."""
    return " ".join(one.of(text) for one in verbatim if one.within(span))
