"""The part of a draft that tells whose its quotations are, so that the rest need not be read.

A draft may be a book. Who speaks is told by the paragraphs around a quotation, and by that which names
somebody for the first time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text.marks import paragraphs
from onrecord.text.quotations import Quotation, quotations
from onrecord.types import Span

WHOLE = 10_000
"""Characters of a draft up to which it is read whole."""
_BEFORE, _AFTER = 3, 1
"""Paragraphs around a quotation that may tell who speaks."""
_BETWEEN = "\n\n"
_WORD = re.compile(r"[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Paragraphs of a text, one after the other.

    Attributes:
        text: their words.
        pieces: where each stretch of them stands in the whole text, in order.
    """

    text: str
    pieces: tuple[Span, ...]

    def within(self, span: Span) -> Span | None:
        """Where ``span`` of the whole text is in the excerpt, or None where it was left out."""
        place = bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1
        if place < 0 or span.end > self.pieces[place].end:
            return None
        left_out = self.pieces[0].start + sum(b.start - a.end for a, b in pairwise(self.pieces[: place + 1]))
        moved = left_out - place * len(_BETWEEN)
        return Span(span.start - moved, span.end - moved)


def told(text: str) -> list[Quotation]:
    """The quotations of ``text`` that are not within another one."""
    return [q for q in quotations(text) if q.depth == 0 and q.inner is not None]


def around_quotations(text: str) -> Excerpt:
    """What of ``text`` has to be read for its quotations: nothing where it has none, a short text whole."""
    quoted = [quotation.span for quotation in told(text)]
    if not quoted or len(text) <= WHOLE:
        pieces = [Span(0, len(text))] if quoted else []
    else:
        pieces = _pieces([Span(*bounds) for bounds in paragraphs(text)], text, quoted)
    return Excerpt(_BETWEEN.join(piece.of(text) for piece in pieces), tuple(pieces))


def _pieces(every: Sequence[Span], text: str, quoted: Iterable[Span]) -> list[Span]:
    """The stretches of ``text`` that hold the quotations, what is around them, and who is named there."""
    starts = [paragraph.start for paragraph in every]
    kept: set[int] = set()
    for span in quoted:
        first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
        kept.update(range(max(0, first - _BEFORE), min(len(every), last + _AFTER + 1)))
    kept |= _introductions(every, text, kept)
    return list(_joined(every, sorted(kept)))


def _introductions(every: Sequence[Span], text: str, kept: Iterable[int]) -> set[int]:
    """The paragraphs where the capitalised words of those kept stand for the first time."""
    wanted = {name for place in kept for name in _names(every[place].of(text))}
    found: set[int] = set()
    for place, paragraph in enumerate(every):
        there = wanted & _names(paragraph.of(text))
        if there:
            found.add(place)
            wanted -= there
    return found


def _names(paragraph: str) -> set[str]:
    """Its capitalised words, of which any may be of a name."""
    inner = (match[0] for match in _WORD.finditer(paragraph) if match[0][0].isupper())
    return {word.removesuffix("’s").removesuffix("'s") for word in inner}


def _joined(every: Sequence[Span], places: Iterable[int]) -> Iterator[Span]:
    """The paragraphs at ``places``, neighbours as one stretch with all that is between them."""
    first = last = -1
    for place in places:
        if last >= 0 and place == last + 1:
            last = place
            continue
        if last >= 0:
            yield Span(every[first].start, every[last].end)
        first = last = place
    if last >= 0:
        yield Span(every[first].start, every[last].end)
