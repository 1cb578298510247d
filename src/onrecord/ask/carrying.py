"""Who carried which part of a quotation: the families near it in the record."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ask.form import word_edit_to_dict
from onrecord.ask.nearness import nearness
from onrecord.ask.questions import understood
from onrecord.ask.speaking import outward, who
from onrecord.ask.view import Found, View
from onrecord.compare.comparison import compare
from onrecord.compare.edits import Edit, Recorded, Variant
from onrecord.compare.families import Family, Member, Quotation, families
from onrecord.compare.names import same_name
from onrecord.types import Statement

_CANDIDATES = 200
_SAME: frozenset[Edit] = frozenset({"same", "same-typography", "same-house-style", "split-merged"})
_NEAR = 0.5  # share of the words' content words that a quotation with other words must have


def families_near(words: str, view: View, *, speaker: str | None = None) -> list[Family]:
    """The families that have a form near ``words``, those of most documents first.

    Raises:
        InputError: when there are no words, or too many.
    """
    understood(words)  # refuses what is empty or too long
    near = view.near(words, speaker=speaker, limit=_CANDIDATES)
    told = _told_of(near, view)
    quotations = [one for found in near for one in _quotations(found, told.get(_key(found), ()))]
    return [family for family in families(quotations) if any(_is_near(words, m) for m in family.members)]


def _is_near(words: str, member: Member) -> bool:
    label = compare(Recorded(member.quotation.text), Variant(words)).label
    if label in _SAME or label in {"not-found", "translated"}:
        return label in _SAME
    near = nearness(words, member.quotation.text)
    return near.is_telling and near.share >= _NEAR


def _key(found: Found) -> tuple[str, str]:
    return found.document.id, found.statement.id


def _told_of(near: Sequence[Found], view: View) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each statement, the speakers of the near statements inside it."""
    told: dict[tuple[str, str], tuple[str, ...]] = {}
    for found in near:
        name = who(found.document, found.statement)
        for outer in outward(found, view):
            if name and not same_name(name, who(outer.document, outer.statement)):
                told[_key(outer)] = (*told.get(_key(outer), ()), name)
    return told


def _quotations(found: Found, told: tuple[str, ...]) -> list[Quotation]:
    document, statement = found.document, found.statement
    return [
        Quotation(
            document.id, statement.id, span, span.of(document.text), _name(statement), document.publisher,
            document.published_on, told,
        )
        for span in statement.verbatim
    ]  # fmt: skip


def _name(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


def family_to_dict(family: Family) -> dict[str, object]:
    """A family as dicts and lists that ``json`` can write."""
    first = family.first
    return {
        "fullest": _quotation(family.fullest),
        "documents": family.documents,
        "first": _quotation(first) if first else None,
        "members": [_member(member, family.fullest.text) for member in family.members],
    }


def _member(member: Member, base: str) -> dict[str, object]:
    comparison = member.comparison
    return {
        **_quotation(member.quotation),
        "edit": comparison.label,
        "material": comparison.material,
        "word_edits": [word_edit_to_dict(edit) for edit in comparison.word_edits],
        "lost_context": list(comparison.lost_context),
        "carried": [{"start": s.start, "end": s.end, "text": s.of(base)} for s in member.carried],
        "reason": comparison.reason,
    }


def _quotation(one: Quotation) -> dict[str, object]:
    return {
        "document": one.document, "statement": one.statement, "publisher": one.publisher,
        "published_on": one.published_on.isoformat() if one.published_on else None, "speaker": one.speaker,
        "start": one.span.start, "end": one.span.end, "text": one.text,
    }  # fmt: skip
