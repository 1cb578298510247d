"""Whether what is told around an expression has been or is to come, by the nearest verb."""

from __future__ import annotations

from typing import Literal

from onrecord.resolve.times.words import Words

Tense = Literal["past", "future", "present"]

_FUTURE = frozenset(
    "will shall ll wo would scheduled due slated upcoming forthcoming expects plans planning hopes "
    "postponed delayed extended rescheduled adjourned intends tomorrow deadline expires".split()
)
_FUTURE_VERBS = frozenset("will would shall could may might should can must".split())
_TO_COME = frozenset("scheduled due expected set plans planned slated hopes wants going likely ready".split())
_PRESENT = frozenset("is are am has have says say does do".split())
_PAST = frozenset(
    "was were had did said told began came went took made met won lost held led left sent spoke wrote "
    "gave got saw felt fell rose grew found heard brought bought thought became broke chose drew "
    "drove flew knew kept paid put ran read sold set shot spent stood struck swore taught threw "
    "understood wore hit cut quit beat been fled fought laid sat slid shut split spread stole stuck "
    "swept blew built caught dealt hid".split()
)
_WAS = frozenset("was were been had".split())
_BEFORE_TO = _TO_COME | frozenset("is are be".split())
_AHEAD = frozenset("will to would".split())
_FINITE = _PAST | _FUTURE_VERBS | _PRESENT
_REACH = 25
_ABBREVIATIONS = frozenset("sept prof corp assn supt capt".split())
# What begins a sentence and follows no abbreviation: "hired Ms. Lee. The day before, ...".
_BEGINNERS = frozenset("the he she it they we in on at but and that this there after when earlier".split())
_NOT_PAST = frozenset("need indeed speed seed feed united red bed hundred".split())


def tense_at(words: Words, start: int, end: int) -> Tense | None:
    """The tense of the verb nearest before the words ``start`` to ``end``, else nearest after them.

    Looks no further than the sentence, and at most 25 words each way.
    """
    if words.at(start - 1) == "of" and words.at(start - 2) == "ahead":
        return "future"
    for position in range(start - 1, max(-1, start - _REACH), -1):
        if ends_sentence(words, position) or words.fresh[position + 1]:
            break
        found = _tense_of(words, position)
        if found:
            return found
    for position in range(end, min(len(words.lower), end + _REACH)):
        if ends_sentence(words, position) or words.fresh[position]:
            break
        found = _tense_of(words, position)
        if found:
            return found
    return None


def is_finite(words: Words, position: int) -> bool:
    """Whether the word there is, by its form, a verb with a tense."""
    word = words.at(position)
    if word == "may" and words.capital(position) and words.at(position + 1)[:1].isdecimal():
        return False  # the month
    return word in _FINITE or (word.endswith("ed") and len(word) > 4)


def ends_sentence(words: Words, position: int) -> bool:
    """Whether a sentence ends there; the full stop of an abbreviation or initial does not."""
    word = words.at(position)
    if word in {"!", "?"}:
        return True
    if word != ".":
        return False
    if words.capital(position + 1) and words.at(position + 1) in _BEGINNERS:
        return True
    before = words.at(position - 1)
    return not (words.capital(position - 1) and (len(before) < 4 or before in _ABBREVIATIONS))


def _tense_of(words: Words, position: int) -> Tense | None:
    word, before = words.at(position), words.at(position - 1)
    if word in _TO_COME and before in _WAS:
        return "past"
    if word in _FUTURE or (word == "to" and before in _BEFORE_TO):
        return "future"
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return "future" if before in {"be", "been"} and words.at(position - 2) in _AHEAD else "past"
    if word in _PRESENT:
        return "future" if before in _FUTURE else "present"
    return None
