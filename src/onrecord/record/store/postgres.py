"""PostgreSQL 15 and later, for teams: the same tables, tsvector for full text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, cast

from onrecord.errors import StoreError
from onrecord.record.store.base import Row, marks
from onrecord.record.store.words import Term

if TYPE_CHECKING:
    import psycopg

OLDEST = 150000
_LOCK = 0x4F4E5243
_PASSWORD = re.compile(r"(?<=://)([^:/@]*):[^@]*@")


class Postgres:
    """A record in a PostgreSQL database."""

    dialect: Literal["sqlite", "postgres"] = "postgres"

    def __init__(self, address: str, *, writes: bool) -> None:
        """Connect to ``address``, ``postgresql://...``.

        Raises:
            StoreError: when psycopg is not installed, or the server does not answer or is too old.
        """
        self.name = _PASSWORD.sub(r"\1:***@", address)
        self._depth = 0
        self._psycopg = _driver()
        with self._explained():
            self._link: psycopg.Connection[Row] = self._psycopg.connect(address, autocommit=True)
        if self._link.info.server_version < OLDEST:
            version = self._link.info.server_version // 10000
            self._link.close()
            raise StoreError(f"{self.name}: is PostgreSQL {version}; onrecord needs 15 or later")
        if not writes:
            self.run("SET default_transaction_read_only = on")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows that ``sql`` gives."""
        with self._explained():
            return self._link.execute(_ours(sql), parameters or None).fetchall()

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Do ``sql`` and say how many rows it touched."""
        with self._explained():
            return self._link.execute(_ours(sql), parameters or None).rowcount

    def many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Do ``sql`` once for each of ``parameters``, in one round trip."""
        rows = list(parameters)
        if rows:
            with self._explained(), self._link.cursor() as cursor:
                cursor.executemany(_ours(sql), rows)

    def script(self, sql: str) -> None:
        """Do several statements."""
        with self._explained():
            self._link.execute(sql)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, one writer at a time as in SQLite; readers never wait."""
        if self._depth:
            yield
            return
        self._depth = 1
        try:
            with self._explained(), self._link.transaction():
                self._link.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                yield
        finally:
            self._depth = 0

    def numbers(self, table: str, count: int) -> list[int]:
        """The next numbers of the table's sequence."""
        sql = "SELECT nextval(pg_get_serial_sequence(?, 'number')) FROM generate_series(1, ?)"
        return [row[0] for row in self.rows(sql, (table, count))]

    def matching(
        self, table: str, terms: Sequence[Term], *, any_of: bool = False, ranked: bool = True
    ) -> tuple[str, list[object]]:
        """A tsquery put together from its parts by the server, so that no word is syntax."""
        asked, parameters = _asked(terms, any_of=any_of)
        columns = "number, -ts_rank_cd(words, asked, 1) AS rank" if ranked else "number"
        sql = f"SELECT {columns} FROM {table}, (SELECT {asked} AS asked) AS question WHERE words @@ asked"
        return sql, parameters

    def highlighted(self, terms: Sequence[Term], numbers: Sequence[int]) -> dict[int, str]:
        """``ts_headline`` over the whole content."""
        asked, parameters = _asked(terms, any_of=True)
        how = "HighlightAll=true, StartSel=\x01, StopSel=\x02"
        sql = (f"SELECT number, ts_headline('onrecord', content, {asked}, ?) FROM statements "
               f"WHERE number IN ({marks(numbers)})")  # fmt: skip
        return dict(self.rows(sql, (*parameters, how, *numbers)))

    def unsound(self) -> list[str]:
        """Nothing: a server checks its own files."""
        return []

    def unchecked(self) -> list[str]:
        """Nothing, as for :meth:`unsound`."""
        return []

    def close(self) -> None:
        """Let go of the connection."""
        self._link.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.Error as error:
            raise StoreError(f"{self.name}: {_reason(error)}") from error


def _driver() -> Any:  # noqa: ANN401 - the module
    try:
        import psycopg  # noqa: PLC0415 - an extra, and only for those who use it
    except ImportError:
        raise StoreError(
            "PostgreSQL needs psycopg; install it with: pip install 'onrecord[postgres]'"
        ) from None
    return psycopg


def _ours(sql: str) -> Any:  # noqa: ANN401 - psycopg wants literal strings, and these are put together
    return cast("Any", sql.replace("?", "%s"))


def _asked(terms: Sequence[Term], *, any_of: bool) -> tuple[str, list[object]]:
    parts, parameters = [], list[object]()
    for term in terms:
        parts.append("to_tsquery('onrecord', ?)" if term.prefix else "phraseto_tsquery('onrecord', ?)")
        parameters.append(_beginning(term) if term.prefix else " ".join(term.words))
    return (" || " if any_of else " && ").join(parts), parameters


def _beginning(term: Term) -> str:
    return " <-> ".join([f"'{word}'" for word in term.words[:-1]] + [f"'{term.words[-1]}':*"])


def _reason(error: psycopg.Error) -> str:
    said = " ".join(str(error).split())
    known = {
        "NUL": "PostgreSQL cannot keep a text with a NUL character",
        "No space left": "cannot be written, the server's disk is full; make room and run again",
        "read-only transaction": "may not be written by this user",
        "permission denied": "may not be used by this user; ask for the right to create tables",
        "password authentication failed": "did not accept the password",
    }
    line = next((line for sign, line in known.items() if sign in said), None)
    return line or f"PostgreSQL refused ({said[:200]})"
