"""Taken up: whom "the newspaper", "the poll" or "the official" means by a noun or name that stood before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.offices import Found
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot

_MEDIA = frozenset(
    "newspaper paper magazine network station channel outlet publication broadcaster site website".split()
)
_PRESS_NAMES = frozenset(
    "courier chronicle observer examiner times post journal news herald tribune gazette globe guardian "
    "telegraph magazine review press network tv radio cnn msnbc fox nbc abc cbs bbc npr pbs politico "
    "reuters breitbart today beast examiner".split()
)
_ANY_NAMED = frozenset("company group organization organisation agency firm nonprofit".split())
REACH = 12
"""Sentences before a description that are looked at."""
NEAR = 60
"""Spots before a description that are looked at."""


class TakenUp:
    """Finds what descriptions of one scene take up.

    Args:
        scene: the text.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def body(self, spot: Spot) -> Found | None:
        """A newspaper, company, campaign or other body that was named or described before."""
        phrase = spot.phrase
        words = () if phrase is None else self.scene.layout.words_in(phrase.span)
        if phrase is None or phrase.owner is not None or any(w.possessive for w in words):
            return None
        media = phrase.word in _MEDIA
        for other in self._within(spot):
            figure = other.figure
            if figure is None or not (figure.kind == "organisation" or _may_be_body(figure, phrase.word)):
                continue
            if other.phrase is not None and other.phrase.word == phrase.word and other.form == "description":
                return figure, 0.7, "the same noun before", other
            if other.form == "name" and _names_such(figure, phrase.word, media=media):
                return figure, 0.7, f"the nearest {phrase.word} named", other
        return None

    def one_before(self, spot: Spot, reach: int = REACH) -> Found | None:
        """Whom "the official" takes up: nobody named, but "a port official" before, within ``reach``
        sentences.
        """
        for other in self._within(spot, reach):
            phrase, figure = other.phrase, other.figure
            if phrase is None or figure is None or figure.names or other.form != "description":
                continue
            asked = spot.phrase
            if (
                asked is not None
                and phrase.word == asked.word
                and phrase.plural == asked.plural
                and (not phrase.definite)
            ):
                return figure, 0.7, "the same noun before", other
        return None

    def _within(self, spot: Spot, reach: int = REACH) -> Iterator[Spot]:
        """The spots before one, the nearest first, up to ``reach`` sentences back."""
        before = self.scene.before(spot, NEAR)
        return takewhile(lambda other: other.sentence >= spot.sentence - reach, before)

    def same_noun(self, spot: Spot) -> Found | None:
        """What was called by the same noun before: "a poll ... the poll"."""
        if spot.phrase is None or spot.phrase.owner is not None:
            return None
        for other in self._within(spot):
            same = (
                other.phrase is not None
                and other.form == "description"
                and other.phrase.word == spot.phrase.word
            )
            if same and other.figure is not None:
                return other.figure, 0.7, "the same noun before", other
        return None


def _may_be_body(figure: Figure, noun: str) -> bool:
    """Whether somebody of one word, of whom nothing shows that it is a person, may be a company."""
    company = noun in {"company", "firm", "manufacturer", "maker", "airline", "carrier", "bank", "group"}
    alone = bool(figure.names) and all(len(n.words) == 1 and not n.titles for n in figure.names)
    open_kind = figure.kind in {"unknown", "person"}
    return (
        company and alone and open_kind and not (figure.roles or figure.gender or figure.lean or figure.place)
    )


def _names_such(figure: Figure, noun: str, *, media: bool) -> bool:
    words = {w for n in figure.names for w in n.words}
    if media:
        return bool(words & _PRESS_NAMES)
    return noun in words or noun in _ANY_NAMED
