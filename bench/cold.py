"""How long from a cold start to the first output for one report: python bench/cold.py [--limit SECONDS].

Each run is a new process of the installed command. A first run is not counted, so the files are in the
system's page cache: what is measured is the program, not the disk.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import time
from pathlib import Path

from sample import COMMAND, REPORT, report, say

RUNS = 7


def once(path: Path) -> tuple[float, float]:
    """Seconds to the first byte of output, and to the end, of ``onrecord read``."""
    began = time.perf_counter()
    with subprocess.Popen([COMMAND, "read", path], stdout=subprocess.PIPE) as process:
        if process.stdout is None or not process.stdout.read(1):
            raise SystemExit("bench: onrecord read printed nothing")
        first = time.perf_counter() - began
        process.stdout.read()
    if process.returncode:
        raise SystemExit(f"bench: onrecord read ended with {process.returncode}")
    return first, time.perf_counter() - began


def main() -> None:
    """Measure, print, and fail where the median is over the limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--limit", type=float, help="fail when the median to the first output is over this")
    arguments = options.parse_args()
    once(REPORT)
    runs = [once(REPORT) for _ in range(RUNS)]
    first, whole = (statistics.median(column) for column in zip(*runs, strict=True))
    say(f"cold start, {len(report()):,} characters, page cache warm, median of {RUNS}:")
    fastest, slowest = min(runs)[0], max(runs)[0]
    say(f"  first output {first:.2f} s ({fastest:.2f} to {slowest:.2f}), end {whole:.2f} s")
    if arguments.limit is not None and first > arguments.limit:
        raise SystemExit(f"bench: the first output took {first:.2f} s, more than {arguments.limit} s")


if __name__ == "__main__":
    main()
