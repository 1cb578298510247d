"""Rules for stretches of time (DURATION) and for repeated times (SET)."""

from __future__ import annotations

from onrecord.resolve.times.amounts import Amount, amount, cardinal, ordinal, period
from onrecord.resolve.times.lexicon import (
    DAYPART_PLURALS,
    MONTHS,
    REPEATS,
    SCALES,
    SEASONS,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from onrecord.resolve.times.meanings import Length, Match, Reference, Repeat
from onrecord.resolve.times.words import Words

_BARE = frozenset("days weeks months years decades centuries hours minutes".split())
_MOST_SINGULAR = 60
_BEFORE_BARE = frozenset("for in within of over after by took take taken".split())
_BEFORE_LENGTHS = frozenset(
    "for in within after of over than is was were took take takes about nearly almost and or , with by to "
    "from during until only just . : ; - ( as at that every not".split()
)
_SIDES = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "latest": -1, "recent": -1,
    "next": 1, "coming": 1, "following": 1, "first": 0, "final": 0, "full": 0, "additional": 0,
}  # fmt: skip
_ADJECTIVES = frozenset("long more full consecutive straight trading additional whole short fiscal".split())


def length(words: Words, position: int) -> Match | None:
    """``two weeks``, ``the past six months``, ``a year and a half``, ``several more days``."""
    at, side = _frame(words, position)
    number = amount(words, at)
    if number is None or (at > position and words.at(at) in {"a", "an"}):
        return None
    at = number.end
    at += words.at(at) in _ADJECTIVES
    unit = UNITS.get(words.at(at), "")
    if not unit or not _agrees(words, at, number.count) or _is_cut(words, at + 1):
        return None
    if unit == "quarter" and words.at(at + 1) == "of":
        return None  # a fraction
    count = number.count
    end = at + 1
    if words.run(end, ("and", "a", "half")) and count is not None:
        end, count = end + 3, count + 0.5
    end += 2 * words.run(end, ("or", "so"))
    if words.at(position) == "recent":
        return Match(end, Reference("PAST_REF"))
    if at == position + 1 and words.at(position) in {"a", "an"} and _is_rate(words, position):
        return Match(end, Repeat(period(1, unit)))
    return Match(end, Length(period(count, unit), side))


def _is_rate(words: Words, position: int) -> bool:
    """Whether "a year" comes after what is counted: "$2 million a year", "200 people a day"."""
    if words.at(position - 1) in _BEFORE_LENGTHS:
        return False
    before = words.lower[max(0, position - 4) : position]
    return any(word[0].isdecimal() or word in SCALES or word in {"times", "once", "twice"} for word in before)


def _agrees(words: Words, at: int, count: float | None) -> bool:
    """Whether the unit at ``at`` has the number that ``count`` asks for ("a three hour meeting" has not)."""
    if words.at(at) != UNITS[words.at(at)]:
        return True
    if count in {1, 0.5}:
        return words.at(at) != "second"
    return (
        count is not None and words.joined(at + 1) and words.at(at + 1).isalpha() and count < _MOST_SINGULAR
    )


def _is_cut(words: Words, end: int) -> bool:
    """Whether a hyphen binds the unit to what follows: "a year-earlier loss"."""
    return words.at(end) == "-" and words.glued(end) and words.glued(end + 1)


def _frame(words: Words, position: int) -> tuple[int, int]:
    """Past ``the past``, ``the next``, ``the first``, ``the``: (position of the amount, side)."""
    at = position + (words.at(position) in {"the", "these", "those", "this", "another"})
    side = _SIDES.get(words.at(at))
    return (at + 1, side) if side is not None else (at, 0)


def stretch(words: Words, position: int) -> Match | None:
    """``the past year``, ``the last few months``, ``the past decade``: one unit up to now."""
    at = position + (words.at(position) == "the")
    unit = UNITS.get(words.at(at + 1), "")
    if unit and words.at(at) in {"last", "past", "next"} and words.run(at + 2, ("and", "a", "half")):
        return Match(at + 5, Length(period(1.5, unit), _SIDES[words.at(at)]))
    if words.at(at) == "past" and unit and words.at(at + 1) == unit:
        return Match(at + 2, Length(period(1, unit), -1))
    if words.at(at) == "recent" and unit and words.at(at + 1) != unit:
        return Match(at + 2, Reference("PAST_REF"))
    if words.at(at) in {"past", "previous"} and unit and words.at(at + 1) != unit:
        return Match(at + 2, Reference("PAST_REF"))
    return None


