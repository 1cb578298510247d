from __future__ import annotations

from datetime import date

import pytest

from onrecord.ask.forms import Question
from onrecord.ask.questions import understood


@pytest.mark.parametrize(
    ("text", "form", "speaker", "words"),
    [
        ("Did Ada Quint say the dam is safe?", "did-say", "Ada Quint", "the dam is safe"),
        ("Has the mayor ever promised to lower rents?", "did-say", "the mayor", "lower rents"),
        ("did Quint tell reporters that the dam is safe?", "did-say", "Quint", "the dam is safe"),
        ("is it true that Hollis said the mill closes", "did-say", "Hollis", "the mill closes"),
        ("Quint said she would not resign.", "did-say", "Quint", "she would not resign"),
        ("did Quint never say the dam is safe?", "did-say", "Quint", "the dam is safe"),
        (
            "did Hollis say that the county promised to back her",
            "did-say",
            "Hollis",
            "the county promised to back her",
        ),
        ("did Hollis call for new elections?", "did-say", "Hollis", "new elections"),
        ("did Hollis call the dam a disaster?", "did-call", "Hollis", "the dam a disaster"),
        ("who called the dam “a disaster”?", "who-said", None, "a disaster"),
        ("who said 'no more dams'?", "who-said", None, "no more dams"),
        ("to whom did Quint say “never”", "to-whom", "Quint", "never"),
        ("who did Quint tell that she would leave?", "to-whom", "Quint", "she would leave"),
        ("when did Quint say “never”?", "when", "Quint", "never"),
        ("what did Quint agree to?", "commitments", "Quint", ""),
        ("what has Quint promised to do?", "commitments", "Quint", ""),
        ("statements by Quint", "by-speaker", "Quint", ""),
        ("statements by speaker", "by-speaker", None, ""),
        ("which people are quoted?", "quoted", None, ""),
        ("Is it the case that Quint has said the dam is safe?", "did-say", "Quint", "the dam is safe"),
        ("Can you tell me whether Quint said the dam is safe?", "did-say", "Quint", "the dam is safe"),
        ("Is there any record of Quint saying the dam is safe?", "did-say", "Quint", "the dam is safe"),
        ("Is Quint on record as saying that the dam is safe?", "did-say", "Quint", "the dam is safe"),
        ("Did Quint apologise to the farmers?", "did-say", "Quint", "apologise to the farmers"),
        ("Who first reported that the dam is safe?", "who-first", None, "the dam is safe"),
        ("Who was the first to say the dam is safe?", "who-first", None, "the dam is safe"),
        ("In whose words is the dam “a disaster”?", "who-said", None, "a disaster"),
        ("Is it true that Hollis called the dam a disaster?", "did-call", "Hollis", "the dam a disaster"),
        ("what has Hollis denied?", "in-what-way", "Hollis", ""),
        ("What did Hollis urge?", "in-what-way", "Hollis", ""),
        ("What did Hollis refuse to say about the dam?", "in-what-way", "Hollis", ""),
        ("What did Hollis tell the Solveig Post?", "said-about", "Hollis", ""),
        ("What has been said about the dam?", "said-about", None, ""),
        ("Is Hollis against the dam?", "positions", "Hollis", ""),
        ("the dam", "said-about", None, ""),
        ("dam OR 1=1; DROP TABLE x", "words", None, "dam OR 1=1; DROP TABLE x"),
    ],
)
def test_forms(text: str, form: str, speaker: str | None, words: str) -> None:
    found = understood(text)
    assert (found.form, found.speaker, found.words) == (form, speaker, words)
    assert found.quoted == ("“" in text or "'" in text)


@pytest.mark.parametrize(
    ("text", "speaker", "topic", "stance"),
    [
        ("who opposes the dam?", None, "the dam", "against"),
        ("who is against the dam", None, "the dam", "against"),
        ("who is in favor of the dam", None, "the dam", "favor"),
        ("does Hollis support the dam?", "Hollis", "the dam", "favor"),
        ("what is Quint’s position on the dam?", "Quint", "the dam", None),
        ("where does Quint stand on the dam?", "Quint", "the dam", None),
    ],
)
def test_positions(text: str, speaker: str | None, topic: str, stance: str | None) -> None:
    found = understood(text)
    assert (found.form, found.speaker, found.topic, found.stance) == ("positions", speaker, topic, stance)


@pytest.mark.parametrize("day", ["2031-05-02", "May 2, 2031", "2 May 2031"])
def test_days(day: str) -> None:
    assert understood(f"what was said on {day}?").day == date(2031, 5, 2)
    found = understood(f"what did Quint say on {day}?")
    assert (found.form, found.speaker, found.day) == ("on-date", "Quint", date(2031, 5, 2))


def test_by_whose_account() -> None:
    told = understood("According to Hollis, what did Quint say about the dam?")
    assert (told.form, told.speaker, told.topic, told.via) == ("said-about", "Quint", "the dam", "Hollis")
    own = understood("According to Hollis, what broke the dam?")
    assert (own.form, own.speaker, own.topic) == ("said-about", "Hollis", "broke the dam")


def test_topics() -> None:
    assert understood("what did Hollis say about the plan?").topic == "the plan"
    assert understood("what was said about “the wall”").topic == "the wall"


def test_a_form_is_never_read_into_quoted_words() -> None:
    found = understood("did Quint say “who said what to whom”")
    assert found == Question(
        "did Quint say “who said what to whom”",
        "did-say",
        "Quint",
        "who said what to whom",
        quoted=True,
        verb="say",
    )


def test_time_is_linear_in_hostile_questions() -> None:
    for text in ("did " * 400, "who did what " * 150, "what is " + "'s " * 600, "is it true that " * 120):
        assert understood(text).text
