"""Nouns that a source comes down to: of one or several, and what sort of speaker they name."""

from __future__ import annotations

from onrecord.resolve.people.grammar import DETERMINERS
from onrecord.resolve.people.layout import Word
from onrecord.resolve.people.roles import plain
from onrecord.resolve.people.words import (
    ANONYMOUS_PLURAL,
    COLLECTIVE_WORDS,
    DOCUMENTS,
    ORGANISATIONS,
    ROLES,
    SINGULAR_IN_S,
    SPEAK_FOR_TWO,
    SPEAKS_FOR,
)
from onrecord.types import Kind

_INDEFINITE = frozenset("a an one another some any two three four five six several many most few no".split())
OWNED = frozenset(("campaign", "administration", "government"))
"""Bodies that go by whose they are: "Quill's campaign" is "the Quill campaign"."""
_CROWDS = frozenset(
    "antagonists adversaries detractors followers fans protesters protestors demonstrators migrants refugees "
    "immigrants patients users customers shareholders investors troops soldiers "
    "rebels militants insurgents fighters hackers neighbours neighbors colleagues rivals tenants "
    "commuters".split()
)
_BARE = frozenset(
    "some others many most few several all both neither none everyone those nobody either".split()
)


def speaks_for(words: list[Word], at: int) -> bool:
    """Whether the word at ``at`` is the noun for somebody who speaks for others."""
    lower = plain(words[at])
    return lower in SPEAKS_FOR or (at > 0 and (words[at - 1].lower, lower) in SPEAK_FOR_TWO)


def is_person_like(core: list[Word]) -> bool:
    """Whether a noun phrase may be explained by a person's name after it."""
    last = plain(core[-1])
    return last in ROLES or core[0].lower == "one" or any(plain(w) in ROLES for w in core)


def is_plural(lower: str, core: list[Word]) -> bool:
    """Whether a noun phrase is of several, by its noun and its first word."""
    if (
        lower in COLLECTIVE_WORDS
        or lower in ANONYMOUS_PLURAL
        or lower in {"media", "police", "staff", "men", "women"}
    ):
        return lower not in {"media", "police", "staff"}
    if core[0].lower in {
        "these",
        "those",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "many",
        "most",
        "few",
        "both",
    }:
        return True
    if any(w.lower == "and" for w in core) and core[0].lower not in {"a", "an", "the"}:
        return True
    return lower.endswith("s") and not lower.endswith("ss") and lower not in SINGULAR_IN_S


def noun_kind(lower: str, base: str, core: list[Word], *, plural: bool) -> Kind:
    """The kind that a head noun stands for."""
    if lower in ANONYMOUS_PLURAL or lower == "source":
        return "anonymous"
    if base in DOCUMENTS or lower in DOCUMENTS:
        return "document"
    if not plural and (lower in ORGANISATIONS or base in ORGANISATIONS):
        return "organisation"
    if plural:
        return "organisation" if base in ORGANISATIONS else "collective"
    if lower in ROLES or lower in {"person", "insider", "somebody", "someone"}:
        first = core[0]
        return "anonymous" if first.lower in _INDEFINITE or first.possessive else "person"
    return "collective" if lower in COLLECTIVE_WORDS else "unknown"


def group_words() -> frozenset[str]:
    """Plural nouns for people, whose phrases the text may take up by "they"."""
    return (
        ANONYMOUS_PLURAL
        | {f"{r}s" for r in ROLES if len(r) > 4}
        | _CROWDS
        | (COLLECTIVE_WORDS - _BARE - DETERMINERS)
    )
