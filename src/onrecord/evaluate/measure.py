"""The whole measurement: each annotation of each article against a prediction or a second annotator.

An article with several annotations is read once and compared with each of them as with a document of its
own: nobody's annotation is the right one, and none is chosen. For the interval they are one article still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, permutations

from onrecord.evaluate.bootstrap import RESAMPLES, figures
from onrecord.evaluate.calibration import Calibration, calibrate
from onrecord.evaluate.corpus import Annotated
from onrecord.evaluate.links import (
    CRITERIA,
    FormOf,
    Pairs,
    Relation,
    measure_by_form,
    paired,
    relation_of,
)
from onrecord.evaluate.phenomena import measure_phenomena, scenes
from onrecord.evaluate.report import Report
from onrecord.evaluate.spans import measure_spans
from onrecord.evaluate.tally import Tally, added, f1
from onrecord.types import ROLES, Attribution

Predict = Callable[[str], Sequence[Attribution]]
"""A text -> the attributions a reader finds in it; only those without a parent are scored."""

Judged = list[tuple[float, bool]]
"""The confidence of each predicted relation, and whether it is linked exactly."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing two annotations of one document gave."""

    article: str
    gold: int
    predicted: int
    tally: Tally
    judged: Judged


def evaluate(corpus: Iterable[Annotated], predict: Predict, form_of: FormOf | None = None) -> Report:
    """Measure ``predict`` on ``corpus``; see docs/reference/measures.md for each figure.

    Args:
        corpus: annotated articles, those of one article told by their common name.
        predict: called once for each article.
        form_of: tells direct, mixed and indirect contents apart; without it, nothing is broken down by form.
    """
    compared: list[Compared] = []
    for article in by_article(corpus):
        top = [a for a in predict(article[0].text) if a.parent is None]
        compared += [compare(one.name, one.text, one.attributions, top, form_of) for one in article]
    return _report("reader", compared, calibrate(pair for c in compared for pair in c.judged))


def agreement(corpus: Iterable[Annotated], form_of: FormOf | None = None) -> Report:
    """How far annotators agree: each annotation of an article measured against each other one of it.

    The figures are those of :func:`evaluate` and ``marked`` by role besides: F1 of fragments whose characters
    are the same as they were marked, nothing trimmed. Both orders of a pair count, so precision is recall.
    """
    compared = [
        _with_marked(one, other, compare(one.name, one.text, one.attributions, other.attributions, form_of))
        for article in by_article(corpus)
        for one, other in permutations(article, 2)
    ]
    return _report("annotators", compared)


def first_articles(corpus: Iterable[Annotated], limit: int | None) -> list[Annotated]:
    """The annotations of the first ``limit`` articles, or of all."""
    return [annotated for article in islice(by_article(corpus), limit) for annotated in article]


def by_article(corpus: Iterable[Annotated]) -> Iterator[list[Annotated]]:
    """The annotations of each article together, in the order in which the articles first come."""
    articles: dict[str, list[Annotated]] = {}
    for annotated in corpus:
        articles.setdefault(annotated.name, []).append(annotated)
    yield from articles.values()


def compare(
    article: str,
    text: str,
    gold: Sequence[Attribution],
    predicted: Sequence[Attribution],
    form_of: FormOf | None = None,
) -> Compared:
    """Compare two lists of attributions of one text."""
    want = [relation_of(text, a) for a in gold]
    have = [relation_of(text, a) for a in predicted]
    pairs = {name: paired(want, have, agree) for name, agree in CRITERIA.items()}
    tallies: list[Tally] = [measure_spans(text, gold, predicted)]
    tallies += [f1(name, hits=len(p), gold=len(want), predicted=len(have)) for name, p in pairs.items()]
    if form_of is not None:
        tallies += _by_form(text, (want, have), pairs, form_of)
    shown = scenes(text, want)
    tallies += [measure_phenomena(name, shown, p) for name, p in pairs.items()]
    right = {index for _, index in pairs["linked"]}
    judged = [(a.confidence, index in right) for index, a in enumerate(predicted)]
    return Compared(article, len(want), len(have), added(tallies), judged)


def _by_form(
    text: str, sides: tuple[Sequence[Relation], Sequence[Relation]], pairs: dict[str, Pairs], form_of: FormOf
) -> list[Tally]:
    gold, predicted = ([form_of(text, r.content) for r in side] for side in sides)
    return [measure_by_form(name, p, gold, predicted) for name, p in pairs.items()]


def _with_marked(one: Annotated, other: Annotated, compared: Compared) -> Compared:
    tally: dict[str, tuple[float, float]] = {}
    for role in ROLES:
        want, have = ({m for m in side.marked if m[0] == role} for side in (one, other))
        tally |= f1(f"marked.{role}", hits=len(want & have), gold=len(want), predicted=len(have))
    return Compared(compared.article, compared.gold, compared.predicted, {**tally, **compared.tally}, [])


def _report(against: str, compared: Sequence[Compared], calibration: Calibration | None = None) -> Report:
    articles: dict[str, list[Tally]] = {}
    for one in compared:
        articles.setdefault(one.article, []).append(one.tally)
    return Report(
        against=against,
        articles=len(articles),
        documents=len(compared),
        gold=sum(c.gold for c in compared),
        predicted=sum(c.predicted for c in compared),
        resamples=RESAMPLES,
        figures=figures([added(tallies) for tallies in articles.values()]),
        calibration=calibration,
    )
