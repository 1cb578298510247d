"""Spots: every place of a text that stands for somebody, in order, before it is known for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.resolve.people.expressions import Phrase
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import PRONOUNS, VERBS
from onrecord.resolve.people.layout import Layout, Word
from onrecord.resolve.people.roles import Role
from onrecord.types import Span

_OWNED = frozenset("most first second third last next many own".split())


@dataclass(slots=True, eq=False)
class Spot:
    """A place that stands for somebody.

    Attributes:
        span: its words.
        form: "name", "pronoun", "description" or "joint".
        word: the pronoun, or the head noun of a description, in lower case.
        sentence: number of its sentence.
        paragraph: number of its paragraph.
        quote: number of the outermost quotation around it, or -1.
        subject: it stands like a subject, with a verb after it.
        object: it stands after a preposition or like an object.
        possessive: it owns what follows.
        modifier: it stands before a noun that it only narrows ("Trump supporters").
        speaks: indices of the statements whose source it is.
        phrase: the source as parsed, where it is one.
        role: of a description, what it says.
        options: the figures that a name can stand for.
        figure: whom it stands for, once that is known.
        score: how sure that is, 0..1.
        because: why, in words.
        told: place of the verb that reports it, where it is a source, for the order of speaking.
    """

    span: Span
    form: Literal["name", "pronoun", "description", "joint"]
    word: str
    sentence: int
    paragraph: int
    quote: int
    subject: bool = False
    object: bool = False
    possessive: bool = False
    modifier: bool = False
    speaks: list[int] = field(default_factory=list)
    phrase: Phrase | None = None
    role: Role | None = None
    options: Sequence[Figure] = ()
    figure: Figure | None = None
    score: float = 0.0
    because: str = ""
    via: Spot | None = None
    order: int = 0


def speaks(figure: Figure) -> None:
    """Take down that a figure speaks: what is no body, country or place and does is a person."""
    figure.acts = True
    if figure.kind == "unknown" and not figure.plural:
        figure.kind, figure.place = "person", False


def is_contracted(lower: str) -> bool:
    """Whether a word is "he's" or "she'll"."""
    head, mark, _ = lower.partition("'")
    return bool(mark) and head in {"he", "she"}


def is_verb(word: Word) -> bool:
    """Whether a word is a verb as it follows a subject, by a list and by its ending."""
    lower = word.lower
    return not word.capital and (lower in VERBS or (lower.endswith("ed") and len(lower) > 3))


def is_owned(word: Word) -> bool:
    """Whether what follows "her" is hers, though it is no plain noun: "her second album"."""
    return word.lower in _OWNED


def is_predicate(layout: Layout, index: int) -> bool:
    """Whether a word is the past form, or an adverb before it, of what somebody does: "Quill (openly) rebuked
    critics", and not "newly elected mayors".
    """
    word = layout.words[index]
    if word.capital or not word.lower.endswith(("ed", "ly")):
        return False
    at = index
    while (at and layout.words[at].lower.endswith("ly")) or at == index:
        at -= 1
        if at < 0 or layout.gap(at) != " ":
            return False
    return layout.words[at].capital or layout.words[at].lower in PRONOUNS
