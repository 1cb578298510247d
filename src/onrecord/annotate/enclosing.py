"""Which quotation each mention of a text begins in, and how two mentions stand to each other in them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.quotations import quotations

QUOTES = ("both outside", "same quotation", "first inside", "second inside", "two quotations")

Ints = NDArray[np.int64]


def quoted(text: str, starts: Ints) -> Ints:
    """(n,) number of the outermost quotation that each mention begins in, from 1; 0 outside."""
    outer = [q.span for q in quotations(text) if q.depth == 0]
    opens = np.array([s.start for s in outer], dtype=np.int64)
    closes = np.array([-1, *(s.end for s in outer)], dtype=np.int64)
    at = np.searchsorted(opens, starts, side="right")
    return np.where(starts < closes[at], at, 0)


def quotes(two: Ints, one: Ints) -> Ints:
    """Index in ``QUOTES`` of each pair, from the quotations of the later and the earlier one."""
    inside = ("both outside", "second inside", "first inside", "two quotations")
    codes: Ints = np.array([QUOTES.index(name) for name in inside])[2 * (one > 0) + (two > 0)]
    codes[(one == two) & (one > 0)] = QUOTES.index("same quotation")
    return codes
