"""``onrecord compare``: one quotation as every outlet gave it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.tools import Tools, debug_option
from onrecord.cli.views import echo_lines, source_options, style_option, viewed

if TYPE_CHECKING:
    from onrecord.compare.families import Family, Member


@click.command("compare")
@click.argument("quotation", nargs=-1, required=True, metavar="QUOTATION")
@click.option("--speaker", metavar="NAME", help="Whose words; by default anybody's.")
@source_options
@style_option
@debug_option
@click.pass_obj
def compare(  # noqa: PLR0913 - one for each option
    tools: Tools, /, quotation: tuple[str, ...], *, speaker: str | None, paths: tuple[str, ...], record: str,
    published_on: date | None, style: str,
) -> None:  # fmt: skip
    """Show who carried which part of a QUOTATION, who was first, and in what words.

    QUOTATION may be any part of it, or a form of it with other words.

    Exit codes: 0 shown, also where the record has nothing like it; 2 wrong usage; 3 the quotation is empty or
    too long, or nothing could be read; 4 the record cannot be opened.
    """
    from onrecord.ask.carrying import families_near  # noqa: PLC0415 - no --help needs it

    with viewed(tools, paths, record, published_on) as view:
        found = families_near(" ".join(quotation), view, speaker=speaker)
    if style == "json":
        from onrecord.ask.carrying import family_to_dict  # noqa: PLC0415
        from onrecord.record.form import dumps  # noqa: PLC0415

        click.echo(dumps([family_to_dict(one) for one in found], indent=1))
        return
    echo_lines(line for one in found for line in (*_lines(one), ""))
    if not found:
        echo_lines(["no quotation like it in what was searched"])


def _lines(family: Family) -> Iterator[str]:
    fullest = family.fullest
    yield f"“{fullest.text}” · {fullest.speaker or 'speaker not known'}"
    yield f"  {family.documents} document{'' if family.documents == 1 else 's'}; first: {_first(family)}"
    for member in family.members:
        quotation = member.quotation
        day = quotation.published_on.isoformat() if quotation.published_on else "undated"
        place = f"{quotation.document} at {quotation.span.start}-{quotation.span.end}"
        outlet = f"{quotation.publisher} · {place}" if quotation.publisher else place
        material = ", material" if member.comparison.material else ""
        yield f"  {day} · {outlet} · {_label(member, family)}{material}"
        if quotation is not fullest:
            who = quotation.speaker or "speaker not known"
            yield f"    “{quotation.text}” · {who}: {member.comparison.reason}"


def _label(member: Member, family: Family) -> str:
    return "the fullest form" if member.quotation is family.fullest else member.comparison.label


def _first(family: Family) -> str:
    first = family.first
    if first is None:
        return "not known from the dates of publication"
    return f"{first.publisher or first.document}, {first.published_on}"
