"""The network that ships, on texts written for these tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotate import reading
from onrecord.annotate.network import FOLDER, Network, load
from onrecord.annotate.reading import annotate
from onrecord.errors import ModelError
from onrecord.types import Attribution, Span

NETWORK = load(FOLDER, threads=1)
SAID = "The council will not sell the harbour, Mayor Ilse Brandt said on Tuesday.\n"


@pytest.fixture
def network() -> Network:
    return NETWORK


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [s.of(text) for s in spans]


def test_source_cue_and_content_are_linked(network: Network) -> None:
    (found,) = annotate(SAID, network)
    assert words(SAID, found.source) == ["Mayor Ilse Brandt"]
    assert words(SAID, found.cue) == ["said"]
    assert words(SAID, found.content) == ["The council will not sell the harbour"]


def test_what_stands_inside_a_content_is_found_too(network: Network) -> None:
    text = "“The governor explained why he is worried about the dam,” spokeswoman Tove Lind told reporters."
    found = annotate(text, network)
    outer = next(a for a in found if a.parent is None)
    inner = next(a for a in found if a.parent is not None)
    assert words(text, outer.source) == ["spokeswoman Tove Lind"]
    assert words(text, inner.source) == ["The governor"]
    assert found[inner.parent or 0] == outer


def test_a_nested_relation_lies_within_its_parent(network: Network) -> None:
    text = "Ortega said that Lind believes the dam is safe. Lind said Ortega denied that she knew."
    found = annotate(text, network)
    nested = [a for a in found if a.parent is not None]
    assert nested
    for inner in nested:
        outer = found[inner.parent or 0]
        spans = (*inner.source, *inner.cue, *inner.content)
        assert all(any(s.within(o) for o in outer.content) for s in spans)


def test_what_the_head_misses_is_read_again(network: Network) -> None:
    blind = replace(network, inner=replace(network.inner, floor=1.1))
    text = "Osei told the council that residents doubted whether rents would fall by May.\n"
    outer, inner = annotate(text, blind)
    assert (words(text, outer.source), outer.parent) == (["Osei"], None)
    assert (words(text, inner.source), words(text, inner.cue)) == (["residents"], ["doubted"])
    assert inner.parent == 0


def test_contents_split_by_the_reporting_clause_are_one_relation(network: Network) -> None:
    text = "“We are ready,” said Pavel Dorn, the harbour’s chief engineer. “The gates will open on Monday.”"
    (found,) = [a for a in annotate(text, network) if a.parent is None]
    assert len(found.content) == 2


def test_a_text_without_speech_gives_nothing(network: Network) -> None:
    assert annotate("It rained in the valley. The river rose by two metres.", network) == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b\ufeff", "\x00\x01"])
def test_a_text_without_words_gives_nothing(text: str, network: Network) -> None:
    assert annotate(text, network) == ()


def shifted(found: tuple[Attribution, ...], by: int) -> list[tuple[Span, ...]]:
    return [tuple(s.shifted(by) for s in (*a.source, *a.cue, *a.content)) for a in found]


def test_sections_are_read_alike(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECTION", len(SAID))
    alone = annotate(SAID, network)
    thrice = annotate(SAID * 3, network)
    expected = [s for n in range(3) for s in shifted(alone, n * len(SAID))]
    assert shifted(thrice, 0) == expected
    assert all(a.parent is None for a in thrice)


def test_reading_twice_gives_the_same(network: Network) -> None:
    assert annotate(SAID * 5, network) == annotate(SAID * 5, network)


PARTS = [
    "said",
    "Lind",
    "“",
    "”",
    '"',
    "that",
    ".",
    "\n",
    "he",
    "told",
    "🙂",
    "e\u0301",
    "\u202e",
    "\x00",
    " ",
    "’",
    "\r",
]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=60))
def test_spans_lie_in_any_text(parts: list[str]) -> None:
    text = " ".join(parts)
    found = annotate(text, NETWORK)
    for index, a in enumerate(found):
        assert all(s.end <= len(text) and s.of(text).strip() for s in (*a.source, *a.cue, *a.content))
        assert a.content
        assert 0.0 <= a.confidence <= 1.0
        assert a.parent is None or 0 <= a.parent < index


def test_a_missing_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing or damaged"):
        load(tmp_path)


def test_a_damaged_model_is_one_line(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "reader.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelError, match="missing or damaged") as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)
