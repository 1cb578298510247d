"""Records made by hand: each line of a report is one statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.types import (
    Addressee,
    Commitment,
    Deadline,
    Document,
    Entity,
    Origin,
    Position,
    Reason,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
    Time,
)


def report(name: str, *said: tuple[str, str], about: str | None = None, **known: Any) -> Record:
    """A report in which each of ``said`` is (speaker, words); ``about`` is a name in the words."""
    text, statements, mentions = "", [], []
    for speaker, words in said:
        start = len(text)
        text += f"{speaker} said “{words}.”\n"
        content = Span(start + len(speaker) + 6, len(text) - 1)
        own = Span(content.start + 1, content.end - 2)
        source, cue = (
            Span(start, start + len(speaker)),
            Span(start + len(speaker) + 1, start + len(speaker) + 5),
        )
        statements.append(
            Statement("to be named", None, (source,), (cue,), (content,), "direct",
                      (own,), 0.9, speaker=Speaker(speaker, "person"), act="assertive", negated=False)
        )  # fmt: skip
        if about and about in words:
            at = text.index(about, start)
            mentions.append(Span(at, at + len(about)))
    entities = (Entity("e1", about, "person", tuple(mentions)),) if about and mentions else ()
    statements = [_named(statement, text) for statement in statements]
    return Record(Document(name, text, **known), tuple(statements), entities)


def _named(statement: Statement, text: str) -> Statement:
    """The statement with an id that is a digest of text and place, as the reader's are."""
    from dataclasses import replace
    from hashlib import sha256

    place = f"{text}\n{statement.content[0].start}"
    return replace(statement, id=sha256(place.encode()).hexdigest()[:16])


FULL_TEXT = (
    "HARBOUR, March 18 — On Monday Maya Ortega promised the board to mend the pier by June. "
    "Read on at The Post."
)


def _at(part: str) -> Span:
    start = FULL_TEXT.index(part)
    return Span(start, start + len(part))


def full() -> Record:
    """A record with every layer that there is."""
    statement = Statement(
        id="f0", parent=None, source=(_at("Maya Ortega"),), cue=(_at("promised"),),
        content=(_at("to mend the pier by June"),), form="indirect", verbatim=(), confidence=0.75,
        speaker=Speaker("Maya Ortega", "person", "mayor", "Q1", "e1", "the city",
                        (Reason(_at("Maya Ortega"), "its own name", 0.9),)),
        act="commissive", sense="promise", negated=False, iterative=True, writer_stance="neutral",
        addressee=Addressee(_at("the board"), "the board"),
        setting=Setting(_at("On Monday"), "meeting", public=True, carried=True),
        said_on=SaidOn(_at("On Monday"), date(2024, 3, 18), date(2024, 3, 18), "day", "the dateline"),
    )  # fmt: skip
    bare = Statement("f1", "f0", (), (), (_at("the pier"),), "mixed", (_at("pier"),), 0.5)
    document = Document(
        "pier.txt", FULL_TEXT, "The pier", "https://post.example/pier", "The Post", "en", date(2024, 3, 18),
        "text", ("one warning",), Origin("The Post", _at("Read on at The Post.")), is_excerpt=True,
    )  # fmt: skip
    return Record(
        document, (statement, bare),
        (Entity("e1", "Maya Ortega", "person", (_at("Maya Ortega"),), "mayor", "Q1"),
         Entity("e2", "the pier", "unknown", (_at("the pier"),))),
        (Time(_at("by June"), "DATE", "2024-06", date(2024, 6, 1), date(2024, 6, 30), "speech", "a month"),),
        (Commitment("c1", "f0", "Maya Ortega", "the board", "promises", _at("mend the pier"), _at("by June"),
                    Deadline(_at("by June"), None, date(2024, 6, 30))),),
        (Position("Maya Ortega", "favor", "the pier", "f0", "implied", _at("mend the pier")),),
    )  # fmt: skip
