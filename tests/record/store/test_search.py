"""Search: what is typed is words, whatever it looks like."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.store.made import full, report

from onrecord.errors import StoreError
from onrecord.record.store.filters import Filters
from onrecord.record.store.order import Sort
from onrecord.record.store.store import Store
from onrecord.record.store.words import MOST_TERMS, Term, terms


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pier fees", (Term(("pier",)), Term(("fees",)))),
        ('"new pier" fee*', (Term(("new", "pier")), Term(("fee",), prefix=True))),
        ("“new pier”", (Term(("new", "pier")),)),
        ("D-N.Y.", (Term(("D", "N", "Y")),)),
        ('"open', (Term(("open",)),)),
        (
            "NEAR(a b) OR content:x",
            (Term(("NEAR", "a")), Term(("b",)), Term(("OR",)), Term(("content", "x"))),
        ),
        ("* \" - ' ; -- ()", ()),
        ("", ()),
    ],
)
def test_terms(typed: str, found: tuple[Term, ...]) -> None:
    assert terms(typed) == found


@given(st.text())
def test_terms_hold_letters_and_digits_only(typed: str) -> None:
    for term in terms(typed):
        assert all(word.replace("_", "").isalnum() or not word.isascii() for word in term.words)
        assert not any(sign in word for word in term.words for sign in "\"'*():^-+;\x00")


def test_a_question_of_any_length_is_cut() -> None:
    assert len(terms("word " * 100_000)) == MOST_TERMS


HOSTILE = [
    '"', "'; DROP TABLE statements; --", "content:pier", "pier AND", "NOT pier", "NEAR(pier, 2)", "pier^2",
    "^pier", "pier OR (", "{content}: pier", "* * *", '""pier""', "pier\x00", "pier & !x | <->",
    "%s ? :a $1", "\\", "ピア", "🦆",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_syntax_is_only_words(store: Store, typed: str) -> None:
    store.writer().add(full())
    if terms(typed):
        store.statements(typed)
    store.view().near(typed)
    store.view().places(typed)
    store.view().positions(typed)
    store.people(named=typed)
    assert store.status().documents == 1


def test_words_phrases_prefixes_and_stems(store: Store) -> None:
    store.writer().add(report("a", ("Maya Ortega", "The new pier costs the town dearly")))
    store.writer().add(report("b", ("Ben Achebe", "A pier that is new is no cheap thing, and costs")))

    def found(typed: str) -> list[str]:
        return sorted(hit.name for hit in store.statements(typed))

    assert found("pier new") == ["a", "b"]
    assert found('"new pier"') == ["a"]
    assert found("cost*") == ["a", "b"]
    assert found("costing") == ["a", "b"]
    assert found("dear*") == ["a"]
    assert found("PIER") == ["a", "b"]
    assert found("the") == ["a"], "small words can be asked for"
    assert found("pier nowhere") == []


def test_what_matches_is_marked_at_its_place(store: Store) -> None:
    store.writer().add(report("a", ("Maya Ortega", "Piers and a pier, and the new pier")))
    (hit,) = store.statements('"new pier" and')
    assert [hit.content[start:end].lower() for start, end in hit.marked] in (
        ["and", "and", "new pier"], ["and", "and", "new", "pier"], ["and", "pier", "and", "new", "pier"],
    )  # fmt: skip


def test_every_filter_narrows(store: Store) -> None:
    store.writer().add(full())
    store.writer().add(
        report("b", ("Ben Achebe", "Ask Maya Ortega about the pier"), about="Maya Ortega",
               publisher="The Mail", published_on=date(2024, 1, 1))
    )  # fmt: skip

    def found(**narrowed: object) -> set[str]:
        return {hit.id[:2] for hit in store.statements("pier", Filters(**narrowed))}  # type: ignore[arg-type]

    other = store.statements(None, Filters(outlet="The Mail"))[0].id[:2]
    assert found() == {"f0", "f1", other}
    assert found(speaker="Ortega") == found(act="commissive") == found(addressee="the board") == {"f0"}
    assert found(medium="meeting") == {"f0"}
    assert found(form="direct") == found(outlet="The Mail") == found(about="Maya Ortega") == {other}
    assert found(kind="person") == {"f0", other}
    assert found(since=date(2024, 2, 1)) == {"f0", "f1"}
    assert found(until=date(2024, 2, 1)) == {other}
    assert found(speaker="Nobody Known") == found(about="Nobody Known") == set()


def test_signs_without_a_word_are_said_to_be_none(store: Store) -> None:
    with pytest.raises(StoreError, match="no word to search for"):
        store.statements("?!")
    assert store.statements("  ") == []


def test_of_a_word_that_is_everywhere_the_last_added_are_ranked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.record.store.order.RANKED", 3)
    for number in range(5):
        store.writer().add(
            report(f"{number}", ("Maya Ortega" if number < 2 else "Ben Achebe", f"The pier, part {number}"))
        )
    assert {hit.name for hit in store.statements("pier", sort="best", limit=2)} < {"2", "3", "4"}
    assert len(store.statements("pier", sort="best")) == 5, "as many as are asked for are ranked"
    assert len(store.statements("pier", sort="earliest")) == 5
    assert store.ranked_in_part("pier")
    assert not store.ranked_in_part("part 3")
    assert not store.ranked_in_part("pier", Filters(speaker="Ortega"))
    found = store.statements("pier", Filters(speaker="Ortega"), sort="best", limit=2)
    assert {hit.name for hit in found} == {"0", "1"}, "a filter lets none go that an index finds"


@pytest.mark.parametrize("few", [0, 2000])
def test_ways_to_find_give_the_same(store: Store, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """Whether an index is walked and each row tested, or the rows that fit are read and sorted."""
    monkeypatch.setattr("onrecord.record.store.filters._FEW", few)
    days = [date(2024, 3, 1), None, date(2024, 1, 1), date(2024, 2, 1), date(2024, 1, 1), None]
    for number, day in enumerate(days):
        said = (
            ("Maya Ortega", f"Ask Ben Achebe about the pier {number}"),
            ("Ben Achebe", f"The pier, number {number}"),
        )
        known = {"publisher": "The Post" if number % 2 else "The Mail", "published_on": day}
        store.writer().add(report(f"{number}", *said[: 1 + number % 2], about="Ben Achebe", **known))

    def found(words: str | None, sort: Sort, limit: int = 10, **narrowed: object) -> str:
        hits = store.statements(words, Filters(**narrowed), sort=sort, limit=limit)  # type: ignore[arg-type]
        return "".join(hit.name for hit in hits)

    assert found("pier", "earliest") == found(None, "earliest") == found("pier*", "earliest") == "243301155"
    assert found("pier", "latest") == "033241155"
    assert found("pier", "latest", limit=4) == "0332"
    assert found("pier", "earliest", limit=6) == "243301"
    assert (
        found("pier", "earliest", outlet="The Post") == found(None, "earliest", outlet="The Post") == "331155"
    )
    assert found("pier", "earliest", about="Achebe") == found(None, "earliest", about="Achebe") == "243015"
    assert found("pier", "earliest", speaker="Achebe", outlet="The Post") == "315"
    assert (
        found("pier", "earliest", since=date(2024, 2, 1))
        == found(None, "best", since=date(2024, 2, 1))
        == "330"
    )
    assert found("pier", "latest", until=date(2024, 2, 1)) == "3324"
    assert sorted(found("pier", "best", about="Achebe")) == sorted("243015")
    assert sorted(found("pier", "best", outlet="The Post", speaker="Achebe")) == sorted("315")
