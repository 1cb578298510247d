"""What comes out: attributions, the statements they resolve to, and the record of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.documents import Document
from onrecord.types.layers import (
    Act,
    Addressee,
    Commitment,
    Entity,
    Position,
    SaidOn,
    Setting,
    Speaker,
    Time,
)
from onrecord.types.places import Span

Role = Literal["source", "cue", "content"]
Form = Literal["direct", "mixed", "indirect"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution relation as the text gives it (PARC 3.0, PolNeAR): who, the cue, what.

    Each role is a tuple of spans in the order of the text, empty where the text does not express it.
    ``parent`` is the index, in the same list, of the attribution whose content this one stands in.
    ``confidence`` is the reader's own estimate in 0..1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry of the record: an attribution, its form, and the words that are this speaker's own.

    Attributes:
        id: a digest of the document's text and of the spans, the same whichever model found them.
        parent: id of the statement whose content holds this one, or None.
        source: spans naming who spoke, empty where the text does not say.
        cue: spans of the words that make it an attribution ("said", "according to"), empty for none.
        content: spans of what was said, in the order of the text.
        form: "direct" where all of the content is in quotation marks, "mixed" where some of it is.
        verbatim: the quoted words that are this speaker's own, quotation marks excluded.
        confidence: the reader's estimate, 0..1, that the relation and its spans are right.
        speaker: whom the source resolves to, or None where a careful reader would not say.
        act: Searle's class of the act, or None where it was not looked for.
        sense: the finer kind by the cue's own sense ("warn", "deny", "promise"), or None.
        negated: whether it was not, or only hypothetically, said.
        iterative: whether it sums up several occasions ("has repeatedly asserted").
        writer_stance: what the writer's cue takes the words for: "neutral", "doubted" ("claimed") or
            "presupposed" ("pointed out"), or None.
        addressee: to whom, or None.
        setting: on what occasion, or None.
        said_on: when, or None.
    """

    id: str
    parent: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    verbatim: tuple[Span, ...]
    confidence: float
    speaker: Speaker | None = None
    act: Act | None = None
    sense: str | None = None
    negated: bool | None = None
    iterative: bool = False
    writer_stance: str | None = None
    addressee: Addressee | None = None
    setting: Setting | None = None
    said_on: SaidOn | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What one document says that people said.

    Attributes:
        document: the text and where it comes from.
        statements: in the order of the text, parents before their children.
        entities: persons, organisations and groups, in the order of their first mentions.
        times: time expressions, in the order of the text.
        commitments: in the order of the text.
        positions: in the order of the text.
    """

    document: Document
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The record in its JSON form (see docs/reference/record.md); spans carry their text."""
        from onrecord.record.form import record_to_dict  # noqa: PLC0415 - types stay below every room

        return record_to_dict(self)
