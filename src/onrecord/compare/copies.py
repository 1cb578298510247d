"""Copies of documents, with edited leads and cut tails too: shingles of words, MinHash, and containment.

Broder (1997): a text is the set of its runs of five words; the share of the smaller set that is in the other
is its containment. A sample of each set (its "bottom" hashes: those that are 0 modulo a number) keeps
containment where a MinHash of fixed size only keeps resemblance; bands over MinHash values find candidates
among many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.words import keys

_RUN = 5  # words in a shingle
_BANDS = 64  # single minima, each over another part of the hashes
_FEWEST = 15  # shingles that a text must have to be called a copy: a wire's one-line alert copies nothing
# Share of the smaller text's shingles from which on the two are copies. Of PolNeAR's training articles no
# two that are different articles share more than 0.24, and no two that are versions of one less than 0.50
# (bench/copies.py).
_CONTAINED = 0.35
_MOST = 4096  # shingles kept of a long text, those with the smallest hashes
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio (Knuth's multiplicative hashing)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """What is kept of a text to know its copies.

    Attributes:
        hashes: hashes of its runs of five words, rising, each once; the smallest of a long text's.
        size: how many different runs it has.
        bands: keys that two copies are likely to share at least one of; what a table of candidates is keyed
            by.
    """

    hashes: Hashes
    size: int
    bands: tuple[int, ...]


def signature(text: str) -> Signature:
    """The signature of ``text``: case, punctuation and house-style marks do not change it; linear in its
    length.
    """
    whole = np.unique(_shingles(keys(text)))
    kept = whole[:_MOST]
    return Signature(kept, len(whole), _bands(whole))


def are_copies(a: Signature, b: Signature) -> bool:
    """Whether one text is a copy of the other, whole, with an edited lead, or with its tail cut off."""
    return min(a.size, b.size) >= _FEWEST and containment(a, b) >= _CONTAINED


def containment(a: Signature, b: Signature) -> float:
    """Share of the smaller text's runs of five words that are in the other, 0 to 1; estimated for long
    texts.
    """
    if not a.size or not b.size:
        return 0.0
    reach = min(_reach(a), _reach(b))
    ours = a.hashes[: np.searchsorted(a.hashes, reach, side="right")]
    theirs = b.hashes[: np.searchsorted(b.hashes, reach, side="right")]
    shared = len(np.intersect1d(ours, theirs, assume_unique=True))
    return shared / max(1, min(len(ours), len(theirs)))


def copies(signatures: Iterable[Signature]) -> Iterator[tuple[int, int]]:
    """The pairs of copies among ``signatures``, as (earlier, later) places; only those that share a band
    meet.
    """
    tables: dict[tuple[int, int], list[int]] = {}
    seen: list[Signature] = []
    for place, one in enumerate(signatures):
        met = {other for key in enumerate(one.bands) for other in tables.get(key, ())}
        yield from ((other, place) for other in sorted(met) if are_copies(seen[other], one))
        for key in enumerate(one.bands):
            tables.setdefault(key, []).append(place)
        seen.append(one)


def _reach(one: Signature) -> np.uint64:
    """The hash up to which all of a text's hashes were kept."""
    return one.hashes[-1] if one.size > len(one.hashes) else np.uint64(2**64 - 1)


def _shingles(found: list[str]) -> Hashes:
    """Hashes of the runs of five words; each word is hashed once, and a run's hash is a polynomial of
    theirs.
    """
    known = {
        word: int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") for word in set(found)
    }
    hashes = np.array([known[word] for word in found], dtype=np.uint64)
    if len(hashes) < _RUN:
        return hashes[:0]
    total = np.zeros(len(hashes) - _RUN + 1, dtype=np.uint64)
    for offset in range(_RUN):
        total = total * _MIX + hashes[offset : len(hashes) - _RUN + 1 + offset]
    return _mixed(total)


def _mixed(values: Hashes) -> Hashes:
    """``values`` scattered (the finisher of splitmix64, Steele et al. 2014), so that small ones are a fair
    sample.
    """
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _bands(whole: Hashes) -> tuple[int, ...]:
    """The smallest hash of each of the parts that the hashes' last bits divide them into, -1 - band for none.

    Two texts share a part's minimum with a chance of their resemblance; of texts one of which holds the half
    of the other, of 64 parts dozens.
    """
    parts = whole % np.uint64(_BANDS)
    minima = np.full(_BANDS, 2**63 - 1, dtype=np.int64)
    np.minimum.at(minima, parts.astype(np.int64), (whole >> np.uint64(1)).astype(np.int64))
    return tuple(int(m) for m in minima)
