"""Measure every layer of the record against labels made by hand.

    python bench/layers.py training/labels/dev --corpus POLNEAR/dev
    python bench/layers.py training/labels/dev --corpus POLNEAR/dev --given-spans --wrong speaker,act
    python bench/layers.py training/labels/dev --corpus POLNEAR/dev --speakers

The labels name the texts, which are read from CORPUS/text, or rebuilt from a corpus that keeps tokens, with
the day of publication that the labels state.
With ``--given-spans`` the attributions of the labels are resolved instead of those that the reader finds, so
that what comes after them is measured alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.evaluate.bootstrap import Figure, figures
from onrecord.evaluate.labels import FACETS, Label, LabelError, Labels, read_labels, text_of
from onrecord.evaluate.layers import FIRST, LAYERS, Compared, compare_layers, tally_layers, wrong_layers
from onrecord.evaluate.speakers import Judged, by_sort, calibration, judged
from onrecord.flow.reading import Reader
from onrecord.gather.inputs import from_text
from onrecord.types import ROLES, Attribution, Span
from sample import say

SHOWN = ("found", *LAYERS, *FACETS, "commitments")
ROWS = (
    ("found", "found.precision", "found.recall", "exact", "top-level.recall", "nested.recall"),
    ("speaker", "pronoun", "form", "act", "negated", "parent"),
    tuple(f"{layer}.first" for layer in FIRST),
    tuple(f"{kind}{part}" for kind in (*FACETS, "commitments") for part in ("", ".precision", ".recall")),
)


def given(labels: Labels) -> list[Attribution]:
    """The attributions of ``labels`` as a reader would hand them on, optional ones among them."""
    places = {label.id: place for place, label in enumerate(labels.attributions)}
    return [_attribution(label, places) for label in labels.attributions]


def _attribution(label: Label, places: dict[str, int]) -> Attribution:
    source, cue, content = (tuple(Span(*p) for p in sorted(label.places[role])) for role in ROLES)
    return Attribution(source, cue, content, None if label.parent is None else places[label.parent])


def compared(options: argparse.Namespace) -> Iterator[tuple[Labels, str, Compared]]:
    """Each labelled article with its text and what reading it gave."""
    reader = Reader.load()
    for path in options.labels:
        for labels in read_labels(path):
            text = text_of(labels, options.corpus)
            document = from_text(text, id=labels.name, published_on=labels.published_on)
            record = reader.read(document, given(labels) if options.given_spans else None)
            yield labels, text, compare_layers(labels, record)


def table(found: dict[str, Figure]) -> str:
    """The figures in percent, each with its 95% interval over articles and the counts behind it."""
    lines = []
    for rows in ROWS:
        for name in rows:
            figure = found[name]
            value, low, high = (
                "-" if v is None else f"{v:.1f}" for v in (figure.value, figure.low, figure.high)
            )
            lines.append(f"{name:24}{value:>7}{low:>9} to {high:<7}{figure.top:>7.0f} of {figure.bottom:.0f}")
        lines.append("")
    return "\n".join(lines)


def wrong(labels: Labels, text: str, result: Compared, layers: set[str]) -> Iterator[str]:
    """A line for everything in ``layers`` that the record has otherwise than ``labels``."""
    known = {label.id: label for label in labels.attributions}
    told = {t.id: t for t in result.told}
    for one in wrong_layers(result):
        if one.layer not in layers:
            continue
        at = known.get(one.label) or told.get(one.given or "")
        words = (
            ""
            if at is None
            else " | ".join(
                " … ".join(text[start:end][:60].replace("\n", " ") for start, end in sorted(at.places[role]))
                for role in ROLES
            )
        )
        yield f"{labels.name} {one.label} {one.layer}: {one.given!r} for {list(one.wanted)}: {words}"


def speakers_table(found: list[Judged]) -> str:
    """Speakers right by sort of source, and how far their confidences are from what is right."""
    whole = (sum(one.right for one in found), len(found))
    rows = [("all", whole), *by_sort(found).items()]
    lines = [
        f"{name:24}{100 * right / count:>7.1f}{right:>7} of {count}" for name, (right, count) in rows if count
    ]
    sure = calibration(found)
    if sure is not None:
        lines.append(f"{'calibration error':24}{sure.error:>7.1f}")
        lines += [
            f"  {b.low:.1f} and more{b.count:>11}{100 * b.confidence:>7.1f}{100 * b.right:>7.1f}"
            for b in sure.bins
        ]
    return "\n".join(lines)


def main() -> None:
    """Print the table, the JSON, or what is wrong."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("labels", type=Path, nargs="+", help="label files or folders of them")
    options.add_argument("--corpus", type=Path, required=True, help="split of PolNeAR, or folder of corpora")
    options.add_argument("--given-spans", action="store_true", help="resolve the attributions of the labels")
    options.add_argument("--speakers", action="store_true", help="print speakers by sort of source instead")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    options.add_argument("--wrong", default="", help="list what is wrong in these layers, by commas, or all")
    arguments = options.parse_args()
    layers = set(SHOWN if arguments.wrong == "all" else arguments.wrong.split(",")) - {""}
    if unknown := layers - set(SHOWN):
        raise SystemExit(f"bench: no layer {', '.join(sorted(unknown))}; there are {', '.join(SHOWN)}")
    tallies = []
    found_speakers: list[Judged] = []
    try:
        for labels, text, result in compared(arguments):
            tallies.append(tally_layers(result))
            found_speakers += judged(text, result.pairs)
            for line in wrong(labels, text, result, layers):
                say(line)
    except LabelError as error:
        raise SystemExit(f"bench: {error}") from None
    if arguments.speakers:
        say(speakers_table(found_speakers))
        return
    found = dict(figures(tallies))
    if arguments.json:
        say(
            json.dumps(
                {
                    name: {
                        "value": f.value,
                        "low": f.low,
                        "high": f.high,
                        "numerator": f.top,
                        "denominator": f.bottom,
                    }
                    for name, f in found.items()
                },
                indent=1,
            )
        )
    else:
        say(
            f"{len(tallies)} articles{', spans given' * arguments.given_spans}; "
            "percent, 95% interval over articles\n"
        )
        say(table(found))


if __name__ == "__main__":
    main()
