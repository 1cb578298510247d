"""From bytes to text: byte-order mark, UTF-8, the page's own word, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
import warnings
from dataclasses import dataclass

from onrecord.gather import binary, languages
from onrecord.types import Failure

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_META = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)

# What browsers read under these labels (WHATWG Encoding Standard, names and labels).
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}

# Encodings that news texts still come in. Left to itself, charset-normalizer also answers with rarities.
_LEGACY = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859_2 iso8859_5 iso8859_7 koi8_r koi8_u "
    "shift_jis euc_jp iso2022_jp gb18030 big5 euc_kr mac_roman".split()
)

# Typographic marks as Windows-1252 writes them: quotation marks, dashes, ellipsis, pound sign and the like.
_TYPOGRAPHIC = frozenset(
    b"\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
)
# With the small letters of Western names, which in other encodings are capitals or marks. A name or two in an
# English text is too little for charset-normalizer, which takes "Zoë" for Lithuanian.
_WESTERN = _TYPOGRAPHIC | frozenset("ßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšž".encode("cp1252"))

_SAMPLE = 1 << 16
_HEAD_OF_PAIRS = 4096
_OTHER = "name its encoding, for example --encoding windows-1252, or save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the Python name of the encoding it was in, and a warning where that was guessed."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(
    content: bytes, *, origin: str, encoding: str | None = None, charset: str | None = None
) -> Decoded | Failure:
    """The text of ``content``, without its byte-order mark and otherwise unaltered.

    Args:
        content: the whole of a file, not empty.
        origin: what to call it in a Failure.
        encoding: strict decoding with this one; None tries, in this order, a byte-order mark, strict UTF-8,
            the charset that a server names, the one that an HTML page declares, and charset-normalizer's
            guess among legacy encodings.
        charset: the name that the server gave with it; believed where the bytes bear it out.
    """
    if encoding is not None:
        return _as_named(content, origin, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content, origin, name)
    return _signed(content, origin) or _unmarked_utf16(content) or _as_utf8(content, origin, charset)


def _signed(content: bytes, origin: str) -> Failure | None:
    known = binary.signature(content)
    if known is None:
        return None
    return Failure(origin, "decode", f"is not text: it looks like {known[0]}", known[1])


def _as_utf8(content: bytes, origin: str, charset: str | None) -> Decoded | Failure:
    if content[:_SAMPLE].count(0) * 10 > 3 * len(content[:_SAMPLE]):
        return _binary(origin)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        named = charset and _known(charset)
        decoded = _as_declared(content, origin, named) if named else None
        return decoded if isinstance(decoded, Decoded) else _legacy(content, origin, error)


def _as_named(content: bytes, origin: str, encoding: str) -> Decoded | Failure:
    try:
        codecs.lookup(encoding)
        "".encode(encoding)  # raises for codecs between bytes and bytes, such as hex and zlib
    except (LookupError, ValueError):
        remedy = "give --encoding a name such as utf-8, windows-1252 or utf-16"
        return Failure(origin, "decode", f"there is no text encoding named {encoding!r}", remedy)
    return _signed(content, origin) or _strictly(content, origin, encoding)


def _strictly(content: bytes, origin: str, encoding: str) -> Decoded | Failure:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # unicode_escape warns of odd escapes
            text = content.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(content, origin, encoding, error)
    except UnicodeError as error:
        return Failure(origin, "decode", f"is not {encoding} ({error})", _OTHER)
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _undecodable(content: bytes, origin: str, encoding: str, error: UnicodeDecodeError) -> Failure:
    at = min(error.start, len(content) - 1)
    reason = f"is not {encoding}: byte 0x{content[at]:02x} at offset {at} cannot be read ({error.reason})"
    return Failure(origin, "decode", reason, _OTHER)


def _binary(origin: str) -> Failure:
    return Failure(
        origin, "decode", "is not text: it looks like binary data", "give plain text, HTML or JSON Lines"
    )


def _unmarked_utf16(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: in a Latin text nearly every second byte is zero, always on the same side."""
    head = content[:_HEAD_OF_PAIRS]
    if len(content) % 2 or len(head) < 8:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    many, few = len(head) * 0.4, len(head) * 0.05
    if odd >= many and even <= few:
        return _guessed(content, "utf-16-le")
    return _guessed(content, "utf-16-be") if even >= many and odd <= few else None


def _guessed(content: bytes, encoding: str) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    name = encoding.replace("cp125", "windows-125")
    warning = f"the encoding was guessed to be {name}: if letters look wrong, name it with --encoding"
    return Decoded(text, encoding, (warning,))


def _legacy(content: bytes, origin: str, error: UnicodeDecodeError) -> Decoded | Failure:
    declared = declared_charset(content)
    if declared is not None:
        return _as_declared(content, origin, declared)
    if binary.control_share(content) > 0.02:
        return _binary(origin)
    if _nearly_utf8(content, error.start):
        return _undecodable(content, origin, "utf-8", error)
    for encoding in _guesses(content, error.start):
        decoded = _guessed(content, encoding)
        if decoded is not None:
            return decoded
    return _undecodable(content, origin, "utf-8", error)


def declared_charset(content: bytes) -> str | None:
    """Python's name of the encoding that an HTML page declares in its first 4,096 bytes, or None."""
    found = _META.search(content[:4096])
    return None if found is None else _known(found[1].decode("ascii"))


def _known(charset: str) -> str | None:
    """Python's name of a declared encoding, or None where it is unknown or cannot be meant."""
    try:
        name = codecs.lookup(charset).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    # A page whose own "meta" could be read in single bytes is not in UTF-16, whatever it says.
    return None if name.startswith(("utf-16", "utf-32", "utf-8")) else _AS_BROWSERS_DO.get(name, name)


def _as_declared(content: bytes, origin: str, declared: str) -> Decoded | Failure:
    decoded = _strictly(content, origin, declared)
    if isinstance(decoded, Failure) and declared == "cp1252":
        return _strictly(content, origin, "latin-1")  # cp1252 leaves five bytes undefined
    return decoded


def _nearly_utf8(content: bytes, start: int) -> bool:
    """Whether the bytes around the first fault are UTF-8 but for a few: then a guess would spoil the rest."""
    around = content[max(0, start - (1 << 19)) : start + (1 << 19)]
    text = around.decode("utf-8", "surrogateescape")
    broken = len(re.findall("[\udc80-\udcff]", text))
    whole = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    return whole >= 4 * broken


def _guesses(content: bytes, start: int) -> list[str]:
    """Encodings to try, likeliest first, from the 64 KiB after the first byte that is not UTF-8."""
    begin = content.rfind(b"\n", max(0, start - 4096), start) + 1
    sample = content[begin or max(0, start - 4096) :][:_SAMPLE]
    high = {byte for byte in sample if byte > 0x7F}
    if high <= _TYPOGRAPHIC or (high <= _WESTERN and languages.reads_as_english(sample.decode("latin-1"))):
        return ["cp1252"]
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms, for legacy encodings only

    from onrecord.gather import latin  # noqa: PLC0415 - likewise

    in_latin = latin.guess(sample)
    others = [match.encoding for match in from_bytes(sample, cp_isolation=_LEGACY)][:5]
    return [in_latin, *others] if in_latin else others
