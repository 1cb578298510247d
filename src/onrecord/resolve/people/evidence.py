"""What the network has to say on a spot: the share of each figure among what the spot may go back to.

The network gives each mention a few earlier ones with probabilities. A mention that the rules know as a spot
counts for that spot's figure; one that they do not know passes its share on to what it goes back to itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.words import PLACE_WORDS, STATES
from onrecord.types import Mention

_DEPTH = 3
_MAJORITY = 0.8  # of all mentions, for a person whom prepositions alone make a place
_TITLES = 60  # characters of titles before a name that a mention may have
_AFTER = 3  # characters after a name that a mention may still have: 's


class Evidence:
    """The network's mentions laid over the spots of a scene.

    Args:
        spots: in the order of the text.
        mentions: of the same text, in its order, none crossing another.
    """

    def __init__(self, spots: Sequence[Spot], mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._later = _going_back(mentions)
        self._mention: dict[int, int] = {}
        self._spot: dict[int, Spot] = {}
        for spot, index in _matched(spots, mentions):
            self._mention[spot.order] = index
            self._spot.setdefault(index, spot)

    def mention(self, spot: Spot) -> Mention | None:
        """The mention that a spot is the head of, or None."""
        index = self._mention.get(spot.order)
        return None if index is None else self.mentions[index]

    def teach_kinds(self, spots: Sequence[Spot]) -> None:
        """Take over what the network takes a named figure for, where the text's own words leave that open."""
        votes: dict[Figure, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for spot in spots:
            mention = self.mention(spot) if spot.form == "name" and len(spot.options) == 1 else None
            if mention is not None and spot.options[0].kind == "unknown":
                votes[spot.options[0]][mention.kind] += mention.confidence
        for figure, found in votes.items():
            kind = max(found, key=lambda k: found[k])
            sure = found[kind] >= _MAJORITY * sum(found.values())
            if kind == "person" and not (figure.place and (_is_placed_by_name(figure) or not sure)):
                figure.kind, figure.place = "person", False
            elif kind == "organisation":
                figure.kind, figure.place = "organisation", False
            elif kind in {"place", "other"}:
                figure.place = True

    def shares(self, spot: Spot) -> dict[Figure, float]:
        """For each figure the probability that the spot goes back to a mention of it."""
        found: dict[Figure, float] = defaultdict(float)
        index = self._mention.get(spot.order)
        if index is not None:
            self._collect(index, 1.0, _DEPTH, found)
            for other, chance in self._named_later(index):
                found[other.options[0]] = min(1.0, found[other.options[0]] + chance)
        return found

    def _named_later(self, index: int) -> Iterator[tuple[Spot, float]]:
        """The names that go back to a mention, as in "After his win, Brandt left", with their chances."""
        for later, chance in self._later.get(index, ()):
            spot = self._spot.get(later)
            if spot is not None and spot.form == "name" and len(spot.options) == 1:
                yield spot, chance

    def via(self, spot: Spot, figure: Figure) -> Spot | None:
        """The likeliest antecedent of a spot that stands for ``figure``, or None."""
        index = self._mention.get(spot.order)
        for earlier, _ in self.mentions[index].antecedents if index is not None else ():
            other = self._spot.get(earlier)
            if other is not None and other.figure is figure:
                return other
        names = self._named_later(index) if index is not None else ()
        return next((other for other, _ in names if other.options[0] is figure), None)

    def _collect(self, index: int, share: float, depth: int, found: dict[Figure, float]) -> None:
        for earlier, chance in self.mentions[index].antecedents:
            spot = self._spot.get(earlier)
            if spot is not None and spot.figure is not None:
                found[spot.figure] += share * chance
            elif depth and share * chance > 0.02:
                self._collect(earlier, share * chance, depth - 1, found)


def _going_back(mentions: Sequence[Mention]) -> Mapping[int, Sequence[tuple[int, float]]]:
    """For each pronoun by its index, the later mentions that may go back to it, with their chances."""
    later: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for earlier, chance in mention.antecedents if mention.form == "name" else ():
            if mentions[earlier].form == "pronoun":
                later[earlier].append((index, chance))
    return later


def _matched(spots: Sequence[Spot], mentions: Sequence[Mention]) -> list[tuple[Spot, int]]:
    """Each spot with the index of the smallest mention that it is the head of."""
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].span.start, -mentions[i].span.end))
    out: list[tuple[Spot, int]] = []
    active: list[int] = []
    at = 0
    for spot in spots:
        while at < len(order) and mentions[order[at]].span.start <= spot.span.start:
            active.append(order[at])
            at += 1
        active = [i for i in active if mentions[i].span.end > spot.span.start]
        inside = [i for i in active if _heads(spot, mentions[i])]
        if inside:
            out.append((spot, min(inside, key=lambda i: mentions[i].span.end - mentions[i].span.start)))
    return out


def _heads(spot: Spot, mention: Mention) -> bool:
    """Whether a spot is what a mention comes down to, and not just a name within it."""
    one, other = spot.span, mention.span
    if spot.form == "pronoun" or mention.form == "pronoun":
        return one == other or (one.start == other.start and abs(one.end - other.end) <= _AFTER)
    if not one.within(other):
        return other.within(one) and one.start == other.start and one.end - other.end < _AFTER
    if spot.form == "name":
        ends = other.end - one.end <= _AFTER and one.start - other.start <= _TITLES
        return ends or one.start == other.start
    return one.start - other.start <= _AFTER


def _is_placed_by_name(figure: Figure) -> bool:
    """Whether a figure is a place by the words of its names, and not just by a preposition before them."""
    return any(" ".join(n.words) in STATES or n.words[-1] in PLACE_WORDS for n in figure.names)
