"""Names found in a text, with their titles."""

from __future__ import annotations

import pytest

from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.names import names


def found(text: str) -> list[str]:
    return [name.span.of(text) for name in names(Layout(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the aide met national security adviser Ida Roth.", ["Ida Roth"]),
        ("He met former secretary of state Ida B. Roth there.", ["Ida B. Roth"]),
        ("It was Secretary of State Ida Roth who came.", ["Ida Roth"]),
        ("Former secretary of State Roth came.", ["Roth"]),
        ("It was Sen. Ida Roth (D-N.Y.) who came.", ["Ida Roth"]),
        ("It was House Speaker Ida D. Roth (R-Wis.) who came.", ["Ida D. Roth"]),
        ("They saw Mayor Bill de Groot at noon.", ["Bill de Groot"]),
        ("They saw Lucien Roth Jr. at noon.", ["Lucien Roth Jr."]),
        ("a poll by the Republican National Committee", ["Republican National Committee"]),
        ("the New York Courier reported", ["New York Courier"]),
        ("a trip with Pope Urban to Rome", ["Pope Urban", "Rome"]),
        ("the Campaign to Mend Our Roads (CMOR) said", ["Campaign to Mend Our Roads", "CMOR"]),
        ("They met Prime Minister Jan Kos on Jan. 5.", ["Jan Kos"]),
        ("It was April Roth, not Roth, who came in Jan 2020.", ["April Roth", "Roth"]),
        ("She left on Monday. Since May Kos has led it.", ["Kos"]),
        ("Prime Minister Ida May left in May. By May 5 May was back.", ["Ida May", "May"]),
        ("The works end by May or June.", []),
        ("It was Senator Leo King who won. “I won,” King said. The king left.", ["Leo King", "King"]),
        ("It was King Leo who won. The chief justice left.", ["King Leo"]),
        ("They met Will Roth. Will Roth won? Will Ida win?", ["Will Roth", "Will Roth", "Ida"]),
        ("a call with Omar al-Kos and Ida von der Roth", ["Omar al-Kos", "Ida von der Roth"]),
        ("It was Ada Luther King III who came.", ["Ada Luther King III"]),
        ("talks in the U.S. and Norway", ["U.S.", "Norway"]),
    ],
)
def test_a_name_is_told_from_its_titles(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_word_that_opens_a_sentence_is_no_name_for_that() -> None:
    text = "Enraged, she left. Quietly the crowd went home. Roth said nothing."
    assert found(text) == ["Roth"]


def test_a_headline_names_only_whom_the_story_names() -> None:
    text = "Angry Farmers Corner Roth Over Milk\n\nOn Monday angry farmers met Ida Roth in town."
    assert found(text) == ["Roth", "Ida Roth"]


def test_titles_state_gender_and_names_never_do() -> None:
    layout = Layout("We met Mrs. Roth, spokesman Lee Park and Maria Voss.")
    assert [(n.last, n.gender) for n in names(layout)] == [("roth", "f"), ("park", "m"), ("voss", None)]


def test_bodies_countries_and_peoples_are_told_by_their_words() -> None:
    layout = Layout("They asked Oslo University, the NPRA, Norway and the Norwegians.")
    assert [n.kind for n in names(layout)] == ["organisation", "organisation", "country", "collective"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Roth met Quill. Following Quill's visit it rained.", ["Tom Roth", "Quill", "Quill"]),
        ("Receiving Latvian President Tom Roth, Ada Quill smiled.", ["Tom Roth", "Ada Quill"]),
        ("It was the Riga-based Center for Harbour Studies.", ["Center for Harbour Studies"]),
        ("The harbour is Democrats Ada Quill and Tom Roth's.", ["Ada Quill", "Tom Roth"]),
        (
            "“Angry Ada Quill left.” It rained. Ada Quill came. Quill sat.",
            ["Ada Quill", "Ada Quill", "Quill"],
        ),
        ("The chief of the Harbour Council Ada Quill said no.", ["Harbour Council", "Ada Quill"]),
        ("He met José Núñez there.", ["José Núñez"]),
        ("The Cie. Maritime said no.", ["Cie. Maritime"]),
    ],
)
def test_what_runs_into_a_name_is_none_of_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He met South Koreans.", "collective"),
        ("He met Senate Democrats.", "collective"),
        ("He read Harbourpost.com.", "organisation"),
    ],
)
def test_what_a_name_names(text: str, kind: str) -> None:
    assert [n.kind for n in names(Layout(text))][-1] == kind
