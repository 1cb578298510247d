"""Statements from attributions: identity, parents, order."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.statements import statements
from onrecord.types import Attribution, Span

TEXT = "Mayor Abena Owusu said the clerk thought the bridge “would hold,” but the clerk denied it."


def at(part: str) -> tuple[Span, ...]:
    start = TEXT.index(part)
    return (Span(start, start + len(part)),)


OUTER = Attribution(
    at("Mayor Abena Owusu"), at("said"), at("the clerk thought the bridge “would hold,”"), None, 0.98765
)
INNER = Attribution(at("the clerk"), at("thought"), at("the bridge “would hold,”"), 0, 0.5)
LATER = Attribution(at("the clerk"), at("denied"), at("it."))


def test_a_statement_has_all_its_fields() -> None:
    outer, inner, later = statements(TEXT, [OUTER, INNER, LATER])
    assert (outer.source, outer.cue, outer.content) == (OUTER.source, OUTER.cue, OUTER.content)
    assert (outer.form, outer.parent, outer.confidence) == ("mixed", None, 0.988)
    assert [v.of(TEXT) for v in outer.verbatim] == [v.of(TEXT) for v in inner.verbatim] == ["would hold"]
    assert (inner.parent, later.parent, later.form) == (outer.id, None, "indirect")
    assert all(re.fullmatch("[0-9a-f]{16}", s.id) for s in (outer, inner, later))


def test_the_order_is_that_of_the_text_whatever_order_they_came_in() -> None:
    shuffled = [LATER, replace(INNER, parent=2), OUTER]
    assert statements(TEXT, shuffled) == statements(TEXT, [OUTER, INNER, LATER])


def test_a_parent_comes_first_even_where_it_begins_later() -> None:
    found = statements(TEXT, [replace(OUTER, parent=1), LATER])
    assert [s.cue for s in found] == [LATER.cue, OUTER.cue]


def test_ids_tell_texts_and_spans_apart_and_not_models() -> None:
    (one,) = statements(TEXT, [OUTER])
    assert statements(TEXT, [replace(OUTER, confidence=0.1)])[0].id == one.id
    assert statements(TEXT, [LATER, replace(OUTER, parent=0)])[-1].id == one.id
    assert statements(TEXT + " ", [OUTER])[0].id != one.id
    assert statements(TEXT, [replace(OUTER, source=())])[0].id != one.id
    assert statements(TEXT, [replace(OUTER, source=OUTER.cue, cue=OUTER.source)])[0].id != one.id


def test_twins_become_one_and_their_children_find_it() -> None:
    twins = [OUTER, replace(OUTER, confidence=0.2), replace(INNER, parent=1), replace(OUTER, parent=0)]
    outer, inner = statements(TEXT, twins)
    assert (outer.confidence, inner.parent) == (0.988, outer.id)


def test_what_has_no_span_is_left_out_and_its_children_go_to_its_parent() -> None:
    found = statements(TEXT, [OUTER, Attribution((), (), (), 0), replace(INNER, parent=1)])
    assert [s.parent for s in found] == [None, found[0].id]


def test_circles_are_cut() -> None:
    found = statements(TEXT, [replace(OUTER, parent=1), replace(INNER, parent=0), replace(LATER, parent=2)])
    assert sorted(s.parent is None for s in found) == [False, True, True]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (replace(LATER, content=(Span(3, len(TEXT) + 1),)), "beyond the text"),
        (replace(LATER, parent=1), "parent 1 of 1"),
        (replace(LATER, parent=-1), "parent -1 of 1"),
    ],
)
def test_a_wrong_attribution_is_refused(bad: Attribution, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        statements(TEXT, [bad])


def test_nothing_gives_nothing() -> None:
    assert statements("", []) == ()
    assert statements("\ud800 lone surrogate", []) == ()


spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=2
).map(tuple)
many_relations = st.lists(
    st.builds(Attribution, spans, spans, spans, st.none() | st.integers(0, 5), st.floats(0, 1)),
    min_size=6,
    max_size=9,
)


@given(many_relations, st.text(alphabet="“”\"'‘’ ab.,\n\ud800🙂", min_size=30, max_size=40))
def test_any_relations_give_a_forest_in_order(attributions: list[Attribution], text: str) -> None:
    found = statements(text, attributions)
    seen: set[str] = set()
    for one in found:
        assert one.id not in seen
        assert one.parent is None or one.parent in seen
        seen.add(one.id)
    distinct = {tuple(tuple(sorted(set(r))) for r in (a.source, a.cue, a.content)) for a in attributions}
    assert len(found) == len(distinct - {((), (), ())})
    assert found == statements(text, attributions)


def test_many_relations_in_a_long_text() -> None:
    unit = "“It holds,” she said. "
    many = [
        Attribution((Span(o + 12, o + 15),), (Span(o + 16, o + 20),), (Span(o, o + 11),))
        for o in range(0, len(unit) * 5_000, len(unit))
    ]
    found = statements(unit * 5_000, many)
    assert len(found) == 5_000
    assert {s.form for s in found} == {"direct"}


def test_the_seed_record_is_reached_from_its_own_spans(shared: Path) -> None:
    """Forms and verbatim words of the hand-made record, nested statements included."""
    seed = shared / "acceptance" / "seed"
    text = (seed / "article.txt").read_text(encoding="utf-8")
    record = json.loads((seed / "full_record.json").read_text(encoding="utf-8"))
    words = {a["id"]: [v["text"] for v in a["verbatim"]] for a in record["attributions"]}
    gold: list[dict[str, Any]] = json.loads((seed / "gold.json").read_text(encoding="utf-8"))["attributions"]
    places = {a["id"]: place for place, a in enumerate(gold)}
    relations = [_relation(a, None if a["parent"] is None else places[a["parent"]]) for a in gold]
    found = {(s.source, s.cue, s.content): s for s in statements(text, relations)}
    for one, relation in zip(gold, relations, strict=True):
        statement = found[relation.source, relation.cue, relation.content]
        verbatim = [v.of(text) for v in statement.verbatim]
        assert (one["id"], statement.form, verbatim) == (one["id"], one["form"], words[one["id"]])


def _relation(one: dict[str, Any], parent: int | None) -> Attribution:
    source, cue, content = (
        tuple(Span(s["start"], s["end"]) for s in one[role]) for role in ("source", "cue", "content")
    )
    return Attribution(source, cue, content, parent)
