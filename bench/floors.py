"""Hold accuracy against the pinned floors: python bench/floors.py CORPUS [--pin].

``bench/floors.json`` ties its floors to a SHA-256 digest of the corpus, so that a figure is never compared
with one from other texts. ``--pin`` writes the digest of CORPUS there and keeps the floors.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

from sample import COMMAND, say

FLOORS = Path(__file__).with_name("floors.json")


def digest(folder: Path) -> str:
    """One SHA-256 over the relative paths and the bytes of every text and annotation under ``folder``."""
    whole = hashlib.sha256()
    files = [f for f in folder.rglob("*") if f.suffix in {".txt", ".ann"}]
    for file in sorted(files, key=lambda f: f.relative_to(folder).as_posix()):
        name = file.relative_to(folder).as_posix()
        whole.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def hold(folder: Path, floors: dict[str, float]) -> int:
    """Evaluate on ``folder`` against ``floors``; the exit code of ``onrecord evaluate``."""
    with tempfile.TemporaryDirectory() as scratch:
        flat = Path(scratch) / "floors.json"
        flat.write_text(json.dumps(floors), encoding="utf-8")
        return subprocess.run([COMMAND, "evaluate", "--floor", flat, folder], check=False).returncode


def main() -> None:
    """Check the corpus's digest, then its figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--pin", action="store_true", help="write the digest of the corpus to floors.json")
    arguments = options.parse_args()
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    found = digest(arguments.corpus)
    if arguments.pin:
        FLOORS.write_text(json.dumps({**pinned, "sha256": found}, indent=2) + "\n", encoding="utf-8")
        say(f"pinned {found}")
        return
    if found != pinned["sha256"]:
        raise SystemExit(f"bench: {arguments.corpus} is not the corpus of the floors: its digest is {found}")
    raise SystemExit(hold(arguments.corpus, pinned["floors"]))


if __name__ == "__main__":
    main()
