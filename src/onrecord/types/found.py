"""What a search over records gives: statements, places, commitments and positions with their documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.types.documents import Document
from onrecord.types.layers import Commitment, Position
from onrecord.types.places import Span
from onrecord.types.statements import Statement


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with the document it stands in.

    Attributes:
        document: the document, its text included: spans point into it.
        statement: the statement.
        score: how near it is to what was asked, the higher the nearer; comparable within one result only.
    """

    document: Document
    statement: Statement
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Words in the text of a document, whether or not any statement holds them."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class Bound:
    """A commitment with its document and the statement that reports it."""

    document: Document
    statement: Statement
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class Stand:
    """A position with its document and the statement it was taken from."""

    document: Document
    statement: Statement
    position: Position


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: how many documents, and their first and last day of publication where known."""

    documents: int
    earliest: date | None = None
    latest: date | None = None
