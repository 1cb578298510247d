"""The command line as a process: interrupts, pipes, terminals, locales, and a cold start."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., subprocess.Popen[bytes]]


def written_in(folder: Path, deadline: float = 20.0) -> list[str]:
    """The hidden files of ``folder``, once there is one."""
    until = time.monotonic() + deadline
    while time.monotonic() < until:
        if hidden := [path.name for path in folder.iterdir() if path.name.startswith(".")]:
            return hidden
        time.sleep(0.02)
    raise AssertionError("no output was begun")


def test_an_interrupt_leaves_no_half_written_file(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words", encoding="utf-8")
    (tmp_path / "b.txt").write_text("SLOW", encoding="utf-8")
    process = start("read", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out.txt")
    written_in(tmp_path)
    time.sleep(0.3)  # into the slow document
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"interrupted" in err
    assert b"Traceback" not in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_closed_pipe_ends_the_run_quietly(start: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 200_000, encoding="utf-8")
    process = start("read", tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == b"long.txt\n"
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=20) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        process = start("read", tmp_path / "a.txt", stdout=full)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 4
    assert err.startswith(b"onrecord: the output cannot be written (No space left on device)")
    assert err.count(b"\n") == 1


def test_standard_input_is_read(start: Start) -> None:
    out, _ = start("read", "-", "--format", "json").communicate("“Yes,” they said".encode(), timeout=20)
    assert json.loads(out)["document"]["text"] == "“Yes,” they said"


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
                                    {"PYTHONIOENCODING": "ascii"}, {}])  # fmt: skip
def test_output_is_utf8_in_any_locale(start: Start, locale: dict[str, str]) -> None:
    process = start("read", "-", env=os.environ | locale)
    out, err = process.communicate("“Yes” 🌉".encode(), timeout=20)
    assert (process.returncode, err) == (0, b"")
    assert "“Yes” 🌉".encode() in out


def in_a_terminal(start: Start, *arguments: str | Path, streams: tuple[str, ...], **env: str) -> bytes:
    """What the command shows on a terminal that ``streams`` are connected to."""
    ours, theirs = pty.openpty()
    options = dict.fromkeys(streams, theirs)
    process = start(*arguments, **options, env=os.environ | {"TERM": "xterm", "COLUMNS": "60"} | env)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while part := os.read(ours, 4096):
            shown += part
    os.close(ours)
    process.communicate(timeout=20)
    return shown


def test_a_terminal_gets_colours_unless_it_says_no(start: Start, reports: Path) -> None:
    env = {"NO_COLOR": ""}
    assert b"\x1b[1ma.txt" in in_a_terminal(start, "read", reports, streams=("stdout",), **env)
    assert b"\x1b" not in in_a_terminal(start, "read", reports, streams=("stdout",), NO_COLOR="1")
    assert b"\x1b" not in in_a_terminal(start, "read", reports, streams=("stdout",), **env | {"TERM": "dumb"})


def test_a_terminal_sees_how_far_it_is_and_what_failed(start: Start, reports: Path) -> None:
    shown = in_a_terminal(start, "read", reports, "-o", reports.parent / "out.txt", streams=("stderr",))
    assert b"reading" in shown
    assert b"failed: b.txt: is broken; mend it" in shown
    assert (reports.parent / "out.txt").is_file()


def test_quiet_shows_no_progress(start: Start, reports: Path) -> None:
    shown = in_a_terminal(start, "read", reports, "-q", "-o", reports.parent / "out.txt", streams=("stderr",))
    assert shown.startswith(b"failed: b.txt")


def test_reading_one_file_imports_nothing_that_it_does_not_need() -> None:
    """The cold start's share of the command line: no rich, no HTML, no evaluation."""
    program = (
        "import sys, onrecord.cli.main, onrecord.cli.read, onrecord.show.terminal;"
        "late = ('rich', 'numpy', 'onnxruntime', 'html', 'csv', 'json', 'onrecord.evaluate');"
        "print([name for name in late if name in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
