"""``onrecord check``: the quotations of a draft beside the record and transcripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.ending import Ending
from onrecord.cli.tools import Tools, debug_option
from onrecord.cli.views import echo_lines, open_documents, source_options, style_option, taken, viewed

if TYPE_CHECKING:
    from onrecord.ask.checking import Checked
    from onrecord.ask.view import View
    from onrecord.types import Document


@click.command("check")
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--transcript",
    "transcripts",
    multiple=True,
    metavar="FILE",
    help="What was really said, word for word: lines of NAME: words. May be given several times.",
)
@source_options
@style_option
@debug_option
@click.pass_context
def check(  # noqa: PLR0913 - one for each option
    ctx: click.Context, /, draft: str, *, transcripts: tuple[str, ...], paths: tuple[str, ...], record: str,
    published_on: date | None, style: str,
) -> None:  # fmt: skip
    """Look up every quotation of a DRAFT in the record and in transcripts.

    DRAFT is a file, or - for standard input. With --transcript or --in alone, no record is opened. Each
    quotation has one line: ok, house-style, in-part, altered, wrong-speaker, disputed, out-of-context,
    not-found, or unchecked for single words.

    Exit codes: 0 nothing to look at; 1 some quotation is not ok; 2 wrong usage; 3 the draft or a transcript
    cannot be read; 4 the record cannot be opened.
    """
    from onrecord.ask.checking import PASSING  # noqa: PLC0415 - no --help needs it

    tools = ctx.ensure_object(Tools)
    with ExitStack() as stack:
        views: list[View] = [_transcribed(tools, transcripts)] if transcripts else []
        if paths or not transcripts or _named(ctx):
            views.append(stack.enter_context(viewed(tools, paths, record, published_on)))
        document = open_documents(tools, [draft])[0]
        found = list(_checked(tools, document, views))
    _show(found, document.text, draft, style)
    ctx.exit(Ending.OK if all(one.status in PASSING for one in found) else Ending.SOME_FAILED)


def _named(ctx: click.Context) -> bool:
    """Whether ``--record`` was asked for, by option or environment."""
    return ctx.get_parameter_source("record") is not click.core.ParameterSource.DEFAULT


def _checked(tools: Tools, draft: Document, views: Sequence[View]) -> Iterator[Checked]:
    """The quotations of a draft, of which no more is read than tells whose they are."""
    from onrecord.ask.checking import checked_in  # noqa: PLC0415 - as above
    from onrecord.ask.excerpts import around_quotations  # noqa: PLC0415

    excerpt = around_quotations(draft.text)
    if not excerpt.pieces:
        return iter(())
    part = draft if excerpt.text == draft.text else replace(draft, text=excerpt.text, origin=None)
    read = taken(tools.read_documents([part], jobs=None), [draft.id])[0]
    return checked_in(draft.text, read, excerpt, views)


def _transcribed(tools: Tools, transcripts: Sequence[str]) -> View:
    from onrecord.ask.memory import MemoryView  # noqa: PLC0415 - as above
    from onrecord.ask.transcripts import transcript  # noqa: PLC0415

    return MemoryView.of(transcript(one) for one in open_documents(tools, transcripts))


def _show(found: Sequence[Checked], text: str, draft: str, style: str) -> None:
    if style == "json":
        from onrecord.record.form import dumps  # noqa: PLC0415

        click.echo(dumps([_as_dict(one, text) for one in found], indent=1))
        return
    name = draft if draft == "-" else Path(draft).name
    echo_lines(line for one in found for line in _lines(one, text, name))
    if not found:
        echo_lines([f"{name}: no quotations"])


def _lines(one: Checked, text: str, name: str) -> Iterator[str]:
    from onrecord.ask.form import diff, lost_words, receipt_line  # noqa: PLC0415

    by = f" ({one.speaker})" if one.speaker else ""
    yield f"{name}:{one.line}: {one.status}: “{one.span.of(text)}”{by}"
    answer = one.answer
    if answer is None or (one.status == "ok" and not any(r.marks for r in answer.receipts[:1])):
        return
    if one.status not in {"ok", "house-style"}:
        yield f"    {answer.note}"
    changed = diff(answer.word_edits) if one.status in {"altered", "in-part", "out-of-context"} else ""
    if changed:
        yield f"    {changed}"
    if answer.lost_context and one.status in {"altered", "out-of-context"}:
        yield f"    lost by the cut: {', '.join(map(lost_words, answer.lost_context))}"
    proofs = answer.receipts or answer.nearest
    yield from (f"    {'record' if answer.receipts else 'nearest'}: {receipt_line(r)}" for r in proofs[:2])


def _as_dict(one: Checked, text: str) -> dict[str, object]:
    from onrecord.ask.form import answer_to_dict  # noqa: PLC0415

    span = {"start": one.span.start, "end": one.span.end, "text": one.span.of(text)}
    return {
        "line": one.line, **span, "speaker": one.speaker, "status": one.status,
        "answer": None if one.answer is None else answer_to_dict(one.answer),
    }  # fmt: skip
