"""What the asking commands share: which record, or which files in its place, and the view that it gives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from onrecord.cli.notices import Notices, Tally, only_records
from onrecord.cli.records import record_option
from onrecord.cli.taking import as_day
from onrecord.cli.tools import Tools
from onrecord.errors import InputError
from onrecord.types import Document, Failure, Record

if TYPE_CHECKING:
    from onrecord.ask.view import View

_Command = TypeVar("_Command", bound=Callable[..., Any])


def source_options(command: _Command) -> _Command:
    """Add ``--in``, ``--record`` and ``--published-on``."""
    options = (
        click.option("--in", "paths", multiple=True, metavar="PATH",
                     help="Read this file or folder, - for standard input, and ask it instead of the record; "
                     "may be given several times."),
        record_option,
        click.option("--published-on", type=click.DateTime(["%Y-%m-%d"]), callback=as_day,
                     metavar="YYYY-MM-DD", help="The day of publication of every --in PATH."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def style_option(command: _Command) -> _Command:
    """Add ``--format``."""
    option = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text",
                          show_default=True, help="Lines for people, or JSON for programs.")  # fmt: skip
    return option(command)


@contextmanager
def viewed(tools: Tools, paths: Sequence[str], record: str, published_on: date | None) -> Iterator[View]:
    """A view over ``paths`` where there are any, else over the record.

    Raises:
        InputError: when none of ``paths`` can be read.
        StoreError: when the record cannot be opened.
    """
    if not paths:
        with tools.open_view(record) as view:
            yield view
        return
    from onrecord.ask.memory import MemoryView  # noqa: PLC0415 - no --help needs it

    yield MemoryView.of(read_records(tools, paths, published_on))


def read_records(tools: Tools, paths: Sequence[str], published_on: date | None = None) -> list[Record]:
    """The records of what ``paths`` name; what fails has its line on standard error.

    Raises:
        InputError: when none of them can be read.
    """
    return taken(tools.read_inputs(paths, encoding=None, published_on=published_on, stdin=_stdin()), paths)


def open_documents(tools: Tools, paths: Sequence[str]) -> list[Document]:
    """The documents that ``paths`` name, not read; what fails has its line on standard error.

    Raises:
        InputError: when none of them can be opened.
    """
    opened = tools.open_inputs(paths, encoding=None, published_on=None, stdin=_stdin())
    unread = (one if isinstance(one, Failure) else Record(one, ()) for one in opened)
    return [record.document for record in taken(unread, paths)]


def _stdin() -> BinaryIO:
    return sys.stdin.buffer if sys.stdin else BytesIO()


def taken(outcomes: Iterable[Record | Failure], paths: Sequence[str]) -> list[Record]:
    """The records among ``outcomes``; each failure has its line on standard error.

    Raises:
        InputError: when there is no record.
    """
    found = list(only_records(outcomes, Notices(quiet=True), Tally()))
    if not found:
        raise InputError(f"nothing could be read of {', '.join(paths)}; name a report that can be")
    return found


def echo_lines(lines: Iterable[str]) -> None:
    """Print lines for people; what stands in a text cannot command the terminal, and keeps its margin."""
    from onrecord.show.characters import one_line  # noqa: PLC0415 - only when there is something to show

    for line in lines:
        click.echo(f"{line[: len(line) - len(line.lstrip(' '))]}{one_line(line)}")