def hyphenated(words: Words, position: int) -> Match | None:
    """``two-year``, ``10-day``, ``several-year``, ``decades-long``; never an age (``65-year-old``)."""
    word = words.at(position)
    if word in UNITS:
        long = words.run(position + 1, ("-", "long"))
        return (
            Match(position + 3, Length(period(1 if word == UNITS[word] else None, UNITS[word])))
            if long
            else None
        )
    number = Amount(position + 1, None) if word in {"several", "multi"} else cardinal(words, position)
    if number is None or words.at(number.end) != "-" or not words.glued(number.end):
        return None
    unit, end = words.at(number.end + 1), number.end + 2
    if UNITS.get(unit) != unit:
        return None
    if words.at(end) == "-" and words.glued(end + 1):
        if words.at(end + 1) not in {"long", "plus"}:
            return None
        end += 2
    return Match(end, Length(period(number.count, unit)))


def bare(words: Words, position: int) -> Match | None:
    """``for years``, ``in months``: many of a unit, after a preposition that measures."""
    if words.at(position) not in _BARE or words.at(position - 1) not in _BEFORE_BARE:
        return None
    if words.run(position - 1, ("after", "hours")):
        return None
    end, unit = position + 1, UNITS[words.at(position)]
    if words.at(end) in {"or", "and"} and words.at(end + 1) in _BARE:
        end += 2
    return Match(end, Length(period(None, unit)))


def repeat(words: Words, position: int) -> Match | None:
    """``daily``, ``every week``, ``each Tuesday``, ``Tuesdays``, ``every two years``, ``twice a week``."""
    word = words.at(position)
    if word in REPEATS:
        # "quarterly" is mostly an adjective of dividends and losses
        adjective = word == "quarterly" and words.at(position + 1).isalpha()
        return None if adjective else Match(position + 1, Repeat(REPEATS[word]))
    if word in {"every", "each"}:
        return _every(words, position + 1)
    if word in {"once", "twice", "thrice"} or words.at(position + 1) == "times":
        return _times_a(words, position)
    return _weekdays(words, position)


def _weekdays(words: Words, position: int) -> Match | None:
    """``Tuesdays``, ``Tuesday nights``."""
    word = words.at(position)
    if word in WEEKDAY_PLURALS and words.capital(position):
        return _on_parts(words, position + 1, f"XXXX-WXX-{WEEKDAY_PLURALS[word]}")
    if word in WEEKDAYS and words.at(position + 1) in DAYPART_PLURALS:
        return _on_parts(words, position + 1, f"XXXX-WXX-{WEEKDAYS[word]}")
    return None


def _on_parts(words: Words, end: int, value: str) -> Match:
    part = DAYPART_PLURALS.get(words.at(end))
    return Match(end + 1, Repeat(f"{value}T{part}")) if part else Match(end, Repeat(value))


def _every(words: Words, at: int) -> Match | None:
    word = words.at(at)
    if word in WEEKDAYS:
        return Match(at + 1, Repeat(f"XXXX-WXX-{WEEKDAYS[word]}"))
    if word in SEASONS:
        return Match(at + 1, Repeat(f"XXXX-{SEASONS[word]}"))
    if word in MONTHS and words.capital(at):
        return Match(at + 1, Repeat(f"XXXX-{MONTHS[word]:02d}"))
    if word in {"morning", "night", "evening", "afternoon"}:
        part = {"morning": "MO", "night": "NI", "evening": "EV", "afternoon": "AF"}[word]
        return Match(at + 1, Repeat(f"XXXX-XX-XXT{part}"))
    number = cardinal(words, at) or ordinal(words, at)
    at = number.end if number else at + (word in {"other", "single", "few"})
    unit = UNITS.get(words.at(at), "")
    count = number.count if number else 2 if word == "other" else None if word == "few" else 1
    return Match(at + 1, Repeat(period(count, unit))) if unit else None


def _times_a(words: Words, position: int) -> Match | None:
    """``twice a week``, ``three times a day``: the whole phrase is the set."""
    at = position + 1
    if words.at(position) not in {"once", "twice", "thrice"}:
        if cardinal(words, position) is None and words.at(position) != "several":
            return None
        at += 1
    unit = UNITS.get(words.at(at + 1), "")
    if words.at(at) not in {"a", "an", "per", "every", "each"} or not unit:
        return None
    return Match(at + 2, Repeat(period(1, unit)))
