"""Nothing hidden in a text reaches the reader's screen as anything but a symbol."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.characters import columns, one_line, visible


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[31m", "␛[31m"), ("\x07", "␇"), ("\x00", "␀"), ("\x7f", "␡"), ("\x9b2J", "[U+009B]2J"),
        ("\u202e", "[U+202E]"), ("\u2066", "[U+2066]"), ("\u2028", "[U+2028]"), ("\ud800", "\ufffd"),
    ],
)  # fmt: skip
def test_what_could_do_harm_is_shown_as_a_symbol(hidden: str, shown: str) -> None:
    assert visible(f"a{hidden}b") == f"a{shown}b"


@pytest.mark.parametrize("kept", ["a\tb\nc", "שלום\u200f", "👩\u200d🚒", "e\u0301", "“curly”"])
def test_what_belongs_to_a_text_stays(kept: str) -> None:
    assert visible(kept) == kept


@given(st.text(st.characters()))
def test_one_line_is_one_line_that_utf8_can_carry(text: str) -> None:
    line = one_line(text)
    line.encode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in line)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in line)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("橋", 2), ("e\u0301", 1), ("“a”", 3), ("\u200f", 0)]
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
