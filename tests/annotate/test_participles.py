from __future__ import annotations

import pytest

from onrecord.annotate.participles import with_subjects
from onrecord.types import Attribution, Span


def place(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def sources(text: str, subject: str, first: str, second: str) -> list[str]:
    told = Attribution(place(text, subject), place(text, first), place(text, "the bridge is shut"))
    hanging = Attribution((), place(text, second), place(text, "repairs cost too much"))
    return [s.of(text) for s in with_subjects([told, hanging], text)[1].source]


@pytest.mark.parametrize("between", [", adding", " while adding", ", and adding", " – adding"])
def test_a_participle_has_the_speaker_of_its_sentence(between: str) -> None:
    text = f"Reyes said the bridge is shut{between} that repairs cost too much."
    assert sources(text, "Reyes", "said", "adding") == ["Reyes"]


@pytest.mark.parametrize(
    ("text", "subject", "second"),
    [
        ("Reyes said the bridge is shut. Adding up, repairs cost too much.", "Reyes", "Adding"),
        ("Reyes said the bridge is shut, and it was said repairs cost too much.", "Reyes", "was said"),
        ("Ana, who said the bridge is shut, adding that repairs cost too much, left.", "who", "adding"),
        ("Reyes said the bridge is shut by the board adding that repairs cost too much.", "Reyes", "adding"),
    ],
)
def test_others_stay_without(text: str, subject: str, second: str) -> None:
    assert sources(text, subject, "said", second) == []
