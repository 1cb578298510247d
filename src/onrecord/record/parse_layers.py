"""The layers of a record read back from JSON: the inverse of :mod:`onrecord.record.layers`.

Every function raises KeyError, TypeError, ValueError or AttributeError where ``value`` is not what it should
be;
:func:`onrecord.record.parse.record_of` makes one error of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from onrecord.record.parse_spans import span_of, spans_of, text_of, word_of
from onrecord.types import (
    Addressee,
    Basis,
    Commitment,
    Deadline,
    Entity,
    Kind,
    Medium,
    Position,
    Reason,
    SaidOn,
    Setting,
    Speaker,
    Stance,
    Strength,
    Time,
    TimeType,
)

_Json = Mapping[str, Any]


def day_of(value: str | None) -> date | None:
    """A day written ``YYYY-MM-DD``, or None."""
    return None if value is None else date.fromisoformat(value)


def speaker_of(value: _Json | None, text: str) -> Speaker | None:
    """The ``speaker`` of a statement."""
    if value is None:
        return None
    return Speaker(
        name=text_of(value["name"]),
        kind=word_of(value["kind"], get_args(Kind)),
        description=value.get("description"),
        entity=value.get("entity"),
        refers_to=value.get("refers_to"),
        on_behalf_of=value.get("on_behalf_of"),
        confidence=_share_of(value.get("confidence")),
        why=tuple(_reason_of(one, text) for one in value.get("why") or ()),
    )


def _share_of(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _reason_of(value: _Json, text: str) -> Reason:
    return Reason(span_of(value["span"], text), text_of(value["because"]), float(value["score"]))


def addressee_of(value: _Json | None, text: str) -> Addressee | None:
    """The ``addressee`` of a statement."""
    return None if value is None else Addressee(span_of(value["span"], text), value.get("name"))


def setting_of(value: _Json | None, text: str) -> Setting | None:
    """The ``setting`` of a statement."""
    if value is None:
        return None
    return Setting(
        span=span_of(value["span"], text),
        medium=word_of(value["medium"], get_args(Medium)),
        public=value.get("public"),
        carried=bool(value.get("carried", False)),
    )


def said_on_of(value: _Json | None, text: str) -> SaidOn | None:
    """The ``said_on`` of a statement."""
    if value is None:
        return None
    return SaidOn(
        span=span_of(value["span"], text),
        earliest=day_of(value.get("earliest")),
        latest=day_of(value.get("latest")),
        precision=value.get("precision"),
        note=value.get("note"),
    )


def entity_of(value: _Json, text: str) -> Entity:
    """One of the record's ``entities``."""
    return Entity(
        id=text_of(value["id"]),
        name=text_of(value["name"]),
        kind=word_of(value["kind"], get_args(Kind)),
        mentions=spans_of(value.get("mentions"), text),
        description=value.get("description"),
        linked=value.get("linked"),
    )


def time_of(value: _Json, text: str) -> Time:
    """One of the record's ``times``."""
    return Time(
        span=span_of(value["span"], text),
        type=word_of(value["type"], get_args(TimeType)),
        value=value.get("value"),
        earliest=day_of(value.get("earliest")),
        latest=day_of(value.get("latest")),
        anchor=value.get("anchor"),
        note=value.get("note"),
    )


def commitment_of(value: _Json, text: str) -> Commitment:
    """One of the record's ``commitments``."""
    condition = value.get("condition")
    return Commitment(
        id=text_of(value["id"]),
        statement=text_of(value["statement"]),
        debtor=value.get("debtor"),
        creditor=value.get("creditor"),
        strength=word_of(value["strength"], get_args(Strength)),
        act=span_of(value["act"], text),
        condition=None if condition is None else span_of(condition, text),
        deadline=_deadline_of(value.get("deadline"), text),
    )


def _deadline_of(value: _Json | None, text: str) -> Deadline | None:
    if value is None:
        return None
    return Deadline(span_of(value["span"], text), day_of(value.get("earliest")), day_of(value.get("latest")))


def position_of(value: _Json, text: str) -> Position:
    """One of the record's ``positions``."""
    return Position(
        holder=value.get("holder"),
        stance=word_of(value["stance"], get_args(Stance)),
        target=text_of(value["target"]),
        statement=text_of(value["statement"]),
        basis=word_of(value["basis"], get_args(Basis)),
        evidence=span_of(value["evidence"], text),
    )
