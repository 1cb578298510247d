"""The day of publication as a text itself states it, and what speaks against the one that was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolve.times.absolute import day_first, iso, month_first, weekday_prefix
from onrecord.resolve.times.meanings import Calendar, Match
from onrecord.resolve.times.words import Words
from onrecord.types import Document, Span

_HEAD = 90  # words within which a dateline stands
_FIRST_NEWSPAPER = 1605
_STATED = frozenset("published updated posted modified publication".split())
_LONGEST_PLACE = 60
# A place in capitals, with the state or country that may follow it in small letters.
_PLACE = re.compile(r"\(?[A-Z][A-Z.’' -]+\)?(?:, [A-Z][\w.’' -]{0,25})?(?:,|\s[-–—])? ")
_AFTER = re.compile(r"\s*(?:\([A-Z][\w .,/&-]{0,30}\)\s*)?(?:--|[—–-])|\s*\([A-Z][\w .,/&-]{0,30}\)")


def with_dateline(document: Document, words: Words) -> Document:
    """``document`` with the day of publication that its first lines state, where none was given."""
    if document.published_on is not None:
        return document
    days = {day for day, _ in stated_days(words)}
    if len(days) != 1:
        return document
    return replace(document, published_on=days.pop(), published_on_from="text")


def stated_days(words: Words) -> Iterator[tuple[date, Span]]:
    """The days that datelines, "Updated ..." and lines that are only a date give, in the first lines."""
    position = 0
    while position < min(_HEAD, len(words.lower)):
        found = _full_date(words, position)
        if found is None:
            position += 1
            continue
        span = words.span(position, found[0].end)
        if _is_stated(words, position, found[0].end) or is_dateline(words.text, span):
            yield found[1], span
        position = found[0].end


def _full_date(words: Words, position: int) -> tuple[Match, date] | None:
    for rule in (weekday_prefix, month_first, day_first, iso):
        match = rule(words, position)
        if match and isinstance(match.meaning, Calendar):
            parts = match.meaning
            if parts.year and parts.month and parts.day:
                return match, date(parts.year, parts.month, parts.day)
    return None


def _is_stated(words: Words, start: int, end: int) -> bool:
    """Whether "Updated" or "Published" stands before the date, or nothing else on its line."""
    before = words.lower[max(0, start - 10) : start]
    if not _STATED.isdisjoint(before):
        return "." not in before[_last(before) :] or "m" in before
    return is_date_line(words, start, end)


def is_date_line(words: Words, start: int, end: int) -> bool:
    """Whether the date of the words ``start`` to ``end`` opens a line and is no part of a sentence.

    Either it is alone there, or a sentence begins right after it ("May 8, 2015 On Tuesday, ...").
    """
    if start and "\n" not in words.text[words.ends[start - 1] : words.starts[start]]:
        return False
    if end == len(words.lower) or "\n" in words.text[words.ends[end - 1] : words.starts[end]]:
        return True
    return words.capital(end) and words.shown[end - 1].isdecimal() and words.at(end) in _OPENING


_OPENING = frozenset(
    "a an the in on at by for from after before when while as if it he she they we i there this that these "
    "those according some many several two three more most police officials his her its their".split()
)


def _last(before: Sequence[str]) -> int:
    return max(i for i, word in enumerate(before) if word in _STATED)


def is_dateline(text: str, span: Span) -> bool:
    """Whether a place stands before the date on its line and a dash or an agency after it."""
    near = text[max(0, span.start - _LONGEST_PLACE) : span.start]
    line = near.rpartition("\n")[2]
    place = (line != near or span.start <= _LONGEST_PLACE) and _PLACE.fullmatch(line)
    return bool(place and _AFTER.match(text, span.end))


def doubts(document: Document, words: Words, latest_past: date | None, today: date) -> tuple[str, ...]:
    """What speaks against the day of publication, a sentence each.

    Args:
        document: with its day of publication.
        words: its words.
        latest_past: the last full date that the text tells of as past, or None.
        today: the day on which the text is read.
    """
    day = document.published_on
    if day is None:
        return ()
    out = []
    if day > today + timedelta(1):
        out.append(f"The day of publication, {day}, is in the future.")
    if day.year < _FIRST_NEWSPAPER:
        out.append(f"The day of publication, {day}, is before there were newspapers.")
    stated = [found for found, _ in stated_days(words)]
    if stated and document.published_on_from != "text" and all(abs((s - day).days) > 1 for s in stated):
        out.append(f"The text states {stated[0]} as its own date, not the day of publication {day}.")
    elif latest_past and latest_past > day + timedelta(1):
        out.append(f"The text tells of {latest_past} as past, after the day of publication {day}.")
    return tuple(out)
