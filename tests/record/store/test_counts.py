"""The counts that are kept are those of the rows, whatever is done to a record, and after an upgrade too."""

from __future__ import annotations

import pytest
from tests.record.store.made import full, report

from onrecord.record.store import checks, migrating, people, tallies
from onrecord.record.store.base import Base
from onrecord.record.store.filters import Filters
from onrecord.record.store.migrating import migrations
from onrecord.record.store.opening import opened
from onrecord.record.store.rows import key_of
from onrecord.record.store.store import Store


def sound(store: Store) -> bool:
    assert list(tallies.miscounted(store.base)) == []
    return True


def test_counts_follow_whatever_is_done(store: Store) -> None:
    writer = store.writer()
    first = report("a", ("Maya Ortega", "The pier will stand"), ("Ortega", "It is strong"))
    copy = report(
        "b", ("Maya Ortega", "The pier will stand"), ("Ortega", "It is strong"), publisher="The Post"
    )
    writer.add(full())
    writer.add(first)
    assert sound(store)
    writer.add(copy)
    assert sound(store)
    assert (store.status().statements, store.status().repeated) == (4, 2)
    writer.add(copy, again=True)
    assert sound(store)
    writer.remove(key_of(first.document))
    assert sound(store)
    assert (store.status().statements, store.status().repeated) == (4, 0), "its copy took its place"
    writer.remove(key_of(copy.document))
    assert sound(store)
    writer.add(first, again=True)
    identity = first.statements[1].id
    store.review(identity, "correct", author="kim", field="speaker", value="Luis Ortega")
    assert sound(store)
    assert {p.name: p.statements for p in store.people(named="Ortega")} == {
        "Maya Ortega": 2,
        "Luis Ortega": 1,
    }
    store.review(identity, "reject", author="kim")
    assert sound(store)
    assert store.status().speakers == len(store.people()) == 1
    store.undo_review(identity)
    assert sound(store)
    store.judge(lambda base: people.split_off(base, "Maya Ortega", key_of(first.document), author="kim"))
    assert sound(store)
    store.judge(lambda base: people.undo(base, "Maya Ortega"))
    assert sound(store)


def test_a_person_of_several_names_is_counted_once_in_a_document(store: Store) -> None:
    store.writer().add(report("a", ("Maya Ortega", "The pier will stand"), ("Mayor Ortega", "It is strong")))
    store.writer().add(report("b", ("Mayor Ortega", "So be it")))
    store.judge(lambda base: people.merge(base, "Mayor Ortega", "Maya Ortega", author="kim"))
    (person,) = store.people()
    assert (person.name, person.names) == ("Maya Ortega", ("Maya Ortega", "Mayor Ortega"))
    assert (person.statements, person.documents) == (3, 2)
    assert store.status().speakers == 1


def test_wrong_counts_are_faults(store: Store) -> None:
    store.writer().add(full())
    store.base.run("UPDATE names SET said = said + 1 WHERE name = 'Maya Ortega'")
    store.base.run("UPDATE figures SET value = 7 WHERE name = 'statements'")
    told = list(checks.faults(store.base))
    assert told == [
        "the kept count of statements is 7, there are 2",
        "the kept counts of the name 'Maya Ortega' are not those of its statements",
    ]


def test_a_record_of_the_first_form_is_brought_up_to_date(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = "postgres" if address.startswith("postgres") else "sqlite"
    with monkeypatch.context() as older:
        older.setattr(migrating, "migrations", lambda _: migrations(dialect)[:1])
        base = opened(address, writes=True)
        with base.transaction():
            _rows_of_the_first_form(base)
        base.close()
    with Store.open(address, writes=True) as store:
        assert sound(store)
        assert [(p.name, p.statements, p.documents, p.first) for p in store.people()] == [
            ("Maya Ortega", 2, 1, "2024-01-01")
        ]
        assert (store.status().statements, store.status().repeated) == (2, 1)
        assert [hit.content for hit in store.statements("pier", Filters(speaker="Ortega"))] == [
            "the pier 0", "the pier 1",
        ]  # fmt: skip


def _rows_of_the_first_form(base: Base) -> None:
    base.run("INSERT INTO documents (number, key, digest, id, version, text, layers, added_at) "
             "VALUES (1, 'k', 'd', 'a', 1, 'text', '{}', '2026-01-01')")  # fmt: skip
    base.run(
        "INSERT INTO names (number, folded, last, name) VALUES (1, 'maya ortega', 'ortega', 'Maya Ortega')"
    )
    for number in range(3):
        row = (number + 1, number, f"s{number}", f"the pier {number}", f"2024-01-0{number + 1}", number // 2)
        base.run("INSERT INTO statements (number, document, place, id, starts, ends, source, content, form, "
                 "speaker, day_from, confidence, copied, layers) "
                 "VALUES (?, 1, ?, ?, 0, 4, '', ?, 'direct', 1, ?, 0.5, ?, '{}')", row)  # fmt: skip
