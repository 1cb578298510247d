"""Who may be one person, with a score: proposals for a human; the few that are evident a rule decides.

A pair of names is scored by their words and by how well known each is, then by what the statements of both
tell: a role that texts give to both, one report that has a full name and its last word, people whom both
speak of, titles of a man and a woman. Each sign multiplies the odds. The rule decides what is as evident as
equal full names are: one has nothing but initials more than the other, no third name can be meant, and no
titles speak against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.store.base import Base
from onrecord.record.store.evidence import Known, known, man_and_woman, same_mentions, same_role
from onrecord.record.store.names import folded
from onrecord.record.store.pairs import Pair, pairs
from onrecord.record.store.people import merge_all
from onrecord.record.store.spoken import Name, names

RULE = "onrecord"
"""The author of what the rule decides."""
_ROLE, _REPORT, _MENTIONS, _AGAINST = 4.0, 4.0, 2.0, 0.1
"""By how much each sign multiplies the odds."""
_SURE, _LEAST = 0.99, 0.05
_LOOKED_AT = 4
"""Times as many pairs as are asked for are looked at closely."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one person's.

    Attributes:
        name: the one that would go by the other.
        into: the other: the fuller, or of two full ones the one that said more.
        score: 0 to 1, how much speaks for it.
        reason: what does.
        evident: whether a rule may decide it.
    """

    name: str
    into: str
    score: float
    reason: str
    evident: bool = False


def proposals(base: Base, *, limit: int = 50) -> list[Proposal]:
    """Pairs of names of people who spoke, the likeliest first; those judged already are left out."""
    sql = "SELECT folded, other FROM identities WHERE verdict <> 'apart' AND undone_at IS NULL"
    return _scored(base, names(base), _judged(base, sql), limit)


def decide(base: Base) -> list[Proposal]:
    """Merge what is evident, as judgements of a rule; inside a transaction.

    Nothing that anybody has judged is decided, nor what was decided once and taken back.

    Returns:
        What was merged.
    """
    judged = _judged(base, "SELECT folded, other FROM identities WHERE verdict <> 'apart'")
    found = [p for p in _scored(base, names(base), judged, None) if p.evident]
    if found:
        pairs_of = [((folded(p.name), ""), (folded(p.into), ""), p.score) for p in found]
        merge_all(base, pairs_of, author=RULE)
    return found


def _judged(base: Base, sql: str) -> set[frozenset[str]]:
    return {frozenset(row) for row in base.rows(sql)}


def _scored(
    base: Base, spoken: Sequence[Name], judged: set[frozenset[str]], limit: int | None
) -> list[Proposal]:
    found = [p for p in pairs(spoken) if frozenset((p.name.folded, p.into.folded)) not in judged]
    if limit is None:  # only what can be evident
        found = [pair for pair in found if pair.plain]
    else:
        found = sorted(found, key=_likeliest_first)[: _LOOKED_AT * limit]
    seen = {number: known(base, number) for pair in found for number in (pair.name.number, pair.into.number)}
    told = [p for pair in found if (p := _weighed(base, pair, seen)).score >= _LEAST]
    return sorted(told, key=lambda p: (-p.score, p.into, p.name))[:limit]


def _likeliest_first(pair: Pair) -> tuple[float, str, str]:
    return -pair.score, pair.into.name, pair.name.name


def _weighed(base: Base, pair: Pair, seen: Mapping[int, Known]) -> Proposal:
    one, other = seen[pair.name.number], seen[pair.into.number]
    odds, reasons = pair.score / (1 - pair.score), [pair.reason]
    if role := same_role(one, other):
        odds *= _ROLE
        reasons.append(f"both called {role!r}")
    if same_mentions(base, one, other):
        odds *= _MENTIONS
        reasons.append("both speak of the same people")
    if not pair.name.full and one.documents & other.documents:
        odds *= _REPORT
        reasons.append("in the same report")
    apart = man_and_woman(one, other)
    if apart:
        odds *= _AGAINST
        reasons.append("but a man's title and a woman's")
    score = round(min(_SURE, odds / (1 + odds)), 2)
    return Proposal(pair.name.name, pair.into.name, score, ", ".join(reasons), pair.plain and not apart)
