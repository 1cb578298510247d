"""Who speaks in a statement, whose account of it this is, and the words themselves."""

from __future__ import annotations

from onrecord.ask.view import Found, View
from onrecord.compare.names import same_name
from onrecord.compare.vocabulary import vocabulary
from onrecord.types import Document, Statement

_DENYING = frozenset({"deny", "dispute", "refute", "rebut"})
_REFUSING = frozenset({"refuse", "decline", "reject"})
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


def is_denial(found: Found) -> bool:
    """Whether what was said is denied, or disputed, by whoever speaks."""
    return bool(_DENYING & _senses(found))


def is_refusal(found: Found) -> bool:
    """Whether somebody refuses, or declines, what the content tells."""
    return bool(_REFUSING & _senses(found))


def is_said_so(found: Found, verb: str) -> bool:
    """Whether ``verb``, in any form, is how it was said."""
    return vocabulary().base(verb.split(maxsplit=1)[0]) in _senses(found)


def is_turned(found: Found) -> bool:
    """Whether how it was said turns what was said: denied, refused, or not said at all."""
    negated = bool(found.statement.negated)
    return not negated if is_denial(found) else negated or is_refusal(found)


def _senses(found: Found) -> set[str | None]:
    cue = [span.of(found.document.text).split() for span in found.statement.cue]
    return {vocabulary().base(word.casefold()) for words in cue for word in words} | {found.statement.sense}


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
