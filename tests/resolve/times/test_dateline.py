"""The day of publication in the text, and what speaks against the one that was given."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.resolve.times.dateline import doubts
from onrecord.resolve.times.reading import with_times
from onrecord.resolve.times.words import words_of
from onrecord.types import Document, Record

DATELINES = [
    "WASHINGTON, March 3, 2016 (AP) — The council met on Monday.",
    "PORT ELSWICK, Torvale, March 3, 2016 — The council met.",
    "Bridge reopens\n\nMarch 3, 2016\n\nThe council met.",
    "Bridge reopens\nThursday, March 3, 2016\nThe council met.",
    "(CNN) Updated 10:15 p.m. ET, Thu March 3, 2016. The council met.",
    "Bridge reopens\nPublished: 3 March 2016\nThe council met.",
    "Thursday, March 3, 2016 \n\nThe council met on Monday.",
    "March 3, 2016 On Tuesday, the council met.",
    "March 3, 2016 The council met on Tuesday.",
]
NONE = [
    "The council met on March 3, 2016 — and again a day later.",
    "The council met on March 3, 2016 (a Thursday).",
    "WASHINGTON, March 3 (AP) — The council met.",
    "Published March 3, 2016. Updated March 5, 2016. The council met.",
    "The council met.",
    "March 3, 2016 was a bad day for the council.",
    "The council met.\nMarch 3, 2016, Lee said, was a bad day.",
]


def read(text: str, published: date | None = None) -> Document:
    return with_times(Record(Document("text", text, published_on=published), ())).document


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_gives_the_day(text: str) -> None:
    found = read(text)
    assert (found.published_on, found.published_on_from) == (date(2016, 3, 3), "text")


@pytest.mark.parametrize("text", NONE)
def test_any_other_date_does_not(text: str) -> None:
    assert read(text).published_on is None


def test_a_given_day_is_kept_and_doubted() -> None:
    found = read(DATELINES[0], date(2019, 1, 1))
    assert found.published_on == date(2019, 1, 1)
    assert found.warnings == (
        "The text states 2016-03-03 as its own date, not the day of publication 2019-01-01.",
    )


def test_a_day_later_is_no_contradiction() -> None:
    assert read(DATELINES[0], date(2016, 3, 4)).warnings == ()


def test_a_past_after_publication_is_doubted() -> None:
    found = read("The council met on May 3, 2018.", date(2016, 3, 3))
    assert len(found.warnings) == 1
    assert "2018-05-03" in found.warnings[0]


def test_what_is_to_come_is_not() -> None:
    assert read("The council will meet on May 3, 2018.", date(2016, 3, 3)).warnings == ()


@pytest.mark.parametrize(("day", "words"), [(date(2031, 1, 1), "future"), (date(1200, 1, 1), "newspapers")])
def test_impossible_days(day: date, words: str) -> None:
    document = Document("text", "Rain.", published_on=day)
    (warning,) = doubts(document, words_of("Rain."), None, date(2021, 6, 16))
    assert words in warning
