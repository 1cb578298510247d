"""The record opened with what finds near quotations and copies in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.embedding import Embedder, load_embedder
from onrecord.compare.copies import Signature, are_copies, signature
from onrecord.compare.shingles import shingles
from onrecord.record.store.opening import DEFAULT
from onrecord.record.store.store import Store

_EMPTY = 2**63 - 1
"""The band of a part without hashes."""


def open_store(record: str | Path = DEFAULT, *, writes: bool = False) -> Store:
    """Open a record, a path or ``postgresql://...``.

    Args:
        record: where it is.
        writes: make it where there is none, and allow changes.

    Raises:
        StoreError: when it cannot be opened, is none, or is of another version.
    """
    return Store.open(record, writes=writes, shingles=shingles, copies=_Copies(), embeds=LateEmbedder())


class _Copies:
    """Copies as the comparison tells them; see :mod:`onrecord.compare.copies`."""

    def bands(self, text: str) -> list[int]:
        """The bands of the text's signature, those of empty parts left out: any short text has them."""
        return [band for band in _signature(text).bands if band != _EMPTY]

    def same(self, text: str, other: str) -> bool:
        """Whether one text is a copy of the other."""
        return are_copies(_signature(text), _signature(other))


class LateEmbedder:
    """The embedder that ships in the package, loaded when it is first used."""

    @cached_property
    def _whole(self) -> Embedder:
        return load_embedder()

    @property
    def digest(self) -> str:
        """Tells its vectors from those of another model."""
        return self._whole.digest

    def embed(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """(N, D) vectors of texts."""
        return self._whole.embed(texts)

    def nearness(self, one: NDArray[np.int8], others: NDArray[np.int8]) -> NDArray[np.float32]:
        """(N,) cosines of one vector and others."""
        return self._whole.nearness(one, others)

    def cell(self, vectors: NDArray[np.int8]) -> NDArray[np.int64]:
        """(N,) the cell of each vector."""
        return self._whole.cell(vectors)

    def cells(self, vector: NDArray[np.int8]) -> NDArray[np.int64]:
        """All cells, the nearest to a vector first."""
        return self._whole.cells(vector)


@lru_cache(maxsize=32)
def _signature(text: str) -> Signature:
    return signature(text)
