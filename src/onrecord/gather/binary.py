"""Telling files that hold no text: by the signature they begin with, or by their control bytes."""

from __future__ import annotations

import re

_HEAD = 4096

# Formats whose first bytes are readable, so that nothing else about them need look binary.
_READABLE: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern), name, remedy)
    for pattern, name, remedy in (
        (rb"%PDF-\d", "a PDF", "save its text to a file first, for example with pdftotext"),
        (rb"\{\\rtf", "an RTF document", "save it as plain text or HTML first"),
        (
            rb"WARC/[01]\.\d",
            "a web archive (WARC)",
            "take its pages out first, for example with warcio extract",
        ),
    )
)

_UNPACK = "unpack it first"
_EXPORT = "save it as plain text or HTML first"
_NO_TEXT = "give a file of plain text, HTML or JSON Lines"

# Signatures, from each format's own specification.
_SIGNATURES: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), name, remedy)
    for pattern, name, remedy in (
        (
            rb"PK\x03\x04.{26}(?:mimetype|\[Content_Types\]|_rels/|word/)",
            "an office document or e-book",
            _EXPORT,
        ),
        (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a ZIP archive or an office document", _UNPACK),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document", _EXPORT),
        (rb"\x1f\x8b", "gzip-compressed data", _UNPACK),
        (rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", "bzip2-compressed data", _UNPACK),
        (rb"\xfd7zXZ\x00", "xz-compressed data", _UNPACK),
        (rb"\x28\xb5\x2f\xfd", "zstd-compressed data", _UNPACK),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
        (rb"Rar!\x1a\x07", "a RAR archive", _UNPACK),
        (rb".{257}ustar", "a tar archive", _UNPACK),
        (rb"\x89PNG\r\n\x1a\n", "a PNG image", _NO_TEXT),
        (rb"\xff\xd8\xff", "a JPEG image", _NO_TEXT),
        (rb"GIF8[79]a", "a GIF image", _NO_TEXT),
        (rb"RIFF.{4}(?:WEBP|WAVE|AVI )", "an image, sound or video", _NO_TEXT),
        (rb"(?:II\*\x00|MM\x00\*)", "a TIFF image", _NO_TEXT),
        (rb".{4}ftyp", "a video or sound", _NO_TEXT),
        (rb"(?:ID3[\x02-\x04]|OggS\x00|fLaC\x00|\x1aE\xdf\xa3)", "a sound or video", _NO_TEXT),
        (rb"SQLite format 3\x00", "an SQLite database", _NO_TEXT),
        (rb"PAR1", "a Parquet file", _NO_TEXT),
        (rb"\x7fELF|MZ|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", "a program", _NO_TEXT),
    )
)

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def control_share(content: bytes) -> float:
    """Share of the first 64 KiB that are control bytes other than white space and escape (0..1)."""
    head = content[: 1 << 16]
    return len(_CONTROL.findall(head)) / len(head) if head else 0.0


def signature(content: bytes) -> tuple[str, str] | None:
    """What ``content`` looks like by its first bytes, and what to do; None where it may be a text.

    Signatures made of letters ("MZ", "PAR1") count only where control or undecodable bytes follow.
    """
    head = content[:_HEAD]
    for pattern, name, remedy in _READABLE:
        if pattern.match(head):
            return name, remedy
    if _clean(head):
        return None
    for pattern, name, remedy in _SIGNATURES:
        if pattern.match(head):
            return name, remedy
    return None


def _clean(head: bytes) -> bool:
    if _CONTROL.search(head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a character cut at the edge
    return True
