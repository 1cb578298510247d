"""What every kind of file comes down to before it is kept: a person, and where in the file it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.errors import InputError
from onrecord.types import Person

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


class TableError(InputError):
    """A file that is no table of people as it must be: the file, the row, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """A person with the place in the file that a message can name ("row 12", "entry 3")."""

    place: str
    person: Person


def wrong(file: str, place: str, reason: str, remedy: str) -> TableError:
    """The error for one place of one file, as one line."""
    return TableError(f"{file}: {place}: {reason}; {remedy}")


def day(value: str, *, last: bool = False) -> date | None:
    """A day from ``YYYY-MM-DD``; from ``YYYY`` or ``YYYY-MM`` its first day, or its last; None for a blank.

    Raises:
        ValueError: when there is no such day.
    """
    if not value.strip():
        return None
    found = _DAY.fullmatch(value.strip())
    if found is None:
        raise ValueError(f"{value!r} is no date")
    year, month, number = (int(part) if part else None for part in found.groups())
    if year is None or year < 1:
        raise ValueError(f"{value!r} is no date")
    if month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if number is None:
        first = date(year, month, 1)
        if not last:
            return first
        following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
        return date.fromordinal(following.toordinal() - (following != date.max))
    return date(year, month, number)
