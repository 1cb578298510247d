"""What a file's bytes are, told by themselves, and the documents in them: text, HTML, JSON Lines, a feed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO, Literal

from onrecord.gather import encodings, jsonlines, languages, markup, places, unpacking
from onrecord.gather.stated import Stated, Told, lone_surrogate, own_address
from onrecord.types import Document, Failure

HEAD = 1 << 20
"""Bytes by which JSON Lines are told from other texts."""


def read(handle: BinaryIO, origin: str, told: Told) -> Iterator[Document | Failure]:
    """The documents in what ``handle`` gives, called ``origin``; gzip is unpacked on the way.

    Raises:
        OSError: when reading fails after the first ``HEAD`` bytes of JSON Lines.
    """
    head = _content(handle, HEAD, origin)
    if isinstance(head, bytes) and unpacking.is_packed(head) and told.url is None:
        handle = unpacking.unpacked(head, handle)
        head = _content(handle, HEAD, origin)
    try:
        yield from [head] if isinstance(head, Failure) else _read(head, handle, origin, told)
    except unpacking.FAULTS as error:
        yield unpacking.failure(origin, error)


def read_bytes(content: bytes, origin: str, told: Told) -> Iterator[Document | Failure]:
    """The documents in ``content``, as :func:`read` would give them."""
    return read(io.BytesIO(content), origin, told)


def _read(head: bytes, handle: BinaryIO, origin: str, told: Told) -> Iterator[Document | Failure]:
    content: bytes | Failure = head
    is_lines = not jsonlines.is_feed(head)
    if len(head) == HEAD:
        if is_lines and jsonlines.look_like(head, complete=False):
            yield from _read_lines(_lines(head, handle), origin, told)
            return
        rest = _content(handle, -1, origin)
        content = rest if isinstance(rest, Failure) else head + rest
    if isinstance(content, Failure):
        yield content
    elif is_lines and jsonlines.look_like(content, complete=True):
        yield from _read_lines(content.split(b"\n"), origin, told)
    else:
        yield from _read_whole(content, origin, told)


def _content(handle: BinaryIO, size: int, origin: str) -> bytes | Failure:
    """Up to ``size`` bytes (-1: all the rest), however few each read of a pipe gives."""
    pieces: list[bytes] = []
    wanted = size
    try:
        while wanted and (piece := handle.read(wanted)):
            pieces.append(piece)
            wanted = wanted - len(piece) if size >= 0 else -1
    except unpacking.FAULTS as error:
        return unpacking.failure(origin, error)
    except OSError as error:
        return places.unopened(origin, error)
    return b"".join(pieces)


def _lines(head: bytes, handle: BinaryIO) -> Iterator[bytes]:
    """The lines of ``head`` and of what follows it in ``handle``."""
    *whole, cut = head.split(b"\n")
    yield from whole
    yield cut + handle.readline()
    yield from handle


def _read_lines(lines: Iterable[bytes], origin: str, told: Told) -> Iterator[Document | Failure]:
    yield from _composed_all(jsonlines.read_lines(lines, origin, told.encoding or "utf-8"), told)


def _composed_all(found: Iterable[tuple[str, Stated | Failure]], told: Told) -> Iterator[Document | Failure]:
    for place, stated in found:
        yield stated if isinstance(stated, Failure) else _composed(stated, place, told)


def _entries(found: Iterable[tuple[str, Stated | Failure]], told: Told) -> Iterator[Document | Failure]:
    """As :func:`_composed_all`, of a feed, whose reader has read the HTML already."""
    for place, stated in found:
        yield stated if isinstance(stated, Failure) else document_of(stated, place, told)


def _read_whole(content: bytes, origin: str, told: Told) -> Iterator[Document | Failure]:
    if not content:
        yield Failure(origin, "read", "is empty", "give a file with text in it")
        return
    decoded = encodings.decode(content, origin=origin, encoding=told.encoding, charset=told.charset)
    if isinstance(decoded, Failure):
        decoded = _feed_but_for_bytes(content, told) or decoded
    if isinstance(decoded, Failure):
        yield decoded
        return
    del content  # a large file need not be held twice
    if markup.is_feed(decoded.text):
        yield from _read_feed(decoded, origin, told)
        return
    values = jsonlines.objects_in(decoded.text)
    if values is None:
        yield _read_text(decoded, origin, told)
    else:
        yield from _read_values(values, origin, told)


def _feed_but_for_bytes(content: bytes, told: Told) -> encodings.Decoded | None:
    """A feed in UTF-8 with some bytes that are not: they cost the entries they are in, and no other."""
    if told.encoding is not None or not markup.is_feed(content[:HEAD].decode("utf-8", "replace")):
        return None
    return encodings.Decoded(content.decode("utf-8", "replace"), "utf-8")


def _read_feed(decoded: encodings.Decoded, origin: str, told: Told) -> Iterator[Document | Failure]:
    from onrecord.gather.feeds import xml  # noqa: PLC0415 - lxml: for feeds only

    yield from _entries(xml.read_feed(decoded.text, origin, told.url, decoded.warnings), told)


def _read_values(values: list[object], origin: str, told: Told) -> Iterator[Document | Failure]:
    if len(values) == 1 and jsonlines.is_feed_object(values[0]):
        from onrecord.gather.feeds import jsonfeed  # noqa: PLC0415 - as above

        yield from _entries(jsonfeed.read_feed(values[0], origin, told.url), told)
        return
    numbered = ((f"{origin}:{number}", value) for number, value in enumerate(values, start=1))
    yield from _composed_all(((place, jsonlines.stated_in(value, place)) for place, value in numbered), told)


def _read_text(decoded: encodings.Decoded, origin: str, told: Told) -> Document | Failure:
    text = decoded.text
    if text.isspace() or not text:
        return Failure(origin, "read", "is blank: it holds white space only", "give a file with text in it")
    broken = lone_surrogate(text) if told.encoding else None
    if broken is not None:
        reason = f"holds half a surrogate pair at character {broken}, read as {decoded.encoding}"
        return Failure(origin, "decode", reason, "name another encoding with --encoding")
    if markup.is_other_xml(text):
        remedy = "give its articles as plain text, HTML, JSON Lines or a feed"
        return Failure(origin, "parse", "is XML, but neither a feed nor an HTML page", remedy)
    document = _composed(Stated(text, warnings=decoded.warnings), origin, told)
    if isinstance(document, Failure) or told.url is None:
        return document
    return replace(document, url=own_address(document.url, told.url))


def _composed(stated: Stated, name: str, told: Told) -> Document | Failure:
    """The Document of what was stated, its text read as HTML first where it is that."""
    if not markup.is_html(stated.text):
        return document_of(stated, name, told)
    from onrecord.gather import pages  # noqa: PLC0415 - plain text does without

    page = pages.with_page(stated, name)
    return page if isinstance(page, Failure) else document_of(page, name, told)


def document_of(stated: Stated, name: str, told: Told) -> Document:
    """The Document of what was stated; its id is the one stated, or ``name``."""
    language = stated.language or languages.language_of(stated.text)
    warning = languages.warning_about(language)
    known_from: Literal["argument", "metadata"] | None = "metadata" if stated.published_on else None
    return Document(
        id=stated.id or name,
        text=stated.text,
        title=stated.title,
        url=stated.url,
        publisher=stated.publisher,
        language=language,
        published_on=told.published_on or stated.published_on,
        published_on_from="argument" if told.published_on else known_from,
        warnings=stated.warnings + ((warning,) if warning else ()),
    )
