"""``onrecord ask``: a question in, a typed answer with receipts out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.tools import Tools, debug_option
from onrecord.cli.views import echo_lines, source_options, style_option, viewed

if TYPE_CHECKING:
    from onrecord.ask.answers import Answer


@click.command("ask")
@click.argument("question", nargs=-1, metavar="[QUESTION]")
@click.option("--speaker", metavar="NAME", help="Who is said to have said --words; a last name will do.")
@click.option("--words", metavar="WORDS", help="The words, meant as a quotation, in place of a QUESTION.")
@source_options
@style_option
@debug_option
@click.pass_obj
def ask(  # noqa: PLR0913 - one for each option
    tools: Tools, /, question: tuple[str, ...], *, speaker: str | None, words: str | None,
    paths: tuple[str, ...], record: str, published_on: date | None, style: str,
) -> None:  # fmt: skip
    """Answer a QUESTION from the record, with receipts.

    For example: onrecord ask 'Did Biden say a ground operation would be a mistake?' or: onrecord ask
    --speaker Biden --words 'a mistake'. The forms that are understood are in docs/how-to/ask.md. Nothing is
    generated, and no-record never means that it was not said.

    Exit codes: 0 answered, whatever the verdict; 2 wrong usage; 3 the question is empty or too long, or
    nothing could be read; 4 the record cannot be opened.
    """
    asked = " ".join(question)
    if words is not None and asked:
        raise click.UsageError("give a QUESTION or --words, not both")
    if words is None and speaker is not None:
        raise click.UsageError("--speaker goes with --words; in a QUESTION, name the speaker in it")
    with viewed(tools, paths, record, published_on) as view:
        from onrecord.ask import answering  # noqa: PLC0415 - no --help needs it

        given = answering.ask(asked, view) if words is None else answering.did_say(speaker, words, view)
    _show(given, style)


def _show(given: Answer, style: str) -> None:
    from onrecord.ask.form import answer_lines, answer_to_dict  # noqa: PLC0415 - as above
    from onrecord.record.form import dumps  # noqa: PLC0415

    if style == "json":
        click.echo(dumps(answer_to_dict(given), indent=1))
    else:
        echo_lines(answer_lines(given))
