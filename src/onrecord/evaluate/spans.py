"""Spans by role, as CofeNet's authors count them (Wang et al., COLING 2022).

Each paragraph is a row of tokens, each token carries one tag (O, B-role or I-role), and a span runs from a
B- to the last I- of the same role. Nothing crosses a paragraph; the fragments of a discontinuous content are
spans of their own. Tokens are runs of letters and digits, and single marks, so that an offset inside a word
means that word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.evaluate.tally import Tally, f1
from onrecord.types import ROLES, Attribution, Role, Span

# A word keeps its combining accents; soft hyphens, zero-width and direction marks are no token at all.
_TOKEN = re.compile("(?:[^\\W_][\u0300-\u036f]*)+|[^\\s\u00ad\u200b-\u200f\u2060\ufeff]")
_ROW = re.compile(r"[^\r\n]+")

Tags = list[list[str]]
RoleSpans = set[tuple[int, int, int]]
"""(row, first token, token after the last) of each span of one role."""


def tokens_of(text: str) -> list[list[Span]]:
    """The tokens of each paragraph of ``text``; a paragraph without any is left out."""
    rows = (
        [Span(row.start() + m.start(), row.start() + m.end()) for m in _TOKEN.finditer(row[0])]
        for row in _ROW.finditer(text)
    )
    return [row for row in rows if row]


def tag(rows: Sequence[Sequence[Span]], attributions: Iterable[Attribution]) -> Tags:
    """One tag a token: "O", or "B-" or "I-" and a role.

    A token has one tag, so where spans overlap the one that begins first keeps its tokens, the longer of two
    that begin together, and the other is left out: a source that two cues share is one span.
    """
    flat = [(number, token) for number, row in enumerate(rows) for token in row]
    starts, ends = [t.start for _, t in flat], [t.end for _, t in flat]
    tags = ["O"] * len(flat)
    for span, role in _in_order(attributions):
        touched = range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        for _, group in groupby(touched, key=lambda i: flat[i][0]):
            _claim(tags, list(group), role)
    return [[tags[i] for i, _ in group] for _, group in groupby(enumerate(flat), key=lambda item: item[1][0])]


def _in_order(attributions: Iterable[Attribution]) -> list[tuple[Span, Role]]:
    spans = {(span, role) for a in attributions for role in ROLES for span in getattr(a, role)}
    return sorted(spans, key=lambda x: (x[0].start, -x[0].end, x[1]))


def _claim(tags: list[str], tokens: Sequence[int], role: Role) -> None:
    if all(tags[i] == "O" for i in tokens):
        for i in tokens:
            tags[i] = f"I-{role}"
        tags[tokens[0]] = f"B-{role}"


def spans_in(tags: Iterable[Sequence[str]]) -> dict[Role, RoleSpans]:
    """The spans that rows of tags spell; an I- that continues nothing of its role is no span's."""
    found: dict[Role, RoleSpans] = {role: set() for role in ROLES}
    for number, row in enumerate(tags):
        for role, first, end in _spans_in_row(row):
            found[role].add((number, first, end))
    return found


def _spans_in_row(row: Sequence[str]) -> Iterator[tuple[Role, int, int]]:
    begin: int | None = None
    for index, label in enumerate([*row, "O"]):
        if begin is not None and label != f"I-{row[begin][2:]}":
            yield _role(row[begin]), begin, index
            begin = None
        if label.startswith("B-"):
            begin = index


def _role(label: str) -> Role:
    return next(role for role in ROLES if label.endswith(f"-{role}"))


def measure_spans(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> Tally:
    """Counts of ``exact``, ``begin`` and ``jaccard`` by role for one document.

    ``exact``: first and last token are right. ``begin``: the first token is. ``jaccard``: mean over the gold
    spans and over those predicted spans that overlap none of them; a gold span counts its best overlap
    (tokens shared over tokens from the earlier start to the later end), such a predicted span counts 0.
    """
    rows = tokens_of(text)
    gold_spans, predicted_spans = spans_in(tag(rows, gold)), spans_in(tag(rows, predicted))
    tally: dict[str, tuple[float, float]] = {}
    for role in ROLES:
        have, want = predicted_spans[role], gold_spans[role]
        tally |= f1(f"exact.{role}", hits=len(want & have), gold=len(want), predicted=len(have))
        begun, begins = {s[:2] for s in have}, {s[:2] for s in want}
        tally |= f1(f"begin.{role}", hits=len(begins & begun), gold=len(begins), predicted=len(begun))
        tally[f"jaccard.{role}"] = _jaccard(want, have)
    return tally


def _jaccard(gold: RoleSpans, predicted: RoleSpans) -> tuple[float, float]:
    best: dict[tuple[int, int, int], float] = defaultdict(float)
    stray = 0
    for span in predicted:
        overlaps = {other: _overlap(other, span) for other in gold if other[0] == span[0]}
        stray += not any(overlaps.values())
        for other, share in overlaps.items():
            best[other] = max(best[other], share)
    return sum(best.values()), len(gold) + stray


def _overlap(a: tuple[int, int, int], b: tuple[int, int, int]) -> float:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return max(0, shared) / (max(a[2], b[2]) - min(a[1], b[1]))
