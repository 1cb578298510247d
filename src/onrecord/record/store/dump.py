"""The whole record as JSON Lines, and back without loss: one line a document, a judgement, or a failure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import InputError, StoreError
from onrecord.record.form import dumps, record_to_dict
from onrecord.record.parse import record_of
from onrecord.record.parse_layers import commitment_of, entity_of, position_of, time_of
from onrecord.record.store.base import Base, Row, marks
from onrecord.record.store.people import settle
from onrecord.record.store.rows import DOCUMENT_COLUMNS, KEPT_COLUMNS, stored_document, stored_statement
from onrecord.record.store.writer import Writer
from onrecord.types import Failure, Record

FORM = 1
_JUDGEMENTS = {
    "identities": ("verdict", "folded", "document", "other", "other_document", "score", "author", "made_at",
                   "undone_at"),
    "reviews": ("statement", "verdict", "field", "value", "author", "made_at", "undone_at"),
    "marks": ("document", "verdict", "note", "author", "made_at", "undone_at"),
}  # fmt: skip
_LOST = ("key", "digest", "id", "title", "url", "outlet", "language", "published_on", "version", "added_at")
_FAILURE = ("origin", "stage", "reason", "remedy")


def record_at(base: Base, number: int) -> Record:
    """The record of the document ``number``, as it was read."""
    row = base.rows(f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE number = ?", (number,))[0]
    document, beside = stored_document(row)
    sql = f"SELECT {KEPT_COLUMNS} FROM statements WHERE document = ? ORDER BY place"
    text = document.text
    return Record(
        document,
        tuple(stored_statement(kept, text) for kept in base.rows(sql, (number,))),
        tuple(entity_of(one, text) for one in beside.get("entities", ())),
        tuple(time_of(one, text) for one in beside.get("times", ())),
        tuple(commitment_of(one, text) for one in beside.get("commitments", ())),
        tuple(position_of(one, text) for one in beside.get("positions", ())),
    )


def records(base: Base) -> Iterator[tuple[Row, Record]]:
    """Every document that has its text, with key, version and day of adding, in the order of adding."""
    last = 0
    sql = ("SELECT number, key, version, added_at FROM documents WHERE number > ? AND text IS NOT NULL "
           "ORDER BY number LIMIT 1")  # fmt: skip
    while rows := base.rows(sql, (last,)):
        last = rows[0][0]
        yield rows[0], record_at(base, last)


def lines(base: Base) -> Iterator[str]:
    """The record, a line at a time: judgements first, so that what comes after is read in their light."""
    yield dumps({"onrecord": FORM, "kind": "record"})
    for table, columns in _JUDGEMENTS.items():
        for row in base.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY number"):
            yield dumps({"kind": table, "value": dict(zip(columns, row, strict=True))})
    for row in base.rows(f"SELECT {', '.join(_FAILURE)} FROM failures ORDER BY origin"):
        yield dumps({"kind": "failures", "value": dict(zip(_FAILURE, row, strict=True))})
    for row in base.rows(f"SELECT {', '.join(_LOST)} FROM documents WHERE text IS NULL ORDER BY number"):
        yield dumps({"kind": "lost", "value": dict(zip(_LOST, row, strict=True))})
    for (_, key, version, added_at), record in records(base):
        told = {"key": key, "version": version, "added_at": added_at}
        yield dumps({"kind": "documents", "store": told, "value": record_to_dict(record)})


def restore(writer: Writer, written: Iterable[str]) -> Iterator[str]:
    """Take up what :func:`lines` wrote, a line at a time; what is in already is left as it is.

    Yields:
        The kind of each line that was new.

    Raises:
        StoreError: when a line is none of :func:`lines`, with its number.
    """
    for number, line in enumerate(written, start=1):
        if not line.strip():
            continue
        try:
            kind = _taken(writer, json.loads(line), first=number == 1)
        except (ValueError, KeyError, TypeError, AttributeError, InputError) as error:
            raise StoreError(f"line {number}: is not a line of a record ({error}); give what onrecord export "
                             "--format record wrote") from None  # fmt: skip
        if kind:
            yield kind
    with writer.base.transaction():
        settle(writer.base)


def _taken(writer: Writer, value: dict[str, Any], *, first: bool) -> str | None:
    kind = value["kind"]
    if first and (kind != "record" or value.get("onrecord") != FORM):
        raise ValueError("its first line does not say so")
    if kind == "documents":
        record = record_of(value["value"])
        return kind if writer.add(record, added_at=value["store"]["added_at"]) == "new" else None
    if kind == "lost":
        return kind if writer.keep_lost(value["value"]) else None
    if kind == "failures":
        writer.fail(Failure(**value["value"]))
        return "failures"
    return _judgement(writer.base, kind, value["value"]) if kind in _JUDGEMENTS else None


def _judgement(base: Base, table: str, value: dict[str, Any]) -> str | None:
    columns = _JUDGEMENTS[table]
    row = [value[column] for column in columns]
    same = " AND ".join(f"coalesce({column}, '') = coalesce(?, '')" for column in columns
                        if column not in ("score", "undone_at"))  # fmt: skip
    known = [v for column, v in zip(columns, row, strict=True) if column not in ("score", "undone_at")]
    with base.transaction():
        if base.rows(f"SELECT 1 FROM {table} WHERE {same}", known):
            return None
        base.run(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)})", row)
    return table
