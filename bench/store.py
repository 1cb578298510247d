"""Size and speed of the store on made-up records, and against plain FTS5 and rapidfuzz on the same questions.

python bench/store.py --statements 1000000
python bench/store.py --statements 100000 --peers
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from made_records import Maker
from onrecord.ask.answering import did_say
from onrecord.flow.keeping import open_store
from onrecord.record.store.filters import Filters
from onrecord.record.store.store import Store
from peers import Finder, finders

_ASKED = 200
_EACH = 10
_LABELS = {
    "onrecord": "onrecord, near",
    "FTS5": "FTS5, any word, bm25",
    "FTS5, all words": "FTS5, all words",
    "rapidfuzz": "rapidfuzz, partial_ratio",
}


def main() -> None:
    """Build a store, measure it, print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--together", type=int, default=1, help="documents to a transaction: more of them "
                        "build a record faster, but onrecord add takes one")  # fmt: skip
    parser.add_argument("--peers", action="store_true", help="ask plain FTS5 and rapidfuzz the same")
    parser.add_argument("--record", help="where to build it; one built before is used, or built to its end; "
                        "by default a file that is removed")  # fmt: skip
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.record or str(Path(folder) / "bench.db")
        maker = Maker()
        built(place, maker, asked.statements, asked.together)
        with open_store(place) as store:
            known = kept(store)
            measured(store, maker, known)
            if asked.peers:
                compared(store, maker, known)


