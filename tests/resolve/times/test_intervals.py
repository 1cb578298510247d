"""Days of TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.resolve.times.intervals import OPEN, interval, ruled_day, shifted, value_of

CASES = [
    ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
    ("2024-02-29TNI", (2024, 2, 29), (2024, 2, 29)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("2023-02", (2023, 2, 1), (2023, 2, 28)),
    ("2024-Q4", (2024, 10, 1), (2024, 12, 31)),
    ("2024-H1", (2024, 1, 1), (2024, 6, 30)),
    ("2024-W11", (2024, 3, 11), (2024, 3, 17)),
    ("2024-W11-WE", (2024, 3, 16), (2024, 3, 17)),
    ("2020-W53", (2020, 12, 28), (2021, 1, 3)),
    ("2024", (2024, 1, 1), (2024, 12, 31)),
    ("199", (1990, 1, 1), (1999, 12, 31)),
    ("18", (1800, 1, 1), (1899, 12, 31)),
    ("1994-WI", (1994, 12, 1), (1995, 3, 21)),
    ("1994-SU", (1994, 6, 1), (1994, 9, 23)),
]


@pytest.mark.parametrize(("value", "first", "last"), CASES)
def test_interval(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert interval(value) == (date(*first), date(*last))


@pytest.mark.parametrize("value", ["PAST_REF", "P1D", "XXXX-03", "2023-02-30", "2023-W53", "0000", "", None])
def test_what_is_no_date_is_open(value: str | None) -> None:
    assert interval(value) == OPEN


def test_a_day_that_a_month_has_not_becomes_its_last() -> None:
    assert shifted(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)
    assert shifted(date(2024, 2, 29), "year", -1) == date(2023, 2, 28)


def test_out_of_the_calendar_is_none() -> None:
    assert shifted(date(9999, 12, 31), "day", 1) is None
    assert shifted(date(1, 1, 1), "century", -1) is None


def test_holidays_by_rule() -> None:
    assert ruled_day(2016, 11, 2, 0) == date(2016, 11, 8)  # the first Monday is the 7th
    assert ruled_day(2022, 11, 2, 0) == date(2022, 11, 8)  # not Tuesday the 1st
    assert ruled_day(2024, 11, 4, 4) == date(2024, 11, 28)
    assert ruled_day(2024, 5, 1, -1) == date(2024, 5, 27)


def test_value_of_a_day() -> None:
    day = date(2021, 1, 3)
    units = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
    assert [value_of(day, unit) for unit in units] == [
        "2021-01-03", "2020-W53", "2020-W53-WE", "2021-01", "2021-Q1", "2021", "202", "20",
    ]  # fmt: skip
