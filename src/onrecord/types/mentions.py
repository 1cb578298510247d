"""Mentions: the places where a text names, describes or points at somebody, as the network finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.places import Span

MentionKind = Literal["person", "organisation", "place", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention and what the network thinks that it goes back to.

    Attributes:
        span: its characters, from determiner to the end of its modifiers.
        kind: what it is taken for.
        form: a name, a description ("the prime minister") or a pronoun, possessives included.
        confidence: 0..1 that it is a mention of that kind.
        antecedents: (index of an earlier mention in the same list, probability), the best first.
        new: probability that none of the earlier ones is the same.
    """

    span: Span
    kind: MentionKind
    form: MentionForm
    confidence: float
    antecedents: tuple[tuple[int, float], ...] = ()
    new: float = 1.0
