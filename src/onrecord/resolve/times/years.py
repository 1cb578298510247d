"""Calendar dates resolved: which year a date without one is in."""

from __future__ import annotations

from datetime import date

from onrecord.resolve.times.frames import NO_DAY, Now, Resolved, Spoken, joined
from onrecord.resolve.times.intervals import OPEN, Interval, interval, ruled_day, value_of
from onrecord.resolve.times.meanings import Calendar
from onrecord.resolve.times.tense import Tense

_OUTWEIGHS = 3
_PAST_PART_OUTWEIGHS = 20


def calendar_date(date_: Calendar, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    """``date_`` with its year found, and its days; without its year where nothing tells it."""
    year, anchor, note = _year_of(date_, now, spoken, tense)
    if year is None:
        return Resolved("DATE", _without_year(date_), note=note)
    value = _value(date_, year)
    if date_.week and (first := interval(value).earliest):
        value = value_of(first, "week")
    if date_.fiscal:
        return Resolved("DATE", value, OPEN, anchor, "the bounds of the fiscal year are not given")
    return Resolved("DATE", value, interval(value), anchor, note)


def _year_of(
    date_: Calendar, now: Now, spoken: Spoken, tense: Tense | None
) -> tuple[int | None, str | None, str | None]:
    """(year, anchor, note) of a date."""
    if date_.year is not None:
        return date_.year, None, None
    day = now.day
    if date_.base == "text" or day is None:
        if spoken.year is None and day is None:
            return None, None, "the text gives no year, and " + NO_DAY
        if day is None:
            return spoken.year, spoken.words, "the year last given in the text"
    if date_.year_shift is not None:
        return day.year + date_.year_shift, now.anchor, now.note
    if (
        spoken.year is not None
        and date_.month
        and date_.lean is None
        and tense != "future"
        and spoken.year < day.year
    ):
        return spoken.year, spoken.words, "in the year that was spoken of"
    years = _candidates(date_, day)
    return (
        _chosen(years, day, date_, tense),
        now.anchor,
        joined("the year that is nearest, by date and tense", now.note),
    )


def _candidates(date_: Calendar, day: date) -> dict[int, Interval]:
    """The years around ``day`` in which ``date_`` exists, and its days in each."""
    found = {y: interval(_value(date_, y)) for y in range(day.year - 5, day.year + 6) if 1 <= y <= 9999}
    return {y: days for y, days in found.items() if days.earliest is not None}


def _chosen(years: dict[int, Interval], day: date, date_: Calendar, tense: Tense | None) -> int | None:
    """The year of a date without one: by its lean, else the nearer of the two around ``day``.

    The tense outweighs the distance unless the date on its side is three times as far away; a past one that
    of seasons and quarters, whose days are many, twenty times.
    """
    if date_.lean == 0:
        return day.year
    before = max((y for y, i in years.items() if i.earliest and i.earliest <= day), default=None)
    ahead = min((y for y, i in years.items() if i.latest and i.latest >= day), default=None)
    if date_.lean is not None and date_.lean < 0:
        return max((y for y, i in years.items() if i.latest and i.latest < day), default=None)
    if date_.lean is not None:
        return min((y for y, i in years.items() if i.earliest and i.earliest > day), default=None)
    if before is None or ahead is None:
        return before if ahead is None else ahead
    back, forth = _distance(years[before], day), _distance(years[ahead], day)
    past = _OUTWEIGHS if date_.month else _PAST_PART_OUTWEIGHS
    weight = {"past": (1, past), "future": (_OUTWEIGHS, 1)}.get(tense or "", (1, 1))
    return before if back * weight[0] <= forth * weight[1] else ahead


def _distance(days: Interval, day: date) -> int:
    """Days from ``day`` to the nearest of ``days``, 0 within."""
    if days.earliest and days.earliest > day:
        return (days.earliest - day).days
    return (day - days.latest).days if days.latest and days.latest < day else 0


def _value(date_: Calendar, year: int) -> str:
    if date_.holiday:
        return ruled_day(year, *date_.holiday).isoformat()
    if date_.part:
        return f"{year:04d}-{date_.part}"
    value = f"{year:04d}"
    value += f"-{date_.month:02d}" if date_.month else ""
    return value + (f"-{date_.day:02d}" if date_.day else "")


def _without_year(date_: Calendar) -> str | None:
    return None if date_.holiday else "XXXX" + _value(date_, 1)[4:]
