"""Agreement of two labellings: kappa by hand, labels as a record, and both directions of one measure."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.agreement import against, both_ways, kappa, own_answers, record_of
from onrecord.evaluate.tally import percent

TEXT = "At the fair on Monday Ada Finch told the mayor that it would rain. She refused to leave."


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def one(name: str, source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "parent": None, "source": [at(source)], "cue": [at(cue)], "content": [at(content)],
        "speaker": {"name": "Ada Finch", "kind": "person"}, "form": "indirect", "act": "assertive",
        "negated": False, "addressee": None, "setting": None, "said_on": None,
    } | more  # fmt: skip


def labels(*changes: dict[str, Any]) -> dict[str, Any]:
    told = one(
        "A1", "Ada Finch", "told", "that it would rain",
        addressee={"span": at("the mayor"), "name": "mayor"},
        setting={"span": at("At the fair"), "medium": "other"},
        said_on={"span": at("Monday"), "earliest": "2024-05-06", "latest": "2024-05-06"},
    )  # fmt: skip
    refused = one("A2", "She", "refused", "to leave", act="commissive", pronoun=True)
    debt = {"id": "C1", "basis": "A2", "debtor": "Ada Finch", "strength": "refuses", "act": at("leave")}
    both = [attribution | change for attribution, change in zip((told, refused), changes, strict=True)]
    return {"file": "fair.txt", "dct": "2024-05-07", "attributions": both, "commitments": [debt]}


def figure(first: dict[str, Any], second: dict[str, Any], name: str) -> float | None:
    return percent(*both_ways(first, second, TEXT)[name])


def test_kappa_of_a_worked_example() -> None:
    # 50 applications, two readers: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no; observed 0.7, expected 0.5.
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_at_its_ends() -> None:
    assert kappa([(True, True), (False, False)]) == 1
    assert kappa([(True, False), (False, True)]) == -1
    assert kappa([]) is None
    assert kappa([("a", "a")] * 3) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30))
def test_kappa_is_the_same_either_way(pairs: list[tuple[object, object]]) -> None:
    found = kappa(pairs)
    assert found == kappa([(b, a) for a, b in pairs])
    assert found is None or -1 <= found <= 1


def test_labels_agree_wholly_with_themselves() -> None:
    whole = labels({}, {})
    tally = both_ways(whole, whole, TEXT)
    names = ("exact", "speaker", "act", "negated", "addressee", "setting", "said_on", "commitments")
    assert {name: percent(*tally[name]) for name in names} == dict.fromkeys(names, 100)


def test_one_answer_in_two_differs() -> None:
    assert figure(labels({}, {}), labels({}, {"act": "assertive"}), "act") == 50
    assert figure(labels({}, {}), labels({}, {"negated": True}), "negated") == 50
    assert figure(labels({}, {}), labels({"setting": None}, {}), "setting") == 0


def test_what_one_side_accepts_counts_in_one_direction() -> None:
    first, second = labels({}, {"also": {"act": ["assertive"]}}), labels({}, {"act": "assertive"})
    assert figure(first, second, "act") == 75
    assert figure(own_answers(first), own_answers(second), "act") == 50


def test_own_answers_leave_out_other_intervals_and_change_nothing_else() -> None:
    said_on = {"span": at("Monday"), "earliest": "2024-05-06", "latest": "2024-05-06"}
    accepting = labels({"said_on": said_on | {"accept": [{"earliest": None, "latest": None}]}}, {})
    assert own_answers(accepting)["attributions"][0]["said_on"] == said_on
    assert own_answers(accepting)["commitments"] == accepting["commitments"]
    assert "accept" in accepting["attributions"][0]["said_on"]


def test_a_speaker_nobody_could_tell_is_none() -> None:
    unknown = labels({}, {"speaker": {"name": None, "kind": "unknown"}})
    assert record_of(unknown, TEXT).statements[1].speaker is None
    assert figure(unknown, unknown, "speaker") == 100


def test_against_takes_the_first_for_gold() -> None:
    optional = labels({}, {"optional": True})
    assert [a.id for a in against(optional, labels({}, {}), TEXT).labels] == ["A1"]
    assert [a.id for a in against(labels({}, {}), optional, TEXT).labels] == ["A1", "A2"]
