"""From what ``--record`` names to an open store."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.store.base import Base
from onrecord.record.store.migrating import migrate, refuse_newer
from onrecord.record.store.sqlite import APPLICATION, Sqlite

DEFAULT = "record.db"
_SERVERS = ("postgresql://", "postgres://")
_STAMP = f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {{number}};"


def opened(record: str | Path, *, writes: bool) -> Base:
    """Open a record.

    Args:
        record: a path, or ``postgresql://...``.
        writes: make it where there is none, bring its form up to date, and allow changes.

    Raises:
        StoreError: when it cannot be opened, is none, or is of another version.
    """
    named = str(record)
    if named.startswith(_SERVERS):
        return _ready(_postgres(named, writes=writes), writes=writes, stamp="")
    return _ready(Sqlite(Path(named), writes=writes), writes=writes, stamp=_STAMP)


def _postgres(address: str, *, writes: bool) -> Base:
    from onrecord.record.store.postgres import Postgres  # noqa: PLC0415 - SQLite does without

    return Postgres(address, writes=writes)


def _ready(base: Base, *, writes: bool, stamp: str) -> Base:
    try:
        if writes:
            migrate(base, stamp=stamp)
        else:
            refuse_newer(base)
    except BaseException:
        base.close()
        raise
    return base
