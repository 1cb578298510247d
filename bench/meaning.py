"""What search by meaning costs: time to index made statements, size on disk, time of a search.

python bench/meaning.py --statements 100000

Each made report is on one of a thousand subjects, of which half of its words are: were all words drawn
alike, all vectors would be, and the cells of the index nothing like those of news.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from onrecord import compare
from onrecord.flow.keeping import open_store
from onrecord.record.store import meaning
from onrecord.record.store.base import Row
from onrecord.record.store.filters import Filters
from onrecord.record.store.store import Store
from store import timed

_ASKED = 100
_SUBJECTS, _OF_SUBJECT = 1000, 40
_EACH = 10  # statements of a report
_PEOPLE = 2000


class Writes:
    """Makes statements, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        """Make the subjects out of the words of the package's word list."""
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark
        listed = (Path(compare.__file__).parent / "lexicon" / "wordnet.json").read_text("utf-8")
        self.words = sorted(set(re.findall(r"[a-z]{3,}", json.dumps(json.loads(listed)))))
        self.chance.shuffle(self.words)
        self.subjects = [self.chance.sample(self.words, _OF_SUBJECT) for _ in range(_SUBJECTS)]

    def content(self, subject: list[str], shortest: int = 8, longest: int = 30) -> str:
        """Some words, half of them on the subject."""
        count = self.chance.randint(shortest, longest)
        words = self.chance.choices(subject, k=count // 2)
        words += self.chance.choices(self.words[:3000], k=count - count // 2)
        self.chance.shuffle(words)
        return " ".join(words)

    def query(self) -> str:
        """A few words on a subject."""
        return self.content(self.chance.choice(self.subjects), 3, 8)

    def statements(self, document: int) -> Iterator[Row]:
        """The statements of a report: document, place, id, speaker, content."""
        subject = self.chance.choice(self.subjects)
        for place in range(_EACH):
            name = self.chance.randint(1, _PEOPLE)
            yield document, place, f"{document}-{place}", name, self.content(subject)


def main() -> None:
    """Build a record, index it, time what it took and what searches take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument(
        "--record", help="where to build it, or one built before; by default a file that is removed"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place, writes = Path(asked.record or Path(folder) / "bench.db"), Writes()
        new = not place.exists()
        with open_store(place, writes=True) as store:
            if new:
                built(store, writes, asked.statements // _EACH)
            indexed(store, place)
            searched(store, writes)


def built(store: Store, writes: Writes, documents: int) -> None:
    """Write reports straight into the tables: what they cost otherwise is ``store.py``'s to tell."""
    said = (
        "INSERT INTO statements (document, place, id, speaker, content, day_from, day_to, starts, ends, "
        "source, form, confidence, layers) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, '', 'indirect', 1, '{}')"
    )
    with store.base.transaction():
        names = [(n, f"person {n}", f"{n}", f"Person {n}") for n in range(1, _PEOPLE + 1)]
        store.base.many("INSERT INTO names (number, folded, last, name) VALUES (?, ?, ?, ?)", names)
    for first in range(1, documents + 1, 1000):
        numbers = range(first, min(first + 1000, documents + 1))
        with store.base.transaction():
            store.base.many(
                "INSERT INTO documents (number, key, digest, id, outlet, version, text, layers, added_at) "
                "VALUES (?, ?, '', ?, ?, 1, '', '{}', '')",
                [(number, str(number), f"report-{number}", f"Outlet {number % 60}") for number in numbers],
            )
            rows = [row for number in numbers for row in writes.statements(number)]
            days = [f"20{10 + row[0] % 15}-01-02" for row in rows]
            store.base.many(said, [(*row, day, day) for row, day in zip(rows, days, strict=True)])


def indexed(store: Store, place: Path) -> None:
    """Make the index anew and print what it took."""
    store.drop_index()
    before = _size(store, place)
    begun, busy = time.perf_counter(), time.process_time()
    count = store.index()
    spent, worked = time.perf_counter() - begun, time.process_time() - busy
    size = (_size(store, place) - before) / count
    print(f"{count:,} statements indexed in {spent:.1f} s, of which {worked:.1f} s at work "
          f"({worked * 100_000 / count:.1f} s for 100,000); {size:.0f} bytes a statement")  # fmt: skip
    cells = [row[0] for row in store.base.rows("SELECT count(*) FROM meanings GROUP BY cell ORDER BY 1")]
    middle = cells[len(cells) // 2]
    print(f"{len(cells)} cells in use, of {cells[0]} to {cells[-1]} statements, median {middle}", flush=True)


def _size(store: Store, place: Path) -> int:
    store.base.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    free = store.base.rows("PRAGMA freelist_count")[0][0] * store.base.rows("PRAGMA page_size")[0][0]
    return place.stat().st_size - int(free)


def searched(store: Store, writes: Writes) -> None:
    """Time searches, and count what looking into the nearest cells alone misses."""
    questions = [(writes.query(), Filters()) for _ in range(_ASKED)]
    spoken = [(words, Filters(speaker=f"Person {n}")) for n, (words, _) in enumerate(questions, start=1)]
    printed = [(words, Filters(outlet="Outlet 7")) for words, _ in questions]

    def ask(words: str, filters: Filters) -> list[str]:
        return [hit.id for hit in store.statements(words, filters, sort="best", limit=20, by="meaning")]

    ask(*questions[0])  # loads the model
    print(f"{'':<34} {'p50 ms':>8} {'p95 ms':>8} {'cpu p50':>8} {'cpu p95':>8}")
    timed("by meaning", ask, questions)
    timed("by meaning, one speaker", ask, spoken)
    timed("by meaning, one outlet of sixty", ask, printed)
    both = partial(store.statements, sort="best", limit=20, by="both")
    timed("by words and meaning", both, questions)
    with patch.object(meaning, "LOOKED_AT", 10**9):
        timed("by meaning, all looked at", ask, questions[:20])
        exact = [ask(*one)[:10] for one in questions[:20]]
    shared = sum(len({*ask(*one)[:10]} & {*true}) for one, true in zip(questions[:20], exact, strict=True))
    print(f"of the ten nearest, the cells looked into hold {shared / max(1, sum(map(len, exact))):.0%}")


if __name__ == "__main__":
    main()
