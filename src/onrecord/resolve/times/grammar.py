"""The grammar: which rules may begin at a word, the longest reading, and what may stand around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord.resolve.times import absolute, clocks, lengths, periods, references, relative
from onrecord.resolve.times.doubts import is_doubtful
from onrecord.resolve.times.lexicon import (
    APPROXIMATIONS,
    DAYPART_PLURALS,
    DAYPARTS,
    DECADES,
    DEICTIC_DAYS,
    MONTHS,
    REFERENCES,
    REPEATS,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from onrecord.resolve.times.meanings import (
    Calendar,
    Daytime,
    Edge,
    Length,
    Match,
    Meaning,
    Shift,
    Then,
    Weekday,
)
from onrecord.resolve.times.words import Words

Rule = Callable[[Words, int], Match | None]

DATES: tuple[Rule, ...] = (
    absolute.iso, absolute.slashed, absolute.weekday_prefix, absolute.month_first, absolute.day_first,
    periods.quarter, periods.decade, periods.century, periods.season, periods.holiday, periods.year,
    periods.year_period, periods.week_of,
    periods.year_end,
    relative.within_shift, relative.weekday, relative.deictic_day, relative.leaning, relative.year_earlier,
    relative.day_before, relative.that, relative.current_unit,
)  # fmt: skip
OTHERS: tuple[Rule, ...] = (
    relative.ago, relative.ahead, lengths.length, lengths.stretch, lengths.hyphenated, lengths.bare,
    lengths.repeat, clocks.this_part, clocks.part, references.reference, references.occasion,
)  # fmt: skip
TRIGGERS = frozenset(
    {*MONTHS, *WEEKDAYS, *WEEKDAY_PLURALS, *UNITS, *SEASONS, *DAYPARTS, *DAYPART_PLURALS, *DECADES,
     *DEICTIC_DAYS, *REPEATS, *REFERENCES, *WEEKDAY_ABBREVIATIONS}
) | frozenset(
    "tonight then time future past present christmas halloween thanksgiving moment point term ago clock am "
    "pm day eve m possible date start beginning outbreak onset end century quarter half q period "
    "nineteen".split()
)  # fmt: skip
"""Words one of which is in every expression; figures are looked at by their shape."""
_FIGURES = re.compile(
    r"(?:1[0-9]|20)[0-9][0-9]|[0-9]0|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]+(?:/[0-9]+){1,2}"
)
_REACH = 6
_NEAR = frozenset(["about", "around", "nearly", "approximately"])
_BARE_EDGES: dict[str, Edge] = {
    "early": "start", "earlier": "before", "late": "end", "later": "after", "mid": "mid",
    "sometime": "approx",
}  # fmt: skip
_POINTS: dict[str, Edge] = {
    "start": "start", "beginning": "start", "end": "end", "middle": "mid", "close": "end", "rest": "end",
    "remainder": "end",
}  # fmt: skip


def expressions(words: Words) -> Iterator[tuple[int, Match]]:
    """Yield (position, match) of each expression, in the order of the text; none overlaps another one.

    Only words at or shortly before a trigger are tried, and each once, so that the time is linear.
    """
    position = 0
    for trigger in (i for i, word in enumerate(words.lower) if word in TRIGGERS or _FIGURES.fullmatch(word)):
        position = max(position, trigger - _REACH)
        while position <= trigger:
            match = read(words, position)
            if match and match.end > trigger:
                if not is_doubtful(words, position, match):
                    yield position, match
                position = match.end
            else:
                position += 1


def read(words: Words, position: int) -> Match | None:
    """The longest expression that begins at ``position``, or None."""
    found = [_approximate(words, position), _edged(words, position), _plain(words, position)]
    best = max((m for m in found if m), key=lambda m: m.end, default=None)
    if best is None or any(words.fresh[position + 1 : best.end]):
        return None
    return best


def _plain(words: Words, position: int) -> Match | None:
    """An expression without words that qualify it."""
    found = [_clocked(words, position), _dated(words, position)]
    found += [rule(words, position) for rule in OTHERS]
    return max((m for m in found if m), key=lambda m: m.end, default=None)


def _date(words: Words, position: int) -> Match | None:
    found = [rule(words, position) for rule in DATES]
    return max((m for m in found if m), key=lambda m: m.end, default=None)


def _dated(words: Words, position: int) -> Match | None:
    """A date, with the part of the day that may follow it: ``Monday night``, ``March 7 at noon``."""
    found = _date(words, position)
    if found is None or not isinstance(found.meaning, Calendar | Weekday | Shift | Then):
        return found
    part = clocks.daypart_after(words, found.end)
    if part and _is_day(found.meaning):
        return Match(part[0], Daytime(part[1], found.meaning))
    at = found.end + (words.at(found.end) == ",")
    at += words.at(at) == "at"
    clock = clocks.clock(words, at) if _is_day(found.meaning) and words.joined(at) else None
    if clock:
        return Match(clock[0], Daytime(clock[1], found.meaning))
    return found


def _is_day(meaning: Calendar | Weekday | Shift | Then) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.holiday is not None
    return isinstance(meaning, Weekday) or meaning.unit == "day"


def _clocked(words: Words, position: int) -> Match | None:
    """A time of the day, with the day that may follow it: ``3 p.m. ET on Tuesday``."""
    found = clocks.clock(words, position)
    if found is None:
        return None
    at, clock = found
    if words.run(at, ("in", "the")) and words.at(at + 2) in DAYPARTS:
        clock, at = clocks.in_part(clock, DAYPARTS[words.at(at + 2)]), at + 3
    after = at + (words.at(at) in {",", "on"})
    day = _day_at(words, after) if words.joined(after) else None
    if day is None:
        return Match(at, Daytime(clock))
    if isinstance(day.meaning, Daytime):
        return Match(day.end, Daytime(clocks.in_part(clock, day.meaning.clock), day.meaning.when))
    return Match(day.end, Daytime(clock, day.meaning))


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, or "this afternoon", up to the word ``end``."""

    end: int
    meaning: Calendar | Weekday | Shift | Then | Daytime


