"""Followers: mentions of a figure that hang on whose words they stand in, found once speakers are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import FIRST_SINGULAR
from onrecord.resolve.people.scene import Scene
from onrecord.types import Span


def in_own_words(scene: Scene, speakers: Sequence[Figure | None]) -> Iterator[tuple[Span, Figure]]:
    """Every *I*, *me* and *my* in the quoted words that a statement gives as one person's own."""
    for statement, figure in zip(scene.statements, speakers, strict=True):
        if figure is None or figure.plural or figure.kind not in {"person", "unknown", "anonymous"}:
            continue
        for span in statement.verbatim:
            for word in scene.layout.words_in(span):
                lower = word.lower.partition("'")[0]
                if lower in FIRST_SINGULAR and (lower != "i" or word.text[0] == "I"):
                    yield Span(word.start, word.start + len(lower)), figure
