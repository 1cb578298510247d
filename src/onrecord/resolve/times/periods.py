"""Rules for years, quarters, seasons, decades and centuries, for weeks, and for days with a name."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.resolve.times.absolute import century_of, month_first, with_year, year_at
from onrecord.resolve.times.amounts import ordinal
from onrecord.resolve.times.lexicon import DECADES, FIXED_HOLIDAYS, SEASONS, WEEKDAY_HOLIDAYS
from onrecord.resolve.times.meanings import Calendar, Era, Match
from onrecord.resolve.times.words import Words

_MOST_HOLIDAY_WORDS = 5


def year(words: Words, position: int) -> Match | None:
    """``1990``, ``the year 2000``, ``fiscal 1990``, ``fiscal year 2017``."""
    start = position
    start += words.at(start) == "the"
    fiscal = words.at(start) == "fiscal"
    start += fiscal
    start += words.at(start) in {"year", "years"}
    if start > position and not fiscal and words.at(start - 1) not in {"year", "years"}:
        return None
    if words.run(start, ("two", "thousand")) and start > position:
        return Match(start + 2, Calendar(2000))
    found = year_at(words, start)
    if found is None:
        return None
    end = found[0]
    return Match(end, Calendar(found[1], fiscal=fiscal))


def year_end(words: Words, position: int) -> Match | None:
    """``year-end``, ``year end``, ``year's end``: the last day of the year."""
    if words.at(position) != "year":
        return None
    at = position + 1
    if words.at(at) in {"'", "’"} and words.at(at + 1) == "s":
        at += 2
    at += words.at(at) == "-"
    return Match(at + 1, Calendar(month=12, day=31, lean=0)) if words.at(at) == "end" else None


def year_period(words: Words, position: int) -> Match | None:
    """``the 1988 period``, ``the 1988 quarter``: a stretch of that year."""
    found = year_at(words, position + 1) if words.at(position) == "the" else None
    if found is None or words.at(found[0]) not in {"period", "quarter", "season"}:
        return None
    return Match(found[0] + 1, Calendar(found[1]))


def decade(words: Words, position: int) -> Match | None:
    """``the 1990s``, ``the ’60s``, ``the nineties``."""
    start = position + (words.at(position) == "the")
    word = words.at(start)
    if word in DECADES and start > position:
        return Match(start + 1, Era(f"19{DECADES[word]}"))
    short = word in {"'", "’", "‘"} and words.glued(start + 1)
    start += short
    figures = words.at(start)
    if not re.fullmatch(r"[0-9]0" if short or len(figures) == 2 else r"(?:1[0-9]|20)[0-9]0", figures):
        return None
    end = start + 1
    end += words.at(end) in {"'", "’"} and words.glued(end) and words.at(end + 1) == "s"
    if words.at(end) != "s" or not words.glued(end) or (len(figures) == 2 and not short):
        return None
    return Match(end + 1, Era(figures[:3] if len(figures) == 4 else str(century_of(int(figures)))[:3]))


def century(words: Words, position: int) -> Match | None:
    """``the 19th century``."""
    start = position + (words.at(position) == "the")
    found = ordinal(words, start)
    if not found or not found.count:
        return None
    end = found.end + (words.at(found.end) == "-")
    if words.at(end) != "century" or not 1 < found.count < 31:
        return None
    return Match(end + 1, Era(f"{int(found.count) - 1:02d}"))


def season(words: Words, position: int) -> Match | None:
    """``the winter of 1994``, ``summer 2016``, ``the fall``."""
    start = position + (words.at(position) == "the")
    part = SEASONS.get(words.at(start))
    if part is None:
        return None
    found = with_year(words, start + 1, Calendar(part=part))
    stated = found is not None and isinstance(found.meaning, Calendar) and found.meaning.year is not None
    return found if stated or start > position or words.at(start) in {"summer", "autumn"} else None


def quarter(words: Words, position: int) -> Match | None:
    """``the third quarter of 2016``, ``fiscal second-quarter``, ``the 1988 second quarter``, ``Q3 2016``."""
    at = position
    at += words.at(at) in {"the", "its", "their"}
    year_before = year_at(words, at)
    at = year_before[0] if year_before else at
    fiscal = words.at(at) in {"fiscal", "fiscal-"}
    at += fiscal
    at += fiscal and words.at(at) == "-"
    part = _quarter_part(words, at)
    if part is None or (at > position and words.at(part[0] - 2) == "-" and not year_before and not fiscal):
        return None  # "its third-quarter loss": the determiner is the loss's
    end, name = part
    date = Calendar(year_before[1] if year_before else None, part=name, fiscal=fiscal)
    if year_before:
        return Match(end, date)
    if words.run(end, ("of", "fiscal")) and (found := year_at(words, end + 2)):
        return Match(found[0], Calendar(found[1], part=name, fiscal=True))
    return with_year(words, end, date)


def _quarter_part(words: Words, position: int) -> tuple[int, str] | None:
    word = words.at(position)
    if word == "q" and re.fullmatch(r"[1-4]", words.at(position + 1)) and words.glued(position + 1):
        return position + 2, f"Q{words.at(position + 1)}"
    number = ordinal(words, position)
    end, which = (number.end, number.count) if number else (position + 1, {"last": 2}.get(word))
    end += words.at(end) == "-"
    kind = words.at(end)
    if kind == "quarter" and number and which in {1, 2, 3, 4}:
        return end + 1, f"Q{int(which or 0)}"
    if kind == "half" and which in {1, 2} and words.at(end + 1) in {"of", ",", "."}:
        return end + 1, f"H{int(which or 0)}"
    return None


def week_of(words: Words, position: int) -> Match | None:
    """``the week of March 6``: the week that the day is in."""
    if not words.run(position, ("the", "week", "of")):
        return None
    found = month_first(words, position + 3)
    if found and isinstance(found.meaning, Calendar) and found.meaning.day:
        return Match(found.end, replace(found.meaning, week=True))
    return None


def holiday(words: Words, position: int) -> Match | None:
    """``Christmas Eve``, ``Thanksgiving 2015``, ``Election Day``, ``Sept. 11`` is no holiday."""
    if not words.capital(position):
        return None
    for length in range(_MOST_HOLIDAY_WORDS, 0, -1):
        name = tuple(words.lower[position : position + length])
        if len(name) < length:
            continue
        if name in FIXED_HOLIDAYS:
            month, day = FIXED_HOLIDAYS[name]
            return with_year(words, position + length, Calendar(month=month, day=day))
        if name in WEEKDAY_HOLIDAYS:
            return with_year(words, position + length, Calendar(holiday=WEEKDAY_HOLIDAYS[name]))
    return None
