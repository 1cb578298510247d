"""Statements as rows, each with its document's fields: JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from onrecord.record.form import dumps, spans_to_list
from onrecord.record.layers import layers_to_dict
from onrecord.types import Document, Record, Span, Statement

COLUMNS = (
    "document_id", "title", "url", "publisher", "published_on", "language", "id", "parent", "source",
    "source_spans", "cue", "cue_spans", "content", "content_spans", "form", "verbatim", "verbatim_spans",
    "confidence", "speaker", "speaker_kind", "speaker_description", "speaker_entity", "speaker_refers_to",
    "on_behalf_of", "speaker_confidence", "act", "sense", "negated", "iterative", "writer_stance",
    "addressee", "addressee_text", "addressee_span", "setting", "setting_span", "medium", "public", "carried",
    "said_on", "said_on_span", "said_earliest", "said_latest", "said_precision", "said_note",
)  # fmt: skip
BETWEEN_TEXTS = " … "
BETWEEN_SPANS = ";"
SPAN_MARK = "-"
# A spreadsheet takes a cell that begins with one of these for a formula, and runs it. The last four are the
# full-width forms, which some spreadsheets fold into the first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_jsonl(records: Iterable[Record], stream: TextIO) -> None:
    """Write one statement a line; a document without statements has no line."""
    for record in records:
        found = record.statements
        stream.writelines(f"{dumps(statement_line(record.document, one))}\n" for one in found)
        stream.flush()


def statement_line(document: Document, statement: Statement) -> dict[str, object]:
    """One line of JSON Lines: the document's fields without its text, then the statement's."""
    text = document.text
    return _document_fields(document) | {
        "id": statement.id,
        "parent": statement.parent,
        "source": spans_to_list(text, statement.source),
        "cue": spans_to_list(text, statement.cue),
        "content": spans_to_list(text, statement.content),
        "form": statement.form,
        "verbatim": spans_to_list(text, statement.verbatim),
        "confidence": statement.confidence,
        **layers_to_dict(text, statement),
    }


def write_csv(records: Iterable[Record], stream: TextIO) -> None:
    """Write the header, then one statement a row, as RFC 4180 has it (lines end in CR LF).

    ``stream`` must not translate line ends. A cell that a spreadsheet would run as a formula gets an
    apostrophe before it (OWASP, "CSV Injection"); the JSON formats give the text as it is.
    """
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for record in records:
        for statement in record.statements:
            rows.writerow([cell(value) for value in statement_row(record.document, statement)])
        stream.flush()


def statement_row(document: Document, statement: Statement) -> tuple[object, ...]:
    """The values of one row in the order of ``COLUMNS``, None for what is not known."""
    text = document.text
    return (
        *_document_fields(document).values(),
        statement.id,
        statement.parent,
        *_texts_and_places(text, statement.source),
        *_texts_and_places(text, statement.cue),
        *_texts_and_places(text, statement.content),
        statement.form,
        *_texts_and_places(text, statement.verbatim),
        statement.confidence,
        *_speaker(statement),
        statement.act,
        statement.sense,
        _flag(statement.negated),
        _flag(statement.iterative),
        statement.writer_stance,
        *_occasion(text, statement),
        *_said_on(text, statement),
    )


def _speaker(statement: Statement) -> tuple[object, ...]:
    one = statement.speaker
    if one is None:
        return (None,) * 7
    behalf = one.on_behalf_of
    return one.name, one.kind, one.description, one.entity, one.refers_to, behalf, one.confidence


def _occasion(text: str, statement: Statement) -> tuple[object, ...]:
    """The columns of addressee and setting."""
    to, where = statement.addressee, statement.setting
    listener = (None,) * 3 if to is None else (to.name, *_texts_and_places(text, (to.span,)))
    if where is None:
        return (*listener, *(None,) * 5)
    place = _texts_and_places(text, (where.span,))
    return (*listener, *place, where.medium, _flag(where.public), _flag(where.carried))


def _said_on(text: str, statement: Statement) -> tuple[object, ...]:
    when = statement.said_on
    if when is None:
        return (None,) * 6
    days = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    return (*_texts_and_places(text, (when.span,)), *days, when.precision, when.note)


def _flag(value: bool | None) -> str | None:  # noqa: FBT001 - it is the value that is written
    """``true`` or ``false``, as JSON has them, or None for not known."""
    return None if value is None else str(value).lower()


def _document_fields(document: Document) -> dict[str, object]:
    return {
        "document_id": document.id,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "language": document.language,
    }


def _texts_and_places(text: str, spans: tuple[Span, ...]) -> tuple[str, str]:
    texts = BETWEEN_TEXTS.join(span.of(text) for span in spans)
    return texts, BETWEEN_SPANS.join(f"{span.start}{SPAN_MARK}{span.end}" for span in spans)


def cell(value: object) -> object:
    """``value`` as a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
