"""Search by meaning: a vector for each statement, in cells, of which a search looks into the nearest.

The cells are those of an inverted file (Sivic and Zisserman 2003; Jégou, Douze and Schmid 2011): a row of the
index stands under the cell of its vector, so that a search reads some cells and not the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import StoreError
from onrecord.record.store import pgvector
from onrecord.record.store.base import Base, Row, marks, one, parts
from onrecord.record.store.filters import Condition, Filters, condition

LOOKED_AT = 100_000
"""Statements that a search compares with: those in the nearest cells, or all of a person named."""
FLOOR = 0.25
"""Cosine under which two texts have no meaning in common that is worth telling."""
_AT_ONCE = 2000
_CHUNK = 500
_CELLS = 8
"""Cells that are read at a time."""
_INSERT = "INSERT INTO meanings (cell, statement, vector) VALUES (?, ?, ?)"


class Embeds(Protocol):
    """What makes vectors of texts; :class:`onrecord.annotate.embedding.Embedder` is the one that ships."""

    @property
    def digest(self) -> str:
        """Tells its vectors from those of another model."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """(N, D) vectors, zeros for a text without words."""
        ...

    def nearness(self, one: NDArray[np.int8], others: NDArray[np.int8]) -> NDArray[np.float32]:
        """(N,) cosines of a vector (D,) and others (N, D)."""
        ...

    def cell(self, vectors: NDArray[np.int8]) -> NDArray[np.int64]:
        """(N,) the cell of each vector."""
        ...

    def cells(self, vector: NDArray[np.int8]) -> NDArray[np.int64]:
        """All cells, the nearest to a vector first."""
        ...


def model_of(base: Base) -> str | None:
    """The digest of the model whose vectors the record keeps, or None where it keeps none."""
    row = one(base, "SELECT digest FROM meaning_model")
    return None if row is None else str(row[0])


def in_use(base: Base, embeds: Embeds) -> bool:
    """Whether the record keeps vectors of this model, which is loaded only where it keeps any."""
    kept = model_of(base)
    return kept is not None and kept == embeds.digest


def checked(base: Base, embeds: Embeds) -> None:
    """Make sure that the record can be searched by meaning.

    Raises:
        StoreError: when it has no such index, or one of another model.
    """
    kept = model_of(base)
    if kept is None:
        raise StoreError(f"{base.name}: has no index by meaning; make one with: onrecord index")
    if kept != embeds.digest:
        raise StoreError(f"{base.name}: its index by meaning is of another model; run: onrecord index")


def build(base: Base, embeds: Embeds, told: Callable[[int], None] | None = None) -> int:
    """Put every statement that is not there yet into the index, and say how many those were.

    Stopped and run again, it goes on where it was. Vectors of another model are thrown away first.

    Args:
        base: the record.
        embeds: makes the vectors.
        told: called with how many more are in.
    """
    with base.transaction():
        if model_of(base) != embeds.digest:
            drop(base)
            base.run("INSERT INTO meaning_model VALUES (?)", (embeds.digest,))
    pgvector.begin(base, embeds.embed([""]).shape[1])
    done, last = 0, 0
    sql = ("SELECT s.number, s.content FROM statements s WHERE s.number > ? AND NOT EXISTS "
           "(SELECT 1 FROM meanings m WHERE m.statement = s.number) ORDER BY s.number LIMIT ?")  # fmt: skip
    while rows := base.rows(sql, (last, _AT_ONCE)):
        with base.transaction():
            insert(base, embeds, rows)
        last, done = rows[-1][0], done + len(rows)
        if told is not None:
            told(len(rows))
    pgvector.finish(base)
    return done


def drop(base: Base) -> None:
    """Take the index away; inside a transaction."""
    base.run("DELETE FROM meanings")
    base.run("DELETE FROM meaning_model")
    pgvector.end(base)


def insert(base: Base, embeds: Embeds, rows: Sequence[Row]) -> None:
    """Put statements, number and content, into the index; inside a transaction."""
    vectors = embeds.embed([row[1] for row in rows])
    cells = embeds.cell(vectors).tolist()
    own = sorted(
        (cell, row[0], vector.tobytes()) for cell, row, vector in zip(cells, rows, vectors, strict=True)
    )
    base.many(_INSERT, own)
    if pgvector.usable(base):
        pgvector.keep(base, [(row[0], vector) for row, vector in zip(rows, vectors, strict=True)])


def keep_up(base: Base, embeds: Embeds, document: int) -> None:
    """Put a new document's statements into the index where the record has one; inside a transaction."""
    if in_use(base, embeds):
        rows = base.rows("SELECT number, content FROM statements WHERE document = ?", (document,))
        if rows:
            insert(base, embeds, rows)


