"""Exact, begin and jaccard by role, worked by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.spans import measure_spans, spans_in, tag, tokens_of
from onrecord.evaluate.tally import percent
from onrecord.types import Attribution, Span

Marks = Callable[[str], tuple[str, list[Attribution]]]


def words(text: str) -> list[list[str]]:
    return [[token.of(text) for token in row] for row in tokens_of(text)]


def test_tokens_are_words_and_single_marks_in_rows() -> None:
    assert words("“It’s 3.5%,” Ms. Ní Dhu_b said.\n\n \r\nMore…") == [
        ["“", "It", "’", "s", "3", ".", "5", "%", ",", "”", "Ms", ".", "Ní", "Dhu", "_", "b", "said", "."],
        ["More", "…"],
    ]


def test_accents_stay_with_their_letter_and_invisible_marks_are_no_token() -> None:
    assert words("cafe\u0301s \ufeff\u200bopen") == [["cafe\u0301s", "open"]]


def test_tags_spell_roles_and_fragments_begin_anew(marks: Marks) -> None:
    text, found = marks("[x1 “Rain,] [x1 soon”], [c1 said] [s1 the old mayor].")
    assert tag(tokens_of(text), found) == [
        [
            "B-content",
            "I-content",
            "I-content",
            "B-content",
            "I-content",
            "O",
            "B-cue",
            "B-source",
            "I-source",
            "I-source",
            "O",
        ]
    ]


def test_a_span_is_cut_where_a_paragraph_ends(marks: Marks) -> None:
    text, found = marks("She [c1 said]: [x1 One\ntwo three.]")
    assert spans_in(tag(tokens_of(text), found))["content"] == {(0, 3, 4), (1, 0, 3)}


def test_the_first_of_two_overlapping_spans_keeps_its_tokens() -> None:
    first, second = Attribution((), (Span(0, 1),), (Span(2, 7),)), Attribution((), (), (Span(4, 9),))
    assert tag(tokens_of("a b c d e"), [second, first]) == [
        ["B-cue", "B-content", "I-content", "I-content", "O"]
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("B-cue I-cue O", {(0, 0, 2)}),
        ("B-cue B-cue I-cue", {(0, 0, 1), (0, 1, 3)}),
        ("I-cue I-cue O", set()),
        ("B-source I-cue I-cue", set()),
        ("B-cue I-source I-cue", {(0, 0, 1)}),
        ("O B-cue", {(0, 1, 2)}),
        ("", set()),
    ],
)
def test_spans_in_odd_tags_are_those_that_cofenet_reads(
    row: str, expected: set[tuple[int, int, int]]
) -> None:
    assert spans_in([row.split()])["cue"] == expected


def figures(marks: Marks, gold: str, predicted: str) -> dict[str, float | None]:
    (text, want), (same, have) = marks(gold), marks(predicted)
    assert text == same
    return {name: percent(*counts) for name, counts in measure_spans(text, want, have).items()}


def test_the_worked_example_of_the_page_on_measures(marks: Marks) -> None:
    found = figures(
        marks,
        "[s1 The mayor] [c1 said] [x1 the bridge would close].",
        "The [s1 mayor] [c1 said] [x1 the bridge would close.]",
    )
    assert [found[f"exact.{r}"] for r in ("source", "cue", "content")] == [0, 100, 0]
    assert [found[f"begin.{r}"] for r in ("source", "cue", "content")] == [0, 100, 100]
    assert [found[f"jaccard.{r}"] for r in ("source", "cue", "content")] == [50, 100, 80]


def test_precision_and_recall_part_where_one_side_has_more(marks: Marks) -> None:
    found = figures(
        marks,
        "[c1 says] [x1 one], [c2 says] two, [c3 says] three, [c4 says] four",
        "[c1 says] [x1 one], says two, says three, says four",
    )
    assert (found["exact.cue.precision"], found["exact.cue.recall"], found["exact.cue"]) == (100, 25, 40)


def test_jaccard_counts_a_stray_span_as_nought_and_an_overlapping_one_not_at_all(marks: Marks) -> None:
    gold = "[x1 a b c d] e f g h"
    assert figures(marks, gold, "[x1 a b] [x1 c d] e f g h")["jaccard.content"] == 50
    assert figures(marks, gold, "[x1 a b c d] e f [x1 g h]")["jaccard.content"] == 50
    assert figures(marks, gold, "a b c d e f g h")["jaccard.content"] == 0


def test_an_offset_inside_a_word_means_the_word() -> None:
    gold, predicted = (Attribution((), (Span(0, 4),), (Span(5, end),)) for end in (15, 13))
    found = measure_spans("says the bridge", [gold], [predicted])
    assert found["exact.content"] == (2, 2)


def test_a_source_that_two_cues_share_is_one_span(marks: Marks) -> None:
    text, found = marks("[s12 He] [c1 ran and said] [x1 no] and [c2 swore] [x2 so]")
    assert measure_spans(text, found, found)["exact.source"] == (2, 2)


TEXT = "Ann said yes.\nBo, she\tadded: “No; it’s—late.”\n\nEnd"
SPANS = st.builds(
    lambda a, n: Span(a, min(len(TEXT), a + n)), st.integers(0, len(TEXT) - 1), st.integers(1, 15)
)
ROLE = st.lists(SPANS, max_size=3).map(tuple)
ATTRIBUTIONS = st.lists(st.builds(Attribution, ROLE, ROLE, ROLE), max_size=4)


@given(ATTRIBUTIONS)
def test_a_perfect_prediction_gives_100(found: list[Attribution]) -> None:
    for top, bottom in measure_spans(TEXT, found, list(reversed(found))).values():
        assert top == pytest.approx(bottom)


@given(ATTRIBUTIONS, ATTRIBUTIONS)
def test_f1_is_symmetric_and_swaps_precision_for_recall(a: list[Attribution], b: list[Attribution]) -> None:
    one, other = measure_spans(TEXT, a, b), measure_spans(TEXT, b, a)
    for measure in ("exact", "begin"):
        for role in ("source", "cue", "content"):
            assert one[f"{measure}.{role}"] == other[f"{measure}.{role}"]
            assert one[f"{measure}.{role}.precision"] == other[f"{measure}.{role}.recall"]


@given(ATTRIBUTIONS, ATTRIBUTIONS)
def test_exact_is_never_above_begin_nor_any_figure_above_100(
    a: list[Attribution], b: list[Attribution]
) -> None:
    found = measure_spans(TEXT, a, b)
    assert all(0 <= top <= bottom for top, bottom in found.values())
    for role in ("source", "cue", "content"):
        assert found[f"exact.{role}"][0] <= found[f"begin.{role}"][0]
