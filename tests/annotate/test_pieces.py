from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.annotate.network import FOLDER
from onrecord.annotate.pieces import CASES, SHAPES, case_of, cut, windows, words_in
from onrecord.types import Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


TOKENIZER = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", "lower"),
        ("Rafah", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("McBride", "mixed"),
        ("1999", "digit"),
        ("“", "other"),
        ("ß", "lower"),
    ],
)
def test_case(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


def test_words_are_cut_at_space_and_punctuation(tokenizer: Tokenizer) -> None:
    text = "Mr. Bosko’s claim"
    pieces = cut(text, tokenizer)
    words = [pieces.span(i, i).of(text) for i in range(len(pieces))]
    assert words == ["Mr", ".", "Bosko", "’", "s", "claim"]


def test_lines_open_with_a_break(tokenizer: Tokenizer) -> None:
    pieces = cut("He left. She\n\nstayed.", tokenizer)
    assert pieces.breaks.tolist() == [2, 0, 0, 1, 2, 0]


@given(st.text(max_size=300))
def test_pieces_point_into_any_text(text: str) -> None:
    pieces = cut(text, TOKENIZER)
    assert all(0 <= a < b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert all(b <= a for b, a in zip(pieces.ends[:-1], pieces.starts[1:], strict=True))
    assert len(pieces.ids) == len(pieces.shapes)
    assert not len(pieces.shapes) or 0 <= pieces.shapes.min() <= pieces.shapes.max() < SHAPES


@given(
    st.lists(st.sampled_from(["word", "Antidisestablishmentarianism", ".", "\n", "”"]), max_size=200),
    st.integers(8, 64),
)
def test_windows_read_every_word_once(words: list[str], size: int) -> None:
    pieces = cut(" ".join(words), TOKENIZER)
    cuts = list(windows(pieces, size, size // 4))
    fresh = [w for c in cuts for w in range(c.fresh, c.last)]
    assert fresh == list(range(len(pieces)))
    assert all(c.first <= c.fresh < c.last for c in cuts)


@given(st.lists(st.sampled_from(["word", "is", ".", "\n"]), min_size=1, max_size=200), st.integers(8, 64))
def test_windows_keep_to_their_size(words: list[str], size: int) -> None:
    pieces = cut(" ".join(words), TOKENIZER)
    for window in windows(pieces, size, size // 4):
        low, high = pieces.piece_bounds(window.first, window.last)
        assert high - low <= size


def test_spans_become_words(tokenizer: Tokenizer) -> None:
    pieces = cut("The mayor said so.", tokenizer)
    assert words_in(pieces, [Span(4, 9), Span(10, 14), Span(9, 10)]) == [(1, 1), (2, 2)]
