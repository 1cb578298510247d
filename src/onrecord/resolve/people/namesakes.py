"""Words that mean something else and name somebody here: Jan Kos, Ida May and then "May said", Leo King."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.resolve.people.grammar import FUNCTION
from onrecord.resolve.people.words import (
    COURTESY,
    DEMONYMS,
    MONTHS_DAYS,
    ORGANISATION_WORDS,
    ROLES,
    SUFFIXES,
)

if TYPE_CHECKING:
    from onrecord.resolve.people.layout import Word

_MONTHS = frozenset("jan april may june august".split())
_SMALL = frozenset("will do to so an he".split())  # Will Hurd, Do Kwon, To Lam, So Young-ho, An Li, He Lifeng
_FAMILY = frozenset(
    "may march king major bishop judge justice chancellor marshall sergeant prince pope lord".split()
)
_GIVEN = _MONTHS | _SMALL
_NAMESAKES = _GIVEN | _FAMILY
_ASKED = frozenset("i we you he she they it the".split())  # "May I ask"
_DATING = frozenset("in since until till during last next early mid late".split())
_NO_FAMILY = frozenset(
    "chief court crown district high lay drum grand circuit federal county associate".split()
)
_ARTICLES = frozenset("the a an this that his her its their our my your".split())
_NO_NAME = FUNCTION | MONTHS_DAYS | ROLES | COURTESY | DEMONYMS | ORGANISATION_WORDS
_NO_GIVEN = _NO_NAME | _NO_FAMILY


def namesakes(words: Sequence[Word], opens: Callable[[int], bool]) -> frozenset[int]:
    """Indices of the words that name somebody, though a month, a title or a small word is written like that.

    Args:
        words: all words of a text, in order.
        opens: whether the word at an index begins a sentence.
    """
    found = {i for i, w in enumerate(words) if w.capital and w.lower in _NAMESAKES}
    families = {words[i].lower for i in found if _is_family(words, i)}
    given = {(words[i].lower, words[i + 1].lower) for i in found if not opens(i) and _is_given(words, i)}
    return frozenset(i for i in found if _is_bare(words, i, families) or _has_family(words, i, given))


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Whether the word behind could be its family name."""
    if words[at].lower not in _GIVEN or _is_dated(words, at):
        return False
    return any(w.capital and w.lower not in _NO_NAME for w in _after(words, at))


def _has_family(words: Sequence[Word], at: int, given: set[tuple[str, str]]) -> bool:
    return _is_given(words, at) and (
        words[at].lower in _MONTHS or (words[at].lower, words[at + 1].lower) in given
    )


def _is_family(words: Sequence[Word], at: int) -> bool:
    """Whether a given name stands right before it and no name behind it."""
    if at == 0 or words[at].lower not in _FAMILY or _is_dated(words, at):
        return False
    before = words[at - 1]
    named = before.capital and before.lower not in _NO_GIVEN and words[at].start - before.full == 1
    return named and not any(_is_name(w) for w in _after(words, at))


def _is_bare(words: Sequence[Word], at: int, families: set[str]) -> bool:
    """Whether it is the family name of one of ``families``, by itself or behind a given name."""
    if words[at].lower not in families or _is_dated(words, at):
        return False
    after = list(_after(words, at))
    before = words[at - 1].lower if at else ""
    return before not in _ARTICLES and not any(_is_name(w) or w.lower in _ASKED for w in after)


def _is_name(word: Word) -> bool:
    return word.capital and word.lower not in SUFFIXES


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Whether a word beside it makes a month of it: "in May", "May 5"."""
    before = words[at - 1].lower if at else ""
    return before in _DATING or any(w.lower[0].isdigit() for w in words[at + 1 : at + 2])


def _after(words: Sequence[Word], at: int) -> Iterator[Word]:
    """The word behind, if nothing but one character, a space, parts them."""
    yield from (w for w in words[at + 1 : at + 2] if w.start - words[at].full == 1)
