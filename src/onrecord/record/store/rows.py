"""A record as rows of the store's tables, and a row as the statement that it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.errors import InputError, StoreError
from onrecord.record.form import document_to_dict, record_to_dict, statement_to_dict
from onrecord.record.parse import document_of, statement_of
from onrecord.record.store.packing import packed, unpacked
from onrecord.record.tables import BETWEEN_TEXTS
from onrecord.types import Document, Record, Span, Statement

_BESIDE = ("entities", "times", "commitments", "positions")
_KEPT_IN_COLUMNS = ("id", "text", "title", "url", "publisher", "language", "published_on")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: from its first character to its last, over all its parts."""

    starts: int
    ends: int


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hexadecimal digits; raises UnicodeEncodeError for a lone surrogate."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def key_of(document: Document) -> str:
    """What a document is known by, 32 hexadecimal digits: its text, its address and its outlet.

    The same text at another address or in another outlet is another document, a copy of the first.
    """
    parts = (digest_of(document.text), document.url or "", document.publisher or "")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def document_layers(record: Record) -> str:
    """What a record holds beside its statements and its document's columns, as packed JSON."""
    document = {
        name: one for name, one in document_to_dict(record.document).items() if name not in _KEPT_IN_COLUMNS
    }
    bare = record_to_dict(Record(record.document, (), *(getattr(record, name) for name in _BESIDE)))
    return packed({"document": document} | {name: bare[name] for name in _BESIDE})


def statement_layers(text: str, statement: Statement) -> str:
    """All of a statement but what ``KEPT_COLUMNS`` has, as packed JSON."""
    value = statement_to_dict(text, statement)
    for name in ("id", "form", "confidence"):
        del value[name]
    return packed(value)


def stored_document(row: tuple[Any, ...]) -> tuple[Document, Mapping[str, Any]]:
    """The document of a row of ``DOCUMENT_COLUMNS``, and its other layers.

    Raises:
        StoreError: when the layers are not what was written.
    """
    *columns, text, layers = row
    named = dict(zip(("id", "title", "url", "publisher", "language", "published_on"), columns, strict=True))
    with _legible(f"the layers of {named['id']}"):
        value = unpacked(layers)
        return document_of(value.get("document", {}) | named | {"text": text or ""}), value


def stored_statement(kept: Sequence[Any], text: str) -> Statement:
    """The statement of a row of ``KEPT_COLUMNS``, as it was read.

    Raises:
        StoreError: when it is not what was written.
    """
    identity, form, confidence, layers = kept
    with _legible(f"the statement {identity}"):
        return statement_of(unpacked(layers) | {"id": identity, "form": form, "confidence": confidence}, text)


@contextmanager
def _legible(what: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, InputError) as error:
        raise StoreError(
            f"{what} cannot be read ({error}): the record is damaged; see onrecord doctor"
        ) from error


KEPT_COLUMNS = "id, form, confidence, layers"
"""The columns that :func:`stored_statement` takes, in its order; no judgement changes them."""


DOCUMENT_COLUMNS = "id, title, url, outlet, language, published_on, text, layers"
"""The columns that :func:`stored_document` takes, in its order."""


def joined(text: str, spans: Iterable[Span]) -> str:
    """The characters of ``spans``, with an ellipsis where something lies between."""
    return BETWEEN_TEXTS.join(span.of(text) for span in spans)


def place_of(statement: Statement) -> Place:
    """Where a statement stands; (0, 0) for one without spans."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return Place(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))


def iso(day: date | None) -> str | None:
    """``YYYY-MM-DD``, or None."""
    return day.isoformat() if day else None


def days_of(statement: Statement, document: Document) -> tuple[str | None, str | None, int | None]:
    """First and last day that a search by date goes by, and 1 where they are of the saying, 0 of publication.

    An interval of saying that is open ends with the publication; one without a beginning has its end for it.
    """
    said, published = statement.said_on, iso(document.published_on)
    said_from, said_to = (iso(said.earliest), iso(said.latest)) if said else (None, None)
    if said_from or said_to:
        return said_from or said_to, said_to or published or said_from, 1
    return published, published, None if published is None else 0
