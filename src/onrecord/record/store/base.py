"""What the store needs of a database: plain SQL, transactions, and the few words in which dialects differ.

Statements are written once, with ``?`` for parameters, in the SQL that SQLite 3.35 and PostgreSQL 15 share.
The rest (full text, new numbers, opening) is one class per dialect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol, TypeVar

from onrecord.record.store.words import Term

Row = tuple[Any, ...]
Value = TypeVar("Value")


class Base(Protocol):
    """An open database."""

    dialect: Literal["sqlite", "postgres"]
    name: str
    """What people call it: a path, or an address without its password."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows that ``sql`` gives.

        Raises:
            StoreError: when the database refuses, with the reason in one line.
        """
        ...

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Do ``sql`` and say how many rows it touched; raises as :meth:`rows`."""
        ...

    def many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Do ``sql`` once for each of ``parameters``; raises as :meth:`rows`."""
        ...

    def script(self, sql: str) -> None:
        """Do several statements, inside the transaction that is open; raises as :meth:`rows`."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; one inside another is part of it. Raises as :meth:`rows`."""
        ...

    def numbers(self, table: str, count: int) -> list[int]:
        """``count`` numbers for new rows of ``table`` that were never used; inside a transaction."""
        ...

    def matching(
        self, table: str, terms: Sequence[Term], *, any_of: bool = False, ranked: bool = True
    ) -> tuple[str, list[object]]:
        """SQL that gives ``number`` and ``rank`` (the lower the nearer) of the rows that match, and its
        parameters.

        Args:
            table: ``statements``, ``documents`` or ``positions``.
            terms: what to look for; at least one.
            any_of: one of them is enough.
            ranked: without it, ``number`` alone.
        """
        ...

    def highlighted(self, terms: Sequence[Term], numbers: Sequence[int]) -> dict[int, str]:
        r"""The contents of statements with ``\x01`` and ``\x02`` around the words that match."""
        ...

    def unsound(self) -> list[str]:
        """What is wrong with the file and its indexes, a line each; empty where nothing is."""
        ...

    def unchecked(self) -> list[str]:
        """What :meth:`unsound` could not look at, a line each."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def one(base: Base, sql: str, parameters: Sequence[object] = ()) -> Row | None:
    """The first row that ``sql`` gives, or None."""
    found = base.rows(sql, parameters)
    return found[0] if found else None


def marks(values: Sequence[object]) -> str:
    """``?, ?, ?``: a place for each of ``values``."""
    return ", ".join("?" * len(values))


def parts(values: Sequence[Value], size: int = 500) -> Iterator[Sequence[Value]]:
    """``values``, some at a time: how many parameters one statement takes is bounded."""
    for first in range(0, len(values), size):
        yield values[first : first + size]
