"""A text with its spans as nested HTML elements.

Spans may overlap, elements may not: where a span ends inside another that began after it, the inner element
is closed first and opened again, so that every element nests and every character keeps all its marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import attrgetter

from onrecord.show.characters import visible
from onrecord.show.order import Placed
from onrecord.types import Span

# Of two marks on the same characters, the one named first here stands outside.
_RANKS = {"content": 0, "source": 1, "cue": 1, "verbatim": 2}
# Underlines of nested contents stand apart down to this depth, and share one place below it.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked.

    Attributes:
        span: the characters to mark.
        rank: of two marks on the same characters, the lower one stands outside.
        kind: the class of its elements.
        name: which statement it is part of ("document-number"), or None where nothing links to it.
        first: whether the list links to it: it carries the id ``t`` and the name.
        last: whether it is followed by a link to the statement in the list.
    """

    span: Span
    rank: tuple[int, int]
    kind: str
    name: str | None = None
    first: bool = False
    last: bool = False


def escaped(text: str) -> str:
    """``text`` as HTML in which nothing is markup and nothing is hidden."""
    return escape(visible(text))


def marks_of(place: Placed, document: int) -> Iterator[Mark]:
    """The marks of one statement in its text; the first carries the id that the list links to."""
    statement, depth = place.statement, len(place.branch)
    name = f"{document}-{place.number}"
    roles = {"content": statement.content, "source": statement.source, "cue": statement.cue,
             "verbatim": statement.verbatim}  # fmt: skip
    anchored = next((role for role in ("content", "cue", "source") if roles[role]), None)
    for role, spans in roles.items():
        for index, span in enumerate(spans):
            first = role == anchored and index == 0
            last = role == anchored and index == len(spans) - 1
            kind = f"content d{min(depth, _DEEPEST)}" if role == "content" else role
            yield Mark(span, (depth, _RANKS[role]), kind, name, first, last)


def marked(text: str, marks: Iterable[Mark], within: Span | None = None) -> Iterator[str]:
    """``text`` (or the stretch ``within`` it) as HTML, piece by piece, every mark an element or several.

    Marks outside the stretch are passed over, those across its edges are cut there.
    """
    stretch = within or Span(0, len(text) or 1)
    inside = sorted((m for m in marks if m.span.overlaps(stretch)), key=lambda m: m.span.start)
    open_marks: list[Mark] = []
    at = stretch.start
    for start, group in groupby(inside, key=lambda m: max(m.span.start, stretch.start)):
        yield from _up_to(text, at, start, open_marks)
        at = start
        for mark in sorted(group, key=lambda m: (-m.span.end, *m.rank)):
            yield _opening(mark, again=False)
            open_marks.append(mark)
    yield from _up_to(text, at, stretch.end, open_marks)
    yield "</span>" * len(open_marks)


def _up_to(text: str, at: int, stop: int, open_marks: list[Mark]) -> Iterator[str]:
    """The text from ``at`` to ``stop``, closing on the way the marks that end there."""
    while open_marks and (end := min(open_marks, key=attrgetter("span.end")).span.end) <= stop:
        yield escaped(text[at:end])
        yield from _close(end, open_marks)
        at = end
    yield escaped(text[at:stop])


def _close(end: int, open_marks: list[Mark]) -> Iterator[str]:
    """Close what ends at ``end``; what began after it and goes on is closed and opened again."""
    lowest = next(i for i, mark in enumerate(open_marks) if mark.span.end == end)
    lifted = open_marks[lowest:]
    del open_marks[lowest:]
    for mark in reversed(lifted):
        yield "</span>"
        if mark.span.end == end:
            yield _reference(mark)
    for mark in lifted:
        if mark.span.end != end:
            yield _opening(mark, again=True)
            open_marks.append(mark)


def _opening(mark: Mark, *, again: bool) -> str:
    named = f' id="t{mark.name}"' if mark.first and not again else ""
    part = f' data-of="{mark.name}"' if mark.name else ""
    return f'<span class="{mark.kind}"{part}{named}>'


def _reference(mark: Mark) -> str:
    """The link to the list; the style sheet draws its number, so that copying leaves it out."""
    if not mark.last or mark.name is None:
        return ""
    number = mark.name.rpartition("-")[2]
    attributes = f'href="#s{mark.name}" data-of="{mark.name}" data-n="{number}"'
    return f'<a class="ref" {attributes} aria-label="Statement {number}"></a>'
