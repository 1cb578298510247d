"""The options of the commands that take reports in."""

from __future__ import annotations

import codecs
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import click


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
