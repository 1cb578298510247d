"""Whether two names may be one speaker's, as one newspaper to the next gives them."""

from __future__ import annotations

from functools import lru_cache

from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import words

_PARTICLES = frozenset("the a an of for jr sr ii iii iv".split())


@lru_cache(maxsize=65_536)
def name_words(name: str) -> frozenset[str]:
    """The words of ``name`` that identify somebody: titles, articles and possessives left out."""
    lists = vocabulary().lists
    left_out = _PARTICLES | lists["courtesy"] | _titles()
    found = [word.key.removesuffix("'s") for word in words(name)]
    kept = frozenset(word for word in found if word not in left_out)
    return kept or frozenset(found)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    from onrecord.compare.vocabulary import newsroom  # noqa: PLC0415

    return frozenset(word for row in newsroom()["titles"] for word in row.split())


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of one name are all in the other: "Biden", "President Biden" and "Joe Biden" are one.

    Not an identification: two people of one surname are the same by this test when only the surname is given.
    """
    if not one or not other:
        return False
    a, b = name_words(one), name_words(other)
    return bool(a and b) and (a <= b or b <= a)
