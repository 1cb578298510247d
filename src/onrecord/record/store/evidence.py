"""What the statements of two names say for and against their being one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record.store.base import Base, marks
from onrecord.record.store.packing import unpacked

_LOOKED_AT = 40
"""Statements of a name that are looked at, the earliest."""
_RARE = 50
"""A name that more statements mention tells nothing about who speaks."""
_ENOUGH = 2
"""Names that both must mention."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEN = frozenset({"mr", "sir", "lord", "king", "prince"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess"})
_NO_ROLES = frozenset(
    "the and for from with his her their its former late ex old new who two first one said mrs miss sir dame "
    "lord lady his our own".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a name's statements tell about whose it is.

    Attributes:
        roles: words of the descriptions that texts give: "president", "budget", "director".
        men: a title says that it is a man.
        women: a title says that it is a woman.
        mentions: numbers of the names that are mentioned in what was said.
        documents: numbers of the documents in which it was said.
    """

    roles: frozenset[str]
    men: bool
    women: bool
    mentions: frozenset[int]
    documents: frozenset[int]


def known(base: Base, number: int) -> Known:
    """Look at the statements of a name."""
    sql = ("SELECT number, layers, document FROM statements WHERE speaker = ? AND copied = 0 "
           "AND rejected = 0 ORDER BY day_from, number LIMIT ?")  # fmt: skip
    rows = base.rows(sql, (number, _LOOKED_AT))
    told = [(unpacked(layers).get("speaker") or {}).get("description") or "" for _, layers, _ in rows]
    words = {word.casefold() for one in told for word in re.findall(r"[^\W\d_]+", one)}
    about = f"SELECT DISTINCT name FROM about WHERE statement IN ({marks(rows)})"
    mentions = [row[0] for row in base.rows(about, [row[0] for row in rows])] if rows else []
    return Known(
        frozenset(word for word in words if _WORD.fullmatch(word) and word not in _NO_ROLES),
        bool(words & _MEN), bool(words & _WOMEN), frozenset(mentions), frozenset(row[2] for row in rows),
    )  # fmt: skip


def same_role(one: Known, other: Known) -> str | None:
    """A word that texts use to describe both, or None."""
    return min(one.roles & other.roles, default=None)


def man_and_woman(one: Known, other: Known) -> bool:
    """Whether titles say that one is a man and the other a woman."""
    return (one.men and not one.women and other.women and not other.men) or (
        one.women and not one.men and other.men and not other.women
    )


def same_mentions(base: Base, one: Known, other: Known) -> bool:
    """Whether both speak of the same people or bodies, of whom few others speak."""
    shared = sorted(one.mentions & other.mentions)
    if len(shared) < _ENOUGH:
        return False
    sql = f"SELECT name FROM about WHERE name IN ({marks(shared)}) GROUP BY name HAVING count(*) <= ?"
    return len(base.rows(sql, (*shared, _RARE))) >= _ENOUGH
