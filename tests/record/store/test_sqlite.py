"""Files that are no record, or cannot be used as one: one clear line each, and nothing changed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from tests.record.store.made import full, report

from onrecord.errors import StoreError
from onrecord.record.store import sqlite
from onrecord.record.store.migrating import migrations
from onrecord.record.store.store import Store
from onrecord.types import Failure


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A record with one document, closed."""
    path = tmp_path / "record.db"
    with Store.open(path, writes=True) as store:
        store.writer().add(full())
    return path


def refused(path: Path | str, *, writes: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path, writes=writes)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("writes", [True, False])
def test_what_is_no_record_is_said_and_left_alone(tmp_path: Path, writes: bool) -> None:  # noqa: FBT001
    text, foreign = tmp_path / "a.txt", tmp_path / "other.db"
    text.write_text("a report, and no database, of more than a hundred characters. " * 3)
    with sqlite3.connect(foreign) as link:
        link.execute("CREATE TABLE theirs (x)")
    link.close()
    before = text.read_bytes(), foreign.read_bytes()
    assert "is not a database" in refused(text, writes=writes)
    assert "another program's database" in refused(foreign, writes=writes)
    assert "cannot be opened" in refused(tmp_path, writes=writes)
    assert (text.read_bytes(), foreign.read_bytes()) == before


def test_a_record_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    assert "onrecord add" in refused(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    assert "cannot be opened" in refused(tmp_path / "no folder" / "none.db", writes=True)


def test_an_empty_file_becomes_a_record_only_by_writing(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert "holds no record yet" in refused(tmp_path / "empty.db")
    with Store.open(tmp_path / "empty.db", writes=True) as store:
        assert store.writer().add(full()) == "new"


@pytest.mark.parametrize("writes", [True, False])
def test_a_record_of_a_newer_onrecord_is_refused(kept: Path, writes: bool) -> None:  # noqa: FBT001
    with sqlite3.connect(kept) as link:
        link.execute("INSERT INTO migrations VALUES (9999, 'future', '2099-01-01')")
    link.close()
    assert "newer onrecord" in refused(kept, writes=writes)


@pytest.mark.parametrize("size", [50, 5000, 40_000])
def test_a_cut_file_is_said_to_be_damaged(kept: Path, size: int) -> None:
    os.truncate(kept, size)
    assert "damaged" in refused(kept)
    assert "damaged" in refused(kept, writes=True)


def test_damage_inside_is_found_by_the_checks(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    place = content.index(b"to mend the pier by June")
    content[place : place + 7] = b"to burn"
    kept.write_bytes(content)
    from onrecord.record.store import checks

    with Store.open(kept, writes=True) as store:
        assert any("pier.txt" in fault or "index" in fault for fault in checks.faults(store.base))


def test_a_record_that_another_program_writes_is_waited_for_then_refused(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT", 0.1)
    with Store.open(kept, writes=True) as one, Store.open(kept, writes=True) as two:
        with one.base.transaction():
            one.base.run("DELETE FROM failures")
            with pytest.raises(StoreError, match="being written by another program"):
                two.writer().add(report("b", ("Maya Ortega", "No")))
            assert two.status().documents == 1, "reading goes on"
        assert two.writer().add(report("b", ("Maya Ortega", "No"))) == "new"


def test_a_full_disk_leaves_what_was_there(kept: Path) -> None:
    with Store.open(kept, writes=True) as store:
        pages = store.base.rows("PRAGMA page_count")[0][0]
        store.base.rows(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match="disk is full"):
            store.writer().add(
                report("b", *[("Maya Ortega", f"Word {n} of a long report") for n in range(2000)])
            )
    with Store.open(kept) as store:
        assert [record.document.id for record in store.records()] == ["pier.txt"]


def test_a_file_that_may_not_be_written_can_be_read(kept: Path) -> None:
    kept.chmod(0o400)
    kept.parent.chmod(0o500)
    try:
        with Store.open(kept) as store:
            assert store.status().documents == 1
            with pytest.raises(StoreError, match="may not be written"):
                store.writer().fail(Failure("x", "open", "y", "z"))
    finally:
        kept.parent.chmod(0o700)


def test_the_file_says_whose_it_is(kept: Path) -> None:
    with sqlite3.connect(kept) as link:
        assert link.execute("PRAGMA application_id").fetchone() == (0x4F4E5243,)
        last = migrations("sqlite")[-1][0]
        assert link.execute("PRAGMA user_version").fetchone() == (last,)
        assert link.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    link.close()
