"""Surroundings: the statements that a spot stands in, and who speaks them."""

from __future__ import annotations

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.types import Span, Statement

_OPENING = frozenset("‘'“\"«")


class Surroundings:
    """What is said around each spot of a scene.

    Args:
        scene: the text with its spots.

    Attributes:
        of: for each spot, by its order, the indices of the statements whose content it stands in, the
            outermost first.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of = _around(scene)

    def speaker(self, spot: Spot) -> Figure | None:
        """Who says the quotation that ``spot`` stands in, or None."""
        source = self.source(spot)
        return source.figure if source else None

    def source(self, spot: Spot) -> Spot | None:
        """The source of the innermost quotation that ``spot`` stands in, told outside of it."""
        if spot.quote < 0:
            return None
        quotation = self.scene.layout.quotes[spot.quote]
        told = None
        for index in self.of[spot.order]:
            statement = self.scene.statements[index]
            place = (statement.cue or statement.source or statement.content)[0]
            source = self.scene.source_spot.get(index)
            outside = not place.within(quotation) or self._has_own_marks(statement, quotation)
            if source is not None and source is not spot and outside:
                told = source
        return told

    def _has_own_marks(self, statement: Statement, quotation: Span) -> bool:
        """Whether what is said within a quotation is quoted itself, such as “He said, ‘I hope so.’”."""
        start, text = statement.content[0].start, self.scene.layout.text
        mark = start if text[start] in _OPENING else start - 1
        return mark > quotation.start and text[mark] in _OPENING and not text[mark - 1].isalnum()

    def innermost(self, spot: Spot) -> Spot | None:
        """The source of the innermost statement around a spot whose marks went astray."""
        if spot.quote >= 0:
            return None
        sources = (self.scene.source_spot.get(i) for i in reversed(self.of[spot.order]))
        return next((s for s in sources if s is not None and s is not spot), None)


def _around(scene: Scene) -> list[list[int]]:
    spans: list[tuple[int, int, int]] = sorted(
        (span.start, -span.end, index) for index, s in enumerate(scene.statements) for span in s.content
    )
    out: list[list[int]] = []
    active: list[tuple[int, int, int]] = []
    at = 0
    depth = scene.depth
    for spot in scene.spots:
        while at < len(spans) and spans[at][0] <= spot.span.start:
            active.append(spans[at])
            at += 1
        active = [a for a in active if -a[1] > spot.span.start]
        inside = {index for _, _, index in active}
        out.append(sorted(inside, key=lambda i: depth.get(scene.statements[i].id, 0)))
    return out
