"""Statements as rows, each with its document's fields: JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from onrecord.record.form import dumps, spans_to_list
from onrecord.types import Document, Record, Span, Statement

COLUMNS = (
    "document_id", "title", "url", "publisher", "published_on", "language", "id", "parent", "source",
    "source_spans", "cue", "cue_spans", "content", "content_spans", "form", "verbatim", "verbatim_spans",
    "confidence",
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
            rows.writerow([_cell(value) for value in statement_row(record.document, statement)])
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
    )


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


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
