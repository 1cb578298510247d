from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotate.links import assign, distance_bucket, link
from onrecord.annotate.network import Tables
from onrecord.annotate.tags import Tagged


def scores(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def owners(table: np.ndarray, null: float = 0.0, *, near: bool = True) -> list[int | None]:
    return [o for o, _ in assign(table, np.full(table.shape, near), null)]


def test_items_choose_the_best_owner_or_none() -> None:
    assert owners(scores([3, -9], [1, -8])) == [0, None]


def test_an_owner_that_nobody_chose_gets_the_item_that_loses_least() -> None:
    assert owners(scores([3, 3], [2, -0.5])) == [1, 0]


def test_an_owner_is_given_nothing_from_afar() -> None:
    assert owners(scores([3, 3], [2, -0.5]), near=False) == [0, 0]


def test_no_item_leaves_an_owner_that_has_only_it() -> None:
    assert owners(scores([3], [2])) == [0]


def test_no_item_gives_up_too_much() -> None:
    assert owners(scores([9, 9], [1, 1])) == [0, 0]


def test_nothing_to_assign() -> None:
    assert owners(np.zeros((2, 0), dtype=np.float32)) == []
    assert owners(np.zeros((0, 2), dtype=np.float32)) == [None, None]


def test_chances_are_those_of_the_chosen() -> None:
    ((owner, chance),) = assign(scores([np.log(3.0)]), np.array([[True]]), 0.0)
    assert owner == 0
    assert chance == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("gap", "bucket"), [(0, 0), (7, 7), (8, 8), (16, 11), (100000, 23), (-1, 25), (-8, 32)]
)
def test_distance_buckets(gap: int, bucket: int) -> None:
    assert distance_bucket(np.array([gap]), 24)[0] == bucket


def test_a_content_without_a_cue_stands_alone_and_a_cue_without_content_is_dropped() -> None:
    zeros = np.zeros(48, dtype=np.float32)
    tables = Tables(
        np.zeros((13, 13), dtype=np.float32), zeros, zeros - 9, np.zeros(2, dtype=np.float32), (1, 0), 0
    )
    spans = [Tagged(0, 0, "source", 1.0), Tagged(1, 1, "cue", 1.0), Tagged(2, 5, "content", 0.5)]
    (relation,) = link(np.zeros((6, 12), dtype=np.float32), np.ones(6, dtype=np.int64), spans, tables)
    assert (relation.source, relation.cue, relation.content) == ((), (), (spans[2],))


def owner_of_last(cue_lines: list[int], content_line: int) -> int | None:
    """Which of the cues, words 0, 2, 4, ..., owns a content a little after them; keys favour the first."""
    first = 2 * len(cue_lines) + 2
    spans = [Tagged(2 * i, 2 * i, "cue", 1.0) for i in range(len(cue_lines))]
    own = [Tagged(2 * i + 1, 2 * i + 1, "content", 1.0) for i in range(len(cue_lines))]
    last = Tagged(first, first + 1, "content", 1.0)
    keys = np.zeros((first + 2, 6, 1), dtype=np.float32)
    keys[0, 3], keys[first, 4] = 1.0, 9.0
    lines = np.array([line for line in cue_lines for _ in range(2)] + [content_line] * 4, dtype=np.int64)
    zeros = np.zeros(48, dtype=np.float32)
    tables = Tables(
        np.zeros((13, 13), dtype=np.float32), zeros, zeros, np.full(2, -1, dtype=np.float32), (1, 0), 0
    )
    found = link(keys.reshape(len(keys), 6), lines, [*spans, *own, last], tables)
    return next((r.cue[0].first // 2 if r.cue else None for r in found if last in r.content), None)


def test_a_content_goes_to_a_cue_of_another_paragraph_only_past_no_other_cue() -> None:
    assert owner_of_last([1], 2) == 0
    assert owner_of_last([1, 1], 2) == 1
    assert owner_of_last([1, 1], 1) == 0


@pytest.mark.parametrize(("line", "linked"), [(1, True), (0, False)])
def test_a_source_stands_in_the_line_of_its_cue(line: int, *, linked: bool) -> None:
    zeros = np.zeros(48, dtype=np.float32)
    tables = Tables(
        np.zeros((13, 13), dtype=np.float32), zeros, zeros, np.full(2, -1, dtype=np.float32), (1, 0), 0
    )
    source, cue, content = Tagged(0, 0, "source", 1.0), Tagged(1, 1, "cue", 1.0), Tagged(2, 3, "content", 1.0)
    lines = np.array([line, 1, 1, 1], dtype=np.int64)
    (relation,) = link(np.zeros((4, 6), dtype=np.float32), lines, [source, cue, content], tables)
    assert relation.source == ((source,) if linked else ())
