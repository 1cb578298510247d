"""People named together, relatives of one surname, and bodies under several names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Read

Resolved = Callable[..., Read]


def test_they_are_the_two_named_together(resolved: Resolved) -> None:
    text = "Ada Roth said no. Tom Quill said yes.\nRoth and Quill met at noon. They said that it was over."
    read = resolved(
        text, ("Ada Roth", "said", "no"), ("Tom Quill", "said", "yes"), ("They", "said", "that it was over")
    )
    assert read.names == ["Ada Roth", "Tom Quill", "Roth and Quill"]


@pytest.mark.parametrize("pair", ["The two leaders", "The pair", "Both the leaders"])
def test_the_two_leaders_are_who_was_named_together(resolved: Resolved, pair: str) -> None:
    text = f"Ada Roth said no. Tom Quill said yes.\nRoth and Quill met at noon. {pair} said that it was over."
    read = resolved(
        text, ("Ada Roth", "said", "no"), ("Tom Quill", "said", "yes"), (pair, "said", "it was over")
    )
    assert read.names[-1] == "Roth and Quill"


def test_a_pair_that_nothing_takes_up_is_no_entity(resolved: Resolved) -> None:
    text = "Ada Roth said no. Tom Quill said yes. Roth and Quill met at noon."
    read = resolved(text, ("Ada Roth", "said", "no"), ("Tom Quill", "said", "yes"))
    assert [e.name for e in read.record.entities] == ["Ada Roth", "Tom Quill"]


def test_a_family_is_those_of_its_name(resolved: Resolved) -> None:
    text = "Ida and Tom Vossberg said no. Later the Vossbergs said they would stay."
    read = resolved(
        text,
        ("Ida and Tom Vossberg", "said", "no"),
        ("the Vossbergs", "said", "they would stay"),
    )
    assert read.names == ["Ida and Tom Vossberg", "Ida and Tom Vossberg"]


def test_three_in_a_row_speak_together(resolved: Resolved) -> None:
    source = "Mayor Ada Roth, Tom Quill and Ida Voss"
    read = resolved(
        f"{source} said no. They said so twice.", (source, "said", "no"), ("They", "said", "so twice")
    )
    assert read.names == ["Mayor Ada Roth, Tom Quill and Ida Voss"] * 2


def test_a_surname_is_not_the_first_lady_of_that_surname(resolved: Resolved) -> None:
    text = (
        "President Quill said no. Quill and first lady Ada Quill arrived at noon. Quill said yes. "
        "He said it was late."
    )
    read = resolved(
        text,
        ("President Quill", "said", "no"),
        ("Quill", "said", "yes"),
        ("He", "said", "it was late"),
    )
    assert read.names == ["Quill", "Quill", "Quill"]


def test_a_junior_is_somebody_else_than_the_senior(resolved: Resolved) -> None:
    text = "Tom Quill said no. His lawyers met Tom Quill Jr. at noon. Quill said yes."
    read = resolved(text, ("Tom Quill", "said", "no"), ("Quill", "said", "yes"))
    assert read.names == ["Tom Quill", "Tom Quill"]


def test_a_junior_alone_keeps_the_name(resolved: Resolved) -> None:
    text = "Tom Quill Jr. said no. Quill said yes."
    read = resolved(text, ("Tom Quill Jr.", "said", "no"), ("Quill", "said", "yes"))
    assert read.names == ["Tom Quill Jr.", "Tom Quill Jr."]


def test_a_title_tells_a_mother_from_her_son(resolved: Resolved) -> None:
    text = (
        "Ida Vossberg said no. Mrs. Vossberg laughed. Her son Jan arrived. "
        "Jan Vossberg, her son, left. Mrs. Vossberg said yes."
    )
    read = resolved(text, ("Ida Vossberg", "said", "no"), ("Mrs. Vossberg", "said", "yes"))
    assert read.names == ["Ida Vossberg", "Ida Vossberg"]


def test_an_account_is_whose_name_it_spells(resolved: Resolved) -> None:
    text = "Governor Ada Quill said no. “Thanks, Governor @ada_quill,” Tom Roth wrote. The governor said yes."
    read = resolved(
        text,
        ("Governor Ada Quill", "said", "no"),
        ("Tom Roth", "wrote", "“Thanks, Governor @ada_quill,”"),
        ("The governor", "said", "yes"),
    )
    assert read.names == ["Ada Quill", "Tom Roth", "Ada Quill"]


@pytest.mark.parametrize("end", ["Inc.", "PLC", "Holdings", "AG"])
def test_a_company_in_short_is_the_company(resolved: Resolved, end: str) -> None:
    text = f"Torvik Salmon {end} said no. Torvik said yes. The company said it was sure."
    read = resolved(
        text,
        (f"Torvik Salmon {end}", "said", "no"),
        ("Torvik", "said", "yes"),
        ("The company", "said", "it was sure"),
    )
    assert len(set(read.names)) == 1
    assert read.speakers[1] is not None
    assert read.speakers[1].kind == "organisation"


def test_a_country_is_no_company(resolved: Resolved) -> None:
    text = "Torvik Salmon Inc. said no. It sells to the U.S. now. The company said yes."
    read = resolved(text, ("Torvik Salmon Inc.", "said", "no"), ("The company", "said", "yes"))
    assert read.names[1] == read.names[0]


def test_we_of_a_campaign_s_chairman_is_the_campaign(resolved: Resolved) -> None:
    text = "Ada Quill’s campaign said no. “We will stay,” Quill campaign chairman Tom Roth said."
    read = resolved(
        text,
        ("Ada Quill’s campaign", "said", "no"),
        ("Quill campaign chairman Tom Roth", "said", "“We will stay,”"),
        ("We", "will stay", "", 1),
    )
    assert read.names == ["Ada Quill’s campaign", "Tom Roth", "Ada Quill’s campaign"]


def test_the_north_is_the_one_country_of_that_quarter(resolved: Resolved) -> None:
    text = "North Korea said no. The North said yes."
    assert (
        resolved(text, ("North Korea", "said", "no"), ("The North", "said", "yes")).names
        == ["North Korea"] * 2
    )


def test_the_official_takes_up_an_official(resolved: Resolved) -> None:
    text = "A port official said no. It rained. The official said yes."
    read = resolved(text, ("A port official", "said", "no"), ("The official", "said", "yes"))
    assert read.names == ["A port official", "A port official"]


def test_two_with_their_seats_speak_together(resolved: Resolved) -> None:
    source = "Sens. Tom Quill of Illinois and Ada Roth of Maine"
    read = resolved(f"{source} said no. Roth of Maine said yes.", (source, "said", "no"))
    assert read.names == ["Sens. Tom Quill of Illinois and Ada Roth"]
