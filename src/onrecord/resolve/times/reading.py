"""The time expressions of a document, in the order of its text, and when its statements were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from onrecord.resolve.times.dateline import doubts, with_dateline
from onrecord.resolve.times.events import dated_events
from onrecord.resolve.times.frames import Now, Resolved, Spoken
from onrecord.resolve.times.grammar import expressions
from onrecord.resolve.times.meanings import Calendar, Match, Shift, Then
from onrecord.resolve.times.qualifying import qualified
from onrecord.resolve.times.resolution import resolve
from onrecord.resolve.times.saying import dated
from onrecord.resolve.times.speech import Speech
from onrecord.resolve.times.tense import Tense, ends_sentence, tense_at
from onrecord.resolve.times.words import Words, words_of
from onrecord.types import Document, Record, Statement, Time

_EDGES = {
    "start": "the early part of it", "mid": "the middle of it", "end": "the late part of it",
    "before": "the earlier part of it", "after": "the later part of it", "approx": "approximate",
}  # fmt: skip
_PLANNED = frozenset("for until by to through".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with the tense around it."""

    start: int
    match: Match
    tense: Tense | None


def with_times(record: Record) -> Record:
    """``record`` with its times, when its statements were made, and the day of publication if told.

    Inside a quotation the clock is the speaker's: what is there is resolved again once it is known when the
    quotation was said.
    """
    words = words_of(record.document.text)
    document = with_dateline(record.document, words)
    found = _expressions(words)
    speech = Speech(words.text)
    times = _resolved(words, found, document, speech)
    statements = dated(document, record.statements, times)
    if speech.hear(statements):
        times = _resolved(words, found, document, speech)
    warnings = doubts(document, words, _latest_past(words, found, times), datetime.now(tz=UTC).date())
    document = replace(document, warnings=(*document.warnings, *warnings))
    return replace(record, document=document, statements=statements, times=times)


def times(document: Document, statements: Sequence[Statement] = ()) -> tuple[Time, ...]:
    """Every time expression of ``document``, typed and resolved as far as its text and date allow.

    Args:
        document: its text and, if known, the day of its publication.
        statements: whose ``said_on`` sets the clock within their quotations.
    """
    words = words_of(document.text)
    return _resolved(words, _expressions(words), document, Speech(words.text, statements))


def _expressions(words: Words) -> list[_Found]:
    return [_Found(start, match, tense_at(words, start, match.end)) for start, match in expressions(words)]


def _resolved(words: Words, found: Sequence[_Found], document: Document, speech: Speech) -> tuple[Time, ...]:
    published = Now(document.published_on, "published_on")
    spoken, last = Spoken(text=words.text), 0
    out: list[Time] = []
    for one in found:
        spoken = _moved_on(words, spoken, last, one.start)
        last = one.start + 1
        span = words.span(one.start, one.match.end)
        time, result = _time(words, one, speech.now_at(span, published), spoken)
        out.append(time)
        spoken = _after(spoken, time, one.match, result)
    return dated_events(words, out, document.published_on)


def _moved_on(words: Words, spoken: Spoken, start: int, end: int) -> Spoken:
    """A year holds for the months of its own sentence, a day for the hours of its own paragraph."""
    if any(words.fresh[start : end + 1]):
        return replace(spoken, year=None, here=False)
    if spoken.year and any(ends_sentence(words, p) for p in range(start, end)):
        return replace(spoken, year=None)
    return spoken


def _time(words: Words, one: _Found, now: Now, spoken: Spoken) -> tuple[Time, Resolved]:
    result = resolve(one.match.meaning, now, spoken, one.tense)
    result = replace(result, days=qualified(result.days, one.match, now))
    earliest, latest = result.days
    if isinstance(one.match.meaning, Then) and words.at(one.start - 1) == "since" and earliest:
        latest = max(now.day, earliest) if now.day else None
        result = replace(result, note=f"from {result.note} on")
    note = "; ".join(n for n in (_EDGES.get(one.match.edge or ""), result.note) if n) or None
    span = words.span(one.start, one.match.end)
    return Time(span, result.type, result.value, earliest, latest, result.anchor, note), result


def _after(spoken: Spoken, time: Time, match: Match, result: Resolved) -> Spoken:
    """What was last spoken of, after ``time``."""
    if time.type not in {"DATE", "TIME"} or result.value is None or result.days.earliest is None:
        return spoken
    if result.value.endswith("_REF"):
        return spoken
    meaning = match.meaning
    if isinstance(meaning, Shift) and meaning.base != "now" and meaning.unit == "year":
        return spoken  # what is compared with is not spoken of: the next "a year earlier" is the same year
    stated = meaning.year if isinstance(meaning, Calendar) and meaning.month else None
    kept = spoken.year if result.anchor not in {"published_on", "speech"} else None
    return Spoken(result.value[:10], time.span, stated or kept, text=spoken.text)


def _latest_past(words: Words, found: Sequence[_Found], times: Sequence[Time]) -> date | None:
    """The last day that the text gives in full, with its year, and tells of as past."""
    days = [
        time.latest
        for one, time in zip(found, times, strict=True)
        if isinstance(one.match.meaning, Calendar)
        and one.match.meaning.year
        and one.match.meaning.day
        and one.tense == "past"
        and words.at(one.start - 1) not in _PLANNED  # "called a vote for June 5, 2016"
        and time.latest
    ]
    return max(days, default=None)
