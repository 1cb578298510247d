"""``onrecord export``: the record as a table, or whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from onrecord.cli.ending import RunError
from onrecord.cli.output import opened
from onrecord.cli.records import opened_record, record_option
from onrecord.cli.tools import debug_option

if TYPE_CHECKING:
    from onrecord.record.store.store import Store


@click.command("export")
@record_option
@click.option(
    "-f",
    "--format",
    "style",
    type=click.Choice(["record", "jsonl", "csv", "parquet"]),
    default="record",
    show_default=True,
    help="The whole record for onrecord import, or its statements as a table.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to FILE, whole or not at all, instead of standard output.",
)
@debug_option
def export(record: str, style: str, output: str | None) -> None:
    """Write a record out: all of it, or its statements as JSON Lines, CSV or Parquet.

    record is JSON Lines with everything, judgements included; onrecord import takes it up without loss. jsonl
    and csv are those of onrecord read. parquet needs pyarrow and --output.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened, or the output not written.
    """
    if style == "parquet":
        _parquet(record, output)
        return
    with opened_record(record) as store, opened(output) as stream:
        _write(store, style, stream)


def _write(store: Store, style: str, stream: TextIO) -> None:
    from onrecord.record import tables  # noqa: PLC0415 - no --help needs it
    from onrecord.record.store import dump  # noqa: PLC0415

    if style == "record":
        stream.writelines(f"{line}\n" for line in dump.lines(store.base))
    elif style == "csv":
        tables.write_csv(store.records(), stream)
    else:
        tables.write_jsonl(store.records(), stream)


def _parquet(record: str, output: str | None) -> None:
    if output is None or output == "-":
        raise click.UsageError("parquet needs --output FILE")
    from onrecord.record.store.frames import write_parquet  # noqa: PLC0415 - pyarrow, for those who use it

    with opened_record(record) as store:
        try:
            write_parquet(store.base, output)
        except OSError as error:
            raise RunError(
                f"{output}: cannot be written ({error.strerror}); choose another --output"
            ) from error
