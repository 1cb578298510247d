"""The whole record out and in again, over both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.record.store.made import full, report

from onrecord.errors import StoreError
from onrecord.record.store import dump, frames, people
from onrecord.record.store.rows import key_of
from onrecord.record.store.store import Store
from onrecord.types import Failure


@pytest.fixture
def filled(store: Store) -> Store:
    """A record with every kind of line."""
    other = report("b", ("Ortega", "I repeat it"), ("John Smith", "So do I"), publisher="The Mail")
    gone = report("c", ("Ben Achebe", "Never mind"), publisher="The Mail")
    for record in (full(), other, gone):
        store.writer().add(record)
    store.writer().fail(Failure("d.txt", "parse", "is broken", "mend it"))
    store.judge(lambda base: people.merge(base, "Ortega", "Maya Ortega", author="kim"))
    store.judge(lambda base: people.split_off(base, "John Smith", key_of(other.document), author="kim"))
    store.review("f0", "correct", author="kim", field="act", value="assertive")
    store.mark(key_of(full().document), "corrected", author="kim", note="a date")
    store.writer().remove(key_of(gone.document))
    return store


def test_what_was_exported_comes_in_without_loss(filled: Store, tmp_path: Path) -> None:
    lines = list(dump.lines(filled.base))
    with Store.open(tmp_path / "other.db", writes=True) as other:
        taken = list(dump.restore(other.writer(), lines))
        assert len(taken) == len(lines) - 1
        assert list(dump.lines(other.base)) == lines
        assert list(other.records()) == list(filled.records())
        assert [p.names for p in other.people()] == [p.names for p in filled.people()]
        assert [h.act for h in other.statements("mend")] == ["assertive"]
        assert list(dump.restore(other.writer(), lines)) == ["failures"], "what is in is left as it is"


def test_a_line_that_is_none_is_named(store: Store) -> None:
    with pytest.raises(StoreError, match="line 1"):
        list(dump.restore(store.writer(), ['{"kind": "documents"}']))
    with pytest.raises(StoreError, match="line 2"):
        list(
            dump.restore(
                store.writer(), ['{"onrecord": 1, "kind": "record"}', '{"kind": "documents", "value": 3}']
            )
        )
    with pytest.raises(StoreError, match="line 1"):
        list(dump.restore(store.writer(), ["not JSON"]))


def test_frames_have_a_row_for_each_statement(filled: Store, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import pyarrow.parquet as pq

    table = filled.arrow()
    assert table.num_rows == len(filled.statements()) == 4
    row = table.filter([id == "f0" for id in table["id"].to_pylist()]).to_pylist()[0]  # noqa: A001
    assert (row["speaker"], row["person"], row["act"], row["negated"]) == (
        "Maya Ortega", "Maya Ortega", "assertive", False,
    )  # fmt: skip
    assert str(row["said_from"]) == "2024-03-18"
    frames.write_parquet(filled.base, str(tmp_path / "all.parquet"))
    assert pq.read_table(tmp_path / "all.parquet").equals(table)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_frames_of_an_empty_record_have_the_columns(store: Store) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert tuple(store.arrow().column_names) == frames.COLUMNS


def test_a_data_frame_holds_every_statement(filled: Store) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = filled.frame("pandas")
    assert list(frame.columns) == list(frames.COLUMNS)
    assert len(frame) == filled.arrow().num_rows > 0
