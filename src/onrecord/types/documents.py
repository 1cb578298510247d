"""What comes in: a document, or the failure to read one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.types.layers import Origin


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
        origin: a syndication pointer in the text ("Read the full report at ..."), or None.
        is_excerpt: whether the text says that it is a part of a longer one.
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
    origin: Origin | None = None
    is_excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: where it came from, at which stage, why, and what to do."""

    origin: str
    stage: Literal["open", "fetch", "decode", "parse", "read"]
    reason: str
    remedy: str

    def line(self) -> str:
        """One line for standard error."""
        return f"{self.origin}: {self.reason}; {self.remedy}"
