"""Days as a question writes them."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import InputError

_MONTHS = "january february march april may june july august september october november december".split()


def day_of(text: str) -> date | None:
    """The day that ``text`` is: 2031-05-02, May 2, 2031 or 2 May 2031.

    Raises:
        InputError: when it has the form of a day, and there is none such.
    """
    plain = text.strip(" .,").lower()
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)|([a-z]+) (\d{1,2}),? (\d{4})|(\d{1,2}) ([a-z]+) (\d{4})", plain)
    if match is None:
        return None
    iso, month, day, year, day_, month_, year_ = match.groups()
    name = month or month_
    if name and name not in _MONTHS:
        return None
    try:
        return (
            datetime.fromisoformat(iso).date()
            if iso
            else date(int(year or year_), _MONTHS.index(name) + 1, int(day or day_))
        )
    except ValueError:
        raise InputError(f"{text.strip()!r} is not a day of the calendar; write it as YYYY-MM-DD") from None
