"""Search by meaning over both databases, with a model of four things that words can be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.record.store.conftest import SameWords
from tests.record.store.made import report

from onrecord.compare.shingles import shingles
from onrecord.errors import StoreError
from onrecord.record.store import meaning, migrating
from onrecord.record.store.checks import remarks
from onrecord.record.store.filters import Filters
from onrecord.record.store.fusion import usual
from onrecord.record.store.store import Store

ABOUT = ("pier jetty quay", "fees tolls charges", "fish catch haul", "rain storm weather")


@dataclass(frozen=True)
class Four:
    """A vector counts the words about each of four things; a cell is what they are most about."""

    digest: str = "four"

    def embed(self, texts: Sequence[str]) -> NDArray[np.int8]:
        words = [[word.strip(".”“,").lower() for word in text.split()] for text in texts]
        counts = [[sum(w in about.split() for w in own) for about in ABOUT] for own in words]
        return np.array(counts, dtype=np.int8).reshape(len(texts), 4)

    def nearness(self, one: NDArray[np.int8], others: NDArray[np.int8]) -> NDArray[np.float32]:
        lengths = np.linalg.norm(others, axis=1) * np.linalg.norm(one)
        cosines: NDArray[np.float32] = (others.astype(np.float32) @ one) / np.maximum(lengths, 1e-9)
        return cosines

    def cell(self, vectors: NDArray[np.int8]) -> NDArray[np.int64]:
        nearest: NDArray[np.int64] = vectors.argmax(axis=1)
        return nearest

    def cells(self, vector: NDArray[np.int8]) -> NDArray[np.int64]:
        return np.argsort(-vector.astype(np.int64), kind="stable")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A record with three statements, not indexed yet."""
    with Store.open(address, writes=True, shingles=shingles, copies=SameWords(), embeds=Four()) as opened:
        said = ("Maya Ortega", "The quay needs mending"), ("Ben Achebe", "Tolls and charges rise")
        opened.writer().add(report("a", *said, published_on=date(2024, 1, 2), publisher="The Post"))
        opened.writer().add(
            report("b", ("Ben Achebe", "A pier without a catch"), published_on=date(2024, 1, 1))
        )
        yield opened


def found(store: Store, *asked: object, **how: object) -> list[tuple[str, str]]:
    hits = store.statements(*asked, sort=how.pop("sort", "best"), **how)  # type: ignore[arg-type]
    return [(hit.content.strip("“”.").split()[1], hit.by) for hit in hits]


def test_a_record_is_indexed_once_and_kept_up(store: Store) -> None:
    batches: list[int] = []
    assert not store.indexed
    assert (store.index(batches.append), batches) == (3, [3])
    assert store.indexed
    assert store.index() == 0
    store.writer().add(report("c", ("Maya Ortega", "Storm over the jetty")))
    assert store.base.rows("SELECT count(*) FROM meanings") == [(4,)]
    assert store.index() == 0


