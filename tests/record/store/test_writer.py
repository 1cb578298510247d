"""The contract of a store, over SQLite and PostgreSQL: what goes in comes out, once, whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from tests.record.store.made import full, report

from onrecord.errors import StoreError
from onrecord.record.store import checks, people
from onrecord.record.store.filters import Filters
from onrecord.record.store.receipts import Receipt
from onrecord.record.store.rows import key_of
from onrecord.record.store.store import Store
from onrecord.types import Document, Failure, Record, Statement


def test_a_record_with_every_layer_comes_out_as_it_went_in(store: Store) -> None:
    assert store.writer().add(full()) == "new"
    assert list(store.records()) == [full()]
    assert list(checks.faults(store.base)) == []


def test_what_is_in_is_not_written_twice(store: Store) -> None:
    writer = store.writer()
    assert [writer.add(full()) for _ in range(3)] == ["new", "held", "held"]
    assert writer.holds(full().document)
    assert store.status().documents == 1
    assert len(store.statements()) == 2


def test_a_file_without_address_and_outlet_is_known_by_its_text_alone(store: Store) -> None:
    record = report("a.txt", ("Maya Ortega", "The pier will stand"))
    writer = store.writer()
    writer.add(record)
    assert writer.holds(replace(record.document, id="moved/a.txt"))
    assert not writer.holds(replace(record.document, publisher="The Post"))


def test_an_address_is_held_by_what_was_fetched_from_it_and_not_by_a_summary(store: Store) -> None:
    writer = store.writer()
    words = ("Maya Ortega", "The pier will stand")
    writer.add(report("https://post.example/a?from=mail", words, url="https://post.example/a"))
    writer.add(report("https://post.example/b#summary", words, url="https://post.example/b"))
    known = ["https://post.example/a?from=mail", "https://post.example/a"]
    assert all(map(writer.holds_address, known))
    assert not any(map(writer.holds_address, ["https://post.example/b", "https://post.example/", "a", ""]))
    assert writer.remove(key_of(next(iter(store.documents()))))
    assert not any(map(writer.holds_address, known))


def test_the_same_text_in_another_outlet_is_a_copy_and_counts_once(store: Store) -> None:
    words = ("Maya Ortega", "The pier will stand")
    for outlet in ("The Post", "The Mail", "The Echo"):
        store.writer().add(report(f"{outlet}.txt", words, publisher=outlet))
    figures = store.status()
    assert (figures.documents, figures.copies, figures.statements, figures.repeated) == (3, 2, 1, 2)
    assert len(store.statements("pier")) == 1
    assert len(store.statements("pier", Filters(copies=True))) == 3
    assert [person.statements for person in store.people()] == [1]


def test_a_near_copy_keeps_what_only_it_says(store: Store) -> None:
    lead = [("Maya Ortega", f"Reason number {n} is that the pier is old and will not last") for n in range(6)]
    store.writer().add(report("first", *lead, publisher="The Post"))
    store.writer().add(report("second", *lead, ("Ben Achebe", "Nobody asked me"), publisher="The Mail"))
    figures = store.status()
    assert (figures.copies, figures.statements, figures.repeated) == (1, 7, 6)


def test_versions_of_an_article_stay_versions(store: Store) -> None:
    url = "https://post.example/pier"
    first = report("v1", ("Maya Ortega", "The pier will stand"), url=url)
    second = report("v2", ("Maya Ortega", "The pier will stand"), ("Maya Ortega", "For now"), url=url)
    for record in (first, second):
        store.writer().add(record)
    figures = store.status()
    assert (figures.documents, figures.versions, figures.copies) == (2, 1, 0)
    assert (figures.statements, figures.repeated) == (2, 1)
    assert [hit.version for hit in store.statements("pier")] == [1]
    for version, record in enumerate((first, second), start=1):
        receipt = Receipt(key_of(record.document), version, 0, 11, "Maya Ortega")
        assert store.resolve(receipt) == "there"


def test_a_receipt_whose_text_has_gone_is_lost_and_never_elsewhere(store: Store) -> None:
    record = report("a", ("Maya Ortega", "The pier will stand"), publisher="The Post")
    copy = report("a", ("Maya Ortega", "The pier will stand"), publisher="The Mail")
    store.writer().add(record)
    store.writer().add(copy)
    receipt = Receipt(key_of(record.document), 1, 0, 11, "Maya Ortega")
    assert store.resolve(replace(receipt, text="Ben Achebe ")) == "lost"
    assert store.writer().remove(receipt.document)
    assert not store.writer().remove(receipt.document)
    assert store.resolve(receipt) == "lost"
    assert store.resolve(replace(receipt, document=key_of(copy.document))) == "there"
    assert (store.status().documents, store.status().lost, store.status().copies) == (1, 1, 0)
    assert len(store.statements("pier")) == 1, "the copy speaks for itself now"
    assert store.writer().add(record) == "held", "what was taken out is not brought back by a re-run"
    assert list(checks.faults(store.base)) == []


def test_reading_again_replaces_the_reading_and_keeps_judgements(store: Store) -> None:
    record = report("a", ("Maya Ortega", "The pier will stand"), ("Ben Achebe", "It will not"))
    store.writer().add(record)
    one, two = record.statements
    store.review(one.id, "correct", author="kim", field="speaker", value="Mayor Ortega-Lind")
    store.review(two.id, "reject", author="kim")
    surer = tuple(replace(s, confidence=0.99) for s in record.statements)
    assert store.writer().add(replace(record, statements=surer), again=True) == "again"
    assert list(store.records()) == [replace(record, statements=surer)]
    hits = store.statements()
    assert [(hit.speaker, hit.confidence) for hit in hits] == [("Mayor Ortega-Lind", 0.99)]
    assert store.status().documents == 1
    assert list(checks.faults(store.base)) + list(checks.remarks(store.base)) == []


def test_a_writer_that_is_stopped_half_way_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("onrecord.record.store.contents._beside", stopped)
        with pytest.raises(KeyboardInterrupt):
            store.writer().add(full())
    assert store.status().documents == 0
    assert store.base.rows("SELECT count(*) FROM names")[0][0] == 0
    assert store.writer().add(full()) == "new"
    assert list(store.records()) == [full()]


def test_failures_are_kept_by_reason_and_forgotten_when_read(store: Store) -> None:
    writer = store.writer()
    for name in ("a/x.txt", "a/y.txt", "b.jsonl:3", "b.jsonl:3"):
        writer.fail(Failure(name, "parse", "is broken", "mend it"))
    assert store.status().failures == (("parse", "is broken", 3),)
    writer.forget_failures("b.jsonl")
    writer.add(report("a/x.txt", ("Maya Ortega", "The pier will stand")))
    assert store.status().failures == (("parse", "is broken", 1),)
    writer.forget_failures("a/")
    assert store.status().failures == ()


def test_a_document_without_statements_and_a_statement_without_spans_are_kept(store: Store) -> None:
    empty = Record(Document("empty", "Nothing was said."), ())
    bare = Record(Document("bare", "It is so."), (Statement("s", None, (), (), (), "indirect", (), 0.1),))
    for record in (empty, bare):
        store.writer().add(record)
    assert list(store.records()) == [empty, bare]
    assert list(checks.faults(store.base)) == []


def test_dates_are_those_of_saying_else_of_publication(store: Store) -> None:
    store.writer().add(full())
    store.writer().add(report("b", ("Ben Achebe", "The pier is old"), published_on=date(2024, 5, 2)))
    spring, may = Filters(until=date(2024, 3, 31)), Filters(since=date(2024, 5, 1))
    assert {hit.name for hit in store.statements(None, spring)} == {"pier.txt"}
    assert {hit.name for hit in store.statements(None, may)} == {"b"}
    assert next(hit.name for hit in store.statements("pier", sort="latest")) == "b"
    assert [hit.name for hit in store.statements("pier", sort="earliest")][-1] == "b"


def test_marks_show_on_every_hit_until_taken_back(store: Store) -> None:
    record = report("a", ("Maya Ortega", "The pier will stand"))
    store.writer().add(record)
    key = key_of(record.document)
    store.mark(key, "retracted", author="kim", note="an error")
    assert store.statements("pier")[0].marks == ("retracted",)
    assert store.unmark(key) == 1
    assert store.statements("pier")[0].marks == ()
    with pytest.raises(StoreError, match="has no document"):
        store.mark("nowhere", "retracted", author="kim")


def test_a_review_is_of_a_statement_that_is_there_and_can_be_taken_back(store: Store) -> None:
    record = report("a", ("Maya Ortega", "The pier will stand"))
    store.writer().add(record)
    identity = record.statements[0].id
    store.review(identity, "correct", author="kim", field="said_on", value="2024-03-01..2024-03-03")
    store.review(identity, "note", author="kim", value="heard it too")
    hit = store.statements()[0]
    assert (hit.day_from, hit.day_to) == ("2024-03-01", "2024-03-03")
    assert store.undo_review(identity) == "note heard it too"
    assert store.undo_review(identity).startswith("correct said_on")
    assert store.statements()[0].day_from is None
    for field, value in (
        ("act", "shouting"),
        ("said_on", "yesterday"),
        ("content", "x"),
        ("negated", "maybe"),
    ):
        with pytest.raises(StoreError, match="cannot be"):
            store.review(identity, "correct", author="kim", field=field, value=value)
    with pytest.raises(StoreError, match="has no statement"):
        store.review("f" * 16, "accept", author="kim")
    with pytest.raises(StoreError, match="nothing was decided"):
        store.undo_review(identity)


def test_who_is_one_with_whom(store: Store) -> None:
    writer = store.writer()
    writer.add(report("a", ("Maya Ortega", "The pier will stand"), ("Ortega", "It is strong")))
    writer.add(report("b", ("Mayor M. Ortega", "So be it"), ("Luis Ortega", "I am another")))
    assert len(store.people()) == 4
    store.judge(lambda base: people.merge(base, "Ortega", "Maya Ortega", author="kim"))
    store.judge(lambda base: people.merge(base, "Mayor M. Ortega", "Ortega", author="kim"))
    assert [(p.name, p.statements) for p in store.people()] == [("Maya Ortega", 3), ("Luis Ortega", 1)]
    assert len(store.statements(None, Filters(speaker="Maya Ortega"))) == 3
    for one, other in (("Maya Ortega", "Mayor M. Ortega"), ("Ortega", "Ortega"), ("Maya Ortega", "Ortega")):
        with pytest.raises(StoreError, match="one person already"):
            store.judge(partial(people.merge, name=one, into=other, author="kim"))
    store.judge(lambda base: people.split(base, "Mayor M. Ortega", "Maya Ortega", author="kim"))
    assert {p.name: p.statements for p in store.people()} == {
        "Maya Ortega": 2, "Luis Ortega": 1, "Mayor M. Ortega": 1,
    }  # fmt: skip
    with pytest.raises(StoreError, match="judged to be different"):
        store.judge(lambda base: people.merge(base, "Mayor M. Ortega", "Ortega", author="kim"))
    store.judge(lambda base: people.undo(base, "Mayor M. Ortega"))
    store.judge(lambda base: people.merge(base, "Mayor M. Ortega", "Ortega", author="kim"))
    writer.add(report("c", ("Ortega", "Once more")))
    assert {p.name: p.statements for p in store.people()} == {"Maya Ortega": 4, "Luis Ortega": 1}
    with pytest.raises(StoreError, match=r"nobody is called 'Ana Ortega'"):
        store.judge(lambda base: people.merge(base, "Ana Ortega", "Ortega", author="kim"))


def test_one_name_in_one_document_can_be_somebody_else(store: Store) -> None:
    writer = store.writer()
    first = report("a", ("John Smith", "The pier will stand"), about="John Smith")
    other = report(
        "b", ("John Smith", "I sell boats"), ("Maya Ortega", "John Smith sells boats"), about="John Smith"
    )
    for record in (first, other):
        writer.add(record)
    key = key_of(other.document)
    called = store.judge(
        lambda base: people.split_off(base, "John Smith", key, author="kim", label="John Smith II.b")
    )
    assert called == "John Smith II.b"
    assert {p.name: p.statements for p in store.people()} == {
        "John Smith": 1,
        "John Smith II.b": 1,
        "Maya Ortega": 1,
    }
    assert [h.name for h in store.statements(None, Filters(about="John Smith II.b"))] == ["b"]
    writer.add(other, again=True)
    assert [h.name for h in store.statements(None, Filters(speaker="John Smith"))] == ["a"]
    with pytest.raises(StoreError, match="already"):
        store.judge(lambda base: people.split_off(base, "John Smith", key, author="kim"))
    store.judge(lambda base: people.undo(base, "John Smith II.b"))
    assert len(store.statements(None, Filters(speaker="John Smith"))) == 2
    assert list(checks.faults(store.base)) + list(checks.remarks(store.base)) == []
