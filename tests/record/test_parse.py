"""The record's JSON form back into types, without loss; what is none is refused in one line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.record.store.made import full

from onrecord.errors import InputError
from onrecord.record.form import record_to_dict
from onrecord.record.parse import record_of
from onrecord.record.store.packing import packed, unpacked
from onrecord.types import Record


def test_json_comes_back_as_the_record_it_was(record: Record) -> None:
    for one in (record, full()):
        assert record_of(json.loads(json.dumps(record_to_dict(one)))) == one


def test_packed_json_comes_back_too(record: Record) -> None:
    for one in (record, full()):
        assert record_of(unpacked(packed(record_to_dict(one)))) == one


def changed(**fields: Any) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(json.dumps(record_to_dict(full())))
    value["statements"][0] |= fields
    return value


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "is no record"),
        ({}, "'document' is missing"),
        ({"document": {"id": "a", "text": 3}, "statements": []}, "is no text"),
        (changed(form="shouted"), "is none of direct, mixed, indirect"),
        (changed(act="shouting"), "is none of assertive"),
        (changed(cue=[{"start": 0, "end": 9999, "text": "x"}]), "a span ends at 9999"),
        (changed(cue=[{"start": 0, "end": 4, "text": "else"}]), "a span says 'else'"),
        (changed(cue=[[4, 4]]), "0 <= start < end"),
        (changed(cue=["said"]), "is no span"),
        (changed(confidence="high"), "could not convert"),
        (changed(said_on={"span": [0, 4], "earliest": "soon"}), "Invalid isoformat"),
    ],
)
def test_what_is_no_record_is_refused_in_one_line(value: object, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        record_of(value)
    assert "\n" not in str(caught.value)
