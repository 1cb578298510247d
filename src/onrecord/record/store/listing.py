"""The people of a record, with what there is of each, by the counts that are kept."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.store.base import Base, marks
from onrecord.record.store.filters import numbers_of


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the record.

    Attributes:
        number: that of the name they go by.
        name: that name.
        kind: what they are, where a text tells.
        names: all names they are known by, their own first.
        statements: how many they made, repetitions in copies left out.
        documents: in how many documents.
        first: day of the earliest, or None.
        last: day of the latest, or None.
    """

    number: int
    name: str
    kind: str | None
    names: tuple[str, ...]
    statements: int
    documents: int
    first: str | None
    last: str | None


def people(base: Base, *, limit: int = 50, named: str | None = None) -> list[Person]:
    """Those who said most, or those of a name, with what there is of them."""
    persons = _who_said_most(base, limit) if named is None else _persons(base, numbers_of(base, named))
    counted = _said_by(base, persons)
    ranked = sorted(counted, key=lambda number: (-counted[number][0], number))[:limit]
    names = _names(base, ranked)
    found = []
    for number in ranked:
        (name, kind, known_as), (said, documents, first, last) = names[number], counted[number]
        found.append(Person(number, name, kind, known_as, said, documents, first, last))
    return found


def _persons(base: Base, numbers: list[int]) -> list[int]:
    sql = f"SELECT DISTINCT coalesce(person, number) FROM names WHERE number IN ({marks(numbers)})"
    return [row[0] for row in base.rows(sql, numbers)] if numbers else []


def _names(base: Base, persons: list[int]) -> dict[int, tuple[str, str | None, tuple[str, ...]]]:
    if not persons:
        return {}
    places = marks(persons)
    sql = f"SELECT number, name, kind, person FROM names WHERE number IN ({places}) OR person IN ({places})"
    rows = base.rows(f"{sql} ORDER BY number", (*persons, *persons))
    own = {row[0]: row for row in rows if row[0] in persons}
    all_of = {number: [row[1]] for number, row in own.items()}
    for number, name, _, person in rows:
        if person in all_of and number != person:
            all_of[person].append(name)
    return {number: (row[1], row[2], tuple(all_of[number])) for number, row in own.items()}


def _who_said_most(base: Base, limit: int) -> list[int]:
    """The numbers of those who said most, names that were judged to be one taken together."""
    alone = base.rows("SELECT number, said FROM names WHERE said > 0 AND person IS NULL ORDER BY said DESC, "
                      "number LIMIT ?", (limit,))  # fmt: skip
    joined = base.rows("SELECT person, sum(said) FROM names WHERE person IS NOT NULL GROUP BY person "
                       "HAVING sum(said) > 0")  # fmt: skip
    ranked = sorted([*alone, *joined], key=lambda row: (-row[1], row[0]))
    return [row[0] for row in ranked[:limit]]


def _said_by(base: Base, persons: list[int]) -> dict[int, tuple[int, int, str | None, str | None]]:
    """Statements, documents, first and last day of each of these who said something, by their numbers."""
    places = marks(persons)
    sql = (f"SELECT coalesce(person, number), sum(said), sum(said_in), min(said_from), max(said_to), "
           f"count(*) FROM names WHERE number IN ({places}) OR person IN ({places}) GROUP BY 1")  # fmt: skip
    found = {}
    for number, said, where, first, last, names in base.rows(sql, (*persons, *persons)) if persons else ():
        if said:
            found[number] = (int(said), int(where) if names == 1 else _documents(base, number), first, last)
    return found


def _documents(base: Base, person: int) -> int:
    """In how many documents one or more of a person's names said something."""
    sql = ("SELECT count(DISTINCT document) FROM statements WHERE copied = 0 AND rejected = 0 AND speaker IN "
           "(SELECT number FROM names WHERE person = ?)")  # fmt: skip
    return int(base.rows(sql, (person,))[0][0])
