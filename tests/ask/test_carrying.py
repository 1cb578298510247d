"""Which quotations are forms of some words."""

from __future__ import annotations

import pytest

from onrecord.ask.carrying import families_near
from onrecord.ask.memory import MemoryView


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a danger to every child in the valley", 1),
        ("a danger to all the children in the valley", 1),
        ("we will finish it by October", 1),
        ("nothing of the sort was said to every one of them", 0),
        ("the share of the clouds that is clear", 0),
    ],
)
def test_a_quotation_is_a_form_of_words_only_where_it_has_half_of_them(
    daily: MemoryView, words: str, found: int
) -> None:
    assert len(families_near(words, daily)) == found
