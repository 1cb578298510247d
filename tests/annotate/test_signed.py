"""Tests for annotate.signed."""

from __future__ import annotations

import pytest

from onrecord.annotate.signed import sign_quotations
from onrecord.types import Attribution, Span


def told(text: str, found: list[Attribution]) -> list[tuple[str, str, str]]:
    return [
        (
            " | ".join(s.of(text) for s in a.source),
            " | ".join(s.of(text) for s in a.cue),
            " | ".join(s.of(text) for s in a.content),
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“We will miss it.” ― Ana Pereira", ("Ana Pereira", "―", "“We will miss it.”")),
        ('"We will miss it."—Ana Pereira.', ("Ana Pereira", "—", '"We will miss it."')),
        ("“We will miss it.”\n— Ana Pereira, 34", ("Ana Pereira, 34", "—", "“We will miss it.”")),
        ("“We “all” will miss it.” -- A. Pereira", ("A. Pereira", "--", "“We “all” will miss it.”")),
        ("\u00a0“We will miss it.”\u00a0― Ana Pereira\u00a0", ("Ana Pereira", "―", "“We will miss it.”")),
    ],
)  # fmt: skip
def test_a_signed_quotation_is_its_signers(line: str, expected: tuple[str, str, str]) -> None:
    text = f"Voices from the square\n{line}\nMore tomorrow"
    assert told(text, sign_quotations([], text)) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "“We will miss it,” she said — and left.",
        "“We will miss it” — a phrase that nobody in town has used before or since then, he said",
        "The “old” library — Ana Pereira",
        "“We will miss it.” — and then silence",
        "“We will miss it.”",
    ],
)
def test_a_dash_without_a_name_signs_nothing(line: str) -> None:
    assert sign_quotations([], line) == []


def test_words_taken_by_the_next_voice_are_given_back() -> None:
    text = "“Stay open.” ― Ana Pereira\n“Close it.” ― Bo Lind"
    wrong = Attribution(
        (Span(text.index("Bo"), len(text)),),
        (Span(text.rindex("―"), text.rindex("―") + 1),),
        (Span(0, 12), Span(text.index("“Close"), text.index("“Close") + 11)),
    )
    assert told(text, sign_quotations([wrong], text)) == [
        ("Ana Pereira", "―", "“Stay open.”"),
        ("Bo Lind", "―", "“Close it.”"),
    ]


def test_other_contents_stay_with_their_owner() -> None:
    text = "The mayor said it would close. “Stay open.”\n“Stay open.” ― Ana Pereira"
    mayor = Attribution((Span(0, 9),), (Span(10, 14),), (Span(15, 29), Span(44, 56)))
    found = sign_quotations([mayor], text)
    assert told(text, found)[0] == ("The mayor", "said", "it would close")
    assert told(text, found)[1][0] == "Ana Pereira"


def test_a_line_of_marks_and_dashes_is_no_hang() -> None:
    sign_quotations([], "“" * 20_000 + "” — " * 5_000)
