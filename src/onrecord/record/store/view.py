"""A view of the record for whoever asks it: nothing here writes, and nothing scans what an index can find."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.record.parse_layers import commitment_of, position_of
from onrecord.record.store.base import Base, Row, marks, one, parts
from onrecord.record.store.corrections import corrected
from onrecord.record.store.filters import Filters, numbers_of
from onrecord.record.store.meaning import Embeds, in_use, nearest
from onrecord.record.store.nearness import near
from onrecord.record.store.reviews import reviews_of
from onrecord.record.store.rows import DOCUMENT_COLUMNS, KEPT_COLUMNS, stored_document, stored_statement
from onrecord.record.store.words import Term, plain
from onrecord.record.store.writer import Shingles
from onrecord.types import Document, Span
from onrecord.types.found import Bound, Found, Place, Searched, Stand

_KEPT = 256
"""Documents held in memory, those used last."""
_LONGEST = 60
"""Words of which a place is looked for by its index; longer ones by these, then in the text."""
_LOOKED_AT = 200
_NEVER = "9999"
_WORD = re.compile(r"[^\W_]+")
_COUNTS = ("SELECT count(*) FROM documents", "SELECT count(*) FROM documents WHERE text IS NULL")
_DAYS = ("SELECT published_on FROM documents WHERE published_on IS NOT NULL AND text IS NOT NULL "
         "ORDER BY published_on")  # fmt: skip


@dataclass(slots=True)
class View:
    """Reads a record; the methods are those of ``onrecord.ask.view.View``.

    Attributes:
        base: the database.
        shingles: the function with which the record was written, or None to go by full text alone.
        embeds: the model with which the record was indexed by meaning, or None.
    """

    base: Base
    shingles: Shingles | None = None
    embeds: Embeds | None = None
    _documents: OrderedDict[int, tuple[Document, Mapping[str, Any]]] = field(default_factory=OrderedDict)

    def searched(self) -> Searched:
        """How many documents a search covers, and their first and last day of publication."""
        # each by an index: a row of a document holds its text
        whole, lost = (self.base.rows(sql)[0][0] for sql in _COUNTS)
        first, last = (one(self.base, f"{_DAYS} {order} LIMIT 1") for order in ("", "DESC"))
        return Searched(whole - lost, _day(first[0] if first else None), _day(last[0] if last else None))

    def near(self, words: str, *, speaker: str | None = None, limit: int = 50) -> Sequence[Found]:
        """Statements near ``words``, the nearest first: by the shingles they share, and by their rarest
        words.
        """
        speakers = None if speaker is None else numbers_of(self.base, speaker)
        return self._found(near(self.base, words, self.shingles, speakers=speakers, limit=limit))

    def by_meaning(self, words: str, *, speaker: str | None = None, limit: int = 50) -> Sequence[Found]:
        """Statements whose meaning is near that of ``words``, the nearest first, with the cosine as score.

        Nothing where the record has no index by meaning of this model.
        """
        if self.embeds is None or not in_use(self.base, self.embeds):
            return []
        filters = Filters(speaker=speaker, copies=True)
        return self._found(nearest(self.base, self.embeds, words, filters, limit=limit))

    def places(self, words: str, *, limit: int = 10) -> Sequence[Place]:
        """Where ``words`` stand in the documents' texts, up to case and the signs between them."""
        asked = _WORD.findall(words)
        if not asked:
            return []
        sql, parameters = self.base.matching("documents", [Term(tuple(asked[:_LONGEST]))])
        pattern = re.compile(
            r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, asked)) + r"(?![^\W_])", re.IGNORECASE
        )
        found: list[Place] = []
        for row in self.base.rows(
            f"SELECT number FROM ({sql}) m ORDER BY number LIMIT ?", (*parameters, _LOOKED_AT)
        ):
            document, _ = self._document(row[0])
            found += [Place(document, Span(*match.span())) for match in pattern.finditer(document.text)]
            if len(found) >= limit:
                break
        return found[:limit]

    def by_speaker(self, name: str | None, *, limit: int = 1000) -> Sequence[Found]:
        """The statements of a speaker of this name, or with None of everybody.

        Documents by day of publication, undated ones last; then as in the text. Of more than ``limit`` those
        that were said first, or published where that is not known.
        """
        if name is None:
            rows = self._earliest("1 = 1", (), limit)
        else:
            # one name at a time: each comes in the order of the index, and none is sorted whole
            numbers = numbers_of(self.base, name)
            rows = [row for number in numbers for row in self._earliest("speaker = ?", (number,), limit)]
            rows.sort(key=lambda row: (row[1] or _NEVER, row[0]))
        rows = sorted(rows[:limit], key=lambda row: (row[2], row[3]))
        found = self._found([(row[0], 1.0) for row in rows])
        return sorted(found, key=lambda one: one.document.published_on or date.max)

    def _earliest(self, where: str, parameters: Sequence[object], limit: int) -> list[Row]:
        """Number, day, document and place of the first statements, undated ones last."""
        sql = f"SELECT number, day_from, document, place FROM statements WHERE {where} AND rejected = 0 AND "
        dated = self.base.rows(
            f"{sql} day_from IS NOT NULL ORDER BY day_from, number LIMIT ?", (*parameters, limit)
        )
        if len(dated) == limit:
            return dated
        undated = f"{sql} day_from IS NULL ORDER BY number LIMIT ?"
        return dated + self.base.rows(undated, (*parameters, limit - len(dated)))

    def statement(self, document: str, identity: str) -> Found | None:
        """The statement ``identity`` of the document with the id ``document``, or None."""
        sql = ("SELECT s.number FROM statements s JOIN documents d ON d.number = s.document "
               "WHERE s.id = ? AND (d.id = ? OR d.key = ?) ORDER BY s.number DESC LIMIT 1")  # fmt: skip
        row = one(self.base, sql, (identity, document, document))
        return None if row is None else self._found([(row[0], 1.0)])[0]

    def said_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements that were said within these days, both included; undated ones are none of them."""
        sql = ("SELECT number FROM statements WHERE day_from >= ? AND day_from <= ? AND day_to <= ? "
               "AND dated = 1 AND rejected = 0 ORDER BY day_from, number LIMIT ?")  # fmt: skip
        last = until.isoformat()
        rows = self.base.rows(sql, (since.isoformat(), last, last, limit))
        return self._found([(row[0], 1.0) for row in rows])

    def published_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements of documents published within these days, both included."""
        sql = ("SELECT s.number FROM documents d JOIN statements s ON s.document = d.number "
               "WHERE d.published_on >= ? AND d.published_on <= ? AND s.rejected = 0 "
               "ORDER BY d.published_on, d.number, s.place LIMIT ?")  # fmt: skip
        rows = self.base.rows(sql, (since.isoformat(), until.isoformat(), limit))
        return self._found([(row[0], 1.0) for row in rows])

    def commitments(self, debtor: str | None = None, *, limit: int = 1000) -> Sequence[Bound]:
        """Commitments of a debtor of this name, or of anybody, the earliest published first."""
        where, numbers = self._of("c.debtor", debtor)
        sql = ("SELECT c.document, c.place, s.number FROM commitments c JOIN documents d ON d.number = "
               "c.document "
               f"JOIN statements s ON s.document = c.document AND s.id = c.statement WHERE {where} AND "
               f"s.rejected = 0 ORDER BY d.published_on, d.number, c.place LIMIT ?")  # fmt: skip
        rows = self.base.rows(sql, (*numbers, limit))
        told = self._found([(row[2], 1.0) for row in rows])
        kept = (self._beside(row, "commitments") for row in rows)
        return [
            Bound(f.document, f.statement, commitment_of(one, f.document.text))
            for one, f in zip(kept, told, strict=True)
        ]

    def positions(
        self, target: str | None = None, *, holder: str | None = None, limit: int = 1000
    ) -> Sequence[Stand]:
        """Positions on a target that shares words with ``target``, the nearest first, of a holder of this
        name.
        """
        where, numbers = self._of("p.holder", holder)
        source, order, parameters = "", "", list[object]()
        if target is not None:
            asked = plain(target)
            if not asked:
                return []
            sql, parameters = self.base.matching("positions", asked, any_of=True)
            source, order = f"JOIN ({sql}) m ON m.number = p.number", "m.rank, "
        sql = (f"SELECT p.document, p.place, s.number FROM positions p {source} JOIN documents d ON "
               "d.number = "
               "p.document JOIN statements s ON s.document = p.document AND s.id = p.statement WHERE "
               f"{where} AND "
               f"s.rejected = 0 ORDER BY {order}d.published_on, d.number, p.place LIMIT ?")  # fmt: skip
        rows = self.base.rows(sql, (*parameters, *numbers, limit))
        told = self._found([(row[2], 1.0) for row in rows])
        return [Stand(f.document, f.statement, position_of(self._beside(row, "positions"), f.document.text))
                for row, f in zip(rows, told, strict=True)]  # fmt: skip

    def marked(self, documents: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """What is marked of the documents with these ids; those without a mark are left out."""
        found: dict[str, tuple[str, ...]] = {}
        ids = list(dict.fromkeys(documents))
        if ids and self.base.rows("SELECT 1 FROM marks LIMIT 1"):
            sql = ("SELECT DISTINCT d.id, m.verdict FROM marks m JOIN documents d ON d.key = m.document "
                   f"WHERE m.undone_at IS NULL AND d.id IN ({marks(ids)}) ORDER BY 1, 2")  # fmt: skip
            for identity, verdict in self.base.rows(sql, ids):
                found[identity] = (*found.get(identity, ()), verdict)
        return found

    def document(self, identity: str) -> Document | None:
        """The document with this id or key, of several versions the last, or None."""
        sql = ("SELECT number FROM documents WHERE (id = ? OR key = ?) AND text IS NOT NULL "
               "ORDER BY number DESC LIMIT 1")  # fmt: skip
        row = one(self.base, sql, (identity, identity))
        return None if row is None else self._document(row[0])[0]

    def _of(self, column: str, name: str | None) -> tuple[str, list[int]]:
        if name is None:
            return "1 = 1", []
        numbers = numbers_of(self.base, name)
        return (f"{column} IN ({marks(numbers)})", numbers) if numbers else ("1 = 0", [])

    def _beside(self, row: Row, layer: str) -> Mapping[str, Any]:
        beside: Mapping[str, Any] = self._document(row[0])[1][layer][row[1]]
        return beside

    def _found(self, scored: Sequence[tuple[int, float]]) -> list[Found]:
        """Statements by their numbers, in the order given, as people corrected them."""
        if not scored:
            return []
        kept = self._rows([number for number, _ in scored])
        judged = reviews_of(self.base, [row[2] for row in kept.values()])
        found = []
        for number, score in scored:
            if number in kept:
                document, _ = self._document(kept[number][1])
                statement = stored_statement(kept[number][2:], document.text)
                found.append(Found(document, corrected(statement, judged.get(statement.id, ())), score))
        return found

    def _rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        kept: dict[int, Row] = {}
        for some in parts(numbers):
            sql = f"SELECT number, document, {KEPT_COLUMNS} FROM statements WHERE number IN ({marks(some)})"
            kept |= {row[0]: row for row in self.base.rows(sql, some)}
        return kept

    def _document(self, number: int) -> tuple[Document, Mapping[str, Any]]:
        if number in self._documents:
            self._documents.move_to_end(number)
            return self._documents[number]
        row = self.base.rows(f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE number = ?", (number,))[0]
        self._documents[number] = stored_document(row)
        if len(self._documents) > _KEPT:
            self._documents.popitem(last=False)
        return self._documents[number]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
