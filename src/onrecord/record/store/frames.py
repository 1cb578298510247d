"""The statements as a table for data frames: Arrow, from there pandas, polars and Parquet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from onrecord.errors import StoreError
from onrecord.record.store.base import Base

if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS = {
    "id": "s.id", "document": "d.key", "document_id": "d.id", "version": "d.version", "title": "d.title",
    "url": "d.url", "outlet": "d.outlet", "published_on": "d.published_on", "language": "d.language",
    "start": "s.starts", "end": "s.ends", "content": "s.content", "form": "s.form", "speaker": "n.name",
    "person": "p.name", "kind": "s.kind", "act": "s.act", "sense": "s.sense", "negated": "s.negated",
    "addressee": "a.name", "medium": "s.medium", "said_from": "CASE WHEN s.dated = 1 THEN s.day_from END",
    "said_to": "CASE WHEN s.dated = 1 THEN s.day_to END",
    "confidence": "s.confidence", "copied": "s.copied", "rejected": "s.rejected",
}  # fmt: skip
COLUMNS = tuple(_COLUMNS)
"""The columns of the table, in order."""
_DAYS = ("published_on", "said_from", "said_to")
_TRUTHS = ("negated", "copied", "rejected")
_WHOLE = ("version", "start", "end")
_AT_ONCE = 20_000


def arrow(base: Base) -> pa.Table:
    """All statements, one a row, days as dates, what is not known as null.

    Raises:
        StoreError: when pyarrow is not installed.
    """
    library = _library("pyarrow")
    batches = list(_batches(base, library))
    return library.Table.from_batches(batches, schema=_schema(library))


def frame(base: Base, kind: Literal["pandas", "polars"]) -> Any:  # noqa: ANN401 - the library's own type
    """All statements as a data frame of pandas or polars.

    Raises:
        StoreError: when pyarrow or that library is not installed.
    """
    library, table = _library(kind), arrow(base)
    return library.from_arrow(table) if kind == "polars" else table.to_pandas()


def write_parquet(base: Base, path: str) -> None:
    """Write all statements to a Parquet file, whole or not at all, a batch at a time.

    Raises:
        StoreError: when pyarrow is not installed.
        OSError: when the file cannot be written.
    """
    library, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    place = Path(path)
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with parquet.ParquetWriter(str(beside), _schema(library)) as writer:
            for batch in _batches(base, library):
                writer.write_batch(batch)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _batches(base: Base, library: Any) -> Any:  # noqa: ANN401 - pyarrow's own types
    sql = (f"SELECT s.number, {', '.join(_COLUMNS.values())} FROM statements s "
           "JOIN documents d ON d.number = s.document LEFT JOIN names n ON n.number = s.speaker "
           "LEFT JOIN names p ON p.number = coalesce(n.person, n.number) "
           "LEFT JOIN names a ON a.number = s.addressee "
           "WHERE s.number > ? ORDER BY s.number LIMIT ?")  # fmt: skip
    last, schema = 0, _schema(library)
    while rows := base.rows(sql, (last, _AT_ONCE)):
        last = rows[-1][0]
        columns = dict(zip(COLUMNS, list(zip(*rows, strict=True))[1:], strict=True))
        yield library.RecordBatch.from_pydict(
            {name: _typed(name, of) for name, of in columns.items()}, schema=schema
        )


def _typed(name: str, values: tuple[Any, ...]) -> list[Any]:
    from datetime import date  # noqa: PLC0415 - beside its only use

    if name in _DAYS:
        return [None if value is None else date.fromisoformat(value) for value in values]
    return [None if value is None else bool(value) for value in values] if name in _TRUTHS else list(values)


def _schema(library: Any) -> Any:  # noqa: ANN401 - pyarrow's own types
    def type_of(name: str) -> Any:  # noqa: ANN401
        if name in _DAYS:
            return library.date32()
        if name in _TRUTHS:
            return library.bool_()
        if name in _WHOLE:
            return library.int64()
        return library.float64() if name == "confidence" else library.string()

    return library.schema([(name, type_of(name)) for name in COLUMNS])


def _library(name: str) -> Any:  # noqa: ANN401 - a module
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise StoreError(f"this needs {package}; install it with: pip install {package}") from None
