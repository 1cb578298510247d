"""Names folded for comparison: what two spellings of one name have in common, in any script."""

from __future__ import annotations

import re
import unicodedata

_NO_LETTER = re.compile(r"[^\w\s]|_")
_SUFFIXES = frozenset("jr sr ii iii iv".split())


def folded(name: str) -> str:
    """``name`` without case, accents, marks, initials and suffixes; words set apart by one space.

    >>> folded("Nydia M. Velázquez, Jr.")
    'nydia velazquez'
    """
    bare = name.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    words = _NO_LETTER.sub(" ", bare.replace("'", "").replace("’", "").replace(".", " ")).split()
    kept = [w for w in words if w not in _SUFFIXES and len(w) > 1]
    return " ".join(kept or words)
