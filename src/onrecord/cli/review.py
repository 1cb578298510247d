"""``onrecord review`` and ``onrecord mark``: what people decide about statements and documents."""

from __future__ import annotations

import click

from onrecord.cli.records import author_of, author_option, opened_record, record_option
from onrecord.cli.tools import debug_option
from onrecord.show.characters import one_line

_VERDICTS = ("accept", "reject", "correct", "note", "undo")


@click.command("review")
@click.argument("statement", metavar="ID")
@click.argument("verdict", type=click.Choice(_VERDICTS))
@click.argument("rest", nargs=-1, metavar="[FIELD VALUE|TEXT]")
@record_option
@author_option
@debug_option
def review(statement: str, verdict: str, rest: tuple[str, ...], record: str, author: str | None) -> None:
    """Judge a statement: accept, reject, correct FIELD VALUE, note TEXT, or undo the last of these.

    ID is what onrecord search prints. FIELD is speaker, addressee, act, negated, medium or said_on; an empty
    VALUE says that it is not known. A judgement is kept beside what was read, with author and time, and stays
    when the text is read again.

    Exit codes: 0 done; 2 wrong usage; 4 there is no such statement, or the record cannot be written.
    """
    field, value = _field_and_value(verdict, rest)
    with opened_record(record, writes=True) as store:
        if verdict == "undo":
            click.echo(f"taken back: {one_line(store.undo_review(statement))}")
            return
        store.review(statement, verdict, author=author_of(author), field=field, value=value)  # type: ignore[arg-type]
    click.echo(f"{statement}: {verdict} {one_line(' '.join(rest))}".rstrip())


def _field_and_value(verdict: str, rest: tuple[str, ...]) -> tuple[str | None, str | None]:
    if verdict == "correct":
        if len(rest) < 2:
            raise click.UsageError(
                'correct needs FIELD and VALUE: onrecord review ID correct speaker "Maya Ortega"'
            )
        return rest[0], " ".join(rest[1:])
    if verdict == "note":
        if not rest:
            raise click.UsageError("note needs TEXT")
        return None, " ".join(rest)
    if rest:
        raise click.UsageError(f"{verdict} takes nothing more")
    return None, None


@click.command("mark")
@click.argument("document", metavar="KEY")
@click.argument("verdict", type=click.Choice(["retracted", "corrected", "undo"]))
@click.option("--note", metavar="TEXT", help="What the outlet said.")
@record_option
@author_option
@debug_option
def mark(document: str, verdict: str, note: str | None, record: str, author: str | None) -> None:
    """Mark a document as retracted or corrected by its outlet; every hit in it says so from then on.

    KEY is the "document" of onrecord search --format json, or the document's id or address: of
    several versions, the last.

    Exit codes: 0 done; 2 wrong usage; 4 there is no such document, or the record cannot be written.
    """
    with opened_record(record, writes=True) as store:
        key = store.key_of(document) or document
        if verdict == "undo":
            store.unmark(key)
        else:
            store.mark(key, verdict, author=author_of(author), note=note)
    click.echo(f"{one_line(document)}: {'no mark stands any more' if verdict == 'undo' else verdict}")
