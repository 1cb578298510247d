"""A long text read in parts, against the same reports read each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from onrecord.flow import reading
from onrecord.flow.api import default_reader
from onrecord.types import Document, Record, Span

REPORTS = [
    """\
VARNA, Nov. 24 (Wire) — Mayor Ilse Brandt said on Monday that the harbour would not be sold.
She told reporters that Pavel Dorn, her deputy, believes the price is too low.
""",
    """\
“We will build the bridge by June 1,” Governor Ada Reyes promised in an interview on Friday.
Reyes opposes the toll. “I think the toll is unfair,” she said.
""",
    "The council’s lawyer, Omar Lind, denied that anybody had been told.\n",
]


def spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def told(record: Record) -> list[str]:
    """Every string that the record points at, in the order of its layers."""
    layers = (getattr(record, f.name) for f in fields(Record) if f.name != "document")
    return [span.of(record.document.text) for layer in layers for span in spans_in(layer)]


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> Record:
    monkeypatch.setattr(reading, "PART", 200)
    return default_reader().read(Document("long", "".join(REPORTS), published_on=date(2026, 11, 25)))


def test_parts_tell_what_their_texts_tell_alone(in_parts: Record) -> None:
    day = date(2026, 11, 25)
    alone = [default_reader().read(Document("short", text, published_on=day)) for text in REPORTS]
    assert in_parts.document.text == "".join(REPORTS)
    assert sorted(told(in_parts)) == sorted(s for record in alone for s in told(record))
    assert [s.form for s in in_parts.statements] == [s.form for r in alone for s in r.statements]


def test_names_are_unique_and_point_at_each_other(in_parts: Record) -> None:
    statements = {s.id: s for s in in_parts.statements}
    assert len(statements) == len(in_parts.statements)
    assert any(s.parent for s in in_parts.statements)
    for s in in_parts.statements:
        outer = statements[s.parent].content if s.parent else s.content
        assert any(c.within(p) for c in s.content for p in outer)
    entities = {e.id: e for e in in_parts.entities}
    assert list(entities) == [f"e{n}" for n in range(1, len(in_parts.entities) + 1)]
    speakers = [s.speaker for s in in_parts.statements if s.speaker and s.speaker.refers_to]
    assert speakers
    assert all(entities[s.refers_to].name == s.name for s in speakers if s.refers_to)
    assert in_parts.commitments
    assert all(c.statement in statements for c in in_parts.commitments)


def test_the_day_that_the_first_part_tells_holds_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PART", 200)
    text = (
        "VARNA, Nov. 24, 2026 (Wire) — "
        + "The river rose.\n" * 30
        + "Brandt resigned on Monday, Lind said.\n"
    )
    record = default_reader().read(Document("long", text))
    assert record.document.published_on == date(2026, 11, 24)
    assert record.times[-1].earliest == date(2026, 11, 23)


def test_the_same_part_twice_gives_different_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PART", len(REPORTS[2]))
    record = default_reader().read(Document("long", REPORTS[2] * 3))
    assert len({s.id for s in record.statements}) == len(record.statements) == 3
