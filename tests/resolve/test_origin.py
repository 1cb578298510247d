from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.origin import with_origin
from onrecord.types import Document, Record

Made = Callable[..., Record]


@pytest.mark.parametrize(
    ("publisher", "more", "line"),
    [
        ("Herald.com", True, "Read the full report at Herald.com."),
        ("Harbour Herald", True, "Read the rest of the story in Harbour Herald."),
        ("The Harbour Herald", True, "Read more at The Harbour Herald"),
        ("Herald.com", True, "Continue reading at Herald.com."),
        (None, True, "Read the rest here."),
        (None, True, "Click here to read the full story."),
        ("the Harbour Herald", False, "This story first appeared in the Harbour Herald."),
        ("Harbour Herald", False, "This article was originally published on Harbour Herald."),
        ("The Harbour Herald", False, "Copyright 2016 The Harbour Herald. All rights reserved."),
        ("Harbour Herald", False, "© 2016 Harbour Herald"),
        ("Harbour News Service", False, "Distributed by Harbour News Service."),
    ],
)
def test_a_pointer_is_the_origin(publisher: str | None, more: bool, line: str) -> None:  # noqa: FBT001
    text = f"The pier burned on Monday.\n{line}"
    document = with_origin(Record(Document("d", text), ())).document
    assert document.origin is not None
    assert (document.origin.publisher, document.is_excerpt) == (publisher, more)
    assert document.origin.span.start == text.index(line)


def test_an_agency_in_the_dateline_is_the_origin() -> None:
    text = "Fire on the pier\nDOVER, England (AP) — The pier burned on Monday."
    document = with_origin(Record(Document("d", text), ())).document
    assert document.origin is not None
    assert (document.origin.publisher, document.origin.span.of(text), document.is_excerpt) == (
        "AP",
        "AP",
        False,
    )


def test_an_agency_that_signs_is_the_origin() -> None:
    document = with_origin(Record(Document("d", "The pier burned.\n\n- Reuters"), ())).document
    assert document.origin is not None
    assert document.origin.publisher == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        "The fire was first reported by the Harbour Herald.",
        "Lee read the full report at City Hall on Monday.",
        "The Associated Press contributed to this report.",
        "He said the story was published in The Herald.",
        "“Read my lips,” said Lee.",
        "The board (AP 12) met.",
        "This story has been updated.",
    ],
)
def test_what_is_no_origin(text: str) -> None:
    record = Record(Document("d", text), ())
    assert with_origin(record) == record


def test_a_statement_within_a_pointer_is_left_out(made: Made) -> None:
    marked = "{s:Lee} {c:said} {k:it burned}.\n{s2:Read} the full {c2:report} {k2:at Herald.com}."
    record = with_origin(made(marked))
    assert len(record.statements) == 1
    assert record.document.is_excerpt


def test_a_statement_after_a_dateline_stays(made: Made) -> None:
    record = with_origin(made("DOVER (AP) — {s:Lee} {c:said} {k:it burned}."))
    assert len(record.statements) == 1


@given(st.text(max_size=200))
def test_any_text_has_a_record(text: str) -> None:
    record = with_origin(Record(Document("d", text), ()))
    assert record.document.text == text
