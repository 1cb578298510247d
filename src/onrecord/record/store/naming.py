"""Names as numbers: every name that a document gives has a row, shared by all documents that give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.store.base import Base, marks, parts
from onrecord.record.store.names import folded, last
from onrecord.record.store.people import place_apart, settle


@dataclass(frozen=True, slots=True)
class Naming:
    """The numbers of a document's names."""

    numbers: Mapping[str, int]

    @classmethod
    def of(cls, base: Base, document: str, names: Mapping[str, str | None]) -> Naming:
        """Find or make the rows of ``names``; inside a transaction.

        Args:
            base: the database.
            document: the document's key: a person split off in it has a row of its own there.
            names: names as the document gives them, with the kind of each.
        """
        wanted: dict[str, tuple[str, str | None]] = {}
        for name, kind in names.items():
            wanted.setdefault(folded(name), (name, kind))
        found = _found(base, wanted)
        missing = [fold for fold in wanted if fold not in found]
        known = [(kind, fold) for fold, (_, kind) in wanted.items() if kind not in (None, "unknown")]
        base.many("UPDATE names SET kind = ? WHERE folded = ? AND document = '' AND (kind IS NULL OR "
                  "kind = 'unknown')", [row for row in known if row[1] in found])  # fmt: skip
        base.many(
            "INSERT INTO names (folded, last, name, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(fold, last(fold), *wanted[fold]) for fold in missing],
        )
        if missing:
            found |= _found(base, missing)
            if _judged(base, missing):
                settle(base)
        place_apart(base, document)
        found |= dict(base.rows("SELECT folded, number FROM names WHERE document = ?", (document,)))
        return cls(found)

    def number(self, name: str | None) -> int | None:
        """The number of a name, None for none."""
        return None if name is None else self.numbers.get(folded(name))


def _judged(base: Base, folds: Sequence[str]) -> bool:
    """Whether a judgement that stands waited for one of these names to be there."""
    for some in parts(folds):
        for column in ("folded", "other"):
            sql = f"SELECT 1 FROM identities WHERE {column} IN ({marks(some)}) AND undone_at IS NULL LIMIT 1"
            if base.rows(sql, some):
                return True
    return False


def _found(base: Base, folds: Iterable[str]) -> dict[str, int]:
    asked, found = list(folds), dict[str, int]()
    for some in parts(asked):
        sql = f"SELECT folded, number FROM names WHERE document = '' AND folded IN ({marks(some)})"
        found |= dict(base.rows(sql, some))
    return found
