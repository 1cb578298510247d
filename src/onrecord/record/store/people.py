"""Who is one with whom: judgements by people and rules, each with author and time, each undoable.

Equal full names (two words or more) share one row of ``names`` by rule, in whatever document they stand. All
else is a judgement in the table ``identities``, which points by names and keys and so outlives every reading:

- ``same``: the people of two names are one. An edge from the root of one to the root of the other, so the
  edges are a forest, and a circle cannot be.
- ``different``: they are not, whatever their names suggest.
- ``apart``: the person of this name in one document is somebody of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.errors import StoreError
from onrecord.record.store import tallies
from onrecord.record.store.base import Base, one
from onrecord.record.store.names import fits, folded, last
from onrecord.record.store.reviews import now

Handle = tuple[str, str]
"""A folded name, and the key of the document in which it is somebody's own; empty for everywhere."""


def handle(base: Base, name: str) -> Handle:
    """The one name of the record that ``name`` is, to judge about it.

    Raises:
        StoreError: when there is none; the names that it may mean are said.
    """
    asked = folded(name)
    rows = base.rows(
        "SELECT folded, document, name FROM names WHERE last = ? ORDER BY number", (last(asked),)
    )
    exact = [row for row in rows if folded(row[2]) == asked]
    if exact:
        return exact[0][0], exact[0][1]
    others = sorted({row[2] for row in rows if fits(asked, folded(row[2]))})
    hint = f"; there are {', '.join(others[:5])}" if others else "; see onrecord people"
    raise StoreError(f"{base.name}: nobody is called {name!r}{hint}")


def merge(base: Base, name: str, into: str, *, author: str, score: float | None = None) -> None:
    """Judge that ``name`` is ``into``, whose name they go by from now on; inside a transaction.

    Raises:
        StoreError: when either is unknown, they are one already, or were judged to be different.
    """
    edges = _edges(base)
    left, right = root(edges, handle(base, name)), root(edges, handle(base, into))
    if left == right:
        raise StoreError(f"{name!r} and {into!r} are one person already; nothing to merge")
    for one_of, other in _different(base):
        if {root(edges, one_of), root(edges, other)} == {left, right}:
            raise StoreError(f"{name!r} and {into!r} were judged to be different; undo that first: "
                             f"onrecord people undo {name!r}")  # fmt: skip
    _keep(base, "same", left, right, author, score)
    settle(base)


def merge_all(base: Base, found: Iterable[tuple[Handle, Handle, float]], *, author: str) -> None:
    """Judge of many at once that the first is the second, with a score; inside a transaction.

    Those that are one already, or were judged to be different, are passed over.
    """
    edges, different = _edges(base), _different(base)
    for name, into, score in found:
        left, right = root(edges, name), root(edges, into)
        apart = any({root(edges, one_of), root(edges, other)} == {left, right} for one_of, other in different)
        if left != right and not apart:
            _keep(base, "same", left, right, author, score)
            edges[left] = right
    settle(base)


def split(base: Base, name: str, other: str, *, author: str) -> None:
    """Judge that two who were taken for one are different people; inside a transaction.

    Raises:
        StoreError: when either is unknown, or both are the same name.
    """
    edges = _edges(base)
    left, right = handle(base, name), handle(base, other)
    if left == right:
        raise StoreError(
            f"{name!r} and {other!r} are one name; split it off in one document with --document KEY"
        )
    if root(edges, left) == root(edges, right):
        _cut(base, edges, left, right)
    _keep(base, "different", left, right, author, None)
    settle(base)


def _cut(base: Base, edges: dict[Handle, Handle], left: Handle, right: Handle) -> None:
    """Undo the one merge without which the two are apart: the last on the way from one up to both."""
    above = list(_upward(edges, right))
    way = [step for step in _upward(edges, left) if step not in above]
    below = way[-1] if way else above[above.index(left) - 1]
    sql = ("UPDATE identities SET undone_at = ? WHERE verdict = 'same' AND undone_at IS NULL AND folded = ? "
           "AND document = ?")  # fmt: skip
    base.run(sql, (now(), *below))


def split_off(base: Base, name: str, document: str, *, author: str, label: str | None = None) -> str:
    """Judge that the person of this name in one document is somebody else; inside a transaction.

    Returns:
        The name they go by from now on.

    Raises:
        StoreError: when name or document is unknown, or the name was split off there before.
    """
    row = one(base, "SELECT number, id FROM documents WHERE key = ?", (document,))
    if row is None:
        raise StoreError(f"{base.name}: has no document {document!r}; its key is what onrecord search prints")
    fold, where = handle(base, name)
    if where or one(base, "SELECT 1 FROM names WHERE folded = ? AND document = ?", (fold, document)):
        raise StoreError(f"{name!r} is somebody of their own in {document} already")
    named = label or f"{name} ({row[1]})"
    _keep(base, "apart", (fold, document), (named, ""), author, None)
    place_apart(base, document)
    move(base, row[0], fold, ("", document))
    return named


