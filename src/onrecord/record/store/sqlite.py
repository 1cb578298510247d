"""SQLite of the standard library: one file, write-ahead log, FTS5."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from onrecord.errors import StoreError
from onrecord.record.store.base import Row, marks
from onrecord.record.store.words import Term

APPLICATION = 0x4F4E5243
"""``application_id`` of the file: "ONRC"."""
WAIT = 5.0  # seconds to wait for another program's write

_SETTINGS = ("foreign_keys = ON", "temp_store = MEMORY", "cache_size = -65536", "mmap_size = 268435456")
_DAMAGED = "is damaged; restore it from a backup, or add its reports to another --record"
_TOKENS = "porter unicode61 remove_diacritics 2"
"""The tokenizer of the full-text indexes, as the migrations have it."""
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


class Sqlite:
    """A record in one file."""

    dialect: Literal["sqlite", "postgres"] = "sqlite"

    def __init__(self, path: Path, *, writes: bool) -> None:
        """Open the file at ``path``; it is made where ``writes`` and there is none.

        Raises:
            StoreError: when it cannot be opened, is damaged, or is no record.
        """
        self.name = str(path)
        self._depth = 0
        _examine(path, writes=writes)
        with self._explained():
            self._link = _linked(path, writes=writes)
        try:
            self._set_up(writes=writes)
        except BaseException:
            self._link.close()
            raise

    def _set_up(self, *, writes: bool) -> None:
        with self._explained():
            for setting in _SETTINGS:
                self._link.execute(f"PRAGMA {setting}")
            whose = self._link.execute("PRAGMA application_id").fetchone()[0]
            empty = not self._link.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if whose != APPLICATION and not (whose == 0 and empty):
            raise StoreError(f"{self.name}: is another program's database; name another file with --record")
        if writes:
            with self._explained():
                self._log_ahead(time.monotonic() + WAIT)
            self.rows("PRAGMA synchronous = NORMAL")

    def _log_ahead(self, until: float) -> None:
        """Use a write-ahead log; here SQLite does not by itself wait for another that does the same."""
        while True:
            try:
                self._link.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.02)
            else:
                return

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows that ``sql`` gives."""
        with self._explained():
            return self._link.execute(sql, parameters).fetchall()

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Do ``sql`` and say how many rows it touched."""
        with self._explained():
            return self._link.execute(sql, parameters).rowcount

    def many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Do ``sql`` once for each of ``parameters``."""
        with self._explained():
            self._link.executemany(sql, parameters)

    def script(self, sql: str) -> None:
        """Do several statements; ``executescript`` would end the transaction."""
        for statement in _statements(sql):
            self.run(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; one inside another is part of it."""
        if self._depth:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._link.in_transaction:
                self._link.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    def numbers(self, table: str, count: int) -> list[int]:
        """Numbers that were never used: those after the highest that ``sqlite_sequence`` remembers."""
        found = self.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        last = found[0][0] if found else 0
        return list(range(last + 1, last + 1 + count))

    def matching(
        self, table: str, terms: Sequence[Term], *, any_of: bool = False, ranked: bool = True
    ) -> tuple[str, list[object]]:
        """An FTS5 query: each word in quotation marks of its own, so that none is syntax."""
        words = f"{table.removesuffix('s')}_words"
        asked = (" OR " if any_of else " AND ").join(map(_quoted, terms))
        columns = "rowid AS number, rank" if ranked else "rowid AS number"
        sql = f"SELECT {columns} FROM {words} WHERE {words} MATCH ?"
        return sql, [asked]

    def highlighted(self, terms: Sequence[Term], numbers: Sequence[int]) -> dict[int, str]:
        """FTS5's own ``highlight``, which knows what the tokenizer made of each word.

        The contents are put into a table of their own for it, in memory: to ask the index of all statements
        about a few takes as long as there are words with a beginning that was asked for, once for each.
        """
        self.run(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5 (content, tokenize = '{_TOKENS}')"
        )
        self.run("DELETE FROM temp.shown")
        self.run("INSERT INTO temp.shown (rowid, content) SELECT number, content FROM statements "
                 f"WHERE number IN ({marks(numbers)})", numbers)  # fmt: skip
        sql = "SELECT rowid, highlight(shown, 0, char(1), char(2)) FROM temp.shown WHERE shown MATCH ?"
        return dict(self.rows(sql, (" OR ".join(map(_quoted, terms)),)))

    def unsound(self) -> list[str]:
        """What SQLite's own checks say of the file, its foreign keys and its full-text indexes."""
        lines = [str(row[0]) for row in self.rows("PRAGMA quick_check(20)") if row[0] != "ok"]
        lines += [f"{row[0]}: a row points at {row[2]} that is not there" for row in
                  self.rows("PRAGMA foreign_key_check")[:20]]  # fmt: skip
        if not lines and self._may_write():
            lines = [line for words in ("statement_words", "document_words", "position_words")
                     for line in self._unsound_words(words)]  # fmt: skip
        return lines

    def unchecked(self) -> list[str]:
        """The full-text indexes of a file that may not be written: their check counts as writing."""
        return [] if self._may_write() else ["full-text indexes not checked: the file may not be written"]

    def _may_write(self) -> bool:
        try:
            self.run("DELETE FROM failures WHERE 1 = 0")
        except StoreError as error:
            if "readonly" in str(error.__cause__):
                return False
            raise
        return True

    def _unsound_words(self, words: str) -> Iterator[str]:
        try:
            # rank 1: compare with the table that the index is of, too
            self.run(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
        except StoreError:
            yield f"{words}: the full-text index does not fit its table"

    def close(self) -> None:
        """Let go of the file."""
        self._link.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise StoreError(f"{self.name}: {_reason(error)}") from error


def _examine(path: Path, *, writes: bool) -> None:
    """Look at the file before SQLite does.

    Raises:
        StoreError: when it is not there, no database, or shorter than its header says.
    """
    try:
        with path.open("rb") as file:
            head, size = file.read(_HEADER), os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        if not writes:
            raise StoreError(f"{path}: there is no record here; make one with: onrecord add") from None
        return
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened ({error.strerror}); name another with --record") from None
    if head and not head.startswith(_MAGIC):
        raise StoreError(f"{path}: is not a database; name another file with --record")
    if head:
        _not_cut(path, head, size)


def _not_cut(path: Path, head: bytes, size: int) -> None:
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    counted = head[24:28] == head[92:96]  # else the page count is not to be trusted (file format, 1.3.8)
    log = Path(f"{path}-wal")
    written = log.exists() and log.stat().st_size > 0  # being put into the file, perhaps
    if len(head) < _HEADER or (counted and not written and size < pages * (65536 if page == 1 else page)):
        raise StoreError(f"{path}: is damaged: a part of the file is missing; restore it from a backup")


def _linked(path: Path, *, writes: bool) -> sqlite3.Connection:
    if writes:
        return sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    address = path.resolve().as_uri() + "?mode=ro"
    # In a folder that may not be written there can be no log beside the file, so nobody else writes it
    # either.
    still = not os.access(path.resolve().parent, os.W_OK) and not Path(f"{path}-wal").exists()
    address += "&immutable=1" if still else ""
    return sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)


def _statements(sql: str) -> Iterator[str]:
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def _quoted(term: Term) -> str:
    # Terms are letters and digits only; the marks are doubled all the same.
    inside = " ".join(term.words).replace('"', '""')
    return f'"{inside}"{" *" if term.prefix else ""}'


def _reason(error: sqlite3.Error) -> str:
    said = str(error)
    known = {
        "locked": "is being written by another program; run again when that has finished",
        "full": "cannot be written, the disk is full; make room and run again",
        "readonly": "may not be written; change its permissions, or name another file with --record",
        "malformed": _DAMAGED,
        "decode to UTF-8": _DAMAGED,
        "not a database": "is not a database; name another file with --record",
        "unable to open": "cannot be opened; check that its folder is there and may be written",
        "disk I/O": "cannot be read or written (disk I/O error); make room, or check the disk",
    }
    return next((line for sign, line in known.items() if sign in said), f"the database refused ({said})")
