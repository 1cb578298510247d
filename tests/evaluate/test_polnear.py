"""PolNeAR itself, where it stands beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluate.corpus import Annotated, read_corpus
from onrecord.evaluate.measure import agreement, by_article, evaluate
from onrecord.types import Attribution


def split(shared: Path, name: str) -> Path:
    folder = shared / "data" / "polnear" / name
    if not folder.is_dir():
        pytest.skip(f"no ../shared/data/polnear/{name} beside this checkout")
    return folder


@pytest.fixture(scope="module")
def dev(shared: Path) -> list[Annotated]:
    return list(read_corpus(split(shared, "dev")))


def test_dev_is_read_whole(dev: list[Annotated]) -> None:
    assert len({a.name for a in dev}) == 84
    assert len(dev) == 94
    assert sum(len(a.attributions) for a in dev) == 2319
    assert all(
        s.of(a.text).strip() for a in dev for x in a.attributions for s in (*x.source, *x.cue, *x.content)
    )


def test_gold_against_gold_is_100(dev: list[Annotated]) -> None:
    single = [annotated for article in by_article(dev) if len(article) == 1 for annotated in article]
    gold = {a.text: a.attributions for a in single}
    report = evaluate(single, gold.__getitem__)
    assert {figure.value for figure in report.figures.values()} == {100.0}


def test_gold_shifted_by_an_article_scores_near_nothing(dev: list[Annotated]) -> None:
    texts = list({a.text: a.attributions for a in dev}.items())
    others: dict[str, list[Attribution]] = {}
    for (text, _), (_, found) in zip(texts, texts[1:] + texts[:1], strict=True):
        others[text] = [a for a in found if max(s.end for s in (*a.source, *a.cue, *a.content)) <= len(text)]
    report = evaluate(dev, others.__getitem__)
    for name in ("linked", "overlap", "exact.source", "exact.content"):
        value = report.figures[name].value
        assert value is not None
        assert value < 3


def test_the_annotators_of_train_agree_as_is_known(shared: Path) -> None:
    report = agreement(list(read_corpus(split(shared, "train"))))
    assert report.articles == 16
    for role, known in (("source", 77.7), ("cue", 70.4), ("content", 67.8)):
        assert report.figures[f"marked.{role}"].value == pytest.approx(known, abs=0.05)
