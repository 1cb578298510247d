"""The layers of a record as JSON: speaker, act, addressee, setting, day of saying, and what stands beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from onrecord.types import (
    Addressee,
    Commitment,
    Deadline,
    Document,
    Entity,
    Position,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
    Time,
)


def span_to_dict(text: str, span: Span) -> dict[str, object]:
    """A span with the characters it points at: ``{"start", "end", "text"}``, code points of ``text``."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def spans_to_list(text: str, spans: Iterable[Span]) -> list[dict[str, object]]:
    """Each of ``spans`` with the characters of ``text`` that it points at."""
    return [span_to_dict(text, span) for span in spans]


def origin_to_dict(document: Document) -> dict[str, object] | None:
    """Where a syndicated text says it comes from, or None."""
    origin = document.origin
    if origin is None:
        return None
    return {"publisher": origin.publisher, "span": span_to_dict(document.text, origin.span)}


def layers_to_dict(text: str, statement: Statement) -> dict[str, object]:
    """What is known of a statement beside its attribution; None where the text is silent."""
    speaker, addressee = statement.speaker, statement.addressee
    setting, said_on = statement.setting, statement.said_on
    return {
        "speaker": None if speaker is None else speaker_to_dict(text, speaker),
        "act": statement.act,
        "sense": statement.sense,
        "negated": statement.negated,
        "iterative": statement.iterative,
        "writer_stance": statement.writer_stance,
        "addressee": None if addressee is None else addressee_to_dict(text, addressee),
        "setting": None if setting is None else setting_to_dict(text, setting),
        "said_on": None if said_on is None else said_on_to_dict(text, said_on),
    }


def speaker_to_dict(text: str, speaker: Speaker) -> dict[str, object]:
    """The ``speaker`` of a statement; ``why`` only where it was kept."""
    why = [{"span": span_to_dict(text, r.span), "because": r.because, "score": r.score} for r in speaker.why]
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "description": speaker.description,
        "entity": speaker.entity,
        "refers_to": speaker.refers_to,
        "on_behalf_of": speaker.on_behalf_of,
        "confidence": speaker.confidence,
        **({"why": why} if why else {}),
    }


def addressee_to_dict(text: str, addressee: Addressee) -> dict[str, object]:
    """The ``addressee`` of a statement."""
    return {"span": span_to_dict(text, addressee.span), "name": addressee.name}


def setting_to_dict(text: str, setting: Setting) -> dict[str, object]:
    """The ``setting`` of a statement."""
    return {
        "span": span_to_dict(text, setting.span),
        "medium": setting.medium,
        "public": setting.public,
        "carried": setting.carried,
    }


def said_on_to_dict(text: str, said_on: SaidOn) -> dict[str, object]:
    """The ``said_on`` of a statement."""
    return {
        "span": span_to_dict(text, said_on.span),
        "earliest": _day(said_on.earliest),
        "latest": _day(said_on.latest),
        "precision": said_on.precision,
        "note": said_on.note,
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def commitment_to_dict(text: str, commitment: Commitment) -> dict[str, object]:
    """One of the record's ``commitments``."""
    condition, deadline = commitment.condition, commitment.deadline
    return {
        "id": commitment.id,
        "statement": commitment.statement,
        "debtor": commitment.debtor,
        "creditor": commitment.creditor,
        "strength": commitment.strength,
        "act": span_to_dict(text, commitment.act),
        "condition": None if condition is None else span_to_dict(text, condition),
        "deadline": None if deadline is None else deadline_to_dict(text, deadline),
    }


def deadline_to_dict(text: str, deadline: Deadline) -> dict[str, object]:
    """By when a commitment is to be kept."""
    return {
        "span": span_to_dict(text, deadline.span),
        "earliest": _day(deadline.earliest),
        "latest": _day(deadline.latest),
    }


def position_to_dict(text: str, position: Position) -> dict[str, object]:
    """One of the record's ``positions``."""
    return {
        "holder": position.holder,
        "stance": position.stance,
        "target": position.target,
        "statement": position.statement,
        "basis": position.basis,
        "evidence": span_to_dict(text, position.evidence),
    }


def time_to_dict(text: str, time: Time) -> dict[str, object]:
    """One of the record's ``times``."""
    return {
        "span": span_to_dict(text, time.span),
        "type": time.type,
        "value": time.value,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
        "anchor": time.anchor,
        "note": time.note,
    }


def entity_to_dict(text: str, entity: Entity) -> dict[str, object]:
    """One of the record's ``entities``."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "description": entity.description,
        "linked": entity.linked,
        "mentions": spans_to_list(text, entity.mentions),
    }


# What stands beside the document and the statements, in this order: name, what a record has of it, its JSON.
BESIDE: tuple[tuple[str, Callable[[Record], Iterable[Any]], Callable[[str, Any], dict[str, object]]], ...] = (
    ("commitments", lambda record: record.commitments, commitment_to_dict),
    ("positions", lambda record: record.positions, position_to_dict),
    ("times", lambda record: record.times, time_to_dict),
    ("entities", lambda record: record.entities, entity_to_dict),
)
