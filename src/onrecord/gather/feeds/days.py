"""The day that a feed states, in whichever of the usual ways it is written, as it stands there."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate

from onrecord.gather.jsonlines import day_of

_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T\S{0,20})?\s*", re.ASCII)
# A year before 1000, which the library would take for one of two digits; a zone ("-0500") is none.
_EARLY = re.compile(r"(?<![\d+-])0\d{3}(?![\d:])", re.ASCII)
_LONGEST = 100
_FIRST_YEAR = 1600


def stated_day(written: str | None) -> date | None:
    """The day in a date as RFC 822, RFC 3339 or ISO 8601 write it, or None.

    The day is the one written, in the zone it is written in: "Mon, 18 Mar 2024 23:30:00 -0500" is the 18th,
    though it was the 19th in Greenwich. Days that are none (30 February, the year 0) are None.
    """
    if written is None or len(written) > _LONGEST:
        return None
    return day_of(written) or _compact(written) or _rfc822(written)


def _compact(written: str) -> date | None:
    found = _COMPACT.fullmatch(written)
    return _made(*map(int, found.groups())) if found else None


def _rfc822(written: str) -> date | None:
    if _EARLY.search(written):
        return None
    try:
        parsed = parsedate(written) or parsedate(f"{written} 00:00")
    except (ValueError, IndexError, TypeError):
        return None
    return _made(*parsed[:3]) if parsed else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        made = datetime(year, month, day)  # noqa: DTZ001 - a day, which has no zone
    except (ValueError, OverflowError):
        return None
    return made.date() if made.year >= _FIRST_YEAR else None
