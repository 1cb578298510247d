"""The cues by sense, read from ``cues.toml``: which words report which act."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from onrecord.text.inflections import noun_forms, verb_forms
from onrecord.types import Act

Part = Literal["verb", "noun", "adjective", "adverb", "phrase"]
Shape = Literal["infinitive", "phrase", "should", "question"]
Stance = Literal["neutral", "doubted", "presupposed"]

_SHAPES: tuple[Shape, ...] = ("infinitive", "phrase", "should", "question")
_PARTS: tuple[tuple[str, Part], ...] = (
    ("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"), ("adverbs", "adverb"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """What a group of cues means.

    Attributes:
        name: the finer kind of act ("warn").
        act: what it is where the content's shape decides nothing.
        by_shape: what it is with a content of that shape.
        stance: what the writer takes the words for who uses these cues.
        verbnet: the classes of VerbNet that list one of the verbs so.
    """

    name: str
    act: Act
    by_shape: dict[Shape, Act] = field(default_factory=dict)
    stance: Stance = "neutral"
    verbnet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue of the lexicon: its sense, part of speech and lemma (several words for "point out")."""

    sense: Sense
    part: Part
    lemma: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where words match entries of the lexicon: from ``start``, ``length`` words, any of ``entries``."""

    start: int
    length: int
    entries: tuple[Entry, ...]

    def as_part(self, *parts: Part) -> Entry | None:
        """The first entry that is one of ``parts``, or None."""
        return next((entry for entry in self.entries if entry.part in parts), None)


class Lexicon:
    """Cues by their words. Made once; looking up takes time in the number of words asked about."""

    def __init__(self, senses: Sequence[dict[str, Any]]) -> None:
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        for table in senses:
            sense = _sense(table)
            for words, entry in _entries(sense, table):
                self._entries.setdefault(words, []).append(entry)
        self._longest = max(map(len, self._entries))

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield from left to right the longest matches in ``words`` (small letters), none overlapping."""
        at = 0
        while at < len(words):
            match = self._at(words, at)
            if match is not None:
                yield match
            at += match.length if match else 1

    def _at(self, words: Sequence[str], at: int) -> Match | None:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            found = self._entries.get(tuple(words[at : at + length]))
            if found:
                return Match(at, length, tuple(found))
        return None


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships in the package."""
    text = files("onrecord.resolve.acts").joinpath("cues.toml").read_text(encoding="utf-8")
    return Lexicon(tomllib.loads(text)["sense"])


def _sense(table: dict[str, Any]) -> Sense:
    shapes = {shape: cast("Act", table[shape]) for shape in _SHAPES if shape in table}
    return Sense(
        table["name"], table["act"], shapes, table.get("stance", "neutral"), tuple(table.get("verbnet", ()))
    )


def _entries(sense: Sense, table: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for key, part in _PARTS:
        for lemma in table.get(key, "").split():
            yield from _forms(sense, part, lemma.replace("~", " "))
    for lemma in filter(None, table.get("phrases", "").split("|")):
        yield tuple(lemma.split()), Entry(sense, "phrase", lemma)


def _forms(sense: Sense, part: Part, lemma: str) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """The forms of ``lemma``, of which the first word is the one that changes."""
    first, *rest = lemma.split()
    forms = {first}
    if part in ("verb", "noun"):
        forms |= verb_forms(first) if part == "verb" else noun_forms(first)
    for form in sorted(forms):
        yield (form, *rest), Entry(sense, part, lemma)
