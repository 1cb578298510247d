"""How sure a speaker is."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.people.certainty import confidence
from onrecord.types import Reason, Span

from .conftest import Read

Resolved = Callable[..., Read]
SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=6)


def steps(scores: list[float]) -> list[Reason]:
    return [Reason(Span(0, 1), "because", score) for score in scores]


@given(SCORES)
def test_a_confidence_is_a_share_and_no_more_than_that_of_its_weakest_step(scores: list[float]) -> None:
    whole = confidence(steps(scores))
    assert 0 <= whole <= 1
    assert whole == min(confidence(steps([score])) for score in scores)


def test_a_name_is_surer_than_a_pronoun_between_two(resolved: Resolved) -> None:
    text = "Vera Holm said no. Ida Roth said yes. She left, she said."
    read = resolved(
        text, ("Vera Holm", "said", "no"), ("Ida Roth", "said", "yes"), ("she", "said", "She left")
    )
    sure = [s.confidence for s in read.speakers if s is not None and s.confidence is not None]
    assert sure[0] == sure[1] > sure[2]