def _day_at(words: Words, position: int) -> _Day | None:
    part = clocks.this_part(words, position)
    if part and isinstance(part.meaning, Daytime) and part.meaning.when:
        return _Day(part.end, part.meaning)
    day = _date(words, position)
    if day and isinstance(day.meaning, Calendar | Weekday | Shift | Then) and _is_day(day.meaning):
        return _Day(day.end, day.meaning)
    return None


def _approximate(words: Words, position: int) -> Match | None:
    """``about two weeks ago``, ``more than a year``, ``around 3 p.m.``: the qualifier belongs to it."""
    for phrase in APPROXIMATIONS:
        after = position + len(phrase)
        if words.run(position, phrase) and words.at(after) != "the":
            found = _plain(words, after)
            if found and _may_qualify(phrase, found.meaning):
                return replace(found, edge="approx")
    return None


def _may_qualify(phrase: tuple[str, ...], meaning: Meaning) -> bool:
    """Whether a qualifier goes with what follows: "over several years" and "around Tuesday" are none."""
    if isinstance(meaning, Length):
        return phrase != ("over",) or "X" not in meaning.value
    if isinstance(meaning, Calendar):
        return meaning.month is not None and phrase[0] in _NEAR
    return isinstance(meaning, Daytime) or (isinstance(meaning, Shift) and bool(meaning.count))


def _edged(words: Words, position: int) -> Match | None:
    """``early 2017``, ``later this week``, ``the end of the month``, ``earlier in the year``."""
    the = words.at(position) == "the"
    at = position + the
    if words.at(at) in _BARE_EDGES:
        after = at + 1
        if the and words.at(after) == "-":
            return None  # "the late-November trip"
        after += words.at(after) in {"-", "in", "on"}
        found = _dated(words, after) if the else _unit_or_dated(words, after)
        if found and found.meaning == Shift("day", 0) and words.at(after) == "the":
            found = replace(found, meaning=Shift("day", 0, "text"))  # of the day last spoken of
        return replace(found, edge=_BARE_EDGES[words.at(at)]) if found else None
    if words.at(at) in _POINTS and words.at(at + 1) == "of":
        found = _unit_or_dated(words, at + 2)
        return replace(found, edge=_POINTS[words.at(at)]) if found else None
    return None


def _unit_or_dated(words: Words, position: int) -> Match | None:
    """A date, or ``the year``, ``the day`` and so on for the one that is spoken of."""
    found = _dated(words, position) or clocks.this_part(words, position)
    if found is None and words.at(position) == "the":
        unit = UNITS.get(words.at(position + 1), "")
        if unit in {"day", "week", "month", "year", "decade", "century"} and words.at(position + 1) == unit:
            return Match(position + 2, Shift(unit, 0))
    return found
