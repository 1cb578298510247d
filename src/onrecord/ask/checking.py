"""Checking a draft: each of its quotations looked up in the record and in transcripts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.ask.answering import did_say
from onrecord.ask.answers import Answer, Verdict
from onrecord.ask.excerpts import Excerpt, told
from onrecord.ask.questions import LONGEST
from onrecord.ask.speaking import is_turned, who
from onrecord.ask.view import Found, View
from onrecord.compare.comparison import compare
from onrecord.compare.edits import Edit, Recorded, Variant
from onrecord.compare.shingles import content_words
from onrecord.compare.words import words
from onrecord.types import Record, Span, Statement

Status = Literal[
    "ok", "house-style", "in-part", "altered", "wrong-speaker", "disputed", "out-of-context", "not-found",
    "unchecked",
]  # fmt: skip
STATUSES: tuple[Status, ...] = get_args(Status)
PASSING: frozenset[Status] = frozenset({"ok", "house-style", "unchecked"})
"""What a newsroom need not look at."""

_SAME: frozenset[Edit] = frozenset({"same", "same-typography", "same-house-style"})
_STYLE: frozenset[Edit] = frozenset({"same-house-style", "split-merged"})
_BY_VERDICT: dict[Verdict, Status] = {
    "verbatim": "ok", "verbatim-in-part": "in-part", "altered": "altered", "paraphrase": "altered",
    "contradicted": "altered", "second-hand": "wrong-speaker", "other-speaker": "wrong-speaker",
    "disputed": "disputed", "out-of-context": "out-of-context", "no-record": "not-found",
}  # fmt: skip
# Of several views the one is believed that has the words best; a transcript may lack what a report has.
_BEST: tuple[Status, ...] = (
    "ok", "house-style", "out-of-context", "disputed", "in-part", "altered", "wrong-speaker",
    "not-found", "unchecked",
)  # fmt: skip
_FEWEST = 2  # words of a quotation that can be looked for; one in quotation marks is often no quotation


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation of a draft.

    Attributes:
        span: its words in the draft, quotation marks left out.
        line: the line of the draft where it begins, from 1.
        speaker: to whom the draft gives it, or None where that could not be read.
        status: how it stands beside the record.
        answer: what the record has, or None where it was not looked up.
    """

    span: Span
    line: int
    speaker: str | None
    status: Status
    answer: Answer | None


def checked(draft: Record, views: Sequence[View]) -> Iterator[Checked]:
    """Each quotation of ``draft``, in order, looked up in all of ``views``.

    Args:
        draft: the draft as it was read, so that its statements tell who is quoted.
        views: the record, transcripts, or both.
    """
    text = draft.document.text
    return checked_in(text, draft, Excerpt(text, (Span(0, len(text)),)), views)


def checked_in(text: str, draft: Record, excerpt: Excerpt, views: Sequence[View]) -> Iterator[Checked]:
    """Each quotation of ``text``, of which ``draft`` is no more than ``excerpt``; see :func:`checked`."""
    ends = [place for place, sign in enumerate(text) if sign == "\n"]
    for quotation in told(text):
        span = _trimmed(text, quotation.inner) if quotation.inner else None
        if span is None:
            continue
        line = bisect_right(ends, span.start) + 1
        there = excerpt.within(span)
        statement = _statement(draft, there) if there else None
        speaker = who(draft.document, statement) if statement and statement.speaker else None
        status, answer = _looked_up(span.of(text), speaker, views)
        if statement and is_turned(Found(draft.document, statement)) and _is_the_same(span.of(text), answer):
            status = "ok"  # both tell that somebody denied it, or refused
        yield Checked(span, line, speaker, status, answer)


def _trimmed(text: str, span: Span) -> Span | None:
    """``span`` without outer white space and the comma or full stop that belongs to the sentence around
    it.
    """
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    end = span.start + len(inner.rstrip(" \t\r\n,."))
    return Span(start, end) if start < end else None


def _is_the_same(quotation: str, answer: Answer | None) -> bool:
    """Whether the record has these words within what it, too, has somebody deny or refuse."""
    if answer is None or answer.verdict not in {"contradicted", "out-of-context"} or not answer.receipts:
        return False
    return compare(Recorded(answer.receipts[0].text), Variant(quotation)).label in _SAME


def _statement(draft: Record, span: Span) -> Statement | None:
    """The statement of the draft that owns most of a quotation's words."""
    return max(
        (s for s in draft.statements for v in s.verbatim if v.overlaps(span)),
        key=lambda s: max(min(v.end, span.end) - max(v.start, span.start) for v in s.verbatim), default=None,
    )  # fmt: skip


def _looked_up(quotation: str, speaker: str | None, views: Sequence[View]) -> tuple[Status, Answer | None]:
    """The best status that any view gives."""
    if not content_words(quotation) or len(quotation) > LONGEST:
        return "unchecked", None
    answers = [did_say(speaker, quotation, view) for view in views]
    if len(words(quotation)) < _FEWEST:
        return _one_word(speaker, answers)
    rated = sorted(((_status(answer), answer) for answer in answers), key=lambda pair: _BEST.index(pair[0]))
    return rated[0]


def _one_word(speaker: str | None, answers: Sequence[Answer]) -> tuple[Status, Answer | None]:
    """A single word passes where the record has it of this speaker; anything else would say too much."""
    held = (answer for answer in answers if speaker and answer.verdict == "verbatim")
    first = next(held, None)
    return ("ok", first) if first else ("unchecked", None)


def _status(answer: Answer) -> Status:
    status = _BY_VERDICT[answer.verdict]
    if answer.verdict == "verbatim" and answer.edit in _STYLE:
        return "house-style"
    if answer.edit == "marked-edit" and answer.verdict == "verbatim-in-part":
        return "altered" if answer.material else "ok"
    return status
