from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.ask.memory import MemoryView
from onrecord.ask.view import Searched, View

Views = Callable[..., MemoryView]


def test_it_is_a_view(view_of: Views) -> None:
    view: View = view_of("daily", "herald")
    assert view.searched() == Searched(2, date(2031, 5, 6), date(2031, 5, 7))
    assert view_of("gazette").searched() == Searched(1, None, None)
    assert view_of().searched() == Searched(0)


def test_near_is_by_words_and_speaker(view_of: Views) -> None:
    view = view_of("daily", "herald", "gazette")
    words = "the river belongs to nobody but the people of the valley"
    assert {f.statement.id for f in view.near(words)[:2]} == {"h2", "g1"}
    assert [f.statement.id for f in view.near(words, speaker="Hollis")][:1] == ["h2"]
    assert view.near("") == []


def test_places_are_found_up_to_case_and_typography(view_of: Views) -> None:
    view = view_of("daily", "gazette")
    places = view.places("THE EVER SMILING MAYOR")
    assert [p.span.of(p.document.text) for p in places] == ["the ever-smiling mayor"]
    assert view.places("no such words") == view.places("…") == []


def test_everybody_comes_by_day_of_publication(view_of: Views) -> None:
    view = view_of("gazette", "herald", "daily")
    order = [f.document.id for f in view.by_speaker(None)]
    assert list(dict.fromkeys(order)) == ["daily", "herald", "gazette"]
    assert {f.statement.id for f in view.by_speaker("Mayor Quint")} == {"d1", "d2", "d3", "d6", "h1", "g1"}
    assert len(view.by_speaker(None, limit=3)) == 3


def test_what_stands_beside(view_of: Views) -> None:
    view = view_of("daily")
    assert [b.commitment.id for b in view.commitments("Quint")] == ["c1"]
    assert view.commitments("Hollis") == []
    assert [s.position.holder for s in view.positions("the dam")] == ["Farmers", "Ada Quint"]
    assert view.positions("the stadium") == []
    assert [s.position.holder for s in view.positions(holder="Quint")] == ["Ada Quint"]
    assert [f.statement.id for f in view.said_between(date(2031, 5, 1), date(2031, 5, 5))] == ["d1"]
    assert view.said_between(date(2031, 5, 6), date(2031, 5, 9)) == []
    assert view.document("daily") is not None
    assert view.document("weekly") is None
    assert view.statement("daily", "zz") is None
