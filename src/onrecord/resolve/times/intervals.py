"""TIMEX3 values of calendar dates and the days they take up."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

# First day and last day (month, day) of what is called a season. Meteorologists and astronomers draw its
# bounds three weeks apart; both are within these. Winter goes on into the next year.
_SEASONS = {
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 23)),
    "FA": ((9, 1), (12, 22)),
    "WI": ((12, 1), (3, 21)),
}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")


class Interval(NamedTuple):
    """First and last day, both included; None where it is open."""

    earliest: date | None
    latest: date | None


OPEN = Interval(None, None)


def interval(value: str | None) -> Interval:
    """The days that the calendar date ``value`` takes up, open for everything else.

    Years before 1 and after 9999 are open too, as :class:`datetime.date` has none.
    """
    try:
        return _interval(value or "")
    except (ValueError, OverflowError):
        return OPEN


def _interval(value: str) -> Interval:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return Interval(day, day)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Interval(monday + timedelta(5 if match[3] else 0), monday + timedelta(6))
    if match := _MONTH.fullmatch(value):
        return months(int(match[1]), int(match[2]), 1)
    if match := _PART.fullmatch(value):
        return _part(int(match[1]), match[2])
    if _YEARS.fullmatch(value):
        first = int(value.ljust(4, "0"))
        return Interval(date(first, 1, 1), date(first + 10 ** (4 - len(value)) - 1, 12, 31))
    return OPEN


def months(year: int, month: int, count: int) -> Interval:
    """``count`` whole months of ``year`` from ``month`` on."""
    last = month + count - 1
    return Interval(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _part(year: int, part: str) -> Interval:
    if part[0] == "Q":
        return months(year, 3 * int(part[1]) - 2, 3)
    if part[0] == "H":
        return months(year, 6 * int(part[1]) - 5, 6)
    first, last = _SEASONS[part]
    return Interval(date(year, *first), date(year + (part == "WI"), *last))


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, year ... that ``day`` is in."""
    if unit in {"week", "weekend", "fortnight"}:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"month": 7, "year": 4, "decade": 3, "century": 2}.get(unit, 10)]


def shifted(day: date, unit: str, count: int) -> date | None:
    """``day`` moved by ``count`` units; a day that its month has not becomes its last; None out of range."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    try:
        if days:
            return day + timedelta(days * count)
        return _by_months(
            day, {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        )
    except (ValueError, OverflowError):
        return None


def _by_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ruled_day(year: int, month: int, weekday: int, which: int) -> date:
    """The ``which``-th ``weekday`` of a month, the last for -1; 0 is the one after its first Monday."""
    if which == 0:
        return ruled_day(year, month, 1, 1) + timedelta(weekday - 1)
    if which < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
