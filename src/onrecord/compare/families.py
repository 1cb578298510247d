"""Families: one quotation as several documents gave it, with what each of them did to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.compare.alignment import common
from onrecord.compare.comparison import compare
from onrecord.compare.edits import Comparison, Edit, Recorded, Variant
from onrecord.compare.index import QuotationIndex
from onrecord.compare.meaning import small_words
from onrecord.compare.names import same_name
from onrecord.compare.shingles import content_words
from onrecord.compare.words import words
from onrecord.types import Record, Span, Statement

_NEIGHBOURS = 50  # candidates looked at for each quotation
_NEAR = 0.45  # score of the index under which no two quotations are compared
_FEWEST = 2  # content words that a quotation must have to be known again
_FEWEST_OF_OTHERS = 4  # the same where speakers differ: short phrases are anybody's
_NOT_ONE: frozenset[Edit] = frozenset({"not-found", "translated"})
_SAME: frozenset[Edit] = frozenset({"same", "same-typography", "same-house-style", "split-merged"})
_CUT: frozenset[Edit] = frozenset({"truncated", "marked-edit", "word-deleted"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of quoted words in a document.

    Attributes:
        document: the document's id.
        statement: the id of the statement whose speaker's words they are.
        span: their place in the document's text, quotation marks left out.
        text: the words.
        speaker: whose words they are, or None.
        publisher: who published the document, or None.
        published_on: when, or None.
        second_hand: speakers of the statements inside this one.
    """

    document: str
    statement: str
    span: Span
    text: str
    speaker: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    second_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One form of a quotation, compared with the family's fullest.

    Attributes:
        quotation: the form.
        comparison: what was done to the fullest form.
        carried: the parts of the fullest form's text that this one has.
    """

    quotation: Quotation
    comparison: Comparison
    carried: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The forms of one quotation.

    Attributes:
        fullest: the form with the most words, the earliest of several.
        members: every form, the fullest included, the earliest published first; undated ones come last.
    """

    fullest: Quotation
    members: tuple[Member, ...]

    @property
    def first(self) -> Quotation | None:
        """The form published first, or None where no form has a date, or two documents share the first
        day.
        """
        dated = [m.quotation for m in self.members if m.quotation.published_on is not None]
        if not dated:
            return None
        same_day = {q.document for q in dated if q.published_on == dated[0].published_on}
        return dated[0] if len(same_day) == 1 else None

    @property
    def cut(self) -> tuple[Member, ...]:
        """The forms that leave something out, marked or not."""
        return tuple(m for m in self.members if m.comparison.label in _CUT)

    @property
    def altered(self) -> tuple[Member, ...]:
        """The forms whose change is material."""
        return tuple(m for m in self.members if m.comparison.material)

    @property
    def documents(self) -> int:
        """How many documents carried it."""
        return len({m.quotation.document for m in self.members})


def quotations(record: Record) -> list[Quotation]:
    """The quoted words of each statement that are its speaker's own, in the order of the text."""
    document = record.document
    return [
        Quotation(
            document.id, statement.id, span, span.of(document.text), name_of(statement), document.publisher,
            document.published_on, told_of(statement, record.statements),
        )
        for statement in record.statements
        for span in statement.verbatim
    ]  # fmt: skip


def name_of(statement: Statement) -> str | None:
    """The name of a statement's speaker, or None."""
    return statement.speaker.name if statement.speaker else None


def told_of(statement: Statement, among: Sequence[Statement]) -> tuple[str, ...]:
    """The names of the speakers of all statements inside ``statement``'s content."""
    inside = [one for one in among if one.parent == statement.id]
    deeper = [name for one in inside for name in (name_of(one), *told_of(one, among))]
    own = name_of(statement)
    return tuple(dict.fromkeys(name for name in deeper if name and not same_name(name, own)))


def families(found: Iterable[Quotation]) -> list[Family]:
    """Group quotations into families, those carried by most documents first.

    Two quotations are one where the words are near enough and the speakers may be the same; where the
    speakers differ, the words must be the same but for style, so that words laid to somebody else come
    together too.
    """
    all_ = list(found)
    index: QuotationIndex[int] = QuotationIndex()
    parent = list(range(len(all_)))
    for place, quotation in enumerate(all_):
        for other, score in index.near(quotation.text, _NEIGHBOURS):
            if (
                score >= _NEAR
                and _root(parent, other) != _root(parent, place)
                and _one(all_[other], quotation)
            ):
                parent[_root(parent, place)] = _root(parent, other)
        index.add(place, quotation.text)
    groups: dict[int, list[Quotation]] = {}
    for place, quotation in enumerate(all_):
        groups.setdefault(_root(parent, place), []).append(quotation)
    made = [family_of(group) for group in groups.values()]
    return sorted(made, key=lambda family: -family.documents)


def family_of(group: Sequence[Quotation]) -> Family:
    """The family of quotations that are known to be one."""
    fullest = max(group, key=lambda q: (len(words(q.text)), -_day(q).toordinal()))
    members = sorted((_member(fullest, q) for q in group), key=lambda m: _day(m.quotation))
    return Family(fullest, tuple(members))


def carried(base: str, variant: str) -> tuple[Span, ...]:
    """The stretches of ``base`` whose words ``variant`` has in the same order."""
    ours, theirs = words(base), words(variant)
    kept = common([w.key for w in ours], [w.key for w in theirs], small_words())
    return tuple(Span(ours[b.a].start, ours[b.a + b.size - 1].end) for b in kept)


def _member(fullest: Quotation, quotation: Quotation) -> Member:
    recorded = Recorded(fullest.text, fullest.speaker, fullest.second_hand)
    comparison = compare(recorded, Variant(quotation.text, quotation.speaker))
    return Member(quotation, comparison, carried(fullest.text, quotation.text))


def _one(earlier: Quotation, later: Quotation) -> bool:
    length = min(len(content_words(earlier.text)), len(content_words(later.text)))
    known = earlier.speaker and later.speaker
    label = compare(Recorded(earlier.text), Variant(later.text)).label
    if known and not same_name(earlier.speaker, later.speaker):
        return length >= _FEWEST_OF_OTHERS and label in {*_SAME, "truncated", "continued"}
    return length >= _FEWEST and label not in _NOT_ONE


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _day(quotation: Quotation) -> date:
    return quotation.published_on or date.max
