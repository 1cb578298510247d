"""Kill ``onrecord add`` at any moment, again and again, and look whether anything was lost or doubled.

    python bench/kill.py --times 100
    python bench/kill.py --times 100 --upgrade OLDER.db

The reader is a quick one made for this, so that what is killed is mostly the writing; the moment of each kill
is by chance. At the end a run that is left alone must find all documents in the record, each once, and the
checks nothing. With ``--upgrade``, what is killed is bringing a record of an older version up to date, where
indexes are built anew; after each kill it must be whole, in the old form or in the new.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from made_records import Maker
from onrecord.flow.keeping import open_store
from onrecord.record.form import record_to_dict
from onrecord.record.store.checks import faults

_PROGRAM = """
import json, sys, time
from onrecord.cli.main import main
from onrecord.cli.tools import Tools
from onrecord.record.parse import record_of
records = {}
for line in open(sys.argv[1], encoding="utf-8"):
    one = record_of(json.loads(line))
    records[one.document.id] = one
def opened(paths, **_):
    return (record.document for record in records.values())
def reads(documents, **_):
    return (records[document.id] for document in documents)
main(["add", "made", "--record", sys.argv[2], "-q"], Tools(open_inputs=opened, read_documents=reads))
"""
_COUNTS = (
    "SELECT count(*) FROM documents",
    "SELECT count(*) FROM statements",
    "SELECT count(*) FROM shingles",
    "SELECT count(*) FROM bands",
    "SELECT count(*) FROM names",
)
_UPGRADE = """
import sys
from onrecord.flow.keeping import open_store
open_store(sys.argv[1], writes=True).close()
"""


def main() -> None:
    """Kill as often as asked, then look."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument(
        "--upgrade", type=Path, metavar="FILE", help="a record of an older version; it is copied"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made, record = Path(folder) / "made.jsonl", Path(folder) / "record.db"
        if asked.upgrade:
            upgraded(asked.upgrade, record, asked.times)
            return
        records = list(Maker().records(10 * asked.documents))
        made.write_text("".join(json.dumps(record_to_dict(one)) + "\n" for one in records), encoding="utf-8")
        command = [sys.executable, "-c", _PROGRAM, str(made), str(record)]
        killed = 0
        while killed < asked.times:  # some have ended before they could be killed
            killed += _killed(command, record, asked.documents)
        subprocess.run(command, check=True)
        _look(record, asked.documents, killed)


def _killed(command: list[str], record: Path, documents: int) -> bool:
    """Start, wait for a moment by chance, kill; begin a new record where the last one is full."""
    if _documents(record) == documents:
        _look(record, documents, 0)
        for path in record.parent.glob(record.name + "*"):
            path.unlink()
    process = subprocess.Popen(command)
    before, deadline = _documents(record), time.monotonic() + 60
    while process.poll() is None and _documents(record) == before and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(random.uniform(0, 0.3))  # noqa: S311 - any moment will do
    process.send_signal(signal.SIGKILL)
    ended = process.wait()
    if ended not in (0, -signal.SIGKILL):
        raise SystemExit(f"onrecord add ended by itself with code {ended}")
    return ended == -signal.SIGKILL


def upgraded(older: Path, record: Path, times: int) -> None:
    """Kill the upgrade of a copy, and begin with a new copy where one came through."""
    held, forms = _held(older), Counter[int]()
    _copy(older, record)
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", _UPGRADE, str(record)], check=True)
    whole, last = time.monotonic() - begun, _held(record)[0]
    for _ in range(times):
        if _held(record)[0] == last:
            _copy(older, record)
        process = subprocess.Popen([sys.executable, "-c", _UPGRADE, str(record)])
        time.sleep(random.uniform(0, whole))  # noqa: S311 - any moment will do
        process.send_signal(signal.SIGKILL)
        process.wait()
        form, *contents = _held(record)
        forms[form] += 1
        if tuple(contents) != held[1:] or form not in (held[0], last):
            raise SystemExit(f"lost: {contents} of {held[1:]} in form {form}")
    subprocess.run([sys.executable, "-c", _UPGRADE, str(record)], check=True)
    with open_store(record, writes=True) as store:
        wrong = list(faults(store.base))
    told = ", ".join(f"{count} times in form {form}" for form, count in sorted(forms.items()))
    print(f"upgrade of {whole:.1f} s killed {times} times: whole after each, {told}; {len(wrong)} faults")
    if wrong:
        raise SystemExit("faults")


def _copy(older: Path, record: Path) -> None:
    for path in record.parent.glob(record.name + "*"):
        path.unlink()
    shutil.copy(older, record)


def _held(record: Path) -> tuple[int, ...]:
    """The last migration of a record, and how much its tables hold, as SQLite sees them."""
    with closing(sqlite3.connect(record)) as link:
        form = link.execute("SELECT max(number) FROM migrations").fetchone()[0]
        return form, *(link.execute(sql).fetchone()[0] for sql in _COUNTS)


def _documents(record: Path) -> int:
    if not record.exists() or not record.stat().st_size:
        return 0
    try:
        with open_store(record) as store:
            return store.status().documents
    except Exception as error:
        if "holds no record yet" in str(error):
            return 0
        raise


def _look(record: Path, documents: int, killed: int) -> None:
    with open_store(record, writes=True) as store:
        found = [
            (row[0], row[1]) for row in store.base.rows("SELECT id, count(*) FROM documents GROUP BY id")
        ]
        wrong = list(faults(store.base))
        statements = store.base.rows("SELECT count(*), count(DISTINCT id) FROM statements")[0]
    doubled = [name for name, count in found if count > 1]
    repeated = statements[0] - statements[1]
    print(f"killed {killed} times: {len(found)} of {documents} documents, {len(doubled)} doubled", flush=True)
    print(f"{statements[0]} statements, {repeated} doubled; {len(wrong)} faults", flush=True)
    if len(found) != documents or doubled or wrong or statements[0] != 10 * documents:
        raise SystemExit("lost or doubled")


if __name__ == "__main__":
    main()
