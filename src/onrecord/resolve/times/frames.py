"""What times are resolved against, and what they are resolved to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.resolve.times.intervals import OPEN, Interval
from onrecord.types import Span, TimeType

NO_DAY = "no day of publication is known to count from"


@dataclass(frozen=True, slots=True)
class Now:
    """The writer's or speaker's now.

    Attributes:
        day: the day, or None where unknown.
        anchor: what the day is known from ("published_on", "speech").
        note: what is to be said of everything resolved against it, or None.
    """

    day: date | None
    anchor: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The time last spoken of.

    Attributes:
        value: its value, or None where there was none.
        span: its place.
        year: the year that the sentence gave with a month, or None.
        here: whether it was in the same paragraph.
        text: the document's text.
    """

    value: str | None = None
    span: Span | None = None
    year: int | None = None
    here: bool = True
    text: str = field(default="", repr=False)

    @property
    def words(self) -> str | None:
        """The words of it."""
        return self.span.of(self.text) if self.span else None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression was resolved to (see :class:`onrecord.types.Time`)."""

    type: TimeType
    value: str | None
    days: Interval = OPEN
    anchor: str | None = None
    note: str | None = None


def joined(*notes: str | None) -> str | None:
    """The notes as one, None for none."""
    return "; ".join(n for n in notes if n) or None
