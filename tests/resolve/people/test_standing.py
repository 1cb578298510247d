"""Tests for resolve.people.standing."""

from __future__ import annotations

import pytest

from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.names import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoy to the Free Isles Ada Quill spoke. Quill was late.", ["ada quill", "quill"]),
        ("Rules change in the E.U. Quill noted that. Ada Quill is a poet.", ["quill", "ada quill"]),
        ("So said Rep. G.K. Quill (D-Ohio). Quill left.", ["g.k quill", "quill"]),
        ("He met Mary Ann Smith. Ann Smith left.", ["mary ann smith", "ann smith"]),
        (
            "Crooked Ada Quill lost. Ada Quill left. Ada Quill wept. Quill rose.",
            ["ada quill", "ada quill", "ada quill", "quill"],
        ),
        (
            "Ida Pell Roth spoke. Pell Roth left. Pell Roth wept.",  # a surname of two words
            ["ida pell roth", "pell roth", "pell roth"],
        ),
        ("The U.S. Senate voted. Quill was late.", ["u.s senate", "quill"]),
    ],
)
def test_a_name_that_ran_on_is_cut_where_it_stands_alone(text: str, expected: list[str]) -> None:
    assert [" ".join(n.words) for n in names(Layout(text))] == expected
