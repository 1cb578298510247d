"""What the network's mentions do to whom pronouns stand for, with mentions written for these tests."""

from __future__ import annotations

from onrecord.resolve.people import people
from onrecord.types import Document, Mention, Record, Span, Statement

from .conftest import at, statement

TEXT = "Ruth Adeyemi spoke first. Living with her aunt, Maya Ortega said that the pier would close."


def mentions_of(text: str, forward: float) -> tuple[Mention, ...]:
    """Ruth, "her" and Maya, of whom Maya goes back to "her" with a chance of ``forward``."""
    return (
        Mention(at(text, "Ruth Adeyemi"), "person", "name", 0.9),
        Mention(at(text, "her"), "person", "pronoun", 0.9, ((0, 0.2),), 0.8),
        Mention(at(text, "Maya Ortega"), "person", "name", 0.9, ((1, forward),), 1 - forward),
    )


def whose(text: str, word: str, record: Record) -> list[str | None]:
    span: Span = at(text, word)
    return [e.name for e in record.entities if span in e.mentions]


def read(text: str, mentions: tuple[Mention, ...]) -> Record:
    said: Statement = statement(text, 0, ("Maya Ortega", "said", "that the pier would close"), None)
    return people(Record(Document("text", text), (said,)), mentions)


def test_a_name_that_goes_back_to_a_pronoun_is_whom_it_means() -> None:
    assert whose(TEXT, "her", read(TEXT, mentions_of(TEXT, 0.95))) == ["Maya Ortega"]


def test_a_later_name_that_does_not_go_back_to_it_is_not() -> None:
    assert whose(TEXT, "her", read(TEXT, mentions_of(TEXT, 0.01))) != ["Maya Ortega"]
