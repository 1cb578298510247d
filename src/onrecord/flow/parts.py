"""A text longer than any report, read part by part: memory grows with what is found, not with the work.

Each part is read and resolved as a document of its own, so that a name of one part is not looked for in
another. The parts' records become one, counted in the whole text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from onrecord.types import Document, Entity, Record, Span, Statement

PART = 40_000  # characters
_DIGITS = 16

Value = TypeVar("Value")
Parts = Iterable[tuple[int, Record]]
"""Records of the parts with where each begins, in the order of the text."""


def joined(document: Document, parts: Parts) -> Record:
    """One record of ``document`` from those of its parts; what a part tells of the document holds for all."""
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).digest()
    told: dict[str, list[Any]] = {f.name: [] for f in fields(Record) if f.name != "document"}
    for start, record in parts:
        document = _with_facts(document, record.document, start)
        place = _Place(start, digest, len(told["entities"]))
        for name, values in told.items():
            values.extend(place.put(value) for value in getattr(record, name))
    return Record(document, **{name: tuple(values) for name, values in told.items()})


def _with_facts(document: Document, part: Document, start: int) -> Document:
    """``document`` with what its part, ``start`` characters on, says about the whole."""
    origin = document.origin or _moved(part.origin, start, {})
    dated = part if document.published_on is None else document
    return replace(
        document,
        origin=origin,
        is_excerpt=document.is_excerpt or part.is_excerpt,
        published_on=dated.published_on,
        published_on_from=dated.published_on_from,
    )


class _Place:
    """Where a part stands in the whole: how far on, and after how many entities."""

    def __init__(self, start: int, digest: bytes, entities: int) -> None:
        self.start, self.digest, self.entities = start, digest, entities
        self.known: dict[Any, Any] = {}  # a place that several layers point at, or a speaker, is kept once

    def put(self, value: Value) -> Value:
        """An item of the part's record, as one of the whole: moved, and with names that no other part has."""
        moved = _moved(value, self.start, self.known)
        changed: dict[str, object] = {}
        if isinstance(moved, Entity):
            changed["id"] = self._entity(moved.id)
        else:
            for name in ("id", "parent", "statement"):
                if old := getattr(moved, name, None):
                    changed[name] = self._name(old)
        if isinstance(moved, Statement) and moved.speaker and moved.speaker.refers_to:
            speaker = replace(moved.speaker, refers_to=self._entity(moved.speaker.refers_to))
            changed["speaker"] = self.known.setdefault(speaker, speaker)
        return _changed(moved, changed)

    def _name(self, old: str) -> str:
        return hashlib.sha256(self.digest + f"{self.start};{old}".encode()).hexdigest()[:_DIGITS]

    def _entity(self, old: str) -> str:
        return f"e{int(old.removeprefix('e')) + self.entities}"


def _moved(value: Value, by: int, known: dict[Any, Any]) -> Value:
    """``value`` with every span in it ``by`` characters further on; equal ones are one, kept in ``known``."""
    if isinstance(value, Span):
        if value not in known:
            start, end = value.start + by, value.end + by
            known[value] = Span(known.setdefault(start, start), known.setdefault(end, end))
        return cast("Value", known[value])
    if isinstance(value, tuple):
        return cast("Value", tuple(_moved(one, by, known) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        inner = {name: getattr(value, name) for name in _names(type(value))}
        holders = {n: old for n, old in inner.items() if isinstance(old, tuple) or is_dataclass(old)}
        return _changed(value, {name: _moved(old, by, known) for name, old in holders.items()})
    return value


def _changed(value: Value, changes: dict[str, object]) -> Value:
    """A dataclass with some of its fields changed."""
    return cast("Value", replace(cast("Any", value), **changes)) if changes else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
