"""Fit how sure the reader may say it is: a logistic curve from a relation's log-odds to its being right."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from onrecord.annotate.network import load
from onrecord.annotate.reading import annotate
from onrecord.evaluate.corpus import read_corpus
from onrecord.types import Attribution

TRIM = " \t\r\n“”\"'‘’.,;:"


def trimmed(attribution: Attribution, text: str) -> tuple:
    """Source, cue and content with outer marks and spaces off, so that punctuation alone decides nothing."""

    def one(span):
        stretch = span.of(text)
        return (
            span.start + len(stretch) - len(stretch.lstrip(TRIM)),
            span.end - len(stretch) + len(stretch.rstrip(TRIM)),
        )

    return tuple(tuple(one(s) for s in getattr(attribution, role)) for role in ("source", "cue", "content"))


def observations(folder: Path, model: Path) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds (N,) of every top-level relation read, and (N,) the share of annotators who have just it."""
    network = load(model)
    odds, right = [], []
    articles: dict[str, list] = {}
    for article in read_corpus(folder):
        articles.setdefault(article.name, []).append(article)
    for versions in articles.values():
        text = versions[0].text
        gold = [{trimmed(a, text) for a in v.attributions} for v in versions]
        for found in annotate(text, network):
            if found.parent is None:
                odds.append(np.log(found.confidence / (1 - found.confidence)))
                right.append(np.mean([trimmed(found, text) in g for g in gold]))
    return np.array(odds), np.array(right)


def fit(odds: np.ndarray, right: np.ndarray, steps: int = 4000) -> tuple[float, float]:
    """Platt scaling (Platt 1999) by gradient descent: slope and intercept."""
    slope, intercept = 1.0, 0.0
    for _ in range(steps):
        error = 1 / (1 + np.exp(-(slope * odds + intercept))) - right
        slope -= 0.05 * float((error * odds).mean())
        intercept -= 0.05 * float(error.mean())
    return slope, intercept


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[index == b].mean() - right[index == b].mean()) * (index == b).mean()
        for b in range(bins)
        if (index == b).any()
    ]
    return float(sum(gaps))


def crossed_error(odds: np.ndarray, right: np.ndarray, folds: int = 5) -> float:
    """The error on held-back fifths, each judged by a curve fitted to the others."""
    fold = np.arange(len(odds)) * folds // len(odds)
    confidence = np.empty(len(odds))
    for n in range(folds):
        slope, intercept = fit(odds[fold != n], right[fold != n])
        confidence[fold == n] = 1 / (1 + np.exp(-(slope * odds[fold == n] + intercept)))
    return calibration_error(confidence, right)


def calibrated(tables: dict, slope: float, intercept: float) -> dict:
    """The tables with this curve at both levels; for nested relations nothing exists to fit one to."""
    curve = {"calibration": [slope, intercept]}
    return tables | curve | {"inner": tables["inner"] | curve}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the development split")
    parser.add_argument(
        "--model", type=Path, required=True, help="a model folder; its tables.json is rewritten"
    )
    args = parser.parse_args()
    path = args.model / "tables.json"
    tables = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(calibrated(tables, 1.0, 0.0)))
    odds, right = observations(args.corpus, args.model)
    slope, intercept = fit(odds, right)
    path.write_text(json.dumps(calibrated(tables, round(slope, 4), round(intercept, 4))))
    print(
        f"{len(odds)} relations, {right.mean():.3f} right; slope {slope:.3f}, intercept {intercept:.3f}; "
        f"expected calibration error {crossed_error(odds, right):.4f} (five-fold)"
    )


if __name__ == "__main__":
    main()
