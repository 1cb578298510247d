"""The JSON of a record: its names, its schema, and that streaming it changes no byte."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from onrecord.record.form import (
    dumps,
    record_to_dict,
    schema_text,
    span_to_dict,
    write_json,
    write_records,
)
from onrecord.types import Document, Record, Span, Statement

VALIDATOR = Draft202012Validator(json.loads(schema_text()), format_checker=FormatChecker())


def written(record: Record) -> str:
    stream = io.StringIO()
    write_json(record, stream)
    return stream.getvalue()


def several(records: Sequence[Record], *, as_array: bool = False) -> str:
    stream = io.StringIO()
    write_records(records, stream, as_array=as_array)
    return stream.getvalue()


def plain(value: object) -> str:
    """What the standard library writes, lone surrogates escaped."""
    whole = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return whole.encode("utf-8", "backslashreplace").decode("utf-8")


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records of arbitrary texts, lone surrogates included, with spans anywhere in them."""
    text = draw(st.text(st.characters(), min_size=1, max_size=40))
    pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = st.lists(pairs.map(lambda p: Span(p[0], max(p[0] + 1, p[1]))), max_size=3).map(tuple)
    statements = st.builds(
        Statement, st.text(min_size=1, max_size=3), st.none(), spans, spans, spans,
        st.sampled_from(["direct", "mixed", "indirect"]), spans, st.floats(0, 1),
    )  # fmt: skip
    return Record(Document(draw(st.text(max_size=5)), text), tuple(draw(st.lists(statements, max_size=3))))


def test_the_record_has_the_names_of_the_form_in_order(record: Record) -> None:
    form = record_to_dict(record)
    assert list(form) == ["document", "statements", "commitments", "positions", "times", "entities"]
    document, statements = form["document"], form["statements"]
    assert isinstance(document, dict)
    assert isinstance(statements, list)
    assert list(document) == [
        "id", "text", "title", "url", "publisher", "language", "published_on", "published_on_from", "origin",
        "is_excerpt", "warnings",
    ]  # fmt: skip
    assert list(statements[0]) == [
        "id", "parent", "source", "cue", "content", "form", "verbatim", "speaker", "act", "sense",
        "negated", "iterative", "writer_stance", "addressee", "setting", "said_on", "confidence",
    ]  # fmt: skip


def test_a_date_is_written_as_a_day(record: Record) -> None:
    document = record.to_dict()["document"]
    assert isinstance(document, dict)
    assert (document["published_on"], document["published_on_from"]) == ("2024-03-18", "argument")


def test_a_span_counts_code_points() -> None:
    assert span_to_dict("🌉e\u0301 bridge", Span(0, 3)) == {"start": 0, "end": 3, "text": "🌉e\u0301"}


def test_the_record_fulfils_its_schema(record: Record) -> None:
    assert list(VALIDATOR.iter_errors(record_to_dict(record))) == []


@pytest.mark.parametrize(
    "broken", [{"form": "loud"}, {"confidence": 2}, {"source": [{"start": 1}]}, {"id": None}]
)
def test_the_schema_refuses_what_is_no_record(record: Record, broken: dict[str, object]) -> None:
    form = json.loads(written(record))
    form["statements"][0] |= broken
    assert not VALIDATOR.is_valid(form)


def test_the_schema_is_one_itself() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@given(records())
def test_streaming_writes_the_same_bytes(record: Record) -> None:
    assert written(record) == plain(record_to_dict(record))


def test_streaming_writes_what_json_writes(record: Record) -> None:
    assert written(record) == json.dumps(record_to_dict(record), ensure_ascii=False, indent=1) + "\n"


@given(records())
def test_any_text_comes_back_and_its_spans_agree(record: Record) -> None:
    form = json.loads(written(record).encode("utf-8"))
    text = form["document"]["text"]
    assert text == record.document.text
    assert VALIDATOR.is_valid(form)
    for statement in form["statements"]:
        for span in statement["source"] + statement["cue"] + statement["content"] + statement["verbatim"]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_a_lone_surrogate_is_escaped_and_whole_characters_are_not() -> None:
    assert dumps("\ud83d 🌉") == '"\\ud83d 🌉"'


@given(st.lists(records(), min_size=2, max_size=3))
def test_several_records_are_an_array_of_the_same_objects(many: list[Record]) -> None:
    assert several(many) == plain([record_to_dict(record) for record in many])


def test_one_record_is_an_object_unless_an_array_is_asked_for(record: Record) -> None:
    assert several([record]) == written(record)
    assert json.loads(several([record], as_array=True)) == [record_to_dict(record)]


def test_no_record_writes_nothing_or_an_empty_array() -> None:
    assert several([]) == ""
    assert several([], as_array=True) == "[]\n"


def test_records_are_taken_one_by_one(record: Record) -> None:
    stream = io.StringIO()
    seen: list[int] = []

    def coming() -> list[Record]:
        return [record] * 4

    def watched() -> object:
        for number, one in enumerate(coming()):
            seen.append(stream.getvalue().count('"document"'))
            yield replace(one, document=replace(one.document, id=str(number)))

    write_records(watched(), stream, as_array=True)  # type: ignore[arg-type]
    assert seen == [0, 1, 2, 3]
