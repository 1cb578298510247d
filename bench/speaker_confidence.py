"""Fit how sure a speaker is to labels made by hand, and measure the fit on articles that it has not seen.

    python bench/speaker_confidence.py training/labels/dev POLNEAR/dev training/labels/train POLNEAR/train

Folders of labels and their corpora by turns. The speakers are those of the attributions that the reader finds
and of those that the labels give. The two numbers printed are OFFSET and SLOPE of
onrecord.resolve.people.certainty; the error is of five fits, each to four fifths of the articles.
"""

from __future__ import annotations

import argparse
import math
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from layers import given
from onrecord.evaluate.calibration import calibrate
from onrecord.evaluate.labels import read_labels, text_of
from onrecord.evaluate.pairing import paired, told_of
from onrecord.flow.reading import Reader
from onrecord.gather.inputs import from_text
from onrecord.resolve.people.certainty import weakest
from sample import say

FOLDS = 5
ROUNDS = 600
Point = tuple[str, float, bool]  # article, odds of the weakest step, whether the speaker is right


def points(labels_in: Path, corpus: Path, reader: Reader) -> Iterator[Point]:
    """Every speaker that was given to a labelled attribution."""
    for labels in read_labels(labels_in):
        text = text_of(labels, corpus)
        document = from_text(text, id=labels.name, published_on=labels.published_on)
        for attributions in (None, given(labels)):
            statements = {s.id: s for s in reader.read(document, attributions).statements}
            required = [a for a in labels.attributions if not a.optional]
            for label, told in paired(required, [told_of(text, s) for s in statements.values()]):
                speaker = statements[told.id].speaker
                if speaker is not None:
                    yield labels.name, weakest(speaker.why), told.speaker in label.speakers


def fitted(known: Sequence[Point]) -> tuple[float, float]:
    """Offset and slope of the likeliest logistic curve, by gradient ascent."""
    offset, slope = 2.0, 0.5
    for _ in range(ROUNDS):
        errors = [(right - chance(odds, offset, slope), odds) for _, odds, right in known]
        offset += 0.25 * sum(error for error, _ in errors) / len(known)
        slope += 0.05 * sum(error * odds for error, odds in errors) / len(known)
    return offset, slope


def chance(odds: float, offset: float, slope: float) -> float:
    """The logistic curve."""
    return 1 / (1 + math.exp(-(offset + slope * odds)))


def unseen(known: Sequence[Point]) -> Iterator[tuple[float, bool]]:
    """Each speaker with its confidence by a fit to other articles."""
    articles = sorted({name for name, _, _ in known})
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        curve = fitted([p for p in known if p[0] not in held])
        yield from ((chance(odds, *curve), right) for name, odds, right in known if name in held)


def options() -> Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", help="labels and corpus by turns")
    return parser.parse_args()


def main() -> None:
    """Fit, measure and print."""
    folders = options().folders
    reader = Reader.load(threads=1, why=True)
    pairs = zip(folders[::2], folders[1::2], strict=True)
    known = [point for labels, corpus in pairs for point in points(labels, corpus, reader)]
    measured = calibrate(unseen(known))
    say("OFFSET {:.2f}, SLOPE {:.2f}".format(*fitted(known)))
    if measured is not None:
        say(f"{len(known)} speakers, expected calibration error {measured.error:.1f} on articles not fitted")


if __name__ == "__main__":
    main()
