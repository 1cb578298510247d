"""To whom statements were said and on what occasion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.acts.heads import head_of
from onrecord.resolve.acts.lexicon import lexicon
from onrecord.resolve.hearers import told_at
from onrecord.resolve.occasions.addressees import Listener, asked, met, spoken_to, told, urged
from onrecord.resolve.occasions.clauses import Clause, Level, levels
from onrecord.resolve.occasions.names import Names
from onrecord.resolve.occasions.settings import Phrase, phrases
from onrecord.resolve.passage import Passage, passage
from onrecord.resolve.phrases import span_of
from onrecord.types import Addressee, Entity, Medium, Setting, Span, Statement

# Senses that report no act of saying, so that no occasion belongs to them.
_LONGEST_SUBJECT = 8
_UNSAID_SENSES = frozenset("appear find according".split())


@dataclass(frozen=True, slots=True)
class _Given:
    """What the clause of a statement gives: its setting phrase and its listener."""

    phrase: Phrase | None
    listener: Listener | None


def with_occasions(
    text: str, statements: Sequence[Statement], entities: Sequence[Entity] = ()
) -> tuple[Statement, ...]:
    """``statements`` with addressee and setting, where their own clauses give them.

    Args:
        text: the document's text.
        statements: in the order of the text, with their acts.
        entities: whom the text names, for the fullest forms of names.
    """
    place = passage(text)
    names = Names(entities)
    found: dict[str, Statement] = {}
    named: set[Medium] = set()
    for level in levels(place, statements):
        for statement in level.statements:
            given = _given(place, level, statement)
            found[statement.id] = replace(
                statement,
                addressee=_addressee(place, names, given.listener),
                setting=_setting(place, given.phrase, named),
            )
    return tuple(found[statement.id] for statement in statements)


def _given(place: Passage, level: Level, statement: Statement) -> _Given:
    head = _head(place, statement)
    listener = _told(place, level, statement, head)
    if statement.act == "private_state" or statement.sense in _UNSAID_SENSES or not statement.cue:
        return _Given(None, listener if statement.act != "private_state" else None)
    for clause in level.clauses(statement):
        for phrase in _own(place, level, statement, clause):
            return _Given(
                phrase, listener or met(place.words.all, phrase) or _spoken(place, level, statement)
            )
    return _Given(None, listener or _spoken(place, level, statement))


def _head(place: Passage, statement: Statement) -> int | None:
    """Index of the head of the statement's cue among the words of the text."""
    words = place.words_of(statement.cue)
    if not words:
        return None
    head = head_of(words, "", lexicon())
    return place.words.first_at(head.word.start if head else words[-1].start)


def _own(place: Passage, level: Level, statement: Statement, clause: Clause) -> list[Phrase]:
    """The setting phrases of ``clause`` that belong to ``statement``, outside its source."""
    words = place.words.all
    out = []
    for phrase in phrases(words, clause.start, clause.end):
        span = span_of(words, phrase.start, phrase.end)
        in_source = any(
            span.overlaps(s) and not _ends(statement, s, span) for one in level.statements for s in one.source
        )
        if (
            not in_source
            and level.owner(span.start, span.end) is statement
            and _is_near(place, statement, span)
        ):
            out.append(phrase)
    return out


def _ends(statement: Statement, source: Span, phrase: Span) -> bool:
    """Whether a phrase only ends the source that follows its cue: "said Ada Quill during the call"."""
    after = source in statement.source and bool(statement.cue) and source.start >= statement.cue[-1].end
    return after and source.start < phrase.start and source.end <= phrase.end


def _is_near(place: Passage, statement: Statement, span: Span) -> bool:
    """Whether a phrase can belong to the cue as it is: one that is no verb has its phrase right after it."""
    head = head_of(place.words_of(statement.cue), "", lexicon())
    if head is None or head.entry.part in ("verb", "phrase"):
        return True
    cue = statement.cue[-1]
    gap = place.text[cue.end : span.start]
    return span.overlaps(cue) or (span.start >= cue.end and not gap.strip())


def _told(place: Passage, level: Level, statement: Statement, head: int | None) -> Listener | None:
    if head is None:
        return None
    words = place.words
    for clause in level.clauses(statement):
        if clause.start <= head < clause.end:
            limit = _source_limit(place, statement, head, clause.end)
            passive = told_at(place, statement.cue) == head
            found = (None if passive else told(words.all, head, limit)) or (
                asked(words.all, head, clause.start) if passive or not statement.source else None
            )
            if found is not None:
                return found
    heard = _heard(place, statement)
    if heard is not None:
        return heard
    if statement.content and statement.form != "direct":
        start = words.first_at(statement.content[0].start)
        gap = place.text[words.all[head].end : statement.content[0].start].split()
        if start > head and len(gap) <= 2:
            return urged(words.all, head, start, words.first_at(statement.content[0].end))
    return None


def _heard(place: Passage, statement: Statement) -> Listener | None:
    """Who heard what a passive tells, its subject taken for the content: "She was told to leave"."""
    words = place.words
    told = told_at(place, statement.cue)
    if told is None or not statement.content[1:]:
        return None
    subject = statement.content[0]
    start, end = words.first_at(subject.start), words.first_at(subject.end)
    if subject.end > words.all[told].start or end - start > _LONGEST_SUBJECT:
        return None
    return Listener(start, end)


def _source_limit(place: Passage, statement: Statement, head: int, limit: int) -> int:
    """``limit``, or where the source begins that stands after the head ("said Lee")."""
    starts = [
        place.words.first_at(span.start)
        for span in statement.source
        if span.start > place.words.all[head].start
    ]
    return min([limit, *starts])


def _spoken(place: Passage, level: Level, statement: Statement) -> Listener | None:
    """Who is spoken to in the clause: "Speaking to reporters in Ohio, Lee said"."""
    words = place.words.all
    for clause in level.clauses(statement):
        found = spoken_to(words, clause.start, clause.end)
        if (
            found is not None
            and level.owner(words[found.start - 2].start, words[found.end - 1].end) is statement
        ):
            return found
    return None


def _addressee(place: Passage, names: Names, listener: Listener | None) -> Addressee | None:
    if listener is None:
        return None
    name = names.of(place.words, listener.start, listener.end)
    return None if name is None else Addressee(span_of(place.words.all, listener.start, listener.end), name)


def _setting(place: Passage, phrase: Phrase | None, named: set[Medium]) -> Setting | None:
    """The setting that ``phrase`` gives; ``named``, the media of occasions so far, takes it up."""
    if phrase is None:
        return None
    carried = phrase.definite and phrase.medium in named
    named.add(phrase.medium)
    span = span_of(place.words.all, phrase.start, phrase.end)
    return Setting(span, phrase.medium, phrase.public, carried)
