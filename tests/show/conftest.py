"""A record made by hand: nested, discontinuous, with and without a source."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.types import Document, Form, Record, Span, Statement

TEXT = (
    "“The mayor explained why she is worried about the pier,” Maya Ortega told the board on Monday.\n"
    "\n"
    "It was reported that “no money” is left, and the pier, Ortega warned, “will not last.”\n"
)
OUTER = "“The mayor explained why she is worried about the pier,”"
INNER = "why she is worried about the pier"


def at(part: str, *, after: int = 0) -> Span:
    """Where ``part`` first stands in the text."""
    start = TEXT.index(part, after)
    return Span(start, start + len(part))


def made(id: str, form: Form, parent: str | None = None, **roles: tuple[Span, ...]) -> Statement:  # noqa: A002
    empty: tuple[Span, ...] = ()
    source, cue, content = (roles.get(role, empty) for role in ("source", "cue", "content"))
    return Statement(id, parent, source, cue, content, form, roles.get("verbatim", empty), 0.875)


@pytest.fixture
def record() -> Record:
    warned = (at("the pier", after=100), at("“will not last.”"))
    statements = (
        made("a", "direct", source=(at("Maya Ortega"),), cue=(at("told"),), content=(at(OUTER),),
             verbatim=(at("The mayor explained"),)),
        made("b", "indirect", "a", source=(at("The mayor"),), cue=(at("explained"),), content=(at(INNER),)),
        made("c", "indirect", "b", source=(at("she"),), cue=(at("worried"),),
             content=(at("about the pier"),)),
        made("d", "mixed", cue=(at("reported"),), content=(at("“no money” is left"),),
             verbatim=(at("no money"),)),
        made("e", "mixed", source=(at("Ortega", after=100),), cue=(at("warned"),), content=warned,
             verbatim=(at("will not last."),)),
    )  # fmt: skip
    document = Document(
        "pier.txt", TEXT, title="Board told of the pier", language="en", published_on=date(2024, 3, 18),
        published_on_from="argument",
    )  # fmt: skip
    return Record(document, statements)
