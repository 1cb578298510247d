"""Who is bound by what a statement reports: its speaker, or a body that the speaker speaks for.

"The minister said the ministry would pay" binds the ministry; "Critics said the ministry would pay" predicts.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.commitments.deeds import trimmed
from onrecord.resolve.passage import Passage, passage
from onrecord.resolve.phrases import OBJECTS, span_of
from onrecord.types import Entity, Record, Span, Statement

_PRONOUNS = frozenset("i we he she they who which that it his her their its my our your".split())
_POLLED = frozenset("percent % respondents voters".split())
# What promises only as its authors do.
_PAPERS = frozenset("plan agenda policy bill law program programme proposal budget measure platform".split())
# Whom "it" can stand for as a speaker.
_KINDS = frozenset(("organisation", "country", "collective"))
_PERSONAL = frozenset("he she him her his hers".split())
_BODIES = frozenset(
    "government ministry company airline army military navy force forces police council city county state "
    "country nation agency department department's office party campaign team union court board bank firm "
    "group parliament administration cabinet committee commission club school university church hospital "
    "department authority authorities organization organisation association federation league coalition "
    "alliance client clients family unit division carrier manufacturer automaker airport museum network "
    "troops regime senate house congress".split()
)
_OWN = frozenset("his her its their our my".split())
_DEFINITE = _OWN | {"the"}
_SPEAKS_FOR = frozenset(
    "spokesman spokeswoman spokesperson official officials minister president premier chancellor mayor "
    "governor secretary chief director chairman chairwoman chair executive ceo commissioner general colonel "
    "commander ambassador lawyer attorney manager owner founder head leader deputy superintendent envoy "
    "king queen prince treasurer principal rector".split()
)


class Ground:
    """A record's text with its statements by parent and its entities by place; made in linear time.

    Args:
        record: the record.

    Attributes:
        place: its text, words and sentences.
        record: the record.
    """

    def __init__(self, record: Record) -> None:
        self.place = passage(record.document.text)
        self.record = record
        self._children: dict[str, list[Statement]] = {}
        for statement in record.statements:
            if statement.parent is not None:
                self._children.setdefault(statement.parent, []).append(statement)
        self._named: dict[Span, Entity] = {}
        for entity in record.entities:
            for span in entity.mentions:
                self._named.setdefault(span, entity)
        self._by_id = {entity.id: entity for entity in record.entities}

    def children(self, statement: Statement) -> Sequence[Statement]:
        """The statements that stand right in the content of ``statement``."""
        return self._children.get(statement.id, ())

    def entity(self, span: Span) -> Entity | None:
        """The first entity of which ``span`` is a mention, or None."""
        return self._named.get(span)

    def called(self, name: str | None) -> Entity | None:
        """The entity whose id is ``name``, or None."""
        return self._by_id.get(name) if name else None


def debtor(place: Passage, statement: Statement) -> str | None:
    """Who is bound: the speaker, or the source as written where that is no pronoun and no poll's share."""
    lows = [low for span in statement.source for low in place.words.lows(span)]
    if (
        _POLLED & set(lows)
        or set(lows[-1:]) & _PAPERS
        or (statement.speaker and statement.speaker.kind == "document")
    ):
        return None
    if statement.speaker is not None:
        return statement.speaker.name
    if not statement.source or set(place.words.lows(statement.source[0])) <= OBJECTS | _PRONOUNS:
        return None
    return trimmed(place.text, statement.source[0]).of(place.text)


def spoken_for(ground: Ground, statement: Statement, start: int, end: int) -> str | None:
    """The name of the subject of the words ``start`` to ``end`` if the speaker can bind it, else None.

    That is the speaker by name; a body of the speaker's own ("his client", "its unit"); one that an official
    speaks of ("the ministry"); one by name of which the speaker's description tells.
    """
    place = ground.place
    words = place.words.all
    span = span_of(words, start, end)
    entity = ground.entity(span)
    if _is_speaker(statement, entity, span.of(place.text)):
        return statement.speaker.name if statement.speaker else span.of(place.text)
    first, last = words[start].low, words[end - 1].low
    if last in _BODIES and first in _DEFINITE and (first in _OWN or _roles(place, statement)):
        return entity.name if entity else span.of(place.text)
    if words[start].is_name_like and _describes(statement, entity.name if entity else span.of(place.text)):
        return entity.name if entity else span.of(place.text)
    return None


def may_be_it(ground: Ground, statement: Statement) -> bool:
    """Whether "it" can stand for the speaker: a body, or a name of one word that nothing calls he or she."""
    speaker = statement.speaker
    if speaker is None:
        return False
    if speaker.kind in _KINDS:
        return True
    place = ground.place
    own = place.words.lows(statement.source[0]) if statement.source else []
    if len(own) == 2 and own[0] == "the" and own[1] in _BODIES:
        return True
    entity = ground.called(speaker.refers_to)
    calls = {span.of(place.text).lower() for span in entity.mentions} if entity else set()
    named = len(own) == 1 and own[0] not in _PRONOUNS and " " not in speaker.name
    return named and not calls & _PERSONAL


def _is_speaker(statement: Statement, entity: Entity | None, written: str) -> bool:
    speaker = statement.speaker
    if speaker is None:
        return False
    return written == speaker.name or (entity is not None and entity.id == speaker.refers_to)


def _roles(place: Passage, statement: Statement) -> bool:
    """Whether the speaker is somebody who speaks for a body."""
    lows = {low for span in statement.source for low in place.words.lows(span)}
    described = statement.speaker.description if statement.speaker else None
    return bool(_SPEAKS_FOR & (lows | set((described or "").lower().split())))


def _describes(statement: Statement, name: str) -> bool:
    """Whether the speaker is described as one of the body called ``name``."""
    speaker = statement.speaker
    if speaker is None:
        return False
    return name == speaker.on_behalf_of or name.lower() in (speaker.description or "").lower()
