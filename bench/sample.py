"""The texts that the benchmarks read: the sample report, repeated where a longer one is needed."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "examples" / "report.txt"
# The command as installed beside this interpreter, which is what a user starts.
COMMAND = Path(sys.executable).with_name("onrecord")


def report() -> str:
    """The sample report, about 3,000 characters."""
    return REPORT.read_text(encoding="utf-8")


def write_long(path: Path, megabytes: float) -> None:
    """Write the sample report over and over until the file has ``megabytes`` (1e6 bytes)."""
    block = (report().strip() + "\n\n").encode()
    with path.open("wb") as file:
        for _ in range(max(1, round(megabytes * 1e6 / len(block)))):
            file.write(block)


def say(line: str) -> None:
    """Print one line at once, also into a pipe."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
