"""Months and weekdays told from people who bear their names: "Jan Kos", "Theresa May", then "May said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.resolve.people.grammar import FUNCTION
from onrecord.resolve.people.words import MONTHS_DAYS

if TYPE_CHECKING:
    from onrecord.resolve.people.layout import Word

_GIVEN = frozenset("jan april may june august".split())
_FAMILY = frozenset("may march".split())
_ASKED = frozenset("i we you he she they it the".split())  # "May I ask"
_BEFORE = frozenset("in since until till during last next early mid late".split())


def namesakes(words: Sequence[Word]) -> frozenset[int]:
    """Indices of the words that could name a month and name somebody.

    Args:
        words: all words of a text, in order.
    """
    months = [i for i, word in enumerate(words) if word.capital and word.lower in _GIVEN | _FAMILY]
    families = {words[i].lower for i in months if _is_family(words, i)}
    return frozenset(i for i in months if _is_somebody(words, i, families))


def _is_somebody(words: Sequence[Word], at: int, families: set[str]) -> bool:
    if _is_dated(words, at):
        return False
    after = list(_after(words, at))
    given = words[at].lower in _GIVEN and any(_may_be_name(w) for w in after)
    asking = any(w.lower in _ASKED for w in after)
    return given or (words[at].lower in families and not asking)


def _is_family(words: Sequence[Word], at: int) -> bool:
    """Whether a name or title stands right before a month that is a family name too."""
    if at == 0 or words[at].lower not in _FAMILY or _is_dated(words, at):
        return False
    return _may_be_name(words[at - 1]) and bool(list(_after(words, at - 1)))


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Whether a word beside it makes it a part of the year: "in May", "May 5"."""
    before = words[at - 1].lower if at else ""
    return before in _BEFORE or any(w.lower[0].isdigit() for w in words[at + 1 : at + 2])


def _after(words: Sequence[Word], at: int) -> Iterator[Word]:
    """The word behind, if nothing but one character, a space, parts them."""
    yield from (w for w in words[at + 1 : at + 2] if w.start - words[at].full == 1)


def _may_be_name(word: Word) -> bool:
    return word.capital and word.lower not in FUNCTION | MONTHS_DAYS
