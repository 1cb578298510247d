from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import Words
from onrecord.types import Span


def test_clitics_initialisms_and_numbers_are_words() -> None:
    text = "U.S. Sen. O’Hara’s (D-N.Y.) don’t, we'll: $1,000.50 rock-n-roll @real.Ann Hamas’s."
    assert [word.text for word in Words(text).all] == [
        "U.S.", "Sen", ".", "O’Hara", "’s", "(", "D-N.Y.", ")", "don’t", ",", "we", "'ll", ":", "$",
        "1,000.50", "rock-n-roll", "@real.Ann", "Hamas", "’s", ".",
    ]  # fmt: skip


def test_lows_fold_case_and_the_apostrophe() -> None:
    text = "He Didn’t SAY"
    assert Words(text).lows(Span(3, len(text))) == ("didn't", "say")


@given(st.text())
def test_words_lie_in_order_and_are_slices(text: str) -> None:
    at = 0
    for word in Words(text).all:
        assert at <= word.start < word.end
        assert text[word.start : word.end] == word.text
        at = word.end
    assert at <= len(text)


def test_first_at_finds_the_next_word() -> None:
    words = Words("one two")
    assert [words.first_at(place) for place in (0, 1, 4, 5)] == [0, 1, 1, 2]