def test_a_record_of_the_first_form_is_brought_up_to_date(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = migrating.migrations
    monkeypatch.setattr(migrating, "migrations", lambda dialect: known(dialect)[:1])
    Store.open(address, writes=True).close()
    monkeypatch.undo()
    with pytest.raises(StoreError, match="older form"):
        Store.open(address)
    with Store.open(address, writes=True, embeds=Four()) as store:
        store.writer().add(report("a", ("Maya Ortega", "The quay needs mending")))
        assert store.index() == 1


def test_hits_by_words_come_before_those_by_meaning(store: Store) -> None:
    assert found(store, "pier", by="both") == [("pier", "words")], "not indexed: words alone"
    store.index()
    assert found(store, "pier", by="both") == [("pier", "words"), ("quay", "meaning")]
    assert found(store, "pier", by="words") == [("pier", "words")]
    assert found(store, "pier", by="both", limit=1) == [("pier", "words")]
    assert found(store, "jetty", by="meaning") == [("quay", "meaning"), ("pier", "meaning")]
    assert found(store, "jetty", by="meaning", limit=1) == [("quay", "meaning")]
    assert found(store, "haul of tolls", by="both") == [("and", "meaning"), ("pier", "meaning")]
    assert found(store, "sunshine", by="both") == []
    assert [name for name, _ in found(store, None, by="both")] == ["pier", "quay", "and"]


def test_a_hit_by_meaning_says_how_near_and_marks_words_that_are_there(store: Store) -> None:
    store.index()
    (hit,) = store.statements("mending of the jetty", by="both", limit=1)
    assert (hit.by, hit.nearness) == ("meaning", 1.0)
    assert [hit.content[start:end] for start, end in hit.marked] == ["mending"]
    assert store.statements("pier", by="both")[0].nearness is None


def test_most_of_the_words_are_enough_and_said_to_be_most(store: Store) -> None:
    store.writer().add(report("c", ("Maya Ortega", "We promised ferries, benches and lanterns")))
    store.writer().add(report("d", ("Ben Achebe", "We bought ferries")))
    asked = "lanterns benches umbrellas ferries"
    assert found(store, asked, by="words") == []
    assert found(store, asked, by="both") == [("promised", "most-words")]
    assert found(store, asked, Filters(speaker="Achebe"), by="both") == []
    assert found(store, asked, Filters(outlet="The Post"), by="both") == []
    store.index()
    assert found(store, asked, by="both") == [("promised", "most-words")]
    nearer = found(store, f"{asked} quay", by="both")
    assert nearer == [("quay", "meaning"), ("pier", "meaning"), ("promised", "most-words")], "by one score"
    assert found(store, "ferries umbrellas", by="both") == [], "one word is not most of two"


def test_filters_and_order_hold_for_meaning_too(store: Store) -> None:
    store.index()
    assert found(store, "jetty", Filters(speaker="Ortega"), by="both") == [("quay", "meaning")]
    assert found(store, "jetty", Filters(speaker="Nobody"), by="both") == []
    assert found(store, "jetty", Filters(outlet="The Post"), by="both") == [("quay", "meaning")]
    assert found(store, "jetty", Filters(until=date(2024, 1, 1)), by="both") == [("pier", "meaning")]
    assert [name for name, _ in found(store, "jetty", by="both", sort="earliest")] == ["pier", "quay"]
    assert [name for name, _ in found(store, "jetty", by="both", sort="latest")] == ["quay", "pier"]


def test_a_large_record_is_looked_into_by_cells(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.index()
    monkeypatch.setattr(meaning, "LOOKED_AT", 2)
    monkeypatch.setattr(meaning, "_CELLS", 1)
    monkeypatch.setattr(meaning, "_CHUNK", 1)
    assert found(store, "jetty", by="meaning") == [("quay", "meaning"), ("pier", "meaning")]
    assert found(store, "fees", by="meaning") == [("and", "meaning")]
    store.writer().add(report("c", ("Ben Achebe", "Two fish and a pier")))
    store.writer().add(report("d", ("Ben Achebe", "One fish and a pier")))
    assert found(store, "haul", by="meaning") == [("pier", "meaning")], "two were looked at, quay and pier"
    monkeypatch.undo()
    assert len(found(store, "haul", by="meaning")) == 3
    assert len(found(store, "jetty", Filters(speaker="Achebe"), by="meaning")) == 3


def test_what_goes_out_of_the_record_goes_out_of_the_index(store: Store) -> None:
    store.index()
    assert store.writer().remove(store.key_of("b") or "")
    assert store.base.rows("SELECT count(*) FROM meanings") == [(2,)]
    assert found(store, "jetty", by="both") == [("quay", "meaning")]


def test_an_index_of_another_model_is_not_used_and_made_again(store: Store) -> None:
    store.index()
    other = Store(store.base, store.shingles, store.copies, Four("five"))
    assert not other.indexed
    assert found(other, "jetty", by="both") == []
    with pytest.raises(StoreError, match="of another model; run: onrecord index"):
        other.statements("jetty", by="meaning")
    other.writer().add(report("c", ("Maya Ortega", "Storm over the jetty")))
    assert other.index() == 4
    assert len(found(other, "quay", by="both")) == 3


def test_without_an_index_meaning_alone_says_how_to_make_one(store: Store) -> None:
    with pytest.raises(StoreError, match="no index by meaning; make one with: onrecord index"):
        store.statements("jetty", by="meaning")
    store.index()
    store.drop_index()
    assert store.base.rows("SELECT count(*) FROM meanings") == [(0,)]
    without = Store(store.base)
    for ask in (without.index, lambda: without.statements("jetty", by="meaning")):
        with pytest.raises(StoreError, match="without a model"):
            ask()
    assert found(without, "pier", by="both") == [("pier", "words")]
    with pytest.raises(StoreError, match="no word to search for"):
        store.statements("?!", by="both")


def test_the_view_gives_statements_by_meaning(store: Store) -> None:
    assert store.view().by_meaning("jetty") == []
    store.index()
    one, other = store.view().by_meaning("jetty")
    assert (one.document.id, other.document.id) == ("a", "b")
    assert one.score > other.score
    assert [f.document.id for f in store.view().by_meaning("jetty", speaker="Achebe")] == ["b"]


def test_the_doctor_notes_statements_that_are_not_indexed(store: Store) -> None:
    assert list(remarks(store.base)) == []
    store.index()
    store.base.run("DELETE FROM meanings WHERE cell = 0")
    assert list(remarks(store.base)) == [
        "2 statements that the index by meaning lacks; onrecord index puts them in"
    ]


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("harbour fees", "both"),
        ('"harbour fees"', "words"),
        ("fee*", "words"),
        ("a * b", "both"),
        ("«ab»", "words"),
    ],
)
def test_phrases_and_prefixes_are_meant_by_their_words(typed: str, by: str) -> None:
    assert usual(typed) == by
