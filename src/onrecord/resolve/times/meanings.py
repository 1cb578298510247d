"""What an expression says, before it is known when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Base = Literal["now", "text", "quarter"]
"""What a date counts from: now, the time last spoken of, or the quarter spoken of and now where none is."""
Edge = Literal["start", "mid", "end", "before", "after", "approx"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a calendar date as far as they are stated.

    Attributes:
        year: None where it is to be found.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        part: a season ("SP"), quarter ("Q3") or half ("H1") of the year, or None.
        holiday: (month, weekday, which) of a day found by a rule, or None.
        year_shift: years from this one ("January last year": -1), or None.
        lean: -1 for "last", 0 for "this", 1 for "next", None where the text has none.
        fiscal: whether the year is a fiscal one, whose bounds the text does not give.
        base: from where a lean counts.
        week: whether the week that the day is in is meant.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    holiday: tuple[int, int, int] | None = None
    year_shift: int | None = None
    lean: int | None = None
    fiscal: bool = False
    base: Base = "now"
    week: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday, and which one (see ``Calendar.lean``)."""

    day: int
    lean: int | None = None
    base: Base = "now"


@dataclass(frozen=True, slots=True)
class Weekend:
    """``the weekend``, ``this weekend``: by its tense the last one or the next."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away; 0 is the one that it counts from. ``count`` is None for "some days ago"."""

    unit: str
    count: int | None
    base: Base = "now"
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century: its value ("199", "19")."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration by its value ("P3M"); ``side`` is -1 for one up to now, 1 for one from now on."""

    value: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times by its value ("P1D", "XXXX-WXX-2")."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Daytime:
    """A time of a day: ``clock`` is "15:00", "NI"; ``when`` its day, or None where unsaid."""

    clock: str
    when: Calendar | Weekday | Shift | Then | None = None


@dataclass(frozen=True, slots=True)
class Then:
    """The time last spoken of, or ("that day", "that year") its day, month, year."""

    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A time given by an event ("the start of the war")."""


Meaning = Calendar | Weekday | Weekend | Shift | Era | Length | Repeat | Reference | Daytime | Then | Occasion


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule read: up to which word (excluded), its meaning, and which part of it is meant."""

    end: int
    meaning: Meaning
    edge: Edge | None = None
