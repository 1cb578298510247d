"""Quotations over several paragraphs: what one opens and does not close, the next goes on with.

Each paragraph of such a quotation opens with a mark anew and only the last one closes it, so the marks say
that all of it is one speaker's, however far the reporting clause is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.text.quotations import Quotation, quotations
from onrecord.types import Attribution, Span


def continue_quotations(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """Give each paragraph of a quotation that goes on to the attribution that owns the paragraph before.

    A paragraph with a reporting clause of its own keeps it. An attribution left without content is dropped.

    Args:
        attributions: those of ``text`` that are not nested.
        text: what they point into.
    """
    found = list(attributions)
    for before, after in _going_on(quotations(text), text):
        owner = _owner(found, before.span)
        if owner is not None:
            found = _given(found, owner, after.span, text)
    return [a for a in found if a.content]


def _going_on(marks: Sequence[Quotation], text: str) -> Iterator[tuple[Quotation, Quotation]]:
    """Each outermost quotation that its paragraph leaves open, with the one that opens the next paragraph."""
    outermost = [q for q in marks if q.depth == 0]
    for before, after in pairwise(outermost):
        gap = text[before.span.end : after.span.start]
        if not before.closed and "\n" in gap and not gap.strip():
            yield before, after


def _owner(attributions: Sequence[Attribution], place: Span) -> int | None:
    """The index of the attribution with the last content in ``place``."""
    touching = [
        (span.end, index)
        for index, a in enumerate(attributions)
        for span in a.content
        if span.overlaps(place)
    ]
    return max(touching)[1] if touching else None


def _given(attributions: Sequence[Attribution], owner: int, place: Span, text: str) -> list[Attribution]:
    """The attributions with what lies in ``place`` moved to ``owner``, or all of it if nothing does."""
    line = Span(place.start, _line_end(text, place.end))
    kept: list[Attribution] = []
    moved: list[Span] = []
    for index, a in enumerate(attributions):
        inside = [s for s in a.content if s.overlaps(place)]
        if inside and index != owner and any(c.overlaps(line) for c in a.cue):
            return list(attributions)  # a reporting clause of its own
        moved.extend(inside)
        kept.append(replace(a, content=tuple(s for s in a.content if s not in inside)))
    content = {*kept[owner].content, *(moved or [place])}
    kept[owner] = replace(kept[owner], content=tuple(sorted(content)))
    return kept


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
