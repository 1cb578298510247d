"""When two names, two stretches of text or two intervals of days count as the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

TRIM = " \t\n\r“”\"'‘’.,;:"
"""What does not count at either end of a span."""
JOINED = 6
"""Stretches of one role that lie no further apart than this many characters are one."""

Places = frozenset[tuple[int, int]]
"""(start, end) of the trimmed stretches of one role, those that lie close together joined."""


def folded(name: str | None) -> str:
    """``name`` without case, marks and articles, which is how two names are compared; "" for none."""
    words = re.sub(r"[^\w\s]", "", (name or "").casefold()).split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of ``text[start:end]`` without white space, quotation marks and stops at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip(TRIM)), end - (len(words) - len(words.rstrip(TRIM)))


def joined(places: Iterable[tuple[int, int]]) -> Places:
    """Trimmed stretches without the empty ones, those at most ``JOINED`` characters apart made one."""
    out: list[tuple[int, int]] = []
    for start, end in places:
        if start >= end:
            continue
        if out and start - out[-1][1] <= JOINED:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return frozenset(out)


def characters(places: Places) -> frozenset[int]:
    """Every character that ``places`` hold."""
    return frozenset(i for start, end in places for i in range(start, end))


def days(earliest: object, latest: object) -> str:
    """An interval of days as it is compared; "None" where it is open."""
    return f"{earliest}/{latest}"
