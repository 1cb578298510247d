"""The plain data types of onrecord: frozen, slotted, without input or output.

Every place in a text is a :class:`Span`, a half-open pair of code-point offsets into ``Document.text``.
Nothing here knows how a record was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["source", "cue", "content"]
Form = Literal["direct", "mixed", "indirect"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code points ``start`` (inclusive) to ``end`` (exclusive), zero-based.

    Raises:
        ValueError: when the span is empty or starts before the text does.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span points at."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether every character of this span is in ``other`` too."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether this span and ``other`` have a character in common."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read; ``text`` is never altered afterwards.

    Attributes:
        id: a name for the document that is stable from run to run.
        text: the text that every span points into.
        title: its headline, where the input states one apart from the text.
        url: where it was published, where the input says so.
        publisher: who published it, where the input says so.
        language: ISO 639-1 code, or None where it could not be told.
        published_on: day of publication, or None.
        published_on_from: how ``published_on`` is known.
        warnings: what a reader of the record should know about the input.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published_on: date | None = None
    published_on_from: Literal["argument", "metadata", "text"] | None = None
    warnings: tuple[str, ...] = ()


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
    """

    id: str
    parent: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    verbatim: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Record:
    """What one document says that people said: the document and its statements, in the text's order."""

    document: Document
    statements: tuple[Statement, ...]

    def to_dict(self) -> dict[str, object]:
        """The record in its JSON form (see docs/reference/record.md); spans carry their text."""
        from onrecord.record.form import record_to_dict  # noqa: PLC0415 - types stay below every room

        return record_to_dict(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: where it came from, at which stage, why, and what to do."""

    origin: str
    stage: Literal["open", "decode", "parse", "read"]
    reason: str
    remedy: str

    def line(self) -> str:
        """One line for standard error."""
        return f"{self.origin}: {self.reason}; {self.remedy}"
