"""What the mentions' network learns from, read up to the trunk.

``python -m people.corpora --corpora FOLDER --out FILE`` reads all texts once; training then takes minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.gap import Snippet, read_snippets
from onrecord.evaluate.gum import Marked, read_folder

from .features import Read, Trunk, sizes, words_of
from .marked import crossner, meantime, newswcl
from .pronouns import snippets
from .trunk import LAYER


@dataclass(slots=True)
class Example:
    """A text and what is known of its mentions.

    Attributes:
        bounds: (n, 2) words of the mentions, inclusive, in text order.
        kinds: (n,) indices in ``KINDS``.
        forms: (n,) indices in ``FORMS``.
        entities: (n,) number of the entity.
        pair: of GAP, whether the first of the three mentions (pronoun, A, B) is A, and B; else None.
        full: whether all mentions of the text are given.
        linked: whether it is known which are the same.
    """

    name: str
    genre: str
    read: Read
    bounds: NDArray[np.int64]
    kinds: NDArray[np.int64]
    forms: NDArray[np.int64]
    entities: NDArray[np.int64]
    pair: tuple[bool, bool] | None = None
    full: bool = True
    linked: bool = True


def is_held_out(name: str) -> bool:
    """Whether a document is of our own development set: about 15 of 100, by a hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 100 < 15


def marked(name: str, genre: str, mentions: Sequence[Marked], read: Read) -> Example:
    """A text with marked mentions; those that do not begin and end at our words are left out."""
    kinds = ("none", "person", "organisation", "place", "other")
    forms = ("name", "nominal", "pronoun")
    mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    numbers = {e: i for i, e in enumerate(dict.fromkeys(m.entity for m in mentions))}
    bounds = words_of(read.pieces, [m.span.start for m in mentions], [m.span.end for m in mentions])
    known = (bounds >= 0).all(1)
    kept = [m for m, k in zip(mentions, known, strict=True) if k]
    return Example(
        name,
        genre,
        read,
        bounds[known],
        np.array([kinds.index(m.kind) for m in kept], dtype=np.int64),
        np.array([forms.index(m.form) for m in kept], dtype=np.int64),
        np.array([numbers[m.entity] for m in kept], dtype=np.int64),
    )


def curled(text: str) -> str:
    """The text with typographic quotation marks and apostrophes, character for character."""
    text = re.sub(r"(?<=\w)'|(?<=[.,!?])'(?=\s|$)", "’", text).replace("'", "‘")
    return re.sub(r'(?<![\w.,!?;:)…])"(?=\S)', "“", text).replace('"', "”")


def gap(snippet: Snippet, read: Read) -> Example | None:
    """A snippet of GAP, or None where a span is cut otherwise than our words."""
    spans = (snippet.pronoun, snippet.a, snippet.b)
    bounds = words_of(read.pieces, [s.start for s in spans], [s.end for s in spans])
    if (bounds < 0).any():
        return None
    kinds, entities = np.ones(3, dtype=np.int64), np.arange(3)
    pair = (snippet.a_coref, snippet.b_coref)
    return Example(snippet.id, "gap", read, bounds, kinds, np.array([2, 0, 0]), entities, pair)


def gum_examples(folder: Path, cuts: int, trunk: Trunk) -> Iterator[Example]:
    """GUM's documents in as many cuts as are asked for, every other one with typographic marks.

    Held-out ones come in the cut of inference only.
    """
    rng = random.Random(1)
    for document in read_folder(folder):
        wanted = 1 if is_held_out(document.name) else cuts
        for index, size in enumerate(sizes(wanted, rng)):
            text = curled(document.text) if index % 2 else document.text
            yield marked(document.name, document.genre, document.mentions, trunk.read(text, size))


def gap_examples(folder: Path, news: Path, people: Path, made: int, trunk: Trunk) -> Iterator[Example]:
    """GAP's snippets, those for training and for development, and the ones made from news."""
    given = [s for part in ("development", "validation") for s in read_snippets(folder / f"gap-{part}.tsv")]
    texts = [path.read_text("utf-8") for path in sorted(news.glob("*.txt"))]
    for snippet in (*given, *snippets(texts, names(people), made, random.Random(1))):
        example = gap(snippet, trunk.read(snippet.text))
        if example is not None:
            yield example


def names(people: Path) -> list[tuple[str, str, str]]:
    """First name, surname and gender of everybody in congress-legislators' ``legislators-current.yaml``."""
    found = re.findall(
        r"first: (\w+)\n.*?last: (\w+)\n.*?gender: ([MF])", people.read_text("utf-8"), re.DOTALL
    )
    return [(first, last, gender.lower()) for first, last, gender in found]


def examples(args: argparse.Namespace) -> Iterator[Example]:
    """Every text."""
    trunk = Trunk(args.layer)
    yield from gum_examples(args.corpora / "gum/train", args.cuts, trunk)
    politics = args.corpora / "crossner_politics"
    others = (
        *meantime(args.corpora / "meantime"),
        *(text for part in ("train", "dev") for text in crossner(politics / f"{part}.txt")),
        *newswcl(args.corpora / "newswcl50/events_0-4.conll"),
    )
    for text in others:
        example = marked(text.name, "marked", text.mentions, trunk.read(text.text))
        if len(example.bounds):
            yield replace(example, full=False, linked=text.linked)
    people = args.corpora / "people/congress-legislators/legislators-current.yaml"
    yield from gap_examples(
        args.corpora / "gap", args.corpora / "polnear/train/text", people, args.made, trunk
    )


def main() -> None:
    """Read, and write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="holds gum, gap, meantime and the others")
    parser.add_argument("--made", type=int, default=1500, help="snippets made from news")
    parser.add_argument("--layer", type=int, default=LAYER)
    parser.add_argument("--cuts", type=int, default=3)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with args.out.open("wb") as stream:
        pickle.dump(list(examples(args)), stream)


if __name__ == "__main__":
    main()