def built(place: str, maker: Maker, statements: int, together: int = 1) -> None:
    """Write the records that are not in yet, so many to a transaction, and print time and size."""
    spent, worked = 0.0, 0.0
    with open_store(place, writes=True) as store:
        writer, made = store.writer(), _last(store)
        print(f"{made:,} statements built before")
        coming = islice(maker.records(statements), made // _EACH, None)
        while some := list(islice(coming, together)):
            begun, busy = time.perf_counter(), time.process_time()
            with store.base.transaction() if together > 1 else nullcontext():
                for record in some:
                    writer.add(record)
            spent += time.perf_counter() - begun
            worked += time.process_time() - busy
            before, made = made, made + _EACH * len(some)
            if made // 100_000 > before // 100_000:
                print(f"{made:>9,} statements  {spent:7.1f} s, of which {worked:7.1f} s at work", flush=True)
        characters = store.base.rows("SELECT sum(length(CAST(text AS BLOB))) FROM documents")[0][0]
    size = sum(path.stat().st_size for path in Path(place).parent.glob(Path(place).name + "*"))
    print(f"size: {size / 2**20:,.0f} MiB, of which text {characters / 2**20:,.0f}; "
          f"{(size - characters) / made:,.0f} bytes a statement, text excluded")  # fmt: skip


def _last(store: Store) -> int:
    return int(store.base.rows("SELECT coalesce(max(number), 0) FROM statements")[0][0])


def kept(store: Store) -> list[tuple[str, str, str]]:
    """Some of the statements: id, content, speaker."""
    step = max(1, _last(store) // (10 * _ASKED))
    sql = ("SELECT s.id, substr(s.content, 2, length(s.content) - 3), n.name FROM statements s "
           "JOIN names n ON n.number = s.speaker WHERE s.number % ? = 0")  # fmt: skip
    return [(row[0], row[1], row[2]) for row in store.base.rows(sql, (step,))]


def measured(store: Store, maker: Maker, known: Sequence[tuple[str, str, str]]) -> None:
    """Time what people ask."""
    view, words = store.view(), maker.words
    some = maker.chance.choices(known, k=_ASKED)
    by_rank = [words[maker.chance.randrange(30, 3000)] for _ in range(_ASKED)]
    common = [words[maker.chance.randrange(0, 30)] for _ in range(_ASKED // 4)]
    print(f"{'':<34} {'p50 ms':>8} {'p95 ms':>8} {'cpu p50':>8} {'cpu p95':>8}")
    timed("search, one word", store.statements, [(w,) for w in by_rank], sort="best", limit=20)
    timed("search, one word, earliest", store.statements, [(w,) for w in by_rank], sort="earliest", limit=20)
    timed("search, three words", store.statements, [(" ".join(c.split()[2:5]),) for _, c, _ in some],
          sort="best", limit=20)  # fmt: skip
    timed("search, phrase", store.statements, [(f'"{" ".join(c.split()[2:5])}"',) for _, c, _ in some],
          sort="best", limit=20)  # fmt: skip
    timed("search, prefix", store.statements, [(f"{w[:5]}*",) for w in by_rank], sort="best", limit=20)
    narrowed = [(w, Filters(outlet=f"Outlet {n % 60}", since=_day(n))) for n, w in enumerate(by_rank)]
    timed("search, word, outlet and day", store.statements, narrowed, sort="best", limit=20)
    spoken = [(w, Filters(speaker=s)) for w, (_, _, s) in zip(by_rank, some, strict=True)]
    timed("search, word and speaker", store.statements, spoken, sort="best", limit=20)
    timed("search, one of the 30 commonest", store.statements, [(w,) for w in common], sort="best", limit=20)
    timed("same, earliest", store.statements, [(w,) for w in common], sort="earliest", limit=20)
    timed("person page, 50 statements", store.by_speaker, [(s,) for _, _, s in some], limit=50)
    timed("person page, of all by mention", lambda s: store.statements(None, Filters(speaker=s), limit=50),
          [(s,) for _, _, s in some])  # fmt: skip
    timed("near, altered quotation", view.near, [(maker.altered(c),) for _, c, _ in some], limit=50)
    timed("near, altered, of one speaker", lambda w, s: view.near(w, speaker=s, limit=50),
          [(maker.altered(c), s) for _, c, s in some])  # fmt: skip
    timed("places in texts", view.places, [(" ".join(c.split()[1:6]),) for _, c, _ in some])
    said = [(speaker, words) for _, words, speaker in some[:100]]
    did_say(*said[0], view)  # loads the word lists
    timed("ask, words of their speaker", lambda s, w: did_say(s, w, view), said)
    timed("ask, altered", lambda s, w: did_say(s, w, view), [(s, maker.altered(w)) for s, w in said])
    timed("people, the 50 who said most", store.people, [()] * 3)
    timed("status", store.status, [()] * 3)


def _day(number: int) -> date:
    return date(2015, 1, 1) + timedelta(days=number * 10)


def timed(
    name: str, ask: Callable[..., object], questions: Sequence[tuple[object, ...]], **how: object
) -> None:
    """Ask each question once and print the times, on the clock and at work: on a busy machine they differ."""
    spent, worked = [], []
    for question in questions:
        begun, busy = time.perf_counter(), time.process_time()
        ask(*question, **how)
        spent.append(1000 * (time.perf_counter() - begun))
        worked.append(1000 * (time.process_time() - busy))
    figures = (statistics.median(spent), _late(spent), statistics.median(worked), _late(worked))
    print(f"{name:<34}" + "".join(f" {figure:>8.1f}" for figure in figures), flush=True)


def _late(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def compared(store: Store, maker: Maker, known: Sequence[tuple[str, str, str]]) -> None:
    """Find altered quotations with the store, with plain FTS5, and with rapidfuzz over all rows."""
    questions = [(one[0], maker.altered(one[1])) for one in maker.chance.choices(known, k=40)]
    contestants = finders(store)
    print(f"{'':<34} {'p50 ms':>8} {'p95 ms':>8} {'first':>8} {'of ten':>8}")
    for name, label in _LABELS.items():
        _contest(label, contestants[name], questions)


def _contest(name: str, ask: Finder, questions: Sequence[tuple[str, str]]) -> None:
    spent, first, among = [], 0, 0
    for wanted, words in questions:
        begun = time.perf_counter()
        found = ask(words)
        spent.append(1000 * (time.perf_counter() - begun))
        first += found[:1] == [wanted]
        among += wanted in found
    count = len(questions)
    print(f"{name:<34} {statistics.median(spent):>8.1f} {_late(spent):>8.1f} "
          f"{first / count:>8.2f} {among / count:>8.2f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
