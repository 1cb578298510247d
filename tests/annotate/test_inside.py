"""What of a content is read again, and what is taken from there."""

from __future__ import annotations

import pytest

from onrecord.annotate.inside import SURE, Place, places_in, readable, unexplained, untold
from onrecord.types import Attribution, Span

QUOTED = "“The dam holds, and Ortega believes the gates do too. They were painted,”"
TEXT = f"Lind said that she was sure. {QUOTED} he said."


def span(part: str, text: str = TEXT) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def relation(
    source: str, cue: str, content: str, parent: int | None = None, sure: float = 0.9
) -> Attribution:
    return Attribution((span(source),), (span(cue),), (span(content),), parent, sure)


OUTER = Attribution(
    (), (), (span("“The dam holds, and Ortega believes the gates do too. They were painted,”"),), None, 0.9
)
ANY = bool  # every span is true: every word may begin a cue
INNER = relation("Ortega", "believes", "the gates do too", 0)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("that the dam is safe now", ["the dam is safe now"]),
        ("“The dam is safe now,”", ["The dam is safe now,"]),
        ("the dam is “safe”", ["the dam is “safe”"]),
        ("the dam holds", []),
        ("that", []),
    ],
)
def test_stretches_stand_as_sentences_of_their_own(content: str, read: list[str]) -> None:
    assert [s.of(content) for s in readable([Span(0, len(content))], content)] == read


def test_only_the_attributions_asked_for_are_looked_into() -> None:
    assert [p.parent for p in places_in([OUTER, OUTER], [1], TEXT)] == [1]


def test_a_sentence_with_an_unexplained_word_of_thinking_is_read_again() -> None:
    (place,) = unexplained([OUTER], [0], TEXT, ANY)
    assert place.span.of(TEXT) == "The dam holds, and Ortega believes the gates do too."
    assert (place.parent, place.again, place.known) == (0, True, ())


def test_a_word_that_cannot_begin_a_cue_is_no_reason() -> None:
    assert list(unexplained([OUTER], [0], TEXT, lambda word: word.of(TEXT) != "believes")) == []


def test_a_word_that_an_attribution_has_explains_the_sentence() -> None:
    assert list(unexplained([OUTER, INNER], [0], TEXT, ANY)) == []


def test_words_inside_the_content_of_a_nested_one_are_left_to_the_next_level() -> None:
    inner = relation("The dam", "holds", "Ortega believes the gates do too", 0)
    assert list(unexplained([OUTER, inner], [0], TEXT, ANY)) == []


@pytest.mark.parametrize(
    ("attribution", "taken"),
    [
        (relation("Ortega", "believes", "the gates do too"), True),
        (relation("Ortega", "believes", "the gates do too", sure=SURE - 0.01), False),
        (relation("Ortega", "holds", "the gates do too"), False),
        (Attribution((), (span("believes"),), (span("the gates do too"),), None, 0.9), False),
    ],
)
def test_what_is_found_there_must_be_plain_sure_and_somebodys(attribution: Attribution, taken: bool) -> None:  # noqa: FBT001
    place = Place(OUTER.content[0], 0, again=True)
    assert list(untold([attribution], place, TEXT)) == ([attribution] if taken else [])


def test_what_is_known_already_is_not_told_twice() -> None:
    place = Place(OUTER.content[0], 0, again=True, known=INNER.cue)
    assert list(untold([INNER], place, TEXT)) == []


def test_a_relative_pronoun_names_nobody() -> None:
    text = "the dam, which says that it holds"
    found = Attribution(
        (span("which", text),), (span("says", text),), (span("that it holds", text),), None, 0.9
    )
    assert list(untold([found], Place(Span(0, len(text)), 0, again=True), text)) == []
