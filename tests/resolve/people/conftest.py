"""Texts with their attributions marked by hand, read by the rules alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from onrecord.resolve.people import people
from onrecord.types import Document, Entity, PeopleTable, Record, Span, Speaker, Statement

Said = tuple[str, str, str] | tuple[str, str, str, int]
"""Source, cue and content as words of the text, "" for none; the number of the statement around it."""


def at(text: str, words: str, near: int = 0) -> Span:
    """The first place of ``words`` in ``text`` from ``near`` on."""
    start = text.index(words, near)
    return Span(start, start + len(words))


def statement(text: str, number: int, said: Said, above: Statement | None) -> Statement:
    """A statement from words; a nested one is looked for within the content of the one above."""
    source, cue, content = said[:3]
    low = above.content[0].start if above else 0
    middle = at(text, content, low) if content else None
    spans = {}
    for role, words in (("source", source), ("cue", cue)):
        spans[role] = (_nearest(text, words, middle, low),) if words else ()
    form = "direct" if content[:1] in '“"' and content else "indirect"
    return Statement(
        f"s{number}", above.id if above else None, spans["source"], spans["cue"], (middle,) if middle else (),
        form, (), 0.9,  # type: ignore[arg-type]
    )  # fmt: skip


def _nearest(text: str, words: str, middle: Span | None, low: int) -> Span:
    """Of the places of ``words`` the one nearest to the content."""
    places, start = [], text.find(words, low)
    while start >= 0:
        places.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    goal = middle or Span(low, low + 1)
    return min(places, key=lambda s: min(abs(s.end - goal.start), abs(s.start - goal.end)))


@dataclass(frozen=True)
class Read:
    """What resolving gave: the record, and what tests ask of it."""

    record: Record

    @property
    def speakers(self) -> list[Speaker | None]:
        return [s.speaker for s in self.record.statements]

    @property
    def names(self) -> list[str | None]:
        return [s.speaker.name if s.speaker else None for s in self.record.statements]

    def entity(self, name: str) -> Entity:
        """The one entity of this name."""
        (found,) = [e for e in self.record.entities if e.name == name]
        return found

    def mentions(self, name: str) -> list[str]:
        """The words of every mention of an entity."""
        return [span.of(self.record.document.text) for span in self.entity(name).mentions]


@pytest.fixture
def resolved() -> Callable[..., Read]:
    """Resolve a text whose attributions are given as words."""

    def read(
        text: str, *said: Said, table: PeopleTable | None = None, published_on: date | None = None
    ) -> Read:
        made: list[Statement] = []
        for number, one in enumerate(said):
            above = made[one[3]] if len(one) > 3 else None
            made.append(statement(text, number, one, above))
        record = Record(Document("t", text, published_on=published_on), tuple(made))
        return Read(people(record, table=table))

    return read
