"""Number words as figures: "twenty-five", "$5 million" and "5,000,000 dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.compare.vocabulary import newsroom
from onrecord.compare.words import Word, under

_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound"}
_CURRENCIES = {"dollars": "dollar", "euros": "euro", "pounds": "pound"}
# "4.5bn" anywhere, "$5m" only behind a currency sign: "5m" alone may be metres.
_SHORT = re.compile(r"(\d+(?:\.\d+)?)(?:(bn)|(tn|trn)|(mn)|(b)|(t)|(m)|(k))")
_POWERS = (10**9, 10**12, 10**6, 10**9, 10**12, 10**6, 10**3)
_EVERYWHERE = 3  # of these groups, how many need no currency sign
_PARTS = frozenset("half third quarter fifth sixth eighth tenth".split())


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the number words stand for."""

    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    magnitudes: Mapping[str, int]


@cache
def _tables() -> _Tables:
    lists = newsroom()
    words = lists["numbers"].split()
    numbers = {word: place for place, word in enumerate(words[:20])}
    numbers |= {word: 10 * place for place, word in enumerate(words[20:], 2)}
    ordinals = {word: place for place, word in enumerate(lists["ordinals"].split(), 1)}
    return _Tables(numbers, ordinals, lists["magnitudes"])


def figures(found: Sequence[Word]) -> Iterator[Word]:
    """Number words as figures, magnitudes multiplied out, currency signs after their sum."""
    place = 0
    while place < len(found):
        sign = _CURRENCY.get(found[place].key)
        start = place + (sign is not None)
        value, end = _abbreviated(found, start, sum_=sign is not None)
        if value is None:
            value, end = _number(found, start)
        if value is None:
            word = found[place]
            yield under(
                word, "1" if _is_one_part(found, place) else sign or _CURRENCIES.get(word.key, word.key)
            )
            place += 1
            continue
        last = found[end - 1]
        yield replace(found[start], key=value, end=max(last.end, found[start].end))
        if sign is not None:
            yield replace(found[place], key=sign)
        place = end


def _abbreviated(found: Sequence[Word], start: int, *, sum_: bool) -> tuple[str | None, int]:
    """The figure of "4.5bn" or, in a sum of money, "$5m", and the place after it; else None."""
    match = _SHORT.fullmatch(found[start].key) if start < len(found) else None
    if match is None or match.lastindex is None:
        return None, start
    power = match.lastindex - 2
    if power >= _EVERYWHERE and not sum_:
        return None, start
    return _figure(float(match[1]) * _POWERS[power]), start + 1


def _is_one_part(found: Sequence[Word], place: int) -> bool:
    """Whether the word is the "a" of "a third of", which is one third of."""
    after = [word.key for word in found[place + 1 : place + 3]]
    return found[place].key == "a" and len(after) == 2 and after[0] in _PARTS and after[1] == "of"


def _number(found: Sequence[Word], start: int) -> tuple[str | None, int]:  # noqa: C901 - one grammar
    """The figure that begins at ``start``, and the place after it; None where none does."""
    tables, total, part, end = _tables(), 0.0, None, start
    if _is_a_magnitude(found, start):  # "a hundred" is one hundred
        part, end = 1.0, start + 1
    while end < len(found):
        key = found[end].key
        if key.replace(".", "", 1).isdecimal() and key.isascii() and part is None:
            part = float(key) if len(key) < 16 else None
            if part is None:
                return key, end + 1
        elif key in tables.numbers:
            small = tables.numbers[key]
            if part is not None and not (part % 100 >= 20 and part % 10 == 0 and small < 10) and part < 100:
                break
            part = (part or 0) + small
        elif key in tables.magnitudes and (part is not None):
            part *= tables.magnitudes[key]
            if tables.magnitudes[key] >= 1000:
                total, part = total + part, None
        elif key == "and" and _goes_on(found, end, part):
            pass
        else:
            break
        end += 1
    if end == start:
        return _ordinal(found, start)
    return _figure(total + (part or 0)), end


def _is_a_magnitude(found: Sequence[Word], start: int) -> bool:
    keys = [word.key for word in found[start : start + 2]]
    return len(keys) > 1 and keys[0] == "a" and keys[1] in _tables().magnitudes


def _goes_on(found: Sequence[Word], end: int, part: float | None) -> bool:
    """Whether the "and" at ``end`` stands within a number ("one hundred and five")."""
    follows = end + 1 < len(found) and found[end + 1].key in _tables().numbers
    return follows and part is not None and part >= 100


def _ordinal(found: Sequence[Word], start: int) -> tuple[str | None, int]:
    if start < len(found) and found[start].key in _tables().ordinals:
        place = _tables().ordinals[found[start].key]
        ending = {1: "st", 2: "nd", 3: "rd"}.get(place, "th")
        return f"{place}{ending}", start + 1
    return None, start


def _figure(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
