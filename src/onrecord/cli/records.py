"""What every command on a record shares: which record, how it is opened, and how what was found is shown."""

from __future__ import annotations

import getpass
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.show.characters import one_line, visible

if TYPE_CHECKING:
    from onrecord.record.store.search import Hit
    from onrecord.record.store.store import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])


def record_option(command: _Command) -> _Command:
    """Add ``--record``."""
    option = click.option(
        "--record", envvar="ONRECORD_RECORD", default="record.db", show_default=True, metavar="FILE|URL",
        help="The record: a file, or postgresql://USER@HOST/NAME. Also read from ONRECORD_RECORD.",
    )  # fmt: skip
    return option(command)


def author_option(command: _Command) -> _Command:
    """Add ``--author``."""
    option = click.option("--author", metavar="NAME", envvar="ONRECORD_AUTHOR",
                          help="Who decides; by default the user's name.")  # fmt: skip
    return option(command)


def author_of(given: str | None) -> str:
    """Who decides: whoever was named, else the user of this process."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@contextmanager
def opened_record(record: str, *, writes: bool = False) -> Iterator[Store]:
    """The store that ``--record`` names, closed at the end.

    Raises:
        StoreError: when it cannot be opened.
    """
    from onrecord.flow.keeping import open_store  # noqa: PLC0415 - no --help needs it

    with open_store(record, writes=writes) as store:
        yield store


def colours() -> bool:
    """Whether standard output is a terminal that shows colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def echo_hits(hits: Sequence[Hit], style: str) -> None:
    """Print what was found: ``text`` for people, ``json`` an array, ``jsonl`` an object a line."""
    if style == "json":
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
    elif style == "jsonl":
        for hit in hits:
            click.echo(json.dumps(asdict(hit), ensure_ascii=False))
    else:
        for number, hit in enumerate(hits, start=1):
            click.echo("\n".join(_lines(number, hit)) + "\n")
    _say_if_none(hits)


def _say_if_none(found: Sequence[object]) -> None:
    if not found:
        click.echo("nothing found", err=True)


def _lines(number: int, hit: Hit) -> Iterator[str]:
    who = hit.speaker or hit.source or "(speaker unknown)"
    to = f" to {hit.addressee}" if hit.addressee else ""
    told = [f"{who}{to}", days(hit.day_from, hit.day_to), hit.outlet, hit.medium, hit.act and _act(hit)]
    judged = "".join(f" [{mark}]" for mark in hit.marks)
    how = {"most-words": " [most of the words]", "meaning": " [by meaning]"}.get(hit.by, "")
    yield f"{number}. {one_line(' · '.join(filter(None, told)))}{judged}{how}"
    yield f"   {_shown(hit)}"
    title = f"{one_line(hit.title)} · " if hit.title else ""
    version = f" (version {hit.version})" if hit.version > 1 else ""
    place = f"{one_line(hit.url or hit.name)}{version} at {hit.start}-{hit.end}"
    yield f"   {title}{place} · {hit.form} · id {hit.id}"


def _act(hit: Hit) -> str | None:
    return f"not {hit.act}" if hit.negated else hit.act


def days(first: str | None, last: str | None) -> str | None:
    """A day, or two with a dash between."""
    return first if first == last or not last else f"{first or ''}–{last}"


def _shown(hit: Hit) -> str:
    """The content in one line, what matches in bold on a terminal and between asterisks elsewhere."""
    on, off = ("\x1b[1;32m", "\x1b[0m") if colours() else ("*", "*")
    pieces, last = [], 0
    for start, end in hit.marked:
        pieces += [_flat(hit.content[last:start]), on, _flat(hit.content[start:end]), off]
        last = end
    return "".join([*pieces, _flat(hit.content[last:])]) or "(no words)"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", visible(text))


def echo_rows(rows: Sequence[Mapping[str, object]], style: str, line: Callable[[Any], str]) -> None:
    """Print rows of any kind in one of the styles of :func:`echo_hits`, as text each by ``line``."""
    _say_if_none(rows)
    if style == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False) if style == "jsonl" else line(row))


def style_option(command: _Command) -> _Command:
    """Add ``--format``."""
    option = click.option("--format", "style", type=click.Choice(["text", "json", "jsonl"]), default="text",
                          show_default=True, help="Text for people, JSON for programs.")  # fmt: skip
    return option(command)
