"""What the commands work with, handed to them in click's context, so that tests hand them something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeVar

import click

from onrecord.types import Document, Failure, Record

if TYPE_CHECKING:
    from onrecord.ask.view import View

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Resolving:
    """How speakers are to be resolved: with which table of people, and whether to keep the reasons."""

    people: Path | None = None
    why: bool = False


PLAINLY = Resolving()


@dataclass(frozen=True, slots=True)
class Fetching:
    """Whether addresses are fetched, from private networks too, and which are passed over."""

    fetch: bool = False
    private: bool = False
    held: Callable[[str], bool] | None = None


OFFLINE = Fetching()


class ReadsInputs(Protocol):
    """From files and folders to records; :func:`read_inputs` is the one that users get."""

    def __call__(
        self,
        paths: Sequence[str],
        *,
        encoding: str | None,
        published_on: date | None,
        stdin: BinaryIO,
        resolving: Resolving = PLAINLY,
        fetching: Fetching = OFFLINE,
    ) -> Iterator[Record | Failure]:
        """A record for each document found, or why there is none."""
        ...


class OpensInputs(Protocol):
    """From files and folders to documents; :func:`open_inputs` is the one that users get."""

    def __call__(
        self,
        paths: Sequence[str],
        *,
        encoding: str | None,
        published_on: date | None,
        stdin: BinaryIO,
        fetching: Fetching = OFFLINE,
    ) -> Iterator[Document | Failure]:
        """A document for each report found, or why there is none."""
        ...


def read_inputs(
    paths: Sequence[str],
    *,
    encoding: str | None,
    published_on: date | None,
    stdin: BinaryIO,
    resolving: Resolving = PLAINLY,
    fetching: Fetching = OFFLINE,
) -> Iterator[Record | Failure]:
    """Load the network that ships in the package and read what ``paths`` name, as it is asked for.

    Raises:
        InputError: when there is no table of people where one was named.
        ModelError: when a file of the network is missing or damaged.
    """
    from onrecord.flow.reading import Reader, read_all  # noqa: PLC0415 - numpy and onnxruntime: only when reading

    reader = Reader.load(people=resolving.people, why=resolving.why)
    inputs = open_inputs(paths, encoding=encoding, published_on=published_on, stdin=stdin, fetching=fetching)
    yield from read_all(inputs, reader)


def open_inputs(
    paths: Sequence[str],
    *,
    encoding: str | None,
    published_on: date | None,
    stdin: BinaryIO,
    fetching: Fetching = OFFLINE,
) -> Iterator[Document | Failure]:
    """The documents that ``paths`` name, not read yet; what fetches is loaded for addresses only."""
    from onrecord.gather.inputs import documents, fetcher_of  # noqa: PLC0415 - as above

    fetcher = fetcher_of(paths, private=fetching.private) if fetching.fetch else None
    return documents(
        paths, encoding=encoding, published_on=published_on, stdin=stdin, fetcher=fetcher, held=fetching.held
    )


class ReadsDocuments(Protocol):
    """From documents to records; :func:`read_documents` is the one that users get."""

    def __call__(
        self, documents: Iterable[Document | Failure], *, jobs: int | None, resolving: Resolving = PLAINLY
    ) -> Iterator[Record | Failure]:
        """A record for each document, in order, or why there is none."""
        ...


def read_documents(
    documents: Iterable[Document | Failure], *, jobs: int | None, resolving: Resolving = PLAINLY
) -> Iterator[Record | Failure]:
    """Read documents as they come, ``jobs`` of them at a time; the network is loaded for the first of them.

    Raises:
        InputError: when there is no table of people where one was named.
        ModelError: when a file of the network is missing or damaged.
    """
    coming = iter(documents)
    first = next(coming, None)
    if first is None:  # all are in the record: nothing to load
        return
    from onrecord.flow.reading import Reader, read_all  # noqa: PLC0415 - as above

    reader = Reader.load(threads=jobs, people=resolving.people, why=resolving.why)
    yield from read_all(chain([first], coming), reader)


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many documents :func:`read_inputs` will find, or None where that cannot be told beforehand."""
    from onrecord.gather.inputs import count_inputs as count  # noqa: PLC0415

    return count(paths)


@contextmanager
def open_view(record: str) -> Iterator[View]:
    """A view of the record that ``--record`` names, closed at the end.

    Raises:
        StoreError: when it cannot be opened.
    """
    # A database: only when a record is asked.
    from onrecord.flow.keeping import open_store  # noqa: PLC0415

    with open_store(record) as store:
        yield store.view()


@dataclass(slots=True)
class Tools:
    """The doors to the rest of onrecord, and whether ``--debug`` was given."""

    read_inputs: ReadsInputs = read_inputs
    count_inputs: Callable[[Sequence[str]], int | None] = count_inputs
    open_inputs: OpensInputs = open_inputs
    read_documents: ReadsDocuments = read_documents
    open_view: Callable[[str], AbstractContextManager[View]] = open_view
    debug: bool = False


def debug_option(command: _Command) -> _Command:
    """Add ``--debug``, which stands before or after a command's name."""

    def noted(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
        if value:
            ctx.ensure_object(Tools).debug = True

    option = click.option("--debug", is_flag=True, expose_value=False, callback=noted,
                          help="Show the traceback of an unforeseen error.")  # fmt: skip
    return option(command)
