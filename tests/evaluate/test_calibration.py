"""Expected calibration error, worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.calibration import calibrate


def test_the_worked_example_of_the_page_on_measures() -> None:
    found = calibrate([(0.95, True), (0.95, True), (0.95, False), (0.35, False)])
    assert found is not None
    # Three at 95 sure and 2 of 3 right are 28.3 off, one at 35 and wrong is 35 off: (3 * 28.33 + 35) / 4.
    assert found.error == pytest.approx(30.0)
    assert [(b.low, b.count) for b in found.bins] == [(0.3, 1), (0.9, 3)]
    assert found.bins[1].right == pytest.approx(2 / 3)


def test_sure_and_right_is_no_error_and_sure_and_wrong_is_all() -> None:
    for right, error in ((True, 0), (False, 100)):
        found = calibrate([(1.0, right)] * 3)
        assert found is not None
        assert found.error == error


def test_no_prediction_has_no_calibration() -> None:
    assert calibrate([]) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_prediction_is_in_one_bin(judged: list[tuple[float, bool]]) -> None:
    found = calibrate(judged)
    assert found is not None
    assert sum(b.count for b in found.bins) == len(judged)
    assert 0 <= found.error <= 100
    assert all(b.low - 1e-9 <= b.confidence <= b.low + 0.1 + 1e-9 for b in found.bins)
