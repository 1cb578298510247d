"""What people decided about a statement, laid over what was read: the reading itself is never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from onrecord.errors import StoreError
from onrecord.types import Act, Addressee, Medium, SaidOn, Setting, Span, Speaker, Statement

Verdict = Literal["accept", "reject", "correct", "note"]
FIELDS = ("speaker", "addressee", "act", "negated", "medium", "said_on")
_TRUTH: Mapping[str, bool] = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Review:
    """One judgement of a statement.

    Attributes:
        number: its place in the table of reviews.
        statement: id of the statement.
        verdict: what was decided.
        field: what a correction is of, one of ``FIELDS``.
        value: the corrected value, empty for "not known"; or the text of a note.
        author: who decided.
        made_at: when, ISO 8601 in UTC.
    """

    number: int
    statement: str
    verdict: Verdict
    field: str | None
    value: str | None
    author: str
    made_at: str


def checked(field: str, value: str) -> str:
    """``value`` as the field takes it.

    Raises:
        StoreError: when there is no such field, or it cannot take this value.
    """
    if field not in FIELDS:
        raise StoreError(f"{field!r} cannot be corrected; choose one of {', '.join(FIELDS)}")
    words: Mapping[str, Iterable[str]] = {"act": get_args(Act), "medium": get_args(Medium), "negated": _TRUTH}
    if value and field in words and value not in words[field]:
        raise StoreError(f"{field} cannot be {value!r}; choose one of {', '.join(words[field])}")
    if value and field == "said_on":
        _days(value)
    return " ".join(value.split())


def rejected(reviews: Iterable[Review]) -> bool:
    """Whether the last word on a statement is that it is none."""
    verdicts = [review.verdict for review in reviews if review.verdict in ("accept", "reject")]
    return bool(verdicts) and verdicts[-1] == "reject"


def corrected(statement: Statement, reviews: Iterable[Review]) -> Statement:
    """``statement`` with every correction made, later ones over earlier ones.

    A layer that was not there before points at the statement's own first words, since a person's knowledge
    has no place in the text.
    """
    for review in reviews:
        if review.verdict == "correct" and review.field:
            statement = _with(statement, review.field, review.value or "")
    return statement


def _with(statement: Statement, field: str, value: str) -> Statement:
    if field == "act":
        return replace(statement, act=value or None)  # type: ignore[arg-type] # checked when it was made
    if field == "negated":
        return replace(statement, negated=_TRUTH[value] if value else None)
    if field == "speaker":
        return replace(statement, speaker=_speaker(statement.speaker, value))
    spans = statement.content + statement.cue + statement.source
    if field == "addressee":
        return replace(statement, addressee=_addressee(statement.addressee, value, spans))
    if field == "medium":
        return replace(statement, setting=_setting(statement.setting, value, spans))
    return replace(statement, said_on=_said_on(statement.said_on, value, spans))


def _speaker(now: Speaker | None, name: str) -> Speaker | None:
    if not name:
        return None
    return Speaker(name, now.kind if now else "unknown")


def _addressee(now: Addressee | None, name: str, spans: tuple[Span, ...]) -> Addressee | None:
    span = now.span if now else next(iter(spans), None)
    return Addressee(span, name) if name and span else None


def _setting(now: Setting | None, medium: str, spans: tuple[Span, ...]) -> Setting | None:
    span = now.span if now else next(iter(spans), None)
    if not medium or not span:
        return None
    return Setting(span, medium, now.public if now else None)  # type: ignore[arg-type] # checked when it was made


def _said_on(now: SaidOn | None, days: str, spans: tuple[Span, ...]) -> SaidOn | None:
    span = now.span if now else next(iter(spans), None)
    if not days or not span:
        return None
    earliest, latest = _days(days)
    return SaidOn(span, earliest, latest, "day" if earliest == latest else None, "corrected by hand")


def _days(value: str) -> tuple[date, date]:
    first, _, second = value.partition("..")
    try:
        return date.fromisoformat(first.strip()), date.fromisoformat((second or first).strip())
    except ValueError:
        raise StoreError(f"said_on cannot be {value!r}; write YYYY-MM-DD or YYYY-MM-DD..YYYY-MM-DD") from None
