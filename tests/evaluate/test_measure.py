"""The whole measurement on small corpora."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.evaluate.corpus import Annotated, read_corpus
from onrecord.evaluate.measure import Predict, agreement, evaluate, first_articles
from onrecord.evaluate.report import Report
from onrecord.types import Attribution, Form, Span

Corpus = Callable[..., Path]
ONE = "Fog\n“[x1 It lifts],” [c1 said] [s1 Ann]. [s2 Bo] [c2 hopes] [x2 so]."
OTHER = "Fog\n“[x1 It lifts],” [c1 said] [s1 Ann]. Bo hopes so."


def form_of(text: str, spans: Sequence[Span]) -> Form:
    return "direct" if any(text[s.start - 1] == "“" for s in spans) else "indirect"


def as_annotated(annotated: Annotated) -> Predict:
    return lambda _text: annotated.attributions


def value(report: Report, name: str) -> float | None:
    return report.figures[name].value


def test_gold_against_itself_is_100_wherever_there_is_anything_to_count(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE)))
    report = evaluate(found, as_annotated(found[0]), form_of)
    assert {f.value for f in report.figures.values()} == {100.0, None}
    assert value(report, "linked.mixed") is None
    assert report.calibration is not None
    assert report.calibration.error == 0


def test_each_annotation_is_a_document_and_each_article_is_read_once(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE, x_b=OTHER, y_a="Rain.")))
    read: list[str] = []

    def predict(text: str) -> tuple[Attribution, ...]:
        read.append(text)
        return found[0].attributions if "Fog" in text else ()

    report = evaluate(found, predict, form_of)
    assert len(read) == 2
    assert (report.articles, report.documents, report.gold, report.predicted) == (2, 3, 3, 4)
    assert value(report, "linked") == pytest.approx(100 * 2 * 3 / 7)
    assert value(report, "linked.direct") == 100
    assert value(report, "linked.indirect") == pytest.approx(100 * 2 / 3)
    assert value(report, "exact.source.precision") == 75


def test_nested_attributions_are_not_scored(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=OTHER)))
    inside = Attribution((), (Span(5, 7),), (Span(8, 12),), parent=0, confidence=0.1)
    report = evaluate(found, lambda _: [*found[0].attributions, inside])
    assert report.predicted == 1
    assert value(report, "linked") == 100
    assert "linked.direct" not in report.figures


def test_the_wrong_article_s_attributions_score_near_nothing(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE, y_a="[s1 Cy] [c1 fears] [x1 that the old bridge falls] soon.")))
    others = {found[0].text: found[1].attributions, found[1].text: found[0].attributions}
    report = evaluate(found, lambda text: others[text])
    assert value(report, "linked") == value(report, "overlap") == value(report, "exact.content") == 0


def test_confidence_is_held_against_linked_exact(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE)))
    right, wrong = found[0].attributions
    predicted = [replace(right, confidence=0.8), replace(wrong, source=(), confidence=0.6)]
    report = evaluate(found, lambda _: predicted)
    assert report.calibration is not None
    assert report.calibration.error == pytest.approx((20 + 60) / 2)


def test_a_reader_that_finds_nothing_has_no_precision_and_no_calibration(corpus: Corpus) -> None:
    report = evaluate(list(read_corpus(corpus(x_a=ONE))), lambda _: ())
    assert value(report, "linked") == 0
    assert value(report, "linked.precision") is None
    assert report.calibration is None


def test_agreement_by_hand(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE, x_b=OTHER, y_a="[s1 Cy] [c1 fears] [x1 rain].")))
    report = agreement(found, form_of)
    assert (report.articles, report.documents, report.against) == (1, 2, "annotators")
    # One of two and one of one sources are the same: F1 2/3, whichever annotation is gold.
    for name in ("marked.source", "exact.source", "linked", "linked.precision", "linked.recall"):
        assert value(report, name) == pytest.approx(100 * 2 / 3)
    assert report.calibration is None


def test_agreement_on_marks_is_to_the_character(corpus: Corpus) -> None:
    report = agreement(
        list(read_corpus(corpus(x_a="[s1 Cy ][c1 fears] [x1 rain]", x_b="[s1 Cy] [c1 fears] [x1 rain]")))
    )
    assert (value(report, "marked.source"), value(report, "marked.cue")) == (0, 100)
    assert value(report, "exact.source") == 100


def test_the_first_articles_come_with_all_their_annotations(corpus: Corpus) -> None:
    found = list(read_corpus(corpus(x_a=ONE, x_b=OTHER, y_a="Rain.")))
    assert [(a.name, a.annotator) for a in first_articles(found, 1)] == [("x", "a"), ("x", "b")]
    assert first_articles(found, None) == found
