"""Subjects that were taken for something else: "the workers were told that" names who heard it, and who spoke
only after "by"; "Ida Roth was quoted as saying that" names who spoke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.passage import Passage, passage
from onrecord.resolve.phrases import noun_phrase, span_of
from onrecord.types import Attribution, Span

_BEING = frozenset("was were been being is are be am 's 're 'm".split())
_TOLD = frozenset(
    "told informed notified urged asked warned ordered advised reminded assured briefed instructed invited "
    "reassured cautioned begged implored exhorted commanded counselled counseled apprised".split()
)
# What is told to do something; "was encouraged that" is a feeling.
_MOVED = frozenset("encouraged pressed pushed persuaded challenged".split())
_HEARD = frozenset("quoted heard cited seen recorded overheard filmed caught".split())
_BETWEEN = frozenset("has have had not never also later then once again just all both already only".split())
_MOST_BETWEEN = 5


def without_hearers(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` with whoever was told taken from sources and contents, and "by X" made the source.

    A subject in a content whose verb is in the active is made the source.

    Args:
        text: the document's text.
        attributions: as a reader found them; indices of parents stay as they are.
    """
    place = passage(text)
    return [_without_hearer(place, one) for one in attributions]


def _without_hearer(place: Passage, one: Attribution) -> Attribution:
    told = told_at(place, one.cue)
    if told is None:
        return _with_subject(place, one)
    if len(one.content) > 1 and _is_subject(place, one.content[0], told):
        one = replace(one, content=one.content[1:])
    if len(one.source) > 1:
        return one
    agent = _agent(place, told)
    if not one.source:
        return one if agent is None else replace(one, source=(agent,))
    if one.source[0].start > place.words.all[told].start or not _is_subject(place, one.source[0], told):
        return one
    return replace(one, source=() if agent is None else (agent,))


def _with_subject(place: Passage, one: Attribution) -> Attribution:
    """An attribution without a source whose content begins with the subject of its cue."""
    if one.source or len(one.content) < 2 or not one.cue or not _says(place, one.cue[0]):
        return one
    first, *rest = one.content
    touching = not place.text[first.end : one.cue[0].start].strip()
    return replace(one, source=(first,), content=tuple(rest)) if touching else one


def _says(place: Passage, cue: Span) -> bool:
    """Whether the subject of a cue is who says it: "told", "was quoted as saying", and not "is said"."""
    lows = [w.low for w in place.words.all[place.words.first_at(cue.start) : place.words.first_at(cue.end)]]
    return not _BEING.intersection(lows) or (bool(_HEARD.intersection(lows)) and lows[-1] == "saying")


def told_at(place: Passage, cue: Sequence[Span]) -> int | None:
    """Index of the participle of a cue that is a passive of telling ("were told"), or None."""
    words = place.words.all
    for span in cue:
        first, last = place.words.first_at(span.start), place.words.first_at(span.end)
        for at in range(first, last):
            moved = words[at].low in _MOVED and at + 1 < len(words) and words[at + 1].low == "to"
            if (words[at].low in _TOLD or moved) and _is_passive(place, at):
                return at
    return None


def _is_passive(place: Passage, at: int) -> bool:
    before = place.before(place.words.all[at].start, _MOST_BETWEEN)
    for word in reversed(before):
        if word.low in _BEING:
            return True
        if word.low not in _BETWEEN and not word.low.endswith("ly"):
            return False
    return False


def _is_subject(place: Passage, source: Span, told: int) -> bool:
    """Whether only auxiliaries and adverbs stand between a source and the participle after it."""
    at = place.words.first_at(source.end)
    lows = [word.low for word in place.words.all[at:told] if not word.is_mark]
    return len(lows) <= _MOST_BETWEEN and all(
        low in _BEING or low in _BETWEEN or low.endswith("ly") for low in lows
    )


def _agent(place: Passage, told: int) -> Span | None:
    """Who told it, right after the participle: "were told by their manager"."""
    words = place.words.all
    if told + 2 >= len(words) or words[told + 1].low != "by" or words[told + 2].low.endswith("ing"):
        return None
    end = noun_phrase(words, told + 2, min(len(words), told + 14))
    return span_of(words, told + 2, end) if end > told + 2 else None
