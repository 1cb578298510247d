"""How sure a speaker is: the weakest step from the source to the name, calibrated (Platt 1999)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.types import Reason

# Fitted to the speakers of the labelled articles by bench/speaker_confidence.py, which also gives the
# error of fits to four fifths of the articles on the rest.
OFFSET = 2.18
SLOPE = 0.40
_FLOOR, _CEILING = 0.02, 0.999


def confidence(steps: Sequence[Reason]) -> float:
    """The chance, 0..1, that a speaker found over ``steps`` is right; there is at least one."""
    return round(1 / (1 + math.exp(-(OFFSET + SLOPE * weakest(steps)))), 3)


def weakest(steps: Sequence[Reason]) -> float:
    """The least of the steps' scores, as the logarithm of its odds."""
    least = min(_CEILING, max(_FLOOR, min(step.score for step in steps)))
    return math.log(least / (1 - least))
