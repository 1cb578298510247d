"""Search by words and by meaning together.

What holds all the words comes first. Then come statements by one score: the cosine of their meaning, and on
top of it what they hold of the words beyond half. So a statement that has most of the words is not lost for
one that was misremembered, and one that says the like in other words is not pushed down by chance words in
common.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.errors import StoreError
from onrecord.record.store.base import Base
from onrecord.record.store.filters import Filters, condition
from onrecord.record.store.meaning import Embeds, checked, cosines, fitting, in_use, nearest
from onrecord.record.store.mostly import HALF, mostly
from onrecord.record.store.order import Sort
from onrecord.record.store.search import Hit, numbered, search
from onrecord.record.store.words import plain, terms
from onrecord.record.store.writer import Shingles

By = Literal["words", "meaning", "both"]
WEIGHT = 2.0
"""What a share of the words beyond half counts against a cosine; chosen on PolNeAR dev."""
_LITERAL = re.compile(r'["“”„«»]|\w\*(?:\s|$)')


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for.

    Attributes:
        typed: words, "phrases" and prefixes*; None or blank for any statement.
        filters: what else must hold.
        sort: the nearest, the earliest or the latest first.
        limit: at most so many.
    """

    typed: str | None
    filters: Filters
    sort: Sort = "best"
    limit: int = 20


def usual(typed: str) -> By:
    """How people mean what they typed: a "phrase" or a prefix* by its words, anything else by both."""
    return "words" if _LITERAL.search(typed) else "both"


def search_by(
    base: Base, asked: Asked, by: By, *, embeds: Embeds | None = None, shingles: Shingles | None = None
) -> list[Hit]:
    """Statements that hold all the words, then those near them, up to the limit.

    The two are never mixed, so that nobody takes a near hit for one that holds the words; ``Hit.by`` tells
    them apart. ``sort`` orders each by itself.

    Args:
        base: the record.
        asked: what is searched for.
        by: "words" or "meaning" alone, or "both"; without an index by meaning the latter goes by words alone.
        embeds: makes the vectors of the index by meaning, or None.
        shingles: the function with which the record was written, or None.

    Raises:
        StoreError: when meaning alone was asked for and the record has no index of it, when there are signs
            typed but no word among them, or a date that is none.
    """
    typed = (asked.typed or "").strip()
    if by == "words" or not typed:
        return search(base, typed, asked.filters, sort=asked.sort, limit=asked.limit)
    if not terms(typed):
        raise StoreError(f"there is no word to search for in {typed[:40]!r}")
    if by == "meaning":
        if embeds is None:
            raise StoreError(f"{base.name}: was opened without a model to search it by meaning with")
        checked(base, embeds)
        return _told(base, asked, nearest(base, embeds, typed, asked.filters, limit=asked.limit), {})
    found = search(base, typed, asked.filters, sort=asked.sort, limit=asked.limit)
    if len(found) >= asked.limit:
        return found
    usable = embeds if embeds is not None and in_use(base, embeds) else None
    return found + _near(base, asked, found, usable, shingles)


def _near(
    base: Base, asked: Asked, known: Sequence[Hit], embeds: Embeds | None, shingles: Shingles | None
) -> list[Hit]:
    """Hits by most of the words and by meaning, by one score, without those that are known."""
    typed, narrowed = asked.typed or "", condition(base, asked.filters)
    shares = mostly(base, shingles, typed, asked.filters)
    fit = fitting(base, list(shares), narrowed)
    shares = {number: share for number, share in shares.items() if number in fit}
    scores = dict.fromkeys(shares, 0.0)
    if embeds is not None:
        scores |= cosines(base, embeds, typed, list(shares))
        scores |= dict(nearest(base, embeds, typed, asked.filters, limit=asked.limit))
    total = {
        number: score + WEIGHT * max(0.0, shares.get(number, 0.0) - HALF) for number, score in scores.items()
    }
    ranked = sorted(total, key=lambda number: (-total[number], number))[: asked.limit + len(known)]
    told = _told(base, replace(asked, sort="best"), [(number, scores[number]) for number in ranked], shares)
    held = {(hit.document, hit.id) for hit in known}
    return _sorted(
        [hit for hit in told if (hit.document, hit.id) not in held][: asked.limit - len(known)], asked.sort
    )


def _told(
    base: Base, asked: Asked, near: Sequence[tuple[int, float]], shares: Mapping[int, float]
) -> list[Hit]:
    """Hits of numbers and cosines, and by what each was found."""
    hits = numbered(base, [number for number, _ in near], plain(asked.typed or "")) if near else {}
    told = [
        replace(
            hits[number], by="most-words" if number in shares else "meaning", nearness=round(score, 3) or None
        )
        for number, score in near
        if number in hits  # else somebody has taken it out in between
    ]
    return _sorted(told, asked.sort)


def _sorted(found: list[Hit], sort: Sort) -> list[Hit]:
    """By nearness as they are, or by the day, those without one last."""
    if sort == "best":
        return found
    dated = [hit for hit in found if hit.day_from is not None]
    dated.sort(key=lambda hit: hit.day_from or "", reverse=sort == "latest")
    return dated + [hit for hit in found if hit.day_from is None]
