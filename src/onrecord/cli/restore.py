"""``onrecord import``: a record that was exported whole, back in."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

import click

from onrecord.cli.records import opened_record, record_option
from onrecord.cli.tools import debug_option


@click.command("import")
@click.argument("file", type=click.File("r", encoding="utf-8", errors="surrogateescape"))
@record_option
@debug_option
def import_(file: TextIO, record: str) -> None:
    """Take up what onrecord export wrote: documents, statements, judgements, failures.

    FILE may be - for standard input. What is in the record already is left as it is; stop it and run it again
    as you like.

    Exit codes: 0 done; 2 wrong usage; 4 FILE is no exported record, or the record cannot be written.
    """
    from onrecord.record.store.dump import restore  # noqa: PLC0415 - no --help needs it

    with opened_record(record, writes=True) as store:
        taken = Counter(restore(store.writer(), file))
    told = ", ".join(f"{count:,} {what}" for what, count in taken.items()) or "nothing new"
    click.echo(f"{record}: {told} taken up")
