"""``onrecord status``: what a record holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from onrecord.cli.records import opened_record, record_option
from onrecord.cli.tools import debug_option
from onrecord.show.characters import one_line

if TYPE_CHECKING:
    from onrecord.record.store.status import Status

_MOST = 10


@click.command("status")
@record_option
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Text for people, JSON for programs.")  # fmt: skip
@debug_option
def status(record: str, style: str) -> None:
    """Say what a record holds: documents, statements, speakers, outlets, days, whether it
    has an index by meaning, and what could not be read.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened.
    """
    with opened_record(record) as store:
        figures = store.status()
    if style == "json":
        click.echo(json.dumps(asdict(figures), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(figures)))


def _lines(figures: Status) -> Iterator[str]:
    yield f"record       {one_line(figures.name)}"
    told = [(figures.copies, "copies"), (figures.versions, "later versions"), (figures.lost, "lost")]
    beside = ", ".join(f"{count:,} {what}" for count, what in told if count)
    yield f"documents    {figures.documents:,}" + (f" ({beside})" if beside else "")
    repeated = f" (and {figures.repeated:,} repeated in copies and versions)" if figures.repeated else ""
    yield f"statements   {figures.statements:,}{repeated}"
    yield f"speakers     {figures.speakers:,}"
    undated = f" ({figures.undated:,} undated)" if figures.undated else ""
    published = f"{figures.first} to {figures.last}" if figures.first else "(no day known)"
    yield f"published    {published}{undated}"
    if figures.judgements:
        yield f"judgements   {figures.judgements:,}"
    yield f"by meaning   {_indexed(figures.unindexed)}"
    yield from _table("outlets", [(one_line(name), count) for name, count in figures.outlets])
    yield from _table("failures", [(one_line(f"{reason} ({stage})"), count)
                                   for stage, reason, count in figures.failures])  # fmt: skip


def _indexed(lacking: int | None) -> str:
    if lacking is None:
        return "no index; make one with: onrecord index"
    statements = f"{lacking:,} statement{'' if lacking == 1 else 's'}"
    return f"indexed, but for {statements}; run: onrecord index" if lacking else "indexed"


def _table(title: str, rows: list[tuple[str, int]]) -> Iterator[str]:
    for index, (what, count) in enumerate(rows[:_MOST]):
        yield f"{title if index == 0 else '':<12} {count:>7,}  {what}"
    if len(rows) > _MOST:
        yield f"{'':<12} {'':>7}  and {len(rows) - _MOST:,} more; --format json has all"
