"""The reading room's door: paths, bytes or a string in, documents and failures out, one after the other.

A document that cannot be read is a :class:`Failure` in the stream and never stops the others; exceptions are
for faults of the caller or of this program. Each file is read once, and JSON Lines are streamed.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal

from onrecord.errors import InputError
from onrecord.gather import encodings, jsonlines, languages, markup, places
from onrecord.gather.stated import Stated, Told, lone_surrogate, web_address
from onrecord.types import Document, Failure

STDIN = "-"

_HEAD = 1 << 20
_MOST_COUNTED = 1 << 26


def documents(
    paths: Iterable[str | Path],
    *,
    encoding: str | None = None,
    published_on: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Failure]:
    """Read files, folders and standard input, in the order given.

    Args:
        paths: files, folders (walked in sorted order) and "-" for standard input. Plain text, HTML and JSON
            Lines are told apart by their content.
        encoding: name of the character encoding of all inputs; None finds it out.
        published_on: day of publication of all inputs; it wins over what they state.
        stdin: where "-" reads from, ``sys.stdin.buffer`` by default.

    Yields:
        A Document, or the Failure of one, as each is read.
    """
    told = Told(encoding, published_on)
    for path in paths:
        if str(path) == STDIN:
            yield from _read(stdin or sys.stdin.buffer, STDIN, told)
            continue
        for place in places.files(path):
            yield from [place] if isinstance(place, Failure) else _read_file(place, told)


def from_bytes(
    content: bytes, *, origin: str, encoding: str | None = None, published_on: date | None = None
) -> Iterator[Document | Failure]:
    """Read the content of one file, as :func:`documents` would; ``origin`` is its name."""
    return _read(io.BytesIO(content), origin, Told(encoding, published_on))


def from_text(  # noqa: PLR0913 - what may be known of a document
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the name of the field
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    published_on: date | None = None,
) -> Document:
    """A Document of ``text`` as it is: no HTML or JSON is looked for, nothing is altered.

    Args:
        text: any text, an empty one too.
        id: its name; by default "sha256:" and 16 hexadecimal digits of the digest of the text.
        title: its headline.
        url: its http or https address; any other is left out.
        publisher: who published it.
        language: ISO 639 code; found out by default.
        published_on: day of publication.

    Raises:
        TypeError: ``text`` is not a str.
        InputError: ``text`` has half a surrogate pair, and so no UTF-8 form.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}: decode bytes first")
    broken = lone_surrogate(text)
    if broken is not None:
        raise InputError(f"the text has half a surrogate pair at character {broken}: replace it")
    stated = Stated(text, id, title, web_address(url), publisher, languages.code_of(language))
    return _document(stated, _digest(text), Told(published_on=published_on))


def count_inputs(paths: Iterable[str | Path]) -> int | None:
    """How many documents and failures :func:`documents` will give, for a progress bar; None where unknown.

    Unknown is standard input, and JSON Lines of more than 64 MiB. Only heads of files and line ends are read.
    """
    total = 0
    for path in paths:
        if str(path) == STDIN:
            return None
        for place in places.files(path):
            counted = 1 if isinstance(place, Failure) else _count_file(place)
            if counted is None:
                return None
            total += counted
    return total


def _count_file(path: Path) -> int | None:
    try:
        with path.open("rb") as handle:
            head = handle.read(_HEAD)
            if not jsonlines.look_like(head, complete=len(head) < _HEAD):
                return 1
            if os.fstat(handle.fileno()).st_size > _MOST_COUNTED:
                return None
            handle.seek(0)
            return sum(1 for line in handle if line.strip())
    except OSError:
        return 1


def _read_file(path: Path, told: Told) -> Iterator[Document | Failure]:
    name = places.shown(path)
    try:
        # Without O_NONBLOCK, a pipe put in the file's place since it was looked at would hang us.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as handle:
            mode = os.fstat(number).st_mode
            if not stat.S_ISREG(mode):
                yield places.special(path, mode)
                return
            yield from _read(handle, name, told)
    except (OSError, ValueError) as error:
        yield places.unopened(path, error)


def _read(handle: BinaryIO, origin: str, told: Told) -> Iterator[Document | Failure]:
    content: bytes | Failure = _content(handle, _HEAD, origin)
    if isinstance(content, bytes) and len(content) == _HEAD:
        if jsonlines.look_like(content, complete=False):
            yield from _read_lines(_lines(content, handle), origin, told)
            return
        rest = _content(handle, -1, origin)
        content = rest if isinstance(rest, Failure) else content + rest
    if isinstance(content, Failure):
        yield content
    elif jsonlines.look_like(content, complete=True):
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
    for place, stated in jsonlines.read_lines(lines, origin, told.encoding or "utf-8"):
        yield stated if isinstance(stated, Failure) else _composed(stated, place, told)


def _read_whole(content: bytes, origin: str, told: Told) -> Iterator[Document | Failure]:
    if not content:
        yield Failure(origin, "read", "is empty", "give a file with text in it")
        return
    decoded = encodings.decode(content, origin=origin, encoding=told.encoding)
    if isinstance(decoded, Failure):
        yield decoded
        return
    del content  # a large file need not be held twice
    values = jsonlines.objects_in(decoded.text)
    if values is None:
        yield _read_text(decoded, origin, told)
        return
    for number, value in enumerate(values, start=1):
        place = f"{origin}:{number}"
        stated = jsonlines.stated_in(value, place)
        yield stated if isinstance(stated, Failure) else _composed(stated, place, told)


def _read_text(decoded: encodings.Decoded, origin: str, told: Told) -> Document | Failure:
    text = decoded.text
    if text.isspace() or not text:
        return Failure(origin, "read", "is blank: it holds white space only", "give a file with text in it")
    broken = lone_surrogate(text) if told.encoding else None
    if broken is not None:
        reason = f"holds half a surrogate pair at character {broken}, read as {decoded.encoding}"
        return Failure(origin, "decode", reason, "name another encoding with --encoding")
    if markup.is_other_xml(text):
        remedy = "give its articles as plain text, HTML or JSON Lines"
        return Failure(origin, "parse", "is XML, such as a feed, and no HTML page", remedy)
    return _composed(Stated(text, warnings=decoded.warnings), origin, told)


def _composed(stated: Stated, name: str, told: Told) -> Document | Failure:
    """The Document of what was stated, its text read as HTML first where it is that."""
    if not markup.is_html(stated.text):
        return _document(stated, name, told)
    from onrecord.gather import pages  # noqa: PLC0415 - plain text does without

    page = pages.with_page(stated, name)
    return page if isinstance(page, Failure) else _document(page, name, told)


def _document(stated: Stated, name: str, told: Told) -> Document:
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


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, which files do without

    return "sha256:" + sha256(text.encode("utf-8")).hexdigest()[:16]
