"""What an answer is: a verdict, whose words, the receipts that prove it, and what was searched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from onrecord.ask.view import Searched
from onrecord.compare.edits import Edit, Lost, WordEdit
from onrecord.types import Addressee, Commitment, Document, Position, SaidOn, Setting, Span

Verdict = Literal[
    "verbatim", "verbatim-in-part", "altered", "paraphrase", "second-hand", "other-speaker", "contradicted",
    "out-of-context", "disputed", "no-record",
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The place in a text that proves something.

    Attributes:
        document: the document; the span points into its text.
        statement: the statement's id, or None where the words are the writer's own.
        span: the place.
        speaker: who speaks there, or None.
        marks: what people marked the document as, "retracted" or "corrected".
    """

    document: Document
    statement: str | None
    span: Span
    speaker: str | None = None
    marks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words there."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and their statements, for questions that ask for people."""

    name: str
    kind: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """To whom, where and when something was said, as far as the text tells; spans point into ``document``."""

    document: Document
    addressee: Addressee | None = None
    setting: Setting | None = None
    said_on: SaidOn | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record holds on a question.

    Attributes:
        verdict: the kind of answer.
        searched: what was searched.
        speaker: whose words or position it is by the record, or None.
        via: by whose account, or None.
        edit: how the asked words differ from the recorded ones, or None where words were not compared.
        material: whether that difference matters, or None as ``edit``.
        receipts: the places that prove the verdict, the best first; empty for "no-record" save writer's
            words.
        nearest: the nearest misses, which prove nothing.
        note: a line for people that says what the verdict rests on.
        word_edits: the words that differ.
        lost_context: what a cut lost.
        occasion: to whom, where and when the first receipt's statement was said.
        commitments: what was asked for, by "what did X agree to".
        positions: what was asked for, by "who opposes Y".
        voices: who speaks, by questions for people.
    """

    verdict: Verdict
    searched: Searched
    speaker: str | None = None
    via: str | None = None
    edit: Edit | None = None
    material: bool | None = None
    receipts: tuple[Receipt, ...] = ()
    nearest: tuple[Receipt, ...] = ()
    note: str = ""
    word_edits: tuple[WordEdit, ...] = ()
    lost_context: tuple[Lost, ...] = ()
    occasion: Occasion | None = None
    commitments: tuple[tuple[Document, Commitment], ...] = ()
    positions: tuple[tuple[Document, Position], ...] = ()
    voices: tuple[Voice, ...] = field(default=())
