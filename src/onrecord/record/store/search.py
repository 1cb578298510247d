"""Search over the statements of a record: words, filters, order; and what a hit shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import StoreError
from onrecord.record.store.base import Base, Row, marks, parts
from onrecord.record.store.filters import Filters, condition
from onrecord.record.store.order import Sort, by_day, by_nearness, everywhere
from onrecord.record.store.reviews import marks_of
from onrecord.record.store.words import Term, terms

_COLUMNS = (
    "s.number, s.id, s.starts, s.ends, s.content, s.form, s.act, s.negated, s.medium, s.day_from, s.day_to, "
    "s.confidence, s.source, n.name, a.name, d.key, d.id, d.title, d.url, d.outlet, d.published_on, d.version"
)
_FROM = (
    "FROM statements s JOIN documents d ON d.number = s.document "
    "LEFT JOIN names n ON n.number = s.speaker LEFT JOIN names a ON a.number = s.addressee"
)
_START, _END = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, with what is needed to show it and to go and look.

    Attributes:
        id: the statement's id.
        document: key of its document, for a receipt.
        version: which version of its article the document is.
        start: first code point of the statement in the document's text.
        end: end of it, excluded.
        content: what was said; several parts joined by an ellipsis.
        marked: places in ``content`` that match the words asked for.
        source: the words that say who spoke, or None.
        speaker: the name of who they mean, or None.
        addressee: the name, or None.
        form: direct, mixed or indirect.
        act: which sort of act, or None.
        negated: whether it was not said, or None.
        medium: on what sort of occasion, or None.
        day_from: first day on which it can have been said, else the day of publication, or None.
        day_to: the last such day.
        confidence: the reader's, 0 to 1.
        name: the document's id: a path, or what its line says.
        title: the document's.
        url: the document's: the permalink.
        outlet: the document's.
        published_on: the document's.
        marks: "retracted", "corrected": what became of the document.
        by: holds all the words asked for, most of them, or only means the like.
        nearness: how near its meaning is, a cosine; None where it holds all the words or is not known.
    """

    id: str
    document: str
    version: int
    start: int
    end: int
    content: str
    marked: tuple[tuple[int, int], ...]
    source: str | None
    speaker: str | None
    addressee: str | None
    form: str
    act: str | None
    negated: bool | None
    medium: str | None
    day_from: str | None
    day_to: str | None
    confidence: float
    name: str
    title: str | None
    url: str | None
    outlet: str | None
    published_on: str | None
    marks: tuple[str, ...] = ()
    by: Literal["words", "most-words", "meaning"] = "words"
    nearness: float | None = None


def search(
    base: Base, typed: str | None, filters: Filters, *, sort: Sort = "best", limit: int = 20
) -> list[Hit]:
    """Statements that hold all the words typed and fit the filters.

    Args:
        base: the record.
        typed: words, "phrases" and prefixes*; None or blank for any statement.
        filters: what else must hold.
        sort: the nearest, the earliest or the latest first; without words the nearest are the earliest.
        limit: at most so many.

    Raises:
        StoreError: when there are signs typed but no word among them, or a date that is none.
    """
    asked = _asked(typed)
    narrowed = condition(base, filters)
    if asked and sort == "best":
        numbers = by_nearness(base, asked, narrowed, limit)
    else:
        numbers = by_day(base, asked, narrowed, sort, limit)
    return list(numbered(base, numbers, asked).values())


def ranked_in_part(base: Base, typed: str | None, filters: Filters) -> bool:
    """Whether so many statements match that only those added last are ranked; raises as :func:`search`."""
    return everywhere(base, _asked(typed), condition(base, filters))


def _asked(typed: str | None) -> tuple[Term, ...]:
    asked = terms(typed or "")
    if typed and typed.strip() and not asked:
        raise StoreError(f"there is no word to search for in {typed.strip()[:40]!r}")
    return asked


def numbered(base: Base, numbers: Sequence[int], asked: Sequence[Term]) -> dict[int, Hit]:
    """The hits of these numbers of statements, in their order, with the words of ``asked`` marked."""
    rows = _rows(base, numbers)
    shown = base.highlighted(asked, list(rows)) if asked and rows else {}
    judged = marks_of(base, sorted({row[15] for row in rows.values()}))
    return {
        number: _hit(row, _marked(shown.get(number, ""), row[4]), tuple(judged.get(row[15], ())))
        for number, row in rows.items()
    }


def _rows(base: Base, numbers: Sequence[int]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for some in parts(numbers):
        sql = f"SELECT {_COLUMNS} {_FROM} WHERE s.number IN ({marks(some)})"
        found |= {row[0]: row for row in base.rows(sql, some)}
    return {number: found[number] for number in numbers if number in found}


def _hit(row: Row, marked: tuple[tuple[int, int], ...], judged: tuple[str, ...]) -> Hit:
    (_, identity, start, end, content, form, act, negated, medium, day_from, day_to, confidence, source,
     speaker, addressee, key, name, title, url, outlet, published_on, version) = row  # fmt: skip
    return Hit(
        id=identity, document=key, version=version, start=start, end=end, content=content, marked=marked,
        source=source or None, speaker=speaker, addressee=addressee, form=form, act=act,
        negated=None if negated is None else bool(negated), medium=medium, day_from=day_from, day_to=day_to,
        confidence=confidence, name=name, title=title, url=url, outlet=outlet, published_on=published_on,
        marks=judged,
    )  # fmt: skip


def _marked(shown: str, content: str) -> tuple[tuple[int, int], ...]:
    """The places between start and end signs, counted in ``content``, which has none."""
    before, *pieces = shown.split(_START)
    found, offset = [], len(before)
    for piece in pieces:
        inside, _, after = piece.partition(_END)
        found.append((offset, offset + len(inside)))
        offset += len(inside) + len(after)
    return tuple(found) if offset == len(content) else ()
