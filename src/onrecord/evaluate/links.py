"""Relations: source, cue and content of one attribution judged together.

Spans are compared as characters once outer white space and marks are trimmed and the fragments that only
white space and marks divide are joined, as the scorer of the record's JSON form does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluate.tally import Tally, f1
from onrecord.types import ROLES, Attribution, Form, Span

MARKS = "“”\"'‘’.,;:"
FormOf = Callable[[str, Sequence[Span]], Form]
"""Text and the spans of a content -> its form, told from the quotation marks."""

Pairs = list[tuple[int, int]]
"""Index of a gold relation, index of the predicted one that answers it; no index comes twice."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The trimmed and joined spans of one attribution, in the order of the text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def relation_of(text: str, attribution: Attribution) -> Relation:
    """``attribution`` with its spans trimmed and joined."""
    source, cue, content = (joined(text, getattr(attribution, role)) for role in ROLES)
    return Relation(source, cue, content)


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` without outer white space and marks, those joined that nothing else divides."""
    out: list[Span] = []
    for span in sorted(spans):
        start, end = _trimmed(text, span.start, span.end)
        if start >= end:
            continue
        if out and _is_gap(text, out[-1].end, start):
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return tuple(out)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_outer(text[start]):
        start += 1
    while end > start and _is_outer(text[end - 1]):
        end -= 1
    return start, end


def _is_outer(character: str) -> bool:
    return character.isspace() or character in MARKS


def _is_gap(text: str, start: int, end: int) -> bool:
    return all(map(_is_outer, text[start:end]))


def dice(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Twice the characters in both over the characters in each (Dice 1945); 1 for two empty sides."""
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    length = sum(s.end - s.start for s in (*a, *b))
    return 2 * shared / length if length else 1.0


def is_linked(gold: Relation, predicted: Relation) -> bool:
    """Whether source, cue and content are all exact; an absent source is exact when it is absent."""
    return gold == predicted


def is_overlapping(gold: Relation, predicted: Relation) -> bool:
    """Whether source, cue and content each overlap with a Dice coefficient of a half or more."""
    return (
        dice(gold.cue, predicted.cue) >= 0.5
        and dice(gold.content, predicted.content) >= 0.5
        and dice(gold.source, predicted.source) >= 0.5
    )


def has_content(gold: Relation, predicted: Relation) -> bool:
    """Whether the whole content is exact, whoever said it."""
    return gold.content == predicted.content


CRITERIA: dict[str, Callable[[Relation, Relation], bool]] = {
    "linked": is_linked,
    "overlap": is_overlapping,
    "content": has_content,
}


def paired(
    gold: Sequence[Relation], predicted: Sequence[Relation], agree: Callable[[Relation, Relation], bool]
) -> Pairs:
    """As many one-to-one pairs that ``agree`` as there can be (augmenting paths, Kuhn 1955)."""
    candidates = [[j for j, p in enumerate(predicted) if agree(g, p)] for g in gold]
    partner: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in candidates[left]:
            if right not in tried:
                tried.add(right)
                if right not in partner or place(partner[right], tried):
                    partner[right] = left
                    return True
        return False

    for left in range(len(gold)):
        place(left, set())
    return sorted((left, right) for right, left in partner.items())


def measure_by_form(name: str, pairs: Pairs, gold: Sequence[Form], predicted: Sequence[Form]) -> Tally:
    """Counts of one F1 a form, called ``name.FORM``.

    A predicted relation that answers a gold one has that one's form, since a mark more or less inside the
    span must not make a right answer two mistakes; any other has its own.
    """
    forms = list(predicted)
    for left, right in pairs:
        forms[right] = gold[left]
    tally: dict[str, tuple[float, float]] = {}
    for form in ("direct", "mixed", "indirect"):
        hits = sum(gold[left] == form for left, _ in pairs)
        tally |= f1(f"{name}.{form}", hits=hits, gold=gold.count(form), predicted=forms.count(form))
    return tally
