"""Mentions and their antecedents by the network that ships, on texts written for these tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate import antecedents
from onrecord.annotate.network import FOLDER, load
from onrecord.annotate.reading import SECTION, annotate, annotate_all
from onrecord.types import Mention

NETWORK = load(FOLDER, threads=1)
REPORT = (
    "Mayor Ilse Brandt told reporters on Tuesday that she would not sell the harbour.\n"
    "“I have made up my mind,” Brandt said. Her deputy, Otto Lindqvist, said he disagreed with her.\n"
)


def mentions(text: str) -> tuple[Mention, ...]:
    return annotate_all(text, NETWORK)[1]


def the(found: tuple[Mention, ...], text: str, words: str) -> Mention:
    """The one mention with these words."""
    (only,) = [m for m in found if m.span.of(text) == words]
    return only


def test_people_are_found_with_their_kind_and_form() -> None:
    found = mentions(REPORT)
    she, he = the(found, REPORT, "she"), the(found, REPORT, "he")
    assert (she.kind, she.form) == (he.kind, he.form) == ("person", "pronoun")
    name = the(found, REPORT, "Otto Lindqvist")
    assert (name.kind, name.form) == ("person", "name")


def test_a_pronoun_goes_back_to_whom_it_means() -> None:
    found = mentions(REPORT)
    chances: dict[str, float] = {}
    for index, chance in the(found, REPORT, "he").antecedents:
        words = found[index].span.of(REPORT)
        chances["Otto" if "Otto" in words else "Ilse"] = chances.get("Otto", 0.0) + chance
    assert chances["Otto"] > 0.5


def test_the_attributions_are_those_of_a_reading_without_mentions() -> None:
    assert annotate_all(REPORT, NETWORK)[0] == annotate(REPORT, NETWORK)


def test_chances_are_probabilities_and_go_back() -> None:
    for index, mention in enumerate(mentions(REPORT)):
        assert 0 <= mention.confidence <= 1
        assert 0 <= mention.new <= 1
        chances = [chance for _, chance in mention.antecedents]
        assert sum(chances) + mention.new <= 1 + 1e-5
        assert chances == sorted(chances, reverse=True)
        assert all(earlier < index for earlier, _ in mention.antecedents)


def test_mentions_come_in_text_order_and_none_crosses_another() -> None:
    spans = [m.span for m in mentions(REPORT * 3)]
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end))
    assert len(set(spans)) == len(spans)
    assert not any(a.start < b.start < a.end < b.end for a in spans for b in spans)


def test_a_text_without_words_has_no_mention() -> None:
    assert mentions("") == ()
    assert mentions(" \n\t ") == ()


def test_scoring_some_mentions_at_a_time_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = mentions(REPORT)
    monkeypatch.setattr(antecedents, "ROWS", 3)
    parts = mentions(REPORT)
    assert [m.span for m in parts] == [m.span for m in whole]
    assert [m.new for m in parts] == pytest.approx([m.new for m in whole], abs=1e-4)


def test_a_mention_may_go_back_to_one_of_another_section() -> None:
    filler = "It rained in the valley and the river rose by two metres.\n"
    text = "Ilse Brandt left.\n" + filler * (SECTION // len(filler) + 1) + "Ilse Brandt came back.\n"
    found = mentions(text)
    first, last = (m for m in found if m.span.of(text) == "Ilse Brandt")
    assert first.span.start == 0
    assert last.span.start > SECTION
    assert any(found[earlier].span == first.span for earlier, _ in last.antecedents)


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_time_grows_with_the_text_and_not_faster() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        mentions(text)
        return time.process_time() - began

    seconds(REPORT)
    assert seconds(REPORT * 200) < 4 * max(seconds(REPORT * 100), 0.05)


def test_the_pronoun_of_a_phrase_is_no_mention_of_its_own() -> None:
    text = "Thank you guys for coming to the harbour, and I love you all."
    words = [m.span.of(text) for m in mentions(text)]
    assert "you" not in words
