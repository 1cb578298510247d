"""Whom descriptions stand for."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Read

Resolved = Callable[..., Read]


def test_a_title_beside_a_name_answers_the_description(resolved: Resolved) -> None:
    text = "President Ida Roth met Sen. Carl Voss. The president said no. The senator said yes."
    read = resolved(text, ("The president", "said", "no"), ("The senator", "said", "yes"))
    assert read.names == ["Ida Roth", "Carl Voss"]


def test_an_apposition_answers_it_and_former_sets_apart(resolved: Resolved) -> None:
    text = "Ida Roth, the mayor, met former mayor Carl Voss. The mayor said no. The former mayor said yes."
    read = resolved(text, ("The mayor", "said", "no"), ("The former mayor", "said", "yes"))
    assert read.names == ["Ida Roth", "Carl Voss"]


def test_between_equals_it_stays_with_its_own_words(resolved: Resolved) -> None:
    text = "A day passed. Sen. Ida Roth and Sen. Carl Voss met.\n\n\nNobody knew why the senator said no."
    assert resolved(text, ("the senator", "said", "no")).names == ["the senator"]


def test_his_administration_tells_who_is_president(resolved: Resolved) -> None:
    text = "Roth has sought peace for his administration. The president said no."
    assert resolved(text, ("The president", "said", "no")).names == ["Roth"]


def test_an_epithet_is_the_one_in_view_but_not_the_subject_of_its_clause(resolved: Resolved) -> None:
    text = "Voss spoke first. In June, Roth broke with Voss after the billionaire said no."
    assert resolved(text, ("the billionaire", "said", "no")).names == ["Voss"]


def test_a_paper_is_the_paper_named_before(resolved: Resolved) -> None:
    text = "The Oslo Courier wrote about the pier. The newspaper said no."
    assert resolved(text, ("The newspaper", "said", "no")).names == ["Oslo Courier"]


def test_a_name_after_the_description_is_who_it_is(resolved: Resolved) -> None:
    text = "One of the school’s top executives, Ida Roth, said no."
    assert resolved(text, ("One of the school’s top executives, Ida Roth,", "said", "no")).names == [
        "Ida Roth"
    ]


def test_who_is_what_stands_before_it(resolved: Resolved) -> None:
    text = "Roth met Carl Voss, a farmer, who said no. There were some who said yes."
    assert resolved(text, ("who", "said", "no"), ("who", "said", "yes")).names == ["Carl Voss", "some"]


def test_two_of_one_surname_are_told_by_titles(resolved: Resolved) -> None:
    text = "Mr. Ben Roth and Mrs. Ida Roth came. Mrs. Roth said no. Mr. Roth said yes."
    read = resolved(text, ("Mrs. Roth", "said", "no"), ("Mr. Roth", "said", "yes"))
    assert read.names == ["Ida Roth", "Ben Roth"]


def test_an_acronym_goes_by_the_name_it_is_short_for(resolved: Resolved) -> None:
    text = "The Norwegian Farmers Union met. The NFU said no."
    assert resolved(text, ("The NFU", "said", "no")).names == ["Norwegian Farmers Union"]


def test_whose_spokesman(resolved: Resolved) -> None:
    text = "Roth campaign spokesman Lee Park said no."
    (speaker,) = resolved(text, ("Roth campaign spokesman Lee Park", "said", "no")).speakers
    assert speaker is not None
    assert (speaker.name, speaker.on_behalf_of) == ("Lee Park", "Roth campaign")
