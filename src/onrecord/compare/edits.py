"""What comparing gives: the typed edit, the words that changed, and what of the context was lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.types import Span

Edit = Literal[
    "same", "same-typography", "same-house-style", "split-merged", "continued", "truncated", "marked-edit",
    "word-inserted", "word-deleted", "word-substituted", "entity-swapped", "number-changed",
    "polarity-flipped", "paraphrase-in-quotation-marks", "wrong-speaker", "second-hand", "reordered",
    "translated", "not-found",
]  # fmt: skip
EDITS: tuple[Edit, ...] = get_args(Edit)
Lost = Literal["negation", "condition", "concession", "hedge", "report", "dangling"]
Change = Literal["replace", "insert", "delete"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A quotation as the record has it.

    Attributes:
        text: the words, quotation marks left out.
        speaker: whose words they are, or None where that is not known.
        second_hand: whose words they tell of: speakers of statements inside this one's content.
    """

    text: str
    speaker: str | None = None
    second_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A quotation that is to be compared with the record.

    Attributes:
        text: the words, quotation marks left out.
        speaker: who is claimed to have said them, or None where nobody is named.
    """

    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One difference in words; typography is none.

    Attributes:
        change: "replace", "insert" (the variant has words more) or "delete".
        base: the recorded words in small letters, "" for an insertion.
        variant: the variant's words in small letters, "" for a deletion.
        base_span: their place in the recorded text, None for an insertion.
        variant_span: their place in the variant, None for a deletion.
        written: both as they are written, capitals and signs between them included.
        outer: whether they stand at the beginning or the end of both texts, as where a part was cut off.
    """

    change: Change
    base: str
    variant: str
    base_span: Span | None
    variant_span: Span | None
    written: tuple[str, str] = ("", "")
    outer: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a variant relates to what the record has.

    Attributes:
        label: the typed edit.
        material: whether it is a change that a fact-checker should be told of.
        word_edits: what changed in words, in the order of the texts.
        lost_context: what a cut took away: a negation, a condition, a concession, a hedge, who reports it, or
            what a pronoun or "there" points at ("dangling").
        reason: one line that says why.
    """

    label: Edit
    material: bool
    word_edits: tuple[WordEdit, ...] = ()
    lost_context: tuple[Lost, ...] = ()
    reason: str = ""
