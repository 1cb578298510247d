"""What a mention's words tell, and how alike two mentions are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.surface import CLASSES, MATCHES, match, surface


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("She", "she"),
        ("her", "she"),
        ("its", "it"),
        ("us", "we"),
        ("US", "name"),
        ("whom", "who"),
        ("the mayor", "definite"),
        ("a mayor", "indefinite"),
        ("Ilse Brandt", "name"),
        ("the Harbour Office", "name"),
        ("her lawyer", "possessed"),
    ],
)
def test_a_mention_has_a_class(text: str, category: str) -> None:
    assert CLASSES[surface(text).category] == category


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the mayor of Lund", "mayor"),
        ("Mayor Ilse Brandt, who resigned", "brandt"),
        ("the two men in the boat", "men"),
        ("Ilse Brandt's", "brandt"),
        ("Ilse Brandt’s", "brandt"),
        ("he", ""),
    ],
)
def test_the_head_stands_before_what_follows_it(text: str, head: str) -> None:
    assert surface(text).head == head


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Ilse Brandt", "Mrs. Ilse Brandt", "same"),
        ("Ilse Brandt", "Brandt", "same head, more"),
        ("Ilse Brandt", "Otto Brandt", "same head, other"),
        ("the harbour master", "the harbour", "shared word"),
        ("the North Sea Council", "NSC", "initials"),
        ("the mayor", "the ferry", "none"),
    ],
)
def test_two_mentions_are_more_or_less_alike(one: str, other: str, like: str) -> None:
    assert MATCHES[match(surface(one), surface(other))] == like
    assert MATCHES[match(surface(other), surface(one))] == like


@given(st.text(min_size=1))
def test_any_text_has_a_surface(text: str) -> None:
    assert 0 <= surface(text).category < len(CLASSES)
