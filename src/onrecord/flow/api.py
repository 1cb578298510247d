"""The verbs of the Python interface: ``read`` one text, ``read_many``, and ``documents`` from files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.errors import InputError
from onrecord.flow.keeping import open_store
from onrecord.flow.reading import Reader, read_all
from onrecord.gather import inputs
from onrecord.record.store.store import Store
from onrecord.types import Document, Failure, Record


@cache
def default_reader() -> Reader:
    """The reader with the network that ships in the package, loaded once in a process."""
    return Reader.load()


def read(text: str, *, published_on: date | str | None = None, name: str | None = None) -> Record:
    """Read one text: who said what in it.

    Args:
        text: the report, plain text; offsets in the record count its code points.
        published_on: the day of publication, a ``date`` or ``YYYY-MM-DD``.
        name: the document's ``id`` in the record; by default a digest of the text.

    Returns:
        The record; ``record.to_dict()`` is its JSON form.

    Raises:
        InputError: when ``text`` is blank or ``published_on`` is no date.
        ModelError: when the package's model is missing or damaged.
    """
    if not text.strip():
        raise InputError("the text is blank; give the report's text")
    return default_reader().read(inputs.from_text(text, id=name, published_on=_day(published_on)))


def read_many(
    items: Iterable[str | Document | Failure], *, reader: Reader | None = None
) -> Iterator[Record | Failure]:
    """Read texts or documents one by one, in order, as the caller asks for the next.

    Args:
        items: texts, or what :func:`documents` yields; taken one at a time, so it may be endless.
        reader: a loaded reader; by default the package's own.

    Yields:
        A record for each item, or a failure that says why there is none.
    """

    def as_documents() -> Iterator[Document | Failure]:
        for item in items:
            yield inputs.from_text(item) if isinstance(item, str) else item

    yield from read_all(as_documents(), reader or default_reader())


def documents(
    paths: Iterable[str | Path],
    *,
    encoding: str | None = None,
    published_on: date | str | None = None,
    fetch: bool = False,
) -> Iterator[Document | Failure]:
    """Open files and folders: plain text, HTML, feeds and JSON Lines, told apart by content.

    Args:
        paths: files and folders, read in this order, folders in the order of their names; with ``fetch``,
            http and https addresses too.
        encoding: the character encoding of all of them; by default it is detected.
        published_on: the day of publication of all of them, a ``date`` or ``YYYY-MM-DD``.
        fetch: connect to the web for addresses; without it each is a failure, and nothing is connected to.

    Yields:
        A document for each report found, or a failure that says why there is none.

    Raises:
        InputError: when ``published_on`` is no date.
    """
    paths = list(paths) if fetch else paths
    fetcher = inputs.fetcher_of(paths) if fetch else None
    return inputs.documents(paths, encoding=encoding, published_on=_day(published_on), fetcher=fetcher)


def open(record: str | Path = "record.db", *, writes: bool = False) -> Store:  # noqa: A001 - onrecord.open
    """Open a record that ``onrecord add`` made; close it, or use it as a context manager.

    Args:
        record: a path, or ``postgresql://...``.
        writes: allow changes, and make the record where there is none.

    Raises:
        StoreError: when it cannot be opened, is none, or was made by a newer onrecord.
    """
    return open_store(record, writes=writes)


def _day(value: date | str | None) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise InputError(f"{value!r} is not a date; write it as YYYY-MM-DD") from error
    return value
