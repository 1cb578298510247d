"""The CRF's decoding against the sum and the maximum over every tag sequence, written out."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.tags import TAGS, lines_of, marginals, may_follow, spans, viterbi


def test_every_span_is_opened_and_closed() -> None:
    table = may_follow()
    index = TAGS.index
    assert table[index("B-cue"), index("E-cue")]
    assert not table[index("B-cue"), index("E-source")]
    assert not table[index("O"), index("I-cue")]
    assert table[index("S-source"), index("B-content")]


def test_lines_stand_side_by_side_the_longest_first() -> None:
    lines = lines_of(np.array([2, 0, 2, 0, 1]))
    assert lines.rows.T.tolist() == [[2, 3, 4], [0, 1, -1]]
    assert (lines.going, lines.last.tolist()) == ([2, 2, 1], [4, 1])


def _paths(words: int) -> list[tuple[int, ...]]:
    ok, ends = may_follow(), [i for i, t in enumerate(TAGS) if t[0] in "OES"]
    starts = [i for i, t in enumerate(TAGS) if t[0] in "OBS"]
    return [
        p
        for p in product(range(len(TAGS)), repeat=words)
        if p[0] in starts and p[-1] in ends and all(ok[a, b] for a, b in pairwise(p))
    ]


def _score(path: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray) -> float:
    steps = sum(transitions[a, b] for a, b in pairwise(path))
    return float(sum(scores[i, t] for i, t in enumerate(path)) + steps)


def _best(paths: list[tuple[int, ...]], scores: np.ndarray, transitions: np.ndarray) -> tuple[int, ...]:
    return max(paths, key=lambda path: _score(path, scores, transitions))


@pytest.mark.parametrize("seed", range(5))
def test_viterbi_and_posteriors_agree_with_enumeration(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, 2, (5, len(TAGS))).astype(np.float32)
    transitions = rng.normal(0, 1, (len(TAGS), len(TAGS))).astype(np.float32)
    breaks = np.array([2, 0, 2, 0, 0])
    expected: list[int] = []
    weights = []
    for line in (scores[:2], scores[2:]):
        paths = _paths(len(line))
        expected.extend(_best(paths, line, transitions))
        weights.append({p: np.exp(_score(p, line, transitions)) for p in paths})
    assert viterbi(scores, lines_of(breaks), transitions).tolist() == expected
    chances = marginals(scores, breaks, transitions)
    table = weights[1]
    wanted = [
        sum(w for p, w in table.items() if p[1] == tag) / sum(table.values()) for tag in range(len(TAGS))
    ]
    assert chances[3] == pytest.approx(wanted, rel=1e-3, abs=1e-9)
    for span in spans(scores, breaks, transitions):
        base, table = (0, weights[0]) if span.first < 2 else (2, weights[1])
        want = tuple(expected[span.first : span.last + 1])
        inside = sum(w for p, w in table.items() if p[span.first - base : span.last - base + 1] == want)
        assert span.probability == pytest.approx(inside / sum(table.values()), rel=1e-3)


def test_nothing_to_tag() -> None:
    empty = np.zeros((0, len(TAGS)), dtype=np.float32)
    assert spans(empty, np.zeros(0, dtype=np.int64), np.zeros((13, 13), dtype=np.float32)) == []


def _roles(scores: np.ndarray, likely: float) -> list[tuple[str, int, int]]:
    flat = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    found = spans(scores, np.array([2, 0, 0, 0, 0]), flat, likely)
    return [(t.role, t.first, t.last) for t in found]


def test_a_cue_that_is_likely_within_a_content_is_read() -> None:
    scores = np.full((5, len(TAGS)), -6, dtype=np.float32)
    for word, tag in enumerate(["B", "I", "I", "I", "E"]):
        scores[word, TAGS.index(f"{tag}-content")] = 3
    for word, tag in enumerate(["B-content", "E-content", "S-cue", "B-content", "E-content"]):
        scores[word, TAGS.index(tag)] = max(2.8, scores[word, TAGS.index(tag)])
    cue = marginals(scores, np.array([2, 0, 0, 0, 0]), np.zeros((len(TAGS), len(TAGS)), dtype=np.float32))
    chance = float(cue[2, TAGS.index("S-cue")])
    assert 0.1 < chance < 0.5
    assert _roles(scores, chance + 0.01) == [("content", 0, 4)]
    assert _roles(scores, chance - 0.01) == [("content", 0, 1), ("cue", 2, 2), ("content", 3, 4)]
