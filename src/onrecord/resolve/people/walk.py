"""The walk through a text: every spot is given its figure, the run of the text first, then its quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from onrecord.resolve.people.addressed import addressed
from onrecord.resolve.people.behalf import Behalf
from onrecord.resolve.people.candidates import Candidates, Scores
from onrecord.resolve.people.descriptions import Descriptions
from onrecord.resolve.people.evidence import Evidence
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import (
    FIRST_PLURAL,
    FIRST_SINGULAR,
    PRONOUN_GENDER,
    RELATIVE,
    SECOND,
    THIRD_NEUTER,
    THIRD_PLURAL,
)
from onrecord.resolve.people.interviews import Interview
from onrecord.resolve.people.kin import by_age
from onrecord.resolve.people.salience import WEIGHTS, Weights, shares
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.words import ADMINISTRATION, FEMALE, MALE
from onrecord.types import Span

_NARROWED = re.compile(r" (?:of|for) [\w ]{2,30},? ")  # the nominee *for president*, who
SETTLED = 0.6  # leaning from which on the pronouns of a figure have settled its gender
_PLACED = re.compile(r" (?:in|from|at|across|around|throughout|within|of|near) [\w' -]{2,40},? ?")
_BODIES = frozenset(("organisation", "country", "document"))
_OUT_OF_VIEW = -6.0  # the score of whoever has an ambiguous surname and was not mentioned near
LEAST = 0.28
"""The share that the best candidate must have; below it a careful reader would not say (chosen on GAP)."""


class Walk:
    """Gives each spot of a scene its figure.

    Args:
        scene: the text with its spots.
        evidence: what the network has to say on a spot, or None.
        weights: of the factors of salience.
    """

    def __init__(self, scene: Scene, evidence: Evidence | None = None, weights: Weights = WEIGHTS) -> None:
        self.scene = scene
        self.weights = weights
        self.candidates = Candidates(scene, evidence, weights)
        self.descriptions = Descriptions(scene)
        self.interview = Interview(scene)
        self.behalf = Behalf(scene, self.descriptions)
        self._busy: set[int] = set()

    def go(self) -> None:
        """Resolve every spot; what the pronouns agree on about gender is learned on a first round."""
        for last in (False, False, True):
            self._round()
            self._learn_gender(settled=last)
            for spot in self.scene.spots:
                if not (spot.form == "name" and len(spot.options) == 1):
                    spot.figure, spot.score, spot.because, spot.via = None, 0.0, "", None
            self.descriptions.forget()
        self._round()
        self.descriptions.again()

    def _round(self) -> None:
        self._surnames: Counter[Figure] = Counter()
        spots = self.scene.spots
        for spot in spots:
            if spot.form == "name" and len(spot.options) == 1:
                self._give(spot, spot.options[0], 1.0, "the name")
        for inside in (False, True):
            for spot in spots:
                if (spot.quote >= 0) == inside:
                    self.resolve(spot)

    def resolve(self, spot: Spot) -> None:
        """Give ``spot`` its figure, after the speakers of what is around it."""
        if spot.figure is not None or spot.order in self._busy:
            return
        self._busy.add(spot.order)
        for index in self.candidates.around[spot.order]:
            source = self.scene.source_spot.get(index)
            if source is not None and source is not spot:
                self.resolve(source)
        owner = spot.phrase.owner_word if spot.phrase is not None else None
        if owner is not None:  # "his father": who "his" is comes first
            for other in self.scene.within(Span(owner.start, owner.end)):
                self.resolve(other)
        self._settle(spot)
        self._busy.discard(spot.order)

    def _settle(self, spot: Spot) -> None:
        if spot.form == "name":
            self._ambiguous(spot)
        elif spot.form == "pronoun":
            self._pronoun(spot)
        else:
            found = self.descriptions.figure(spot)
            if found is not None:
                self._give(spot, *found)

    def _give(self, spot: Spot, figure: Figure, score: float, because: str, via: Spot | None = None) -> None:
        spot.figure, spot.score, spot.because, spot.via = figure, score, because, None if via is spot else via
        if spot.form in {"pronoun", "description"}:
            self._office(spot, figure)

    def _office(self, spot: Spot, figure: Figure) -> None:
        """Learn from "his administration" which office somebody may have."""
        if spot.possessive:
            at = self.scene.layout.first_word(spot.span.end)
            if at < len(self.scene.layout.words):
                implied = ADMINISTRATION.get(self.scene.layout.words[at].lower)
                if implied:
                    self.descriptions.offices.learn(figure, implied)

    def _pronoun(self, spot: Spot) -> None:
        word = spot.word
        if word in PRONOUN_GENDER:
            self._choose(spot, self.candidates.third(spot), "the nearest that fits")
        elif word in FIRST_SINGULAR or word in FIRST_PLURAL:
            self._first(spot, plural=word in FIRST_PLURAL)
        elif word in THIRD_PLURAL or word in THIRD_NEUTER:
            self._choose(
                spot, self.candidates.several(spot, plural=word in THIRD_PLURAL), "the nearest group"
            )
        elif word in SECOND:
            found = addressed(self.candidates, self.interview, spot)
            if found is not None:
                self._give(spot, *found)
        elif word in RELATIVE:
            self._relative(spot)

    def _choose(self, spot: Spot, scores: Scores, because: str) -> None:
        ranked = shares({f: s for f, (s, _) in scores.items()}, self.weights)
        if ranked and ranked[0][1] >= LEAST:
            figure, share = ranked[0]
            self._give(spot, figure, round(share, 3), because, scores[figure][1])

    def _first(self, spot: Spot, *, plural: bool) -> None:
        source = self.candidates.surroundings.source(spot) or self.candidates.surroundings.innermost(spot)
        if source is None and (asked := self.interview.who(spot)) is not None:
            self._give(spot, asked, 0.5, "who is interviewed")
        if source is None or source.figure is None:
            return
        if plural:
            group = self.behalf.spoken_for(source, spot)
            if group is not None:
                self._give(spot, group, 0.6, "whom the speaker speaks for", source)
                return
        figure = source.figure
        if figure.plural and not plural and source.phrase is not None:  # "the candidate and his aides": I
            owner = source.phrase.owner
            whose = source.phrase.names[:1] or (() if owner is None else (owner,))
            figure = next((self.scene.cast.whose[i][0] for i in whose), figure)
        self._give(spot, figure, 0.9 if not plural else 0.6, "the speaker of the quotation", source)

    def _relative(self, spot: Spot) -> None:
        """Relatives go back to what stands right before them."""
        for other in self.scene.before(spot, 6):
            same = other.sentence == spot.sentence and other.quote == spot.quote
            if same and other.figure is not None and self._may_own(spot, other, other.figure):
                self._give(spot, other.figure, 0.8, "right before the relative", other)
                return
        found = self.descriptions.before_relative(spot)
        if found is not None and spot.word in {"who", "whom"} and found.kind in _BODIES:
            found = None  # "voters across the country, who"
            for other in self.scene.before(spot, 6):
                between = self.scene.layout.text[other.span.end : spot.span.start]
                people = other.figure is not None and other.figure.kind not in _BODIES and other.figure.plural
                if people and other.figure is not None and _PLACED.fullmatch(between):
                    self._give(spot, other.figure, 0.6, "the people before the relative", other)
                    return
        if found is not None:
            self._give(spot, found, 0.6, "the noun right before the relative")
            return
        start = self.scene.layout.sentence_start(spot.sentence)
        for other in self.scene.within(Span(start, spot.span.start + 1)):
            plain = other.form == "name" and not (other.object or other.possessive or other.modifier)
            leads = other is not spot and (other.subject or (plain and other.options[0].is_person))
            if leads and other.figure is not None and other.quote == spot.quote:
                self._give(spot, other.figure, 0.5, "whom the sentence is about", other)
                return

    def _may_own(self, spot: Spot, other: Spot, figure: Figure) -> bool:
        """Whether a relative may go back to ``other``: next to it, or past an apposition between commas."""
        if spot.word in {"who", "whom"} and figure.kind in {"organisation", "country", "document"}:
            return False
        between = self.scene.layout.text[other.span.end : spot.span.start]
        bracketed = between.startswith(" (") and between.rstrip(" ,").endswith(")")
        apposed = between.startswith(",") and between.rstrip().endswith(",") and len(between) < 80
        narrowed = other.form == "description" and spot.word == "who" and bool(_NARROWED.fullmatch(between))
        return not between.strip(" ,—–-") or bracketed or apposed or narrowed

    def _ambiguous(self, spot: Spot) -> None:
        """A surname that several have: whoever of these was in the text's eye last."""
        told = by_age(self.scene, spot)
        if told is not None:
            self._give(spot, told, 0.8, "the younger or the elder of this name")
            return
        options = set(spot.options)
        near = self.candidates.near(spot, lambda f: f in options)
        first = min(options, key=lambda f: f.names[0].span if f.names else spot.span)
        seen = {f: near.get(f, (_OUT_OF_VIEW, spot)) for f in spot.options}
        scores = {f: (score + self._goes_by_surname(f, first), via) for f, (score, via) in seen.items()}
        self._choose(spot, scores, "the one of this name in view")
        if spot.figure is not None:
            self._surnames[spot.figure] += 1

    def _goes_by_surname(self, figure: Figure, first: Figure) -> float:
        """How likely a surname that several have is this one's: of whom it was before, and not of those
        whom the text keeps giving the full name.
        """
        score = 0.5 * min(4, self._surnames[figure]) - 0.6 * min(8, max(0, figure.full - 2))
        return score + (1.0 if figure is first else 0.0)

    def _learn_gender(self, *, settled: bool) -> None:
        """Take over the gender on which the sure pronouns of a figure agree, as a leaning until it is
        settled.
        """
        votes: dict[Figure, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for spot in self.scene.spots:
            if (
                spot.form == "pronoun"
                and spot.figure is not None
                and spot.word in PRONOUN_GENDER
                and spot.quote < 0
            ):
                votes[spot.figure][PRONOUN_GENDER[spot.word]] += max(0.0, spot.score - 0.4)
        for figure, found in votes.items():
            if figure.gender is None:
                male, female = found[MALE], found[FEMALE]
                figure.lean = (male - female) / (male + female + 0.3)
                if settled and abs(figure.lean) >= SETTLED:
                    figure.gender = MALE if figure.lean > 0 else FEMALE
