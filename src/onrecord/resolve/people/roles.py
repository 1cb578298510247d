"""Roles: what the words beside a name, or a description by itself, say that somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolve.people.grammar import DETERMINERS, PREPOSITIONS, RELATIVISERS
from onrecord.resolve.people.layout import Layout, Word
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.words import ABBREVIATED, ROLE_HEADS_TWO, ROLES, TITLE_GENDER
from onrecord.types import Span

_APPOSITION = re.compile(r"(?:, |\u00a0?[—–-] | \()(?!who\b|which\b|and\b|but\b|said\b|says\b)")
_COPULA = re.compile(
    r" (?:is|was|became|remains|, now)(?: also| now| currently)? (?=(?:a|an|the|his|her|their)\b)"
)
_STOP = re.compile(r"[,;:.!?—()“”\"\n]| (?:who|which|that|and|but|said|says|told|to|as|while)\b")
_LONGEST = 12  # words of an apposition


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says that somebody is.

    Attributes:
        span: the words.
        head: the noun, or pair of words, in lower case ("adviser", "prime minister").
        modifiers: the other words of it in lower case.
        former: it says that this is past.
        gender: "m" or "f" where the noun states it.
        stated_after: it follows the name as an apposition.
    """

    span: Span
    head: str
    modifiers: frozenset[str]
    former: bool
    gender: str | None = None
    stated_after: bool = False


def role_in(layout: Layout, span: Span, *, after: bool = False) -> Role | None:
    """The role that the words of ``span`` give, or None where they hold no noun for one."""
    words = layout.words_in(span)
    head = head_of(words)
    if head is None:
        return None
    lowers = [plain(w) for w in words]
    name, count = lowers[head], 1
    if head and f"{lowers[head - 1]} {name}" in ROLE_HEADS_TWO:
        name, count = f"{lowers[head - 1]} {name}", 2
    rest = lowers[: head - count + 1] + lowers[head + 1 :]
    former = bool(
        {"former", "ex", "late", "then", "onetime", "one-time", "retired"} & set(rest)
    ) or name.startswith("ex-")
    gender = TITLE_GENDER.get(name) or (TITLE_GENDER.get("lady") if name == "first lady" else None)
    return Role(span, name, frozenset(rest), former, gender, after)


def plain(word: Word) -> str:
    """A word in lower case, abbreviated titles written out."""
    lower = word.lower.strip(".")
    return ABBREVIATED.get(lower, lower)


def head_of(words: list[Word]) -> int | None:
    """Index of the noun that is a role: the last one before a preposition or relative, or None."""
    head = None
    for index, word in enumerate(words):
        if head is not None and (
            word.lower in PREPOSITIONS or word.lower in RELATIVISERS or word.lower == "and"
        ):
            break
        if word.lower in PREPOSITIONS and index == 0:
            return None
        if plain(word) in ROLES and not word.possessive:
            head = index
    return head


def appositions(layout: Layout, name: Name) -> Iterator[Role]:
    """The roles that follow a name: "X, the national security adviser", "X is a senator from Ohio"."""
    text, end = layout.text, _after(layout.text, name)
    copula = _COPULA.match(text, end)
    opened = copula or _APPOSITION.match(text, end)
    if opened is None:
        return
    stop = _STOP.search(text, opened.end(), min(len(text), opened.end() + 160))
    span_end = stop.start() if stop else min(len(text), opened.end() + 160)
    if span_end <= opened.end() or not _closed(text, span_end, copula=copula is not None) or name.place:
        return
    words = layout.words_in(Span(opened.end(), span_end))[:_LONGEST]
    if words and _describes(words):
        span = Span(words[0].start, words[-1].full if words[-1].full <= span_end else words[-1].end)
        role = role_in(layout, span, after=True)
        if role is not None:
            yield role


def _closed(text: str, end: int, *, copula: bool) -> bool:
    """Whether an apposition ends at ``end``; a sentence that goes on with a verb says something else."""
    return copula or text[end : end + 1].strip() != "" or text[end : end + 4] == " who" or end >= len(text)


def _after(text: str, name: Name) -> int:
    """Where what follows a name begins, past the bracket that closes after its party."""
    end = name.whole.end
    while end < len(text) and text[end] in ".)]" and end - name.whole.end < 2:
        end += 1
    return end


def _describes(words: list[Word]) -> bool:
    """Whether words begin like a description: a determiner, a possessor, or the noun for a role itself."""
    head = head_of(words)
    if head is None or head > 6:
        return False
    first = words[0].lower
    starts = first in DETERMINERS or words[0].possessive or any(w.possessive for w in words[:head])
    return starts or first in {"former", "retired", "then", "now"} or (head <= 4 and not words[head].capital)
