"""How well mentions are found in GUM's documents, and how well it is told which are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.annotate.chains import chains
from onrecord.evaluate.coreference import MEASURES, Counts, count
from onrecord.evaluate.gum import GumDocument
from onrecord.types import Mention, MentionKind, Span

KINDS: tuple[MentionKind, ...] = ("person", "organisation", "place", "other")
WHO = ("person", "organisation")
Find = Callable[[str], Sequence[Mention]]


class _Placed(Protocol):
    """A mention of either side."""

    @property
    def span(self) -> Span: ...
    @property
    def kind(self) -> MentionKind: ...


@dataclass(slots=True)
class PeopleReport:
    """Counts over documents.

    Attributes:
        documents: how many.
        mentions: of each kind, exact spans: right, marked and found.
        persons: under each of ``MEASURES``, the counts of the entities that are persons, of one mention too.
        persons_again: the same without the entities of one mention.
    """

    documents: int = 0
    mentions: dict[str, Counter[str]] = field(default_factory=lambda: {k: Counter() for k in (*KINDS, "who")})
    persons: dict[str, Counts] = field(default_factory=lambda: {m: Counts() for m in MEASURES})
    persons_again: dict[str, Counts] = field(default_factory=lambda: {m: Counts() for m in MEASURES})

    def figures(self) -> dict[str, float]:
        """Every figure by name, in percent."""
        out = {f"mentions.{kind}": 100 * _f1(counts) for kind, counts in self.mentions.items()}
        for name, group in (("persons", self.persons), ("persons_again", self.persons_again)):
            out |= {f"{name}.{measure}": 100 * counts.f1 for measure, counts in group.items()}
        return out


def _f1(counts: Counter[str]) -> float:
    total = counts["marked"] + counts["found"]
    return 2 * counts["right"] / total if total else 0.0


def measure(documents: Iterable[GumDocument], find: Find) -> PeopleReport:
    """Find the mentions of every document's text, and compare them with what is marked."""
    report = PeopleReport()
    for document in documents:
        _compare(document, find(document.text), report)
    return report


def _compare(document: GumDocument, found: Sequence[Mention], report: PeopleReport) -> None:
    report.documents += 1
    marked = {(m.span, m.kind) for m in document.mentions}
    said = {(m.span, m.kind) for m in found}
    for name, tally in report.mentions.items():
        kinds = WHO if name == "who" else (name,)
        for side, of in (("right", marked & said), ("marked", marked), ("found", said)):
            tally[side] += sum(kind in kinds for _, kind in of)
    key = persons(document.mentions, [m.entity for m in document.mentions])
    response = persons(found, chains(document.text, found))
    for least, group in ((1, report.persons), (2, report.persons_again)):
        sides = ([e for e in side if len(e) >= least] for side in (key, response))
        for name, counts in count(*sides).items():
            group[name] += counts


def persons(mentions: Sequence[_Placed], names: Sequence[Hashable]) -> list[set[Span]]:
    """The entities at least half of whose mentions are persons, as sets of spans."""
    groups: defaultdict[Hashable, list[_Placed]] = defaultdict(list)
    for mention, name in zip(mentions, names, strict=True):
        groups[name].append(mention)
    return [
        {m.span for m in group}
        for group in groups.values()
        if 2 * sum(m.kind == "person" for m in group) >= len(group)
    ]
