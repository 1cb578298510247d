"""One layer by itself, in JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from onrecord.record.only import COLUMNS, csv_writer, items, jsonl_writer, write_only_json
from onrecord.types import (
    LAYERS,
    Commitment,
    Deadline,
    Document,
    Entity,
    Layer,
    Position,
    Record,
    Span,
    Time,
)

TEXT = "Lee agreed to close the pier by Friday if it rains; Lee opposes the sale."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def full() -> Record:
    friday = date(2024, 3, 22)
    return Record(
        Document("d", TEXT),
        (),
        entities=(Entity("e1", "Lee", "person", (at("Lee"), at("Lee opposes"))),),
        times=(Time(at("Friday"), "DATE", "2024-03-22", friday, friday),),
        commitments=(
            Commitment("c1", "s1", "Lee", None, "agrees", at("close the pier"), at("if it rains"),
                       Deadline(at("Friday"), None, friday)),
        ),
        positions=(Position("Lee", "against", "the sale", "s2", "explicit", at("opposes the sale")),),
    )  # fmt: skip


def written(writer: object, *records: Record) -> str:
    stream = io.StringIO()
    writer(records, stream)  # type: ignore[operator] # one of the writers
    return stream.getvalue()


@pytest.mark.parametrize("layer", LAYERS)
def test_a_row_a_line_and_an_entry_for_each_item(full: Record, layer: Layer) -> None:
    count = len(list(items(full, layer)))
    assert written(jsonl_writer(layer), full).count("\n") == count
    assert written(csv_writer(layer), full).count("\r\n") == count + 1
    stream = io.StringIO()
    write_only_json([full], stream, layer, as_array=False)
    assert list(json.loads(stream.getvalue())) == ["document_id", layer]


def test_a_commitment_as_a_row(full: Record) -> None:
    (row,) = csv.DictReader(io.StringIO(written(csv_writer("commitments"), full), newline=""))
    assert (row["debtor"], row["act"], row["condition"]) == ("Lee", "close the pier", "if it rains")
    assert (row["deadline"], row["deadline_earliest"], row["deadline_latest"]) == ("Friday", "", "2024-03-22")
    start = TEXT.index("close")
    assert row["act_span"] == f"{start}-{start + len('close the pier')}"


def test_a_time_and_an_entity_as_rows(full: Record) -> None:
    (time,) = csv.DictReader(io.StringIO(written(csv_writer("times"), full), newline=""))
    assert (time["time"], time["value"]) == ("Friday", "2024-03-22")
    (entity,) = csv.DictReader(io.StringIO(written(csv_writer("entities"), full), newline=""))
    assert entity["mentions"] == "Lee … Lee opposes"
    assert len(entity["mentions_spans"].split(";")) == 2


def test_every_column_but_the_unknown_is_filled(full: Record) -> None:
    for layer, columns in COLUMNS.items():
        (row,) = csv.DictReader(io.StringIO(written(csv_writer(layer), full), newline=""))
        assert len(row) == len(columns) + 1
        assert row["document_id"] == "d"


def test_several_records_are_an_array(full: Record) -> None:
    stream = io.StringIO()
    write_only_json([full, full], stream, "positions", as_array=False)
    assert [one["document_id"] for one in json.loads(stream.getvalue())] == ["d", "d"]


def test_no_record_is_an_empty_array_where_one_was_asked_for() -> None:
    stream = io.StringIO()
    write_only_json([], stream, "positions", as_array=True)
    assert json.loads(stream.getvalue()) == []


def test_no_cell_is_a_formula() -> None:
    record = Record(
        Document("=d", "x"), (), positions=(Position("=1", "favor", "y", "s", "implied", Span(0, 1)),)
    )
    (row,) = csv.DictReader(io.StringIO(written(csv_writer("positions"), record), newline=""))
    assert (row["document_id"], row["holder"]) == ("'=d", "'=1")
