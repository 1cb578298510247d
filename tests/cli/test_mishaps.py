"""A full disk, two writers at once, files and folders that may not be written: one line, nothing lost."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.flow.keeping import open_store
from onrecord.record.store.checks import faults

Run = Callable[..., Any]
Start = Callable[..., subprocess.Popen[bytes]]
_REPORTS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of some kilobytes, no two alike."""
    home = tmp_path / "many"
    home.mkdir()
    for number in range(_REPORTS):
        words = " ".join(f"word{number * 1000 + place}" for place in range(600))
        (home / f"{number:03}.txt").write_text(f"Report {number} and what was said in it\n{words}\n")
    return home


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A file system in memory, mounted with options that later calls change."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options: str) -> Path:
        again = ["-o", f"remount,{options}"] if place.is_mount() else ["-t", "tmpfs", "-o", options, "tmpfs"]
        done = subprocess.run(["mount", *again, str(place)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("nothing can be mounted here")
        return place

    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount")
    yield mount
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def whole(record: Path) -> None:
    """Every report is in, once, and nothing is wrong."""
    with open_store(record, writes=True) as store:
        assert sorted(d.id for d in store.documents()) == [f"{number:03}.txt" for number in range(_REPORTS)]
        assert store.status().statements == _REPORTS
        assert list(faults(store.base)) == []


def refused(done: Any, *reasons: str) -> None:
    assert done.code == 4
    assert done.err.count("\n") == 1
    assert done.err.startswith("onrecord: ")
    assert any(reason in done.err for reason in reasons), done.err


def test_a_full_disk_keeps_what_was_added_and_goes_on_with_room(
    run: Run, folder: Path, disk: Callable[[str], Path]
) -> None:
    record = disk("size=700k") / "record.db"
    refused(run("add", folder, "--record", record), "the disk is full; make room and run again")
    with open_store(record) as store:
        added = store.status().documents
    assert 0 < added < _REPORTS
    disk("size=30m")
    done = run("add", folder, "--record", record)
    assert (done.code, done.err) == (0, "")
    assert f"{added} in the record already" in done.out
    whole(record)


def test_a_file_that_may_grow_no_further_keeps_what_was_added(
    start: Start, run: Run, folder: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record.db"

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))

    process = start("add", folder, "--record", record, preexec_fn=bounded)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.count(b"\n")) == (4, 1)
    assert b"make room" in err
    assert run("add", folder, "--record", record).code == 0
    whole(record)


def test_two_that_add_the_same_at_once_lose_and_double_nothing(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record.db"
    both = [start("add", folder, "--record", record) for _ in range(2)]
    ended = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], ended
    assert [err for _, err in ended] == [b"", b""]
    whole(record)


def test_a_record_that_another_keeps_writing_is_one_line_and_later_goes_on(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "record.db"
    assert run("add", folder / "000.txt", "--record", record).code == 0
    monkeypatch.setattr("onrecord.record.store.sqlite.WAIT", 0.1)
    with open_store(record, writes=True) as other, other.base.transaction():
        refused(run("add", folder, "--record", record), "is being written by another program")
        assert run("status", "--record", record).code == 0, "reading goes on"
    assert run("add", folder, "--record", record).code == 0
    whole(record)


def test_what_may_not_be_written_is_read_and_said(
    run: Run, folder: Path, disk: Callable[[str], Path]
) -> None:
    record = disk("size=30m") / "record.db"
    assert run("add", folder, "--record", record).code == 0
    disk("ro")
    before = record.read_bytes()
    refused(run("add", folder, "--record", record), "may not be written", "may be written")
    refused(run("people", "merge", "a", "b", "--record", record), "may not be written", "may be written")
    assert run("search", "report", "--record", record).out.count("\n   ") == 2 * 20
    assert run("status", "--record", record).code == 0
    done = run("doctor", "--record", record)
    assert (done.code, done.out.splitlines()[-1]) == (0, f"{record}: sound")
    assert "note: full-text indexes not checked" in done.out
    assert record.read_bytes() == before
    disk("rw")
    whole(record)


def test_a_file_that_nobody_may_change_is_said_and_left_alone(run: Run, folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    assert run("add", folder / "000.txt", "--record", record).code == 0
    record.chmod(0o400)
    frozen = os.geteuid() != 0 or not subprocess.run(
        ["chattr", "+i", str(record)], capture_output=True, check=False
    ).returncode  # fmt: skip
    if not frozen:
        pytest.skip("root may write everything here")
    try:
        refused(run("add", folder, "--record", record), "may not be written; change its permissions")
        assert run("status", "--record", record).code == 0
    finally:
        if os.geteuid() == 0:
            subprocess.run(["chattr", "-i", str(record)], check=True)
        record.chmod(0o600)
    assert run("add", folder, "--record", record).code == 0
    whole(record)
