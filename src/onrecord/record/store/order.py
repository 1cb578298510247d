"""Which statements a search gives, and in what order: numbers only, so that little is read to sort.

By day, an index is walked from its end until enough are found; what is asked for is tested on the way. Only
where few statements can fit are these read and sorted. What is in hundreds of thousands of statements so
costs no more than what is in a hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from onrecord.record.store.base import Base, Row
from onrecord.record.store.filters import Condition, more_than
from onrecord.record.store.words import Term

Sort = Literal["best", "earliest", "latest"]
RANKED = 20_000
"""Of more matches than these, the last added are ranked."""
_SPARE = 8
"""Times as many as are asked for are looked at first: some of them do not fit the filters."""


def by_day(base: Base, asked: Sequence[Term], narrowed: Condition, sort: Sort, limit: int) -> list[int]:
    """Numbers of statements that hold all terms and fit, by day, undated ones last; as in the text on a day.

    Args:
        base: the record.
        asked: what to look for, or nothing.
        narrowed: what else must hold.
        sort: ``latest`` for the last day first, else the first.
        limit: at most so many.
    """
    where = Condition(list(narrowed.parts), list(narrowed.parameters))
    if asked:
        matching, parameters = base.matching("statements", asked, ranked=False)
        where.within(base, "s.number", matching, parameters)
    falling = " DESC" if sort == "latest" else ""
    dated = f"s.day_from IS NOT NULL AND {where.sql()} ORDER BY s.day_from{falling}, s.number"
    found = _numbers(base, dated, where.parameters, limit)
    if len(found) < limit:
        undated = f"s.day_from IS NULL AND {where.sql()} ORDER BY s.number"
        found += _numbers(base, undated, where.parameters, limit - len(found))
    return found


def _numbers(base: Base, where: str, parameters: Sequence[object], limit: int) -> list[int]:
    sql = f"SELECT s.number FROM statements s WHERE {where} LIMIT ?"
    return [row[0] for row in base.rows(sql, (*parameters, limit))]


def by_nearness(base: Base, asked: Sequence[Term], narrowed: Condition, limit: int) -> list[int]:
    """Numbers of statements that hold all terms and fit, the nearest first by the database's own measure.

    To rank all that hold a word which is everywhere takes long and tells nothing: of more than ``RANKED`` the
    last added are ranked, or where too few of these fit, the latest given; :func:`everywhere` says so.
    """
    matching, parameters = base.matching("statements", asked)
    matching = f"SELECT x.number, x.rank FROM ({matching}) x"
    pool, parameters = narrowed.by_index(matching, "x.number", parameters)
    most = max(RANKED, limit)
    in_part = _more_than(base, asked, narrowed, most)
    if in_part:
        pool = f"{pool} ORDER BY x.number DESC LIMIT {most}"
    rows: list[Row] = []
    for looked_at in (min(_SPARE * limit, most), most):
        rows = _ranked(base, pool, parameters, narrowed, looked_at, limit)
        if len(rows) == limit:
            break
    if in_part and len(rows) < limit:
        return by_day(base, asked, narrowed, "latest", limit)
    return [row[0] for row in rows]


def _ranked(
    base: Base, pool: str, given: Sequence[object], narrowed: Condition, most: int, limit: int
) -> list[Row]:
    """The first ``limit`` that fit of the ``most`` nearest of a pool."""
    top = f"SELECT number, rank FROM ({pool}) p ORDER BY rank, number LIMIT ?"
    sql = (f"SELECT s.number FROM ({top}) t CROSS JOIN statements s WHERE s.number = t.number AND "
           f"{narrowed.sql()} ORDER BY t.rank, s.number LIMIT ?")  # fmt: skip
    return base.rows(sql, (*given, most, *narrowed.parameters, limit))


def everywhere(base: Base, asked: Sequence[Term], narrowed: Condition) -> bool:
    """Whether so many statements hold all terms that :func:`by_nearness` ranks the last added only."""
    return bool(asked) and _more_than(base, asked, narrowed, RANKED)


def _more_than(base: Base, asked: Sequence[Term], narrowed: Condition, most: int) -> bool:
    matching, parameters = base.matching("statements", asked, ranked=False)
    sql, parameters = narrowed.by_index(f"SELECT x.number FROM ({matching}) x", "x.number", parameters)
    return more_than(base, sql, parameters, most)
