"""The record as JSON: what ``docs/reference/record.md`` describes and ``record.schema.json`` checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import chain, islice
from typing import TextIO

from onrecord.record.layers import BESIDE, layers_to_dict, origin_to_dict, span_to_dict, spans_to_list
from onrecord.types import Document, Record, Statement

__all__ = [
    "document_to_dict", "dumps", "record_to_dict", "schema_text", "span_to_dict", "spans_to_list",
    "statement_to_dict", "write_json", "write_records",
]  # fmt: skip

_SURROGATE = re.compile("[\ud800-\udfff]")


def document_to_dict(document: Document) -> dict[str, object]:
    """The ``document`` of the record, its text included."""
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "language": document.language,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "published_on_from": document.published_on_from,
        "origin": origin_to_dict(document),
        "is_excerpt": document.is_excerpt,
        "warnings": list(document.warnings),
    }


def statement_to_dict(text: str, statement: Statement) -> dict[str, object]:
    """One of the record's ``statements``; its spans point into ``text``."""
    return {
        "id": statement.id,
        "parent": statement.parent,
        "source": spans_to_list(text, statement.source),
        "cue": spans_to_list(text, statement.cue),
        "content": spans_to_list(text, statement.content),
        "form": statement.form,
        "verbatim": spans_to_list(text, statement.verbatim),
        **layers_to_dict(text, statement),
        "confidence": statement.confidence,
    }


def record_to_dict(record: Record) -> dict[str, object]:
    """The whole record as dicts and lists that ``json`` can write."""
    text = record.document.text
    statements = [statement_to_dict(text, statement) for statement in record.statements]
    whole: dict[str, object] = {"document": document_to_dict(record.document), "statements": statements}
    return whole | {name: [to_dict(text, one) for one in found(record)] for name, found, to_dict in BESIDE}


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON with its characters as they are; lone surrogates, which UTF-8 cannot carry, are escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written if written.isascii() else _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def write_json(record: Record, stream: TextIO) -> None:
    """Write one record, a statement at a time, so that a long one is never held as JSON in one piece.

    What is written is what ``json.dumps(record_to_dict(record), ensure_ascii=False, indent=1)`` gives and a
    line end, to the byte, save that lone surrogates are escaped.
    """
    stream.writelines(_object(record, ""))
    stream.write("\n")


def write_records(records: Iterable[Record], stream: TextIO, *, as_array: bool) -> None:
    """Write records as they come: one record as an object, several as an array of objects.

    Args:
        records: taken one by one; at most two are held at a time.
        stream: where the JSON goes; nothing is written where there is no record and no array was asked for.
        as_array: write an array whatever the number of records, none included.
    """
    coming = iter(records)
    first = list(islice(coming, 1 if as_array else 2))
    if len(first) == 1 and not as_array:
        write_json(first[0], stream)
    elif first or as_array:
        _write_array(chain(first, coming), stream)


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) that every record written here fulfils."""
    return files("onrecord.record").joinpath("record.schema.json").read_text(encoding="utf-8")


def _write_array(records: Iterable[Record], stream: TextIO) -> None:
    before = "[\n "
    for record in records:
        stream.write(before)
        stream.writelines(_object(record, " "))
        before = ",\n "
    stream.write("[]\n" if before == "[\n " else "\n]\n")


def _object(record: Record, margin: str) -> Iterator[str]:
    """The record's JSON in pieces, each line after the first set in by ``margin``."""
    yield f'{{\n{margin} "document": {_nested(document_to_dict(record.document), margin + " ")},\n'
    text = record.document.text
    yield f'{margin} "statements": '
    yield from _list((statement_to_dict(text, s) for s in record.statements), margin)
    for name, found, to_dict in BESIDE:
        yield f',\n{margin} "{name}": '
        yield from _list((to_dict(text, one) for one in found(record)), margin)
    yield f"\n{margin}}}"


def _list(values: Iterable[object], margin: str) -> Iterator[str]:
    """A list's JSON in pieces, a value at a time."""
    yield "["
    before = "\n"
    for value in values:
        yield f"{before}{margin}  {_nested(value, margin + '  ')}"
        before = ",\n"
    yield "]" if before == "\n" else f"\n{margin} ]"


def _nested(value: object, margin: str) -> str:
    # A line end in JSON never stands inside a string, where it is written \n.
    return dumps(value, indent=1).replace("\n", f"\n{margin}")
