"""From what an expression says to a value and days, against now and the time last spoken of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolve.times.frames import NO_DAY, Now, Resolved, Spoken, joined
from onrecord.resolve.times.intervals import OPEN, Interval, interval, shifted, value_of
from onrecord.resolve.times.meanings import (
    Base,
    Calendar,
    Daytime,
    Era,
    Length,
    Meaning,
    Occasion,
    Reference,
    Repeat,
    Shift,
    Then,
    Weekday,
    Weekend,
)
from onrecord.resolve.times.tense import Tense
from onrecord.resolve.times.years import calendar_date

_NO_EARLIER = "counts from a time that the text does not give"
_OUT_OF_RANGE = "out of the calendar's range"
_SOME_DAY = "a day counted from one that the text gives no closer"
_THAT_DAY = Shift("day", 0, "text")
_DAYS_OF_MONTH = 28
_UNITS_OF_DAYS = frozenset(["second", "minute", "hour"])


def resolve(meaning: Meaning, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    """What ``meaning`` comes to.

    Args:
        meaning: what the expression says.
        now: what "today" counts from.
        spoken: what "the day before" and "that year" count from.
        tense: of the verb that it goes with, or None where it cannot be told.
    """
    try:
        return _resolve(meaning, now, spoken, tense)
    except OverflowError:  # a day before the year 1 or after 9999
        return Resolved("DATE", None, note=_OUT_OF_RANGE)


def _resolve(meaning: Meaning, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    if isinstance(meaning, Calendar):
        return calendar_date(meaning, now, spoken, tense)
    if isinstance(meaning, Daytime):
        return _daytime(meaning, now, spoken, tense)
    if isinstance(meaning, Shift):
        return _shift(meaning, now, spoken)
    if isinstance(meaning, Then):
        return _then(meaning, now, spoken)
    if isinstance(meaning, Weekday | Weekend):
        return _day_of_week(meaning, now, spoken, tense)
    return _undated(meaning, now, tense)


def _day_of_week(day: Weekday | Weekend, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    return _weekday(day, now, spoken, tense) if isinstance(day, Weekday) else _weekend(now, tense)


def _undated(
    meaning: Era | Length | Repeat | Reference | Occasion, now: Now, tense: Tense | None
) -> Resolved:
    if isinstance(meaning, Era):
        return Resolved("DATE", meaning.value, interval(meaning.value))
    if isinstance(meaning, Length):
        return _length(meaning, now)
    if isinstance(meaning, Repeat):
        return Resolved("SET", meaning.value, note="a repeated time has no days of its own")
    if isinstance(meaning, Occasion):
        latest = now.day if tense != "future" else None
        return Resolved(
            "EVENT", None, Interval(None, latest), None, "given by an event that the text does not date"
        )
    return _reference(meaning, now)


def _reference(meaning: Reference, now: Now) -> Resolved:
    if now.day is None:
        return Resolved("DATE", meaning.value, note=NO_DAY)
    days = {
        "PRESENT_REF": Interval(now.day, now.day),
        "PAST_REF": Interval(None, now.day),
        "FUTURE_REF": Interval(now.day + timedelta(1) if now.day < date.max else None, None),
    }[meaning.value]
    note = None if meaning.value == "PRESENT_REF" else "vague: the text gives no bound on the other side"
    return Resolved("DATE", meaning.value, days, now.anchor, joined(note, now.note))


def _length(meaning: Length, now: Now) -> Resolved:
    if not meaning.side:
        return Resolved("DURATION", meaning.value, note="a length of time, not a place in it")
    if now.day is None:
        return Resolved("DURATION", meaning.value, note=NO_DAY)
    bound = _moved(now.day, meaning.value, meaning.side)
    days = Interval(bound, now.day) if meaning.side < 0 else Interval(now.day, bound)
    note = "the stretch up to now" if meaning.side < 0 else "the stretch from now on"
    return Resolved("DURATION", meaning.value, days, now.anchor, joined(note, now.note))


def _moved(day: date, value: str, side: int) -> date | None:
    """The other end of a stretch of whole days, weeks, months or years from ``day``; None for others."""
    unit = {"D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter"}.get(value[-1])
    if unit is None or "T" in value or not value[1:-1].isdecimal():
        return None
    return shifted(day, unit, side * int(value[1:-1]))


def _weekday(day: Weekday, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    base, anchor, note = _base(day.base, now, spoken)
    if base is None:
        return Resolved("DATE", f"XXXX-WXX-{day.day}", note=note)
    back = (base.isoweekday() - day.day) % 7
    if day.lean is not None and day.lean < 0:
        found = base - timedelta(back or 7)
    elif (day.lean is not None and day.lean > 0) or (day.lean is None and tense == "future"):
        found = base + timedelta((day.day - base.isoweekday()) % 7 or (7 if day.lean else 0))
    elif day.lean == 0:
        found = base + timedelta(day.day - base.isoweekday())
    else:
        found = base - timedelta(back)
    reason = {"past": "the last such day, by the tense", "future": "the next such day, by the tense"}
    why = reason.get(tense or "past", "the last such day") if day.lean is None else None
    return Resolved("DATE", found.isoformat(), Interval(found, found), anchor, joined(why, note))


def _weekend(now: Now, tense: Tense | None) -> Resolved:
    if now.day is None:
        return Resolved("DATE", "XXXX-WXX-WE", note=NO_DAY)
    day = now.day if tense == "future" or now.day.isoweekday() > 5 else now.day - timedelta(7)
    value = value_of(day, "weekend")
    return Resolved("DATE", value, interval(value), now.anchor, joined("the nearest by the tense", now.note))


def _base(base: Base, now: Now, spoken: Spoken) -> tuple[date | None, str | None, str | None]:
    """(day, anchor, note) that a shift counts from."""
    if base == "now" or (base == "quarter" and "-Q" not in (spoken.value or "")):
        return (now.day, now.anchor, now.note) if now.day else (None, None, NO_DAY)
    start = interval(spoken.value).earliest
    return (start, spoken.words, None) if start else (now.day, now.anchor, _NO_EARLIER)


def _shift(shift: Shift, now: Now, spoken: Spoken) -> Resolved:
    if shift == _THAT_DAY and (spoken.value is None or _is_coarse(spoken.value)):
        shift = Shift("day", 0)
    base, anchor, note = _base(shift.base, now, spoken)
    if shift.count is None:
        return _some_ago(shift, now)
    unit = shift.unit
    if base is None or (shift.base == "text" and note):
        return Resolved("DATE", _unknown(shift), note=note)
    if unit in _UNITS_OF_DAYS:
        return _hours(shift, base, anchor)
    from_text = shift.base != "now" and anchor == spoken.words
    if from_text and unit == "day" and abs(shift.count) < _DAYS_OF_MONTH and _is_coarse(spoken.value):
        return Resolved("DATE", spoken.value, interval(spoken.value), anchor, _SOME_DAY)
    coarse = spoken.value if from_text and shift.count and unit != "day" else None
    moved = shifted(base, unit, shift.count)
    value = value_of(moved, _grain(unit, coarse, counted=shift.sign != 0)) if moved else None
    days = interval(value)
    if days == OPEN:
        return Resolved("DATE", None, note=_OUT_OF_RANGE)
    return Resolved("DATE", value, days, anchor, note)


def _is_coarse(value: str | None) -> bool:
    """Whether a time spoken of is longer than a day, so that no day can be counted from it."""
    return value is not None and len(value.partition("T")[0]) != len("2015-05-08")


def _grain(unit: str, spoken: str | None, *, counted: bool) -> str:
    """The unit of the value: a quarter's "year earlier" is a quarter, "two decades ago" is a year."""
    if spoken and unit == "year":
        return "quarter" if "-Q" in spoken else "month" if len(spoken) == 7 else unit
    return {"fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit) if counted else unit


def _unknown(shift: Shift) -> str | None:
    forms = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "year": "XXXX",
    }
    return forms.get(shift.unit)


