"""The layers together, on statements made by hand."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from onrecord.resolve.layers import completed
from onrecord.types import Record

Made = Callable[..., Record]


def test_the_layers_fill_a_record(made: Made) -> None:
    marked = (
        "In an interview with the Harbour Herald on Monday, {s:Mayor Ann Lee} {c:promised} "
        "{k:to rebuild the pier by May 1}.\n{s2:Lee} {c2:opposes} {k2:the sale}.\n"
        "{s3:Read} the full {c3:report} {k3:at Herald.com}."
    )
    record = completed(made(marked, "2024-03-20"))
    text = record.document.text
    first, second = record.statements
    assert (first.act, first.negated, first.setting and first.setting.medium) == (
        "commissive",
        False,
        "interview",
    )
    assert first.said_on is not None
    assert record.commitments[0].statement == first.id
    assert record.commitments[0].act.of(text) == "rebuild the pier"
    assert (record.positions[0].statement, record.positions[0].target) == (second.id, "the sale")
    assert record.document.origin is not None
    assert record.document.origin.publisher == "Herald.com"
    assert record.document.is_excerpt


def test_time_grows_with_the_text_and_no_faster(made: Made) -> None:
    line = "In a speech, {{s{0}:Lee}} {{c{0}:told}} us {{k{0}:that he would “close” it if asked on May 1}}.\n"
    short, long = ("".join(line.format(n) for n in range(1, count)) for count in (51, 401))

    def spent(record: Record) -> float:
        start = perf_counter()
        completed(record)
        return perf_counter() - start

    little, much = spent(made(short)), spent(made(long))
    assert much < 60 * max(little, 0.01)
