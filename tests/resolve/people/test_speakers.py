"""Whole texts: the speaker of each statement, and the entities."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.people import people
from onrecord.types import Document, Record, Span, Statement

from .conftest import Read

Resolved = Callable[..., Read]


def test_the_fullest_name_without_titles_and_what_the_text_says_of_them(resolved: Resolved) -> None:
    text = (
        "Harbour commissioner Maya Ortega told reporters that the pier would close. "
        "Ms. Ortega said it was unsafe."
    )
    read = resolved(
        text,
        ("Harbour commissioner Maya Ortega", "told", "that the pier would close"),
        ("Ms. Ortega", "said", "it was unsafe"),
    )
    assert read.names == ["Maya Ortega", "Maya Ortega"]
    first = read.speakers[0]
    assert first is not None
    assert (first.kind, first.description) == ("person", "Harbour commissioner")
    assert read.mentions("Maya Ortega") == ["Maya Ortega", "Ortega"]


def test_party_state_and_age_are_description(resolved: Resolved) -> None:
    text = "Sen. Ruth Adeyemi (D-Ohio) said no. Carl Voss, 61, said yes."
    read = resolved(text, ("Sen. Ruth Adeyemi (D-Ohio)", "said", "no"), ("Carl Voss, 61,", "said", "yes"))
    assert read.names == ["Ruth Adeyemi", "Carl Voss"]
    assert [s.description for s in read.speakers if s] == ["Sen, D-Ohio", "61"]


def test_he_in_a_quotation_is_not_who_says_it(resolved: Resolved) -> None:
    text = (
        "“The mayor explained why he is worried,” harbour chief Tom Reyes told reporters.\n"
        "“Our plan is ready,” he added.\n"
        "Mayor Ada Lindqvist has been silent."
    )
    read = resolved(
        text,
        ("harbour chief Tom Reyes", "told", "“The mayor explained why he is worried,”"),
        ("The mayor", "explained", "why he is worried", 0),
        ("he", "is worried", "why", 1),
        ("he", "added", "“Our plan is ready,”"),
    )
    assert read.names == ["Tom Reyes", "Ada Lindqvist", "Ada Lindqvist", "Tom Reyes"]


def test_i_is_the_speaker_and_our_whom_a_spokesperson_speaks_for(resolved: Resolved) -> None:
    text = "“I think our offer stands,” said Ines Falk, a spokeswoman for Northwind Group."
    read = resolved(
        text,
        ("Ines Falk, a spokeswoman for Northwind Group", "said", "“I think our offer stands,”"),
        ("I", "think", "our offer stands", 0),
        ("our", "offer", "stands", 0),
    )
    assert read.names == ["Ines Falk", "Ines Falk", "Northwind Group"]
    first = read.speakers[0]
    assert first is not None
    assert first.on_behalf_of == "Northwind Group"


def test_in_indirect_speech_he_is_rather_who_says_it(resolved: Resolved) -> None:
    text = "Reyes met Osei. Reyes said he thought Osei was late."
    read = resolved(
        text, ("Reyes", "said", "he thought Osei was late"), ("he", "thought", "Osei was late", 0)
    )
    assert read.names == ["Reyes", "Reyes"]


def test_whom_his_own_words_name_is_not_who_says_them(resolved: Resolved) -> None:
    text = "Tom Reyes met Kofi Osei on Monday. “Osei is a friend,” he said."
    assert resolved(text, ("he", "said", "“Osei is a friend,”")).names == ["Tom Reyes"]


def test_gender_comes_from_titles_and_pronouns_alone(resolved: Resolved) -> None:
    text = "Mrs. Kane and Mr. Obi met on Monday. She was glad. “It went well,” she said. “It did,” he said."
    read = resolved(text, ("she", "said", "“It went well,”"), ("he", "said", "“It did,”"))
    assert read.names == ["Kane", "Obi"]


def test_groups_bodies_documents_and_the_unnamed(resolved: Resolved) -> None:
    text = (
        "U.S. officials warn of floods. Democrats, and progressives in particular, voiced their concerns. "
        "The report says so. A person familiar with the talks said no. Norway denied it."
    )
    read = resolved(
        text,
        ("U.S. officials", "warn", "of floods"),
        ("Democrats, and progressives in particular,", "voiced", "their concerns"),
        ("their", "concerns", "", 1),
        ("The report", "says", "so"),
        ("A person familiar with the talks", "said", "no"),
        ("Norway", "denied", "it"),
    )
    assert [(s.name, s.kind) for s in read.speakers if s] == [
        ("U.S. officials", "anonymous"),
        ("Democrats", "collective"),
        ("Democrats", "collective"),
        ("The report", "document"),
        ("A person familiar with the talks", "anonymous"),
        ("Norway", "country"),
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Analysts", "collective"),
        ("Shareholders", "collective"),
        ("Officials", "anonymous"),
        ("Downing Street", "organisation"),
        ("The Bible", "document"),
        ("Sanders", "person"),
    ],
)
def test_a_capital_that_opens_a_sentence_makes_nobody_a_person(
    resolved: Resolved, source: str, kind: str
) -> None:
    (speaker,) = resolved(f"{source} said it was late.", (source, "said", "it was late")).speakers
    assert speaker is not None
    assert (speaker.name.removeprefix("The "), speaker.kind) == (source.removeprefix("The "), kind)


def test_who_is_explained_behind_a_comma_is_a_person(resolved: Resolved) -> None:
    text = "Quill, a spokeswoman for the port, said it was late."
    (speaker,) = resolved(text, ("Quill, a spokeswoman for the port,", "said", "it was late")).speakers
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Quill", "person")


def test_joint_statements_keep_both_names(resolved: Resolved) -> None:
    text = "Maya Ortega and Tom Reyes said they would pay."
    read = resolved(
        text,
        ("Maya Ortega and Tom Reyes", "said", "they would pay"),
        ("they", "would", "pay", 0),
    )
    assert read.names == ["Maya Ortega and Tom Reyes"] * 2


def test_a_quotation_without_a_source_goes_on_with_who_spoke(resolved: Resolved) -> None:
    text = "“We will pay,” Ortega said. “All of it.”\nThe pier is old. “Nobody knows.”"
    read = resolved(text, ("Ortega", "said", "“We will pay,”"), ("", "", "“All of it.”"))
    assert read.names == ["Ortega", "Ortega"]


def test_an_understood_subject_is_whom_the_sentence_is_about(resolved: Resolved) -> None:
    text = "Ortega was heard after the vote telling a friend that it was over."
    assert resolved(text, ("", "telling", "that it was over")).names == ["Ortega"]
    assert resolved(
        "It was reported that the pier is shut.", ("", "was reported", "that the pier is shut")
    ).names == [None]


def test_he_without_anybody_before_is_left_open(resolved: Resolved) -> None:
    assert resolved("“It is over,” he said.", ("he", "said", "“It is over,”")).names == [None]


def test_reasons_lead_from_the_source_to_the_name(resolved: Resolved) -> None:
    text = "Harbour chief Tom Reyes met reporters. “It is over,” he said."
    read = resolved(text, ("he", "said", "“It is over,”"))
    speaker = read.speakers[0]
    assert speaker is not None
    assert [reason.span.of(text) for reason in speaker.why] == ["he", "Tom Reyes"]
    assert all(0 <= reason.score <= 1 for reason in speaker.why)


def test_entities_are_numbered_by_first_mention_and_hold_every_mention(resolved: Resolved) -> None:
    text = "Kofi Osei met Maya Ortega. Osei said he was glad."
    read = resolved(text, ("Osei", "said", "he was glad"), ("he", "was", "glad", 0))
    named = [(e.id, e.name) for e in read.record.entities]
    assert named == [("e1", "Kofi Osei"), ("e2", "Maya Ortega")]
    assert read.mentions("Kofi Osei") == ["Kofi Osei", "Osei", "he"]
    speaker = read.speakers[1]
    assert speaker is not None
    assert speaker.refers_to == "e1"


WORDS = st.sampled_from([
    *"he she they who I we our his the a president Osei Ortega Mr. Mrs. said".split(),
    *"“ ” , . of and U.S. \n @x 3,000 (D-O.)".split(" "),
])  # fmt: skip


@given(st.lists(WORDS, max_size=60), st.data())
def test_any_text_gives_slices_of_itself(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words) or "x"
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
        lambda p: Span(p[0], min(len(text), p[0] + p[1]))
    )
    made = tuple(
        Statement(f"s{i}", None, (a,), (b,), (c,), "indirect", (), 0.5)
        for i, (a, b, c) in enumerate(data.draw(st.lists(st.tuples(spans, spans, spans), max_size=4)))
    )
    record = people(Record(Document("t", text), made))
    for statement in record.statements:
        if statement.speaker is not None:
            assert statement.speaker.name in text
    for entity in record.entities:
        assert entity.name in text
        assert list(entity.mentions) == sorted(set(entity.mentions))
        assert all(m.end <= len(text) for m in entity.mentions)


@pytest.mark.parametrize("thing", ["Letters", "Papers", "Act"])
def test_what_is_called_after_a_person_is_no_longer_name_of_theirs(resolved: Resolved, thing: str) -> None:
    text = f"In the Harlow {thing} there was news. Harlow said it was late."
    assert resolved(text, ("Harlow", "said", "it was late")).names == ["Harlow"]


def test_her_second_album_is_of_the_subject_of_its_clause(resolved: Resolved) -> None:
    text = "Erika Rose wrote half of it. Nina Keys released her second album, she said, in March."
    read = resolved(text, ("she", "said", "Nina Keys released her second album"))
    assert "her" in read.mentions("Nina Keys")
