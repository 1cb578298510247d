"""What altered quotations are looked for with: the store, plain FTS5, and rapidfuzz over all rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.record.store.store import Store

Finder = Callable[[str], list[str]]
"""Words in, ids of statements out, the nearest first, ten at most."""
_RANKED = "SELECT id FROM said WHERE said MATCH ? ORDER BY rank LIMIT 10"
_ANY = "SELECT id FROM said WHERE said MATCH ? LIMIT 10"


def finders(store: Store) -> dict[str, Finder]:
    """The contestants by name, all with the statements of ``store``."""
    from rapidfuzz import fuzz, process

    rows: dict[str, str] = dict(store.base.rows("SELECT id, content FROM statements"))
    view, plain = store.view(), _plain(rows)
    return {
        "onrecord": lambda words: [one.statement.id for one in view.near(words, limit=10)],
        "FTS5": lambda words: _matching(plain, _RANKED, " OR ".join(_quoted(words))),
        "FTS5, all words": lambda words: _matching(plain, _ANY, " ".join(_quoted(words))),
        "rapidfuzz": lambda words: [
            one[2] for one in process.extract(words, rows, scorer=fuzz.partial_ratio, limit=10)
        ],
    }


def _plain(rows: dict[str, str]) -> sqlite3.Connection:
    plain = sqlite3.connect(":memory:")
    plain.execute(
        "CREATE VIRTUAL TABLE said USING fts5 (id UNINDEXED, content, tokenize = 'porter unicode61')"
    )
    plain.executemany("INSERT INTO said VALUES (?, ?)", rows.items())
    return plain


def _quoted(words: str) -> list[str]:
    return [f'"{word}"' for word in words.split()]


def _matching(plain: sqlite3.Connection, sql: str, asked: str) -> list[str]:
    return [row[0] for row in plain.execute(sql, (asked,))]
