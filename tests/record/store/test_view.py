"""The view that questions are asked of, over both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.record.store.made import FULL_TEXT, full, report

from onrecord.record.store.store import Store
from onrecord.types import Speaker


def test_commitments_and_positions_come_with_document_and_statement(store: Store) -> None:
    store.writer().add(full())
    (bound,) = store.view().commitments("Ortega")
    assert (bound.commitment, bound.statement, bound.document) == (
        full().commitments[0], full().statements[0], full().document,
    )  # fmt: skip
    assert store.view().commitments("Ben Achebe") == []
    (stand,) = store.view().positions("piers", holder="Maya Ortega")
    assert stand.position == full().positions[0]
    assert store.view().positions("the weather?") == [] or store.view().positions("weather") == []
    assert store.view().positions("?!") == []


def test_the_order_of_the_words_tells_more_than_a_rare_one(store: Store) -> None:
    target = report("a", ("Maya Ortega", "We will look at it and say what the town should do about it"))
    store.writer().add(target)
    store.writer().add(report("b", ("Ben Achebe", "The zoning people say that the town hall is old")))
    for number in range(20):
        store.writer().add(report(f"n{number}", ("Ben Achebe", f"It is what we say to the town {number}")))
    found = store.view().near("we will look at it and say what the zoning board should do")
    assert found[0].statement == target.statements[0]


def test_near_finds_altered_cut_and_reordered_words(store: Store) -> None:
    words = "Raising the harbour fees would ruin the small fishing families of this town"
    target = report("a", ("Maya Ortega", words))
    store.writer().add(target)
    for number in range(30):
        store.writer().add(
            report(f"n{number}", ("Ben Achebe", f"The council met {number} times about fishing"))
        )
    for asked in (
        "raising the harbour fees would wreck the small fishing families of this city",
        "ruin the small fishing families",
        "the small fishing families of this town: raising harbour fees would ruin them",
    ):
        assert store.view().near(asked)[0].statement == target.statements[0], asked
    scores = [found.score for found in store.view().near("ruin the small fishing families")]
    assert scores == sorted(scores, reverse=True)
    assert 0.9 < scores[0] <= 1.0
    assert store.view().near("raising the harbour fees", speaker="Ben Achebe", limit=5) == []
    assert store.view().near("") == []
    assert len(store.view().near("fishing", limit=3)) == 3


def test_places_are_found_outside_statements_up_to_case_and_signs(store: Store) -> None:
    store.writer().add(full())
    (place,) = store.view().places("READ ON, at the post")
    assert place.span.of(FULL_TEXT) == "Read on at The Post"
    assert store.view().places("read on at the posts") == []
    assert store.view().places("  ") == []


def test_one_statement_one_document_and_what_was_searched(store: Store) -> None:
    store.writer().add(full())
    store.writer().add(report("b", ("Ben Achebe", "No"), published_on=date(2024, 5, 2)))
    found = store.view().statement("pier.txt", "f0")
    assert found is not None
    assert found.statement == full().statements[0]
    assert store.view().statement("b", "f0") is None
    assert store.view().document("pier.txt") == full().document
    assert store.view().document("nowhere") is None
    searched = store.view().searched()
    assert (searched.documents, searched.earliest, searched.latest) == (
        2,
        date(2024, 3, 18),
        date(2024, 5, 2),
    )


def test_days_of_saying_and_of_publication(store: Store) -> None:
    store.writer().add(full())
    store.writer().add(report("b", ("Ben Achebe", "No"), published_on=date(2024, 5, 2)))
    view = store.view()
    assert [f.statement.id for f in view.said_between(date(2024, 3, 1), date(2024, 3, 31))] == ["f0"]
    assert view.said_between(date(2024, 5, 1), date(2024, 5, 31)) == []
    assert [f.document.id for f in view.published_between(date(2024, 5, 1), date(2024, 5, 31))] == ["b"]


def test_by_speaker_takes_the_last_name_and_keeps_the_order_of_days(store: Store) -> None:
    for day in (9, 3, 6):
        store.writer().add(report(f"{day}", ("Maya Ortega", f"Day {day}"), published_on=date(2024, 1, day)))
    assert [f.document.id for f in store.view().by_speaker("Ortega")] == ["3", "6", "9"]
    assert [f.document.id for f in store.view().by_speaker("Maya Ortega", limit=2)] == ["3", "6"]
    assert store.view().by_speaker("Maja Ortega") == []


def test_corrections_are_seen_by_whoever_asks(store: Store) -> None:
    store.writer().add(full())
    store.review("f0", "correct", author="kim", field="speaker", value="Ben Achebe")
    store.review("f1", "reject", author="kim")
    (found,) = store.view().by_speaker("Achebe")
    assert found.statement == replace(full().statements[0], speaker=Speaker("Ben Achebe", "person"))
    assert [f.statement.id for f in store.view().published_between(date(2024, 1, 1), date(2024, 12, 31))] == [
        "f0"
    ]


def test_marks_are_told_of_documents(store: Store) -> None:
    store.writer().add(report("a", ("Maya Ortega", "One")))
    store.writer().add(report("b", ("Maya Ortega", "Two")))
    key = store.key_of("a")
    assert key is not None
    assert store.view().marked(["a", "b"]) == {}
    store.mark(key, "retracted", author="kim")
    assert store.view().marked(["a", "b", "c"]) == {"a": ("retracted",)}
    store.unmark(key)
    assert store.view().marked(["a"]) == {}
