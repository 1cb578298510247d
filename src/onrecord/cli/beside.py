"""``onrecord commitments`` and ``onrecord positions``: lists over the record, each line with its receipt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.records import echo_rows, opened_record, record_option, style_option
from onrecord.cli.tools import debug_option
from onrecord.show.characters import one_line

if TYPE_CHECKING:
    from onrecord.types import Document, Span

_SIDES = {"favor": "for", "against": "against", "mixed": "for and against"}
_LIMIT = click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    metavar="N",
    help="At most so many.",
)


@click.command("commitments")
@click.option("--by", metavar="NAME", help="Only those of NAME.")
@_LIMIT
@record_option
@style_option
@debug_option
def commitments(by: str | None, limit: int, record: str, style: str) -> None:
    """List who committed to what, the earliest published first, each with the place that proves it.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened.
    """
    with opened_record(record) as store:
        found = [
            {
                "debtor": b.commitment.debtor,
                "creditor": b.commitment.creditor,
                "strength": b.commitment.strength,
                "deadline": _deadline(b.commitment),
                "statement": b.statement.id,
            }
            | _receipt(b.document, b.commitment.act)
            for b in store.view().commitments(by, limit=limit)
        ]
    echo_rows(
        found,
        style,
        _shown(
            lambda row: (
                f"{row['debtor'] or '(unknown)'} {row['strength']}"
                f"{_to(row['creditor'])}{_by(row['deadline'])}"
            )
        ),
    )


@click.command("positions")
@click.option("--on", "target", metavar="TARGET", help="Only those on what shares words with TARGET.")
@click.option("--by", metavar="NAME", help="Only those of NAME.")
@_LIMIT
@record_option
@style_option
@debug_option
def positions(target: str | None, by: str | None, limit: int, record: str, style: str) -> None:
    """List who stands where on what, the nearest target first, each with the place that proves it.

    Exit codes: 0 done; 2 wrong usage; 4 the record cannot be opened.
    """
    with opened_record(record) as store:
        found = [
            {
                "holder": s.position.holder,
                "stance": s.position.stance,
                "target": s.position.target,
                "basis": s.position.basis,
                "statement": s.statement.id,
            }
            | _receipt(s.document, s.position.evidence)
            for s in store.view().positions(target, holder=by, limit=limit)
        ]
    echo_rows(
        found,
        style,
        _shown(
            lambda row: (
                f"{row['holder'] or '(unknown)'} {_SIDES[row['stance']]} {row['target']} ({row['basis']})"
            )
        ),
    )


def _receipt(document: Document, span: Span) -> dict[str, object]:
    published = document.published_on
    return {
        "document": document.id,
        "url": document.url,
        "outlet": document.publisher,
        "published_on": published.isoformat() if published else None,
        "start": span.start,
        "end": span.end,
        "text": span.of(document.text),
    }


def _shown(head: Callable[[dict[str, Any]], str]) -> Callable[[dict[str, Any]], str]:
    def lines(row: dict[str, Any]) -> str:
        told = " · ".join(filter(None, (head(row), row["published_on"], row["outlet"])))
        place = f"{row['url'] or row['document']} at {row['start']}-{row['end']} · id {row['statement']}"
        return f"{one_line(told)}\n   {one_line(row['text'])}\n   {one_line(place)}\n"

    return lines


def _deadline(commitment: Any) -> dict[str, str | None] | None:  # noqa: ANN401 - a Commitment, which --help need not load
    due = commitment.deadline
    return due and {
        name: day.isoformat() if day else None
        for name, day in (("earliest", due.earliest), ("latest", due.latest))
    }


def _to(creditor: str | None) -> str:
    return f" to {creditor}" if creditor else ""


def _by(deadline: dict[str, str | None] | None) -> str:
    day = deadline and (deadline["latest"] or deadline["earliest"])
    return f", by {day}" if day else ""
