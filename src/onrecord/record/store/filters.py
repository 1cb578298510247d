"""What a search is narrowed to, as SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.record.store.base import Base, marks
from onrecord.record.store.names import fits, folded, last

_FEW = 2000
"""Rows that are read one by one; of more an index by day is walked and each tested."""


def more_than(base: Base, sql: str, parameters: Sequence[object], most: int) -> bool:
    """Whether ``sql`` gives more than so many rows; no more are counted."""
    counted = base.rows(f"SELECT count(*) FROM ({sql} LIMIT ?) counted", (*parameters, most + 1))[0][0]
    return bool(counted > most)


@dataclass(frozen=True, slots=True)
class Filters:
    """What statements must be; None asks for anything.

    Attributes:
        speaker: who said it: a name, or a last name alone.
        addressee: to whom it was said, in the same way.
        about: whom or what its content mentions, in the same way.
        medium: on what sort of occasion.
        act: which sort of act.
        form: direct, mixed or indirect.
        kind: what sort of speaker.
        outlet: who published it.
        since: said, or else published, on this day or after it.
        until: on this day or before it.
        copies: also what a copy or a later version only repeats.
        rejected: also what somebody rejected.
    """

    speaker: str | None = None
    addressee: str | None = None
    about: str | None = None
    medium: str | None = None
    act: str | None = None
    form: str | None = None
    kind: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    copies: bool = False
    rejected: bool = False


@dataclass(slots=True)
class Condition:
    """Parts of a WHERE clause on ``statements s``, and their parameters in order.

    Attributes:
        parts: what must hold, joined by AND.
        parameters: of all parts.
        indexed: those of the parts that an index answers with few enough statements, with their parameters.
    """

    parts: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)
    indexed: list[tuple[str, list[object]]] = field(default_factory=list)

    def add(self, part: str, *parameters: object) -> None:
        """One more thing that must hold."""
        self.parts.append(part)
        self.parameters.extend(parameters)

    def within(
        self, base: Base, column: str, sql: str, parameters: Sequence[object], few: int = _FEW
    ) -> None:
        """``column`` must be among what ``sql`` gives, which is looked up row by row where it is ``few``.

        SQLite keeps no count of rows and would always look them up; a plus sign before the column forbids it.
        """
        many = base.dialect == "sqlite" and more_than(base, sql, parameters, few)
        self.add(f"{'+' if many else ''}{column} IN ({sql})", *parameters)

    def by_index(self, sql: str, column: str, parameters: Sequence[object]) -> tuple[str, list[object]]:
        """``sql`` for those of its rows whose ``column`` is a statement that the indexed parts let pass.

        So a word which is everywhere is not ranked for everybody where one speaker is asked for.
        """
        if not self.indexed:
            return sql, list(parameters)
        where = " AND ".join(part for part, _ in self.indexed)
        inner = f"SELECT s.number FROM statements s WHERE {where}"
        own = [one for _, given in self.indexed for one in given]
        return f"{sql} WHERE +{column} IN ({inner})", [*parameters, *own]

    def sql(self) -> str:
        """All parts joined, ``1 = 1`` where there is none."""
        return " AND ".join(self.parts) or "1 = 1"


def condition(base: Base, filters: Filters) -> Condition:
    """The condition on ``statements s``."""
    found = Condition()
    for column, value in (("s.medium", filters.medium), ("s.act", filters.act), ("s.form", filters.form),
                          ("s.kind", filters.kind)):  # fmt: skip
        if value is not None:
            found.add(f"{column} = ?", value)
    if filters.outlet is not None:
        published = "SELECT d.number FROM documents d WHERE d.outlet = ?"
        found.within(base, "s.document", published, (filters.outlet,), _FEW // 10)
        if not more_than(base, published, (filters.outlet,), 2 * _FEW):
            found.indexed.append((f"s.document IN ({published})", [filters.outlet]))
    if filters.since is not None:
        found.add("s.day_to >= ?", filters.since.isoformat())
    if filters.until is not None:
        found.add("s.day_from <= ?", filters.until.isoformat())
    if not filters.copies:
        found.add("s.copied = 0")
    if not filters.rejected:
        found.add("s.rejected = 0")
    _names(base, filters, found)
    return found


def _names(base: Base, filters: Filters, found: Condition) -> None:
    for column, name in (("s.speaker", filters.speaker), ("s.addressee", filters.addressee)):
        if name is not None:
            part, *numbers = _among(column, numbers_of(base, name))
            found.add(part, *numbers)
            found.indexed.append((part, list(numbers)))
    if filters.about is not None:
        part, *numbers = _among("a.name", numbers_of(base, filters.about))
        mentions = f"SELECT a.statement FROM about a WHERE {part}"
        found.within(base, "s.number", mentions, numbers)
        found.indexed.append((f"s.number IN ({mentions})", list(numbers)))


def _among(column: str, numbers: Sequence[int]) -> tuple[str, *tuple[int, ...]]:
    return (f"{column} IN ({marks(numbers)})", *numbers) if numbers else ("1 = 0",)


def numbers_of(base: Base, name: str) -> list[int]:
    """The numbers of every name of the people that ``name`` may mean, judgements among them.

    "Joe Biden" means who is called so, and whoever was judged to be one with them; "Biden" alone every Biden.
    """
    asked = folded(name)
    rows = base.rows("SELECT number, name, person FROM names WHERE last = ?", (last(asked),))
    persons = {person or number for number, held, person in rows if fits(asked, folded(held))}
    if not persons:
        return []
    own = sorted(persons)
    sql = f"SELECT number FROM names WHERE person IN ({marks(own)}) OR number IN ({marks(own)})"
    return [row[0] for row in base.rows(f"{sql} ORDER BY number", (*own, *own))]
