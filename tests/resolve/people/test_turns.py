"""Whose turn it is: sources after others' words, quotations in quotations, interviews without names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Read

Resolved = Callable[..., Read]


def test_who_spoke_goes_on_and_not_whom_they_spoke_of(resolved: Resolved) -> None:
    text = (
        "Mr. Quill smiled. Quill waved. Quill left.\n"
        "Quill expects the harbour to stay open, said Tom Roth, director of the port. He would not say when."
    )
    read = resolved(
        text,
        ("Tom Roth, director of the port", "said", "Quill expects the harbour to stay open"),
        ("Quill", "expects", "the harbour to stay open", 0),
        ("He", "would not say", "when"),
    )
    assert read.names == ["Tom Roth", "Quill", "Tom Roth"]


def test_whoever_is_introduced_is_spoken_of_next(resolved: Resolved) -> None:
    text = (
        "“It is late,” said Kim Quill. It rained. The mayor was joined by Ada Roth, president of the union. "
        "She said that it was not."
    )
    read = resolved(text, ("Kim Quill", "said", "“It is late,”"), ("She", "said", "that it was not"))
    assert read.names == ["Kim Quill", "Ada Roth"]


def test_i_in_a_quotation_within_a_quotation_is_whose_it_is(resolved: Resolved) -> None:
    text = "“Tom Roth came in and said, ‘I hope it rains,’ and left,” Ada Quill said."
    read = resolved(
        text,
        ("Ada Quill", "said", "“Tom Roth came in and said, ‘I hope it rains,’ and left,”"),
        ("Tom Roth", "said", "‘I hope it rains,’", 0),
        ("I", "hope", "it rains", 1),
    )
    assert read.names == ["Ada Quill", "Tom Roth", "Tom Roth"]


def test_i_at_the_opening_of_a_quotation_is_its_speaker(resolved: Resolved) -> None:
    text = "“I think it rains,” Ada Quill said."
    read = resolved(
        text,
        ("Ada Quill", "said", "“I think it rains,”"),
        ("I", "think", "it rains", 0),
    )
    assert read.names == ["Ada Quill", "Ada Quill"]


def test_a_day_speaks_nobody_s_words(resolved: Resolved) -> None:
    text = "Ada Quill smiled. Friday's announcement of a freeze was late."
    assert resolved(text, ("Friday's", "announcement of", "a freeze")).names == [None]


def test_a_quotation_after_a_colon_is_whose_sentence_it_is(resolved: Resolved) -> None:
    text = "Ada Quill took credit for the peace: “Without me there would be none.”"
    assert resolved(text, ("", ":", "“Without me there would be none.”")).names == ["Ada Quill"]


def test_who_after_a_place_are_the_people_there(resolved: Resolved) -> None:
    text = "Critics across the country, who say it is late, met at noon."
    assert resolved(text, ("who", "say", "it is late")).names == ["Critics"]


def test_an_adverb_and_a_verb_belong_to_no_group(resolved: Resolved) -> None:
    text = "Mayor Quill openly rebuked critics who say it is late."
    assert resolved(text, ("who", "say", "it is late")).names == ["critics"]


def test_the_senator_of_another_state_is_somebody_else(resolved: Resolved) -> None:
    text = "Sen. Ada Quill, R-Iowa, smiled. Quill left. The Florida senator said no."
    assert resolved(text, ("The Florida senator", "said", "no")).names == ["The Florida senator"]


INTERVIEW = (
    "Interview with the painter Ada Quill\n"
    "Ada Quill was born in Riga. Quill lives by the sea.\n"
    "What do you think of the harbour?\n"
    "I think it is too loud.\n"
    "Do you want to leave?\n"
    "I hope to stay."
)


@pytest.mark.parametrize(
    "said",
    [
        ("you", "think of", "the harbour"),
        ("I", "think", "it is too loud"),
        ("you", "want", "to leave"),
        ("I", "hope", "to stay"),
    ],
)
def test_who_is_interviewed_answers(resolved: Resolved, said: tuple[str, str, str]) -> None:
    assert resolved(INTERVIEW, said).names == ["Ada Quill"]


def test_who_asks_is_not_named(resolved: Resolved) -> None:
    text = INTERVIEW.replace("What do you think", "I wonder, what do you think")
    assert resolved(text, ("I", "wonder", "what do you think")).names == [None]


def test_without_an_interview_i_is_nobody(resolved: Resolved) -> None:
    text = INTERVIEW.replace("Interview with the", "On the")
    assert resolved(text, ("I", "hope", "to stay")).names == [None]


NAMED_MORE_OFTEN = "Tom Roth painted her, and Roth knew Roth. "


@pytest.mark.parametrize(
    ("headline", "between"),
    [("Wikinotes interviews the painter Ada Quill", NAMED_MORE_OFTEN), ("Ada Quill tells Wikinotes why", "")],
)
def test_whom_the_headline_announces_is_interviewed(resolved: Resolved, headline: str, between: str) -> None:
    rest = INTERVIEW.partition("\n")[2].replace("Quill lives", f"{between}Quill lives")
    assert resolved(f"{headline}\n{rest}", ("I", "hope", "to stay")).names == ["Ada Quill"]


@pytest.mark.parametrize("greeting", ["Hey", "Dear", "Sorry", "Okay"])
def test_a_greeting_is_no_part_of_a_name(resolved: Resolved, greeting: str) -> None:
    text = f"Ada Quill met Tom Roth. {greeting} Quill, Roth said, come in. Quill said no."
    read = resolved(text, ("Quill", "said", "no"))
    assert read.names == ["Ada Quill"]
    assert f"{greeting} Quill" not in {e.name for e in read.record.entities}
