"""Receipts: the place in a text that proves something, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record.store.base import Base, one

State = Literal["there", "lost"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where it stands.

    Attributes:
        document: key of the document, a digest of its text, address and outlet.
        version: which version of its article that is.
        start: first code point in its text.
        end: end of it, excluded.
        text: the characters that stood there when the receipt was made.
    """

    document: str
    version: int
    start: int
    end: int
    text: str


def resolved(base: Base, receipt: Receipt) -> State:
    """``there`` where the very characters stand at the very place of the very document, else ``lost``.

    A key is a digest of its text, so a receipt can be lost but never point elsewhere.
    """
    row = one(base, "SELECT text FROM documents WHERE key = ?", (receipt.document,))
    text = row[0] if row else None
    return "there" if text is not None and text[receipt.start : receipt.end] == receipt.text else "lost"
