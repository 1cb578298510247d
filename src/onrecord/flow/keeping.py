"""The record opened with what finds near quotations and copies in it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

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
    return Store.open(record, writes=writes, shingles=shingles, copies=_Copies())


class _Copies:
    """Copies as the comparison tells them; see :mod:`onrecord.compare.copies`."""

    def bands(self, text: str) -> list[int]:
        """The bands of the text's signature, those of empty parts left out: any short text has them."""
        return [band for band in _signature(text).bands if band != _EMPTY]

    def same(self, text: str, other: str) -> bool:
        """Whether one text is a copy of the other."""
        return are_copies(_signature(text), _signature(other))


@lru_cache(maxsize=32)
def _signature(text: str) -> Signature:
    return signature(text)
