"""Whom a pronoun before the name means, who answers in interviews, and sources that say more than who."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Read

Resolved = Callable[..., Read]


def test_his_in_an_opening_phrase_is_the_subject_after_it(resolved: Resolved) -> None:
    text = (
        "Sam Roth said yes. Tom Quill said no, and the town went to bed.\n"
        "In his bill to ban Quill from town, Roth cited a letter."
    )
    read = resolved(
        text,
        ("Sam Roth", "said", "yes"),
        ("Tom Quill", "said", "no"),
        ("his", "bill", "to ban Quill"),
        ("Roth", "cited", "a letter"),
    )
    assert read.names == ["Sam Roth", "Tom Quill", "Sam Roth", "Sam Roth"]


def test_who_was_asked_is_not_who_asks(resolved: Resolved) -> None:
    text = (
        "Tom Quill said no in an interview with Sam Roth. "
        "Asked by Roth if he believed that story, Quill said that it was false."
    )
    read = resolved(
        text,
        ("Tom Quill", "said", "no"),
        ("Roth", "Asked", "if he believed that story"),
        ("he", "believed", "that story", 1),
        ("Quill", "said", "that it was false"),
    )
    assert read.names == ["Tom Quill", "Sam Roth", "Tom Quill", "Tom Quill"]


def test_it_takes_up_a_document(resolved: Resolved) -> None:
    text = "Ada Roth cited a leaked memo. It says that the pier is closed."
    read = resolved(text, ("Ada Roth", "cited", "a leaked memo"), ("It", "says", "that the pier is closed"))
    assert read.names == ["Ada Roth", "a leaked memo"]


def test_we_in_an_answer_is_who_is_interviewed(resolved: Resolved) -> None:
    text = (
        "Interview with Quarry founder Ada Quill\nWhy did you start it?\n"
        "I liked stones. We want everybody to dig."
    )
    read = resolved(text, ("We", "want", "everybody to dig"))
    assert read.names == ["Ada Quill"]


def test_many_questions_make_an_interview(resolved: Resolved) -> None:
    asked = "Do you still hope?\nNot much of it is left here.\n"
    text = f"The end of the pier\nThe mayor, Ada Quill, at home.\n{asked * 4}I think it is over."
    assert resolved(text, ("I", "think", "it is over")).names == ["Ada Quill"]


def test_somebody_runs_on_from_the_body_they_head(resolved: Resolved) -> None:
    source = "CEO of the Harbour Council Ada Quill"
    assert resolved(f"After the leak, {source} told us no.", (source, "told", "no")).names == ["Ada Quill"]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Among likely voters, 46 percent would choose Roth and 44 percent", "44 percent"),
        ("About 44 percent", "About 44 percent"),
    ],
)
def test_a_share_is_the_one_before_its_verb(resolved: Resolved, source: str, who: str) -> None:
    assert resolved(f"{source} would back Quill", (source, "would back", "Quill")).names == [who]


def test_a_given_name_may_be_a_word_of_origin(resolved: Resolved) -> None:
    text = "“Never,” said German Quill, one of the actors. Freddy Quill said that he agreed."
    read = resolved(text, ("German Quill", "said", "“Never,”"), ("Freddy Quill", "said", "that he agreed"))
    assert read.names == ["German Quill", "Freddy Quill"]


def test_a_paper_keeps_its_country(resolved: Resolved) -> None:
    text = "It was late, according to the Philippine Star."
    read = resolved(text, ("the Philippine Star", "according to", "It was late"))
    assert read.names == ["Philippine Star"]


@pytest.mark.parametrize("owner", ["his", "Quill's"])
def test_a_refusal_is_the_one_who_refuses(resolved: Resolved, owner: str) -> None:
    text = f"Tom Quill spoke at noon. Quill later explained {owner} refusal to leave."
    read = resolved(text, (f"{owner} refusal", "refusal", "to leave"))
    assert read.names == ["Tom Quill"]


def test_the_lawmaker_is_who_spoke_last(resolved: Resolved) -> None:
    text = (
        "A lawmaker in Riga is calling for a ban.\nThe town was quiet. Nobody came. It rained all day. "
        "Joey Salt filed a bill. Salt said that the ban was due. The lawmaker said that it would pass."
    )
    read = resolved(
        text,
        ("A lawmaker in Riga", "is calling for", "a ban"),
        ("Salt", "said", "that the ban was due"),
        ("The lawmaker", "said", "that it would pass"),
    )
    assert read.names[-1] == "Joey Salt"
