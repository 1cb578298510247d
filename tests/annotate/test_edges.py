from __future__ import annotations

import time

import pytest

from onrecord.annotate.edges import mend_edges
from onrecord.types import Attribution, Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def relation(text: str, source: str, cue: str, *content: str) -> Attribution:
    return Attribution((place(text, source),), (place(text, cue),), tuple(place(text, c) for c in content))


def contents(found: list[Attribution], text: str) -> list[list[str]]:
    return [[s.of(text) for s in a.content] for a in found]


@pytest.mark.parametrize(
    ("cue", "mended"),
    [
        ("said Monday", "said"),
        ("wrote late Friday night", "wrote"),
        ("added yesterday", "added"),
        ("warned at the time", "warned"),
        ("said", "said"),
        ("todayed", "todayed"),
        ("said last", "said last"),
    ],
)
def test_the_day_at_the_end_is_no_part_of_a_cue(cue: str, mended: str) -> None:
    text = f"Reyes {cue} the ferry was late."
    (found,) = mend_edges([relation(text, "Reyes", cue, "the ferry was late")], text)
    assert [s.of(text) for s in found.cue] == [mended]


def test_a_cue_does_not_reach_back_over_sentences_without_marks() -> None:
    text = "Reyes may leave the port. The ferry is late, according to Bosko."
    both = relation(text, "Bosko", "according to", "Reyes may leave the port.", "The ferry is late")
    whole = relation(text, "Bosko", "according to", "Reyes may leave the port. The ferry is late")
    assert contents(mend_edges([both, whole], text), text) == [["The ferry is late"]] * 2


def test_earlier_sentences_stay_where_they_are_quoted_or_all_there_is() -> None:
    quoted = "“We leave.” He was tired. “It is late,” Bosko said."
    one = relation(quoted, "Bosko", "said", "“We leave.”", "“It is late,”")
    assert mend_edges([one], quoted) == [one]
    before = "The ferry is late. So said Bosko."
    alone = relation(before, "Bosko", "said", "The ferry is late")
    assert mend_edges([alone], before) == [alone]


@pytest.mark.parametrize("frame", ["Of the harbour", "In his letter", "And then"])
def test_a_frame_before_a_quotation_is_the_writers(frame: str) -> None:
    text = f"{frame}, she said, “nothing is left.”"
    found = mend_edges([relation(text, "she", "said", frame, "“nothing is left.”")], text)
    assert contents(found, text) == [["“nothing is left.”"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In the harbour", "nothing is left"),
        ("Nothing at all", "“is left.”"),
        ("“In the harbour,”", "“none.”"),
    ],
)
def test_other_first_pieces_are_said(first: str, second: str) -> None:
    text = f"{first}, she said, {second}"
    one = relation(text, "she", "said", first, second)
    assert mend_edges([one], text) == [one]


QUOTED = "“We leave today. It is late, and I am tired,” Bosko said. Reyes nodded."


def test_a_quotation_is_one_speakers_as_a_whole() -> None:
    whole = [["“We leave today. It is late, and I am tired,”"]]
    for parts in (["“We leave today."], ["It is late"], ["“We leave", "I am tired,”"]):
        found = mend_edges([relation(QUOTED, "Bosko", "said", *parts)], QUOTED)
        assert contents(found, QUOTED) == whole


def test_a_quotation_that_somebody_else_has_a_part_of_is_left() -> None:
    two = [
        relation(QUOTED, "Bosko", "said", "It is late"),
        relation(QUOTED, "Reyes", "nodded", "“We leave today."),
    ]
    assert mend_edges(two, QUOTED) == two
    inside = [relation(QUOTED, "We", "leave", "today")]
    assert mend_edges(inside, QUOTED) == inside


def test_a_part_without_source_and_cue_goes_to_whoever_has_another() -> None:
    bare = Attribution((), (), (place(QUOTED, "It is late, and I am tired,”"),))
    found = mend_edges([relation(QUOTED, "Bosko", "said", "“We leave today."), bare], QUOTED)
    assert contents(found, QUOTED) == [["“We leave today. It is late, and I am tired,”"]]


def test_time_is_linear() -> None:
    text = "“Ah,” he said. " * 3000
    size = len("“Ah,” he said. ")
    many = [
        Attribution((), (Span(i * size + 9, i * size + 13),), (Span(i * size, i * size + 3),))
        for i in range(3000)
    ]
    start = time.perf_counter()
    mend_edges(many, text)
    assert time.perf_counter() - start < 3
