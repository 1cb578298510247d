"""Who speaks in a statement, whose account of it this is, and the words themselves."""

from __future__ import annotations

from onrecord.ask.view import Found, View
from onrecord.compare.names import same_name
from onrecord.types import Document, Statement

_DEEPEST = 20  # statements inside statements that are followed outwards


def who(document: Document, statement: Statement) -> str | None:
    """The speaker's name, or the source as written where nobody was resolved; None where there is neither."""
    if statement.speaker is not None:
        return statement.speaker.name
    return " ".join(span.of(document.text) for span in statement.source) or None


def speaks_as(found: Found, name: str) -> bool:
    """Whether the statement's speaker, or whom they speak for, may be called ``name``."""
    speaker = found.statement.speaker
    behalf = speaker.on_behalf_of if speaker else None
    return same_name(name, who(found.document, found.statement)) or same_name(name, behalf)


def content_of(document: Document, statement: Statement) -> str:
    """What was said, its parts joined by spaces."""
    return " ".join(span.of(document.text) for span in statement.content)


def outward(found: Found, view: View) -> list[Found]:
    """The statements around this one, the next one first."""
    around: list[Found] = []
    inner = found
    while inner.statement.parent is not None and len(around) < _DEEPEST:
        outer = view.statement(inner.document.id, inner.statement.parent)
        if outer is None:
            break
        around.append(outer)
        inner = outer
    return around


def via(found: Found, view: View) -> str | None:
    """By whose account somebody said this: the nearest speaker around it who is somebody else, or None."""
    own = who(found.document, found.statement)
    names = (who(outer.document, outer.statement) for outer in outward(found, view))
    return next((name for name in names if name and not same_name(name, own)), None)
