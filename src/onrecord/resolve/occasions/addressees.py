"""To whom something was said: the object of the telling, or whom the occasion was with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.occasions.settings import Phrase
from onrecord.resolve.phrases import OBJECTS, noun_phrase
from onrecord.text.inflections import verb_forms
from onrecord.text.words import Word

# Verbs whose object is who is spoken to.
_TELLING = frozenset(
    form
    for verb in (
        "tell ask inform notify brief remind assure reassure warn advise urge encourage implore "
        "beg exhort order command instruct invite press pressure lobby petition persuade text "
        "email quiz grill caution admonish prod beseech entreat counsel promise forewarn apprise "
        "query question direct thank congratulate"
    ).split()
    for form in verb_forms(verb)
)
# Of these and their like, the ones whose object is to do something.
_URGING = frozenset(
    form
    for verb in (
        "tell ask warn advise urge encourage implore beg exhort order command instruct invite "
        "press pressure lobby petition persuade caution admonish prod beseech entreat counsel "
        "push challenge remind direct nudge dare"
    ).split()
    for form in verb_forms(verb)
)
# "warns Chad against arming", "advised the board that": who is told stands before the matter.
_CAUTIONING = frozenset(
    form
    for verb in "warn caution advise remind assure tell inform notify alert".split()
    for form in verb_forms(verb)
)
_AFTER_CAUTIONED = frozenset("against about of that over".split())
_CALLING = frozenset(form for verb in ("call", "prevail") for form in verb_forms(verb))
_ASKING = verb_forms("ask")
_PLEADING = frozenset(form for verb in ("plead", "appeal") for form in verb_forms(verb))
# Verbs that say to whom with "to": not those whose "to" is another matter ("point to", "object to").
_SAYING_TO = frozenset(
    form
    for verb in (
        "say write speak explain suggest announce report mention complain confess admit apologize "
        "apologise state tweet read reveal disclose whisper shout yell remark insist confirm "
        "describe outline express declare send present deliver recount repeat boast brag vow lie"
    ).split()
    for form in verb_forms(verb)
)
_SHOUTING = frozenset(form for verb in ("shout", "yell", "tweet") for form in verb_forms(verb))
_ADVERBS = frozenset(
    "also later then once again just only recently even both all directly reportedly "
    "simultaneously previously first still back twice".split()
)
_WITH = frozenset(
    "interview interviews conversation conversations call calls discussion exchange sit-down "
    "conference appearance briefing q&a".split()
)
_TO = frozenset(
    "letter letters speech speeches remarks email emails e-mail e-mails memo memos message "
    "messages statement statements address note text tweet tweets testimony comments comment "
    "response reply pitch appeal post".split()
)
# What is no listener, though it stands where one would.
_NOT_PEOPLE = frozenset(
    "questions question criticism applause cheers laughter boos death life work time way reports "
    "charges claims that this it what power date end point questionnaire request requests inquiry "
    "inquiries news fact allegations length support help action passage restraint caution calm "
    "permission leave something anything nothing everything more briefing event conference release "
    "statement memo letter email e-mail tweet message note".split()
)
_SPEAKING = frozenset("speaking talking spoke speaks writing wrote".split())
_WITHOUT_TO = frozenset(("addressing", "addressed"))
_BEING = frozenset("was were been being is are got be".split())


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is spoken to: the words from index ``start`` up to ``end``."""

    start: int
    end: int


def told(words: Sequence[Word], head: int, limit: int) -> Listener | None:
    """Who is told, by what follows the head of a cue: "told reporters", "said to reporters".

    Args:
        words: the words of the text.
        head: index of the cue's head.
        limit: index where its clause ends or its content begins.
    """
    at = head + 1
    while at < limit and _is_adverb(words[at]):
        at += 1
    if at >= limit:
        return None
    verb, following = words[head].low, words[at].low
    if verb in _ASKING and following == "for":
        return urged(words, head, at + 1, min(len(words), at + 14))
    if verb in _TELLING and following not in ("to", "for"):
        return listener(words, at, limit)
    return listener(words, at + 1, limit) if following in _joining(verb) else None


