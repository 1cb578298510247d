"""Rules for dates that count from now or from the time last spoken of."""

from __future__ import annotations

from dataclasses import replace

from onrecord.resolve.times.absolute import month_at, month_first
from onrecord.resolve.times.amounts import amount
from onrecord.resolve.times.lexicon import (
    DEICTIC_DAYS,
    FROM_THE_TEXT,
    LEANS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from onrecord.resolve.times.meanings import (
    Base,
    Calendar,
    Match,
    Meaning,
    Reference,
    Shift,
    Then,
    Weekday,
    Weekend,
)
from onrecord.resolve.times.periods import holiday, quarter
from onrecord.resolve.times.words import Words

_DATED_UNITS = frozenset("day week weekend month quarter year decade century fortnight".split())
_ALONE = frozenset(["last", "next", "this"])
_DETERMINERS = frozenset("the this its his her their our my that".split())
_FIGURES = frozenset("$ £ € % percent cents share million billion compared profit loss sales revenue".split())


def weekday(words: Words, position: int) -> Match | None:
    """``Tuesday``."""
    word = words.at(position)
    if word not in WEEKDAYS or not words.capital(position):
        return None
    return Match(position + 1, Weekday(WEEKDAYS[word]))


def deictic_day(words: Words, position: int) -> Match | None:
    """``today``, ``yesterday``, ``the day before yesterday``, ``the day after tomorrow``."""
    word = words.at(position)
    if word in DEICTIC_DAYS:
        return Match(position + 1, Shift("day", DEICTIC_DAYS[word]))
    for phrase, count in ((("before", "yesterday"), -2), (("after", "tomorrow"), 2)):
        if words.run(position, ("the", "day", *phrase)):
            return Match(position + 4, Shift("day", count))
    return None


def leaning(words: Words, position: int) -> Match | None:
    """``last week``, ``next month``, ``last October``, ``this coming Sunday``, ``the next day``."""
    at = position + (words.at(position) == "the")
    lean, base, at = _lean(words, at)
    if lean is None:
        return None
    definite = words.at(position) == "the"
    if definite and lean and base == "now" and words.at(at - 1) in {"next", "last"}:
        base = "text" if words.at(at) in {"day", "morning"} else base
    return _leaning_unit(words, at, lean, base, past=words.at(at - 1)) or _leaning_date(words, at, lean, base)


def _lean(words: Words, at: int) -> tuple[int | None, Base, int]:
    word = words.at(at)
    if word == "this" and words.at(at + 1) in {"past", "coming", "last", "next"}:
        return LEANS[words.at(at + 1)], "now", at + 2
    base: Base = "text" if word in FROM_THE_TEXT else "now"
    if word not in _ALONE and words.at(at - 1) not in _DETERMINERS:
        return None, base, at  # "following Monday's debate": no adjective
    return LEANS.get(word), base, at + 1


def _leaning_unit(words: Words, at: int, lean: int, base: Base, *, past: str) -> Match | None:
    fiscal = words.at(at) in {"fiscal", "calendar", "full"} and words.at(at + 1) in {"year", "quarter"}
    at += fiscal
    unit = UNITS.get(words.at(at), "")
    if unit not in _DATED_UNITS or words.at(at) != unit:
        return None
    if past == "past" and lean < 0 and unit != "weekend":
        return None  # "the past year" is a stretch of time up to now: a duration
    if unit == "weekend" and not lean:
        return Match(at + 1, Weekend())
    end = at + 1 + 2 * words.run(at + 1, ("or", "so"))
    return Match(end, Shift(unit, lean, base))


def _leaning_date(words: Words, at: int, lean: int, base: Base) -> Match | None:
    word = words.at(at)
    if word in WEEKDAYS:
        return Match(at + 1, Weekday(WEEKDAYS[word], lean, base))
    if word in SEASONS:
        return Match(at + 1, Calendar(part=SEASONS[word], lean=lean, base=base))
    found = month_first(words, at) if month_at(words, at) else holiday(words, at)
    if found and isinstance(found.meaning, Calendar) and found.meaning.year is None:
        return replace(found, meaning=replace(found.meaning, lean=lean, base=base))
    return None


def within_shift(words: Words, position: int) -> Match | None:
    """``January this year``, ``the third quarter of last year``, ``last year’s third quarter``."""
    found = month_first(words, position) or quarter(words, position)
    if found and isinstance(found.meaning, Calendar) and found.meaning.year is None:
        skip = found.end + (words.at(found.end) in {"of", ","})
        outer = leaning(words, skip)
        if outer and outer.meaning in (Shift("year", -1), Shift("year", 0), Shift("year", 1)):
            return Match(outer.end, _in_year(found.meaning, outer.meaning))
    outer = leaning(words, position)
    if outer and isinstance(outer.meaning, Shift) and outer.meaning.unit == "year":
        at = outer.end
        if words.at(at) in {"'", "’"} and words.at(at + 1) == "s":
            inner = quarter(words, at + 2)
            if inner and isinstance(inner.meaning, Calendar):
                return Match(inner.end, _in_year(inner.meaning, outer.meaning))
    return None


def _in_year(date: Calendar, shift: Meaning) -> Calendar:
    """``date`` in the year that ``shift`` leads to."""
    return replace(date, year_shift=shift.count if isinstance(shift, Shift) else None)


def ago(words: Words, position: int) -> Match | None:
    """``two weeks ago``, ``a year earlier``, ``three days later``, ``five days from now``, ``years ago``."""
    number = amount(words, position)
    at, count = (number.end, number.count) if number else (position, None)
    at += words.at(at) in {"full", "more"}
    unit = UNITS.get(words.at(at), "")
    if not unit or (number is None and words.at(at) == unit):
        return None
    end = at + 1
    end += 2 * words.run(end, ("or", "so"))
    direction = _direction(words, end)
    if direction is None:
        return None
    end, sign, base = direction
    whole = None if count is None else round(count)
    if count is not None and count != int(count):
        return Match(end, Shift("month", sign * round(count * 12), base)) if unit == "year" else None
    if unit == "year" and whole == 1 and words.at(end - 1) == "ago" and _compares(words, position):
        base = "quarter"
    return Match(end, Shift(unit, None if whole is None else sign * whole, base, sign))


def _compares(words: Words, position: int) -> bool:
    """Whether figures are compared: "from 12 cents a year ago" may mean a quarter a year ago."""
    return not _FIGURES.isdisjoint(words.lower[max(0, position - 7) : position])


def _direction(words: Words, at: int) -> tuple[int, int, Base] | None:
    """(end, sign, base) of ``ago``, ``earlier``, ``from now`` ..."""
    word = words.at(at)
    if word == "ago":
        return at + 1, -1, "now"
    if word == "from" and words.at(at + 1) in {"now", "today"}:
        return at + 2, 1, "now"
    if word == "hence":
        return at + 1, 1, "now"
    if word in {"earlier", "before"}:
        return (at + 1, -1, "text") if word == "earlier" or _ends_clause(words, at + 1) else None
    if word in {"later", "after"}:
        return (at + 1, 1, "text") if word == "later" or _ends_clause(words, at + 1) else None
    return None


def _ends_clause(words: Words, at: int) -> bool:
    return words.at(at) in {"", ".", ",", ";", ":", "and", "”", '"', "?", ")"}


def year_earlier(words: Words, position: int) -> Match | None:
    """``year-earlier``, ``the year-ago quarter``, ``the year-earlier period``."""
    at = position + (words.at(position) == "the")
    at += words.at(at) == "comparable"
    if words.at(at) != "year" or words.at(at + 1) != "-" or words.at(at + 2) not in {"ago", "earlier"}:
        return None
    end = at + 3
    inner = quarter(words, end)
    if inner and isinstance(inner.meaning, Calendar):
        return Match(inner.end, replace(inner.meaning, year_shift=-1))
    if at > position and words.at(end) in {"quarter", "period", "month"}:
        return Match(end + 1, Shift("year", -1, "text", -1))
    return Match(end, Shift("year", -1, "text", -1)) if at == position else None


def day_before(words: Words, position: int) -> Match | None:
    """``the day before``, ``the following day``, ``the day after``, ``a day earlier``."""
    if not words.run(position, ("the",)) or UNITS.get(words.at(position + 1), "") not in _DATED_UNITS:
        return None
    word, unit = words.at(position + 2), UNITS[words.at(position + 1)]
    if word in {"before", "after"} and _ends_clause(words, position + 3):
        return Match(position + 3, Shift(unit, -1 if word == "before" else 1, "text"))
    return None


def current_unit(words: Words, position: int) -> Match | None:
    """``the weekend``, ``for the year``, ``the latest quarter``: the one spoken of, else the nearest."""
    if words.at(position) != "the":
        return None
    at = position + 1
    latest = words.at(at) == "latest"
    at += words.at(at) in {"latest", "full", "current", "fiscal", "entire"}
    unit = UNITS.get(words.at(at), "period" if words.at(at) == "period" else "")
    if not unit or (words.at(at) != unit and unit != "period"):
        return None
    if unit == "quarter" or (unit == "period" and latest):
        return Match(at + 1, Then("quarter"))
    if unit == "weekend":
        return Match(at + 1, Weekend())
    bound = words.at(position - 1) in {"for", "during", "throughout"} or at > position + 1
    if unit in {"week", "month", "year"} and bound and words.at(at + 1) != "of":
        return Match(at + 1, Shift(unit, -1 if latest else 0))
    return None


def that(words: Words, position: int) -> Match | None:
    """``that day``, ``the same year``, ``that time``; ``then``."""
    word = words.at(position)
    if word == "then":
        return Match(position + 1, Then())
    if word not in {"that", "the"}:
        return None
    same = words.at(position + 1) in {"same", "very"}
    at = position + 1 + same
    if word == "the" and not same:
        return None
    if words.at(at) == "time" and not same:
        return Match(at + 1, Then())
    unit = words.at(at)
    return Match(at + 1, Then(unit)) if unit in _DATED_UNITS else None


def ahead(words: Words, position: int) -> Match | None:
    """``the coming days``, ``the weeks ahead``, ``years to come``: somewhere ahead."""
    at = position + (words.at(position) == "the")
    if words.at(at) in {"coming", "upcoming"} and _is_plural_unit(words, at + 1):
        return Match(at + 2, Reference("FUTURE_REF"))
    if _is_plural_unit(words, at):
        if words.at(at + 1) == "ahead":
            return Match(at + 2, Reference("FUTURE_REF"))
        if words.run(at + 1, ("to", "come")):
            return Match(at + 3, Reference("FUTURE_REF"))
    return None


def _is_plural_unit(words: Words, position: int) -> bool:
    return UNITS.get(words.at(position), words.at(position)) != words.at(position)
