"""``onrecord people``: who is in the record, what each said, and who is one with whom."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from onrecord.cli.records import (
    author_of,
    author_option,
    days,
    echo_hits,
    echo_rows,
    opened_record,
    record_option,
    style_option,
)
from onrecord.cli.tools import debug_option
from onrecord.show.characters import one_line


def _take_record(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """A --record after the command's name, as the other commands have it, wins over one before it."""
    if value:
        ctx.meta["record"] = value


_record_again = click.option("--record", metavar="FILE|URL", expose_value=False, callback=_take_record,
                             help="The record, as for onrecord people.")  # fmt: skip


@click.group("people", invoke_without_command=True)
@record_option
@click.option("--by", metavar="NAME", help="The statements of NAME, the earliest first.")
@click.option("--about", metavar="NAME", help="The statements that mention NAME, the earliest first.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, metavar="N",
              help="At most so many.")  # fmt: skip
@style_option
@debug_option
@click.pass_context
def people(
    ctx: click.Context, record: str, by: str | None, about: str | None, limit: int, style: str
) -> None:
    """List the people of a record, or what one of them said, or what was said about one.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened, or a judgement makes no sense.
    """
    ctx.meta["record"] = record
    if ctx.invoked_subcommand is not None:
        return
    from onrecord.record.store.filters import Filters  # noqa: PLC0415 - no --help needs it

    with opened_record(record) as store:
        if by or about:
            echo_hits(store.statements(None, Filters(speaker=by, about=about), limit=limit), style)
        else:
            echo_rows([asdict(person) for person in store.people(limit=limit)], style, _line)


def _line(person: dict[str, Any]) -> str:
    also = [name for name in person["names"] if name != person["name"]]
    beside = f" (also {', '.join(also)})" if also else ""
    documents = f"{person['documents']:,} document{'' if person['documents'] == 1 else 's'}"
    when = days(person["first"], person["last"]) or "undated"
    told = " · ".join((f"{person['name']}{beside}", person["kind"] or "unknown", documents, when))
    return f"{person['statements']:>7,}  {one_line(told)}"


@people.command("merge")
@click.argument("name")
@click.argument("into")
@author_option
@_record_again
@debug_option
@click.pass_context
def merge(ctx: click.Context, name: str, into: str, author: str | None) -> None:
    """Judge that NAME is the same person as INTO, whose name both go by from now on."""
    from onrecord.record.store import people as judged  # noqa: PLC0415 - no --help needs it

    with opened_record(ctx.meta["record"], writes=True) as store:
        store.judge(lambda base: judged.merge(base, name, into, author=author_of(author)))
    click.echo(
        f"{one_line(name)} is {one_line(into)}; take it back with: onrecord people undo {one_line(name)!r}"
    )


@people.command("split")
@click.argument("name")
@click.argument("other", required=False)
@click.option(
    "--document", metavar="KEY", help="Split NAME off in this document, whatever the others mean by it."
)
@click.option("--as", "label", metavar="NAME", help="What whoever is split off goes by.")
@author_option
@_record_again
@debug_option
@click.pass_context
def split(ctx: click.Context, name: str, other: str | None, document: str | None, label: str | None,
          author: str | None) -> None:  # fmt: skip
    """Judge that NAME and OTHER are two people, or that NAME is somebody else in one document."""
    if (other is None) == (document is None):
        raise click.UsageError("give either the OTHER name or --document KEY")
    from onrecord.record.store import people as judged  # noqa: PLC0415 - no --help needs it

    with opened_record(ctx.meta["record"], writes=True) as store:
        if other is not None:
            store.judge(lambda base: judged.split(base, name, other, author=author_of(author)))
            click.echo(f"{one_line(name)} and {one_line(other)} are two people")
            return
        called = store.judge(
            lambda base: judged.split_off(base, name, str(document), author=author_of(author), label=label)
        )
    click.echo(f"{one_line(name)} in that document is {one_line(str(called))!r}")


@people.command("undo")
@click.argument("name")
@_record_again
@debug_option
@click.pass_context
def undo(ctx: click.Context, name: str) -> None:
    """Take back the last judgement about NAME."""
    from onrecord.record.store import people as judged  # noqa: PLC0415 - no --help needs it

    with opened_record(ctx.meta["record"], writes=True) as store:
        undone = store.judge(lambda base: judged.undo(base, name))
    click.echo(f"taken back: {one_line(str(undone))}")


@people.command("propose")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, metavar="N",
              help="At most so many.")  # fmt: skip
@style_option
@_record_again
@debug_option
@click.pass_context
def propose(ctx: click.Context, limit: int, style: str) -> None:
    """List names that may be one person's, with a score from 0 to 1; nothing is merged."""
    from onrecord.record.store.proposals import proposals  # noqa: PLC0415 - no --help needs it

    with opened_record(ctx.meta["record"]) as store:
        found = [asdict(proposal) for proposal in proposals(store.base, limit=limit)]
    echo_rows(
        found,
        style,
        lambda row: one_line(f"{row['score']:.2f} {row['name']} = {row['into']} ({row['reason']})"),
    )


@people.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--to", "table", required=True, metavar="TABLE", type=click.Path(dir_okay=False, path_type=Path),
    help="The table to put them in; made where there is none.",
)  # fmt: skip
@debug_option
def import_(files: tuple[Path, ...], table: Path) -> None:
    """Put people into a table for onrecord read --people TABLE.

    A FILE is a CSV with the columns id, name, other names, office, from, to, party and country;
    legislators-current.yaml or executive.yaml of congress-legislators; a country's JSON of the factbook, or a
    folder of these. A file with a row that is wrong is not taken at all; one that is in the table already
    changes nothing.

    Exit codes: 0 all are in the table; 2 wrong usage; 3 a file could not be taken; 4 the run failed.
    """
    from onrecord.gather.people.files import import_people  # noqa: PLC0415 - onrecord read pays for no table

    for path in files:
        for done in import_people([path], table):
            said = "already in" if done.people is None else f"{done.people} people into"
            click.echo(f"{done.file}: {said} {table}")
