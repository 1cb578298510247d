"""The command line run in this process and as a real one, with the reader of ``fake_onrecord.py``."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli.main import main

PROGRAM = Path(__file__).with_name("fake_onrecord.py")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command line in this process and say how it ended."""
    tools = runpy.run_path(str(PROGRAM))["tools"]

    def command(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments], tools())
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(int(ended.value.code), out, err)

    return command


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the command line as a process of its own; none outlives the test."""
    opened: list[subprocess.Popen[bytes]] = []

    def begun(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, str(PROGRAM), *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.PIPE}
        opened.append(subprocess.Popen(command, **(pipes | options)))  # type: ignore[call-overload]
        return opened[-1]

    yield begun
    for process in opened:
        if process.poll() is None:
            process.kill()
        with process:  # closes its pipes and waits for it
            pass


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three reports, the second of them broken."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in {"a.txt": "First words\n", "b.txt": "BROKEN\n", "c.txt": "Third words\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
