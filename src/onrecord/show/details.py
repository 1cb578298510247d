"""What is known of a statement beside who, how and what, in few words for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.show.characters import one_line
from onrecord.types import Commitment, Deadline, Entity, Position, Record, SaidOn, Setting, Statement, Time

_ACTS = {"private_state": "private state"}
_STANCES = {"doubted": "doubted by the writer", "presupposed": "taken for true by the writer"}
_MEDIA = {
    "press_conference": "press conference", "social_media": "social media", "written": "in writing",
    "private": "in private",
}  # fmt: skip


def act(statement: Statement) -> str:
    """The act and its finer kind, "directive: urge"; "" where nothing is known."""
    if statement.act is None:
        return ""
    name = _ACTS.get(statement.act, statement.act)
    return f"{name}: {statement.sense}" if statement.sense else name


def details(text: str, statement: Statement) -> Iterator[str]:
    """What is known of ``statement``, each in a phrase: its act, to whom, where, when, and whether at all."""
    if statement.act:
        yield act(statement)
    if statement.negated:
        yield "not said, or only supposed"
    if statement.iterative:
        yield "more than once"
    if statement.writer_stance in _STANCES:
        yield _STANCES[statement.writer_stance]
    if statement.addressee is not None:
        yield f"to {one_line(statement.addressee.name or statement.addressee.span.of(text))}"
    if statement.setting is not None:
        yield setting(text, statement.setting)
    if statement.said_on is not None:
        yield said_on(text, statement.said_on)


def setting(text: str, where: Setting) -> str:
    """The medium and the words that give it: "interview (in an interview with the Herald)"."""
    marks = [mark for mark in (
        "not public" if where.public is False else "", "carried over" if where.carried else "",
    ) if mark]  # fmt: skip
    medium = _MEDIA.get(where.medium, where.medium)
    return ", ".join([f"{medium} ({one_line(where.span.of(text))})", *marks])


def said_on(text: str, when: SaidOn) -> str:
    """The words and the days they can mean: "last weekend (2024-03-16 to 2024-03-17)"."""
    words = one_line(when.span.of(text))
    days = interval(when.earliest, when.latest)
    return f"{words} ({days})" if days else words


def interval(earliest: date | None, latest: date | None) -> str:
    """An interval of days, open ends said; "" where both are."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest:
        return str(earliest)
    if earliest is None:
        return f"up to {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"


def entries(record: Record, layer: str) -> Iterator[tuple[str, str, str]]:
    """The entries of a layer beside the statements: who or what, what of it, and what is known beside."""
    text = record.document.text
    if layer == "commitments":
        yield from (_commitment(text, one) for one in record.commitments)
    elif layer == "positions":
        yield from (_position(text, one) for one in record.positions)
    elif layer == "times":
        yield from (_time(text, one) for one in record.times)
    elif layer == "entities":
        yield from (_entity(text, one) for one in record.entities)


def _commitment(text: str, one: Commitment) -> tuple[str, str, str]:
    known = [
        f"to {one.creditor}" if one.creditor else "",
        one.condition.of(text) if one.condition else "",
        _deadline(text, one.deadline) if one.deadline else "",
    ]
    what = f"{one.strength}: {one_line(one.act.of(text))}"
    return one.debtor or "(nobody named)", what, " · ".join(one_line(part) for part in known if part)


def _deadline(text: str, one: Deadline) -> str:
    days = interval(one.earliest, one.latest)
    words = one.span.of(text)
    return f"by {words} ({days})" if days else f"by {words}"


def _position(text: str, one: Position) -> tuple[str, str, str]:
    sides = {"favor": "for", "against": "against", "mixed": "for and against"}
    evidence = f"{one.basis}: {one_line(one.evidence.of(text))}"
    return one.holder or "(nobody named)", f"{sides[one.stance]} {one_line(one.target)}", evidence


def _time(text: str, one: Time) -> tuple[str, str, str]:
    days = interval(one.earliest, one.latest)
    known = [part for part in (days, one.note or "") if part]
    return one_line(one.span.of(text)), f"{one.type} {one.value or ''}".strip(), " · ".join(known)


def _entity(text: str, one: Entity) -> tuple[str, str, str]:
    forms = dict.fromkeys(one_line(span.of(text)) for span in one.mentions)
    known = [part for part in (one.description or "", f"{len(one.mentions)} × " + ", ".join(forms)) if part]
    return one_line(one.name), one.kind, " · ".join(known)
