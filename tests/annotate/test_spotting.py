"""Choosing mentions among scored spans."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.mentions import SLIGHT
from onrecord.annotate.pieces import Window
from onrecord.annotate.spotting import LIKELY, POSSIBLE, Found, Spotter, agreed, together, unclashing

SURE, MAYBE, NO = LIKELY + 0.1, (LIKELY + POSSIBLE) / 2, POSSIBLE - 0.1


def chosen(*spans: tuple[int, int, float]) -> list[tuple[int, int]]:
    """The spans kept of (first word, last word, chance)."""
    bounds = np.array([s[:2] for s in spans], dtype=np.int64).reshape(-1, 2)
    kept = unclashing(bounds, np.array([s[2] for s in spans], dtype=np.float32))
    return sorted((int(a), int(b)) for a, b in bounds[kept])


def test_likely_spans_may_nest() -> None:
    assert chosen((0, 4, SURE), (0, 1, SURE), (3, 4, SURE)) == [(0, 1), (0, 4), (3, 4)]


def test_of_two_that_cross_the_surer_one_stays() -> None:
    assert chosen((0, 3, SURE), (2, 5, SURE + 0.1)) == [(2, 5)]


def test_a_possible_span_stays_where_nothing_likelier_begins_or_ends() -> None:
    assert chosen((0, 4, MAYBE), (0, 3, MAYBE - 0.05)) == [(0, 4)]
    assert chosen((0, 4, SURE), (2, 4, MAYBE), (1, 3, MAYBE)) == [(0, 4), (1, 3)]


def test_an_unlikely_span_never_stays() -> None:
    assert chosen((0, 4, NO)) == []
    assert chosen() == []


triples = st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0, 1, width=32))
scored = st.lists(
    triples.map(lambda t: (min(t[:2]), max(t[:2]), t[2])), max_size=12, unique_by=lambda t: t[:2]
)


@given(scored)
def test_no_two_kept_ever_cross(spans: list[tuple[int, int, float]]) -> None:
    kept = chosen(*spans)
    assert not any(a < c <= b < d for a, b in kept for c, d in kept)


@given(scored)
def test_the_spans_kept_are_those_of_the_plain_rule(spans: list[tuple[int, int, float]]) -> None:
    kept: list[tuple[int, int]] = []
    for a, b, chance in sorted(spans, key=lambda s: -s[2]):
        crossing = any(a < c <= b < d or c < a <= d < b for c, d in kept)
        shared = any(a == c or b == d for c, d in kept)
        if chance >= np.float32(POSSIBLE) and not crossing and (chance >= LIKELY or not shared):
            kept.append((a, b))
    assert chosen(*spans) == sorted(kept)


def test_only_fresh_words_are_gone_on_with() -> None:
    asked: list[dict[str, Any]] = []

    def words(names: Sequence[str], feed: dict[str, Any]) -> list[Any]:
        asked.append(feed)
        edges = np.full((*feed["firsts"].shape, 40), -9.0, np.float32)
        edges[:, 1, 0] = 9.0  # the second fresh word of each window is a mention
        return [edges, np.zeros((*feed["firsts"].shape, 7), np.float32)]

    def spans(names: Sequence[str], feed: dict[str, Any]) -> list[Any]:
        return [
            np.tile(np.array(row, np.float32), (len(feed["first"]), 1))
            for row in ([0] * 4, [0, 1, 0, 0, 0], [1, 0, 0])
        ]

    spotter = Spotter(*(cast("Any", SimpleNamespace(run=run)) for run in (words, spans, None)))
    firsts = np.array([[1, 2, 4, 5, 6], [1, 3, 4, 0, 0]])
    group = [Window(10, 15, 12), Window(20, 23, 20)]
    found = spotter.run(np.zeros((2, 8, 3), np.float32), np.ones((2, 8), np.int64), firsts, group)
    assert asked[0]["firsts"].tolist() == [[4, 5, 6], [1, 3, 4]]
    assert [part.bounds.tolist() for part in found] == [[[13, 13]], [[21, 21]]]


def test_a_mention_is_as_likely_as_both_stages_agree() -> None:
    kinds = agreed(np.zeros(1, np.float32), np.array([[0.02, 0.49, 0.49, 0.0, 0.0]], np.float32))
    assert kinds.sum() == pytest.approx(1.0)
    assert 1 - kinds[0, 0] == pytest.approx(0.7)  # the root of 0.5 times 0.98
    assert kinds[0, 1] == pytest.approx(0.35)


def test_windows_are_put_together_in_text_order() -> None:
    def part(*bounds: tuple[int, int]) -> Found:
        count = len(bounds)
        return Found(np.array(bounds), *(np.zeros((count, n), np.float32) for n in (4, 5, 3)))

    assert together([part((5, 6)), part((1, 2), (1, 4))]).bounds.tolist() == [[1, 4], [1, 2], [5, 6]]


@pytest.mark.parametrize(
    ("between", "slight"),
    [("’s", True), ("'s", True), (".", True), ("s", False), (" of", False), (" ", True)],
)
def test_what_may_be_all_that_two_mentions_differ_in(between: str, slight: bool) -> None:  # noqa: FBT001
    assert bool(SLIGHT.fullmatch(f"Brandt{between}", 6)) == slight
