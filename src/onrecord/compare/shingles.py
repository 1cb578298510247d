"""What an index of quotations keeps of a text: hashes of its neighbouring content words.

A shingle here is a pair of content words that stand next to one another once small words, negations and modal
verbs are left out, in their base forms and in either order. So "the security of Israel" and "Israel's
security" share theirs, one exchanged word costs two of a text's shingles, and a text of 25 words has about a
dozen.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from onrecord.compare.meaning import small_words
from onrecord.compare.styles import folded_words
from onrecord.compare.vocabulary import vocabulary


def content_words(text: str) -> list[str]:
    """The content words of ``text`` in their base forms, in order; house style is folded away."""
    bases = (_indexed(word.key) for word in folded_words(text))
    return [base for base in bases if base]


@lru_cache(maxsize=65_536)
def _indexed(key: str) -> str:
    """The base form of a word that an index keeps, or "" for the others."""
    known = vocabulary()
    skipped = key in small_words() or key in known.lists["negations"] or key in known.lists["modals"]
    return "" if skipped else known.base(key)


def features(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shingles of ``text``, and the hashes of its single content words; each once, in the order of the
    text.

    The words find what shares no pair: a quotation of two content words one of which was exchanged.
    """
    found = content_words(text)
    single = tuple(dict.fromkeys(map(hashed, found)))
    if len(found) == 1:
        return single, single
    pairs = (f"{a} {b}" if a < b else f"{b} {a}" for a, b in pairwise(found))
    return tuple(dict.fromkeys(map(hashed, pairs))), single


def shingles(text: str) -> tuple[int, ...]:
    """The shingles of ``text``, each once, in the order of the text.

    Returns:
        Hashes of 64 bits, signed so that a database's integers hold them; the same on every machine and in
        every run. A text of one content word has that word's hash; a text of none has none.
    """
    return features(text)[0]


@lru_cache(maxsize=262_144)
def hashed(words_: str) -> int:
    """A hash of 64 bits, signed, that is the same everywhere (BLAKE2b)."""
    return int.from_bytes(blake2b(words_.encode(), digest_size=8).digest(), "big", signed=True)
