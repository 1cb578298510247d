"""The CRF's decoding against the sum and the maximum over every tag sequence, written out."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.tags import TAGS, lines_of, may_follow, spans, viterbi


def test_every_span_is_opened_and_closed() -> None:
    table = may_follow()
    index = TAGS.index
    assert table[index("B-cue"), index("E-cue")]
    assert not table[index("B-cue"), index("E-source")]
    assert not table[index("O"), index("I-cue")]
    assert table[index("S-source"), index("B-content")]


def test_lines_are_rows() -> None:
    lines = lines_of(np.array([2, 0, 1, 2, 0]))
    assert lines.rows.tolist() == [[0, 1, 2], [3, 4, -1]]
    assert lines.lengths.tolist() == [3, 2]


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
    breaks = np.array([2, 0, 0, 2, 0])
    expected: list[int] = []
    weights = []
    for line in (scores[:3], scores[3:]):
        paths = _paths(len(line))
        expected.extend(_best(paths, line, transitions))
        weights.append({p: np.exp(_score(p, line, transitions)) for p in paths})
    assert viterbi(scores, lines_of(breaks), transitions).tolist() == expected
    for span in spans(scores, breaks, transitions):
        base, table = (0, weights[0]) if span.first < 3 else (3, weights[1])
        want = tuple(expected[span.first : span.last + 1])
        inside = sum(w for p, w in table.items() if p[span.first - base : span.last - base + 1] == want)
        assert span.probability == pytest.approx(inside / sum(table.values()), rel=1e-3)


def test_nothing_to_tag() -> None:
    empty = np.zeros((0, len(TAGS)), dtype=np.float32)
    assert spans(empty, np.zeros(0, dtype=np.int64), np.zeros((13, 13), dtype=np.float32)) == []
