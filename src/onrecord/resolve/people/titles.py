"""Titles and roles before a name, party and age after it: what is beside a name and no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolve.people.grammar import FUNCTION, PREPOSITIONS
from onrecord.resolve.people.layout import Layout, Word
from onrecord.resolve.people.words import (
    ABBREVIATED,
    COURTESY,
    DEMONYMS,
    OFFICE_OF,
    ORGANISATION_WORDS,
    PARTY_ROLES,
    ROLES,
    ROYAL,
    SUFFIXES,
    TITLE_GENDER,
)
from onrecord.types import Span

_PARTY = re.compile(
    r",? ?[(\[]?\b(?:[DRI]|Ind|Dem|Rep|Lib|Lab|Con)\.?[ \u00a0]?[-–—][ \u00a0]?[A-Z][\w. ]{0,14}[)\]]?"
)


_AGE = re.compile(r", (\d{1,2}|1[01]\d)\b(?=[,.;)]| and\b| who\b)")


_SHORTENED = frozenset(("cie", "bros"))


def tight(before: Word, gap: str, word: Word) -> bool:
    """Whether two words with ``gap`` between them may belong to one name."""
    if gap in {" ", "\u00a0", " & "}:
        return True
    if gap in {". ", ".\u00a0", "."}:
        return (
            before.lower in ABBREVIATED
            or before.lower in SUFFIXES
            or before.lower in _SHORTENED
            or len(before.text) == 1
            or "." in before.text
        )
    return gap in {", ", ",\u00a0"} and word.lower.strip(".") in SUFFIXES


def place_title(titles: Sequence[str]) -> bool:
    """Whether titles are adjectives of origin alone ("British Columbia"), which make nobody a person."""
    return bool(titles) and all(t in DEMONYMS and t not in PARTY_ROLES for t in titles)


def title_of(lower: str) -> tuple[str, ...]:
    """A title with its abbreviation written out."""
    plain = lower.strip(".")
    return (ABBREVIATED.get(plain, plain),)


def after_titles(words: Sequence[Word]) -> int:
    """Index of the first word of the name proper, after titles ("Secretary of State John Kerry")."""
    cut = 0
    last = len(words) - 1
    if is_organisation(words):
        return 0
    for index, word in enumerate(words):
        plain = word.lower.strip(".")
        if plain not in ROLES and plain not in COURTESY:
            continue
        if plain in ROYAL and last - index == 1 and index == 0:
            continue  # Pope Francis, Queen Elizabeth: the title is part of the name
        cut = index + 1
    if cut:
        cut = _after_office(words, cut)
    while cut < last and words[cut].lower in DEMONYMS and not is_organisation(words[cut + 1 :]):
        cut += 1
    return min(cut, len(words)) if not is_organisation(words[cut:]) or cut else 0


_OF_OFFICES = frozenset(
    "security affairs services states kingdom nations and human urban development".split()
)


def _after_office(words: Sequence[Word], cut: int) -> int:
    """Past the "of State" of "Secretary of State John Kerry", where a name of one or two words is left."""
    if cut < len(words) and words[cut].lower in {"of", "for"}:
        skip = cut + 2 if words[min(cut + 1, len(words) - 1)].lower != "the" else cut + 3
        while skip < len(words) and words[skip].lower in _OF_OFFICES:
            skip += 1
        return skip
    return cut


ORGANISATION_STARTS = frozenset(
    "university church department ministry committee bank institute council college bureau board office "
    "center centre federation association house chamber court campaign coalition alliance society".split()
)


def is_organisation(words: Sequence[Word]) -> bool:
    """Whether capitalised words are a body's name by how they begin or end."""
    if not words:
        return False
    opens = words[0].lower in ORGANISATION_STARTS and len(words) > 1 and words[1].lower in {"of", "for"}
    return words[-1].lower in ORGANISATION_WORDS or opens


def role_before(layout: Layout, index: int, start: int) -> Span | None:
    """The words right before word ``index`` that describe whom it names, up to seven, or None."""
    at, low = index - 1, max(0, index - 8)
    if at < 0:
        return None
    gap = layout.text[layout.words[at].full : start]
    if gap not in {" ", "\u00a0", ", ", " — ", ". ", " “"} or layout.words[at].possessive:
        return None
    if gap == ", " and not _described(layout, at):
        return None
    head = layout.words[at]
    if head.lower in OFFICE_OF and at > 1 and layout.words[at - 1].lower in {"of", "for"}:
        at -= 2  # secretary of state X
    if layout.words[at].lower not in ROLES or (gap == ". " and head.lower.strip(".") not in ABBREVIATED):
        return None
    while at > low and _goes_on(layout, at):
        at -= 1
    return Span(layout.words[at].start, head.end)


def _goes_on(layout: Layout, at: int) -> bool:
    """Whether the word before ``at`` belongs to the description that goes on at ``at``."""
    before = layout.words[at - 1]
    gap = layout.text[before.full : layout.words[at].start]
    if gap == ". " and not tight(before, gap, layout.words[at]):
        return False
    if gap not in {" ", "\u00a0", ". ", "-"}:
        return False
    return before.lower not in FUNCTION and not (before.lower.endswith("ed") and not before.capital)


def _described(layout: Layout, at: int) -> bool:
    """Whether the noun at ``at`` is the head of "the ... adviser, X": a determiner stands a few words
    before.
    """
    for back in range(at - 1, max(-1, at - 6), -1):
        word = layout.words[back]
        if word.lower in {"the", "his", "her", "their", "its", "a", "an"} or word.possessive:
            return True
        if layout.gap(back) not in {" ", "\u00a0", ". "} or word.lower in PREPOSITIONS:
            return False
    return False


def gender_stated(layout: Layout, role: Span | None) -> str | None:
    """The gender that the words of a role state ("spokeswoman"), or None."""
    if role is None:
        return None
    words = layout.words_in(role)
    return TITLE_GENDER.get(words[-1].lower) if words else None


def tag_after(text: str, end: int) -> Span | None:
    """Party and state, or age, right after a name, without the marks around them."""
    window = text[end : end + 40]
    found = _PARTY.match(window)
    if found:
        inner = found[0].strip(" ,()[]\u00a0")
        start = end + found[0].index(inner)
        return Span(start, start + len(inner.rstrip()))
    found = _AGE.match(window)
    return Span(end + found.start(1), end + found.end(1)) if found else None
