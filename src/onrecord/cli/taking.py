"""The options of the commands that take reports in."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.tools import Fetching

_Command = TypeVar("_Command", bound=Callable[..., Any])


def as_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    """What click read as a time, as a day."""
    return value.date() if value else None


def as_encoding(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The name that Python has for an encoding; a mistake in the call where it has none."""
    if value is None:
        return None
    try:
        with suppress(UnicodeDecodeError):  # one byte is too little for some encodings, and no matter here
            b"a".decode(value)  # refuses unknown names, and codecs that are not of text, such as base64
        return codecs.lookup(value).name
    except (LookupError, ValueError):
        reason = f"{value!r} is no character encoding that Python knows; try utf-8 or cp1252"
        raise click.BadParameter(reason) from None


published_on_option = click.option(
    "--published-on",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=as_day,
    metavar="YYYY-MM-DD",
    help="The day of publication of every PATH.",
)
encoding_option = click.option(
    "--encoding",
    callback=as_encoding,
    metavar="NAME",
    help="The character encoding of every PATH; by default it is detected.",
)
people_option = click.option(
    "--people",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="TABLE",
    help="Link speakers to the people of a table that onrecord people import made.",
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read: paths and addresses, how these are fetched, and the list they stood in, if any."""

    paths: tuple[str, ...]
    fetching: Fetching
    listed: str | None = None

    def files(self) -> tuple[str, ...]:
        """All that is read, the list included."""
        return (*self.paths, self.listed) if self.listed else self.paths


def paths_argument(command: _Command) -> _Command:
    """Add ``PATH...`` and ``--from-file``, of which :func:`inputs_of` wants one at least."""
    argument = click.argument("paths", nargs=-1, metavar="[PATH...]")
    option = click.option(
        "--from-file",
        type=click.Path(dir_okay=False, allow_dash=True),
        metavar="LIST",
        help="Also the paths and addresses in the file LIST, one a line; - for standard input.",
    )
    return argument(option(command))


def fetch_options(command: _Command) -> _Command:
    """Add ``--fetch`` and ``--fetch-private``."""
    fetch = click.option("--fetch", is_flag=True, help="Fetch addresses; without it nothing is connected to.")
    private = click.option(
        "--fetch-private",
        is_flag=True,
        help="The same, and from private networks too (an intranet, localhost).",
    )
    return fetch(private(command))


def inputs_of(options: dict[str, Any]) -> Inputs:
    """What to read, taken out of a command's options.

    Raises:
        click.UsageError: when there is nothing, when the list cannot be read, or when an address is among
            them that nobody asked to fetch.
    """
    listed, private = options.pop("from_file"), options.pop("fetch_private")
    paths = (*options.pop("paths"), *(_lines(listed) if listed else ()))
    fetching = Fetching(options.pop("fetch") or private, private)
    if not paths:
        raise click.UsageError("name a PATH, or a list of them with --from-file")
    if listed == "-" and "-" in paths:
        raise click.UsageError("standard input cannot be both the list and a report")
    if not fetching.fetch:
        _refuse_addresses(paths)
    return Inputs(paths, fetching, listed)


def _refuse_addresses(paths: Sequence[str]) -> None:
    from onrecord.gather.places import is_address, unfetched  # noqa: PLC0415 - no --help needs it

    address = next((path for path in paths if is_address(path)), None)
    if address is not None:
        raise click.UsageError(unfetched(address).line())


def _lines(name: str) -> list[str]:
    """The lines of a list that are not blank and no remark ("# ...")."""
    try:
        with click.open_file(name, encoding="utf-8-sig", errors="surrogateescape") as handle:
            lines = [line.strip() for line in handle]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is closed"
        raise click.UsageError(f"--from-file {name} cannot be read ({reason}); check the path") from None
    return [line for line in lines if line and not line.startswith("# ")]
