"""Each difference between two quotations, and what kind of difference it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.compare.alignment import Gap, gaps
from onrecord.compare.marking import is_marked
from onrecord.compare.meaning import (
    content,
    is_entity_swap,
    is_inflection,
    is_number_change,
    is_opposite,
    is_rewording,
    negations,
    small_words,
    titles_only,
)
from onrecord.compare.styles import folded_words
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word, sentence_starts

Kind = Literal["polarity", "number", "entity", "synonym", "inflection", "function", "content"]
Edge = Literal["head", "tail"]
# Between a negation and what it negates, one of these is another clause's end.
_CLAUSE_END = re.compile(r"[,;:.!?…—–]")
_NEAR = 3  # words from a negation to what it may negate
# What begins with one of these behind a verb is a thing that the verb takes, and no clause of its own.
_THINGS = frozenset(
    "a an the my your his her its our their any some what who how why which where whether".split()
)
_ASIDE = 2  # small words of the variant at an edge where the record has a long stretch more


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the record and the words that the variant has in their place.

    Attributes:
        gap: where it is in both.
        base: the recorded words.
        variant: the variant's words.
        kind: what kind of difference it is.
        edge: whether one of the two goes on where the other begins or ends, so that nothing was exchanged.
        marked: whether the variant shows it by an ellipsis or brackets.
    """

    gap: Gap
    base: tuple[Word, ...]
    variant: tuple[Word, ...]
    kind: Kind
    edge: Edge | None
    marked: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two quotations as words, house style folded away, with their differences.

    Attributes:
        base_text: the recorded text.
        variant_text: the variant's text.
        base: the recorded words.
        variant: the variant's words.
        differences: in the order of the texts, those of style alone left out.
    """

    base_text: str
    variant_text: str
    base: tuple[Word, ...]
    variant: tuple[Word, ...]
    differences: tuple[Difference, ...]


def side_by_side(base_text: str, variant_text: str) -> SideBySide:
    """Lay two quotations beside one another."""
    base = folded_words(base_text)
    variant = folded_words(variant_text)
    found = gaps([w.key for w in base], [w.key for w in variant], small_words())
    whole = SideBySide(base_text, variant_text, tuple(base), tuple(variant), ())
    kept = tuple(_difference(gap, whole) for gap in found if not _is_style(gap, whole))
    return SideBySide(base_text, variant_text, tuple(base), tuple(variant), kept)


def _is_style(gap: Gap, whole: SideBySide) -> bool:
    """Whether a gap is a matter of style: a compound written otherwise, a title before a name left out."""
    base, variant = whole.base[gap.a0 : gap.a1], whole.variant[gap.b0 : gap.b1]
    if _run_together(base) == _run_together(variant) or _is_joint(gap, whole):
        return True
    named = gap.b1 < len(whole.variant) and whole.variant[gap.b1].capital and gap.a1 < len(whole.base)
    return named and not (base and variant) and titles_only([*base, *variant])


def _is_joint(gap: Gap, whole: SideBySide) -> bool:
    """Whether two sentences of one text are one in the other, joined by "and"."""
    both = [w.key for w in (*whole.base[gap.a0 : gap.a1], *whole.variant[gap.b0 : gap.b1])]
    if both != ["and"] or not gap.a0 or gap.a1 == len(whole.base):
        return False
    starts = (
        gap.a1 in sentence_starts(whole.base_text, list(whole.base)),
        gap.b1 in sentence_starts(whole.variant_text, list(whole.variant)),
    )
    return starts == ((gap.a0 == gap.a1), (gap.b0 == gap.b1))


def _run_together(found: Sequence[Word]) -> str:
    return "".join(word.key for word in found).replace("'", "")


def _difference(gap: Gap, whole: SideBySide) -> Difference:
    base, variant = whole.base[gap.a0 : gap.a1], whole.variant[gap.b0 : gap.b1]
    edge = _edge(gap, base, variant, whole)
    marked = is_marked(gap, whole.variant_text, whole.variant)
    kind = _edge_kind(gap, whole, edge) if edge else _kind(base, variant)
    return Difference(gap, base, variant, kind, edge, marked)


def _edge(gap: Gap, base: tuple[Word, ...], variant: tuple[Word, ...], whole: SideBySide) -> Edge | None:
    """The edge where one of the two merely has more, or None where words were exchanged or it is inside."""
    head = gap.a0 == 0 and gap.b0 == 0
    if not head and not (gap.a1 == len(whole.base) and gap.b1 == len(whole.variant)):
        return None
    edge: Edge = "head" if head else "tail"
    if not base or not variant:
        return edge
    aside = (len(variant) <= _ASIDE and not content(variant) and len(base) > len(variant) + _ASIDE) or (
        len(base) <= _ASIDE and not content(base) and len(variant) > len(base) + _ASIDE
    )
    elsewhere = min(len(base), len(variant)) > 2 * _ASIDE and not is_rewording(base, variant)
    return edge if aside or elsewhere else None


def _edge_kind(gap: Gap, whole: SideBySide, edge: Edge) -> Kind:
    """The kind is polarity where a negation just before the common words is in one text only."""
    if edge == "head":
        base = _negates(whole.base_text, whole.base, gap.a1)
        variant = _negates(whole.variant_text, whole.variant, gap.b1)
        if base != variant:
            return "polarity"
    both = [*whole.base[gap.a0 : gap.a1], *whole.variant[gap.b0 : gap.b1]]
    return "content" if content(both) else "function"


def _negates(text: str, found: Sequence[Word], place: int) -> bool:
    """Whether a negation among the few words before ``place`` reaches over what follows it."""
    if place >= len(found):
        return False
    near = found[max(0, place - _NEAR) : place]
    if _takes_a_thing(found, place):
        return False
    reach = [w for w in near if not _CLAUSE_END.search(text[w.end : found[place].start])]
    return negations(reach) % 2 == 1


def _takes_a_thing(found: Sequence[Word], place: int) -> bool:
    """Whether ``place`` begins only what the verb before it takes.

    A negation of the verb does not turn that.
    So in "we cannot solve | a problem that they made", and not in "I do not think | the vote was fair".
    """
    lists = vocabulary().lists
    before = vocabulary().base(found[place - 1].key) if place else ""
    opens = {"that", *lists["negations"], *lists["auxiliaries"], *lists["modals"], *lists["attitudes"]}
    return found[place].key in _THINGS and before not in opens


def _kind(base: Sequence[Word], variant: Sequence[Word]) -> Kind:
    if negations(base) % 2 != negations(variant) % 2 or is_opposite(base, variant):
        return "entity" if is_entity_swap(base, variant) and negations([*base, *variant]) == 0 else "polarity"
    tests: tuple[tuple[Kind, bool], ...] = (
        ("number", is_number_change(base, variant)),
        ("entity", is_entity_swap(base, variant)),
        ("function", not content([*base, *variant])),
        ("inflection", is_inflection(base, variant)),
        ("synonym", is_rewording(base, variant)),
    )
    return next((kind for kind, holds in tests if holds), "content")
