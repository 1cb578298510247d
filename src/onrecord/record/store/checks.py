"""What ``onrecord doctor`` looks at: whether the record still is what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from onrecord.errors import StoreError
from onrecord.record.store import tallies
from onrecord.record.store.base import Base, Row
from onrecord.record.store.rows import (
    KEPT_COLUMNS,
    digest_of,
    joined,
    place_of,
    stored_document,
    stored_statement,
)

_AT_ONCE = 200
_ORPHANS = {
    "shingles of statements that are gone": """
        SELECT count(*) FROM shingles
        WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.number = statement)""",
    "statements that the index by meaning lacks; onrecord index puts them in": """
        SELECT count(*) FROM statements s WHERE EXISTS (SELECT 1 FROM meaning_model)
        AND NOT EXISTS (SELECT 1 FROM meanings m WHERE m.statement = s.number)""",
    "names that a judgement split off, without the judgement": """
        SELECT count(*) FROM names n WHERE n.document <> '' AND NOT EXISTS (
            SELECT 1 FROM identities i WHERE i.verdict = 'apart' AND i.undone_at IS NULL
            AND i.folded = n.folded AND i.document = n.document)""",
    "reviews of statements that are gone": """
        SELECT count(*) FROM reviews r
        WHERE r.undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = r.statement)""",
}


def faults(base: Base) -> Iterator[str]:
    """Every fault of a record, a line each, as it is found: of file and indexes, then of documents.

    What cannot be read is a fault, and does not hinder looking at the rest.
    """
    yield from _read("the file's own checks", base.unsound)
    yield from _read("the kept counts", lambda: tallies.miscounted(base))
    for first in range(0, _last(base), _AT_ONCE):
        yield from _faults_among(base, range(first + 1, first + 1 + _AT_ONCE))


def _read(what: str, look: Callable[[], Iterable[str]]) -> Iterator[str]:
    try:
        yield from look()
    except StoreError as error:
        yield f"{what}: cannot be read ({_reason(error)})"


def _reason(error: StoreError) -> str:
    """What the database said, without the advice and without the bytes that it could not read."""
    return str(error.__cause__ or error)[:80]


def _faults_among(base: Base, numbers: range) -> Iterator[str]:
    """Faults of some documents, which are looked at one by one where they cannot be read together."""
    sql = ("SELECT number, key, digest, id, title, url, outlet, language, published_on, text, layers "
           "FROM documents WHERE number >= ? AND number < ? AND text IS NOT NULL "
           "ORDER BY number")  # fmt: skip
    try:
        rows = base.rows(sql, (numbers.start, numbers.stop))
    except StoreError as error:
        if len(numbers) == 1:
            yield f"document {numbers.start}: cannot be read ({_reason(error)})"
        for number in numbers if len(numbers) > 1 else ():
            yield from _faults_among(base, range(number, number + 1))
        return
    for row in rows:
        yield from _read(f"{row[3]} ({row[1]})", partial(_faults_of, base, row))


def _last(base: Base) -> int:
    """The highest number of a document; where the table cannot be read, what an index says."""
    try:
        return int(base.rows("SELECT coalesce(max(number), 0) FROM documents")[0][0])
    except StoreError:
        return int(
            base.rows("SELECT max(number) FROM (SELECT number FROM documents ORDER BY digest) d")[0][0]
        )


def remarks(base: Base) -> Iterator[str]:
    """What is no fault but worth knowing: judgements that wait for their statement, index rows of none."""
    yield from base.unchecked()
    for what, sql in _ORPHANS.items():
        count = base.rows(sql)[0][0]
        if count:
            yield f"{count} {what}"


def _faults_of(base: Base, row: Row) -> Iterator[str]:
    number, key, digest, name, *_, text, _ = row
    if digest_of(text) != digest:
        yield f"{name} ({key}): its text is not the one that was added"
        return
    try:
        document, _ = stored_document(row[3:])
    except StoreError as error:
        yield f"{name} ({key}): its layers cannot be read ({error.__cause__})"
        return
    sql = f"SELECT starts, ends, content, {KEPT_COLUMNS} FROM statements WHERE document = ? ORDER BY place"
    for starts, ends, content, identity, *kept in base.rows(sql, (number,)):
        try:
            statement = stored_statement((identity, *kept), document.text)
        except StoreError as error:
            yield f"{name} ({key}): the statement {identity} cannot be read ({error.__cause__})"
            continue
        place = place_of(statement)
        if joined(text, statement.content) != content or (place.starts, place.ends) != (starts, ends):
            yield f"{name} ({key}): the statement {identity} is not what stands in the text"
