"""Rules for what is only past, present or future, and for times given by an event."""

from __future__ import annotations

from onrecord.resolve.times.lexicon import REFERENCES, UNITS
from onrecord.resolve.times.meanings import Match, Occasion, Reference
from onrecord.resolve.times.words import Words

_PHRASES: dict[str, str] = {
    "right now": "PRESENT_REF", "just now": "PRESENT_REF", "at present": "PRESENT_REF",
    "the present": "PRESENT_REF", "these days": "PRESENT_REF", "this moment": "PRESENT_REF",
    "the moment": "PRESENT_REF", "this point": "PRESENT_REF", "this time": "PRESENT_REF",
    "more recently": "PAST_REF", "most recently": "PAST_REF", "long ago": "PAST_REF",
    "not long ago": "PAST_REF", "the recent past": "PAST_REF", "some time ago": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF", "the foreseeable future": "FUTURE_REF",
    "the not too distant future": "FUTURE_REF", "the near term": "FUTURE_REF", "the long term": "FUTURE_REF",
    "the short term": "FUTURE_REF", "as soon as possible": "FUTURE_REF", "a later date": "FUTURE_REF",
}  # fmt: skip
_PARSED = {tuple(phrase.split()): value for phrase, value in _PHRASES.items()}
_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(sorted((p for p in _PARSED if p[0] == first), key=len, reverse=True))
    for first in {p[0] for p in _PARSED}
}
_AFTER_AT = frozenset([("this", "time"), ("this", "point"), ("this", "moment"), ("the", "moment")])
# Where "the past" is no time: what one is stuck, lives or dwells in, breaks with, repeats.
_LITERAL = frozenset("in".split())
_FIGURATIVE = frozenset(
    "stuck live lives lived living mired rooted trapped locked lie lies dwell dwells dwelling dwelt lost "
    "left remain remains remained stay stays stayed frozen belong belongs belonged buried anchored".split()
)
_POINTS = frozenset("start beginning outbreak onset end close eve height aftermath".split())
_EVENTS = frozenset(
    "war wars conflict crisis pandemic outbreak invasion occupation revolution recession uprising election "
    "campaign hostilities attack attacks siege trial session term presidency genocide epidemic strike "
    "fighting offensive operation ceasefire truce unrest protests insurgency".split()
)
_ADJECTIVES_AT_MOST = 3


def reference(words: Words, position: int) -> Match | None:
    """``now``, ``recently``, ``the near future``, ``in the past``."""
    word = words.at(position)
    for phrase in _FIRST.get(word, ()):
        if words.run(position, phrase) and not _misread(words, position, phrase):
            return Match(position + len(phrase), Reference(_PARSED[phrase]))
    if word in REFERENCES:
        return Match(position + 1, Reference(REFERENCES[word]))
    return _the_past(words, position)


def _misread(words: Words, position: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase is only part of another one: "this time it was ...", "the future of the party"."""
    if phrase in _AFTER_AT:
        return words.at(position - 1) not in {"at", "for", "by", "until"}
    after = words.at(position + len(phrase))
    if phrase == ("the", "future"):
        return after == "of" or words.at(position - 1) not in {"in", "about", "for", "into", "to", "of"}
    return phrase == ("the", "present") and after.isalpha() and after not in {"and", "is", "to"}


def _the_past(words: Words, position: int) -> Match | None:
    """``in the past``, where something was done then; never a figurative one."""
    if not words.run(position, ("the", "past")) or words.at(position - 1) not in _LITERAL:
        return None
    if words.at(position - 2) in _FIGURATIVE or words.at(position + 2) in UNITS:
        return None
    after = words.at(position + 2)
    if after.isalpha() and (after[:1].isdecimal() or after in {"few", "several", "two", "three", "couple"}):
        return None
    return Match(position + 2, Reference("PAST_REF"))


def occasion(words: Words, position: int) -> Match | None:
    """``the start of the war``, ``the outbreak of the Iraq war``: an event gives the time."""
    if words.at(position) != "the" or words.at(position + 1) not in _POINTS or words.at(position + 2) != "of":
        return None
    at = position + 3
    at += words.at(at) in {"the", "this", "that", "his", "her", "its", "their"}
    for end in range(at, at + _ADJECTIVES_AT_MOST):
        if words.at(end) in _EVENTS:
            return Match(end + 1, Occasion())
        if not words.at(end).isalpha():
            return None
    return None
