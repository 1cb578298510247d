"""A record in memory that can be asked: what the tests, loose files and transcripts go through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from onrecord.ask.nearness import on_target
from onrecord.ask.speaking import content_of, speaks_as
from onrecord.ask.view import Bound, Found, Place, Searched, Stand
from onrecord.compare.index import QuotationIndex
from onrecord.compare.names import same_name
from onrecord.compare.words import keys, words
from onrecord.types import Document, Record, SaidOn, Span, Statement

_T = TypeVar("_T")

_WIDER = 4  # times the limit that is looked at where a speaker's statements only are wanted


@dataclass(frozen=True, slots=True)
class _Text:
    """A document's words as one string, with where each begins in it and in the text."""

    joined: str
    begins: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(slots=True)
class MemoryView:
    """A :class:`onrecord.ask.view.View` over records that are held in memory."""

    records: tuple[Record, ...]
    _index: QuotationIndex[tuple[int, int]] = field(default_factory=QuotationIndex)
    _texts: dict[int, _Text] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, record in enumerate(self.records):
            for number, statement in enumerate(record.statements):
                self._index.add((place, number), content_of(record.document, statement))

    @classmethod
    def of(cls, records: Iterable[Record]) -> MemoryView:
        """A view over ``records``."""
        return cls(tuple(records))

    def searched(self) -> Searched:
        """How many documents, and their first and last day of publication where known."""
        days = [r.document.published_on for r in self.records if r.document.published_on]
        return Searched(len(self.records), min(days, default=None), max(days, default=None))

    def near(self, words: str, *, speaker: str | None = None, limit: int = 50) -> Sequence[Found]:
        """Statements whose content is near ``words``, the nearest first."""
        wide = limit if speaker is None else max(limit * _WIDER, 1000)
        found = (self._found(key, score) for key, score in self._index.near(words, wide))
        return [one for one in found if speaker is None or speaks_as(one, speaker)][:limit]

    def places(self, words: str, *, limit: int = 10) -> Sequence[Place]:
        """Where ``words`` stand in the documents' texts, up to case and typography."""
        wanted = f" {' '.join(map(_plain, keys(words)))} "
        if not wanted.strip():
            return []
        found = (
            Place(record.document, span)
            for number, record in enumerate(self.records)
            for span in self._occurrences(number, wanted)
        )
        return _first(found, limit)

    def by_speaker(self, name: str | None, *, limit: int = 1000) -> Sequence[Found]:
        """The statements of a speaker of this name, or of everybody, by day of publication, then as in the
        text.
        """
        return _first((one for one in self._all() if name is None or speaks_as(one, name)), limit)

    def statement(self, document: str, identity: str) -> Found | None:
        """The statement ``identity`` of ``document``, or None."""
        return next(
            (one for one in self._all() if one.document.id == document and one.statement.id == identity), None
        )

    def said_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements whose day of saying is known to lie within these days."""
        return _first((one for one in self._all() if _within(one.statement.said_on, since, until)), limit)

    def published_between(self, since: date, until: date, *, limit: int = 1000) -> Sequence[Found]:
        """Statements of documents published within these days."""
        known = (one for one in self._all() if one.document.published_on is not None)
        return _first((one for one in known if since <= _published(one.document) <= until), limit)

    def commitments(self, debtor: str | None = None, *, limit: int = 1000) -> Sequence[Bound]:
        """Commitments of a debtor of this name, or of anybody."""
        found = (
            Bound(record.document, statement, commitment)
            for record in self._by_day()
            for commitment in record.commitments
            for statement in _statements(record, commitment.statement)
            if debtor is None or same_name(debtor, commitment.debtor)
        )
        return _first(found, limit)

    def positions(
        self, target: str | None = None, *, holder: str | None = None, limit: int = 1000
    ) -> Sequence[Stand]:
        """Positions on what shares its content words with ``target``, the nearest first."""
        found = [
            (on_target(target, stand), stand)
            for record in self._by_day()
            for position in record.positions
            if holder is None or same_name(holder, position.holder)
            for statement in _statements(record, position.statement)
            for stand in (Stand(record.document, statement, position),)
        ]
        near = sorted((pair for pair in found if pair[0] > 0), key=lambda pair: -pair[0])
        return [stand for _, stand in near[:limit]]

    def marked(self, documents: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Nothing: documents in memory have no marks."""
        del documents
        return {}

    def document(self, identity: str) -> Document | None:
        """The document with this id, or None."""
        return next((r.document for r in self.records if r.document.id == identity), None)

    def _found(self, key: tuple[int, int], score: float) -> Found:
        record = self.records[key[0]]
        return Found(record.document, record.statements[key[1]], score)

    def _all(self) -> Iterator[Found]:
        for record in self._by_day():
            for statement in record.statements:
                yield Found(record.document, statement)

    def _by_day(self) -> list[Record]:
        return sorted(self.records, key=lambda record: _published(record.document))

    def _occurrences(self, number: int, wanted: str) -> Iterator[Span]:
        text = self._texts.get(number)
        if text is None:
            text = self._texts[number] = _text(self.records[number].document.text)
        place = text.joined.find(wanted)
        while place >= 0:
            first = bisect_right(text.begins, place + 1) - 1
            last = bisect_right(text.begins, place + len(wanted) - 2) - 1
            yield Span(text.spans[first].start, text.spans[last].end)
            place = text.joined.find(wanted, place + 1)


def _first(found: Iterable[_T], limit: int) -> list[_T]:
    return [one for _, one in zip(range(limit), found, strict=False)]


def _statements(record: Record, identity: str) -> list[Statement]:
    return [statement for statement in record.statements if statement.id == identity]


def _published(document: Document) -> date:
    """The day of publication; undated documents come last."""
    return document.published_on or date.max


def _within(said_on: SaidOn | None, since: date, until: date) -> bool:
    if said_on is None or said_on.earliest is None or said_on.latest is None:
        return False
    return since <= said_on.earliest and said_on.latest <= until


def _text(text: str) -> _Text:
    found = words(text)
    plain = [_plain(word.key) for word in found]
    begins, length = [], 1
    for key in plain:
        begins.append(length)
        length += len(key) + 1
    joined = f" {' '.join(plain)} "
    return _Text(joined, tuple(begins), tuple(word.span for word in found))


def _plain(key: str) -> str:
    """A word without the possessive ending that its place in a sentence gives it."""
    return key.removesuffix("'s") or key
