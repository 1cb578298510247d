"""What ``onrecord doctor`` looks at: whether the record still is what was written."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import InputError
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
    "names that a judgement split off, without the judgement": """
        SELECT count(*) FROM names n WHERE n.document <> '' AND NOT EXISTS (
            SELECT 1 FROM identities i WHERE i.verdict = 'apart' AND i.undone_at IS NULL
            AND i.folded = n.folded AND i.document = n.document)""",
    "reviews of statements that are gone": """
        SELECT count(*) FROM reviews r
        WHERE r.undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = r.statement)""",
}


def faults(base: Base) -> Iterator[str]:
    """Every fault of a record, a line each, as it is found: of file and indexes, then of documents."""
    yield from base.unsound()
    for row in _documents(base):
        yield from _faults_of(base, row)


def remarks(base: Base) -> Iterator[str]:
    """What is no fault but worth knowing: judgements that wait for their statement, index rows of none."""
    for what, sql in _ORPHANS.items():
        count = base.rows(sql)[0][0]
        if count:
            yield f"{count} {what}"


def _documents(base: Base) -> Iterator[Row]:
    last = 0
    sql = ("SELECT number, key, digest, id, title, url, outlet, language, published_on, text, layers FROM "
           "documents "
           "WHERE number > ? AND text IS NOT NULL ORDER BY number LIMIT ?")  # fmt: skip
    while rows := base.rows(sql, (last, _AT_ONCE)):
        yield from rows
        last = rows[-1][0]


def _faults_of(base: Base, row: Row) -> Iterator[str]:
    number, key, digest, name, *_, text, _ = row
    if digest_of(text) != digest:
        yield f"{name} ({key}): its text is not the one that was added"
        return
    try:
        document, _ = stored_document(row[3:])
    except (ValueError, TypeError, KeyError, AttributeError, InputError) as error:
        yield f"{name} ({key}): its layers cannot be read ({error})"
        return
    sql = f"SELECT starts, ends, content, {KEPT_COLUMNS} FROM statements WHERE document = ? ORDER BY place"
    for starts, ends, content, identity, *kept in base.rows(sql, (number,)):
        try:
            statement = stored_statement((identity, *kept), document.text)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            yield f"{name} ({key}): the statement {identity} cannot be read ({error})"
            continue
        place = place_of(statement)
        if joined(text, statement.content) != content or (place.starts, place.ends) != (starts, ends):
            yield f"{name} ({key}): the statement {identity} is not what stands in the text"
