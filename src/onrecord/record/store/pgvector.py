"""The index by meaning in PostgreSQL's own vectors, where the server has the extension pgvector.

Beside its cell each statement then has its vector in the type that the extension searches by a graph (HNSW,
Malkov and Yashunin 2020). Where that finds too few that fit a search's filters, the cells are looked into as
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import StoreError
from onrecord.record.store.base import Base, Row, one

NEAREST = 500
"""Statements that the graph is asked for."""
_HAS = "SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('meanings') AND attname = 'near'"


def usable(base: Base) -> bool:
    """Whether the record keeps such vectors."""
    return base.dialect == "postgres" and one(base, _HAS) is not None


def begin(base: Base, width: int) -> None:
    """Make room for vectors of so many numbers, where the server has the extension and lets the user."""
    if base.dialect != "postgres" or usable(base):
        return
    if one(base, "SELECT 1 FROM pg_available_extensions WHERE name = 'vector'") is None:
        return
    try:
        base.run("CREATE EXTENSION IF NOT EXISTS vector")
    except StoreError:  # the user may not: the cells do without
        return
    base.run(f"ALTER TABLE meanings ADD COLUMN near vector({width})")


def finish(base: Base) -> None:
    """Make the graph: at the end, since that is quicker than letting it grow."""
    if usable(base):
        base.run("CREATE INDEX IF NOT EXISTS meanings_by_near ON meanings USING hnsw (near vector_ip_ops)")


def end(base: Base) -> None:
    """Take the vectors away, and the graph with them."""
    if usable(base):
        base.run("ALTER TABLE meanings DROP COLUMN near")


def keep(base: Base, vectors: Sequence[tuple[int, NDArray[np.int8]]]) -> None:
    """Write the vectors of statements, given by their numbers, that have a row; inside a transaction."""
    sql = "UPDATE meanings SET near = CAST(? AS vector) WHERE statement = ?"
    base.many(sql, [(_written(vector), number) for number, vector in vectors])


def _written(vector: NDArray[np.int8]) -> str:
    return str(vector.tolist())


def nearest(base: Base, wanted: NDArray[np.int8]) -> list[Row]:
    """Number and vector of the statements that the graph finds nearest."""
    base.run(f"SET hnsw.ef_search = {NEAREST}")
    sql = (
        "SELECT statement, vector FROM meanings WHERE near IS NOT NULL "
        "ORDER BY near <#> CAST(? AS vector) LIMIT ?"
    )
    return base.rows(sql, (_written(wanted), NEAREST))
