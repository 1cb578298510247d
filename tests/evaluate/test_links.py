"""Relations, worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.links import (
    CRITERIA,
    Relation,
    dice,
    has_content,
    is_linked,
    is_overlapping,
    joined,
    measure_by_form,
    paired,
    relation_of,
)
from onrecord.types import Attribution, Span

Marks = Callable[[str], tuple[str, list[Attribution]]]


def relations(marks: Marks, marked: str) -> list[Relation]:
    text, found = marks(marked)
    return [relation_of(text, a) for a in found]


def texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [span.of(text) for span in joined(text, spans)]


def test_outer_marks_and_spaces_are_trimmed() -> None:
    text = " “Go home,” he said."
    assert texts(text, [Span(0, 11), Span(14, 20)]) == ["Go home", "said"]


def test_fragments_that_only_marks_divide_are_joined() -> None:
    text = "“One.”\n\n“Two,” he said, “three”"
    assert texts(text, [Span(0, 6), Span(8, 14), Span(24, 31)]) == ["One.”\n\n“Two", "three"]


def test_a_short_word_between_fragments_keeps_them_apart() -> None:
    text = "one, so two"
    assert texts(text, [Span(0, 4), Span(8, 11)]) == ["one", "two"]


def test_a_span_of_marks_alone_is_none() -> None:
    assert joined("Mayor: go", [Span(5, 6)]) == ()


@pytest.mark.parametrize(
    ("predicted", "linked", "content", "overlap"),
    [
        ("“[x1 We will rebuild it],” [c1 said] [s1 Mayor Ada Moss].", True, True, True),
        ("[x1 “We will rebuild it,”] [c1 said] [s1 Mayor Ada Moss.]", True, True, True),
        ("“[x1 We will rebuild it],” [c1 said] Mayor [s1 Ada Moss].", False, True, True),
        ("“[x1 We will rebuild it],” [c1 said] Mayor Ada Moss.", False, True, False),
        ("“We [x1 will rebuild it],” [c1 said] [s1 Mayor Ada Moss].", False, False, True),
        ("“We will rebuild [x1 it],” [c1 said] [s1 Mayor Ada Moss].", False, False, False),
    ],
)
def test_the_three_criteria(marks: Marks, predicted: str, linked: bool, content: bool, overlap: bool) -> None:  # noqa: FBT001
    gold = relations(marks, "“[x1 We will rebuild it],” [c1 said] [s1 Mayor Ada Moss].")[0]
    found = relations(marks, predicted)[0]
    assert (is_linked(gold, found), has_content(gold, found), is_overlapping(gold, found)) == (
        linked,
        content,
        overlap,
    )


def test_right_spans_wrongly_linked_are_not_found(marks: Marks) -> None:
    gold = relations(marks, "[s1 Ann] [c1 says] [x1 it rains], [s2 Bo] [c2 says] [x2 it snows]")
    found = relations(marks, "[s2 Ann] [c1 says] [x1 it rains], [s1 Bo] [c2 says] [x2 it snows]")
    assert paired(gold, found, is_linked) == []
    assert paired(gold, found, has_content) == [(0, 0), (1, 1)]


def test_an_absent_source_is_exact_when_it_is_absent(marks: Marks) -> None:
    gold = relations(marks, "[c1 According to] reports, [x1 it rains]")
    assert paired(gold, gold, is_overlapping) == paired(gold, gold, is_linked) == [(0, 0)]


def test_dice_by_hand() -> None:
    assert dice([Span(0, 10)], [Span(5, 15)]) == 0.5
    assert dice([Span(0, 4), Span(6, 8)], [Span(2, 8)]) == pytest.approx(2 * 4 / 12)
    assert dice([], []) == 1
    assert dice([], [Span(0, 1)]) == 0


def test_pairs_are_one_to_one_and_as_many_as_there_can_be() -> None:
    a, b, c, d = (Relation((), (), (Span(i, i + 1),)) for i in range(4))
    wanted = {(a, c), (a, d), (b, c)}
    # a takes c first and must let it go, or b would find none.
    assert paired([a, b], [c, d], lambda g, p: (g, p) in wanted) == [(0, 1), (1, 0)]
    assert len(paired([a], [a, a], is_linked)) == 1


def test_by_form_a_found_relation_has_the_form_of_gold() -> None:
    counts = measure_by_form("linked", [(0, 0)], ["direct", "mixed"], ["mixed", "mixed", "indirect"])
    assert counts["linked.direct"] == (2, 2)
    assert counts["linked.mixed"] == (0, 2)
    assert counts["linked.indirect.precision"] == (0, 1)
    assert counts["linked.indirect.recall"] == (0, 0)


TEXT = "“Ann, of York,” said Bo.  "
ROLE = st.lists(
    st.builds(lambda a, n: Span(a, min(len(TEXT), a + n)), st.integers(0, 25), st.integers(1, 12)), max_size=2
).map(tuple)
RELATIONS = st.lists(st.builds(Attribution, ROLE, ROLE, ROLE).map(lambda a: relation_of(TEXT, a)), max_size=5)


@given(ROLE)
def test_joined_spans_are_trimmed_apart_and_in_order(spans: tuple[Span, ...]) -> None:
    found = joined(TEXT, spans)
    assert joined(TEXT, found) == found
    assert all(s.of(TEXT)[0].isalnum() and s.of(TEXT)[-1].isalnum() for s in found)
    assert all(a.end < b.start for a, b in pairwise(found))


@given(RELATIONS, st.randoms())
def test_a_perfect_prediction_pairs_all_in_any_order(gold: list[Relation], random: object) -> None:
    shuffled = list(gold)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for agree in CRITERIA.values():
        assert len(paired(gold, shuffled, agree)) == len(gold)


@given(RELATIONS, RELATIONS)
def test_pairs_are_as_many_both_ways_and_linked_is_the_strictest(
    a: list[Relation], b: list[Relation]
) -> None:
    found = {name: paired(a, b, agree) for name, agree in CRITERIA.items()}
    assert all(len(found[name]) == len(paired(b, a, agree)) for name, agree in CRITERIA.items())
    assert len(found["linked"]) <= min(len(found["overlap"]), len(found["content"]))
    assert all(len({j for _, j in p}) == len(p) == len({i for i, _ in p}) for p in found.values())
