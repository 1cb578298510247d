"""Days as the words before a time alter them: "about", "earlier", "later"."""

from __future__ import annotations

from datetime import date

from onrecord.resolve.times.frames import Now
from onrecord.resolve.times.intervals import Interval, shifted
from onrecord.resolve.times.meanings import Match, Shift

_UNITS_OF_DAYS = frozenset(["second", "minute", "hour"])


def qualified(days: Interval, match: Match, now: Now) -> Interval:
    """``days`` as the words before the time alter them.

    "about two years ago" reaches one unit further on either side, but not past now; "earlier this week" ends
    now, and "later this week" begins now.
    """
    if days.earliest is None or days.latest is None:
        return days
    if match.edge == "approx" and isinstance(match.meaning, Shift) and match.meaning.count:
        return _widened(days.earliest, days.latest, match.meaning, now)
    if now.day is not None and days.earliest <= now.day <= days.latest:
        if match.edge == "before":
            return Interval(days.earliest, now.day)
        if match.edge == "after":
            return Interval(now.day, days.latest)
    return days


def _widened(earliest: date, latest: date, shift: Shift, now: Now) -> Interval:
    unit = "day" if shift.unit in _UNITS_OF_DAYS else shift.unit
    before, after = shifted(earliest, unit, -1), shifted(latest, unit, 1)
    if now.day is not None and shift.base == "now" and after is not None and latest <= now.day:
        after = min(after, now.day)
    return Interval(before, after)
