"""The clauses of saying: the words of a sentence outside all contents, and whose each phrase there is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolve.passage import Passage
from onrecord.text.words import Word
from onrecord.types import Span, Statement

_DIVIDING = (",", ";", " — ", " - ", " – ", ". ")
_MOST_BETWEEN = 8
_MOST_BEFORE_CUE = 8
_SPEAKING = frozenset(
    "writing speaking talking appearing testifying posting tweeting responding replying reacting "
    "commenting".split()
)
_JOINING = frozenset("and but that while then or yet".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words of one sentence, outside all contents of one level.

    Attributes:
        start: index of its first word.
        end: index after its last word.
    """

    start: int
    end: int


class Level:
    """The statements that stand in the same content, or in none, and the words around their contents.

    Args:
        place: the text.
        around: the content they stand in; () for those that stand in none.
        statements: the statements, in the order of the text.
    """

    def __init__(self, place: Passage, around: Sequence[Span], statements: Sequence[Statement]) -> None:
        self._place = place
        self._around = around
        self.statements = statements
        contents = sorted(span for statement in statements for span in statement.content)
        self._contents = _joined(contents)
        self._starts = [span.start for span in self._contents]
        cues = ((span, one) for one in statements for span in one.cue)
        self._cues = sorted(cues, key=lambda cue: cue[0])
        self._cue_starts = [span.start for span, _ in self._cues]

    def clauses(self, statement: Statement) -> Iterator[Clause]:
        """The runs of words in the sentences of ``statement``'s cue outside the contents of this level."""
        seen: set[int] = set()
        for cue in statement.cue:
            sentence = self._place.sentence(cue.start)
            if sentence.start not in seen:
                seen.add(sentence.start)
                yield from self._outside(self._bounds(sentence, cue))

    def _bounds(self, sentence: Span, cue: Span) -> Span:
        """``sentence``, cut to the content that this level stands in."""
        for span in self._around:
            if cue.start < span.end and span.start < cue.end:
                return Span(max(span.start, sentence.start), max(cue.end, min(span.end, sentence.end)))
        return Span(sentence.start, max(cue.end, sentence.end))

    def _outside(self, bounds: Span) -> Iterator[Clause]:
        words = self._place.words
        at = bounds.start
        first = max(0, bisect_left(self._starts, bounds.start) - 1)
        for content in self._contents[first:]:
            if content.start >= bounds.end:
                break
            if content.start > at:
                yield Clause(words.first_at(at), words.first_at(content.start))
            at = max(at, content.end)
        if at < bounds.end:
            yield Clause(words.first_at(at), words.first_at(bounds.end))

    def owner(self, start: int, end: int) -> Statement | None:
        """Whose phrase it is that reaches from code point ``start`` to ``end``, or None.

        It is that of the cue it stands in, or of the one right before it, without a comma between; else of
        the next one in its sentence, whose clause it opens; else an aside to the one before it ("said, in an
        interview, that").
        """
        sentence = self._place.sentence(start)
        near = self._near(start, end)
        before = [c for c in near if sentence.start <= c[0].start <= start]
        after = [c for c in near if end <= c[0].start < sentence.end]
        if before and self._follows(*before[-1], start, end):
            return before[-1][1]
        if after and self._opens(*after[0], start, end):
            return after[0][1]
        return before[-1][1] if before and self._is_aside(*before[-1], start, end) else None

    def _follows(self, cue: Span, statement: Statement, start: int, end: int) -> bool:
        """Whether a phrase goes with the cue before it: nothing divides them, and little stands between."""
        if end <= cue.end:
            return True
        gap = _without(self._place.text[cue.end : start], cue.end, statement.content)
        return not any(mark in gap for mark in _DIVIDING) and len(gap.split()) <= _MOST_BETWEEN

    def _opens(self, cue: Span, statement: Statement, start: int, end: int) -> bool:
        """Whether a phrase opens the clause of the cue after it, or stands right before that cue."""
        source = [span.start for span in statement.source if end <= span.start < cue.start]
        until = min([cue.start, *source])
        between = _without(self._place.text[end:until], end, statement.content)
        if any(c.start < until and c.end > end and c not in statement.content for c in self._contents):
            return False
        if len(between.split()) > _MOST_BEFORE_CUE:
            return False
        words = self._place.before(start, 1)
        opening = not words or words[-1].is_mark or words[-1].low in _JOINING or self._is_speaking(words[-1])
        return opening or not between.strip() or any(span.end <= start for span in statement.source)

    def _is_speaking(self, word: Word) -> bool:
        """Whether a phrase hangs on "Writing" or "Speaking", which itself opens the clause."""
        before = self._place.before(word.start, 1)
        return word.low in _SPEAKING and (not before or before[-1].is_mark or before[-1].low in _JOINING)

    def _is_aside(self, cue: Span, statement: Statement, start: int, end: int) -> bool:
        gap = _without(self._place.text[cue.end : start], cue.end, statement.content)
        following = self._place.after(end, 1)
        return not gap.strip(" ,\n—–-") and (
            not following or following[0].is_mark or following[0].low == "that"
        )

    def _near(self, start: int, end: int) -> Sequence[tuple[Span, Statement]]:
        first = bisect_left(self._cue_starts, start)
        last = bisect_left(self._cue_starts, end)
        return self._cues[max(0, first - 4) : last + 2]


def levels(place: Passage, statements: Sequence[Statement]) -> Iterator[Level]:
    """The levels of ``statements``: those that stand in none's content, then those in each one's."""
    children: dict[str | None, list[Statement]] = {}
    for statement in statements:
        children.setdefault(statement.parent, []).append(statement)
    contents = {statement.id: statement.content for statement in statements}
    for parent, ones in children.items():
        yield Level(place, contents.get(parent, ()) if parent else (), ones)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """``spans`` (sorted), those that overlap made one."""
    out: list[Span] = []
    for span in spans:
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _without(stretch: str, at: int, contents: Sequence[Span]) -> str:
    """``stretch``, which begins at code point ``at`` of the text, without what of it is in ``contents``."""
    out: list[str] = []
    here = 0
    for content in sorted(contents):
        first, last = content.start - at, content.end - at
        if first < len(stretch) and last > here:
            out.append(stretch[here : max(here, first)])
            here = max(here, last)
    return " ".join([*out, stretch[here:]])
