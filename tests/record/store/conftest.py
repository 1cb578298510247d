"""Stores of both kinds for the contract: SQLite in a file, PostgreSQL in a cluster made for the run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from onrecord.compare.shingles import shingles
from onrecord.record.store.store import Store

_NAMED = os.environ.get("ONRECORD_POSTGRES")  # a folder of programs to test with instead of the system's
_HOMES = (
    *([Path(_NAMED)] if _NAMED else []),
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    None,
)


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that lives as long as the test run."""

    folder: Path

    def address(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"


def _program(name: str) -> str | None:
    places = [str(home / name) for home in _HOMES if home and (home / name).exists()]
    return places[0] if places else shutil.which(name)


def _as_postgres(*command: str) -> None:
    """``initdb`` refuses root: it runs as the user postgres where the tests run as root."""
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*before, *command], check=True, capture_output=True, cwd="/tmp")  # noqa: S108 - readable to all


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    initdb, control = _program("initdb"), _program("pg_ctl")
    if initdb is None or control is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    if os.geteuid() == 0:
        try:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        except KeyError:
            pytest.skip("PostgreSQL has no user of its own to run as")
    data = str(folder / "data")
    options = (
        f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off"
    )
    try:
        _as_postgres(initdb, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "-N", "-D", data)
        _as_postgres(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield Server(folder)
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            _as_postgres(control, "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def databases(server: Server) -> Callable[[], str]:
    """Makes a database and gives its address."""
    import psycopg

    numbers = count(1)

    def make() -> str:
        name = f"record{next(numbers)}"
        with psycopg.connect(server.address("postgres"), autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}")
        return server.address(name)

    return make


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record is still to be made, in either kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    return str(request.getfixturevalue("databases")())


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty record, open for writing."""
    with Store.open(address, writes=True, shingles=shingles, copies=SameWords()) as opened:
        yield opened


class SameWords:
    """Copies for the tests of the store: texts with the same first word share a band, and most words make a
    copy.
    """

    def bands(self, text: str) -> list[int]:
        return [sum(map(ord, text.split(maxsplit=1)[0])) << 32]

    def same(self, text: str, other: str) -> bool:
        one, two = set(text.split()), set(other.split())
        return len(one & two) / len(one | two) > 0.7
