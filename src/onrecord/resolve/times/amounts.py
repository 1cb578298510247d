"""Numbers and amounts in words and figures."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.resolve.times.lexicon import ORDINALS, SCALES, SMALL_NUMBERS, TENS, UNIT_CODES, VAGUE_AMOUNTS
from onrecord.resolve.times.words import Words

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}
_SUFFIXES = frozenset(["st", "nd", "rd", "th"])
_MANY = frozenset("dozens scores hundreds thousands millions tens".split())
_LONGEST_FIGURE = 9
_MOST_SPELLED = 10**9


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, read up to the word ``end``; ``count`` is None for "several"."""

    end: int
    count: float | None


def amount(words: Words, position: int) -> Amount | None:
    """The amount at ``position``: "two", "25", "a couple of", "several", "two and a half", or None."""
    word = words.at(position)
    if word in VAGUE_AMOUNTS:
        return Amount(position + 1, None)
    if word in {"a", "an"}:
        return _after_article(words, position)
    if word == "half" and words.at(position + 1) in {"a", "an"}:
        return Amount(position + 2, 0.5)
    if word in _MANY and words.at(position + 1) == "of":
        return Amount(position + 2, None)
    number = cardinal(words, position)
    return _with_fraction(words, number) if number else None


def _after_article(words: Words, position: int) -> Amount:
    after = words.at(position + 1)
    if after in {"few", "number", "handful"}:
        return Amount(position + 2 + (words.at(position + 2) == "of"), None)
    if after == "couple":
        return Amount(position + 2 + (words.at(position + 2) == "of"), 2)
    if after == "half" and words.at(position + 2) != "of":
        return Amount(position + 2, 0.5)
    if after in SCALES or after == "dozen":
        return Amount(position + 2, SCALES.get(after, 12))
    return Amount(position + 1, 1)


def _with_fraction(words: Words, number: Amount) -> Amount:
    end, count = number.end, number.count
    if count is None:
        return number
    if words.at(end) in _FRACTIONS:
        return Amount(end + 1, count + _FRACTIONS[words.at(end)])
    if words.run(end, ("and", "a", "half")):
        return Amount(end + 3, count + 0.5)
    if words.at(end) in {"or", "to"} and (other := cardinal(words, end + 1)):
        return Amount(other.end, None)
    return number


def cardinal(words: Words, position: int) -> Amount | None:
    """The number at ``position`` in figures or words, or None."""
    word = words.at(position)
    if word[:1].isdecimal():
        return _figure(words, position)
    if word in SMALL_NUMBERS or word in TENS:
        return _spelled(words, position)
    return None


def _figure(words: Words, position: int) -> Amount | None:
    word = words.at(position).replace(",", "")
    if word in _FRACTIONS:
        return Amount(position + 1, _FRACTIONS[word])
    if len(word) > _LONGEST_FIGURE or not word.isascii() or not word.replace(".", "", 1).isdecimal():
        return None
    return Amount(position + 1, float(word) if "." in word else int(word))


def _spelled(words: Words, position: int) -> Amount:
    """``twenty-four``, ``twenty four``, ``eleven``, ``two thousand``."""
    word = words.at(position)
    end, total = position + 1, TENS.get(word, SMALL_NUMBERS.get(word, 0))
    if word in TENS:
        unit = end + (words.at(end) == "-")
        if 0 < SMALL_NUMBERS.get(words.at(unit), 0) < 10:
            end, total = unit + 1, total + SMALL_NUMBERS[words.at(unit)]
    while words.at(end) in SCALES and total < _MOST_SPELLED:
        end, total = end + 1, total * SCALES[words.at(end)]
    return Amount(end, total)


def ordinal(words: Words, position: int) -> Amount | None:
    """The ordinal at ``position``: "third", "21st", "twenty-first", or None."""
    word = words.at(position)
    if word in ORDINALS:
        return Amount(position + 1, ORDINALS[word])
    if word.isdecimal() and words.glued(position + 1) and words.at(position + 1) in _SUFFIXES:
        return Amount(position + 2, int(word)) if len(word) < 4 else None
    if word in TENS and words.at(position + 1) == "-" and 0 < ORDINALS.get(words.at(position + 2), 0) < 10:
        return Amount(position + 3, TENS[word] + ORDINALS[words.at(position + 2)])
    return None


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: ``P3M``, ``PT2H``, ``PXD`` where the number is vague."""
    code, times = UNIT_CODES[unit]
    if count is None:
        return f"P{'T' if code[0] == 'T' else ''}X{code[-1] if code != 'WE' else code}"
    if code == "Y" and count * times != int(count * times):
        return f"P{_months(count * times)}"
    if code == "TH" and count != int(count):
        return f"PT{int(count)}H{round(count % 1 * 60)}M" if count > 1 else f"PT{round(count * 60)}M"
    shown = f"{count * times:g}" if count * times < 10**6 else str(int(count * times))
    return f"PT{shown}{code[1]}" if code[0] == "T" else f"P{shown}{code}"


def _months(years: float) -> str:
    whole, months = int(years), round(years % 1 * 12)
    return f"{whole}Y{months}M" if whole else f"{months}M"
