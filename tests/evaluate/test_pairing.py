"""Which statement is which label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from onrecord.evaluate.labels import Label
from onrecord.evaluate.pairing import Told, is_exact, paired, told_of
from onrecord.types import Addressee, SaidOn, Setting, Span, Speaker, Statement

Place = tuple[int, int]


def places(source: Iterable[Place], cue: Iterable[Place], content: Iterable[Place]) -> dict[Any, Any]:
    return {"source": frozenset(source), "cue": frozenset(cue), "content": frozenset(content)}


def label(
    name: str, cue: Iterable[Place], content: Iterable[Place], also: Iterable[frozenset[Place]] = ()
) -> Label:
    return Label(
        id=name,
        parent=None,
        optional=False,
        places=places([(0, 3)], cue, content),
        accepted={"source": frozenset(), "cue": frozenset(), "content": frozenset(also)},
        speakers=frozenset({"ada"}),
        pronoun=False,
        forms=frozenset({"direct"}),
        acts=frozenset({"assertive"}),
        negated=frozenset({False}),
        facets={},
        first={},
    )


def told(name: str, cue: Iterable[Place], content: Iterable[Place]) -> Told:
    where = places([(0, 3)], cue, content)
    return Told(name, None, where, "ada", "direct", "assertive", negated=False, facets={})


Pairs = Callable[[list[Label], list[Told]], list[tuple[str, str]]]


@pytest.fixture
def pairs() -> Pairs:
    return lambda labels, others: [(a.id, t.id) for a, t in paired(labels, others)]


def test_half_of_the_content_is_enough_and_less_is_not(pairs: Pairs) -> None:
    one = label("A", [(4, 8)], [(10, 20)])
    assert pairs([one], [told("t", [(4, 8)], [(10, 40)])]) == [("A", "t")]  # Dice 20 in 40
    assert pairs([one], [told("t", [(4, 8)], [(10, 41)])]) == []


def test_cues_share_a_character_or_are_both_missing(pairs: Pairs) -> None:
    content = [(10, 20)]
    assert pairs([label("A", [(4, 8)], content)], [told("t", [(7, 9)], content)]) == [("A", "t")]
    assert pairs([label("A", [(4, 8)], content)], [told("t", [(8, 9)], content)]) == []
    assert pairs([label("A", [(4, 8)], content)], [told("t", [], content)]) == []
    assert pairs([label("A", [], content)], [told("t", [], content)]) == [("A", "t")]


def test_the_closest_are_paired_first_and_each_once(pairs: Pairs) -> None:
    labels = [label("A", [(4, 8)], [(10, 30)]), label("B", [(4, 8)], [(10, 22)])]
    others = [told("t", [(4, 8)], [(10, 24)]), told("u", [(4, 8)], [(10, 16)])]
    assert pairs(labels, others) == [("B", "t")]  # "u" and A share too little
    assert pairs(labels[:1], others) == [("A", "t")]


def test_exact_takes_the_place_or_what_is_accepted() -> None:
    other = told("t", [(4, 8)], [(10, 20)])
    assert is_exact(label("A", [(4, 8)], [(10, 20)]), other)
    assert not is_exact(label("A", [(4, 8)], [(12, 20)]), other)
    assert is_exact(label("A", [(4, 8)], [(12, 20)], also=[frozenset({(10, 20)})]), other)


def test_a_statement_is_told_in_the_terms_of_labels() -> None:
    text = "“Rain is coming,” she told the press on Monday."
    statement = Statement(
        "s", None, (Span(18, 21),), (Span(22, 26),), (Span(0, 17),), "direct", (), 0.9,
        speaker=Speaker("The Mayor", "person"), act="assertive", negated=None,
        addressee=Addressee(Span(27, 36), None), setting=Setting(Span(27, 36), "press_conference"),
        said_on=SaidOn(Span(40, 46), None, None),
    )  # fmt: skip
    result = told_of(text, statement)
    assert result.places["content"] == {(1, 15)}
    assert (result.speaker, result.negated) == ("mayor", False)
    assert result.facets == {"addressee": "", "setting": "press_conference", "said_on": "None/None"}
