"""What the table of meaning learns from: ``python -m meaning.texts --corpora FOLDER --out out/texts.json``.

The contents of PolNeAR's training statements, every sentence of its training articles, of GUM's, of GAP's
and of the Australian campaign texts, and runs of two to nine words out of them, which look like what people
search for.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.evaluate.corpus import read_corpus
from onrecord.text.sentences import sentences

FRAGMENTS = 12_000
SHORTEST, LONGEST = 4, 80  # words


def contents(folder: Path) -> list[tuple[str, int, str]]:
    """Article, offset and words of each content of PolNeAR, each once, by one annotator of an article."""
    articles, found = set(), {}
    for one in read_corpus(folder):
        if one.name in articles:
            continue
        articles.add(one.name)
        for told in one.attributions:
            words = " … ".join(span.of(one.text) for span in told.content)
            if len(words.split()) >= SHORTEST:
                found.setdefault(words, (one.name, told.content[0].start, words))
    return list(found.values())


def gathered(corpora: Path) -> Iterator[str]:
    """The sentences of all corpora."""
    for path in sorted((corpora / "polnear/train/text").glob("*.txt")):
        yield from _sentences(path.read_text("utf-8"))
    for path in sorted((corpora / "gap").glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                yield from _sentences(row["Text"])
    for path in sorted((corpora / "gum/train").rglob("*.conllu")):
        lines = path.read_text("utf-8").splitlines()
        yield from (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    for path in sorted((corpora / "speech_acts").glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (cell.strip() for row in csv.reader(file) for cell in row)


def _sentences(text: str) -> Iterator[str]:
    yield from (span.of(text).strip() for span in sentences(text))


def fragments(texts: Iterable[str], chance: random.Random) -> Iterator[str]:
    """A run of words out of each text."""
    for text in texts:
        words, length = text.split(), chance.randint(2, 9)
        if len(words) > length:
            start = chance.randrange(len(words) - length + 1)
            yield " ".join(words[start : start + length])


def main() -> None:
    """Write the texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    found = dict.fromkeys(words for _, _, words in contents(args.corpora / "polnear/train"))
    found |= dict.fromkeys(t for t in gathered(args.corpora) if SHORTEST <= len(t.split()) <= LONGEST)
    chance = random.Random(5)
    cut = fragments(chance.sample(list(found), min(FRAGMENTS, len(found))), chance)
    args.out.write_text(json.dumps([*found, *cut]), "utf-8")
    print(f"{len(found)} sentences and contents, and fragments")


if __name__ == "__main__":
    main()
