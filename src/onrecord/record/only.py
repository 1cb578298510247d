"""One layer of the record by itself: as JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Any, TextIO

from onrecord.record.form import dumps, statement_to_dict
from onrecord.record.layers import BESIDE
from onrecord.record.tables import BETWEEN_SPANS, BETWEEN_TEXTS, SPAN_MARK, cell, write_csv, write_jsonl
from onrecord.types import Layer, Record

COLUMNS: Mapping[Layer, tuple[str, ...]] = {
    "commitments": (
        "id", "statement", "debtor", "creditor", "strength", "act", "act_span", "condition", "condition_span",
        "deadline", "deadline_span", "deadline_earliest", "deadline_latest",
    ),
    "positions": ("holder", "stance", "target", "statement", "basis", "evidence", "evidence_span"),
    "times": ("span", "span_span", "type", "value", "earliest", "latest", "anchor", "note"),
    "entities": ("id", "name", "kind", "description", "linked", "mentions", "mentions_spans"),
}  # fmt: skip
_NAMED = {"span": "time", "span_span": "time_span"}
"""What a column is called in the table where the field's own name says too little."""


def items(record: Record, layer: Layer) -> Iterator[dict[str, object]]:
    """The entries of ``layer`` in ``record``, in their JSON form."""
    text = record.document.text
    if layer == "statements":
        yield from (statement_to_dict(text, one) for one in record.statements)
        return
    found, to_dict = _LAYERS[layer]
    yield from (to_dict(text, one) for one in found(record))


_LAYERS: dict[str, tuple[Callable[[Record], Iterable[Any]], Callable[[str, Any], dict[str, object]]]] = {
    name: (found, to_dict) for name, found, to_dict in BESIDE
}


def write_only_json(records: Iterable[Record], stream: TextIO, layer: Layer, *, as_array: bool) -> None:
    """Write ``{"document_id": ..., LAYER: [...]}`` for one record, an array of such objects for several."""
    coming = iter(records)
    first = list(islice(coming, 1 if as_array else 2))
    if len(first) == 1 and not as_array:
        stream.write(f"{dumps(_whole(first[0], layer), indent=1)}\n")
    elif first or as_array:
        written = (dumps(_whole(record, layer), indent=1) for record in chain(first, coming))
        stream.write("[\n")
        stream.writelines(f"{',' if index else ''}{one}\n" for index, one in enumerate(written))
        stream.write("]\n")


def _whole(record: Record, layer: Layer) -> dict[str, object]:
    return {"document_id": record.document.id, layer: list(items(record, layer))}


def jsonl_writer(layer: Layer) -> Callable[[Iterable[Record], TextIO], None]:
    """What writes one entry of ``layer`` a line, with its document's id."""
    return write_jsonl if layer == "statements" else partial(_write_jsonl, layer=layer)


def csv_writer(layer: Layer) -> Callable[[Iterable[Record], TextIO], None]:
    """What writes one entry of ``layer`` a row, under a header."""
    return write_csv if layer == "statements" else partial(_write_csv, layer=layer)


def _write_jsonl(records: Iterable[Record], stream: TextIO, *, layer: Layer) -> None:
    for record in records:
        found = items(record, layer)
        stream.writelines(f"{dumps({'document_id': record.document.id} | one)}\n" for one in found)
        stream.flush()


def _write_csv(records: Iterable[Record], stream: TextIO, *, layer: Layer) -> None:
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(["document_id", *(_NAMED.get(column, column) for column in COLUMNS[layer])])
    for record in records:
        for one in items(record, layer):
            flat = dict(_flat(one))
            rows.writerow(
                cell(value) for value in (record.document.id, *(flat.get(c) for c in COLUMNS[layer]))
            )
        stream.flush()


def _flat(item: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The fields of ``item`` as cells: a span as its text and its place, a deadline as several."""
    for name, value in item.items():
        if isinstance(value, list):
            yield name, BETWEEN_TEXTS.join(str(span["text"]) for span in value)
            yield f"{name}_spans", BETWEEN_SPANS.join(_place(span) for span in value)
        elif isinstance(value, dict) and "span" in value:
            yield from _flat({name: value["span"]})
            yield from ((f"{name}_{key}", part) for key, part in value.items() if key != "span")
        elif isinstance(value, dict):
            yield name, value["text"]
            yield f"{name}_span", _place(value)
        else:
            yield name, value


def _place(span: Mapping[str, object]) -> str:
    return f"{span['start']}{SPAN_MARK}{span['end']}"