def nearest(
    base: Base, embeds: Embeds, words: str, filters: Filters, *, limit: int
) -> list[tuple[int, float]]:
    """Numbers of the statements whose meaning is nearest, and their cosines, the nearest first.

    Args:
        base: the record; it must have the index, see :func:`checked`.
        embeds: the model that made the index.
        words: what to look for; every sign is meant literally.
        filters: what else must hold. Of people named, all statements are looked at, up to ``LOOKED_AT``.
        limit: at most so many; those under ``FLOOR`` are left out.
    """
    wanted = embeds.embed([words])[0]
    if not wanted.any():
        return []
    narrowed = condition(base, filters)
    rows = _of_named(base, filters, narrowed)
    if rows is not None:
        return list(islice(_ranked(embeds, wanted, rows), limit))
    if pgvector.usable(base):
        ranked = _ranked(embeds, wanted, pgvector.nearest(base, wanted))
        found = list(islice(_allowed(base, ranked, narrowed), limit))
        if len(found) == limit:
            return found
    ranked = _ranked(embeds, wanted, _in_cells(base, embeds, wanted))
    return list(islice(_allowed(base, ranked, narrowed), limit))


def cosines(base: Base, embeds: Embeds, words: str, numbers: Sequence[int]) -> dict[int, float]:
    """How near the meaning of statements is to that of ``words``; those not in the index are left out."""
    sql = f"SELECT statement, vector FROM meanings WHERE statement IN ({marks(numbers)})"
    rows = base.rows(sql, numbers) if numbers else []
    scores = embeds.nearness(embeds.embed([words])[0], _vectors(rows)) if rows else ()
    return {row[0]: float(score) for row, score in zip(rows, scores, strict=True)}


def fitting(base: Base, numbers: Sequence[int], narrowed: Condition) -> set[int]:
    """Those of some statements that fit a condition."""
    if not numbers:
        return set()
    sql = ("SELECT s.number FROM statements s JOIN documents d ON d.number = s.document WHERE s.number IN "
           f"({marks(numbers)}) AND {narrowed.sql()}")  # fmt: skip
    return {row[0] for row in base.rows(sql, (*numbers, *narrowed.parameters))}


def _vectors(rows: Sequence[Row]) -> NDArray[np.int8]:
    return np.frombuffer(b"".join([row[1] for row in rows]), dtype=np.int8).reshape(len(rows), -1)


def _of_named(base: Base, filters: Filters, narrowed: Condition) -> list[Row] | None:
    """All that fit where the filters name somebody, None where they do not or too many fit."""
    if filters.speaker is None and filters.addressee is None and filters.about is None:
        return None
    sql = ("SELECT m.statement, m.vector FROM statements s JOIN documents d ON d.number = s.document "
           f"JOIN meanings m ON m.statement = s.number WHERE {narrowed.sql()} LIMIT ?")  # fmt: skip
    rows = base.rows(sql, (*narrowed.parameters, LOOKED_AT + 1))
    return rows if len(rows) <= LOOKED_AT else None


def _in_cells(base: Base, embeds: Embeds, wanted: NDArray[np.int8]) -> list[Row]:
    """The rows of the nearest cells, as many of them as hold enough statements."""
    cells, rows = embeds.cells(wanted).tolist(), list[Row]()
    for some in parts(cells, _CELLS):
        sql = f"SELECT statement, vector FROM meanings WHERE cell IN ({marks(some)}) LIMIT ?"
        rows += base.rows(sql, (*some, LOOKED_AT - len(rows)))
        if len(rows) >= LOOKED_AT:
            break
    return rows


def _ranked(embeds: Embeds, wanted: NDArray[np.int8], rows: Sequence[Row]) -> Iterator[tuple[int, float]]:
    """Number and cosine of what is near enough, the nearest first."""
    if not rows:
        return
    scores = embeds.nearness(wanted, _vectors(rows))
    near = np.flatnonzero(scores >= FLOOR)
    best = near[np.argsort(-scores[near], kind="stable")]
    yield from ((rows[place][0], float(scores[place])) for place in best)


def _allowed(
    base: Base, ranked: Iterator[tuple[int, float]], narrowed: Condition
) -> Iterator[tuple[int, float]]:
    """Those of ``ranked`` that fit the condition, a few hundred asked about at a time."""
    while some := list(islice(ranked, _CHUNK)):
        fit = fitting(base, [number for number, _ in some], narrowed)
        yield from ((number, score) for number, score in some if number in fit)
