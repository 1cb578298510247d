"""The nouns that name an occasion of saying, read from ``media.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.text.inflections import noun_forms
from onrecord.types import Medium


@dataclass(frozen=True, slots=True)
class Occasion:
    """A noun that names an occasion.

    Attributes:
        words: its words, in small letters.
        medium: the medium it is of.
        public: whether that is public, None where the noun does not tell.
        after: the prepositions that make it a setting.
        bare: whether it needs no article.
    """

    words: tuple[str, ...]
    medium: Medium
    public: bool | None
    after: frozenset[str]
    bare: bool


class Occasions:
    """The occasions by their words; looking up takes time in the longest one only."""

    def __init__(self, tables: Sequence[dict[str, Any]]) -> None:
        self._found: dict[tuple[str, ...], list[Occasion]] = {}
        for table in tables:
            for key in ("nouns", "bare"):
                for noun in filter(None, table.get(key, "").split("|")):
                    self._add(table, noun, bare=key == "bare")
        self._longest = max(map(len, self._found))

    def _add(self, table: dict[str, Any], noun: str, *, bare: bool) -> None:
        *first, last = noun.split()
        for form in noun_forms(last):
            words = (*first, form)
            after = frozenset(table["after"].split())
            one = Occasion(words, table["name"], table.get("public"), after, bare)
            self._found.setdefault(words, []).append(one)

    def at(self, words: Sequence[str], index: int) -> Sequence[Occasion]:
        """The occasions that the longest run of ``words`` from ``index`` on names; () for none."""
        for length in range(min(self._longest, len(words) - index), 0, -1):
            found = self._found.get(tuple(words[index : index + length]))
            if found:
                return found
        return ()


@cache
def occasions() -> Occasions:
    """The occasions that ship in the package."""
    text = files("onrecord.resolve.occasions").joinpath("media.toml").read_text(encoding="utf-8")
    return Occasions(tomllib.loads(text)["medium"])
