"""What a search is narrowed to, as SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.record.store.base import Base, marks
from onrecord.record.store.names import fits, folded, last


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
    """Parts of a WHERE clause, and their parameters in order."""

    parts: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, part: str, *parameters: object) -> None:
        """One more thing that must hold."""
        self.parts.append(part)
        self.parameters.extend(parameters)

    def sql(self) -> str:
        """All parts joined, ``1 = 1`` where there is none."""
        return " AND ".join(self.parts) or "1 = 1"


def condition(base: Base, filters: Filters) -> Condition:
    """The condition on ``statements s`` joined with ``documents d``."""
    found = Condition()
    for column, value in (("s.medium", filters.medium), ("s.act", filters.act), ("s.form", filters.form),
                          ("s.kind", filters.kind), ("d.outlet", filters.outlet)):  # fmt: skip
        if value is not None:
            found.add(f"{column} = ?", value)
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
            found.add(*_among(column, numbers_of(base, name)))
    if filters.about is not None:
        part, *numbers = _among("a.name", numbers_of(base, filters.about))
        found.add(f"s.number IN (SELECT a.statement FROM about a WHERE {part})", *numbers)


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
