"""Names: stretches of capitalised words, with the titles before them told from the name itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.resolve.people.grammar import FUNCTION, VERBS
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name, named
from onrecord.resolve.people.openers import title_lines, with_acronyms, without_openers
from onrecord.resolve.people.standing import without_runs
from onrecord.resolve.people.titles import tight
from onrecord.resolve.people.words import (
    ABBREVIATED,
    MONTHS_DAYS,
    OF_HEADS,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
)

_OWNERS = frozenset("children women men people workers veterans teachers mothers farmers citizens".split())
"""Possessives within the names of bodies: "the Children's Fund"."""
_BODIES = frozenset(
    "university college council department ministry committee commission institute association agency bureau "
    "federation foundation union party society league centre center school".split()
)
_JOINED_BY_AND = frozenset("health arts science budget customs management securities trade research".split())


def names(layout: Layout) -> list[Name]:
    """The names of a text in their order, not yet told one person from another; linear in its length."""
    found = list(without_runs(layout, list(_found(layout))))
    return with_acronyms(layout, without_openers(layout, found))


def _found(layout: Layout) -> Iterator[Name]:
    titled = title_lines(layout)
    index, count, free = 0, len(layout.words), 0
    while index < count:
        if layout.words[index].start < free or not _starts(layout, index):
            index += 1
            continue
        end = _reach(layout, index)
        split = _body_then_person(layout, index, end)
        if split is not None and (body := named(layout, index, split)) is not None:
            yield replace(body, title_case=layout.paragraph(body.span.start) in titled)
            index = split
        name = named(layout, index, end)
        if name is not None:
            free = name.whole.end  # (D-Colo.) names nobody
            yield replace(name, title_case=layout.paragraph(name.span.start) in titled)
        index = end


def _body_then_person(layout: Layout, start: int, end: int) -> int | None:
    """Where a person's name begins that runs on from the body they belong to: "chief of the Harbour Council
    Ada Quill said". None where a role before the body and a verb after the name do not show that.
    """
    words = layout.words[start:end]
    split = end - 2  # a given name and a surname
    if len(words) < 4 or words[-3].lower not in _BODIES or {w.lower for w in words[-2:]} & ORGANISATION_WORDS:
        return None
    before = layout.words[max(0, start - 6) : start]
    leads = bool(before) and before[-1].lower in {"of", "for", "at", "in", "with", "the"}
    role = any(ABBREVIATED.get(w.lower, w.lower) in ROLES for w in before)
    speaks = end < len(layout.words) and layout.gap(end - 1) == " " and layout.words[end].lower in VERBS
    return split if leads and role and speaks else None


def _starts(layout: Layout, index: int) -> bool:
    word = layout.words[index]
    if not word.capital:
        return False
    if index in layout.namesakes:
        return True
    if word.lower in FUNCTION and not (word.text.isupper() and len(word.text) > 2):
        return False
    return word.lower not in MONTHS_DAYS


def _reach(layout: Layout, start: int) -> int:
    """Index after the last word of the capitalised sequence that begins at ``start``."""
    end, count = start + 1, len(layout.words)
    while end < count and end - start < 12:
        step = _step(layout, end) or _goes_on(layout, start, end)
        if step == 0:
            break
        end += step
    return end


def _step(layout: Layout, at: int) -> int:
    """How many words from ``at`` on belong to the name that the word before it ends, 0 for none."""
    before, gap = layout.words[at - 1], layout.gap(at - 1)
    if (before.possessive and before.lower not in _OWNERS) or not tight(before, gap, layout.words[at]):
        return 0
    word = layout.words[at]
    if word.capital:
        inside = word.lower not in FUNCTION or (len(word.text) > 1 and word.text.isupper())
        return int(at in layout.namesakes or (inside and word.lower not in MONTHS_DAYS))
    if at + 1 >= len(layout.words) or layout.gap(at) != " ":
        return 0
    return _small(layout, at)


def _goes_on(layout: Layout, start: int, at: int) -> int:
    """2 where "of" or "for" at ``at`` goes on a body's name that has had one, else 0: "Campaign for the Fair
    Sentencing of Youth".
    """
    words = layout.words[start : at + 2]
    if len(words) < at + 2 - start or at - start < 3 or words[0].lower not in OF_HEADS:
        return 0
    before, word, follower = words[-3:]
    had = any(w.lower in {"of", "for"} for w in words[1:-3])
    plain = layout.gap(at - 1) == " " and layout.gap(at) == " " and before.capital and not before.possessive
    goes_on = word.lower in {"of", "for"} and follower.capital and follower.lower not in FUNCTION
    return 2 if had and plain and goes_on and words[1].lower in {"of", "for"} else 0


def _small(layout: Layout, at: int) -> int:
    """How many words from the small one at ``at`` on belong to a name ("de", "of the"); 0 for none."""
    before, word, follower = layout.words[at - 1 : at + 2]
    if word.lower in PARTICLES:
        return _particles(layout, at)
    if word.lower in {"of", "for"} and before.lower in OF_HEADS:
        if follower.capital and follower.lower not in FUNCTION:
            return 2
        after = layout.words[at + 2] if at + 2 < len(layout.words) else None
        return 3 if follower.lower in {"the", "a"} and after and after.capital else 0
    return 2 if word.lower == "and" and before.lower in _JOINED_BY_AND and follower.capital else 0


def _particles(layout: Layout, at: int) -> int:
    """How many words the particles from ``at`` on and the name behind them are ("von der Leyen"), or 0."""
    end = at
    while end + 1 < len(layout.words) and layout.words[end].lower in PARTICLES and layout.gap(end) == " ":
        end += 1
    return end + 1 - at if end > at and layout.words[end].capital else 0
