"""GAP (Webster et al. 2018): whose pronoun is it, of two people named in a snippet of Wikipedia?

Each of the two names is a decision of its own: precision and recall are over all names that are said, or
marked, to be the pronoun's, as in the corpus's own scorer.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.corpus import CorpusError
from onrecord.types import Mention, Record, Span

COLUMNS = ("ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset", "B-coref")
FEMININE = frozenset(("she", "her", "hers"))
FLOOR = 0.2  # probability from which a pronoun is said to be somebody; chosen on GAP's validation part


@dataclass(frozen=True, slots=True)
class Snippet:
    """One snippet: a pronoun, two names, and whether each name is whom the pronoun means."""

    id: str
    text: str
    pronoun: Span
    a: Span
    b: Span
    a_coref: bool
    b_coref: bool

    @property
    def is_feminine(self) -> bool:
        """Whether the pronoun is a feminine one; GAP has no others than these and masculine ones."""
        return self.pronoun.of(self.text).lower() in FEMININE


@dataclass(frozen=True, slots=True)
class GapScores:
    """F1 overall, of the masculine and of the feminine pronouns, and the ratio of feminine to masculine."""

    overall: float
    masculine: float
    feminine: float
    ratio: float


def read_snippets(path: Path) -> list[Snippet]:
    """The snippets of a ``gap-*.tsv`` file.

    Raises:
        CorpusError: when a column is missing, or an offset does not point at its words.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := [c for c in COLUMNS if c not in (rows.fieldnames or ())]:
            raise CorpusError(f"{path}: not a GAP file: no column {', '.join(missing)}")
        return [_snippet(row, path) for row in rows]


def _snippet(row: dict[str, str], path: Path) -> Snippet:
    pronoun, a, b = (_span(row, name, path) for name in ("Pronoun", "A", "B"))
    a_coref, b_coref = (row[f"{name}-coref"].upper() == "TRUE" for name in ("A", "B"))
    return Snippet(row["ID"], row["Text"], pronoun, a, b, a_coref, b_coref)


def _span(row: dict[str, str], name: str, path: Path) -> Span:
    offset = row[f"{name}-offset"]
    start = int(offset) if offset.isdigit() else -1
    if start < 0 or not row["Text"].startswith(row[name], start):
        raise CorpusError(f"{path}: {row['ID']}: {name} does not stand at its offset, {offset}")
    return Span(start, start + len(row[name]))


def decide(snippet: Snippet, mentions: Sequence[Mention]) -> tuple[bool, bool]:
    """Whether the pronoun is A, and whether it is B, by what is known of the snippet's mentions.

    Of the two names, at most the likelier one is said to be, and only from ``FLOOR`` on.
    """
    same = together(mentions)
    pronoun, a, b = (_places(span, mentions) for span in (snippet.pronoun, snippet.a, snippet.b))
    one, two = (max((same[i, j] for i in pronoun for j in name), default=0.0) for name in (a, b))
    return bool(one >= FLOOR and one >= two), bool(two >= FLOOR and two > one)


def decide_by_record(snippet: Snippet, record: Record) -> tuple[bool, bool]:
    """Whether the pronoun is A, and whether it is B, by the entities of the snippet's record.

    A name is whom the pronoun means where one entity has a mention of each.
    """
    meant = [e for e in record.entities if any(m.overlaps(snippet.pronoun) for m in e.mentions)]
    a, b = (any(m.overlaps(name) for e in meant for m in e.mentions) for name in (snippet.a, snippet.b))
    return a, b


def _places(span: Span, mentions: Sequence[Mention]) -> list[int]:
    """The mention that is ``span``; else those that begin or end with it, as "the actress Jane Roe" does."""
    exact = [i for i, m in enumerate(mentions) if m.span == span]
    return exact or [
        i
        for i, m in enumerate(mentions)
        if m.span.start <= span.start
        and m.span.end >= span.end
        and (m.span.start == span.start or m.span.end == span.end)
    ]


def together(mentions: Sequence[Mention]) -> NDArray[np.float64]:
    """(n, n) probability of each two mentions to be the same, if each chooses its antecedent by itself.

    A mention is the same as an earlier one when what it goes back to is.
    """
    same = np.eye(len(mentions))
    for row, mention in enumerate(mentions):
        for earlier, chance in mention.antecedents:
            same[row, :row] += chance * same[earlier, :row]
        same[:row, row] = same[row, :row]
    return same


def gap_scores(snippets: Sequence[Snippet], said: Sequence[tuple[bool, bool]]) -> GapScores:
    """Score what was said of each snippet's A and B."""
    marked = list(zip(snippets, said, strict=True))
    feminine = _f1((s, t) for s, t in marked if s.is_feminine)
    masculine = _f1((s, t) for s, t in marked if not s.is_feminine)
    return GapScores(_f1(marked), masculine, feminine, feminine / masculine if masculine else 0.0)


def _f1(marked: Iterable[tuple[Snippet, tuple[bool, bool]]]) -> float:
    decisions = [d for s, (a, b) in marked for d in ((s.a_coref, a), (s.b_coref, b))]
    right = sum(truth and said for truth, said in decisions)
    total = sum(truth + said for truth, said in decisions)
    return 2 * right / total if total else 0.0
