"""How many of GUM's nested attributions the reader finds: ``python -m reader.gum --corpus gum/train``.

GUM (Zeldes 2017) marks attribution between discourse units, nested ones too. An attribution is counted as
nested when its unit lies in the content of another attribution of the same sentence, and as found when a
statement's cue lies in its unit and its content agrees with GUM's at a Dice score of a half or more.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate.network import FOLDER, load
from onrecord.annotate.reading import annotate
from onrecord.types import Span

GENRES = ("news", "interview", "court", "textbook")
DISCOURSE = re.compile(r"Discourse=([^:|]+):(\d+)(?:->(\d+))?")


@dataclass(slots=True)
class Unit:
    """One elementary discourse unit: its relation to its parent, its characters, its sentence."""

    relation: str
    parent: int | None
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution: the unit with source and cue, the characters of its content, whether it is nested."""

    unit: Unit
    content: frozenset[int]
    nested: bool


def read_document(path: Path) -> tuple[str, dict[int, Unit]]:
    """The text of a CoNLL-U file, one paragraph a line, and its discourse units by number."""
    text, sentence, breaking = "", 0, False
    units: dict[int, Unit] = {}
    unit = Unit("", None, 0, 0, 0)
    for line in path.read_text("utf-8").split("\n"):
        sentence += line.startswith("# sent_id")
        breaking = breaking or line.startswith("# newpar")
        fields = line.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        if breaking and text:
            text = text.rstrip() + "\n"
        breaking = False
        if match := DISCOURSE.search(fields[9]):
            parent = int(match[3]) if match[3] else None
            unit = units[int(match[2])] = Unit(match[1], parent, len(text), len(text), sentence)
        text += fields[1]
        unit.end = len(text)
        text += "" if "SpaceAfter=No" in fields[9] else " "
    return text, units


def attributions(units: dict[int, Unit]) -> Iterator[Attributed]:
    """Every unit that attributes, with what of its content stands in the same sentence."""
    children = defaultdict(list)
    for number, unit in units.items():
        children[unit.parent].append(number)

    def below(number: int) -> set[int]:
        return {number}.union(*(below(child) for child in children[number]))

    marked = [n for n, u in units.items() if u.relation.startswith("attribution") and u.parent is not None]
    contents = {n: below(units[n].parent or 0) - below(n) for n in marked}
    for n in marked:
        unit, parent = units[n], units[n].parent
        near = [units[m] for m in contents[n] if units[m].sentence == unit.sentence] or [units[parent or 0]]
        outer = [
            m for m in marked if m != n and {n, parent} <= contents[m] and units[m].sentence == unit.sentence
        ]
        yield Attributed(unit, frozenset(i for u in near for i in range(u.start, u.end)), bool(outer))


def characters(spans: tuple[Span, ...]) -> set[int]:
    """The offsets of every character of ``spans``."""
    return {i for s in spans for i in range(s.start, s.end)}


def found(wanted: Attributed, read: list[tuple[set[int], set[int]]]) -> bool:
    """Whether a statement, given as the characters of its cue and content, is ``wanted``."""
    unit = set(range(wanted.unit.start, wanted.unit.end))
    return any(
        cue & unit and 2 * len(content & wanted.content) >= 0.5 * (len(content) + len(wanted.content))
        for cue, content in read
    )


def main() -> None:
    """Read GUM's documents and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of GUM's .conllu files")
    parser.add_argument("--model", type=Path, default=FOLDER)
    args = parser.parse_args()
    network = load(args.model)
    count: Counter[str] = Counter()
    for path in sorted(p for g in GENRES for p in args.corpus.glob(f"GUM_{g}_*.conllu")):
        text, units = read_document(path)
        statements = annotate(text, network)
        read = [(characters(a.cue), characters(a.content)) for a in statements]
        count["nested statements read"] += sum(a.parent is not None for a in statements)
        for wanted in attributions(units):
            kind = "nested" if wanted.nested else "top-level"
            count[kind] += 1
            count[f"{kind} found"] += found(wanted, read)
    for kind in ("nested", "top-level"):
        print(f"{kind}: {count[f'{kind} found']} of {count[kind]} found")
    print(f"nested statements read: {count['nested statements read']}")


if __name__ == "__main__":
    main()
