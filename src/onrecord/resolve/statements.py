"""Attributions become statements: identity by content, parents, form, and the order of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.form import Quoted, form_and_verbatim
from onrecord.types import ROLES, Attribution, Span, Statement

_DIGITS = 16
_PLACES = 3

_Spans = tuple[tuple[Span, ...], ...]
"""The spans of one relation by role, in the order of ``ROLES``: what a statement is known by."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An attribution with its place: where it begins, how many are around it, and its parent's index."""

    index: int
    start: int
    depth: int


def statements(text: str, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The statements that ``attributions`` give, in the order of the text, parents before their children.

    Of relations with the same spans in every role only the first is kept, and has the children of all; one
    without any span is left out, and its children pass to its own parent. An id is a digest of the text and
    of the spans, whichever model found them. Time is linear in the length of the text, and n log n in the
    number of relations.

    Raises:
        ValueError: when a span reaches beyond ``text`` or a parent is no index of ``attributions``.
    """
    ordered = [_in_order(a) for a in attributions]
    _check(text, ordered)
    parents = _parents(ordered)
    quoted, digest = Quoted(text), hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    ids: dict[int, str] = {}
    out: list[Statement] = []
    for index in _order(ordered, parents):
        parent = parents[index]
        attribution = replace(ordered[index], parent=parent)
        ids[index] = _id(digest, attribution)
        out.append(_statement(quoted, attribution, ids[index], None if parent is None else ids[parent]))
    return tuple(out)


def _statement(quoted: Quoted, attribution: Attribution, name: str, parent: str | None) -> Statement:
    form, verbatim = form_and_verbatim(quoted, attribution)
    return Statement(
        id=name,
        parent=parent,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        form=form,
        verbatim=verbatim,
        confidence=round(attribution.confidence, _PLACES),
    )


def _spans(attribution: Attribution) -> _Spans:
    return tuple(getattr(attribution, role) for role in ROLES)


def _in_order(attribution: Attribution) -> Attribution:
    """``attribution`` with the spans of each role in the order of the text, each once."""
    source, cue, content = (tuple(sorted(set(spans))) for spans in _spans(attribution))
    return replace(attribution, source=source, cue=cue, content=content)


def _check(text: str, attributions: Sequence[Attribution]) -> None:
    for index, attribution in enumerate(attributions):
        parent = attribution.parent
        if parent is not None and not 0 <= parent < len(attributions):
            raise ValueError(f"attribution {index} has parent {parent} of {len(attributions)}")
        if any(spans and max(s.end for s in spans) > len(text) for spans in _spans(attribution)):
            raise ValueError(f"attribution {index} reaches beyond the text of {len(text)} characters")


def _parents(attributions: Sequence[Attribution]) -> dict[int, int | None]:
    """Index of each attribution that is kept -> index of its parent among these, or None."""
    first: dict[_Spans, int] = {}
    same = [first.setdefault(_spans(a), index) for index, a in enumerate(attributions)]
    kept = {i for i in first.values() if any(_spans(attributions[i]))}
    parents: dict[int, int | None] = {}
    for index in sorted(kept):
        parents[index] = next((p for p in _ancestors(index, attributions, same) if p in kept), None)
    return _without_circles(parents)


def _ancestors(index: int, attributions: Sequence[Attribution], same: Sequence[int]) -> Iterator[int]:
    """Parent, its parent, and so on, twins as the first of them; ends where it comes to a place again."""
    seen = {index}
    parent = attributions[index].parent
    while parent is not None and same[parent] not in seen:
        yield same[parent]
        seen.add(same[parent])
        parent = attributions[same[parent]].parent


def _without_circles(parents: dict[int, int | None]) -> dict[int, int | None]:
    """``parents`` with every circle cut, where a walk from the lowest index first comes back to itself."""
    settled: set[int] = set()
    for index in parents:
        walk: dict[int, None] = {}
        here: int | None = index
        while here is not None and here not in settled:
            walk[here] = None
            above = parents[here]
            if above in walk:
                parents[here] = above = None
            here = above
        settled.update(walk)
    return parents


def _order(attributions: Sequence[Attribution], parents: dict[int, int | None]) -> list[int]:
    """The indices in the order of the text; a child that begins before its parent comes after it."""
    placed: dict[int, _Placed] = {}
    for index in parents:
        chain: list[int] = []
        here: int | None = index
        while here is not None and here not in placed:
            chain.append(here)
            here = parents[here]
        for below in reversed(chain):
            placed[below] = _placed(below, attributions[below], placed.get(-1 if here is None else here))
            here = below
    return [p.index for p in sorted(placed.values(), key=lambda p: _rank(p, attributions[p.index]))]


def _placed(index: int, attribution: Attribution, parent: _Placed | None) -> _Placed:
    start = min(s.start for s in attribution.content[:1] + attribution.cue[:1] or attribution.source[:1])
    if parent is None:
        return _Placed(index, start, 0)
    return _Placed(index, max(start, parent.start), parent.depth + 1)


def _rank(placed: _Placed, attribution: Attribution) -> tuple[int, int, _Spans]:
    """By place, outer ones first, then by the spans, so that the order they came in does not count."""
    return placed.start, placed.depth, _spans(attribution)


def _id(digest: bytes, attribution: Attribution) -> str:
    """The first 64 bits of a SHA-256 over the text's digest and the spans by role, in hexadecimal."""
    roles = (",".join(f"{s.start}-{s.end}" for s in spans) for spans in _spans(attribution))
    return hashlib.sha256(digest + ";".join(roles).encode("ascii")).hexdigest()[:_DIGITS]
