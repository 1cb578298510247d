"""Who may be one person, with a score: proposals for a human, never applied by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record.store.base import Base
from onrecord.record.store.names import is_full

_NO_NAMES = frozenset({"the", "a", "an", "others", "some", "many", "those", "these", "one", "all"})
_FAMILY = 40
"""Names that end alike; of more than this a last name tells nothing."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one person's.

    Attributes:
        name: the one that would go by the other.
        into: the other, the fuller.
        score: 0 to 1, how much speaks for it.
        reason: what does.
    """

    name: str
    into: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    name: str
    person: int
    kind: str | None
    statements: int


def proposals(base: Base, *, limit: int = 50) -> list[Proposal]:
    """Pairs of names of people who spoke, the likeliest first; those judged already are left out.

    What speaks for a pair: first and last name with others between left out (0.9), an initial for a first
    name (0.7), a last name alone where one full name has it (0.8), where several have it 0.8 shared among
    them.
    """
    sql = ("SELECT n.folded, n.name, coalesce(n.person, n.number), n.kind, count(*) FROM names n JOIN "
           "statements s "
           "ON s.speaker = n.number WHERE n.document = '' AND (n.kind IS NULL OR n.kind IN ('person', "
           "'unknown')) "
           "GROUP BY n.folded, n.name, n.person, n.number, n.kind")  # fmt: skip
    families: dict[str, list[_Name]] = defaultdict(list)
    for row in base.rows(sql):
        if _like_a_name(row[1]):
            families[row[0].rpartition(" ")[2]].append(_Name(*row))
    judged = {frozenset(pair) for pair in base.rows(
        "SELECT folded, other FROM identities WHERE verdict <> 'apart' AND undone_at IS NULL")}  # fmt: skip
    found = [p for family in families.values() if 1 < len(family) <= _FAMILY for p in _among(family, judged)]
    return sorted(found, key=lambda p: (-p.score, p.into, p.name))[:limit]


def _like_a_name(name: str) -> bool:
    """Whether the words of a name begin with capitals, save those between ("de", "van der")."""
    words = name.split()
    return words[0][:1].isupper() and words[-1][:1].isupper() and words[0].casefold() not in _NO_NAMES


def _among(family: Sequence[_Name], judged: set[frozenset[str]]) -> Iterator[Proposal]:
    full = [one for one in family if is_full(one.folded)]
    for one in family:
        for other in full:
            if one.person == other.person or frozenset((one.folded, other.folded)) in judged:
                continue
            if not is_full(one.folded):
                several = len({each.person for each in full})
                reason = "the same last name" + ("" if several == 1 else f", which {several} people have")
                yield Proposal(one.name, other.name, round(0.8 / several, 2), reason)
            elif len(one.folded) < len(other.folded):
                yield from _fuller(one, other)


def _fuller(one: _Name, other: _Name) -> Iterator[Proposal]:
    few, many = one.folded.split(), other.folded.split()
    if few[0] == many[0] and set(few) < set(many):
        yield Proposal(one.name, other.name, 0.9, "the same first and last name")
    elif few[0] != many[0] and 1 in (len(few[0]), len(many[0])) and few[0][0] == many[0][0]:
        yield Proposal(one.name, other.name, 0.7, "the same last name and initial")
