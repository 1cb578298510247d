"""What a server sends: which kinds are taken, and no more of them than there is room for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping

from onrecord.gather.web.refusals import BY_HAND, LATER, Unfetched

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.IGNORECASE | re.ASCII)
_NOT_PROSE = frozenset(
    "text/css text/javascript text/ecmascript text/csv text/calendar text/vcard text/x-python".split()
)
_TEXTS = frozenset(
    "application/xml application/json "
    "application/x-ndjson application/ndjson application/jsonl application/jsonlines application/x-jsonlines "
    "application/json-seq application/octet-stream binary/octet-stream".split()
)
_GZIP = 31  # zlib's window for gzip's own frame


def charset_of(headers: Mapping[str, str]) -> str | None:
    """The encoding that a response names, or None."""
    found = _CHARSET.search(headers.get("content-type", ""))
    return found[1] if found else None


def refuse_other_kinds(headers: Mapping[str, str]) -> None:
    """Raise Unfetched for a picture, a PDF and the like; what states no kind is looked at."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_text = kind.startswith("text/") and kind not in _NOT_PROSE
    is_written = kind.startswith("application/") and kind.endswith(("+xml", "+json"))
    if not kind or is_text or is_written or kind in _TEXTS:
        return
    shown = "".join(sign for sign in kind[:60] if sign.isprintable())
    raise Unfetched(
        f"is of the kind {shown}, which is no text", "give the address of a page, a text or a feed"
    )


def received(pieces: Iterable[bytes], headers: Mapping[str, str], most: int) -> bytes:
    """The body, unpacked where it is gzip.

    Args:
        pieces: the body as it comes; no more is taken than is needed to know that it is too long.
        headers: of the response.
        most: bytes that it may have, unpacked.

    Raises:
        Unfetched: when it is longer, broken off, or packed in another way than was asked for.
    """
    coding = headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        return _plain(pieces, headers, most)
    if coding in ("gzip", "x-gzip"):
        return _unpacked(pieces, most)
    raise Unfetched("is packed in a way that was not asked for", BY_HAND)


def _plain(pieces: Iterable[bytes], headers: Mapping[str, str], most: int) -> bytes:
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > most:
        raise _too_long(most)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            raise _too_long(most)
    return bytes(body)


def _unpacked(pieces: Iterable[bytes], most: int) -> bytes:
    unpacker, body = zlib.decompressobj(_GZIP), bytearray()
    try:
        for piece in pieces:
            body += unpacker.decompress(piece, most + 1 - len(body))
            if len(body) > most:
                raise _too_long(most)
    except zlib.error:
        raise Unfetched("is damaged on the way (bad gzip)", LATER) from None
    if not unpacker.eof:
        raise Unfetched("broke off before its end", LATER)
    return bytes(body)


def _too_long(most: int) -> Unfetched:
    return Unfetched(f"is larger than {most / 1e6:,.0f} MB", "save it to a file, for which there is no limit")
