"""Judgements of statements and documents: each with author and time, none ever overwritten, all undoable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.errors import StoreError
from onrecord.record.store.base import Base, marks, one, parts
from onrecord.record.store.corrections import Review, Verdict, checked

_COLUMNS = "number, statement, verdict, field, value, author, made_at"


def now() -> str:
    """This moment, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def reviews_of(base: Base, statements: Sequence[str]) -> dict[str, list[Review]]:
    """The standing judgements of statements, by their ids, the oldest first."""
    found: dict[str, list[Review]] = {}
    if not base.rows("SELECT 1 FROM reviews LIMIT 1"):
        return found
    for some in parts(statements):
        sql = f"SELECT {_COLUMNS} FROM reviews WHERE undone_at IS NULL AND statement IN ({marks(some)})"
        for row in base.rows(f"{sql} ORDER BY number", some):
            found.setdefault(row[1], []).append(Review(*row))
    return found


def keep_review(
    base: Base,
    statement: str,
    verdict: Verdict,
    *,
    author: str,
    field: str | None = None,
    value: str | None = None,
) -> None:
    """Write down what ``author`` decided about a statement; inside a transaction.

    Raises:
        StoreError: when the record has no such statement, or the correction makes no sense.
    """
    if not base.rows("SELECT 1 FROM statements WHERE id = ? LIMIT 1", (statement,)):
        raise StoreError(
            f"{base.name}: has no statement {statement!r}; its id is what onrecord search prints"
        )
    if verdict == "correct":
        value = checked(field or "", value or "")
    sql = "INSERT INTO reviews (statement, verdict, field, value, author, made_at) VALUES (?, ?, ?, ?, ?, ?)"
    base.run(sql, (statement, verdict, field, value, author, now()))


def undo_review(base: Base, statement: str) -> Review:
    """Take back the last standing judgement of a statement; it stays in the table, marked as undone.

    Raises:
        StoreError: when there is none.
    """
    standing = reviews_of(base, [statement]).get(statement)
    if not standing:
        raise StoreError(f"{base.name}: nothing was decided about the statement {statement!r}")
    base.run("UPDATE reviews SET undone_at = ? WHERE number = ?", (now(), standing[-1].number))
    return standing[-1]


def mark_document(base: Base, key: str, verdict: str, *, author: str, note: str | None = None) -> None:
    """Write down that a document was retracted or corrected by its outlet.

    Raises:
        StoreError: when the record has no such document.
    """
    if one(base, "SELECT 1 FROM documents WHERE key = ?", (key,)) is None:
        raise StoreError(f"{base.name}: has no document {key!r}; its key is what onrecord search prints")
    sql = "INSERT INTO marks (document, verdict, note, author, made_at) VALUES (?, ?, ?, ?, ?)"
    base.run(sql, (key, verdict, note, author, now()))


def unmark_document(base: Base, key: str) -> int:
    """Take back every standing mark of a document, and say how many there were."""
    return base.run("UPDATE marks SET undone_at = ? WHERE document = ? AND undone_at IS NULL", (now(), key))


def marks_of(base: Base, keys: Sequence[str]) -> dict[str, list[str]]:
    """The standing marks of documents, by key: "retracted" or "corrected"."""
    found: dict[str, list[str]] = {}
    if keys and base.rows("SELECT 1 FROM marks LIMIT 1"):
        sql = f"SELECT document, verdict FROM marks WHERE undone_at IS NULL AND document IN ({marks(keys)})"
        for key, verdict in base.rows(f"{sql} ORDER BY number", keys):
            found.setdefault(key, []).append(verdict)
    return found