def undo(base: Base, name: str) -> str:
    """Take back the last standing judgement about a name; inside a transaction.

    Returns:
        What was taken back, in one line.

    Raises:
        StoreError: when there is none.
    """
    fold, document = handle(base, name)
    sql = ("SELECT number, verdict, folded, document, other, other_document FROM identities "
           "WHERE undone_at IS NULL AND "
           "((folded = ? AND document = ?) OR (verdict <> 'apart' AND other = ? AND other_document = ?) "
           "OR (verdict = 'apart' AND folded = ?)) ORDER BY number DESC LIMIT 1")  # fmt: skip
    row = one(base, sql, (fold, document, fold, document, fold))
    if row is None:
        raise StoreError(f"nothing was judged about {name!r}")
    base.run("UPDATE identities SET undone_at = ? WHERE number = ?", (now(), row[0]))
    if row[1] == "apart":
        _back(base, row[2], row[3])
    settle(base)
    return _told(base, row[1], (row[2], row[3]), (row[4], row[5]))


def _told(base: Base, verdict: str, left: Handle, right: Handle) -> str:
    """A judgement in words, by the names that people know."""
    if verdict == "apart":
        known = one(base, "SELECT id FROM documents WHERE key = ?", (left[1],))
        where = known[0] if known else f"the document {left[1]}"
        return f"{_name(base, (left[0], ''))} in {where} is {right[0]}"
    return f"{_name(base, left)} is {'' if verdict == 'same' else 'not '}{_name(base, right)}"


def _name(base: Base, of: Handle) -> str:
    row = one(base, "SELECT name FROM names WHERE folded = ? AND document = ?", of)
    return str(row[0]) if row else of[0]


def _back(base: Base, fold: str, document: str) -> None:
    home = one(base, "SELECT number FROM documents WHERE key = ?", (document,))
    if home is not None:
        move(base, home[0], fold, (document, ""))
    base.run("DELETE FROM names WHERE folded = ? AND document = ?", (fold, document))


def place_apart(base: Base, document: str) -> None:
    """Make the rows of names that were split off in a document, where they are missing."""
    sql = ("SELECT folded, other FROM identities WHERE verdict = 'apart' AND document = ? AND document <> '' "
           "AND undone_at IS NULL")  # fmt: skip
    for fold, label in base.rows(sql, (document,)):
        row = (fold, document, last(folded(label)), label)
        base.run(
            "INSERT INTO names (folded, document, last, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row
        )


def move(base: Base, home: int, fold: str, documents: tuple[str, str]) -> None:
    """Give what a document says of one row of a name to the other row of that name."""
    sql = "SELECT number FROM names WHERE folded = ? AND document = ?"
    old, new = (base.rows(sql, (fold, document))[0][0] for document in documents)
    for table, columns in (("statements", ("speaker", "addressee")), ("commitments", ("debtor", "creditor")),
                           ("positions", ("holder",))):  # fmt: skip
        for column in columns:
            base.run(f"UPDATE {table} SET {column} = ? WHERE document = ? AND {column} = ?", (new, home, old))
    base.run("UPDATE about SET name = ? WHERE name = ? AND statement IN (SELECT number FROM statements "
             "WHERE document = ?)", (new, old, home))  # fmt: skip
    tallies.recount(base, (old, new))


def settle(base: Base) -> None:
    """Bring ``names.person`` in line with the judgements that stand."""
    edges = _edges(base)
    roots = {member: root(edges, member) for edge in edges.items() for member in edge}
    base.run("UPDATE names SET person = NULL WHERE person IS NOT NULL")
    sql = ("UPDATE names SET person = (SELECT r.number FROM names r WHERE r.folded = ? AND r.document = ?) "
           "WHERE folded = ? AND document = ?")  # fmt: skip
    base.many(sql, [(*top, *member) for member, top in roots.items()])


def root(edges: dict[Handle, Handle], member: Handle) -> Handle:
    """Whom a name goes by in the end."""
    return list(_upward(edges, member))[-1]


def _upward(edges: dict[Handle, Handle], member: Handle) -> list[Handle]:
    way = [member]
    while way[-1] in edges and edges[way[-1]] not in way:
        way.append(edges[way[-1]])
    return way


def _edges(base: Base) -> dict[Handle, Handle]:
    sql = ("SELECT folded, document, other, other_document FROM identities WHERE verdict = 'same' AND "
           "undone_at IS NULL ORDER BY number")  # fmt: skip
    return {(row[0], row[1]): (row[2], row[3]) for row in base.rows(sql)}


def _different(base: Base) -> list[tuple[Handle, Handle]]:
    sql = ("SELECT folded, document, other, other_document FROM identities WHERE verdict = 'different' AND "
           "undone_at IS NULL")  # fmt: skip
    return [((row[0], row[1]), (row[2], row[3])) for row in base.rows(sql)]


def _keep(base: Base, verdict: str, left: Handle, right: Handle, author: str, score: float | None) -> None:
    sql = ("INSERT INTO identities (verdict, folded, document, other, other_document, score, author, "
           "made_at) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")  # fmt: skip
    base.run(sql, (verdict, *left, *right, score, author, now()))
