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
