"""The words that give a position away, read from ``stances.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Side = Literal["favor", "against"]
Words = tuple[str, ...]

_SIDES: tuple[Side, ...] = ("favor", "against")


@dataclass(frozen=True, slots=True)
class Stances:
    """Words by the side that they show somebody to be on.

    Attributes:
        cues: senses of cues whose content is what the speaker is for or against.
        asked: senses of cues whose content is what the speaker asks for.
        feared: senses of cues of concern.
        fearable: nouns that make the matter of a concern one to be against.
        evaluations: words, or runs of words, that are said of a subject after "is".
        deeds: runs of words that say what a subject does.
        nouns: noun and preposition of an attitude ("support", "for").
        roles: nouns for who has one ("supporter").
        verbs: verbs of a speaker's own ("I support").
    """

    cues: Mapping[str, Side]
    asked: frozenset[str]
    feared: frozenset[str]
    fearable: frozenset[str]
    evaluations: Mapping[Words, Side]
    deeds: Mapping[Words, Side]
    nouns: Mapping[tuple[str, str], Side]
    roles: Mapping[str, Side]
    verbs: Mapping[str, Side]


@cache
def stances() -> Stances:
    """The words that ship in the package."""
    text = files("onrecord.resolve.positions").joinpath("stances.toml").read_text(encoding="utf-8")
    return _made(tomllib.loads(text))


def _made(tables: dict[str, dict[str, Any]]) -> Stances:
    evaluations = {
        **_by_words(tables["evaluations"]),
        **{
            tuple(run.split()): side
            for side in _SIDES
            for run in tables["evaluations"][f"{side}_pairs"].split("|")
        },
    }
    return Stances(
        cues=_by_word(tables["cues"]),
        asked=frozenset(tables["cues"]["asked"].split("|")),
        feared=frozenset(tables["cues"]["feared"].split()),
        fearable=frozenset(tables["feared"]["nouns"].split()),
        evaluations=evaluations,
        deeds={_words(run): "against" for run in tables["deeds"]["against"].split("|")},
        nouns={(noun, after): side for noun, after, side in _pairs(tables["nouns"])},
        roles=_by_word(tables["roles"]),
        verbs=_by_word(tables["verbs"]),
    )


def _by_word(table: Mapping[str, str]) -> dict[str, Side]:
    return {word: side for side in _SIDES for word in table[side].split()}


def _by_words(table: Mapping[str, str]) -> dict[Words, Side]:
    return {(word.lower(),): side for word, side in _by_word(table).items()}


def _words(run: str) -> Words:
    return tuple(run.replace("’", "'").split())


def _pairs(table: Mapping[str, str]) -> Iterable[tuple[str, str, Side]]:
    for side in _SIDES:
        for pair in table[side].split():
            noun, after = pair.split(":")
            yield noun, after, side