def _joining(verb: str) -> tuple[str, ...]:
    """The prepositions that lead from ``verb`` to who is spoken to."""
    if verb in _CALLING:
        return ("on", "upon")
    if verb in _PLEADING:
        return ("to", "with")
    if verb in _SHOUTING:
        return ("to", "at")
    return ("to",) if verb in _SAYING_TO else ()


def _is_adverb(word: Word) -> bool:
    return word.low in _ADVERBS or (word.text.islower() and word.text.endswith("ly"))


def urged(words: Sequence[Word], head: int, start: int, limit: int) -> Listener | None:
    """Who is to act, at the beginning of a content from index ``start`` on: "Israel to do more".

    ``head`` is the index of the cue's head; only after verbs such as "urge" is it the one spoken to.
    """
    called = words[head].low in _CALLING and words[head + 1].low in ("on", "upon")
    if words[head].low not in _URGING and not called:
        return None
    found = listener(words, start, min(limit, start + 12))
    if found is None or found.end >= limit:
        return None
    following = [word.low for word in words[found.end : found.end + 2]]
    if words[head].low in _CAUTIONING and following[0] in _AFTER_CAUTIONED:
        return found
    return found if following[0] == "to" or following == ["not", "to"] else None


def met(words: Sequence[Word], phrase: Phrase) -> Listener | None:
    """Whom the occasion of ``phrase`` was with or for: "an interview with MSNBC", "a letter to the board"."""
    noun = words[phrase.noun].low
    wanted = {"with"} if noun in _WITH else {"to"} if noun in _TO else set()
    for at in range(phrase.noun + 1, phrase.end):
        if words[at].low in wanted:
            return listener(words, at + 1, _limit(words, phrase.end))
    return None


def spoken_to(words: Sequence[Word], start: int, limit: int) -> Listener | None:
    """Who is spoken to ("Speaking to reporters in Ohio, ...") from index ``start`` up to ``limit``."""
    for at in range(start, limit - 2):
        if words[at].low in _SPEAKING and words[at + 1].low in ("to", "with"):
            return listener(words, at + 2, limit)
        if words[at].low in _WITHOUT_TO:
            return listener(words, at + 1, limit)
    return None


def asked(words: Sequence[Word], head: int, start: int) -> Listener | None:
    """Who is asked by a passive: "Lee was once asked"; ``start`` is where the clause begins."""
    participle = words[head].low == "told" or words[head].low.endswith("ed")
    if words[head].low not in _TELLING or not participle or head == start:
        return None
    at = head - 1
    while at > start and (
        words[at].low in _ADVERBS or words[at].low.endswith("ly") or words[at].low == "not"
    ):
        at -= 1
    if words[at].low not in _BEING:
        return None
    while at > start and words[at - 1].low in _BEING | {"has", "have", "had", "also", "later", "once"}:
        at -= 1
    while start < at and (
        words[start].is_mark or words[start].low in ("when", "and", "but", "that", "while", "after")
    ):
        start += 1
    return _subject(words, start, at)


def _subject(words: Sequence[Word], start: int, end: int) -> Listener | None:
    """The longest phrase that ends at index ``end``, from ``start`` or a mark on: "In May, she was told"."""
    if end > start and words[end - 1].low in ("he", "she", "they", "who"):
        return Listener(end - 1, end)
    begins = [i for i in range(start, end) if i == start or words[i - 1].is_mark]
    return next((Listener(i, end) for i in begins if noun_phrase(words, i, end) == end), None)


def listener(words: Sequence[Word], start: int, limit: int) -> Listener | None:
    """The phrase at index ``start`` as somebody who can listen, or None."""
    if start >= limit:
        return None
    if words[start].low in OBJECTS:
        return Listener(start, start + 1)
    end = noun_phrase(words, start, limit)
    if end <= start or words[end - 1].text in _NOT_PEOPLE or words[start].is_mark:
        return None
    if words[start].text in _NOT_PEOPLE or words[start].text.endswith("ing"):
        return None
    return Listener(start, end)


def _limit(words: Sequence[Word], end: int) -> int:
    """``end``, or a little further where a phrase was cut before a bracket with a party."""
    return min(len(words), end + 6) if end < len(words) and words[end].text == "(" else end
