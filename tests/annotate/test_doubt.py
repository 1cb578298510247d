from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.annotate.doubt import NESTED, OUTER, SOURCELESS, is_doubtful, is_plain
from onrecord.types import Attribution, Span


def relation(source: str, cue: str, content: str) -> tuple[str, Attribution]:
    text = f"{source} {cue} {content}"
    starts = 0, len(source) + 1, len(source) + len(cue) + 2
    spans = [(Span(at, at + len(w)),) for at, w in zip(starts, (source, cue, content), strict=True)]
    return text, Attribution(spans[0], spans[1], spans[2])


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "that the bridge is closed"),
        ("was convinced", "the ferry would sail"),
        ("never thought", "it would come to this"),
        ("repeated her refusal", "to sign the lease"),
        ("would say", "the roof is safe"),
    ],
)
def test_plain_cues_name_saying_thinking_or_wishing(cue: str, content: str) -> None:
    text, attribution = relation("Reyes", cue, content)
    assert is_plain(attribution, text)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("signed", "the lease for the harbour"),
        ("tried to ask", "the mayor about the bridge"),
        ("could dismiss", "such talk as a stunt"),
        ("has no proof of", "the theft"),
        ("said", "it"),
    ],
)
def test_other_acts_and_mere_possibilities_are_not_plain(cue: str, content: str) -> None:
    text, attribution = relation("Reyes", cue, content)
    assert not is_plain(attribution, text)


@pytest.mark.parametrize(
    ("content", "plain"), [("“We leave.”", True), ('"We leave."', True), ("they leave", False)]
)
def test_without_words_for_a_cue_the_marks_tell(content: str, *, plain: bool) -> None:
    text, attribution = relation("Reyes", ":", content)
    assert is_plain(attribution, text) is plain
    assert is_plain(replace(attribution, source=(), cue=()), text) is plain


def test_the_floor_is_highest_inside_and_then_without_a_source() -> None:
    text, signed = relation("Reyes", "signed", "the lease for the harbour")
    between = replace(signed, confidence=(OUTER + SOURCELESS) / 2)
    assert not is_doubtful(between, text, nested=False)
    assert is_doubtful(replace(between, source=()), text, nested=False)
    assert is_doubtful(between, text, nested=True)
    assert not is_doubtful(replace(signed, confidence=NESTED), text, nested=True)


def test_a_plain_cue_is_told_however_unsure() -> None:
    text, said = relation("Reyes", "said", "that the bridge is closed")
    assert not is_doubtful(replace(said, confidence=0.01), text, nested=False)
    assert not is_doubtful(replace(said, confidence=0.01), text, nested=True)
