"""Tasks side by side: in order, not too far ahead, and none lost when one fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.annotate.network import AHEAD, FOLDER, Network, load, side_by_side

NETWORK = load(FOLDER, threads=2)


def threads_of(task: int, network: Network) -> int:
    return network.threads


def double(task: int, network: Network) -> int:
    return task * 2


@pytest.mark.parametrize("threads", [1, 2])
def test_results_keep_the_tasks_order(threads: int) -> None:
    assert list(side_by_side(double, range(50), replace(NETWORK, threads=threads))) == [
        n * 2 for n in range(50)
    ]


def test_a_lone_task_has_all_threads_and_several_have_one_each() -> None:
    assert list(side_by_side(threads_of, [0], NETWORK)) == [2]
    assert list(side_by_side(threads_of, [0, 1, 2], NETWORK)) == [1, 1, 1]


def test_no_task_gives_no_result() -> None:
    assert list(side_by_side(double, [], NETWORK)) == []


def test_tasks_are_taken_only_a_few_ahead() -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = side_by_side(double, endless(), NETWORK)
    assert [next(results) for _ in range(3)] == [2, 4, 6]
    assert taken <= 3 + AHEAD * NETWORK.threads + 1


def test_tasks_run_at_the_same_time() -> None:
    meeting = threading.Barrier(2, timeout=20)

    def meet(task: int, network: Network) -> int:
        return meeting.wait()

    assert sorted(side_by_side(meet, [0, 1], NETWORK)) == [0, 1]


def test_an_error_reaches_the_caller_after_the_results_before_it() -> None:
    def fail_at_two(task: int, network: Network) -> int:
        if task == 2:
            raise ValueError("two")
        return task

    results = side_by_side(fail_at_two, range(9), NETWORK)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="two"):
        next(results)
