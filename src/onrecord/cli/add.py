"""``onrecord add``: reports into the record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.ending import Ending
from onrecord.cli.notices import Notices
from onrecord.cli.records import opened_record, record_option
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
from onrecord.show.characters import one_line

if TYPE_CHECKING:
    from onrecord.flow.adding import Step
    from onrecord.record.store.proposals import Proposal
    from onrecord.record.store.store import Store

_SHOWN = 5
"""Names joined by rule that are told one by one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for."""

    inputs: Inputs
    refetch: bool
    record: str
    outlet: str | None
    published_on: date | None
    encoding: str | None
    jobs: int | None
    people: Path | None
    again: bool
    quiet: bool


@dataclass(slots=True)
class Sum:
    """What became of the documents so far."""

    new: int = 0
    held: int = 0
    again: int = 0
    failed: int = 0
    statements: int = 0

    def count(self, step: Step) -> None:
        """Count one more."""
        setattr(self, step.outcome, getattr(self, step.outcome) + 1)
        self.statements += step.statements if step.outcome in ("new", "again") else 0

    def line(self) -> str:
        """One line for people."""
        parts = [f"{_counted(self.new, 'document')} added with {_counted(self.statements, 'statement')}"]
        if self.again:
            parts[0] = (
                f"{self.new} added and {self.again} read again, with {_counted(self.statements, 'statement')}"
            )
        parts += [f"{self.held} in the record already"] if self.held else []
        parts += [f"{self.failed} could not be read"] if self.failed else []
        return "; ".join(parts)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


@click.command("add")
@paths_argument
@record_option
@click.option("--outlet", metavar="NAME", help="Who published the documents that do not say it themselves.")
@published_on_option
@encoding_option
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Documents to read at a time; by default one to a core.",
)
@people_option
@fetch_options
@click.option(
    "--refetch",
    is_flag=True,
    help="Fetch again what is in the record; a page that has changed is another version.",
)
@click.option(
    "--again", is_flag=True, help="Read again what is in the record, as after an upgrade; judgements stay."
)
@click.option(
    "-q", "--quiet", is_flag=True, help="No warnings, no progress, no sum; failures are still named."
)
@debug_option
@click.pass_context
def add(ctx: click.Context, /, **options: object) -> None:
    """Read reports and keep who said what in a record.

    A PATH is what onrecord read takes: a file or a folder, or - for standard input; plain text, HTML, JSON
    Lines with text, title, url, outlet and published_on, or a feed (RSS, Atom, JSON Feed), packed with gzip
    or not. With --fetch it may be an http or https address, not fetched again once its article is in.

    Stop it whenever you like and run it again: a document is in the record whole or not at all, and what is
    in is not read again. It is known by its text, address and outlet.

    Exit codes: 0 all is in the record; 1 some documents could not be read (the others are in); 2 wrong usage;
    3 nothing could be read; 4 the run failed (the record cannot be opened or written, no model); 130
    interrupted, what was added stays.
    """
    inputs = inputs_of(options)
    asked = Asked(inputs, **options)  # type: ignore[arg-type] # click has checked each option's type
    tools, total = ctx.ensure_object(Tools), Sum()
    try:
        with opened_record(asked.record, writes=True) as store, _watched(asked, tools) as (notices, step):
            _add(asked, tools, store, _told(total, notices, step))
            joined = store.decide_people() if total.new or total.again else []
    except KeyboardInterrupt:
        line = f"interrupted, {total.line()}; run the same command again and it goes on where it stopped"
        click.echo(f"onrecord: {line}", err=True)
        ctx.exit(Ending.INTERRUPTED)
    if not asked.quiet:
        click.echo(f"{asked.record}: {total.line()}")
        for line in _joined(joined):
            click.echo(line)
    ctx.exit(_code(total))


def _joined(found: Sequence[Proposal]) -> Iterator[str]:
    for one in found[:_SHOWN]:
        name = one_line(one.name)
        yield f"{name} is {one_line(one.into)}, by rule; take it back with: onrecord people undo {name!r}"
    if len(found) > _SHOWN:
        yield f"and {len(found) - _SHOWN:,} more names are one person's by rule"


def _add(asked: Asked, tools: Tools, store: Store, told: Callable[[Step], None]) -> None:
    from onrecord.flow.adding import Step, add_all, with_outlet  # noqa: PLC0415 - no --help needs it

    writer = store.writer()
    for path in asked.inputs.paths:
        writer.forget_failures(path)

    def held(address: str) -> bool:
        known = not (asked.again or asked.refetch) and writer.holds_address(address)
        if known:
            told(Step("held", address))
        return known

    inputs = tools.open_inputs(
        asked.inputs.paths,
        encoding=asked.encoding,
        published_on=asked.published_on,
        stdin=sys.stdin.buffer if sys.stdin else BytesIO(),
        fetching=replace(asked.inputs.fetching, held=held),
    )
    reads = partial(tools.read_documents, jobs=asked.jobs, resolving=Resolving(asked.people))
    add_all(with_outlet(inputs, asked.outlet), reads, writer, told, again=asked.again)


def _told(total: Sum, notices: Notices, step: Callable[[], None]) -> Callable[[Step], None]:
    def told(done: Step) -> None:
        total.count(done)
        if done.failure is not None:
            notices.failure(done.failure)
        elif not notices.quiet and done.outcome != "held":
            for warning in done.warnings:
                notices.say(f"warning: {one_line(f'{done.name}: {warning}')}")
        step()

    return told


def _code(total: Sum) -> Ending:
    if total.failed:
        return Ending.SOME_FAILED if total.new or total.held or total.again else Ending.NOTHING_READ
    return Ending.OK if total.new or total.held or total.again else Ending.NOTHING_READ


@contextmanager
def _watched(asked: Asked, tools: Tools) -> Iterator[tuple[Notices, Callable[[], None]]]:
    """Where to say what went wrong, and what to call after each document; a bar with rate and time left."""
    if asked.quiet or not sys.stderr.isatty():
        yield Notices(quiet=asked.quiet), lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only at a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("adding", total=tools.count_inputs(asked.inputs.paths), rate="")

        def step() -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f}/s" if speed else "")

        def say(line: str) -> None:
            console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

        yield Notices(say=say), step
