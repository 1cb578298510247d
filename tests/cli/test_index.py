"""``onrecord index`` and what it makes of ``onrecord search``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.record.store.made import report

from onrecord.flow.keeping import open_store

Run = Callable[..., Any]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one document."""
    path = tmp_path / "record.db"
    said = ("Maya Ortega", "Taxes will fall for the rich"), ("Ben Achebe", "The bridge is shut")
    with open_store(path, writes=True) as store:
        store.writer().add(report("a.txt", *said))
    return path


def test_search_by_meaning_after_an_index(run: Run, record: Path) -> None:
    done = run("search", "levies on the wealthy", "--record", record)
    assert (done.code, done.out) == (0, "")
    assert (
        done.err == "nothing found\nsearched by words only; to search by meaning too, run: onrecord index\n"
    )
    done = run("index", "--record", record)
    assert (done.code, done.out) == (0, f"{record}: 2 statements put into the index by meaning\n")
    assert run("index", "--record", record).out == f"{record}: 0 statements put into the index by meaning\n"
    found = run("search", "levies on the wealthy", "--record", record).out
    assert found.startswith("1. Maya Ortega · assertive [by meaning]\n")
    (hit,) = json.loads(run("search", "taxes", "--limit", "1", "--format", "json", "--record", record).out)
    assert (hit["by"], hit["nearness"]) == ("words", None)
    assert run("search", '"levies on the wealthy"', "--record", record).out == ""
    assert run("search", "levies on the wealthy", "--by", "words", "--record", record).out == ""


def test_an_index_can_be_dropped(run: Run, record: Path) -> None:
    assert run("index", "--record", record).code == 0
    assert run("index", "--drop", "--record", record).out == f"{record}: the index by meaning is gone\n"
    done = run("search", "levies", "--by", "meaning", "--record", record)
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert "make one with: onrecord index" in done.err


def test_no_record_is_made_for_an_index(run: Run, tmp_path: Path) -> None:
    done = run("index", "--record", tmp_path / "none.db")
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert not (tmp_path / "none.db").exists()


def test_status_tells_of_the_index(run: Run, record: Path) -> None:
    assert "by meaning   no index; make one with: onrecord index\n" in run("status", "--record", record).out
    run("index", "--record", record)
    assert "by meaning   indexed\n" in run("status", "--record", record).out
    with open_store(record, writes=True) as store, store.base.transaction():
        store.base.run("DELETE FROM meanings WHERE statement = 1")
    told = run("status", "--record", record).out
    assert "by meaning   indexed, but for 1 statement; run: onrecord index\n" in told
    assert json.loads(run("status", "--format", "json", "--record", record).out)["unindexed"] == 1
