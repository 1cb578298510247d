"""How often a search finds a statement by other words than its own, by each way of searching.

python bench/paraphrases.py ../shared/data/polnear/dev [--among ../shared/data/polnear/train]

The queries of ``paraphrases.json`` were written by hand for statements of PolNeAR dev, each without a look at
what any search finds. The annotated contents of the folders are the record; the one that a query was written
for is wanted.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from onrecord.evaluate.corpus import Annotated, read_corpus
from onrecord.flow.keeping import open_store
from onrecord.record.store import meaning
from onrecord.record.store.fusion import By
from onrecord.record.store.store import Store
from onrecord.record.store.words import plain
from onrecord.types import Attribution, Document, Record, Statement

_SHORTEST = 4  # words of a content
_RANKS = (1, 5, 10, 50)
_MISREMEMBERED = 150
Queries = list[tuple[str, str]]
"""What is asked, and the id of the statement that it was written for."""


def main() -> None:
    """Build the record, ask every query in every way, print the shares found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--among", type=Path, help="another part of the corpus, whose statements are in the way"
    )
    asked = parser.parse_args()
    folders = [asked.corpus, asked.among] if asked.among else [asked.corpus]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db", writes=True) as store:
        writer = store.writer()
        for record in (one for part in folders for one in records(part)):
            writer.add(record)
        store.index()
        wrong = misremembered(store)
        told = {"other words": written(), "three words and a wrong one": wrong}
        count = store.status().statements
        # the share of all that a search looks at in a record of a million
        with patch.object(meaning, "LOOKED_AT", int(meaning.LOOKED_AT * count / 1e6)):
            for name, queries in told.items():
                print(f"{name}: {len(queries)} queries, {count:,} statements")
                for way, search in ways(store).items():
                    print(f"  {way:<26}" + shares(search, queries))


def records(folder: Path) -> Iterator[Record]:
    """A record of each article, by one of its annotators."""
    seen = set()
    for one in read_corpus(folder):
        if one.name not in seen:
            seen.add(one.name)
            yield Record(Document(one.name, one.text), tuple(_statements(one)))


def _statements(one: Annotated) -> Iterator[Statement]:
    told: dict[str, Attribution] = {}
    for attribution in one.attributions:
        words = " … ".join(span.of(one.text) for span in attribution.content)
        if len(words.split()) >= _SHORTEST:
            told.setdefault(words, attribution)
    for a in told.values():
        place = _identity(one.name, a.content[0].start)
        yield Statement(place, None, a.source, a.cue, a.content, "indirect", (), 1.0)


def _identity(article: str, start: int) -> str:
    return sha256(f"{article} {start}".encode()).hexdigest()[:16]


def written() -> Queries:
    """The queries by hand."""
    kept = json.loads(Path(__file__).with_name("paraphrases.json").read_text("utf-8"))
    return [(one["query"], _identity(one["article"], one["start"])) for one in kept]


def misremembered(store: Store) -> Queries:
    """For some of the first statements, three telling words of each and one of another, in no order."""
    chance = random.Random(4)  # noqa: S311 - a benchmark
    rows = store.base.rows("SELECT id, content FROM statements ORDER BY number LIMIT 1900")
    telling = [(row[0], [term.words[0] for term in plain(row[1]) if len(term.words[0]) > 2]) for row in rows]
    long = [one for one in telling if len(one[1]) > 6]
    found = []
    for (identity, words), (_, others) in zip(
        chance.sample(long, _MISREMEMBERED), chance.sample(long, _MISREMEMBERED), strict=True
    ):
        asked = [*chance.sample(words, 3), chance.choice(others)]
        found.append((" ".join(chance.sample(asked, 4)), identity))
    return found


def ways(store: Store) -> dict[str, Callable[[str], list[str]]]:
    """Every way of searching, from a query to ids of statements."""
    plain = sqlite3.connect(":memory:")
    plain.execute(
        "CREATE VIRTUAL TABLE said USING fts5 (id UNINDEXED, content, tokenize = 'porter unicode61')"
    )
    plain.executemany("INSERT INTO said VALUES (?, ?)", store.base.rows("SELECT id, content FROM statements"))

    def any_word(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in query.replace('"', " ").split())
        sql = "SELECT id FROM said WHERE said MATCH ? ORDER BY rank LIMIT 50"
        return [row[0] for row in plain.execute(sql, (words,))]

    def ours(by: By, query: str) -> list[str]:
        return [hit.id for hit in store.statements(query, sort="best", limit=max(_RANKS), by=by)]

    def whole(query: str) -> list[str]:
        with patch.object(meaning, "LOOKED_AT", 10**9):
            return ours("meaning", query)

    return {
        "all words": partial(ours, "words"),
        "FTS5, any word, bm25": any_word,
        "meaning, all looked at": whole,
        "meaning, nearest cells": partial(ours, "meaning"),
        "words, then meaning": partial(ours, "both"),
    }


def shares(search: Callable[[str], list[str]], queries: Queries) -> str:
    """Percent of the queries whose statement is among the first 1, 5, 10, 50 found."""
    places = [_place(search(query), wanted) for query, wanted in queries]
    counts: Sequence[int] = [sum(place < rank for place in places) for rank in _RANKS]
    return "".join(
        f"  {count / len(queries):5.1%} in {rank}" for rank, count in zip(_RANKS, counts, strict=True)
    )


def _place(found: list[str], wanted: str) -> int:
    return found.index(wanted) if wanted in found else max(_RANKS)


if __name__ == "__main__":
    main()
