"""Behalf: the body for which a speaker says "we": whose spokesperson or officer, or in whose government."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from onrecord.resolve.people.descriptions import Descriptions
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.nouns import OWNED
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.types import Span

_OFFICERS = frozenset(
    "officer executive chairman chairwoman chair president ceo founder head director".split()
)
_GOVERNMENT = frozenset(
    "secretary adviser advisor minister ambassador envoy president spokesman spokeswoman spokesperson "
    "official".split()
)


class Behalf:
    """Tells for whom speakers of one scene speak.

    Args:
        scene: the text.
        descriptions: what resolves its descriptions.
    """

    def __init__(self, scene: Scene, descriptions: Descriptions) -> None:
        self.scene = scene
        self.descriptions = descriptions

    def spoken_for(self, source: Spot, spot: Spot) -> Figure | None:
        """The body for which the speaker at ``source`` says "we" at ``spot``, or None."""
        figure = source.figure
        if figure is None:
            return None
        behalf = figure.on_behalf_of or (source.phrase.behalf if source.phrase else None)
        if behalf is not None and (body := self._named(behalf)) is not None:
            return body
        if (led := self._led(figure)) is not None:
            return led
        if any(r.head.split()[-1] in _GOVERNMENT and not r.former for r in figure.roles):
            return self._government(spot)
        return None

    def _named(self, behalf: Span) -> Figure | None:
        """The body that words such as "Quill campaign" or "Northwind Group" name."""
        if self.scene.layout.words_in(behalf)[-1].lower in OWNED:
            phrase = self.scene.parser.parse(behalf)
            return self.descriptions.body(phrase) if phrase is not None else None
        named = [s.figure for s in self.scene.within(behalf) if s.figure is not None]
        return named[0] if named and named[0].kind == "organisation" else None

    def _led(self, figure: Figure) -> Figure | None:
        """The body whose officer the text says somebody is: "Northwind's chief executive"."""
        for role in figure.roles:
            if not role.former and role.head.split()[-1] in _OFFICERS:
                bodies = (s.figure for s in self.scene.within(role.span) if not self._is_agent(s))
                found = next((b for b in bodies if b is not None and b.kind == "organisation"), None)
                if found is not None:
                    return found
        return None

    def _is_agent(self, spot: Spot) -> bool:
        """Whether a name in a role only does something: "the founder, interviewed by the Courier"."""
        return self.scene.layout.text[: spot.span.start].endswith((" by ", " by the "))

    def _government(self, spot: Spot) -> Figure | None:
        """The administration that the text speaks of: the one nearest to a spot."""
        if not self._administrations:
            return None
        span = min(self._administrations, key=lambda s: abs(s.start - spot.span.start))
        return self.descriptions.worded(span)

    @cached_property
    def _administrations(self) -> list[Span]:
        return list(self._said_administrations())

    def _said_administrations(self) -> Iterator[Span]:
        """Where the text has "his administration", "the Fox administration"."""
        for before, word in pairwise(self.scene.layout.words):
            owned = before.capital or before.lower in {"his", "her", "the"} or before.possessive
            if word.lower == "administration" and owned:
                yield Span(before.start, word.end)
