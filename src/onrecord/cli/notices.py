"""What a person sees on standard error while documents are read: failures, warnings, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from onrecord.show.characters import one_line
from onrecord.types import Failure, Record


@dataclass(slots=True)
class Tally:
    """How many documents were read, and how many could not be."""

    read: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Notices:
    """Where lines for people go, and whether warnings are among them."""

    quiet: bool = False
    say: Callable[[str], None] = lambda line: click.echo(line, err=True)

    def failure(self, failure: Failure) -> None:
        """One line that names the document, what is wrong with it, and what to do."""
        self.say(f"failed: {one_line(failure.line())}")

    def warnings(self, record: Record) -> None:
        """One line for each thing that whoever uses the record should know about its document."""
        if not self.quiet:
            for warning in record.document.warnings:
                self.say(f"warning: {one_line(f'{record.document.id}: {warning}')}")

    def summary(self, tally: Tally) -> None:
        """One line at the end of a run over several documents some of which failed."""
        together = tally.read + tally.failed
        if tally.failed and together > 1:
            self.say(f"onrecord: {tally.failed} of {together} documents could not be read")


def only_records(outcomes: Iterable[Record | Failure], notices: Notices, tally: Tally) -> Iterator[Record]:
    """Pass the records on; say the failures, and count both."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            tally.failed += 1
            notices.failure(outcome)
        else:
            tally.read += 1
            notices.warnings(outcome)
            yield outcome


@contextmanager
def progress(total: int | None, *, quiet: bool) -> Iterator[tuple[Notices, Callable[[], None]]]:
    """A progress bar on standard error.

    Yields:
        The notices that print above the bar, and a function to call after each document.
    """
    from rich.console import Console  # noqa: PLC0415 - 0.1 s that only a long run at a terminal pays
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total)

        def say(line: str) -> None:
            console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

        yield Notices(quiet=quiet, say=say), lambda: bar.advance(task)


def counted(outcomes: Iterable[Record | Failure], step: Callable[[], None]) -> Iterator[Record | Failure]:
    """Pass each outcome on and take a step on the bar."""
    for outcome in outcomes:
        yield outcome
        step()
