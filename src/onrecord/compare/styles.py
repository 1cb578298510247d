"""House style folded away: "Oct. 7", "October 7" and "7 October" are one, and so are "20%" and "twenty per
cent".

:func:`folded` gives the words that two outlets would agree on. Only differences that stylebooks prescribe are
folded: abbreviated months, titles and countries, number words, signs, British and American spelling,
contractions, and courtesy titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from onrecord.compare.numerals import figures
from onrecord.compare.vocabulary import newsroom, vocabulary
from onrecord.compare.words import KEPT, Word, under, words

_HAS_IS = frozenset("he she it that there what who here where how".split())
_ENDINGS = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am"}
_ENDINGS_OF_VERBS = (
    ("isation", "ization"), ("isations", "izations"), ("yse", "yze"), ("ising", "izing"), ("ised", "ized"),
    ("ises", "izes"), ("ise", "ize"),
)  # fmt: skip
_POSSESSIVE = re.compile(r"['’ʼ]s$")
_HOURS = {"am": "a.m", "pm": "p.m"}  # after a figure; "PM" elsewhere is the prime minister
_LONGEST = 4  # words in the longest spelled-out form, "united states of america"


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is folded into what."""

    spelled: Mapping[tuple[str, ...], tuple[str, ...]]
    begin: frozenset[str]  # the first words of what is in ``spelled``
    capitals: Mapping[str, tuple[str, ...]]
    months: Mapping[str, str]
    titles: Mapping[str, str]
    courtesy: frozenset[str]
    spellings: Mapping[str, str]


@cache
def _tables() -> _Tables:
    lists = newsroom()
    spelled: dict[tuple[str, ...], tuple[str, ...]] = {}
    capitals: dict[str, tuple[str, ...]] = {}
    for full, aliases in lists["spelled"].items():
        for alias in aliases:
            if alias.isupper() and alias.isalpha():
                capitals[alias] = tuple(full.split())
            else:
                spelled[tuple(alias.split())] = tuple(full.split())
    return _Tables(
        spelled, frozenset(alias[0] for alias in spelled), capitals,
        _aliases(lists["months"] + lists["days"]), _aliases(lists["titles"]),
        frozenset(lists["courtesy"].split()), _spellings(lists["spellings"]),
    )  # fmt: skip


def _aliases(rows: Sequence[str]) -> dict[str, str]:
    return {alias: row.split()[0] for row in rows for alias in row.split()}


def _spellings(rows: Sequence[str]) -> dict[str, str]:
    return dict(row.split() for row in rows)


def folded(text: str, found: Sequence[Word]) -> list[Word]:
    """``found``, the words of ``text``, without what house style alone decides; places are kept.

    Words that are folded together span all of them; words left out (courtesy titles) leave no trace.
    """
    split = [part for word in found for part in _uncontracted(word)]
    whole = list(_spelled_out(text, split))
    counted = list(figures(whole))
    return list(_without_titles(list(_dates(counted))))


def folded_words(text: str) -> list[Word]:
    """The words of ``text`` as :func:`folded` gives them."""
    return list(_kept(text)) if len(text) <= KEPT else folded(text, words(text))


@lru_cache(maxsize=2048)
def _kept(text: str) -> tuple[Word, ...]:
    return tuple(folded(text, words(text)))


def _uncontracted(word: Word) -> Iterator[Word]:
    """The words that a contraction stands for; a possessive is the word and its ``'s``."""
    key = word.key
    if "'" not in key and key != "cannot":
        yield word
    elif key in {"cannot", "can't"}:
        yield from _as(word, "can", "not")
    elif key in {"won't", "shan't"}:
        yield from _as(word, "will" if key == "won't" else "shall", "not")
    elif key == "ain't":
        yield from _as(word, "is", "not")
    elif key.endswith("n't"):
        yield from _as(word, key[:-3], "not")
    elif key == "let's":
        yield from _as(word, "let", "us")
    elif key.endswith("'s"):
        yield from _as(word, key[:-2], "is" if key[:-2] in _HAS_IS else "'s")
    else:
        ending = next((e for e in _ENDINGS if key.endswith(e)), None)
        yield from _as(word, key.removesuffix(ending), _ENDINGS[ending]) if ending else (word,)


def _as(word: Word, *new: str) -> tuple[Word, ...]:
    """``word`` under other keys, each in its place."""
    return tuple(under(word, key) for key in new)


def _spelled_out(text: str, found: Sequence[Word]) -> Iterator[Word]:
    tables, place = _tables(), 0
    while place < len(found):
        word = found[place]
        longest = _LONGEST if word.key in tables.begin else 0
        for length in range(min(longest, len(found) - place), 0, -1):
            full = tables.spelled.get(tuple(w.key for w in found[place : place + length]))
            if full is not None:
                break
        else:
            raw = _POSSESSIVE.sub("", text[word.start : word.end])
            full, length = tables.capitals.get(raw) if word.key != "'s" else None, 1
        if place and word.key in _HOURS and found[place - 1].key[0].isdigit():
            full, length = (_HOURS[word.key],), 1
        if full is None:
            yield under(word, _american(word.key))
        else:
            yield from _as(replace(word, end=found[place + length - 1].end), *full)
        place += length


@lru_cache(maxsize=65_536)
def _american(key: str) -> str:
    """The American spelling of a British one; what else ends in -ise or -isation keeps it."""
    known = _tables().spellings.get(key)
    if known is not None:
        return known
    for british, american in _ENDINGS_OF_VERBS:
        if key.endswith(british):
            candidate = key.removesuffix(british) + american
            stem = key.removesuffix(british) + "ize"
            return candidate if stem in vocabulary().known else key
    return key


def _dates(found: Sequence[Word]) -> Iterator[Word]:
    """Months and weekdays in full, the day after its month ("7th of October": "october 7")."""
    place, months = 0, _tables().months
    while place < len(found):
        word = found[place]
        day = _day(word.key)
        after = place + 1 + (place + 2 < len(found) and found[place + 1].key == "of")
        if day and after < len(found) and _is_month(found[after]):
            yield replace(found[after], key=months[found[after].key])
            yield replace(word, key=day)
            place = after + 1
        elif _is_month(word):
            yield replace(word, key=months[word.key])
            place += 1
            if place < len(found) and _day(found[place].key):
                yield replace(found[place], key=_day(found[place].key))
                place += 1
        else:
            yield word
            place += 1


def _is_month(word: Word) -> bool:
    return word.capital and word.key in _tables().months


def _day(key: str) -> str:
    """The figure of a day of the month, or "" where ``key`` is none."""
    figure = key[:-2] if key[-2:] in {"st", "nd", "rd", "th"} else key
    return figure if figure.isdecimal() and len(figure) <= 2 else ""


def _without_titles(found: Sequence[Word]) -> Iterator[Word]:
    """Titles before names in full, courtesy titles left out."""
    tables = _tables()
    for place, word in enumerate(found):
        named = place + 1 < len(found) and found[place + 1].capital and word.capital
        if named and word.key in tables.courtesy:
            continue
        yield under(word, tables.titles.get(word.key, word.key)) if named else word
