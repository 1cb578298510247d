"""``onrecord add``: what goes in, what is passed over, and how it ends."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.record.store.made import report

from onrecord.cli.main import main
from onrecord.cli.tools import Tools
from onrecord.flow.keeping import open_store
from onrecord.record.store.checks import faults

Run = Callable[..., Any]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def names(record: Path) -> list[str]:
    with open_store(record) as store:
        return [document.id for document in store.documents()]


def test_what_is_in_is_passed_over_and_failures_are_named(run: Run, reports: Path, record: Path) -> None:
    first = run("add", reports, "--record", record, "--outlet", "The Post", "--published-on", "2024-03-18")
    assert first.code == 1
    assert first.err == "failed: b.txt: is broken; mend it\n"
    assert first.out == f"{record}: 2 documents added with 2 statements; 1 could not be read\n"
    second = run("add", reports, "--record", record, "--outlet", "The Post")
    assert second.out.endswith(
        "0 documents added with 0 statements; 2 in the record already; 1 could not be read\n"
    )
    assert names(record) == ["a.txt", "c.txt"]
    told = run("status", "--record", record)
    assert [line.split() for line in told.out.splitlines()[1:]] == [
        ["documents", "2"], ["statements", "2"], ["speakers", "0"],
        ["published", "2024-03-18", "to", "2024-03-18"],
        ["by", "meaning", "no", "index;", "make", "one", "with:", "onrecord", "index"],
        ["outlets", "2", "The", "Post"],
        ["failures", "1", "is", "broken", "(parse)"],
    ]  # fmt: skip


def test_again_reads_what_is_in(run: Run, reports: Path, record: Path) -> None:
    run("add", reports / "a.txt", "--record", record)
    again = run("add", reports / "a.txt", "--record", record, "--again")
    assert (again.code, again.out) == (0, f"{record}: 0 added and 1 read again, with 1 statement\n")
    assert names(record) == ["a.txt"]


def test_nothing_read_is_code_3_and_quiet_is_quiet(run: Run, reports: Path, record: Path) -> None:
    assert run("add", reports / "b.txt", "--record", record, "-q").code == 3
    assert run("add", reports / "none.txt", "--record", record).code == 3
    done = run("add", reports / "a.txt", "--record", record, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_record_that_is_none_is_code_4_and_one_line(run: Run, reports: Path) -> None:
    before = (reports / "c.txt").read_bytes()
    done = run("add", reports / "a.txt", "--record", reports / "c.txt")
    assert (done.code, done.err.count("\n")) == (4, 1)
    assert "is not a database" in done.err
    assert (reports / "c.txt").read_bytes() == before


def test_interrupted_keeps_what_was_added(
    start: Callable[..., subprocess.Popen[bytes]], reports: Path, record: Path
) -> None:
    (reports / "b.txt").write_text("SLOW\n")
    process = start("add", reports, "--record", record)
    wait_for(record, 1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    told = "interrupted, 1 document added with 1 statement; run the same command again and it goes on where"
    assert err.decode().strip() == f"onrecord: {told} it stopped"
    assert names(record) == ["a.txt"]


def test_names_joined_by_rule_are_told_and_can_be_taken_back(
    run: Run, record: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = [report("a", ("Maya Ortega", "The pier will stand")), report("b", ("Maya J. Ortega", "It will"))]
    tools = Tools(
        open_inputs=lambda *_, **__: iter([one.document for one in made]),
        read_documents=lambda documents, **_: (made[ord(one.id) - ord("a")] for one in documents),
    )
    with pytest.raises(SystemExit):
        main(["add", "made", "--record", str(record)], tools)
    told = "Maya J. Ortega is Maya Ortega, by rule; take it back with: onrecord people undo 'Maya J. Ortega'"
    assert capfd.readouterr().out.splitlines()[1:] == [told]
    assert "2  Maya Ortega (also Maya J. Ortega)" in run("people", "--record", record).out
    assert run("people", "undo", "Maya J. Ortega", "--record", record).code == 0
    assert "1  Maya Ortega ·" in run("people", "--record", record).out


def test_killed_and_run_again_loses_and_doubles_nothing(
    start: Callable[..., subprocess.Popen[bytes]], run: Run, tmp_path: Path, record: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(f"Report {number} and what was said in it\n")
    for wanted in (1, 40, 80):
        process = start("add", folder, "--record", record, "-q")
        wait_for(record, wanted)
        process.kill()
        process.wait(timeout=60)
    assert run("add", folder, "--record", record).code == 0
    assert names(record) == sorted(set(names(record))) == [f"{number:03}.txt" for number in range(150)]
    with open_store(record, writes=True) as store:
        assert list(faults(store.base)) == []


def wait_for(record: Path, documents: int) -> None:
    """Wait until so many documents are in the record."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if len(names(record)) >= documents:
                return
        except Exception as error:  # noqa: BLE001 - not made yet
            assert "no record" in str(error)  # noqa: PT017
        time.sleep(0.01)
    raise AssertionError("nothing was added in a minute")
