"""The speaker's clock: which "now" holds within a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from onrecord.resolve.times.frames import Now
from onrecord.text.quotations import quotations
from onrecord.types import Span, Statement

_UNKNOWN = "in a quotation whose day is not given: counted from the day of publication"
_SET_OFF = 25  # characters: shorter quotations set off words of the writer's sentence


class Speech:
    """The quotations of a text, with the day on which each was said as far as that is known.

    Args:
        text: the text.
        statements: with their ``said_on``.
    """

    def __init__(self, text: str, statements: Sequence[Statement] = ()) -> None:
        outer = [q.span for q in quotations(text) if q.depth == 0]
        self._starts = [s.start for s in outer]
        self._ends = [s.end for s in outer]
        self._said: dict[int, date] = {}
        self.hear(statements)

    def hear(self, statements: Sequence[Statement]) -> bool:
        """Take the days of ``statements`` for their quotations; whether there was any."""
        for statement in statements:
            day = _day(statement)
            for span in statement.verbatim if day else ():
                place = self._place(span)
                if place is not None and day is not None:
                    self._said[place] = day
        return bool(self._said)

    def _place(self, span: Span) -> int | None:
        """The index of the outermost quotation around ``span``, or None."""
        place = bisect_right(self._starts, span.start) - 1
        return place if place >= 0 and span.end <= self._ends[place] else None

    def now_at(self, span: Span, published: Now) -> Now:
        """What "now" is at ``span``: the day of speaking in a quotation, else that of publication."""
        place = self._place(span)
        if place is None or self._ends[place] - self._starts[place] < _SET_OFF:
            return published
        if place in self._said:
            return Now(self._said[place], "speech", "in a quotation: counted from the day of speaking")
        return Now(published.day, published.anchor, _UNKNOWN if published.day else None)


def _day(statement: Statement) -> date | None:
    said = statement.said_on
    return said.earliest if said and said.earliest == said.latest else None
