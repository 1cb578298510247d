"""What a report shows, and how floors hold it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.evaluate.corpus import read_corpus
from onrecord.evaluate.measure import agreement, evaluate
from onrecord.evaluate.phenomena import PHENOMENA
from onrecord.evaluate.report import Report, shortfalls, table

Corpus = Callable[..., Path]
ONE = "[s1 Ann] [c1 says] [x1 no] and [s2 Bo] [c2 says] [x2 yes]."
OTHER = "[s1 Ann] [c1 says] [x1 no] and Bo says yes."


@pytest.fixture
def half(corpus: Corpus) -> Report:
    """Of two relations one is read."""
    found = list(read_corpus(corpus(x_a=ONE)))
    return evaluate(found, lambda _: found[0].attributions[:1], lambda _text, _spans: "indirect")


def test_the_table_is_plain_aligned_and_complete(half: Report) -> None:
    lines = table(half).splitlines()
    assert lines[:2] == ["1 articles, 1 annotations", "2 attributions annotated, 1 read"]
    assert all(line == line.rstrip() and len(line) <= 80 for line in lines)
    assert "  source                          66.7  66.7 to 66.7         100.0          50.0" in lines
    assert "  indirect                           2          66.7          66.7          66.7" in lines
    assert "  mixed                              0             -             -             -" in lines
    assert all(any(line.startswith(f"  {p} ") for line in lines) for p in PHENOMENA)
    assert lines[-1] == "  expected calibration error 0.0"


def test_the_table_of_annotators_shows_marks_and_no_confidence(corpus: Corpus) -> None:
    shown = table(agreement(list(read_corpus(corpus(x_a=ONE, x_b=OTHER)))))
    assert shown.startswith("1 articles of several annotators")
    assert "Fragments as marked" in shown
    assert "Confidence" not in shown
    assert "by form" not in shown


def test_json_holds_every_figure_and_its_counts(half: Report) -> None:
    found = json.loads(json.dumps(half.to_dict(), allow_nan=False))
    assert found["figures"]["linked"] == {
        "value": 66.67,
        "low": 66.67,
        "high": 66.67,
        "numerator": 2,
        "denominator": 3,
    }
    assert found["figures"]["linked.headline.recall"]["value"] == 50
    assert found["figures"]["linked.mixed"]["value"] is None
    assert (found["articles"], found["against"]) == (1, "reader")
    assert found["calibration"]["bins"][0]["count"] == 1


def test_a_figure_under_its_floor_is_named_and_one_at_it_is_not(half: Report) -> None:
    assert shortfalls(half, {"exact.cue.recall": 50, "linked": 66}) == []
    assert shortfalls(half, {"linked": 70.5, "linked.mixed": 1, "exact.cue": 10}) == [
        "linked: 66.7 is under its floor of 70.5",
        "linked.mixed: - is under its floor of 1",
    ]


def test_a_floor_for_no_figure_is_an_error(half: Report) -> None:
    with pytest.raises(KeyError, match=r"exact\.verb"):
        shortfalls(half, {"exact.verb": 1})