def _hours(shift: Shift, base: date, anchor: str | None) -> Resolved:
    """``two hours ago``: the hour is unknown, so the day may be the one before or after."""
    reach = timedelta(1 + abs(shift.count or 0) // (24 if shift.unit == "hour" else 86_400))
    days = Interval(base - reach, base) if (shift.count or 0) < 0 else Interval(base, base + reach)
    return Resolved(
        "TIME", value_of(base, "day") + "TXX", days, anchor, "the hour that it counts from is unknown"
    )


def _some_ago(shift: Shift, now: Now) -> Resolved:
    if shift.base == "text":
        return Resolved("DATE", None, note=_NO_EARLIER)
    return _reference(Reference("PAST_REF" if shift.sign < 0 else "FUTURE_REF"), now)


def _daytime(time: Daytime, now: Now, spoken: Spoken, tense: Tense | None) -> Resolved:
    when: Meaning = time.when or Then("day")
    day = resolve(when, now, spoken, tense)
    if time.when is None and (day.value is None or len(day.value) != 10 or not spoken.here):
        day = resolve(Shift("day", 0), now, spoken, tense)
    if day.note == _SOME_DAY:
        return day
    if day.value is None or len(day.value) != 10:
        return Resolved("TIME", f"XXXX-XX-XXT{time.clock}", note=day.note or _NO_EARLIER)
    return replace(day, type="TIME", value=f"{day.value}T{time.clock}")


def _then(then: Then, now: Now, spoken: Spoken) -> Resolved:
    days = interval(spoken.value)
    if then.unit == "quarter" and "-Q" not in (spoken.value or ""):
        return _last_quarter(now)
    if spoken.value is None or days.earliest is None:
        return Resolved("DATE", None, note=_NO_EARLIER)
    value = spoken.value if then.unit is None else value_of(days.earliest, then.unit)
    if "T" in value:
        value = value[:10]
    if then.unit and len(value) > len(spoken.value):
        return Resolved("DATE", None, days, spoken.words, f"a {then.unit} within the time last spoken of")
    return Resolved("DATE", value, interval(value), spoken.words, "the time last spoken of")


def _last_quarter(now: Now) -> Resolved:
    """``the quarter`` where none was spoken of: the one that ended last."""
    before = shifted(now.day, "quarter", -1) if now.day else None
    if before is None:
        return Resolved("DATE", "XXXX-QX", note=NO_DAY)
    value = value_of(before, "quarter")
    return Resolved(
        "DATE", value, interval(value), now.anchor, joined("the quarter that ended last", now.note)
    )
