"""What the tests of times share: reading a sentence as published on one Wednesday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.resolve.times.reading import times
from onrecord.types import Document, Time

PUBLISHED = date(2021, 6, 16)  # a Wednesday

Read = Callable[..., list[Time]]


@pytest.fixture
def read() -> Read:
    """The times of a text, published on Wednesday 16 June 2021 unless told otherwise."""

    def reading(text: str, published: date | None = PUBLISHED) -> list[Time]:
        return list(times(Document("text", text, published_on=published)))

    return reading
