"""Precision and recall of finding copies among articles with known edits.

    python bench/copies.py [--corpus ../shared/data/polnear/train] [--articles N] [--json]

Positives: each article with one known edit or several, as desks make them: another lead, a cut tail, a new
headline, another house style, a paragraph put in, and all of these. Negatives: articles as they are, above
all those of one day, which report the same events. Articles that share a quarter of their paragraphs word for
word are versions of one article and no negatives. Recall is measured on pairs and, as a run over an archive
would, through the table of candidates.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from onrecord.compare.copies import Signature, are_copies, copies, signature
from sample import say

CORPUS = Path(__file__).parents[2] / "shared" / "data" / "polnear" / "train"
LEAD = (
    "What follows was reported first by another desk; our reporters have added what they learned on the day."
)
STYLES = (
    (r"\bpercent\b", "per cent"), (r"“|”", '"'), (r"’", "'"), (r"\bSen\.", "Senator"),
    (r"\bOct\.", "October"),
    (r"\bNov\.", "November"), (r"\bU\.S\.", "US"), (r"Mr\. ", ""), (r" — ", " - "), (r"\bfavor", "favour"),
)  # fmt: skip
Edit = Callable[[str, str, random.Random], str]


def paragraphs(text: str) -> list[str]:
    """The non-empty lines."""
    return [line for line in text.splitlines() if line.strip()]


def edited_lead(text: str, other: str, draw: random.Random) -> str:
    """Another first fifth, in words of another article."""
    lines = paragraphs(text)
    cut = max(1, len(lines) // 5)
    return "\n".join([LEAD, *paragraphs(other)[: draw.randint(1, 2)], *lines[cut:]])


def cut_tail(text: str, _other: str, draw: random.Random) -> str:
    """The first 40 to 70 per cent only."""
    lines = paragraphs(text)
    return "\n".join(lines[: max(2, round(len(lines) * draw.uniform(0.4, 0.7)))])


def new_headline(text: str, other: str, _draw: random.Random) -> str:
    """The headline of another article."""
    return "\n".join([*paragraphs(other)[:1], *paragraphs(text)[1:]])


def house_style(text: str, _other: str, _draw: random.Random) -> str:
    """Marks, abbreviations and spelling of another house."""
    for pattern, into in STYLES:
        text = re.sub(pattern, into, text)
    return text


def inserted(text: str, other: str, draw: random.Random) -> str:
    """Two paragraphs of another article put in."""
    lines = paragraphs(text)
    for line in paragraphs(other)[1:3]:
        lines.insert(draw.randint(1, len(lines)), line)
    return "\n".join(lines)


def everything(text: str, other: str, draw: random.Random) -> str:
    """All at once."""
    edits: tuple[Edit, ...] = (cut_tail, edited_lead, house_style, inserted)
    for edit in edits:
        text = edit(text, other, draw)
    return text


EDITS: tuple[Edit, ...] = (edited_lead, cut_tail, new_headline, house_style, inserted, everything)


def positives(texts: list[str], pool: list[str]) -> tuple[list[Signature], Counter[str], Counter[str]]:
    """The signatures of all edited articles, and of how many of each edit, and how many were known as copies.

    Other articles' words come from ``pool``, which holds none of ``texts``.
    """
    draw = random.Random(20261124)  # noqa: S311 - an evaluation set, no secret
    made: list[Signature] = []
    total, found = Counter[str](), Counter[str]()
    for text in texts:
        own = signature(text)
        for edit in EDITS:
            made.append(signature(edit(text, draw.choice(pool), draw)))
            total[edit.__name__] += 1
            found[edit.__name__] += are_copies(own, made[-1])
    return made, total, found


def versions(texts: list[str]) -> set[tuple[int, int]]:
    """The pairs of articles that share a quarter of the smaller one's long paragraphs, word for word."""
    long = [{line.strip() for line in paragraphs(text) if len(line.strip()) > 60} for text in texts]
    holders: dict[str, list[int]] = {}
    for place, lines in enumerate(long):
        for line in lines:
            holders.setdefault(line, []).append(place)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    return {(a, b) for (a, b), count in shared.items() if count >= 0.25 * min(len(long[a]), len(long[b]))}


def measure(articles: list[str]) -> dict[str, object]:
    """All figures; every tenth article only gives its words to the others."""
    texts = [text for place, text in enumerate(articles) if place % 10]
    originals = [signature(text) for text in texts]
    made, total, found = positives(texts, articles[::10])
    count, same = len(texts), versions(texts)
    origin = [*range(count), *(place for place in range(count) for _ in EDITS)]
    # Two edited articles may have the same words of a third put in: only pairs with an original are judged.
    pairs = [(a, b) for a, b in copies([*originals, *made]) if a < count]
    right = sum(a < count <= b and origin[a] == origin[b] for a, b in pairs)
    kin = [
        origin[a] == origin[b] or (min(origin[a], origin[b]), max(origin[a], origin[b])) in same
        for a, b in pairs
    ]
    return {
        "articles": count, "edited": len(made), "versions among the articles": len(same),
        "recall by edit": {name: round(found[name] / total[name], 4) for name in total},
        "recall through the table": round(right / len(made), 4),
        "pairs called copies": len(pairs),
        "precision": round(sum(kin) / len(pairs), 4),
    }  # fmt: skip


def texts_of(corpus: Path, most: int) -> list[str]:
    """The texts of the corpus's first articles."""
    return [path.read_text(encoding="utf-8") for path in sorted((corpus / "text").glob("*.txt"))[:most]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args()
    if not asked.corpus.is_dir():
        say(f"skipped: no {asked.corpus}")
        return
    articles = texts_of(asked.corpus, asked.articles)
    say(json.dumps(measure(articles), indent=None if asked.json else 1))


if __name__ == "__main__":
    main()
