"""What each part of reading adds to the time of the reader alone, in one process.

    python bench/layers_cost.py POLNEAR/dev/text [--texts 20] [--rounds 5]

The first texts of the folder are read from end to end by turns: attributions alone; with mentions; and then,
on these, people and the other layers. Times are of the processor, on one thread, and each is the least of
the rounds, since whatever else runs can only add to it.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from onrecord.annotate.network import Network, load
from onrecord.annotate.pieces import case_of
from onrecord.annotate.reading import annotate, annotate_all
from onrecord.resolve.layers import completed
from onrecord.resolve.people import people
from onrecord.resolve.statements import statements
from onrecord.text.quotations import quotations
from onrecord.text.sentences import sentences
from onrecord.types import Document, Record
from sample import say

Result = TypeVar("Result")


def timed(spent: dict[str, float], name: str, action: Callable[[], Result]) -> Result:
    """What ``action`` gives; its seconds of processor time are added to ``spent[name]``."""
    began = time.process_time()
    result = action()
    spent[name] += time.process_time() - began
    return result


def forget() -> None:
    """Empty what is kept of texts, so that no part finds the work of another reading done."""
    quotations.cache_clear()
    sentences.cache_clear()
    case_of.cache_clear()


def one_round(texts: Sequence[str], network: Network) -> dict[str, float]:
    """Seconds of processor time of each part, over all texts."""
    spent: dict[str, float] = defaultdict(float)
    for text in texts:
        forget()
        timed(spent, "attributions", lambda text=text: annotate(text, network))  # type: ignore[misc]
        forget()
        found, mentions = timed(
            spent,
            "attributions and mentions",
            lambda text=text: annotate_all(text, network),  # type: ignore[misc]
        )
        record = Record(Document("text", text), statements(text, found))
        timed(spent, "people", lambda r=record, m=mentions: people(r, m))  # type: ignore[misc]
        timed(spent, "all layers", lambda r=record, m=mentions: completed(r, m))  # type: ignore[misc]
    return spent


def summary(rounds: Sequence[dict[str, float]]) -> str:
    """The least seconds of each part, and what the whole comes to."""
    least = {name: min(spent[name] for spent in rounds) for name in rounds[0]}
    alone, found = least["attributions"], least["attributions and mentions"]
    lines = [f"{name:<28}{seconds:>8.2f} s{seconds / alone:>8.2f}" for name, seconds in least.items()]
    with_people = (found + least["people"]) / alone
    lines.append(f"with mentions and people    {with_people:>18.2f} times attributions alone")
    whole = (found + least["all layers"]) / alone
    lines.append(
        f"with all layers             {whole:>18.2f} times, {whole / with_people:.2f} times the line above"
    )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of texts, *.txt")
    parser.add_argument("--texts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.txt"))[: arguments.texts]
    if not paths:
        raise SystemExit(f"bench: {arguments.folder}: no text *.txt")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    network = load(threads=1)
    rounds = [one_round(texts, network) for _ in range(arguments.rounds)]
    say(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, least of {arguments.rounds} rounds")
    say(summary(rounds))


if __name__ == "__main__":
    main()
