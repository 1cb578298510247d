"""The writer: one document, one transaction; what is in is not written twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from onrecord.record.store import tallies
from onrecord.record.store.base import Base, marks, one
from onrecord.record.store.contents import insert_contents, remove_contents
from onrecord.record.store.meaning import Embeds, keep_up
from onrecord.record.store.reviews import now
from onrecord.record.store.rows import digest_of, document_layers, iso, key_of
from onrecord.types import Document, Failure, Record

Added = Literal["new", "held", "again"]
Shingles = Callable[[str], Iterable[int]]
"""The hashes that near texts share, each a signed 64-bit number."""
_CANDIDATES = 20
_SHARED = 3
"""Bands that a candidate must share: copies share a dozen or more of 64, and a common phrase is in one."""


class Copies(Protocol):
    """How copies are told; :mod:`onrecord.flow.adding` gives the comparison's own."""

    def bands(self, text: str) -> Iterable[int]:
        """Hashes of which a copy shares at least one, each a signed 64-bit number."""
        ...

    def same(self, text: str, other: str) -> bool:
        """Whether one text is a copy of the other."""
        ...


@dataclass(slots=True)
class Writer:
    """Writes records into a store.

    Attributes:
        base: the database.
        shingles: hashes that near quotations share, or None to keep no index of them.
        copies: how copies are told, or None to tell only equal texts.
        embeds: makes the vectors of an index by meaning, where the record has one; or None.
    """

    base: Base
    shingles: Shingles | None = None
    copies: Copies | None = None
    embeds: Embeds | None = None

    def holds(self, document: Document) -> bool:
        """Whether the document is in: same text, address and outlet; without these, the same text."""
        if document.url or document.publisher:
            return one(self.base, "SELECT 1 FROM documents WHERE key = ?", (key_of(document),)) is not None
        sql = "SELECT 1 FROM documents WHERE digest = ? LIMIT 1"
        return one(self.base, sql, (digest_of(document.text),)) is not None

    def holds_address(self, address: str) -> bool:
        """Whether an article is in that was fetched from ``address``, or is known to stand there.

        The summary that a feed had of it does not count.
        """
        sql = ("SELECT 1 FROM documents WHERE (id = ? OR url = ?) AND text IS NOT NULL "
               "AND substr(id, length(id) - 7) <> '#summary' LIMIT 1")  # fmt: skip
        return one(self.base, sql, (address, address)) is not None

    def unkeepable(self, document: Document) -> str | None:
        """Why this database cannot keep a document's text, or None where it can."""
        if self.base.dialect == "postgres" and "\x00" in document.text:
            return "holds a NUL character, which PostgreSQL cannot keep"
        if not document.text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in document.text):
            return "holds half a surrogate pair, which has no UTF-8 form"
        return None

    def add(self, record: Record, *, again: bool = False, added_at: str | None = None) -> Added:
        """Write a record, whole or not at all.

        Args:
            record: what was read.
            again: put it in the place of an earlier reading of the same document; judgements stay.
            added_at: when it was first added, for a record that is taken up from elsewhere.

        Raises:
            StoreError: when the database refuses.
            UnicodeEncodeError: when a text holds half a surrogate pair; see :meth:`unkeepable`.
        """
        found = self.copies.bands(record.document.text) if self.copies else ()
        bands = sorted({band >> 32 for band in found})  # 32 of 64 bits do to find candidates
        with self.base.transaction():
            if self.holds(record.document):
                return self._again(record) if again else "held"
            self._new(record, bands, added_at or now())
            self.base.run("DELETE FROM failures WHERE origin = ?", (record.document.id,))
        return "new"

    def fail(self, failure: Failure) -> None:
        """Write down that a document could not be read, in place of its earlier failure."""
        sql = ("INSERT INTO failures VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE "
               "SET stage = excluded.stage, reason = excluded.reason, remedy = excluded.remedy, "
               "failed_at = excluded.failed_at")  # fmt: skip
        with self.base.transaction():
            row = (failure.origin, failure.stage, failure.reason, failure.remedy, now())
            self.base.run(sql, [value.replace("\x00", "\ufffd") for value in row])

    def forget_failures(self, path: str) -> None:
        """Forget the failures of a file or folder that is about to be read again."""
        sql = "DELETE FROM failures WHERE origin = ? OR substr(origin, 1, ?) IN (?, ?)"
        whole = path.rstrip("/")
        with self.base.transaction():
            self.base.run(sql, (path, len(whole) + 1, f"{whole}/", f"{whole}:"))

    def remove(self, key: str) -> bool:
        """Take a document's text and statements out and keep its name, so that receipts say: lost."""
        with self.base.transaction():
            row = one(
                self.base, "SELECT number, copy_of FROM documents WHERE key = ? AND text IS NOT NULL", (key,)
            )
            if row is None:
                return False
            remove_contents(self.base, row[0], self.shingles)
            self.base.run("DELETE FROM bands WHERE document = ?", (row[0],))
            self.base.run(
                "UPDATE documents SET text = NULL, layers = '{}', copy_of = NULL WHERE number = ?", row[:1]
            )
            self._pass_on(row[0])
        return True

    def _new(self, record: Record, bands: Sequence[int], added_at: str) -> None:
        document = record.document
        family, version = self._family(document, bands)
        number = self.base.numbers("documents", 1)[0]
        values = {
            "number": number, "key": key_of(document), "digest": digest_of(document.text), "id": document.id,
            "title": document.title, "url": document.url, "outlet": document.publisher,
            "language": document.language, "published_on": iso(document.published_on), "version": version,
            "copy_of": family, "text": document.text, "layers": document_layers(record), "added_at": added_at,
        }  # fmt: skip
        columns, row = ", ".join(values), list(values.values())
        self.base.run(f"INSERT INTO documents ({columns}) VALUES ({marks(row)})", row)
        self.base.many(
            "INSERT INTO bands VALUES (?, ?) ON CONFLICT DO NOTHING", [(band, number) for band in bands]
        )
        self._contents(number, record)

    def keep_lost(self, told: dict[str, Any]) -> bool:
        """Take up the bare name of a document whose text has gone, so that its receipts go on saying so."""
        columns = (
            "key",
            "digest",
            "id",
            "title",
            "url",
            "outlet",
            "language",
            "published_on",
            "version",
            "added_at",
        )
        sql = (f"INSERT INTO documents ({', '.join(columns)}, layers) VALUES ({marks(columns)}, '{{}}') "
               "ON CONFLICT (key) DO NOTHING")  # fmt: skip
        with self.base.transaction():
            return self.base.run(sql, [told[column] for column in columns]) == 1

    def _again(self, record: Record) -> Added:
        document = record.document
        sql = "SELECT number FROM documents WHERE key = ? OR (digest = ? AND ? = '') ORDER BY number LIMIT 1"
        place = f"{document.url or ''}{document.publisher or ''}"
        number = self.base.rows(sql, (key_of(document), digest_of(document.text), place))[0][0]
        remove_contents(self.base, number, self.shingles)
        self.base.run("UPDATE documents SET layers = ? WHERE number = ?", (document_layers(record), number))
        self.base.run(
            "UPDATE documents SET text = ? WHERE number = ? AND text IS NULL", (document.text, number)
        )
        self._contents(number, record)
        return "again"

    def _contents(self, number: int, record: Record) -> None:
        insert_contents(self.base, number, key_of(record.document), record, self.shingles)
        if self.embeds is not None:
            keep_up(self.base, self.embeds, number)

    def _family(self, document: Document, bands: Sequence[int]) -> tuple[int | None, int]:
        """The document that this one is a copy of, and which version of its article it is."""
        version = 1
        if document.url:
            sql = "SELECT coalesce(max(version), 0) + 1 FROM documents WHERE url = ?"
            version = self.base.rows(sql, (document.url,))[0][0]
        return self._original(document, bands), version

    def _original(self, document: Document, bands: Sequence[int]) -> int | None:
        sql = ("SELECT coalesce(copy_of, number) FROM documents WHERE digest = ? AND text IS NOT NULL "
               "ORDER BY number LIMIT 1")  # fmt: skip
        equal = one(self.base, sql, (digest_of(document.text),))
        if equal is not None:
            return int(equal[0])
        for number, text, url in self._candidates(bands):
            other_version = url is not None and url == document.url
            if not other_version and self.copies and self.copies.same(document.text, text):
                return int(number)
        return None

    def _candidates(self, bands: Sequence[int]) -> list[tuple[int, str, str | None]]:
        """Originals that share bands, those that share most of them first."""
        if not bands:
            return []
        sql = (
            "SELECT coalesce(d.copy_of, d.number), d.text, d.url FROM documents d "
            f"JOIN (SELECT document, count(*) AS shared FROM bands WHERE hash IN ({marks(bands)}) "
            "GROUP BY document HAVING count(*) >= ?) b ON b.document = d.number "
            "WHERE d.text IS NOT NULL ORDER BY b.shared DESC, d.number LIMIT ?"
        )
        return self.base.rows(sql, (*bands, min(_SHARED, len(bands)), _CANDIDATES))

    def _pass_on(self, gone: int) -> None:
        """Make the oldest copy of a document that is gone the original of the others."""
        heirs = self.base.rows("SELECT number FROM documents WHERE copy_of = ? ORDER BY number", (gone,))
        if heirs:
            heir = heirs[0][0]
            self.base.run("UPDATE documents SET copy_of = ? WHERE copy_of = ?", (heir, gone))
            self.base.run("UPDATE documents SET copy_of = NULL WHERE number = ?", (heir,))
            sql = "UPDATE statements SET copied = 0 WHERE document = ? AND copied = 1"
            tallies.unrepeated(self.base, self.base.run(sql, (heir,)))
            tallies.recount(self.base, tallies.speakers(self.base, heir))
