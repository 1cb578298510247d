"""``onrecord doctor``: whether a record still is what was written."""

from __future__ import annotations

import click

from onrecord.cli.ending import Ending
from onrecord.cli.records import opened_record, record_option
from onrecord.cli.tools import debug_option
from onrecord.show.characters import one_line


@click.command("doctor")
@record_option
@debug_option
@click.pass_context
def doctor(ctx: click.Context, record: str) -> None:
    """Check a record: texts against their digests, statements against the texts, indexes against both.

    Exit codes: 0 nothing is wrong; 1 faults, a line each; 2 wrong usage; 4 the record cannot be opened.
    """
    from onrecord.record.store.checks import faults, remarks  # noqa: PLC0415 - no --help needs it

    found = 0
    with opened_record(record, writes=_may_write(record)) as store:
        for fault in faults(store.base):
            found += 1
            click.echo(f"fault: {one_line(fault)}")
        for remark in remarks(store.base) if not found else ():
            click.echo(f"note: {one_line(remark)}")
    click.echo(f"{record}: {_sum(found)}" if found else f"{record}: sound")
    ctx.exit(Ending.SOME_FAILED if found else Ending.OK)


def _sum(found: int) -> str:
    remedy = "restore it from a backup, or add its reports to another --record"
    return f"{found:,} fault{'' if found == 1 else 's'}; {remedy}"


def _may_write(record: str) -> bool:
    """The full-text indexes are checked by a command that SQLite counts as writing; never make a record for
    it.
    """
    import os  # noqa: PLC0415 - cold start
    from pathlib import Path  # noqa: PLC0415

    return Path(record).is_file() and Path(record).stat().st_size > 0 and os.access(record, os.W_OK)
