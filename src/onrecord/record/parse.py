"""The record's JSON form read back into types: the inverse of :func:`onrecord.record.form.record_to_dict`.

A span may be the object ``{"start", "end", "text"}`` or, as the store keeps it, the pair ``[start, end]``;
fields
that are null or empty may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from onrecord.errors import InputError
from onrecord.record.parse_layers import (
    addressee_of,
    commitment_of,
    day_of,
    entity_of,
    position_of,
    said_on_of,
    setting_of,
    speaker_of,
    time_of,
)
from onrecord.record.parse_spans import span_of, spans_of, text_of, word_of
from onrecord.types import Act, Document, Form, Origin, Record, Statement

_Json = Mapping[str, Any]


def record_of(value: object) -> Record:
    """The record that one JSON object holds.

    Args:
        value: what ``json`` read.

    Raises:
        InputError: when it is no record, or a span's text is not what stands there.
    """
    try:
        return _record(value)  # type: ignore[arg-type] # the mistakes that a foreign object makes are caught
    except KeyError as error:
        raise InputError(f"is no record of onrecord: {error} is missing") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"is no record of onrecord: {error}") from None


def _record(value: _Json) -> Record:
    document = document_of(value["document"])
    text = document.text
    return Record(
        document,
        tuple(statement_of(one, text) for one in value["statements"]),
        tuple(entity_of(one, text) for one in value.get("entities") or ()),
        tuple(time_of(one, text) for one in value.get("times") or ()),
        tuple(commitment_of(one, text) for one in value.get("commitments") or ()),
        tuple(position_of(one, text) for one in value.get("positions") or ()),
    )


def document_of(value: _Json) -> Document:
    """The document of a record; raises ValueError, TypeError, KeyError or AttributeError where it is none."""
    text = text_of(value["text"])
    warnings = value.get("warnings") or ()
    return Document(
        id=text_of(value["id"]),
        text=text,
        title=value.get("title"),
        url=value.get("url"),
        publisher=value.get("publisher"),
        language=value.get("language"),
        published_on=day_of(value.get("published_on")),
        published_on_from=word_of(value.get("published_on_from"), ("argument", "metadata", "text")),
        warnings=tuple(map(text_of, warnings)),
        origin=_origin(value.get("origin"), text),
        is_excerpt=bool(value.get("is_excerpt", False)),
    )


def statement_of(value: _Json, text: str) -> Statement:
    """One statement, its spans into ``text``; raises as :func:`document_of`."""
    return Statement(
        id=text_of(value["id"]),
        parent=value.get("parent"),
        source=spans_of(value.get("source"), text),
        cue=spans_of(value.get("cue"), text),
        content=spans_of(value.get("content"), text),
        form=word_of(value["form"], get_args(Form)),
        verbatim=spans_of(value.get("verbatim"), text),
        confidence=float(value["confidence"]),
        speaker=speaker_of(value.get("speaker"), text),
        act=word_of(value.get("act"), get_args(Act)),
        sense=value.get("sense"),
        negated=value.get("negated"),
        iterative=bool(value.get("iterative", False)),
        writer_stance=value.get("writer_stance"),
        addressee=addressee_of(value.get("addressee"), text),
        setting=setting_of(value.get("setting"), text),
        said_on=said_on_of(value.get("said_on"), text),
    )


def _origin(value: _Json | None, text: str) -> Origin | None:
    return None if value is None else Origin(value.get("publisher"), span_of(value["span"], text))
