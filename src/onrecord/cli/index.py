"""``onrecord index``: make a record ready for search by meaning."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.cli.records import opened_record, record_option
from onrecord.cli.tools import debug_option
from onrecord.errors import StoreError


@click.command("index")
@record_option
@click.option("--drop", is_flag=True, help="Take the index away instead.")
@debug_option
def index(record: str, *, drop: bool) -> None:
    """Make a record searchable by meaning.

    Every statement gets a small vector of what it is about, some 175 bytes on disk, and onrecord add keeps
    the index up from then on. Stop it whenever you like and run it again: it goes on where it was.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened or written.
    """
    _not_new(record)
    with opened_record(record, writes=True) as store:
        if drop:
            store.drop_index()
            click.echo(f"{record}: the index by meaning is gone")
            return
        with _watched() as told:
            count = store.index(told)
    click.echo(f"{record}: {count:,} statement{'' if count == 1 else 's'} put into the index by meaning")


def _not_new(record: str) -> None:
    """Never make a record for the sake of an index.

    Raises:
        StoreError: when there is none.
    """
    if "://" not in record and not Path(record).exists():
        raise StoreError(f"{record}: there is no record here; make one with: onrecord add")


@contextmanager
def _watched() -> Iterator[Callable[[int], None]]:
    """What to call after each batch: at a terminal it shows how many are in and how fast."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only at a terminal
    from rich.progress import Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("indexing"), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("indexing", total=None)
        yield lambda count: bar.update(task, advance=count)
