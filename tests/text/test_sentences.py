from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import sentence_at, sentences


def read(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ann Lee (D-N.Y.) spoke to the U.S. Senate on Oct. 7 about Acme Inc. Chairman John F. Dole.",
        "They met in Washington, D.C., at 9 a.m. Eastern to speak.",
        "“Why?” Mayor Lee asked the council.",
        "“Never!” said Lee.",
        "He paid 3.5 million to No. 10 in the U.K. House.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert read(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He left the U.S. | The talks went on.",
        "“We won. | It was close,” she said.",
        "“We won.” | “It was close.”",
        "Did he say no? | He did. | Then he left (for good). | All was quiet.",
        "She works for Acme Inc. | But he does not.",
        "It was over… | Nobody came.",
    ],
)
def test_sentences_end_where_they_end(text: str) -> None:
    assert read(text.replace("| ", "")) == text.split(" | ")


def test_a_paragraph_ends_a_sentence() -> None:
    assert read("A headline without a stop\nThe first line goes\non here.") == [
        "A headline without a stop", "The first line goes\non here.",
    ]  # fmt: skip


def test_sentence_at_a_place() -> None:
    text = "One. Two."
    found = sentences(text)
    assert [span.of(text) for place in (0, 3, 5, 8) if (span := sentence_at(found, place))] == [
        "One.", "One.", "Two.", "Two.",
    ]  # fmt: skip
    assert sentence_at(sentences("  x"), 0) is None


@given(st.text(alphabet='aB. ?!”“\n"(D)U.S.', max_size=60))
def test_sentences_cover_every_letter_once(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(len("".join(s.of(text).split())) for s in found) == len("".join(text.split()))
