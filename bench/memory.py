"""Peak memory of ``onrecord read`` for one report and for one very long text.

    python bench/memory.py [--megabytes 20] [--format json]

The long text is the sample report repeated. Peak resident memory is what the system counted for the process
(``ru_maxrss``), the interpreter, the libraries and the model included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sample import COMMAND, REPORT, say, write_long

BARS = {"one report": 400, "long text": 800}  # MB


def peak(path: Path, form: str) -> tuple[float, float]:
    """Peak resident memory in MB (1e6 bytes) and seconds of reading ``path``."""
    began = time.perf_counter()
    process = subprocess.Popen([COMMAND, "read", "--format", form, path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: onrecord read ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return usage.ru_maxrss * unit / 1e6, time.perf_counter() - began


def main() -> None:
    """Measure both, print, and fail where one is over its bar."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=float, default=20.0, help="length of the long text")
    options.add_argument("--format", default="json", help="output format of the reading")
    arguments = options.parse_args()
    over = []
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.txt"
        write_long(long, arguments.megabytes)
        for name, path in (("one report", REPORT), ("long text", long)):
            memory, seconds = peak(path, arguments.format)
            size = path.stat().st_size / 1e6
            say(f"{name} ({size:.3f} MB): peak {memory:.0f} MB in {seconds:.1f} s (bar {BARS[name]} MB)")
            over += [name] if memory > BARS[name] else []
    if over:
        raise SystemExit(f"bench: over the bar: {', '.join(over)}")


if __name__ == "__main__":
    main()
