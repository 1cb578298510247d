"""Gzip, unpacked as it is read: a large archive needs no room, and a bomb does not go off."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from onrecord.types import Failure

if TYPE_CHECKING:
    from collections.abc import Buffer  # type: ignore[attr-defined] # from Python 3.12 on
    from gzip import GzipFile

FREE = 64 << 20
"""Bytes that may come out whatever went in."""
RATIO = 200
"""Times its size that it may unpack to beyond that: prose makes 3 to 5, dull JSON Lines 50, a bomb 1,000."""


class Bomb(Exception):  # noqa: N818 - what it is
    """A small file unpacks to an enormous one."""


FAULTS = (EOFError, zlib.error, Bomb)
"""What goes wrong in a damaged or hostile file; gzip's own error is made one of them."""


def is_packed(head: bytes) -> bool:
    """Whether bytes begin as gzip does (RFC 1952: two magic bytes, and 8 for deflate)."""
    return head.startswith(b"\x1f\x8b\x08")


class _Joined(io.RawIOBase):
    """What was read already and what is left, as one stream; counts what it gives."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest, self.given = head, rest, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._head:
            piece, self._head = (self._head[:size], self._head[size:]) if size >= 0 else (self._head, b"")
        else:
            piece = self._rest.read(size)
        self.given += len(piece)
        return piece


class _Bounded(io.RawIOBase):
    """What a gzip file unpacks to, until it is plain that it is a bomb."""

    def __init__(self, packed: _Joined, opened: GzipFile) -> None:
        self._packed, self._opened, self._given = packed, opened, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            piece = self._opened.read1(len(view))
        except OSError as error:
            raise zlib.error(str(error)) from error
        self._given += len(piece)
        if self._given > FREE and self._given > RATIO * self._packed.given:
            raise Bomb
        view[: len(piece)] = piece
        return len(piece)


def unpacked(head: bytes, rest: BinaryIO) -> BinaryIO:
    """What ``head`` and ``rest`` unpack to, as a stream whose reads may raise ``FAULTS``."""
    from gzip import GzipFile  # noqa: PLC0415 - for packed files only

    packed = _Joined(head, rest)
    opened = GzipFile(fileobj=cast("BinaryIO", packed), mode="rb")
    return cast("BinaryIO", io.BufferedReader(_Bounded(packed, opened), 1 << 16))


def failure(origin: str, error: BaseException) -> Failure:
    """The Failure of a file that cannot be unpacked."""
    if isinstance(error, Bomb):
        reason = f"is a gzip file that unpacks to more than {RATIO} times its size"
        return Failure(origin, "decode", reason, "unpack it yourself if you trust it")
    cut = "it ends too soon" if isinstance(error, EOFError) else str(error)
    return Failure(
        origin, "decode", f"is damaged gzip data ({cut})", "get the file again, or unpack it yourself"
    )
