"""``onrecord read``: reports in, statements out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TextIO

import click

from onrecord.cli.ending import Ending
from onrecord.cli.notices import Notices, Tally, counted, only_records, progress
from onrecord.cli.output import Discard, opened, refuse_to_overwrite
from onrecord.cli.taking import (
    Inputs,
    encoding_option,
    fetch_options,
    inputs_of,
    paths_argument,
    people_option,
    published_on_option,
)
from onrecord.cli.tools import Resolving, Tools, debug_option
from onrecord.types import LAYERS, Failure, Layer, Record

# Lines longer than this are tiring to read, however wide the terminal is.
_WIDEST = 100
_PIPED = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for."""

    inputs: Inputs
    format: str
    published_on: date | None
    encoding: str | None
    output: str | None
    color: str
    quiet: bool
    people: Path | None
    why: bool
    only: Layer | None


@click.command("read")
@paths_argument
@click.option(
    "--format",
    type=click.Choice(["text", "json", "jsonl", "csv", "html"]),
    default="text",
    show_default=True,
    help="What to write: lines for people, the record as JSON, one statement a line "
    "as JSON Lines or CSV, or one page for a browser.",
)
@click.option(
    "--only",
    type=click.Choice(LAYERS),
    help="Write only this layer of the record; not with html.",
)
@published_on_option
@encoding_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to FILE, whole or not at all, instead of standard output.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in the text format; auto: on a terminal, unless NO_COLOR is set.",
)
@people_option
@fetch_options
@click.option(
    "--why", is_flag=True, help="Say of each speaker by which mentions it was found (text and JSON)."
)
@click.option(
    "-q", "--quiet", is_flag=True, help="No warnings and no progress bar; failures are still named."
)
@debug_option
@click.pass_context
def read(ctx: click.Context, /, **options: object) -> None:
    """Print who said what in each report.

    A PATH is a file or a folder, or - for standard input: plain text, HTML, JSON Lines with a text field, or
    a feed (RSS, Atom, JSON Feed), told apart by their content, packed with gzip or not. With --fetch it may
    be an http or https address.

    In JSON Lines the report is the field text (or content, body, article); id, title, url, publisher,
    language and published_on (or date) are taken up where a line has them.

    Exit codes: 0 all read; 1 some documents could not be read (the others came out); 2 wrong usage; 3 nothing
    could be read; 4 the run failed (no model, no room to write); 130 interrupted.
    """
    inputs = inputs_of(options)
    asked = Asked(inputs, **options)  # type: ignore[arg-type] # click has checked each option's type
    if asked.only and asked.format == "html":
        raise click.UsageError("--only does not go with --format html; the page has filters of its own")
    refuse_to_overwrite(asked.output, asked.inputs.files())
    tally = Tally()
    with opened(asked.output) as stream, _watched(asked, ctx.ensure_object(Tools)) as (outcomes, notices):
        _writer(asked, stream)(only_records(outcomes, notices, tally), stream)
        notices.summary(tally)
        if not tally.read:
            raise Discard
    ctx.exit(_code(tally))


def _code(tally: Tally) -> Ending:
    if not tally.read:
        return Ending.NOTHING_READ
    return Ending.SOME_FAILED if tally.failed else Ending.OK


@contextmanager
def _watched(asked: Asked, tools: Tools) -> Iterator[tuple[Iterable[Record | Failure], Notices]]:
    """What reading gives, and where to say what went wrong; with a progress bar where one helps."""
    outcomes = tools.read_inputs(
        asked.inputs.paths, encoding=asked.encoding, published_on=asked.published_on,
        stdin=sys.stdin.buffer if sys.stdin else BytesIO(),  # None where it is closed
        resolving=Resolving(asked.people, asked.why), fetching=asked.inputs.fetching,
    )  # fmt: skip
    # Statements that scroll by on the same terminal are progress enough.
    if asked.quiet or not sys.stderr.isatty() or (asked.output is None and sys.stdout.isatty()):
        yield outcomes, Notices(quiet=asked.quiet)
        return
    total = tools.count_inputs(asked.inputs.paths)
    if total == 1:
        yield outcomes, Notices()
        return
    with progress(total, quiet=asked.quiet) as (notices, step):
        yield counted(outcomes, step), notices


def _writer(asked: Asked, stream: TextIO) -> Callable[[Iterable[Record], TextIO], None]:
    """The function that writes records in the format asked for."""
    if asked.format == "json":
        return _json(asked)
    if asked.format == "text":
        return _text(asked, stream)
    if asked.format == "html":
        from onrecord.show.page import write_page  # noqa: PLC0415 - each format's imports for itself alone

        return write_page
    from onrecord.record import only, tables  # noqa: PLC0415

    if asked.only:
        return only.csv_writer(asked.only) if asked.format == "csv" else only.jsonl_writer(asked.only)
    return tables.write_csv if asked.format == "csv" else tables.write_jsonl


def _json(asked: Asked) -> Callable[[Iterable[Record], TextIO], None]:
    from onrecord.record.form import write_records  # noqa: PLC0415

    # Told by the arguments, so that a script gets the same shape whatever the folder happens to hold.
    paths = asked.inputs.paths
    as_array = asked.inputs.listed is not None or len(paths) > 1 or Path(paths[0]).is_dir()
    if asked.only:
        from onrecord.record.only import write_only_json  # noqa: PLC0415

        return partial(write_only_json, layer=asked.only, as_array=as_array)
    return lambda records, stream: write_records(records, stream, as_array=as_array)


def _text(asked: Asked, stream: TextIO) -> Callable[[Iterable[Record], TextIO], None]:
    from onrecord.show.terminal import ALL, Sheet, write_text  # noqa: PLC0415

    terminal = stream.isatty()
    width = _terminal_width() if terminal else _PIPED
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    colour = asked.color == "always" or (asked.color == "auto" and terminal and not plain)
    return lambda records, stream: write_text(records, stream, Sheet(width, colour), only=asked.only or ALL)


def _terminal_width() -> int:
    import shutil  # noqa: PLC0415 - it brings every kind of compression with it

    return min(shutil.get_terminal_size((_PIPED, 24)).columns, _WIDEST)
