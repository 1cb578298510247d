"""Kin, those who share a name, and whom a question is put to."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Read

Resolved = Callable[..., Read]


def test_his_father_is_of_whom_the_text_calls_him_the_son(resolved: Resolved) -> None:
    text = "Eric Rowe, Martin Rowe's son, runs the charity. His father told reporters that it was private."
    read = resolved(text, ("His father", "told", "that it was private"))
    assert read.names == ["Martin Rowe"]


def test_kin_of_whom_the_text_says_nothing_keep_their_own_words(resolved: Resolved) -> None:
    text = "Eric Rowe runs the charity with Martin Lund. His father said that it was private."
    assert resolved(text, ("His father", "said", "that it was private")).names == ["His father"]


def test_the_younger_and_the_elder_of_one_name(resolved: Resolved) -> None:
    text = (
        "Gordon Trask and his son, Owen Trask, disagree. The younger Trask said the mill would close. "
        "The elder Trask said it would stay."
    )
    read = resolved(
        text,
        ("The younger Trask", "said", "the mill would close"),
        ("The elder Trask", "said", "it would stay"),
    )
    assert read.names == ["Owen Trask", "Gordon Trask"]


def test_you_in_a_question_is_the_other_person_in_view(resolved: Resolved) -> None:
    text = "Ms. Lena Marsh stopped President Arno Cole. “Why do you think it is safe?” she asked."
    read = resolved(
        text,
        ("she", "asked", "“Why do you think it is safe?”"),
        ("you", "think", "it is safe", 0),
    )
    assert read.names == ["Lena Marsh", "Arno Cole"]


def test_they_are_the_many_that_were_counted(resolved: Resolved) -> None:
    text = "Nearly eight of 10 voters watched at Hove University. They said that it was dull."
    assert resolved(text, ("They", "said", "that it was dull")).names == ["Nearly eight of 10 voters"]


def test_a_relative_looks_past_what_narrows_a_description(resolved: Resolved) -> None:
    text = "The crowd met the nominee for mayor, who promised buses. Dora Lind, the nominee for mayor, left."
    assert resolved(text, ("who", "promised", "buses")).names == ["Dora Lind"]


def test_a_pronoun_of_an_opening_phrase_looks_ahead(resolved: Resolved) -> None:
    text = "Many came. In her speech, Mayor Ada Lind blamed the weather. Her plan, she said, was sound."
    read = resolved(text, ("she", "said", "Her plan"))
    assert read.names == ["Ada Lind"]
    assert "her" in read.mentions("Ada Lind")


def test_a_body_with_two_ofs_is_one_name(resolved: Resolved) -> None:
    text = "The Campaign for the Fair Pricing of Bread said that wheat was cheap."
    read = resolved(text, ("The Campaign for the Fair Pricing of Bread", "said", "that wheat was cheap"))
    assert read.names == ["Campaign for the Fair Pricing of Bread"]
    assert read.speakers[0] is not None
    assert read.speakers[0].kind == "organisation"
