"""The reference of the store names every table and column that there is."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.store.packing import SHORT
from onrecord.record.store.store import Store


def test_every_table_and_column_is_documented(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "reference" / "store.md").read_text(encoding="utf-8")
    with Store.open(tmp_path / "record.db", writes=True) as store:
        tables = [row[0] for row in store.base.rows(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
            "AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'")]  # fmt: skip
        columns = {
            row[1] for table in tables if not table.endswith("_words")
            for row in store.base.rows(f"PRAGMA table_info({table})")
        }  # fmt: skip
    said = set(page.replace("`", " ").replace(",", " ").replace("(", " ").replace(")", " ").split())
    assert len(tables) > 10
    assert [name for name in {*tables, *columns} if name not in said and f"{name};" not in page] == []


def test_every_short_name_is_documented(root: Path) -> None:
    page = (root / "docs" / "reference" / "store.md").read_text(encoding="utf-8").replace("\n", " ")
    assert [name for name, short in SHORT.items() if f"`{short}` {name}" not in page] == []
