"""Candidates: whom a pronoun may stand for, each with a score and the mention that speaks for it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from itertools import takewhile

from onrecord.resolve.people.evidence import Evidence
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import SUBORDINATORS
from onrecord.resolve.people.salience import (
    SENTENCES,
    WINDOW,
    Weights,
    fits_person,
    gender_of,
    nearness,
    person_bonus,
)
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.surroundings import Surroundings

_THOUGHT_OF = 0.4  # share by which the network brings in a figure of its own
SEVERAL = 0.8  # what it adds for "they" that somebody is several people
_FLOOR = 0.1  # keeps the logarithm of a share of nothing finite

Scores = dict[Figure, tuple[float, Spot]]
"""For each figure its score, and the mention of it that has the most to do with that."""


class Candidates:
    """Finds and scores the candidates for the pronouns of one scene.

    Args:
        scene: the text with its spots, some of them resolved.
        evidence: what the network has to say on a spot, or None.
        weights: of the factors of salience.
    """

    def __init__(self, scene: Scene, evidence: Evidence | None, weights: Weights) -> None:
        self.scene = scene
        self.evidence = evidence
        self.weights = weights
        self.surroundings = Surroundings(scene)
        self.around = self.surroundings.of
        self._seen: dict[int, list[tuple[Spot, float]]] = {}

    def third(self, spot: Spot) -> Scores:
        """The persons that "he" or "she" may be, with their scores and the mention that speaks for each."""
        gender = gender_of(spot.word)
        found = self.near(spot, lambda f: fits_person(f, gender))
        barred, named = self._barred(spot), self._named_within(spot)
        out = {}
        for figure, (score, via) in found.items():
            if figure in barred:
                continue
            total = score + person_bonus(figure, gender, self.weights) + self._outer(spot, figure)
            out[figure] = (total + (self.weights.own_content if figure in named else 0.0), via)
        return out

    def near(self, spot: Spot, fits: Callable[[Figure], bool]) -> Scores:
        """Best score of each fitting figure mentioned in the window before ``spot``, or soon after it."""
        best: Scores = {}
        seen: dict[Figure, int] = defaultdict(int)
        for other, close in self._window(spot):
            figure = other.figure
            if figure is None or not fits(figure):
                continue
            score = close + (self.weights.intervening * len(seen) if other.order < spot.order else 0.0)
            seen[figure] += 1
            if figure not in best or score > best[figure][0]:
                best[figure] = (score, other)
        for figure, (score, via) in best.items():
            best[figure] = (score + self.weights.repeated * min(3, seen[figure] - 1), via)
        return self._weighed(spot, best, fits)

    def _weighed(self, spot: Spot, best: Scores, fits: Callable[[Figure], bool]) -> Scores:
        """Scores with what the network says added, and the figures that only the network has thought of."""
        if self.evidence is None:
            return best
        shares_of = self.evidence.shares(spot)
        for figure, share in shares_of.items():
            via = self.evidence.via(spot, figure)
            if figure not in best and share > _THOUGHT_OF and via is not None and fits(figure):
                best[figure] = (nearness(spot, via, self.weights), via)
        out = {}
        for figure, (score, via) in best.items():
            share = shares_of.get(figure, 0.0)
            out[figure] = (score + self._trust(spot) * math.log((share + _FLOOR) / _FLOOR), via)
        return out

    def _trust(self, spot: Spot) -> float:
        """The weight of what the network says: least where news has rules of its own, on who speaks."""
        if spot.form == "name":
            return self.weights.model_names
        return self.weights.model_sources if spot.speaks else self.weights.model

    def _window(self, spot: Spot) -> list[tuple[Spot, float]]:
        """The spots looked at from ``spot``, each with its nearness, which no round changes."""
        near = self._seen.get(spot.order)
        if near is None:
            first = spot.sentence - SENTENCES
            told = self._last_told(spot) if spot.speaks else -1
            before = takewhile(lambda other: other.sentence >= first, self.scene.before(spot, WINDOW))
            near = [
                (other, nearness(spot, other, self.weights) + self._reported(spot, other, told))
                for other in before
            ]
            self._seen[spot.order] = near
        ahead = self._ahead(spot) if self._opens_late(spot) else None
        if ahead is None:
            return near
        asked = self.weights.cataphora if self._asker(spot) is not None else 0.0
        return [*near, (ahead, nearness(spot, ahead, self.weights) - asked)]

    def _reported(self, spot: Spot, other: Spot, told: int) -> float:
        """What it costs, for a source, that ``other`` is only spoken of or quoted in what somebody else says:
        whoever spoke goes on speaking, and not whom that speaker says something of.
        """
        if spot.speaks and other.order == told:
            return self.weights.last_told
        if not spot.speaks or spot.quote >= 0 or other.quote >= 0 or other.order > spot.order:
            return 0.0
        within = set(self.around[spot.order])
        if all(index in within for index in self.around[other.order]):
            return 0.0
        return self.weights.reported - (self.weights.speaker if other.speaks else 0.0)

    def _last_told(self, spot: Spot) -> int:
        """Order of the last source before ``spot`` that is nobody's words, or -1."""
        for other in self.scene.before(spot, WINDOW):
            if other.speaks and other.quote < 0 and not self.around[other.order]:
                return other.order
        return -1

    def _ahead(self, spot: Spot) -> Spot | None:
        """The person named after an opening phrase with ``spot`` in it, or None."""
        text = self.scene.layout.text
        for other in self.scene.after(spot, 8):
            if other.sentence != spot.sentence:
                return None
            known = other.subject or (
                other.figure is not None
                and other.figure.is_person
                and "," in text[spot.span.end : other.span.start]
            )
            if known and other.form == "name" and (other.quote < 0) == (spot.quote < 0):
                return other
        return None

    def _opens_late(self, spot: Spot) -> bool:
        """Whether the sentence begins with a clause that may look ahead: "After he won, Trump ..."."""
        layout = self.scene.layout
        start = layout.sentence_start(spot.sentence)
        first = layout.first_word(start)
        if first >= len(layout.words) or layout.words[first].lower not in SUBORDINATORS:
            return False
        return "," not in layout.text[start : spot.span.start]

    def _barred(self, spot: Spot) -> set[Figure]:
        """Figures that a third-person pronoun cannot be: who says it in a quotation, the subject of "him"."""
        barred: set[Figure] = set()
        if spot.quote >= 0:
            speaker = self.surroundings.speaker(spot)
            if speaker is not None:
                barred.add(speaker)
        if spot.word in {"him", "her", "himself", "herself"}:
            barred |= self._clause_subject(spot)
        asker = self._asker(spot)
        return barred if asker is None else barred | {asker}

    def _asker(self, spot: Spot) -> Figure | None:
        """Who asks in "Asked by Roth if he would run, Quill said": whom "he" is not."""
        opening = self.scene.layout.sentence_start(spot.sentence)
        for index in self.around[spot.order]:
            cue, source = self.scene.statements[index].cue, self.scene.source_spot.get(index)
            if cue and cue[0].start == opening and source is not None and source is not spot:
                asked = cue[0].of(self.scene.layout.text).casefold().startswith("asked")
                return source.figure if asked else None
        return None

    def _named_within(self, spot: Spot) -> set[Figure]:
        """Whom the words that ``spot`` is the source of name: speakers seldom name themselves."""
        if spot.possessive:
            return set()
        contents = (span for index in spot.speaks for span in self.scene.statements[index].content)
        spots = (other for span in contents for other in self.scene.within(span))
        return {o.options[0] for o in spots if o.form == "name" and len(o.options) == 1}

    def _clause_subject(self, spot: Spot) -> set[Figure]:
        """The subject of the clause that "him" is the object of."""
        if spot.word.endswith("self") or spot.possessive:
            return set()
        text = self.scene.layout.text
        for other in self.scene.before(spot, 4):
            if other.sentence != spot.sentence or spot.span.start - other.span.end > 40:
                break
            if other.subject and other.figure is not None:
                between = text[other.span.end : spot.span.start]
                clause = any(mark in between for mark in (",", "that ", " who ", " when ", " if ", "”", "“"))
                return set() if clause else {other.figure}
        return set()

    def _outer(self, spot: Spot, figure: Figure) -> float:
        """What it adds that a pronoun outside quotations stands in what ``figure`` is reported to say."""
        if spot.quote >= 0:
            return 0.0
        for depth, index in enumerate(reversed(self.around[spot.order])):
            source = self.scene.source_spot.get(index)
            if source is not None and source is not spot and source.figure is figure:
                if self._other_subject(spot, source):
                    return -self.weights.speaker
                return (1.2 if spot.speaks or spot.subject else 0.8) - 0.3 * depth
        return 0.0

    def _other_subject(self, spot: Spot, source: Spot) -> bool:
        """Whether somebody else is the subject of a clause between a source and ``spot``."""
        gender = gender_of(spot.word)
        for other in self.scene.before(spot, 12):
            if other.order <= source.order or other.sentence != spot.sentence:
                return False
            figure = other.figure
            if (
                other.subject
                and other.form != "pronoun"
                and figure is not None
                and figure not in {None, source.figure}
                and fits_person(figure, gender)
            ):
                return True
        return False

    def several(self, spot: Spot, *, plural: bool) -> Scores:
        """The groups and bodies that "they" or "it" may be."""

        def fits(figure: Figure) -> bool:
            if plural:
                return figure.plural or figure.kind in {"collective", "organisation", "anonymous"}
            return not figure.plural and figure.kind in {"organisation", "country", "document"}

        barred = self._barred(spot) | self._named_within(spot)
        out = {}
        for figure, (score, via) in self.near(spot, fits).items():
            if figure not in barred:
                several = SEVERAL if plural and figure.plural else 0.0
                out[figure] = (score + several + self._outer(spot, figure), via)
        return out
