"""Numbered SQL files, each applied once, in one transaction with its note in the table ``migrations``."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files

from onrecord.errors import StoreError
from onrecord.record.store.base import Base

_LEDGER = (
    "CREATE TABLE IF NOT EXISTS migrations "
    "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, made_at TEXT NOT NULL)"
)


def migrations(dialect: str) -> list[tuple[int, str, str]]:
    """Number, name and SQL of each migration of ``dialect``, in order."""
    folder = files("onrecord.record.store").joinpath("migrations", dialect)
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [
        (int(name[:4]), name.removesuffix(".sql"), folder.joinpath(name).read_text("utf-8")) for name in found
    ]


def migrate(base: Base, *, stamp: str = "") -> None:
    """Apply what is not applied yet.

    Args:
        base: the database; another program may be at the same at the same time.
        stamp: SQL that marks the file as ours, with ``{number}`` for the last migration's.

    Raises:
        StoreError: when the database was made by a newer onrecord, or refuses.
    """
    known = migrations(base.dialect)
    if applied(base) >= known[-1][0]:
        refuse_newer(base)
        return
    with base.transaction():
        base.script(_LEDGER)
        done = applied(base)
        for number, name, sql in known:
            if number > done:
                base.script(sql)
                now = datetime.now(UTC).isoformat(timespec="seconds")
                base.run("INSERT INTO migrations VALUES (?, ?, ?)", (number, name, now))
        if stamp:
            base.script(stamp.format(number=known[-1][0]))


def applied(base: Base) -> int:
    """The number of the last migration that was applied, 0 for none."""
    where = {
        "sqlite": "SELECT 1 FROM sqlite_master WHERE name = 'migrations'",
        "postgres": "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL",
    }
    if not base.rows(where[base.dialect]):
        return 0
    return int(base.rows("SELECT coalesce(max(number), 0) FROM migrations")[0][0])


def refuse_newer(base: Base) -> None:
    """Stop where the database has migrations that this version does not know, or where it has none.

    Raises:
        StoreError: in either case.
    """
    done, known = applied(base), migrations(base.dialect)[-1][0]
    if done > known:
        raise StoreError(
            f"{base.name}: was made by a newer onrecord (its form {done}, ours {known}); upgrade"
        )
    if done < known:
        reason = "holds no record yet" if not done else f"is in an older form ({done}, ours {known})"
        raise StoreError(f"{base.name}: {reason}; onrecord add brings it up to date")
