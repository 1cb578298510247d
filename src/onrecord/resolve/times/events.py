"""Times given by an event, dated where the text itself says when the event began or ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.resolve.times.clauses import positions
from onrecord.resolve.times.tense import ends_sentence
from onrecord.resolve.times.words import Words
from onrecord.types import Time

_BEGAN = frozenset("began begun started erupted broke launched commenced".split())
_ENDED = frozenset("ended finished ceased concluded".split())
_POINTS = {
    **dict.fromkeys(["start", "beginning", "outbreak", "onset"], "began"),
    "end": "ended",
    "close": "ended",
}
_POINT_OF = {**dict.fromkeys(_BEGAN, "began"), **dict.fromkeys(_ENDED, "ended")}
_REACH = 12


def dated_events(words: Words, times: Sequence[Time], published: date | None) -> tuple[Time, ...]:
    """``times`` with the events among them that the text dates: "the war, which began in May 2018".

    Of an event that the text dates twice, and differently, nothing is said. After "since" and "after", the
    interval goes on to the day of publication.
    """
    if all(time.type != "EVENT" for time in times):
        return tuple(times)
    told: dict[tuple[str, str], list[Time]] = defaultdict(list)
    for time in times:
        if time.type == "DATE" and time.earliest and time.latest:
            for happening in _told_before(words, positions(words, time.span)[0]):
                if len(told[happening]) < 2 and all(t.value != time.value for t in told[happening]):
                    told[happening].append(time)  # a second one is enough to know nothing
    return tuple(_dated(words, t, told, published) if t.type == "EVENT" else t for t in times)


def _dated(
    words: Words, event: Time, told: Mapping[tuple[str, str], Sequence[Time]], published: date | None
) -> Time:
    start, end = positions(words, event.span)
    dates = told.get((words.at(end - 1), _POINTS.get(words.at(start + 1), "")), ())
    if len(dates) != 1:
        return event
    found, latest = dates[0], dates[0].latest
    if words.at(start - 1) in {"since", "after"} and published and latest:
        latest = max(published, latest)
    return replace(
        event,
        value=found.value,
        earliest=found.earliest,
        latest=latest,
        anchor=found.span.of(words.text),
        note="dated by the text where it tells when that was",
    )


def _told_before(words: Words, start: int) -> Iterator[tuple[str, str]]:
    """("war", "began") and the like where that stands before the date at ``start``, in its sentence."""
    point = ""
    for position in range(start - 1, max(-1, start - _REACH), -1):
        if ends_sentence(words, position) or words.fresh[position + 1]:
            return
        if point:
            yield words.at(position), point
        point = point or _POINT_OF.get(words.at(position), "")
