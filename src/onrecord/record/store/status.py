"""What a record holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.store.base import Base


@dataclass(frozen=True, slots=True)
class Status:
    """Figures of a record.

    Attributes:
        name: path or address.
        documents: how many texts.
        copies: how many of them are copies of another.
        versions: how many are later versions of an article.
        lost: documents whose text has gone.
        statements: how many, repetitions in copies and versions left out.
        repeated: how many only repeat what an earlier copy or version says.
        speakers: how many people, by name and judgement, said something.
        outlets: outlets with the number of their documents, those with most first.
        first: earliest day of publication, or None.
        last: latest, or None.
        undated: documents without a day.
        judgements: standing reviews, marks and judgements about people.
        failures: stage and reason with how many documents failed so, those with most first.
    """

    name: str
    documents: int
    copies: int
    versions: int
    lost: int
    statements: int
    repeated: int
    speakers: int
    outlets: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    undated: int
    judgements: int
    failures: tuple[tuple[str, str, int], ...]


def status(base: Base) -> Status:
    """Count what a record holds."""
    documents, copies, versions, lost, first, last, dated = base.rows(
        "SELECT count(text), count(copy_of), coalesce(sum(CASE WHEN version > 1 THEN 1 ELSE 0 END), 0), "
        "count(*) - count(text), min(published_on), max(published_on), count(published_on) FROM documents"
    )[0]
    statements, repeated = base.rows("SELECT count(*), coalesce(sum(copied), 0) FROM statements")[0]
    speakers = base.rows(
        "SELECT count(DISTINCT coalesce(n.person, n.number)) FROM names n WHERE EXISTS "
        "(SELECT 1 FROM statements s WHERE s.speaker = n.number)"
    )[0][0]
    outlets = base.rows(
        "SELECT outlet, count(*) FROM documents WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1"
    )
    judged = sum(
        base.rows(f"SELECT count(*) FROM {table} WHERE undone_at IS NULL")[0][0]
        for table in ("reviews", "marks", "identities")
    )
    failures = base.rows(
        "SELECT stage, reason, count(*) FROM failures GROUP BY stage, reason ORDER BY 3 DESC, 2"
    )
    return Status(
        base.name, documents, copies, versions, lost, statements - repeated, repeated, speakers,
        tuple(outlets), first, last, documents + lost - dated, judged, tuple(failures),
    )  # fmt: skip
