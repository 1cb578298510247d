"""Chains of mentions, and the kinds of whole chains, with chances written for these tests."""

from __future__ import annotations

import re

import numpy as np
import pytest

from onrecord.annotate.chains import chain_kinds, chains
from onrecord.types import Mention, MentionForm, Span

Chances = tuple[tuple[tuple[int, float], ...], float]


def mentions(text: str, words: str, *chances: Chances) -> list[Mention]:
    """The words in their order, each with its antecedents and the chance of none."""
    out, at = [], 0
    for word, (antecedents, new) in zip(words.split(), chances, strict=True):
        at = text.index(word, at)
        form: MentionForm = "name" if word[0].isupper() and len(word) > 3 else "pronoun"
        out.append(Mention(Span(at, at + len(word)), "person", form, 0.9, antecedents, new))
        at += len(word)
    return out


NEW: Chances = ((), 1.0)


def test_a_mention_joins_the_chain_that_has_the_most_of_its_chance() -> None:
    text = "Ilse said that she knew Otto and that she left."
    found = mentions(
        text, "Ilse she Otto she", NEW, (((0, 0.8),), 0.2), NEW, (((2, 0.4), (1, 0.3), (0, 0.2)), 0.1)
    )
    assert chains(text, found) == [0, 0, 2, 0]


def test_new_wins_over_any_chain_that_has_less() -> None:
    text = "Ilse said that she knew Otto."
    found = mentions(text, "Ilse she Otto", NEW, (((0, 0.5),), 0.4), (((0, 0.2), (1, 0.2)), 0.5))
    assert chains(text, found) == [0, 0, 2]


def test_he_is_never_in_the_chain_of_she() -> None:
    text = "Kim came. She sat, and he stood."
    found = mentions(text, "Kim She he", NEW, (((0, 0.9),), 0.1), (((1, 0.9),), 0.1))
    assert chains(text, found) == [0, 0, 2]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("So I told you that.", [0, 1]),
        ("So I came.\nDid you come?", [0, 0]),
        ("“Do I know?” Then “yes, you do.”", [0, 0]),
    ],
)
def test_i_and_you_are_two_in_one_breath_only(text: str, chain: list[int]) -> None:
    assert chains(text, mentions(text, "I you", NEW, (((0, 0.9),), 0.1))) == chain


def test_of_what_kind_a_mention_is_all_of_its_chain_tell() -> None:
    kinds = np.array([[0.1, 0.8, 0.0, 0.1, 0.0], [0.5, 0.1, 0.0, 0.4, 0.0], [0.2, 0.0, 0.8, 0.0, 0.0]])
    told = chain_kinds(kinds.astype(np.float32), [0, 0, 2])
    assert told[:, 1:].argmax(axis=1).tolist() == [0, 0, 1]
    assert told[:, 0] == pytest.approx(kinds[:, 0])
    assert told.sum(axis=1) == pytest.approx(1.0)


def test_a_text_of_many_mentions_takes_time_in_a_line() -> None:
    text = "\n".join(["“I know you,” he said."] * 2000)
    found = [
        Mention(Span(m.start(), m.end()), "person", "pronoun", 0.9, ((max(0, i - 3), 0.9),) if i else (), 0.1)
        for i, m in enumerate(re.finditer(r"\b(?:I|you|he)\b", text))
    ]
    assert len(chains(text, found)) == 6000
