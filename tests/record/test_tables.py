"""Statements as rows: JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.tables import COLUMNS, write_csv, write_jsonl
from onrecord.types import Addressee, Document, Record, SaidOn, Setting, Span, Speaker, Statement


def jsonl(*records: Record) -> list[dict[str, object]]:
    stream = io.StringIO()
    write_jsonl(records, stream)
    return [json.loads(line) for line in stream.getvalue().split("\n")[:-1]]


def table(*records: Record) -> list[dict[str, str]]:
    stream = io.StringIO()
    write_csv(records, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def said(text: str) -> Record:
    whole = (Span(0, len(text)),)
    return Record(Document(text, text), (Statement("s", None, whole, (), whole, "indirect", (), 0.5),))


def test_a_line_is_a_statement_with_its_documents_fields(record: Record) -> None:
    lines = jsonl(record)
    assert [line["id"] for line in lines] == ["a", "b", "c", "d", "e"]
    assert lines[1]["document_id"] == "pier.txt"
    assert lines[1]["published_on"] == "2024-03-18"
    assert lines[1]["parent"] == "a"
    assert lines[1]["cue"] == [{"start": 11, "end": 20, "text": "explained"}]
    assert "text" not in lines[1]


def test_a_line_end_in_a_text_ends_no_line() -> None:
    assert jsonl(said("one\ntwo\u2028three"))[0]["source"] == [
        {"start": 0, "end": 13, "text": "one\ntwo\u2028three"}
    ]


def test_a_row_has_texts_and_places(record: Record) -> None:
    row = table(record)[4]
    assert row["content"] == "the pier … “will not last.”"
    start = record.document.text.index("the pier", 100)
    last = record.document.text.index("“will")
    assert row["content_spans"] == f"{start}-{start + 8};{last}-{last + 16}"
    assert (row["source"], row["form"], row["confidence"]) == ("Ortega", "mixed", "0.875")
    assert table(record)[3]["source"] == table(record)[3]["source_spans"] == ""


def test_the_header_stands_once_and_lines_end_as_rfc_4180_has_it(record: Record) -> None:
    stream = io.StringIO()
    write_csv([record, record], stream)
    lines = stream.getvalue().split("\r\n")
    assert lines[0] == ",".join(COLUMNS)
    assert len(lines) == 1 + 5 + 5 + 1
    assert lines[0] not in lines[1:]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_no_cell_is_a_formula(text: str) -> None:
    row = table(said(text))[0]
    assert row["source"] == row["document_id"] == row["content"] == f"'{text}"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_from_a_table(text: str) -> None:
    row = table(said(text))[0]
    assert row["content"].removeprefix("'" if row["content"] != text else "") == text
    assert row["content"][0] not in "=+-@\t\r\n"


def test_a_document_without_statements_has_no_row(record: Record) -> None:
    silent = replace(record, statements=())
    assert jsonl(silent) == table(silent) == []


def test_the_layers_have_columns(record: Record) -> None:
    known = replace(
        record.statements[0],
        speaker=Speaker("Maya Ortega", "person", "mayor"),
        act="assertive",
        sense="tell",
        negated=False,
        addressee=Addressee(Span(0, 3), "board"),
        setting=Setting(Span(4, 9), "speech", public=True),
        said_on=SaidOn(Span(0, 3), date(2024, 3, 18), None),
    )
    row = table(replace(record, statements=(known,)))[0]
    assert (row["speaker"], row["speaker_kind"], row["act"], row["negated"]) == (
        "Maya Ortega", "person", "assertive", "false",
    )  # fmt: skip
    assert (row["addressee"], row["addressee_span"], row["medium"], row["public"], row["carried"]) == (
        "board", "0-3", "speech", "true", "false",
    )  # fmt: skip
    assert (row["said_on_span"], row["said_earliest"], row["said_latest"]) == ("0-3", "2024-03-18", "")
    assert jsonl(replace(record, statements=(known,)))[0]["act"] == "assertive"
