"""Whoever was told is no source."""

from __future__ import annotations

import re

import pytest

from onrecord.resolve.hearers import without_hearers
from onrecord.types import Attribution, Span

_MARK = re.compile(r"\[(s|c|x) ([^\]]*)\]")


def sources(marked: str) -> list[str]:
    """The sources left of the attribution in ``[s Ann] [c said] [x it rains]``, its content as it was."""
    text, given, found = resolved(marked)
    assert (found.cue, found.content) == (given.cue, given.content)
    return [span.of(text) for span in found.source]


def resolved(marked: str) -> tuple[str, Attribution, Attribution]:
    """The text, the attribution marked in it, and what is left of it."""
    spans: dict[str, list[Span]] = {"s": [], "c": [], "x": []}
    text, last = "", 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans[match[1]].append(Span(len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    text += marked[last:]
    source, cue, content = (tuple(spans[r]) for r in "scx")
    given = Attribution(source, cue, content)
    (found,) = without_hearers(text, [given])
    return text, given, found


@pytest.mark.parametrize(
    "marked",
    [
        "[s The workers] [c were told] [x that the plant would close].",
        "[s She] [c was told] [x to leave the building].",
        "[s The families] [c have been informed] [x that the search is over].",
        "[s Passengers] [c have been asked] [x to arrive early].",
        "[s Residents] [c were later urged] [x to stay indoors].",
        "[s Skippers] were [c warned] [x that the gale would reach them].",
        "[s Farmers] [c are encouraged] to sell [x their grain].",
    ],
)
def test_who_was_told_is_no_source(marked: str) -> None:
    assert sources(marked) == []


@pytest.mark.parametrize("crew", ["[s The crew]", "The crew"])
def test_who_told_stands_after_by(crew: str) -> None:
    marked = f"{crew} [c were told] by the harbour master [x that it was over]."
    assert sources(marked) == ["the harbour master"]


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("The workers", "[s The workers] [c told] reporters [x that the plant would close]."),
        ("He", "[s He] [c was encouraged] [x that the talks went on]."),
        ("She", "[s She] [c was quoted saying] [x that it rained]."),
        ("the pilot", "[x The crew were told to wait], [s the pilot] [c said]."),
        ("the board", "Ann [c was told] by [s the board] [x that it rained]."),
        ("Lee", "[s Lee], who was there, [c asked] [x whether it rained]."),
    ],
)
def test_other_sources_stay(source: str, marked: str) -> None:
    assert sources(marked) == [source]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[x she] [c had been assured] by [s Hale] [x that rents would fall].", ["that rents would fall"]),
        ("[x The crew] [c were told] [x to wait].", ["to wait"]),
        (
            "[x The crew were told to wait], [s he] [c said], [x and left].",
            ["The crew were told to wait", "and left"],
        ),
    ],
)
def test_who_was_told_is_no_content(marked: str, content: list[str]) -> None:
    text, _, found = resolved(marked)
    assert [span.of(text) for span in found.content] == content


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        ("[x Ida Roth] [c was quoted as saying] [x that it rained].", ["Ida Roth"], ["that it rained"]),
        ("[x Ida Roth] [c reportedly told] aides [x that it rained].", ["Ida Roth"], ["that it rained"]),
        ("[x The bridge] [c is said] [x to be unsafe].", [], ["The bridge", "to be unsafe"]),
        ("[x “It rained,”] so [c said] he, [x “all day.”]", [], ["“It rained,”", "“all day.”"]),
    ],
)
def test_a_subject_that_says_it_is_the_source(marked: str, source: list[str], content: list[str]) -> None:
    text, _, found = resolved(marked)
    assert [s.of(text) for s in found.source] == source
    assert [s.of(text) for s in found.content] == content


def test_no_attributions() -> None:
    assert without_hearers("It rained.", []) == []
