"""The table of people as one SQLite file: filled in one transaction, read by name and by office."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from threading import Lock

from onrecord.errors import InputError
from onrecord.gather.people.rows import Row, wrong
from onrecord.text.folding import folded
from onrecord.types import Person, Term

_VERSION = 1
_APPLICATION = 0x6F6E7065  # "onpe": tells this file from any other SQLite database
_SCHEMA = (
    "CREATE TABLE source (file TEXT PRIMARY KEY, digest TEXT NOT NULL, people INTEGER NOT NULL)",
    "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, gender TEXT)",
    """CREATE TABLE alias (person TEXT NOT NULL, file TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
    last TEXT NOT NULL, PRIMARY KEY (person, file, name)) WITHOUT ROWID""",
    """CREATE TABLE term (person TEXT NOT NULL, file TEXT NOT NULL, office TEXT NOT NULL, start TEXT,
    stop TEXT, party TEXT, country TEXT, state TEXT)""",
    "CREATE INDEX alias_key ON alias (key)",
    "CREATE INDEX alias_last ON alias (last)",
    "CREATE INDEX term_person ON term (person)",
    "CREATE INDEX term_office ON term (office, start)",
)


def keep(table: Path, file: str, digest: str, rows: Iterable[Row]) -> int | None:
    """Put the persons of one file into a table, all or none; what the same file gave before is replaced.

    Args:
        table: where the table is, or is to be.
        file: the name that the file is known by.
        digest: of its bytes.
        rows: its persons.

    Returns:
        Number of persons, or None where just this file is in the table already.

    Raises:
        TableError: from ``rows``, or where an id stands for somebody else in another file.
        InputError: when ``table`` is there and is no such table, or cannot be written.
    """
    fresh = not table.exists()
    try:
        with closing(_opened(table, fresh=fresh)) as db, _transaction(db):
            known = db.execute("SELECT digest FROM source WHERE file = ?", (file,)).fetchone()
            count = None if known and known[0] == digest else _put(db, file, digest, rows)
    except BaseException:
        if fresh:
            table.unlink(missing_ok=True)
        raise
    return count


def _opened(table: Path, *, fresh: bool) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(table, isolation_level=None)
        if fresh:
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {_VERSION}")
        _check(db, table)
    except sqlite3.Error as error:
        raise InputError(
            f"{table}: cannot be opened as a table of people ({error}); give another file"
        ) from None
    return db


def _check(db: sqlite3.Connection, table: Path) -> None:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        db.close()
        raise InputError(
            f"{table}: this is no table of people; make one with: onrecord people import FILE --to TABLE"
        )
    if version != _VERSION:
        db.close()
        raise InputError(
            f"{table}: made by another version of onrecord; import its files again into a new table"
        )


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'person'").fetchone():
            for statement in _SCHEMA:
                db.execute(statement)
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _put(db: sqlite3.Connection, file: str, digest: str, rows: Iterable[Row]) -> int:
    for kind in ("alias", "term"):
        db.execute(f"DELETE FROM {kind} WHERE file = ?", (file,))  # noqa: S608 - one of two words of ours
    db.execute("DELETE FROM person WHERE id NOT IN (SELECT person FROM alias)")
    people = set()
    for row in rows:
        _put_person(db, file, row)
        people.add(row.person.id)
    if not people:
        raise wrong(file, "the file", "it has no people", "give one that has")
    db.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", (file, digest, len(people)))
    return len(people)


def _put_person(db: sqlite3.Connection, file: str, row: Row) -> None:
    person = row.person
    keys = {name: folded(name) for name in (person.name, *person.names)}
    added = db.execute(
        "INSERT OR IGNORE INTO person VALUES (?, ?, ?)", (person.id, person.name, person.gender)
    ).rowcount
    if not added:
        (known,) = db.execute("SELECT name FROM person WHERE id = ?", (person.id,)).fetchone()
        if _last(folded(known)) != _last(keys[person.name]):
            reason = f"the id {person.id} is {known} in the table and {person.name} here"
            raise wrong(file, row.place, reason, "give one of the two another id")
    names = [(person.id, file, name, keys[name], _last(keys[name])) for name in person.names]
    db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?, ?)", names)
    terms = [
        (person.id, file, t.office, _iso(t.start), _iso(t.end), t.party, t.country, t.state)
        for t in person.terms
    ]
    db.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)", terms)


def _last(key: str) -> str:
    return key.rpartition(" ")[2]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_BY_NAME = "SELECT DISTINCT person FROM alias WHERE key = ? ORDER BY person LIMIT 200"
_BY_LAST = "SELECT DISTINCT person FROM alias WHERE last = ? ORDER BY person LIMIT 200"


class Table:
    """A table of people, read as it is asked; several threads may ask.

    Args:
        path: the file that ``onrecord people import`` wrote.

    Raises:
        InputError: when it is not there or is no such table.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise InputError(
                f"{path}: no such table of people; make one with: onrecord people import FILE --to {path}"
            )
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro"
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            _check(self._db, path)
        except sqlite3.Error as error:
            raise InputError(
                f"{path}: cannot be read as a table of people ({error}); import it again"
            ) from None
        self._lock = Lock()
        self._known: dict[str, Person] = {}

    def named(self, name: str) -> Sequence[Person]:
        """The persons who go by a full name, or by a surname where ``name`` is one word."""
        key = folded(name)
        return self._people(_BY_NAME if " " in key else _BY_LAST, (key,))

    def holders(self, office: str, day: date) -> Sequence[Person]:
        """The persons who held ``office`` on ``day``, in whichever country."""
        query = (
            "SELECT DISTINCT person FROM term WHERE office = ? AND (start IS NULL OR start <= ?) "
            "AND (stop IS NULL OR stop >= ?) ORDER BY person LIMIT 1000"
        )
        return self._people(query, (office, day.isoformat(), day.isoformat()))

    def _people(self, query: str, values: Sequence[str]) -> list[Person]:
        with self._lock:
            return [self._person(number) for (number,) in self._db.execute(query, values).fetchall()]

    def _person(self, number: str) -> Person:
        if number not in self._known:
            db = self._db
            name, gender = db.execute("SELECT name, gender FROM person WHERE id = ?", (number,)).fetchone()
            names = [
                n for (n,) in db.execute("SELECT name FROM alias WHERE person = ? ORDER BY name", (number,))
            ]
            terms = db.execute(
                "SELECT office, start, stop, party, country, state FROM term WHERE person = ? ORDER BY start",
                (number,),
            )
            held = tuple(Term(o, _date(a), _date(b), p, c, s) for o, a, b, p, c, s in terms)
            self._known[number] = Person(number, name, tuple(names), gender, held)
        return self._known[number]


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
