"""Figures over articles and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.bootstrap import figures
from onrecord.evaluate.tally import added, f1, percent

COUNTS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted).map(tuple)
TALLIES = st.lists(st.fixed_dictionaries({"a": COUNTS, "b": COUNTS}), min_size=1, max_size=12)


def test_f1_by_hand() -> None:
    assert f1("x", hits=3, gold=4, predicted=6) == {"x": (6, 10), "x.precision": (3, 6), "x.recall": (3, 4)}
    assert percent(6, 10) == 60
    assert percent(0, 0) is None


def test_a_figure_is_the_ratio_of_the_sums_not_the_mean_of_ratios() -> None:
    figure = figures([{"x": (1, 1)}, {"x": (0, 9)}])["x"]
    assert (figure.value, figure.top, figure.bottom) == (10, 1, 10)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    figure = figures([{"x": (3, 4)}] * 5)["x"]
    assert (figure.low, figure.value, figure.high) == (75, 75, 75)


def test_the_interval_of_even_odds_is_that_of_the_binomial() -> None:
    # 50 of 100 articles right: 1.96 standard errors are 9.8 on either side.
    figure = figures([{"x": (n % 2, 1)} for n in range(100)])["x"]
    assert figure.low == pytest.approx(40.2, abs=1.5)
    assert figure.high == pytest.approx(59.8, abs=1.5)


def test_the_seed_fixes_the_interval() -> None:
    articles = [{"x": (n % 3, 3)} for n in range(30)]
    assert figures(articles) == figures(articles)
    assert figures(articles, seed=1) != figures(articles, seed=2)


def test_nothing_to_count_gives_no_figure_and_no_articles_give_none_at_all() -> None:
    figure = figures([{"x": (0, 0)}])["x"]
    assert (figure.value, figure.low, figure.high) == (None, None, None)
    assert figures([]) == {}


def test_a_figure_that_an_article_lacks_counts_nothing_there() -> None:
    assert added([{"x": (1, 2)}, {"y": (1, 1)}]) == {"x": (1, 2), "y": (1, 1)}
    assert figures([{"x": (1, 2)}, {"y": (1, 1)}])["x"].value == 50


@given(TALLIES)
def test_the_interval_holds_the_figure(articles: list[dict[str, tuple[float, float]]]) -> None:
    for figure in figures(articles, resamples=400).values():
        if figure.value is not None and figure.low is not None and figure.high is not None:
            assert 0 <= figure.low <= figure.value + 1e-9
            assert figure.value - 1e-9 <= figure.high <= 100
