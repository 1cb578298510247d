"""``onrecord search``: who said these words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from onrecord.cli.records import echo_hits, opened_record, record_option, style_option
from onrecord.cli.taking import as_day
from onrecord.cli.tools import debug_option
from onrecord.types import Act, Form, Medium

if TYPE_CHECKING:
    from onrecord.record.store.fusion import By

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("search")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@record_option
@click.option("--speaker", metavar="NAME", help="Who said it; a last name alone will do.")
@click.option("--addressee", metavar="NAME", help="To whom it was said.")
@click.option("--about", metavar="NAME", help="Whom or what the words mention.")
@click.option("--medium", type=click.Choice(get_args(Medium)), help="On what sort of occasion.")
@click.option("--act", type=click.Choice(get_args(Act)), help="Which sort of act.")
@click.option("--form", type=click.Choice(get_args(Form)), help="Quoted whole, in part, or not.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option(
    "--since",
    type=_DAY,
    callback=as_day,
    metavar="YYYY-MM-DD",
    help="Said, or where that is not known published, on this day or later.",
)
@click.option("--until", type=_DAY, callback=as_day, metavar="YYYY-MM-DD", help="On this day or earlier.")
@click.option(
    "--by",
    type=click.Choice(["words", "meaning", "both"]),
    help="Search by the words, by their meaning, or by both; by default both, and words alone where there is "
    'a "phrase" or a prefix*.',
)
@click.option("--copies", is_flag=True, help="Also what copies and later versions only repeat.")
@click.option("--rejected", is_flag=True, help="Also what somebody rejected.")
@click.option(
    "--sort",
    type=click.Choice(["best", "earliest", "latest"]),
    default="best",
    show_default=True,
    help="What comes first.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    metavar="N",
    help="At most so many.",
)
@style_option
@debug_option
def search(
    words: tuple[str, ...],
    record: str,
    by: By | None,
    sort: Literal["best", "earliest", "latest"],
    limit: int,
    style: str,
    **narrowed: Any,  # noqa: ANN401 - what click gives
) -> None:
    """Find statements by their words, and by who said them when, where and to whom.

    All WORDS must be in what was said, in any form of the word; "exact words" in quotation marks stand
    together,
    and word* is a beginning. Every other sign is just text. Without WORDS, all statements that fit the
    options.

    After them come statements with most of the words and, in a record that onrecord index has made ready,
    those that mean the like in other words; both are marked so.

    Exit codes: 0 done, also where nothing was found; 2 wrong usage; 4 the record cannot be opened.
    """
    _ordered(narrowed["since"], narrowed["until"])
    if "".join(words).strip() and not any(sign.isalnum() for word in words for sign in word):
        raise click.UsageError("there is no letter or digit in WORDS; leave them out for all statements")
    from onrecord.record.store.filters import Filters  # noqa: PLC0415 - no --help needs it
    from onrecord.record.store.fusion import usual  # noqa: PLC0415

    with opened_record(record) as store:
        typed, filters = " ".join(words), Filters(**narrowed)
        hits = store.statements(typed, filters, sort=sort, limit=limit, by=by or usual(typed))
        if sort == "best" and len(hits) == limit and store.ranked_in_part(typed, filters):
            _say_ranked_in_part()
        lacks = not hits and bool(typed.strip()) and not store.indexed
    echo_hits(hits, style)
    if lacks:
        click.echo("searched by words only; to search by meaning too, run: onrecord index", err=True)


def _say_ranked_in_part() -> None:
    from onrecord.record.store.order import RANKED  # noqa: PLC0415 - as above

    line = f"more than {RANKED:,} statements have these words: only the last of them were ranked"
    click.echo(f"{line}; add words, or have all by day with --sort earliest or latest", err=True)


def _ordered(since: date | None, until: date | None) -> None:
    if since and until and since > until:
        raise click.BadParameter(f"{since} is after --until {until}", param_hint="--since")
