"""The layers of a statement and of a document beside its attributions, each with the span that proves it.

Vocabularies: acts are Searle's (1976) with private states beside them, times are TimeML's TIMEX3, commitments
are social commitments (Singh 1999), stances those of SemEval-2016 task 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.types.places import Span

Kind = Literal["person", "organisation", "collective", "anonymous", "document", "country", "unknown"]
Act = Literal["assertive", "commissive", "directive", "expressive", "declaration", "private_state"]
Medium = Literal[
    "interview", "press_conference", "speech", "debate", "social_media", "statement", "written", "private",
    "email", "document", "broadcast", "call", "meeting", "hearing", "other",
]  # fmt: skip
Strength = Literal["intends", "plans", "offers", "agrees", "promises", "signed", "refuses", "declines"]
Stance = Literal["favor", "against", "mixed"]
Basis = Literal["explicit", "implied", "second-hand"]
Layer = Literal["statements", "commitments", "positions", "times", "entities"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET", "EVENT"]

LAYERS: tuple[Layer, ...] = ("statements", "commitments", "positions", "times", "entities")
"""What a record is made of beside its document."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the way from a source to its speaker.

    Attributes:
        span: the mention that the step went over.
        because: why, in words.
        score: how sure the step is, 0..1.
    """

    span: Span
    because: str
    score: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source resolves to.

    Attributes:
        name: the fullest form of the name in the document, titles left off; a slice of the text.
        kind: what sort of speaker it is.
        description: role, party, state and age as the text gives them, or None.
        entity: id in a table of people that the user brought, or None.
        refers_to: id of the entity of this document (``Entity.id``), or None.
        on_behalf_of: name of whom a spokesperson speaks for, or None.
        why: the chain of mentions from the source to the name, empty where it was not kept.
        confidence: the estimate, 0..1, that this is who the source stands for; None where none was made.
    """

    name: str
    kind: Kind
    description: str | None = None
    entity: str | None = None
    refers_to: str | None = None
    on_behalf_of: str | None = None
    why: tuple[Reason, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom something was said: where the text names them, and the fullest name."""

    span: Span
    name: str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """The occasion of saying.

    Attributes:
        span: the words that give it.
        medium: of which sort it was.
        public: whether it was meant for the public, None where the text does not tell.
        carried: whether it was given for another statement of the same occasion and holds for this one too.
    """

    span: Span
    medium: Medium
    public: bool | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class SaidOn:
    """When something was said: an interval of days, both ends included, open where None.

    Attributes:
        span: the words that give it.
        earliest: first day it can have been, or None.
        latest: last day it can have been, or None.
        precision: "day", "weekend", "week", "month", "season", "quarter", "year", "decade", "century" or
            "vague", or None where nothing could be resolved.
        note: why the interval is what it is.
    """

    span: Span
    earliest: date | None
    latest: date | None
    precision: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (TIMEX3), resolved to an interval of days where the text allows it.

    Attributes:
        span: the expression.
        type: TIMEX3 type, or "EVENT" for a time given by an event ("the start of the war").
        value: TIMEX3 value ("2024-03-07", "2024-W11-WE", "PAST_REF"), or None.
        earliest: first day, or None where open.
        latest: last day, or None where open.
        anchor: what it was resolved against: "published_on", "speech" or another expression's text; None.
        note: the reason, or why it stays open.
    """

    span: Span
    type: TimeType
    value: str | None
    earliest: date | None
    latest: date | None
    anchor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a commitment is to be kept."""

    span: Span
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody, by a report, bound themselves to (or refused).

    Attributes:
        id: a digest of document and spans.
        statement: id of the statement that reports it.
        debtor: name of who is bound, or None.
        creditor: name of whom they are bound to, or None.
        strength: how firmly.
        act: the words that say what is to be done.
        condition: the words of a condition, or None.
        deadline: by when, or None.
    """

    id: str
    statement: str
    debtor: str | None
    creditor: str | None
    strength: Strength
    act: Span
    condition: Span | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stands on something (SemEval stance).

    Attributes:
        holder: name of whose position it is, or None.
        stance: in favour, against, or both at once.
        target: what it is about, a slice of the text.
        statement: id of the statement it was taken from.
        basis: said outright, implied, or told by somebody else.
        evidence: the words that prove it.
    """

    holder: str | None
    stance: Stance
    target: str
    statement: str
    basis: Basis
    evidence: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or group of one document, with every mention of it.

    Attributes:
        id: a name within the document, "e1", "e2", ... in order of first mention.
        name: the fullest form of its name in the document, titles left off.
        kind: what it is.
        mentions: spans, in the order of the text.
        description: role, party, state and age as the text gives them, or None.
        linked: id in a table of people that the user brought, or None.
    """

    id: str
    name: str
    kind: Kind
    mentions: tuple[Span, ...]
    description: str | None = None
    linked: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a syndicated text says that it comes from."""

    publisher: str | None
    span: Span
