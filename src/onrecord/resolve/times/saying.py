"""When something was said: the time expression that goes with the act of saying, not with what was said.

It stands in the clause of the cue: right after it ("told reporters on Monday"), before its subject ("On
Monday, she said", "In an interview last week with ..., he said"), or between the two ("She on Monday said").
Words that open another clause, and other verbs, keep a time from it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.resolve.times.clauses import (
    OCCASIONS,
    SPEAKING,
    Clause,
    attached,
    clause_of,
    modifies,
    positions,
)
from onrecord.resolve.times.dateline import is_date_line, is_dateline
from onrecord.resolve.times.words import Words, words_of
from onrecord.types import Document, SaidOn, Statement, Time

_TELLING = OCCASIONS | SPEAKING
_LOOK_BACK = 4
_RECENT = frozenset(("recently", "recent", "lately"))
_AHEAD = frozenset(("next", "coming", "tomorrow"))
_OTHER_TIMES = frozenset("has have had having will would ’ll 'll may might could should is are".split())
_PRECISIONS = {4: "year", 3: "decade", 2: "century", 7: "month", 10: "day"}


def dated(
    document: Document, statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Statement, ...]:
    """``statements`` with their ``said_on``.

    One that goes on in the same sentence by the same source ("..., adding that") has that of the one before;
    what is in the next sentence has not.
    """
    words = words_of(document.text)
    out: list[Statement] = []
    for statement in statements:
        found = _said_on(words, statement, times, document.published_on)
        if found is None and statement.cue:
            before = next((s for s in reversed(out[-_LOOK_BACK:]) if _goes_on(words, s, statement)), None)
            found = before.said_on if before else None
        out.append(replace(statement, said_on=found))
    return tuple(out)


def said_on(document: Document, statement: Statement, times: Sequence[Time]) -> SaidOn | None:
    """The day or days on which ``statement`` was made as its own words give them, None where they are silent.

    Args:
        document: where it stands.
        statement: its cue's clause is looked at; one without a cue has no time.
        times: the time expressions of the document, in the order of the text.
    """
    return _said_on(words_of(document.text), statement, times, document.published_on)


def _said_on(
    words: Words, statement: Statement, times: Sequence[Time], published: date | None
) -> SaidOn | None:
    if not statement.cue:
        return None
    clause = clause_of(words, statement)
    first = words.starts[clause.start]
    last = words.ends[clause.end - 1]
    near = times[bisect_left(times, first, key=_start) : bisect_left(times, last, key=_start)]
    candidates = [t for t in near if _can_date(t, statement, words) and not _is_ahead(words, t, published)]
    for time in _best_first(clause, candidates):
        if modifies(words, time) and attached(clause, statement, time):
            return _of(time, published)
    return None


def _start(time: Time) -> int:
    return time.span.start


def _can_date(time: Time, statement: Statement, words: Words) -> bool:
    """Whether ``time`` is a date outside what was said, and no vague "now" or "soon"."""
    text = words.text
    if time.type not in {"DATE", "TIME"} or time.value in {"PRESENT_REF", "FUTURE_REF", None}:
        return False
    lowers = time.span.of(text).lower().split()
    if lowers == ["then"] or (time.value == "PAST_REF" and _RECENT.isdisjoint(lowers)):
        return False  # "once", "in the past": nobody could look for it
    if any(time.span.overlaps(span) for span in statement.content):
        return False
    inside = [s for s in statement.source if time.span.overlaps(s)]
    if any(_TELLING.isdisjoint(s.of(text).lower().split()) for s in inside):
        return False  # "the architect of the 2008 campaign said"; a report or speech has its own date
    return not (is_dateline(text, time.span) or is_date_line(words, *positions(words, time.span)))


def _is_ahead(words: Words, time: Time, published: date | None) -> bool:
    """Whether ``time`` is after the day of publication: what is to be said was not said."""
    if published is None or time.earliest is None:
        return not _AHEAD.isdisjoint(time.span.of(words.text).lower().split())
    return time.earliest > published


def _best_first(clause: Clause, times: Sequence[Time]) -> list[Time]:
    """Times after the cue first, then the nearest to it."""
    cue = clause.words.starts[clause.cue[0]]
    return sorted(times, key=lambda t: (t.value == "PAST_REF", t.span.start < cue, abs(t.span.start - cue)))


def _goes_on(words: Words, before: Statement, statement: Statement) -> bool:
    """Whether ``statement`` is "..., adding that" or "and called for" by the source of ``before``.

    Both stand in one sentence; a perfect or a future ("and has said", "and will say") tells of another time.
    """
    if before.said_on is None or not before.cue or before.parent != statement.parent:
        return False
    cue = statement.cue[0].of(words.text).lower().split()
    participle = cue[0].endswith("ing")
    shared = before.source == statement.source and (participle or cue[0] not in _OTHER_TIMES)
    if not shared and not (participle and not statement.source):
        return False
    one, other = clause_of(words, before), clause_of(words, statement)
    return one.start == other.start


def _of(time: Time, published: date | None) -> SaidOn:
    """``time`` as that of saying: what is reported was said by the day of publication."""
    latest = time.latest
    if published is not None and latest is not None:
        latest = min(latest, max(published, time.earliest or latest))
    return SaidOn(time.span, time.earliest, latest, precision_of(time), time.note)


def precision_of(time: Time) -> str | None:
    """How fine a time is, as in :class:`SaidOn`; None where nothing was resolved."""
    value = time.value
    if value is None or value.startswith("X"):
        return None
    if value.endswith("_REF"):
        return "vague"
    part = value.partition("-")[2][:2]
    if part[:1] == "W" and part != "WI":
        return "weekend" if value.endswith("-WE") else "week"
    if part[:1].isalpha():
        return {"Q": "quarter", "H": "year"}.get(part[0], "season")
    return _PRECISIONS.get(len(value.partition("T")[0]))
