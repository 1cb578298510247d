"""Counts that are kept, so that nobody counts a million rows to see them: of names, and of all statements.

They are changed in the transaction of what they count. What a copy or a later version only repeats counts for
no name, nor does what was rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.record.store.base import Base, Row

_OWN = "copied = 0 AND rejected = 0"
_EXACT = (
    "UPDATE names SET "
    f"said = (SELECT count(*) FROM statements s WHERE s.speaker = names.number AND {_OWN}), "
    "said_in = (SELECT count(DISTINCT s.document) FROM statements s WHERE s.speaker = names.number "
    f"AND {_OWN}), "
    f"said_from = (SELECT min(s.day_from) FROM statements s WHERE s.speaker = names.number AND {_OWN}), "
    f"said_to = (SELECT max(s.day_to) FROM statements s WHERE s.speaker = names.number AND {_OWN}) "
    "WHERE number = ?"
)
_COUNTED = ("SELECT speaker, count(*), count(DISTINCT document), min(day_from), max(day_to) FROM statements "
            f"WHERE speaker IS NOT NULL AND {_OWN}")  # fmt: skip


def add_document(base: Base, number: int) -> None:
    """Count the statements of a document that has just been written; inside a transaction."""
    _count(base, number, 1)
    earlier, later = "coalesce(min(said_from, ?), ?, said_from)", "coalesce(max(said_to, ?), ?, said_to)"
    if base.dialect == "postgres":  # which leaves null out by itself
        earlier, later = "least(said_from, coalesce(?, ?))", "greatest(said_to, coalesce(?, ?))"
    sql = (f"UPDATE names SET said = said + ?, said_in = said_in + ?, said_from = {earlier}, "
           f"said_to = {later} WHERE number = ?")  # fmt: skip
    counted = base.rows(f"{_COUNTED} AND document = ? GROUP BY speaker", (number,))
    base.many(
        sql, [(said, where, first, first, last, last, name) for name, said, where, first, last in counted]
    )


def remove_document(base: Base, number: int) -> list[int]:
    """Take a document out of the count of all statements, before it is removed; inside a transaction.

    Returns:
        The names that said something in it, for :func:`recount` afterwards.
    """
    _count(base, number, -1)
    return speakers(base, number)


def speakers(base: Base, number: int) -> list[int]:
    """The names that said something in a document."""
    sql = "SELECT DISTINCT speaker FROM statements WHERE document = ? AND speaker IS NOT NULL"
    return [row[0] for row in base.rows(sql, (number,))]


def recount(base: Base, names: Iterable[int | None]) -> None:
    """Count anew what these names said; inside a transaction."""
    base.many(_EXACT, [(name,) for name in sorted({name for name in names if name is not None})])


def unrepeated(base: Base, statements: int) -> None:
    """So many statements are no longer repetitions; inside a transaction."""
    base.run("UPDATE figures SET value = value - ? WHERE name = 'repeated'", (statements,))


def _count(base: Base, number: int, sign: int) -> None:
    found = base.rows(
        "SELECT count(*), coalesce(sum(copied), 0) FROM statements WHERE document = ?", (number,)
    )
    for name, value in zip(("statements", "repeated"), found[0], strict=True):
        if value:
            base.run("UPDATE figures SET value = value + ? WHERE name = ?", (sign * value, name))


def figures(base: Base) -> dict[str, int]:
    """The kept count of statements, and of those that only repeat."""
    return dict(base.rows("SELECT name, value FROM figures"))


def miscounted(base: Base) -> Iterator[str]:
    """What is kept and is not so, a line each: a defect, or a row changed by hand."""
    counted = base.rows("SELECT count(*), coalesce(sum(copied), 0) FROM statements")[0]
    kept = figures(base)
    for name, value in zip(("statements", "repeated"), counted, strict=True):
        if kept.get(name) != value:
            yield f"the kept count of {name} is {kept.get(name)}, there are {value}"
    truly: dict[int, Row] = {row[0]: tuple(row[1:]) for row in base.rows(f"{_COUNTED} GROUP BY speaker")}
    for number, name, *own in base.rows("SELECT number, name, said, said_in, said_from, said_to FROM names"):
        if tuple(own) != truly.get(number, (0, 0, None, None)):
            yield f"the kept counts of the name {name!r} are not those of its statements"
