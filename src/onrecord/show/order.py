"""Statements in the order in which people read them: the text's, nested ones under their parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.types import Record, Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement in its place.

    Attributes:
        number: its number among the document's statements as shown, from 1.
        statement: the statement.
        branch: for each level from the outermost nested one to its own, whether what stands there is the
            last of its parent's; empty for a statement that is not nested.
    """

    number: int
    statement: Statement
    branch: tuple[bool, ...]


def placed(statements: Sequence[Statement]) -> Iterator[Placed]:
    """Each statement in its place; one whose parent is not among them stands by itself."""
    known = {statement.id for statement in statements}
    children: dict[str | None, list[Statement]] = {}
    for statement in statements:
        children.setdefault(statement.parent if statement.parent in known else None, []).append(statement)
    waiting: list[tuple[Statement, tuple[bool, ...]]] = [
        (root, ()) for root in reversed(children.get(None, []))
    ]
    number = 0
    # A stack of our own: how deep a text nests is not ours to bound.
    while waiting:
        statement, branch = waiting.pop()
        number += 1
        yield Placed(number, statement, branch)
        below = list(reversed(children.get(statement.id, [])))
        waiting.extend((child, (*branch, index == 0)) for index, child in enumerate(below))


def facts(record: Record) -> list[str]:
    """What stands under a document's title: where it comes from, its date, how much was said in it."""
    document = record.document
    known = [document.publisher, document.published_on.isoformat() if document.published_on else None]
    named = [document.id] if document.title else []
    return [*named, *(fact for fact in known if fact), _counted(record.statements)]


def _counted(statements: Sequence[Statement]) -> str:
    if not statements:
        return "no statements found"
    forms = Counter(statement.form for statement in statements)
    kinds = ", ".join(f"{forms[form]} {form}" for form in ("direct", "mixed", "indirect") if forms[form])
    return f"{len(statements)} statement{'s' if len(statements) > 1 else ''} ({kinds})"
