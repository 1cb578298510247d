"""What words mean to one another: base forms, synonyms, opposites, negations, names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_PHRASES = ("conditions", "concessions", "reporting", "hedge_phrases")
_MOST_KNOWN = 100_000  # words whose base form is kept
_NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "mis")
_INFLECTIONS = (
    ("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
)  # fmt: skip
_COMPARISONS = (("iest", "y"), ("ier", "y"), ("est", ""), ("est", "e"), ("er", ""), ("er", "e"))
# Not what they look like: no plurals and no participles.
_WHOLE = frozenset(
    "news politics economics mathematics means series species headquarters during morning evening something "
    "nothing anything everything indeed hundred sacred united always perhaps besides thanks "
    "congress texas".split()
)


@dataclass(frozen=True, slots=True)
class _Senses:
    """What is known of a word.

    Attributes:
        forms: its base form, and itself where that is another.
        groups: numbers of the groups of synonyms that these are in.
        opposites: their opposites.
        prefixed: whether one of them begins as if it were negated.
    """

    forms: tuple[str, ...]
    groups: frozenset[int]
    opposites: frozenset[str]
    prefixed: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists of the package, ready to be asked.

    Attributes:
        known: base forms of common words, in small letters.
        irregular: inflected form -> base form.
        groups: base form -> numbers of the groups of synonyms it is in.
        opposites: base form -> its opposites.
        nations: word -> the country that it names or belongs to.
        lists: the newsroom's lists by name ("negations", "hedges", "roles", ...).
        bases_known: the base forms that were asked for so far.
    """

    known: frozenset[str]
    irregular: Mapping[str, str]
    groups: Mapping[str, frozenset[int]]
    opposites: Mapping[str, frozenset[str]]
    nations: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    bases_known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    senses_known: dict[str, _Senses] = field(default_factory=dict, compare=False, repr=False)

    def base(self, word: str) -> str:
        """The base form of ``word`` ("hurts" and "hurting": "hurt"), or the word where it has none known."""
        known = self.bases_known.get(word)
        if known is None:
            known = self._base(word)
            if len(self.bases_known) < _MOST_KNOWN:
                self.bases_known[word] = known
        return known

    def _base(self, word: str) -> str:
        word = word.removesuffix("'s").removesuffix("'")
        if word in self.irregular:
            return self.irregular[word]
        if word in self.lists["small_words"] or len(word) < 4:
            return word
        return next((form for form in _stripped(word) if form in self.known), word)

    def bases(self, words: Iterable[str]) -> list[str]:
        """The base form of each word."""
        return [self.base(word) for word in words]

    def is_content(self, word: str) -> bool:
        """Whether ``word`` carries meaning of its own: no article, preposition, conjunction, auxiliary,
        pronoun.
        """
        lists = self.lists
        return not (word in lists["small_words"] or word in lists["pronouns"] or word == "'s")

    def synonyms(self, one: str, other: str) -> bool:
        """Whether two words are known as synonyms, in any inflection."""
        a, b = self._senses(one), self._senses(other)
        if a.forms[0] == b.forms[0]:
            return one != other
        return not a.groups.isdisjoint(b.groups) and not self.opposed(one, other)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two words are known as opposites, or one is the other with a negating prefix."""
        a, b = self._senses(one), self._senses(other)
        if not a.opposites.isdisjoint(b.forms):
            return True
        return (a.prefixed or b.prefixed) and any(_negated(x, y) for x in a.forms for y in b.forms)

    def _senses(self, word: str) -> _Senses:
        """What is known of a word; kept, since one question to a large record asks it ten thousand times."""
        known = self.senses_known.get(word)
        if known is None:
            forms = tuple(dict.fromkeys((self.base(word), word)))
            groups = frozenset(group for form in forms for group in self.groups.get(form, ()))
            opposites = frozenset(other for form in forms for other in self.opposites.get(form, ()))
            known = _Senses(
                forms, groups, opposites, any(form.startswith(_NEGATING_PREFIXES) for form in forms)
            )
            if len(self.senses_known) < _MOST_KNOWN:
                self.senses_known[word] = known
        return known

    def nation(self, word: str) -> str | None:
        """The country that ``word`` names or belongs to ("israeli": "israel"), or None."""
        return self.nations.get(word.removesuffix("'s"))


def _negated(one: str, other: str) -> bool:
    """Whether one of two words is the other behind a negating prefix."""
    plain, prefixed = sorted((one, other), key=len)
    more = len(prefixed) - len(plain)
    return more > 1 and len(plain) > 3 and prefixed.endswith(plain) and prefixed[:more] in _NEGATING_PREFIXES


def _stripped(word: str) -> Iterable[str]:
    """What may be the base form of ``word``, by the rules of English inflection, the likeliest first."""
    if word not in _WHOLE and not word.endswith("ss"):
        yield from _without(word, _INFLECTIONS)
    yield word
    yield from _without(word, _COMPARISONS)


def _without(word: str, endings: Iterable[tuple[str, str]]) -> Iterable[str]:
    for ending, puts in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word.removesuffix(ending) + puts
            yield stem
            if not puts and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def vocabulary() -> Vocabulary:
    """The package's word lists, loaded once in a process (some hundredths of a second)."""
    wordnet, newsroom, world = (_load(name) for name in ("wordnet", "newsroom", "countries"))
    lists = {name: frozenset(value.split()) for name, value in newsroom.items() if isinstance(value, str)}
    lists |= {name: frozenset(newsroom[name]) for name in _PHRASES}
    return Vocabulary(
        known=frozenset(wordnet["words"].split()),
        irregular={form: row.split()[0] for row in newsroom["irregular"] for form in row.split()[1:]},
        groups=_groups([*wordnet["synonyms"], *newsroom["synonyms"]]),
        opposites=_opposites([*wordnet["antonyms"], *newsroom["antonyms"]]),
        nations={word: group[0] for group in world["countries"] for word in group},
        lists=lists,
    )


def newsroom() -> Mapping[str, Any]:
    """The hand-made lists as they stand in their file."""
    return _load("newsroom")


@cache
def _load(name: str) -> Mapping[str, Any]:
    text = files("onrecord.compare.lexicon").joinpath(f"{name}.json").read_text(encoding="utf-8")
    whole: Mapping[str, Any] = json.loads(text)
    return whole


def _groups(rows: list[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in row.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _opposites(rows: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        one, other = row.split()
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
