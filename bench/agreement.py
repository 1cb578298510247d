"""Measure how far a second labelling of some articles agrees with the first.

    python bench/agreement.py training/labels/second --first training/labels/dev training/labels/train \
        --corpus POLNEAR/dev POLNEAR/train
    python bench/agreement.py ... --optional --json
    python bench/agreement.py ... --wrong act,negated

A file of SECOND is measured against the one of the same name in the folders of --first, both ways. Two
figures a layer: with what either side accepts beside its own answer, and with own answers alone; kappas and
what --wrong lists are of own answers too. What is optional is left out unless --optional asks for it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.evaluate.agreement import against, both_ways, kappa, own_answers
from onrecord.evaluate.bootstrap import Figure, figures
from onrecord.evaluate.labels import FACETS, LabelError, labels_from, text_of
from onrecord.evaluate.layers import LAYERS, wrong_layers
from onrecord.evaluate.tally import percent
from sample import say

SHOWN = ("speaker", "pronoun", "form", "act", "negated", *FACETS, "commitments")
CHANCE = ("act", "negated")
LISTED = (*LAYERS, *FACETS, "commitments")
PARTS = ("attributions", "commitments")


@dataclass(frozen=True, slots=True)
class Twice:
    """One article with both its labellings."""

    name: str
    text: str
    first: dict[str, Any]
    second: dict[str, Any]


def read(second: Path, first: Sequence[Path], corpora: Sequence[Path]) -> Iterator[Twice]:
    """Every article of ``second``, with the first labels of it and its text.

    Raises:
        LabelError: when an article has no first labels or its text is in no corpus.
    """
    paths = sorted(second.glob("*.json"))
    if not paths:
        raise LabelError(f"{second}: no label file NAME.json")
    for path in paths:
        other = [folder / path.name for folder in first if (folder / path.name).exists()]
        whole = json.loads(path.read_bytes())
        texts = [c for c in corpora if (c / "text" / Path(whole["file"]).name).exists()]
        if not other or not texts:
            raise LabelError(f"{path}: no {'text' if other else 'first labels'} of this name")
        text = text_of(labels_from(path.stem, whole), texts[0])
        yield Twice(path.stem, text, json.loads(other[0].read_bytes()), whole)


def required(whole: dict[str, Any]) -> dict[str, Any]:
    """``whole`` with its optional parts made as good as the others."""
    parts = {kind: [{**one, "optional": False} for one in whole[kind]] for kind in PARTS}
    return {**whole, **parts}


def answers(articles: Iterable[Twice], layer: str) -> list[tuple[object, object]]:
    """What both said to ``layer`` of every attribution that must be found."""
    return [
        (label.first[layer], getattr(told, layer))
        for one in articles
        for label, told in against(one.first, one.second, one.text).pairs
    ]


def kinds(articles: Iterable[Twice]) -> list[tuple[object, object]]:
    """What kind both took the speaker of every attribution that must be found for."""
    pairs = []
    for one in articles:
        second = {a["id"]: a["speaker"]["kind"] for a in one.second["attributions"]}
        required = [a for a in one.first["attributions"] if not a.get("optional")]
        pairs += [(a["speaker"]["kind"], second[a["id"]]) for a in required]
    return pairs


def table(found: dict[str, dict[str, Figure]]) -> str:
    """A line a layer: both figures with their intervals, and how many answers they are of."""
    lines = [f"{'':12}{'accepted':>9}{'95%':>16}{'own':>9}{'95%':>16}{'n':>6}"]
    for name in SHOWN:
        cells = [_cell(found[kind][name]) for kind in ("accepted", "own")]
        size = found["own"][name].bottom / 2  # both ways were counted
        lines.append(f"{name:12}{''.join(cells)}{size:6.0f}")
    return "\n".join(lines)


def beyond_chance(asked: dict[str, list[tuple[object, object]]]) -> dict[str, dict[str, float | None]]:
    """For each layer how often both said the same, in percent, and Cohen's kappa."""
    return {
        name: {"same": percent(sum(a == b for a, b in said), len(said)), "kappa": kappa(said)}
        for name, said in asked.items()
    }


def _cell(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return f"{'-':>25}"
    interval = f"{figure.low:.1f} to {figure.high:.1f}"
    return f"{figure.value:9.1f}{interval:>16}"


def differences(articles: Iterable[Twice], layers: set[str]) -> Iterator[str]:
    """A line for each thing in ``layers`` that the second reading has otherwise than the first."""
    for one in articles:
        words = {a["id"]: _words(a, one.text) for a in one.first["attributions"]}
        for wrong in wrong_layers(against(one.first, one.second, one.text)):
            if wrong.layer in layers:
                yield (
                    f"{one.name[:24]} {wrong.label} {wrong.layer}: second {wrong.given!r}, "
                    f"first {' or '.join(wrong.wanted)!r}: {words.get(wrong.label, '')}"
                )


def _words(attribution: dict[str, Any], text: str) -> str:
    spans = [s for role in ("source", "cue", "content") for s in attribution[role]]
    return " | ".join(text[s["start"] : s["end"]][:60].replace("\n", " ") for s in spans)


def measured(articles: Sequence[Twice], own: Sequence[Twice]) -> dict[str, dict[str, Figure]]:
    """The figures with what either accepts, and of own answers alone."""
    kinds = {"accepted": articles, "own": own}
    return {
        kind: dict(figures([both_ways(one.first, one.second, one.text) for one in some]))
        for kind, some in kinds.items()
    }


def parsed() -> argparse.Namespace:
    """The command line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("second", type=Path, help="folder of the second labels")
    options.add_argument("--first", type=Path, nargs="+", required=True, help="folders of the first labels")
    options.add_argument("--corpus", type=Path, nargs="+", required=True, help="splits of PolNeAR")
    options.add_argument("--optional", action="store_true", help="count what is optional too")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    options.add_argument("--wrong", default="", help="list what differs in these layers, by commas, or all")
    return options.parse_args()


def show(found: dict[str, dict[str, Figure]], chance: dict[str, dict[str, float | None]]) -> None:
    """Print the table and the kappas."""
    say(table(found) + "\n")
    for name, of in chance.items():
        same, beyond = ("-" if of[key] is None else f"{of[key]:.2f}" for key in ("same", "kappa"))
        say(f"{name:12} same {same:>6}  kappa {beyond:>5}")


def main() -> None:
    """Print the differences asked for, then the table or the JSON."""
    options = parsed()
    layers = set(LISTED if options.wrong == "all" else options.wrong.split(",")) - {""}
    if unknown := layers - set(LISTED):
        raise SystemExit(f"bench: no layer {', '.join(sorted(unknown))}; there are {', '.join(LISTED)}")
    try:
        articles = list(read(options.second, options.first, options.corpus))
    except LabelError as error:
        raise SystemExit(f"bench: {error}") from None
    if options.optional:
        articles = [replace(a, first=required(a.first), second=required(a.second)) for a in articles]
    own = [replace(a, first=own_answers(a.first), second=own_answers(a.second)) for a in articles]
    for line in differences(own, layers):
        say(line)
    found = measured(articles, own)
    chance = beyond_chance({layer: answers(own, layer) for layer in CHANCE} | {"kind": kinds(own)})
    if options.json:
        values = {kind: {n: f[n].value for n in SHOWN} for kind, f in found.items()}
        say(json.dumps({"articles": len(articles), **values, "chance": chance}, indent=1))
    else:
        say(f"{len(articles)} articles labelled twice; percent, 95% interval over articles\n")
        show(found, chance)


if __name__ == "__main__":
    main()
