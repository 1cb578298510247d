"""What an answer needs from a record of any size: one protocol, in memory or in a database.

Every method gives at most ``limit`` results, the best first, and never scans what an index can find. Names
are compared as :func:`onrecord.compare.names.same_name` does ("Biden" asks for "Joe Biden" too); a view that
keeps judgements about people may know more names of one person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from onrecord.types import Document
from onrecord.types.found import Bound, Found, Place, Searched, Stand

__all__ = ["Bound", "Found", "Place", "Searched", "Stand", "View"]


class View(Protocol):
    """A record that can be asked."""

    def searched(self) -> Searched:
        """What a search over this view covers."""
        ...

    def near(self, words: str, *, speaker: str | None = None, limit: int = 50) -> Sequence[Found]:
        """Statements whose quoted words or content are near ``words``.

        Found by the shingles that they share (:func:`onrecord.compare.shingles.shingles` of each statement's
        content) and by full text of the content words; altered, cut, continued and reordered forms included.

        Args:
            words: any text; no query syntax, every character is meant literally.
            speaker: only statements of a speaker of this name, or None for anybody's.
            limit: at most so many, the nearest first.
        """
        ...

    def places(self, words: str, *, limit: int = 10) -> Sequence[Place]:
        """Where ``words`` stand in the documents' texts, up to case and typography, statement or not."""
        ...

    def by_speaker(self, name: str | None, *, limit: int = 1000) -> Sequence[Found]:
        """The statements of a speaker of this name, or with None of everybody.

        Documents by day of publication, undated ones last; then as in the text.
        """
        ...

    def statement(self, document: str, identity: str) -> Found | None:
        """The statement ``identity`` of the document with the id ``document``, or None."""
        ...

    def said_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements whose ``said_on`` lies within these days, both included; undated ones are none of
        them.
        """
        ...

    def published_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements of documents published within these days, both included."""
        ...

    def commitments(self, debtor: str | None = None, *, limit: int = 1000) -> Sequence[Bound]:
        """Commitments of a debtor of this name, or of anybody, the earliest published first."""
        ...

    def positions(
        self, target: str | None = None, *, holder: str | None = None, limit: int = 1000
    ) -> Sequence[Stand]:
        """Positions on a target that shares its content words with ``target``, of a holder of this name.

        None asks for any; the nearest target first, then the earliest published.
        """
        ...

    def marked(self, documents: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """What is marked of the documents with these ids, "retracted" or "corrected"; the others are left
        out.
        """
        ...

    def document(self, identity: str) -> Document | None:
        """The document with this id, or None."""
        ...
