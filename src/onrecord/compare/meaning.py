"""Questions about the words of one difference: does it turn the meaning, a number, a name, or the wording
only?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from onrecord.compare.vocabulary import newsroom, vocabulary
from onrecord.compare.words import Word

_MOST = 4  # words on one side of a difference in which opposites are looked for
_VAGUE = frozenset("many several few some numerous countless couple".split())


@cache
def small_words() -> frozenset[str]:
    """Words without content of their own."""
    lists = vocabulary().lists
    return lists["small_words"] | lists["pronouns"] | {"'s"}


@cache
def _titles() -> frozenset[str]:
    rows = newsroom()["titles"]
    return vocabulary().lists["courtesy"] | {word for row in rows for word in row.split()}


def content(found: Iterable[Word]) -> list[Word]:
    """The words that carry meaning of their own; negations and modals are among them."""
    return [word for word in found if word.key not in small_words()]


def titles_only(found: Sequence[Word]) -> bool:
    """Whether all words are titles, as before a name."""
    return bool(found) and all(word.key in _titles() for word in found)


def negations(found: Sequence[Word]) -> int:
    """How many negations are among the words; "not only" is none, "no longer" is one."""
    lists = vocabulary().lists["negations"]
    count = 0
    for place, word in enumerate(found):
        follows = found[place + 1].key if place + 1 < len(found) else ""
        count += word.key in lists and not (word.key == "not" and follows in {"only", "just"})
    return count


def is_opposite(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether one word was put for its opposite ("more" for "less", "likely" for "unlikely")."""
    if not 0 < len(base) <= _MOST or not 0 < len(variant) <= _MOST:
        return False
    known = vocabulary()
    ours, theirs = {w.key for w in base}, {w.key for w in variant}
    return any(known.opposed(one, other) for one in ours - theirs for other in theirs - ours)


def is_number_change(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether figures, number words or quantities differ, where both sides give one."""
    ours, theirs = _figures(base), _figures(variant)
    if ours == theirs or not ours:
        return False
    if theirs:
        return True
    return any(f != "1" for f in ours) and any(w.key in _VAGUE for w in variant)


def _figures(found: Sequence[Word]) -> list[str]:
    quantities = vocabulary().lists["quantities"]
    dates = _calendar()
    return [
        w.key for w in found if w.key[0].isdigit() or w.key in quantities or (w.capital and w.key in dates)
    ]


@cache
def _calendar() -> frozenset[str]:
    lists = newsroom()
    return frozenset(row.split()[0] for row in lists["months"] + lists["days"])


def is_name(word: Word) -> bool:
    """Whether a word is a name, a country or belongs to one."""
    known = vocabulary()
    if known.nation(word.key) is not None:
        return word.capital
    if not word.capital or word.key in small_words() or word.key == "i":
        return False
    return not word.first or (known.base(word.key) not in known.known and word.key[0].isalpha())


def is_entity_swap(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether another person, people, place, body or role stands in the place of one."""
    ours, theirs = _entities(base), _entities(variant)
    if not (ours and theirs) or ours <= theirs or theirs <= ours:
        return False
    known = vocabulary()
    return not all(any(known.synonyms(one, other) for other in theirs) for one in ours)


def _entities(found: Sequence[Word]) -> frozenset[str]:
    known = vocabulary()
    roles = known.lists["roles"]
    names = [w.key for w in found if is_name(w) or w.key in roles]
    return frozenset(known.nation(name) or known.base(name) for name in names)


def is_inflection(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether only forms of words changed ("hurts" for "hurting"), small words aside."""
    known = vocabulary()
    ours, theirs = (Counter(known.base(w.key) for w in content(side)) for side in (base, variant))
    return bool(ours) and ours == theirs


def is_rewording(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether a content word was put for a synonym of it, or for another word of its country."""
    known = vocabulary()
    ours, theirs = ({w.key for w in content(side)} for side in (base, variant))
    return any(
        _alike(known.nation(a), known.nation(b)) or known.synonyms(a, b)
        for a in ours
        for b in theirs
        if a != b
    )


@lru_cache(maxsize=262_144)
def akin(one: str, other: str) -> bool:
    """Whether two words are synonyms or opposites."""
    known = vocabulary()
    return known.synonyms(one, other) or known.opposed(one, other)


def same_meaning(base: Sequence[Word], variant: Sequence[Word]) -> bool:
    """Whether one small word was put for another that says the same ("anyone" for "anybody")."""
    ours, theirs = ("-".join(word.key for word in side) for side in (base, variant))
    return any(ours in row and theirs in row for row in _same_meanings())


@cache
def _same_meanings() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in newsroom()["same_meaning"])


def _alike(one: str | None, other: str | None) -> bool:
    return one is not None and one == other
