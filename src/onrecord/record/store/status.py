"""What a record holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.store.base import Base
from onrecord.record.store.meaning import model_of
from onrecord.record.store.tallies import figures

# Each is answered by a small index alone: a row of a document holds its text.
_DOCUMENTS = (
    "SELECT count(*) FROM documents",
    "SELECT count(*) FROM documents WHERE text IS NULL",
    "SELECT count(*) FROM documents WHERE copy_of IS NOT NULL",
    "SELECT count(*) FROM documents WHERE version > 1",
    "SELECT count(*) FROM documents WHERE published_on IS NOT NULL",
    "SELECT min(published_on) FROM documents WHERE published_on IS NOT NULL",
    "SELECT max(published_on) FROM documents WHERE published_on IS NOT NULL",
)
_SPEAKERS = (
    "SELECT count(*) FROM names WHERE said > 0 AND person IS NULL",
    "SELECT count(DISTINCT person) FROM names WHERE person IS NOT NULL AND said > 0",
)
_JUDGEMENTS = ("reviews", "marks", "identities")


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
        speakers: how many people, by name and judgement, said something that is not rejected.
        outlets: outlets with the number of their documents, those with most first.
        first: earliest day of publication, or None.
        last: latest, or None.
        undated: documents without a day.
        judgements: standing reviews, marks and judgements about people.
        failures: stage and reason with how many documents failed so, those with most first.
        unindexed: statements that the index by meaning lacks, or None where there is no such index.
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
    unindexed: int | None = None


def status(base: Base) -> Status:
    """Count what a record holds."""
    kept = figures(base)
    statements, repeated = kept["statements"], kept["repeated"]
    total, lost, copies, versions, dated, first, last = (base.rows(sql)[0][0] for sql in _DOCUMENTS)
    speakers = sum(base.rows(sql)[0][0] for sql in _SPEAKERS)
    outlets = base.rows(
        "SELECT outlet, count(*) FROM documents WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1"
    )
    judged = sum(
        base.rows(f"SELECT count(*) FROM {table} WHERE undone_at IS NULL")[0][0] for table in _JUDGEMENTS
    )
    failures = base.rows(
        "SELECT stage, reason, count(*) FROM failures GROUP BY stage, reason ORDER BY 3 DESC, 2"
    )
    return Status(
        base.name, total - lost, copies, versions, lost, statements - repeated, repeated, speakers,
        tuple(outlets), first, last, total - dated, judged, tuple(failures),
        _unindexed(base, statements),
    )  # fmt: skip


def _unindexed(base: Base, statements: int) -> int | None:
    """How many of all statements the index by meaning lacks, or None where there is none."""
    if model_of(base) is None:
        return None
    return max(0, statements - int(base.rows("SELECT count(*) FROM meanings")[0][0]))
