"""Names folded for comparison."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.folding import folded


def test_case_accents_initials_and_suffixes_do_not_count() -> None:
    assert folded("Nydia M. Velázquez, Jr.") == folded("nydia velazquez") == "nydia velazquez"
    assert folded("Conan O’Malley") == folded("Conan O'Malley")
    assert folded("J. D.") == "j d"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)
