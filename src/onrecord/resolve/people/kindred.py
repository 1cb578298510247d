"""Kindred: full names that share a surname and are not who the surname alone means, and accounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.words import KIN, SUFFIXES

AGES = {"younger": True, "junior": True, "elder": False, "older": False, "senior": False}
"""Words that tell two of one surname apart, and whether they mean the younger."""
_LAST = 4  # names before a relative's that are looked at
_SELDOM = 2  # mentions of a full name
_RELATED = (KIN | {"lady"}) - {"mate", "running-mate"}
_LETTERS = re.compile(r"[^a-z]")
_NEAR = 60  # characters between "Quill" and "Ada Quill" in "Quill and his sister Ada Quill"


def relatives(layout: Layout, found: Sequence[Name]) -> frozenset[tuple[str, ...]]:
    """The full names, as words, of people who are only mentioned as relatives of somebody of their surname:
    "Quill's son, Tom Quill", "Quill and first lady Ada Quill", "Ada Quill Jr." after "Ada Quill".

    Args:
        layout: the text.
        found: all names of the text.
    """
    often = Counter(n.words for n in found)
    out: set[tuple[str, ...]] = set()
    seen: set[tuple[str, ...]] = set()
    for at, name in enumerate(found):
        if len(name.words) > 1 and often[name.words] <= _SELDOM:
            beside = _is_kin(layout, name) and _after_namesake(name, found[max(0, at - _LAST) : at])
            if beside or (_is_junior(name) and name.words[:-1] in seen):
                out.add(name.words)
        seen.add(name.words)
    return frozenset(out)


def _after_namesake(name: Name, before: Sequence[Name]) -> bool:
    near = (n for n in before if 0 < name.span.start - n.span.end < _NEAR)
    return any(n.words == (name.last,) for n in near)


def _is_kin(layout: Layout, name: Name) -> bool:
    words = [w.lower for w in layout.words_in(name.role)] if name.role is not None else []
    said = {*words, *name.titles}
    return bool(said & _RELATED) or _is_junior(name)


def _is_junior(name: Name) -> bool:
    return name.words[-1].strip(".") in SUFFIXES


def handle_of(name: Name, full: Sequence[Name]) -> Name | None:
    """Whose account "@ada_quill" is: the one full name of the same letters, or None."""
    if len(name.words) != 1 or not name.words[0].startswith("@"):
        return None
    letters = _LETTERS.sub("", name.words[0])
    fits = {n.words: n for n in full if _LETTERS.sub("", "".join(n.words)) == letters}
    return next(iter(fits.values())) if len(fits) == 1 else None
