"""The figures of people and organisations: their mentions and coreference in GUM, their pronouns in GAP."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from onrecord.evaluate.gap import Snippet, decide, decide_by_record, gap_scores, read_snippets
from onrecord.evaluate.gum import read_folder
from onrecord.evaluate.mentions import measure
from onrecord.types import Mention, Record

Read = Callable[[str], tuple[Sequence[Mention], Record]]
_NAMES = 34  # width of the table's first column, in characters
_TITLES = {
    "mentions": "Mentions, exact span and kind, F1",
    "persons": "Coreference of persons, F1",
    "persons_again": "the same, of those mentioned twice",
    "gap": "GAP, F1 in percent; ratio",
    "gap_network": "the same, by the network alone",
}


def people_figures(gum: Path | None, gap: Path | None, limit: int | None, read: Read) -> dict[str, float]:
    """Every figure by name, in percent but for the ratios.

    Args:
        gum: a folder of GUM's documents.
        gap: one of GAP's files.
        limit: only so many of the documents, and of the snippets.
        read: gives the mentions and the whole record of a text.

    Raises:
        CorpusError: when a folder or file is not what it should be.
    """
    figures: dict[str, float] = {}
    if gum is not None:
        figures |= measure(islice(read_folder(gum), limit), lambda text: read(text)[0]).figures()
    if gap is not None:
        figures |= _gap_figures(read_snippets(gap)[:limit], read)
    return {name: round(value, 3) for name, value in figures.items()}


def _gap_figures(snippets: Sequence[Snippet], read: Read) -> dict[str, float]:
    """What the records say of the pronouns, and what the network says by itself."""
    whole, alone = [], []
    for snippet in snippets:
        mentions, record = read(snippet.text)
        whole.append(decide_by_record(snippet, record))
        alone.append(decide(snippet, mentions))
    figures = {}
    for group, said in (("gap", whole), ("gap_network", alone)):
        scores = gap_scores(snippets, said)
        for name in ("overall", "masculine", "feminine"):
            figures[f"{group}.{name}"] = 100 * getattr(scores, name)
        figures[f"{group}.ratio"] = scores.ratio
    return figures


def people_table(figures: Mapping[str, float]) -> str:
    """The figures for people to read, one a line under the title of their group."""
    lines: list[str] = []
    for name, value in figures.items():
        group, _, rest = name.partition(".")
        if not any(line == _TITLES[group] for line in lines):
            lines.append(_TITLES[group])
        lines.append(f"  {rest:<{_NAMES}}{value:>8.{2 if rest == 'ratio' else 1}f}")
    return "\n".join(lines) + "\n"
