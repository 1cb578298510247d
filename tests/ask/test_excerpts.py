from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.ask.checking import checked, checked_in
from onrecord.ask.excerpts import WHOLE, around_quotations, told
from onrecord.ask.memory import MemoryView

RAIN = "The rain went on, and the river rose above the meadows near the old mill again. " * 4
PARAGRAPHS = (
    "Ada Quint, the mayor of Tarn, opened the new dam.", *[RAIN] * 40,
    "Quint went to the mill.", "“The dam is safe,” she said.", *[RAIN] * 40,
    "“Nobody asked the farmers,” said Bo Hollis.", RAIN,
)  # fmt: skip


def test_a_text_without_quotations_need_not_be_read() -> None:
    assert around_quotations(RAIN).pieces == ()


def test_a_short_text_is_read_whole() -> None:
    text = "“The dam is safe,” said Quint.\n\n" + RAIN
    assert around_quotations(text).text == text


def test_a_long_text_is_read_around_its_quotations_with_the_same_answers() -> None:
    text = "\n\n".join(PARAGRAPHS)
    excerpt = around_quotations(text)
    assert len(text) > WHOLE > len(excerpt.text)
    view = MemoryView.of([onrecord.read("“The dam is safe,” said Ada Quint.", name="a")])
    whole = onrecord.read(text, name="draft")
    part = onrecord.read(excerpt.text, name="draft")
    found = list(checked_in(text, part, excerpt, [view]))
    assert [replace(one, answer=None) for one in found] == [
        replace(one, answer=None) for one in checked(whole, [view])
    ]
    assert [(one.speaker, one.status) for one in found] == [("Ada Quint", "ok"), ("Bo Hollis", "not-found")]


@given(st.lists(st.sampled_from([RAIN, "“It is so,” said Quint.", "She left."]), max_size=120))
def test_each_quotation_is_at_its_place_in_the_excerpt(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    excerpt = around_quotations(text)
    for quotation in told(text):
        there = excerpt.within(quotation.span)
        assert there is not None
        assert there.of(excerpt.text) == quotation.span.of(text)
