"""How often an altered quotation finds the one that it was made of, by kind of change.

onrecord, plain FTS5 and rapidfuzz are asked the same in one run.

    python bench/finding.py --statements 30000
    python bench/finding.py --record bench.db --each 20 [--without rapidfuzz]

The statements are made up (made_records.py); the changes are those that printed quotations show: a word or
several exchanged, the middle cut out, only a few words kept, parts in another order, other forms of words,
and words of the paper's own around it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from made_records import Maker
from onrecord.flow.keeping import open_store
from onrecord.record.store.store import Store
from peers import Finder, finders
from sample import say
from store import built, kept

CONTESTANTS = ("onrecord", "FTS5", "rapidfuzz")


class Changes:
    """What is done to a quotation of made-up words, the same for the same seed."""

    def __init__(self, words: Sequence[str], seed: int = 11) -> None:
        """Take the words that are put in from ``words``, any as likely as another."""
        self.words = words
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark

    def exchanged(self, said: list[str], most: int = 1) -> list[str]:
        """``most`` words exchanged for any others."""
        for place in self.chance.sample(range(len(said)), min(most, len(said) // 2)):
            said[place] = self.chance.choice(self.words)
        return said

    def several(self, said: list[str]) -> list[str]:
        """A third of the words exchanged, one left out, one put in."""
        said = self.exchanged(said, max(2, len(said) // 3))
        del said[self.chance.randrange(len(said))]
        return [*said[:3], self.chance.choice(self.words), *said[3:]]

    def without_middle(self, said: list[str]) -> list[str]:
        """The middle third left out, unmarked."""
        third = len(said) // 3
        return said[:third] + said[-third:]

    def few(self, said: list[str]) -> list[str]:
        """Six words in a row, one of them exchanged."""
        start = self.chance.randrange(max(1, len(said) - 5))
        return self.exchanged(said[start : start + 6])

    def turned(self, said: list[str]) -> list[str]:
        """The second half before the first, and a word exchanged."""
        half = len(said) // 2
        return self.exchanged(said[half:] + said[:half])

    def around(self, said: list[str]) -> list[str]:
        """Half of it among as many words of the paper's own."""
        own = self.chance.choices(self.words[:2000], k=len(said) // 2)
        half = said[: max(5, len(said) // 2)]
        return [*own[: len(own) // 2], *half, *own[len(own) // 2 :]]

    def inflected(self, said: list[str]) -> list[str]:
        """Every fourth word in another form, as in a report of what was said."""
        return [f"{word}s" if place % 4 == 1 and len(word) > 4 else word for place, word in enumerate(said)]


def kinds(changes: Changes) -> Mapping[str, Callable[[list[str]], list[str]]]:
    """The kinds of change by name."""
    return {
        "one word exchanged": changes.exchanged,
        "several edits": changes.several,
        "middle cut out": changes.without_middle,
        "six words, one exchanged": changes.few,
        "halves turned": changes.turned,
        "among other words": changes.around,
        "other forms": changes.inflected,
    }


def contest(finder: Finder, questions: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Share found first, share among ten, and milliseconds of processor time a question."""
    first = among = 0
    begun = time.process_time()
    for wanted, words in questions:
        found = finder(words)
        first += found[:1] == [wanted]
        among += wanted in found
    count = len(questions)
    return first / count, among / count, 1000 * (time.process_time() - begun) / count


def main() -> None:
    """Build the record, ask every contestant the same, print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=30_000)
    parser.add_argument("--record", help="a record built before, or where to build it")
    parser.add_argument("--each", type=int, default=20, help="questions of each kind")
    parser.add_argument("--without", action="append", default=[], help="leave a contestant out")
    parser.add_argument("--kind", action="append", help="only changes of this kind, as they are printed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.record or str(Path(folder) / "bench.db")
        maker = Maker()
        if not Path(place).exists():
            built(place, maker, asked.statements)
        with open_store(place) as store:
            _compare(store, maker, asked)


def _compare(store: Store, maker: Maker, asked: argparse.Namespace) -> None:
    known, changes, totals = kept(store), Changes(maker.words), dict[str, list[tuple[float, float, float]]]()
    every_finder = finders(store)
    contestants = {name: every_finder[name] for name in CONTESTANTS if name not in asked.without}
    every = kinds(changes)
    for kind in asked.kind or every:
        picked = [(identity, said) for identity, said, _ in changes.chance.choices(known, k=asked.each)]
        questions = [(identity, " ".join(every[kind](said.split()))) for identity, said in picked]
        for name, finder in contestants.items():
            figures = contest(finder, questions)
            totals.setdefault(name, []).append(figures)
            say(
                f"{kind:<26} {name:<10} first {figures[0]:.3f}  of ten {figures[1]:.3f}  {figures[2]:8.1f} ms"
            )
    for name, rows in totals.items():
        first, among, spent = (sum(row[i] for row in rows) / len(rows) for i in range(3))
        say(f"{'all':<26} {name:<10} first {first:.3f}  of ten {among:.3f}  {spent:8.1f} ms")


if __name__ == "__main__":
    main()
