"""Rules for times of the day, alone and with their day."""

from __future__ import annotations

import re

from onrecord.resolve.times.amounts import cardinal
from onrecord.resolve.times.lexicon import DAYPARTS, ZONES
from onrecord.resolve.times.meanings import Daytime, Edge, Match, Shift, Then
from onrecord.resolve.times.words import Words

_HOURS = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?")
_ONE_WORD = {"tonight": Daytime("NI", Shift("day", 0)), "overnight": Daytime("NI")}
_DAY_OF_PART: dict[str, Shift | Then] = {
    "this": Shift("day", 0), "last": Shift("day", -1), "that": Then("day"),
}  # fmt: skip
_PARTS = frozenset(["morning", "afternoon", "evening"])


def clock(words: Words, position: int) -> tuple[int, str] | None:
    """(end, clock) of ``3 p.m.``, ``10:30 a.m. ET``, ``15:30 GMT``, ``noon``, ``six o’clock``."""
    word = words.at(position)
    if word in {"noon", "midday", "midnight"}:
        return position + 1, DAYPARTS[word]
    if _HOURS.fullmatch(word) and _zone(words, position + 1) > position + 1:  # 1500 GMT
        return _zone(words, position + 1), f"{word[:2]}:{word[2:]}"
    match = _CLOCK.fullmatch(word)
    found = _timed(words, position, match) if match else _hour(words, position)
    return (_zone(words, found[0]), found[1]) if found else None


def _timed(words: Words, position: int, match: re.Match[str]) -> tuple[int, str] | None:
    """(end, clock) of ``10:30``; what has seconds and no zone is a running time, as of a race."""
    hour, at = int(match[1]), position + 1
    if halves := _halves(words, at):
        return halves[0], f"{_of_day(hour, halves[1]):02d}:{match[2]}"
    if words.at(position).count(":") > 1 and _zone(words, at) == at:
        return None
    return at, f"{hour:02d}:{match[2]}"


def _hour(words: Words, position: int) -> tuple[int, str] | None:
    """(end, clock) of ``3 p.m.``, ``three o'clock``, ``4`` before "in the morning"."""
    number = cardinal(words, position)
    if not number or number.count not in range(1, 13) or "." in words.at(position):
        return None
    hour, at = int(number.count or 0), number.end
    if halves := _halves(words, at):
        return halves[0], f"{_of_day(hour, halves[1]):02d}:00"
    if words.at(at) == "o" and words.at(at + 1) in {"'", "’"} and words.at(at + 2) == "clock":
        return at + 3, f"{hour:02d}:00"
    if words.run(at, ("in", "the")) and words.at(at + 2) in _PARTS:
        return at, f"{hour:02d}:00"
    return None


def _of_day(hour: int, half: str) -> int:
    """The hour of 24 that an hour of the half ``a`` or ``p`` is."""
    return hour % 12 + (12 if half == "p" else 0)


def in_part(clock: str, part: str) -> str:
    """The clock time of ``clock`` in a part of the day: 4 in the afternoon is 16:00."""
    hour, _, minute = clock.partition(":")
    later = 12 if part in {"AF", "EV", "NI"} and int(hour) < 12 else 0
    return f"{int(hour) + later:02d}:{minute}"


def _halves(words: Words, at: int) -> tuple[int, str] | None:
    """(end, letter) of ``a.m.``, ``PM``, or None."""
    word = words.at(at)
    if word in {"am", "pm"} and (
        words.glued(at) or words.shown[at] != "am" or words.at(at - 1).find(":") > 0
    ):
        return at + 1, word[0]
    if word in {"a", "p"} and words.at(at + 1) == "." and words.at(at + 2) == "m" and words.glued(at + 2):
        return at + 3 + (words.at(at + 3) == "." and words.glued(at + 3)), word
    return None


def _zone(words: Words, at: int) -> int:
    """The end of a time zone at ``at``, or ``at`` where there is none."""
    start = at + (words.at(at) == "(")
    start += words.at(start) == "local" and words.at(start + 1) == "time"
    if start > at and words.at(start - 1) == "local":
        return start + 1
    if words.at(start) not in ZONES or not words.capital(start):
        return at
    end = start + 1
    if words.at(start) in {"eastern", "central", "pacific", "mountain"}:
        end += words.at(end) in {"standard", "daylight"}
        if words.at(end) != "time":
            return at if words.at(start) != "eastern" else start + 1
        end += 1
    return end + (words.at(start - 1) == "(" and words.at(end) == ")")


def this_part(words: Words, position: int) -> Match | None:
    """``this morning``, ``tonight``, ``last night``, ``the night before``, ``overnight``."""
    word, part = words.at(position), DAYPARTS.get(words.at(position + 1), "")
    if word in _ONE_WORD:
        return Match(position + 1, _ONE_WORD[word])
    day = _DAY_OF_PART.get(word)
    if day and len(part) == 2 and (word != "last" or part in {"NI", "EV"}):
        return Match(position + 2, Daytime(part, day))
    return _next_part(words, position)


def _next_part(words: Words, position: int) -> Match | None:
    """``the next morning``, ``the night before``: counted from the time last spoken of."""
    at = position + (words.at(position) == "the")
    after, before = DAYPARTS.get(words.at(at + 1), ""), DAYPARTS.get(words.at(at), "")
    if words.at(at) in {"next", "following"} and len(after) == 2:
        return Match(at + 2, Daytime(after, Shift("day", 1, "text")))
    if at > position and len(before) == 2 and words.at(at + 1) == "before":
        return Match(at + 2, Daytime(before, Shift("day", -1, "text")))
    return None


def part(words: Words, position: int) -> Match | None:
    """``mid-afternoon``, ``early morning``, ``in the evening``: a part of a day that is not told."""
    at, edge = _edge(words, position)
    if edge and words.at(at - 1) == "-":
        return None  # "late-night calls" are of any night
    the = words.at(at) == "the" and words.at(position - 1) in {"in", "during", "by", "of"}
    at += the
    found = DAYPARTS.get(words.at(at), "")
    if len(found) != 2 or not (the or edge):
        return None
    return Match(at + 1, Daytime(found), edge)


def _edge(words: Words, position: int) -> tuple[int, Edge | None]:
    word = words.at(position)
    edges: dict[str, Edge] = {"early": "start", "late": "end", "mid": "mid"}
    if word not in edges:
        return position, None
    return position + 1 + (words.at(position + 1) == "-"), edges[word]


def daypart_after(words: Words, at: int) -> tuple[int, str] | None:
    """(end, part) of a part of the day right after a date: ``Monday night``, ``yesterday at noon``."""
    if not words.joined(at):
        return None
    word = words.at(at)
    hyphen = 0
    if word in {"early", "late", "mid"}:
        hyphen = 1 + (words.at(at + 1) == "-")
    found = DAYPARTS.get(words.at(at + hyphen))
    if found and word != "overnight":
        return at + hyphen + 1, found
    return None
