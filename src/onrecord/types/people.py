"""A table of people that a user brings: persons, their names, and the offices they held, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Term:
    """An office held for a time.

    Attributes:
        office: in lower case, as news has it: "president", "senator", "prime minister".
        start: first day, or None where the table does not say.
        end: last day, or None where it goes on or is not known.
        party: or None.
        country: in which country, by its short name, or None.
        state: code of the state it stands for ("CO"), or None.
    """

    office: str
    start: date | None = None
    end: date | None = None
    party: str | None = None
    country: str | None = None
    state: str | None = None

    def covers(self, day: date) -> bool:
        """Whether the office was held on ``day``, its first and last days included."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table.

    Attributes:
        id: as the table's source has it.
        name: the name to show.
        names: every full name that the person goes by, ``name`` among them.
        gender: "m" or "f" where the source says so, or None.
        terms: offices held, in the order of their beginnings.
    """

    id: str
    name: str
    names: tuple[str, ...]
    gender: str | None = None
    terms: tuple[Term, ...] = ()


class PeopleTable(Protocol):
    """What resolving asks of a table of people; ``gather.people`` gives one from a file."""

    def named(self, name: str) -> Sequence[Person]:
        """The persons who go by a full name, or by a surname where ``name`` is one word."""
        ...

    def holders(self, office: str, day: date) -> Sequence[Person]:
        """The persons who held ``office`` on ``day``, in whichever country."""
        ...
