"""Salience: how well somebody mentioned near a pronoun fits it, as a score, with its parts named.

The factors are those of Lappin and Leass (1994) and of centering (Grosz, Joshi and Weinstein 1995): nearness,
subjects over objects, agreement; and, for news, that whoever spoke last goes on speaking and that quotations
keep their own company. The weights were found by a random search on GUM's training documents, on PolNeAR
articles labelled for it and on GAP; docs/explanation/who-spoke.md has the figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import PRONOUN_GENDER
from onrecord.resolve.people.spots import Spot

WINDOW = 40
"""Most spots looked at before a pronoun."""
SENTENCES = 8
"""Most sentences looked at before a pronoun."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each factor adds to the score of a mention."""

    sentence: float = -1.05
    paragraph: float = -0.175
    subject: float = 0.745
    speaker: float = 1.25
    pronoun: float = 0.504
    owner: float = -0.48
    object: float = -0.6
    into_quote: float = -0.6
    out_of_quote: float = -1.275
    same_quote: float = 0.36
    gender: float = 1.29
    unsure_kind: float = -0.3
    unnamed: float = -0.49
    idle: float = -1.365
    modifier: float = -0.45
    own_content: float = -2.5
    own_sentence: float = 0.6
    named_before: float = 0.6
    reported: float = -0.8
    last_told: float = 0.2
    topic: float = 0.2
    lean: float = 3.465
    intervening: float = -0.12
    cataphora: float = -1.45
    cataphora_owner: float = -0.15
    repeated: float = 0.15
    sharpness: float = 0.91
    model: float = 1.0
    model_sources: float = 0.3
    model_names: float = 0.1


WEIGHTS = Weights()


def fits_person(figure: Figure, gender: str | None) -> bool:
    """Whether a pronoun for one person of ``gender`` can stand for ``figure``."""
    if figure.kind not in {"person", "unknown", "anonymous"} or figure.plural or figure.place:
        return False
    return not (gender and figure.gender and figure.gender != gender)


def nearness(spot: Spot, other: Spot, weights: Weights = WEIGHTS) -> float:
    """The score of ``other``, a mention before ``spot``, as what ``spot`` goes back to."""
    apart = max(0, spot.sentence - other.sentence)
    score = weights.sentence * min(apart, 6) + weights.paragraph * min(
        max(0, spot.paragraph - other.paragraph), 4
    )
    if other.order > spot.order:
        score += weights.cataphora_owner if spot.possessive else weights.cataphora
    if other.subject:
        score += weights.subject
    if other.speaks and other.quote < 0:
        score += weights.speaker
    if other.form == "pronoun":
        score += weights.pronoun
    if other.possessive and other.form == "name":
        score += weights.owner
    if other.object:
        score += weights.object
    if other.modifier:
        score += weights.modifier
    if apart == 0 and other.subject and other.quote == spot.quote and other.order < spot.order:
        score += weights.own_sentence
    if apart == 1 and other.form == "name" and (other.subject or _introduces(other)):
        score += weights.named_before
    return score + _across(spot, other, weights)


def _introduces(spot: Spot) -> bool:
    """Whether a name is the first of somebody whose role is given: who is introduced is spoken of next."""
    figure = spot.options[0] if len(spot.options) == 1 else None
    if figure is None or not figure.roles or not figure.names:
        return False
    return figure.names[0].span == spot.span and len(figure.names[0].words) > 1


def _across(spot: Spot, other: Spot, weights: Weights) -> float:
    """What it costs or gains that the two stand inside or outside quotations."""
    if spot.quote == other.quote:
        return weights.same_quote if spot.quote >= 0 else 0.0
    return weights.into_quote if spot.quote >= 0 else weights.out_of_quote


def person_bonus(figure: Figure, gender: str | None, weights: Weights = WEIGHTS) -> float:
    """What the figure itself adds, apart from where it is mentioned."""
    score = weights.topic * min(4.0, math.log2(1 + len(figure.names)))
    if gender and figure.gender == gender:
        score += weights.gender
    elif gender:
        score += weights.lean * (figure.lean if gender == "m" else -figure.lean)
    if figure.kind == "unknown":
        score += weights.unsure_kind if figure.acts else weights.unsure_kind + weights.idle
    if not figure.names:
        score += weights.unnamed
    return score


def shares(scores: Mapping[Figure, float], weights: Weights = WEIGHTS) -> list[tuple[Figure, float]]:
    """The scores as shares of one, the best first (a softmax)."""
    if not scores:
        return []
    top = max(scores.values())
    raised = {f: math.exp(weights.sharpness * (s - top)) for f, s in scores.items()}
    whole = sum(raised.values())
    return sorted(((f, r / whole) for f, r in raised.items()), key=lambda pair: -pair[1])


def gender_of(word: str) -> str | None:
    """The gender that a pronoun states, or None."""
    return PRONOUN_GENDER.get(word)
