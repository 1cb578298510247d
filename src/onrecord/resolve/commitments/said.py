"""What a content says that its speaker, or a body that the speaker speaks for, will or will not do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolve.commitments.debtors import Ground, may_be_it, spoken_for
from onrecord.resolve.commitments.deeds import clause_end
from onrecord.resolve.commitments.futures import Future, future_at, futures
from onrecord.resolve.phrases import DETERMINERS, noun_phrase
from onrecord.types import Span, Statement, Strength

_PLANS = frozenset("plan plans intention intentions".split())
# What a thing that "it" stands for may do as well as a speaker: "it would end the war".
_OF_THINGS_TOO = frozenset(
    "end cut raise create increase reduce help give make lead hit put bring allow take remove keep leave "
    "begin start stop save protect kill destroy harm boost provide open close produce require replace force "
    "change block ban turn serve show run work send spend return remain stay move deliver strengthen "
    "cost continue".split()
)
_FIRST = frozenset("i we".split())
_SUBJECTS = frozenset("he she it they we i who".split())


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What a statement binds to: how firmly, from where to where, and whom if not its speaker."""

    strength: Strength
    words: Span
    debtor: str | None = None


def said(ground: Ground, statement: Statement) -> Iterator[Undertaking]:
    """What a speaker says that they themselves will do: "I will veto it", "said he would not sign"."""
    inner = list(_theirs(ground, statement))
    for content in statement.content:
        start, limit = ground.place.words.first_at(content.start), ground.place.words.first_at(content.end)
        for future in futures(ground.place.words.all, start, limit):
            word = ground.place.words.all[future.subject]
            nested = any(span.start <= word.start < span.end for span in inner)
            if not nested and _is_speaker(ground, statement, future):
                end = clause_end(ground.place.words.all, future.start, limit)
                span = Span(ground.place.words.all[future.start].start, ground.place.words.all[end - 1].end)
                yield Undertaking(_strength(future), span)
        named = _named(ground, statement, start, limit)
        if named is not None:
            yield named


def _named(ground: Ground, statement: Statement, start: int, limit: int) -> Undertaking | None:
    """What is said at the beginning of a content that somebody by name will do: "the ministry would pay"."""
    words = ground.place.words.all
    if start < limit and words[start].low == "that":
        start += 1
    end = noun_phrase(words, start, limit)
    if end <= start or end >= limit or words[start].low in _SUBJECTS:
        return None
    if any(span.start <= words[start].start < span.end for span in statement.verbatim):
        return None
    future = future_at(words, end - 1, limit)
    name = None if future is None else spoken_for(ground, statement, start, end)
    if (
        future is None
        or name is None
        or any(span.start <= words[end - 1].start < span.end for span in _theirs(ground, statement))
    ):
        return None
    last = clause_end(words, future.start, limit)
    return Undertaking(_strength(future), Span(words[future.start].start, words[last - 1].end), name)


def planned(ground: Ground, statement: Statement) -> Iterator[Undertaking]:
    """What "announced plans to open a plant" binds to."""
    if statement.sense != "announce" or not statement.content:
        return
    words = [*ground.place.words_of(statement.cue)[1:], *ground.place.words_of(statement.content[:1])]
    for index, word in enumerate(words[:5]):
        if word.low in _PLANS and index + 2 < len(words) and words[index + 1].low == "to":
            yield Undertaking("plans", Span(words[index + 2].start, statement.content[0].end))
            return
        if word.low not in DETERMINERS and word.low not in ("new", "further", "ambitious"):
            return


def _theirs(ground: Ground, statement: Statement) -> Iterator[Span]:
    """The stretches of ``statement`` that its nested statements answer for themselves."""
    for other in ground.children(statement):
        yield from other.content
        if other.act == "commissive":
            yield from (*other.source, *other.cue)


def _strength(future: Future) -> Strength:
    if future.refused:
        return "refuses"
    return "plans" if future.planned else "intends"


def _is_speaker(ground: Ground, statement: Statement, future: Future) -> bool:
    """Whether the subject of ``future`` is the speaker: "I" in a quotation, the "he" that refers to them."""
    word = ground.place.words.all[future.subject]
    quoted = any(span.start <= word.start < span.end for span in statement.verbatim)
    if word.low in _FIRST:
        own = [w.low for w in ground.place.words_of(statement.source[:1])]
        return (quoted or own in (["i"], ["we"])) and _is_early(ground, future)
    if quoted or not _opens(ground, statement, future):
        return False
    if word.low == "it" and not _may_be_it(ground, statement, future):
        return False
    return not _is_another(ground, statement, Span(word.start, word.end))


def _may_be_it(ground: Ground, statement: Statement, future: Future) -> bool:
    if statement.speaker is not None and statement.speaker.kind in ("organisation", "country", "collective"):
        return True
    verb = ground.place.words.all[future.start].low
    return verb not in _OF_THINGS_TOO and may_be_it(ground, statement)


def _is_another(ground: Ground, statement: Statement, pronoun: Span) -> bool:
    """Whether a pronoun stands for somebody else than the speaker, whom its sentence names before it."""
    whose = ground.entity(pronoun)
    speaker = statement.speaker.refers_to if statement.speaker else None
    if whose is not None and whose.id == speaker:
        return False
    if [word.low for word in ground.place.before(pronoun.start, 2)] == ["and", "that"]:
        return True  # its subject may be any that was named since
    if whose is None or speaker is None:
        return False
    start = ground.place.sentence(pronoun.start).start
    return any(start <= mention.start < pronoun.start for mention in whose.mentions)


def _is_early(ground: Ground, future: Future) -> bool:
    """Whether a first person's clause is a main one: it begins its sentence, or follows "and" or "but"."""
    words = ground.place.words.all
    before = words[future.subject - 1] if future.subject else None
    return before is None or before.is_mark or before.low in ("and", "but", "that", "so", "then")


def _opens(ground: Ground, statement: Statement, future: Future) -> bool:
    """Whether the clause is the first of the content: "(that) he would", or goes on after "and that"."""
    start = ground.place.words.first_at(statement.content[0].start)
    before = ground.place.words.all[start : future.subject]
    return all(word.low == "that" or word.is_mark for word in before) or (
        len(before) > 1 and before[-1].low == "that" and before[-2].low in ("and", "but")
    )
