"""The names of people who spoke, as proposals look at them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.store.base import Base
from onrecord.record.store.names import is_full, last

_NO_NAMES = frozenset({"the", "a", "an", "others", "some", "many", "those", "these", "one", "all"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name that somebody who spoke goes by.

    Attributes:
        number: its row.
        folded: as it is compared.
        name: as it was read.
        person: the number of the name that its person goes by.
        said: how many statements.
        documents: in how many documents.
    """

    number: int
    folded: str
    name: str
    person: int
    said: int
    documents: int

    @property
    def full(self) -> bool:
        """Whether it has two words or more."""
        return is_full(self.folded)

    @property
    def first(self) -> str:
        """The first word of it, folded."""
        return self.folded.partition(" ")[0]

    @property
    def last(self) -> str:
        """The last word of it, folded."""
        return last(self.folded)


def names(base: Base) -> list[Name]:
    """The names of people who said something, those that are plainly none left out."""
    sql = ("SELECT number, folded, name, coalesce(person, number), said, said_in FROM names "
           "WHERE said > 0 AND document = '' AND (kind IS NULL OR kind IN ('person', 'unknown')) "
           "ORDER BY number")  # fmt: skip
    return [Name(*row) for row in base.rows(sql) if _like_a_name(row[2])]


def _like_a_name(name: str) -> bool:
    """Whether the words of a name begin with capitals, save those between ("de", "van der")."""
    words = name.split()
    if not words or words[0].casefold() in _NO_NAMES:
        return False
    return words[0][:1].isupper() and words[-1][:1].isupper()
