"""Expressions: what a source comes down to, as its own words say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.resolve.people.layout import Word
from onrecord.types import Kind, Span

Form = Literal["pronoun", "name", "description", "joint"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source, read by its own words.

    Attributes:
        form: what sort of expression it is; "joint" names several.
        span: the words that stand for whoever it is: the name, the pronoun, or the noun phrase.
        word: pronoun or head noun in lower case, "" for names.
        names: places of the names, in the list of the text's names.
        kind: what the words say that it is.
        definite: it is said as of somebody known ("the president").
        plural: it is of several.
        owner: whose it is: place of a name ("Trump's campaign"), or None.
        owner_word: whose it is where a pronoun says so ("his administration"), or None.
        behalf: the words for whom a spokesperson speaks, or None.
    """

    form: Form
    span: Span
    word: str = ""
    names: tuple[int, ...] = ()
    kind: Kind = "unknown"
    definite: bool = False
    plural: bool = False
    owner: int | None = None
    owner_word: Word | None = None
    behalf: Span | None = None
