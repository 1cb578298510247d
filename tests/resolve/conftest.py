"""Statements made by hand: a text whose parts are marked in place.

``{s:Ann Lee} {c:said} {k:that {s2:she} {c2:hoped} {k2:to win}}`` is the text "Ann Lee said that she hoped to
win" with two statements, the second within the first one's content.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from onrecord.resolve.statements import statements
from onrecord.types import Attribution, Document, Record, Span

Made = Callable[..., Record]
_OPENING = re.compile(r"\{([sck])(\d*):")


def _plain(marked: str) -> tuple[str, dict[tuple[str, str], list[Span]]]:
    """The text without its marks, and the spans of each statement and role."""
    text = ""
    found: dict[tuple[str, str], list[Span]] = {}
    waiting: list[tuple[str, str, int]] = []
    at = 0
    while at < len(marked):
        opening = _OPENING.match(marked, at)
        if opening:
            waiting.append((opening[2], opening[1], len(text)))
            at = opening.end()
        elif marked[at] == "}":
            number, role, start = waiting.pop()
            found.setdefault((number, role), []).append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, found


def _record(marked: str, published_on: str | None = None) -> Record:
    text, found = _plain(marked)
    numbers = sorted({number for number, _ in found}, key=lambda n: int(n or 1))
    made = [_attribution(found, number) for number in numbers]
    nested = [Attribution(a.source, a.cue, a.content, _parent(a, made)) for a in made]
    day = date.fromisoformat(published_on) if published_on else None
    return Record(Document("test", text, published_on=day), statements(text, nested))


def _attribution(found: dict[tuple[str, str], list[Span]], number: str) -> Attribution:
    source, cue, content = (tuple(found.get((number, role), ())) for role in "sck")
    return Attribution(source, cue, content)


def _parent(one: Attribution, among: list[Attribution]) -> int | None:
    spans = (*one.source, *one.cue, *one.content)
    holding = [
        (other.content[0].end - other.content[0].start, index)
        for index, other in enumerate(among)
        if other is not one and other.content and all(s.within(other.content[0]) for s in spans)
    ]
    return min(holding)[1] if holding else None


@pytest.fixture
def made() -> Made:
    """Makes the record of a marked text; ``published_on`` is ``YYYY-MM-DD``."""
    return _record
