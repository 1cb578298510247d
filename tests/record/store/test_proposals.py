"""Who may be one person: scores by names and statements, and what a rule decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.record.store.made import report

from onrecord.errors import StoreError
from onrecord.record.store import people
from onrecord.record.store.nicknames import short_for
from onrecord.record.store.proposals import Proposal, proposals
from onrecord.record.store.store import Store
from onrecord.types import Record


def called(record: Record, *descriptions: str | None) -> Record:
    """The record with what its speakers are called."""
    told = []
    for statement, description in zip(record.statements, descriptions, strict=True):
        assert statement.speaker is not None
        told.append(replace(statement, speaker=replace(statement.speaker, description=description)))
    return replace(record, statements=tuple(told))


def by_name(store: Store) -> dict[tuple[str, str], Proposal]:
    return {(p.name, p.into): p for p in proposals(store.base)}


def test_the_best_known_of_a_last_name_comes_first(store: Store) -> None:
    for number in range(3):
        store.writer().add(
            called(report(f"a{number}", ("Maya Ortega", f"Part {number} of the pier")), "mayor")
        )
    store.writer().add(report("b", ("Luis Ortega", "I sell boats")))
    store.writer().add(called(report("c", ("Ortega", "The fees will stay")), "Mayor"))
    found = by_name(store)
    assert found["Ortega", "Maya Ortega"].score >= 0.9
    assert "both called 'mayor'" in found["Ortega", "Maya Ortega"].reason
    assert ("Ortega", "Luis Ortega") not in found, "hardly anything speaks for it"
    assert list(found) == sorted(found, key=lambda of: -found[of].score)


def test_one_bearer_of_a_last_name_is_no_proof(store: Store) -> None:
    store.writer().add(report("a", ("Maya Ortega", "The pier will stand")))
    store.writer().add(report("b", ("Ortega", "So it will"), ("Ben Achebe", "No"), ("Achebe", "Never")))
    assert by_name(store)["Ortega", "Maya Ortega"].score == 0.35
    assert by_name(store)["Achebe", "Ben Achebe"].score == 0.68, "in the same report"
    assert store.decide_people() == []


def test_titles_of_a_man_and_a_woman_speak_against(store: Store) -> None:
    store.writer().add(called(report("a", ("Maya Ortega", "The pier will stand")), "Mrs"))
    store.writer().add(called(report("b", ("Ortega", "I sell boats")), "Mr"))
    assert by_name(store)["Ortega", "Maya Ortega"].score <= 0.1


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Maya Ortega", "Maya J. Ortega", 0.9, 0.9),
        ("Maya Ortega", "Maya Jane Ortega", 0.9, 0.9),
        ("Maya J. Ortega", "Maya J. R. Ortega", 0.3, 0.3),
        ("Joe Achebe", "Joseph K. Achebe", 0.75, 0.75),
        ("Ben Achebe", "Harbour Master Ben Achebe", 0.75, 0.75),
        ("Ben Achebe", "B. Achebe", 0.6, 0.6),
        ("Ben Achebe", "Luis Achebe", 0, 0),
        ("Ben Achebe", "Ben Ortega", 0, 0),
    ],
)
def test_full_names_are_scored_by_what_they_share(
    store: Store, one: str, other: str, least: float, most: float
) -> None:
    store.writer().add(report("a", (one, "The pier will stand")))
    store.writer().add(report("b", (other, "I sell boats")))
    scores = [proposal.score for proposal in proposals(store.base)] or [0]
    assert least <= scores[0] <= most


def test_the_rule_decides_initials_alone_and_can_be_taken_back(store: Store) -> None:
    for number in range(2):
        store.writer().add(report(f"a{number}", ("Maya Ortega", f"Part {number} of the pier")))
    store.writer().add(report("b", ("Maya J. Ortega", "I sell boats"), ("Joe Achebe", "So do I")))
    store.writer().add(report("c", ("Joseph Achebe", "I do not")))
    (done,) = store.decide_people()
    assert (done.name, done.into) == ("Maya J. Ortega", "Maya Ortega")
    assert {p.name: p.statements for p in store.people()}["Maya Ortega"] == 3
    sql = "SELECT author, score FROM identities"
    assert [tuple(row) for row in store.base.rows(sql)] == [("onrecord", 0.9)]
    assert store.decide_people() == [], "what is one already is not decided again"
    assert store.judge(lambda base: people.undo(base, "Maya J. Ortega")) == "Maya J. Ortega is Maya Ortega"
    assert store.decide_people() == [], "what somebody took back stays so"
    assert ("Maya J. Ortega", "Maya Ortega") in by_name(store), "a human may still be asked"


@pytest.mark.parametrize("third", ["Maya K. Ortega", "Maya Rosa Ortega"])
def test_the_rule_leaves_alone_where_a_third_can_be_meant(store: Store, third: str) -> None:
    for number, name in enumerate(("Maya Ortega", "Maya J. Ortega", third)):
        store.writer().add(report(f"{number}", (name, f"Part {number} of the pier")))
    assert store.decide_people() == []


def test_father_and_son_are_not_joined(store: Store) -> None:
    store.writer().add(report("a", ("Luis W. Ortega", "The pier will stand")))
    store.writer().add(report("b", ("Luis H. W. Ortega", "It stood in my time")))
    assert store.decide_people() == []


def test_the_rule_respects_who_was_judged_different(store: Store) -> None:
    store.writer().add(
        report("a", ("Maya Ortega", "The pier will stand"), ("Maya J. Ortega", "I sell boats"))
    )
    store.judge(lambda base: people.split(base, "Maya Ortega", "Maya J. Ortega", author="kim"))
    assert store.decide_people() == []
    with pytest.raises(StoreError, match="judged to be different"):
        store.judge(lambda base: people.merge(base, "Maya Ortega", "Maya J. Ortega", author="kim"))


def test_a_judgement_waits_for_its_name_to_be_read(store: Store) -> None:
    first, second = report("a", ("Maya Ortega", "The pier will stand")), report("b", ("Maya J. Ortega", "No"))
    store.writer().add(first)
    store.writer().add(second)
    assert len(store.decide_people()) == 1
    for record in (first, second):
        store.writer().add(record, again=True)
    assert [(p.name, p.statements) for p in store.people()] == [("Maya Ortega", 2)]


def test_short_forms_of_first_names() -> None:
    assert short_for("joe", "joseph")
    assert short_for("elizabeth", "beth")
    assert not short_for("joe", "john")
    assert not short_for("maya", "maya")
