"""The layers in few words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from onrecord.show.details import details, entries, interval
from onrecord.show.page import write_page
from onrecord.show.terminal import Sheet, write_text
from onrecord.types import (
    Addressee,
    Commitment,
    Deadline,
    Entity,
    Position,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Time,
)

MONDAY = date(2024, 3, 18)


@pytest.fixture
def full(record: Record) -> Record:
    text = record.document.text
    board, monday = (Span(text.index(w), text.index(w) + len(w)) for w in ("the board", "on Monday"))
    first, *others = record.statements
    first = replace(
        first, speaker=Speaker("Maya Ortega", "person"), act="assertive", sense="tell", negated=True,
        iterative=True, writer_stance="doubted", addressee=Addressee(board, "board"),
        setting=Setting(monday, "press_conference", public=False, carried=True),
        said_on=SaidOn(monday, MONDAY, MONDAY),
    )  # fmt: skip
    return replace(
        record,
        statements=(first, *others),
        entities=(Entity("e1", "Maya Ortega", "person", (board,), "mayor"),),
        times=(Time(monday, "DATE", "2024-03-18", MONDAY, None, note="why"),),
        commitments=(
            Commitment("c", first.id, "Ortega", "Lee", "agrees", board, None, Deadline(monday, None, MONDAY)),
        ),
        positions=(Position("Ortega", "favor", "the <pier>", first.id, "implied", board),),
    )


def test_all_that_is_known_of_a_statement(full: Record) -> None:
    assert list(details(full.document.text, full.statements[0])) == [
        "assertive: tell", "not said, or only supposed", "more than once", "doubted by the writer",
        "to board", "press conference (on Monday), not public, carried over", "on Monday (2024-03-18)",
    ]  # fmt: skip


def test_nothing_known_is_nothing_said(record: Record) -> None:
    assert list(details(record.document.text, record.statements[0])) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        (MONDAY, MONDAY, "2024-03-18"),
        (None, MONDAY, "up to 2024-03-18"),
        (MONDAY, None, "from 2024-03-18"),
        (MONDAY, date(2024, 3, 19), "2024-03-18 to 2024-03-19"),
    ],
)
def test_an_interval_in_words(earliest: date | None, latest: date | None, words: str) -> None:
    assert interval(earliest, latest) == words


@pytest.mark.parametrize(
    ("layer", "entry"),
    [
        ("commitments", ("Ortega", "agrees: the board", "to Lee · by on Monday (up to 2024-03-18)")),
        ("positions", ("Ortega", "for the <pier>", "implied: the board")),
        ("times", ("on Monday", "DATE 2024-03-18", "from 2024-03-18 · why")),
        ("entities", ("Maya Ortega", "person", "mayor · 1 × the board")),
        ("statements", None),
    ],
)
def test_entries_of_each_layer(full: Record, layer: str, entry: tuple[str, str, str] | None) -> None:
    assert list(entries(full, layer)) == ([entry] if entry else [])


@pytest.mark.parametrize("layer", ["commitments", "positions", "times", "entities", "statements"])
def test_one_layer_by_itself_on_a_terminal(full: Record, layer: str) -> None:
    stream = io.StringIO()
    write_text([full], stream, Sheet(70), only=layer)
    shown = stream.getvalue()
    assert ("explained" in shown) == (layer == "statements")
    assert ("agrees" in shown) == (layer == "commitments")


def test_a_terminal_shows_the_commitments_and_positions_after_the_statements(full: Record) -> None:
    stream = io.StringIO()
    write_text([full], stream, Sheet(70))
    shown = stream.getvalue()
    assert shown.index("warned") < shown.index("Commitments") < shown.index("Positions")


def test_a_page_has_them_too_and_what_its_filters_go_by(full: Record) -> None:
    stream = io.StringIO()
    write_page([full], stream)
    page = stream.getvalue()
    assert 'data-speaker="Maya Ortega" data-act="assertive" data-form="direct"' in page
    assert "for the &lt;pier&gt;" in page
    assert '<a href="#s1-1">statement 1</a>' in page
