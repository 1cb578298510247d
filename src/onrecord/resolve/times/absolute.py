"""Rules for calendar dates: ISO and slashed dates, months with days and years, decades, quarters, feasts."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from onrecord.resolve.times.amounts import ordinal
from onrecord.resolve.times.lexicon import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    SMALL_NUMBERS,
    TENS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from onrecord.resolve.times.meanings import Calendar, Match
from onrecord.resolve.times.words import Words

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)")
_EVENTS_OF_2001 = frozenset("attack attacks terror terrorist hijackers hijackings plotters".split())


def year_at(words: Words, position: int) -> tuple[int, int] | None:
    """(end, year) of the year at ``position`` in figures, ’16, or words ("nineteen ninety-six"), or None."""
    word = words.at(position)
    if _YEAR.fullmatch(word):
        return position + 1, int(word)
    if word in {"'", "’", "‘"} and words.glued(position + 1):
        short = words.at(position + 1)
        if words.at(position + 2) in UNITS:
            return None
        return (position + 2, century_of(int(short))) if re.fullmatch(r"[0-9]{2}", short) else None
    if word == "nineteen" and words.at(position + 1) in TENS:
        end, year = position + 2, 1900 + TENS[words.at(position + 1)]
        skip = end + (words.at(end) == "-")
        if 0 < SMALL_NUMBERS.get(words.at(skip), 0) < 10:
            return skip + 1, year + SMALL_NUMBERS[words.at(skip)]
        return end, year
    return None


def century_of(short: int) -> int:
    """The year that two figures stand for: 1930 to 2029."""
    return short + (2000 if short < 30 else 1900)


def iso(words: Words, position: int) -> Match | None:
    """``2016-03-07`` and ``2016-03``."""
    if not _YEAR.fullmatch(words.at(position)):
        return None
    parts = [words.at(position)]
    end = position + 1
    while len(parts) < 3 and words.at(end) == "-" and words.glued(end) and words.glued(end + 1):
        if not re.fullmatch(r"[0-9]{2}", words.at(end + 1)):
            break
        parts.append(words.at(end + 1))
        end += 2
    numbers = [int(p) for p in parts]
    if len(numbers) == 2 and numbers[1] == numbers[0] % 100 + 1:
        return None  # the season of 2010-11
    if len(numbers) < 2 or not _exists(*numbers):
        return None
    return Match(end, Calendar(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None))


def slashed(words: Words, position: int) -> Match | None:
    """``3/7/2016`` by U.S. order; where only the other order makes a date, by that one; 9/11."""
    word = words.at(position)
    if word == "9/11":
        return Match(position + 1, Calendar(2001, 9, 11))
    match = _SLASHED.fullmatch(word)
    if not match:
        return None
    first, second, year = (int(g) for g in match.groups())
    year = year if year > 99 else century_of(year)
    if _exists(year, first, second):
        return Match(position + 1, Calendar(year, first, second))
    return Match(position + 1, Calendar(year, second, first)) if _exists(year, second, first) else None


def _exists(year: int, month: int, day: int = 1) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def month_at(words: Words, position: int) -> tuple[int, int] | None:
    """(end, month) of the month's name at ``position``; an abbreviation takes its full stop with it."""
    word = words.at(position)
    if word not in MONTHS or not words.capital(position):
        return None
    if word in MONTH_ABBREVIATIONS and words.at(position + 1) == "." and words.glued(position + 1):
        return position + 2, MONTHS[word]
    return position + 1, MONTHS[word]


def day_at(words: Words, position: int) -> tuple[int, int] | None:
    """(end, day) of a day of the month in figures or as an ordinal, or None."""
    return _first_day(words, position) if words.joined(position) else None


def month_first(words: Words, position: int) -> Match | None:
    """``March 7``, ``Sept. 11, 2001``, ``March 2016``, ``March of last year`` (its month), ``March``."""
    found = month_at(words, position)
    if not found:
        return None
    end, month = found
    if day := day_at(words, end + (words.at(end) == "the")):
        if (month, day[1]) == (9, 11) and not _EVENTS_OF_2001.isdisjoint(words.lower[day[0] : day[0] + 3]):
            return with_year(words, day[0], Calendar(2001, 9, 11))
        if not (words.glued(day[0]) and words.at(day[0]) in {"-", "–"} and _is_year(words, day[0] + 1)):
            return with_year(words, day[0], Calendar(month=month, day=day[1]))
        return Match(day[0], Calendar(month=month, day=day[1]))
    return with_year(words, end, Calendar(month=month))


def _is_year(words: Words, position: int) -> bool:
    return bool(_YEAR.fullmatch(words.at(position)))


def with_year(words: Words, end: int, date: Calendar) -> Match | None:
    """``date`` with the year that follows it, if one does; None for a day that its month has not."""
    skip = end + (words.at(end) in {",", "of"})
    found = year_at(words, skip) if words.joined(skip) else None
    if found and not (words.at(found[0]) == "s" and words.glued(found[0])):
        end, date = found[0], replace(date, year=found[1])
    if date.day and date.month and not _exists(date.year or 2000, date.month, date.day):
        return None
    return Match(end, date)


def day_first(words: Words, position: int) -> Match | None:
    """``7 March 2016``, ``the 5th of November``, ``5th March``."""
    start = position + (words.at(position) == "the")
    day = day_at(words, start) if start > position else _first_day(words, position)
    if not day:
        return None
    end, number = day
    named = words.at(end) == "of"
    month = month_at(words, end + named) if words.joined(end) else None
    if not month or (start > position and not named and words.at(start).isdecimal() and end == start + 1):
        return None
    return with_year(words, month[0] + (words.at(month[0]) == "," and _is_year(words, month[0] + 1)),
                      Calendar(month=month[1], day=number))  # fmt: skip


def _first_day(words: Words, position: int) -> tuple[int, int] | None:
    """As day_at, for a day that may begin a paragraph."""
    found = ordinal(words, position)
    if found and found.count and found.count <= 31:
        return found.end, int(found.count)
    word = words.at(position)
    if word.isascii() and word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 31:
        return position + 1, int(word)
    return None


def weekday_prefix(words: Words, position: int) -> Match | None:
    """``Monday, March 7``, ``Fri., Oct. 3, 2014``: a weekday before a date that says the same."""
    word = words.at(position)
    if not words.capital(position) or (word not in WEEKDAYS and word not in WEEKDAY_ABBREVIATIONS):
        return None
    end = position + 1
    end += word in WEEKDAY_ABBREVIATIONS and words.at(end) == "."
    end += words.at(end) == ","
    if words.at(end) == "the":
        end += 1
    if not words.joined(end):
        return None
    found = month_first(words, end) or day_first(words, end)
    return found if found and isinstance(found.meaning, Calendar) and found.meaning.day else None
