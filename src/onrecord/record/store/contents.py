"""What a document holds, into its tables and out of them: statements, commitments, positions, and their
indexes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.record.store import tallies
from onrecord.record.store.base import Base, marks
from onrecord.record.store.corrections import Review, corrected, rejected
from onrecord.record.store.naming import Naming
from onrecord.record.store.reviews import reviews_of
from onrecord.record.store.rows import days_of, iso, joined, place_of, statement_layers
from onrecord.types import Document, Record, Span, Statement

STATEMENT_COLUMNS = (
    "number", "document", "place", "id", "starts", "ends", "source", "content", "form", "speaker", "kind",
    "act", "sense", "negated", "addressee", "medium", "day_from", "day_to", "dated", "confidence", "copied",
    "rejected", "layers",
)  # fmt: skip
_INSERT = f"INSERT INTO statements ({', '.join(STATEMENT_COLUMNS)}) VALUES ({marks(STATEMENT_COLUMNS)})"


def names_of(record: Record, judged: Mapping[str, Sequence[Review]]) -> dict[str, str | None]:
    """Every name that a record, or a correction of it, gives to somebody, with what they are."""
    found: dict[str, str | None] = {entity.name: entity.kind for entity in record.entities}
    for statement in record.statements:
        if statement.speaker is not None:
            found.setdefault(statement.speaker.name, statement.speaker.kind)
        if statement.addressee is not None and statement.addressee.name is not None:
            found.setdefault(statement.addressee.name, None)
    corrections = [
        r.value for reviews in judged.values() for r in reviews if r.field in ("speaker", "addressee")
    ]
    beside = [name for c in record.commitments for name in (c.debtor, c.creditor)]
    for name in (*beside, *corrections, *(position.holder for position in record.positions)):
        if name:
            found.setdefault(name, None)
    return found


def insert_contents(
    base: Base, number: int, key: str, record: Record, shingles: Callable[[str], Iterable[int]] | None
) -> None:
    """Write what ``record`` holds under the document ``number``, known by ``key``; inside a transaction."""
    document, judged = record.document, reviews_of(base, [s.id for s in record.statements])
    naming = Naming.of(base, key, names_of(record, judged))
    numbers = base.numbers("statements", len(record.statements))
    before = _said_before(base, number)
    rows = []
    for place, (statement, own) in enumerate(zip(record.statements, numbers, strict=True)):
        content = joined(document.text, statement.content)
        columns = statement_columns(statement, document, judged.get(statement.id, ()), naming)
        layers = statement_layers(document.text, statement)
        spot, source = place_of(statement), joined(document.text, statement.source)
        head = (own, number, place, statement.id, spot.starts, spot.ends, source, content, statement.form)
        rows.append((*head, *columns[:-1], int(content in before), columns[-1], layers))
    base.many(_INSERT, rows)
    base.many("INSERT INTO about VALUES (?, ?)", _about(record, numbers, naming))
    if shingles is not None:
        pairs = {(hashed, row[0]) for row in rows for hashed in stored_hashes(shingles, str(row[7]))}
        base.many("INSERT INTO shingles VALUES (?, ?)", sorted(pairs))
    _beside(base, number, record, naming)
    tallies.add_document(base, number)


def statement_columns(
    statement: Statement, document: Document, reviews: Sequence[Review], naming: Naming
) -> tuple[object, ...]:
    """speaker, kind, act, sense, negated, addressee, medium, the days, whose they are, confidence and
    rejected.

    They are what people made of the statement, where they did; ``layers`` keeps what was read.
    """
    now = corrected(statement, reviews)
    speaker, addressee, setting = now.speaker, now.addressee, now.setting
    return (
        naming.number(speaker.name) if speaker else None,
        speaker.kind if speaker else None,
        now.act,
        now.sense,
        None if now.negated is None else int(now.negated),
        naming.number(addressee.name) if addressee else None,
        setting.medium if setting else None,
        *days_of(now, document),
        now.confidence,
        int(rejected(reviews)),
    )


def remove_contents(base: Base, number: int, shingles: Callable[[str], Iterable[int]] | None) -> None:
    """Take out what the document ``number`` holds, its own row left; inside a transaction."""
    named = tallies.remove_document(base, number)
    if shingles is not None:
        held = base.rows("SELECT number, content FROM statements WHERE document = ?", (number,))
        pairs = sorted(
            {(hashed, own) for own, content in held for hashed in stored_hashes(shingles, content)}
        )
        base.many("DELETE FROM shingles WHERE hash = ? AND statement = ?", pairs)
    for table in ("statements", "commitments", "positions"):
        base.run(f"DELETE FROM {table} WHERE document = ?", (number,))
    tallies.recount(base, named)


def stored_hashes(shingles: Callable[[str], Iterable[int]], text: str) -> set[int]:
    """The shingles of a text as the table keeps them: the upper 32 bits of 64.

    Of a million statements, one in three hundred questions meets a stranger by them, which its score leaves
    behind.
    """
    return {hashed >> 32 for hashed in shingles(text)}


def _said_before(base: Base, number: int) -> set[str]:
    """What the earlier documents of the same family, copies and versions, already say."""
    original, url, version = base.rows(
        "SELECT copy_of, url, version FROM documents WHERE number = ?", (number,)
    )[0]
    if original is None and version == 1:
        return set()
    sql = ("SELECT content FROM statements WHERE document IN (SELECT number FROM documents WHERE number = ? "
           "UNION SELECT number FROM documents WHERE copy_of = ? AND number < ? "
           "UNION SELECT number FROM documents WHERE url = ? AND number < ?)")  # fmt: skip
    return {row[0] for row in base.rows(sql, (original, original, number, url, number))}


def _about(record: Record, numbers: Sequence[int], naming: Naming) -> list[tuple[int, int]]:
    """Name and statement, for everybody whom a content mentions, save the one who speaks."""
    mentions = sorted((m.start, m.end, naming.number(e.name)) for e in record.entities for m in e.mentions)
    starts = [start for start, _, _ in mentions]
    pairs = set()
    for statement, own in zip(record.statements, numbers, strict=True):
        speaker = naming.number(statement.speaker.name) if statement.speaker else None
        for span in statement.content:
            for name in _mentioned(span, mentions, starts):
                if name is not None and name != speaker:
                    pairs.add((name, own))
    return sorted(pairs)


def _mentioned(
    span: Span, mentions: Sequence[tuple[int, int, int | None]], starts: Sequence[int]
) -> Iterator[int | None]:
    for start, end, name in mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
        if start < span.end and end <= span.end:
            yield name


def _beside(base: Base, number: int, record: Record, naming: Naming) -> None:
    commitments = [
        (number, place, c.statement, naming.number(c.debtor), naming.number(c.creditor), c.strength,
         iso(c.deadline.earliest) if c.deadline else None, iso(c.deadline.latest) if c.deadline else None)
        for place, c in enumerate(record.commitments)
    ]  # fmt: skip
    columns = "document, place, statement, debtor, creditor, strength, deadline_from, deadline_to"
    base.many(f"INSERT INTO commitments ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", commitments)
    positions = [(number, place, p.statement, naming.number(p.holder), p.stance, p.target)
                 for place, p in enumerate(record.positions)]  # fmt: skip
    columns = "document, place, statement, holder, stance, target"
    base.many(f"INSERT INTO positions ({columns}) VALUES (?, ?, ?, ?, ?, ?)", positions)
