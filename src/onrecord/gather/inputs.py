"""The reading room's door: paths, addresses, bytes or a string in, documents and failures out, in order.

A document that cannot be read is a :class:`Failure` in the stream and never stops the others; exceptions are
for faults of the caller or of this program. Each file is read once, and JSON Lines are streamed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from onrecord.errors import InputError
from onrecord.gather import contents, languages, places
from onrecord.gather.stated import Fetched, Stated, Told, lone_surrogate, web_address
from onrecord.types import Document, Failure

STDIN = "-"


class Fetches(Protocol):
    """Fetches what lies at an address; users get :class:`onrecord.gather.web.fetcher.Fetcher`."""

    def fetch(self, address: str) -> Fetched | Failure:
        """What the server gave, or why there is nothing."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...


def documents(
    paths: Iterable[str | Path],
    *,
    encoding: str | None = None,
    published_on: date | None = None,
    stdin: BinaryIO | None = None,
    fetcher: Fetches | None = None,
    held: Callable[[str], bool] | None = None,
) -> Iterator[Document | Failure]:
    """Read files, folders, standard input and addresses, in the order given.

    Args:
        paths: files, folders (walked in sorted order), "-" for standard input, and http or https addresses.
            Plain text, HTML, feeds and JSON Lines are told apart by content; gzip is unpacked.
        encoding: name of the character encoding of all inputs; None finds it out.
        published_on: day of publication of all inputs; it wins over what they state.
        stdin: where "-" reads from, ``sys.stdin.buffer`` by default.
        fetcher: fetches addresses, and is closed at the end; without one, each is a Failure, and nothing
            is ever connected to.
        held: asked of each address, whether to pass it over.

    Yields:
        A Document, or the Failure of one, as each is read.
    """
    told = Told(encoding, published_on)
    with closing(fetcher) if fetcher is not None else nullcontext():
        for path in paths:
            if str(path) == STDIN:
                yield from contents.read(stdin or sys.stdin.buffer, STDIN, told)
            elif not places.is_address(path):
                yield from _read_place(path, told)
            elif held is None or not held(str(path)):
                yield from _fetched(str(path), told, fetcher)


def fetcher_of(paths: Iterable[str | Path], *, private: bool = False) -> Fetches | None:
    """What fetches the addresses among ``paths``; None, and nothing is loaded, where there are none.

    Args:
        paths: as :func:`documents` takes them.
        private: fetch from machines of private networks too.
    """
    if not any(places.is_address(path) for path in paths):
        return None
    from onrecord.gather.web.client import Client  # noqa: PLC0415 - 100 ms, and a library for the web
    from onrecord.gather.web.fetcher import Fetcher  # noqa: PLC0415

    return Fetcher(Client(private=private))


def from_bytes(
    content: bytes, *, origin: str, encoding: str | None = None, published_on: date | None = None
) -> Iterator[Document | Failure]:
    """Read the content of one file, as :func:`documents` would; ``origin`` is its name."""
    return contents.read_bytes(content, origin, Told(encoding, published_on))


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
    return contents.document_of(stated, _digest(text), Told(published_on=published_on))


def count_inputs(paths: Iterable[str | Path]) -> int | None:
    """How many documents and failures :func:`documents` will give, for a progress bar; None where unknown.

    Unknown is standard input, and large files of many documents. An address counts as one.
    """
    from onrecord.gather import counting  # noqa: PLC0415 - where there is a bar only

    total = 0
    for path in paths:
        if str(path) == STDIN:
            return None
        for place in [None] if places.is_address(path) else places.files(path):
            counted = counting.count(place) if isinstance(place, Path) else 1
            if counted is None:
                return None
            total += counted
    return total


def _read_place(path: str | Path, told: Told) -> Iterator[Document | Failure]:
    for place in places.files(path):
        yield from [place] if isinstance(place, Failure) else _read_file(place, told)


def _fetched(address: str, told: Told, fetcher: Fetches | None) -> Iterator[Document | Failure]:
    if fetcher is None:
        yield places.unfetched(address)
        return
    found = fetcher.fetch(address)
    if isinstance(found, Failure):
        yield found
        return
    told = replace(told, url=found.url, charset=found.charset)
    yield from contents.read_bytes(found.content, places.shown(address), told)


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
            yield from contents.read(handle, name, told)
    except (OSError, ValueError) as error:
        yield places.unopened(path, error)


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, which files do without

    return "sha256:" + sha256(text.encode("utf-8")).hexdigest()[:16]
