from __future__ import annotations

import pytest

import onrecord
from onrecord.ask.answering import ask
from onrecord.ask.memory import MemoryView
from onrecord.ask.roles import are_swapped

SUED = "that the county sued the mill"
DEARER = "that the dam is far more costly than the mill"


@pytest.mark.parametrize(
    ("claim", "text", "wanted"),
    [
        ("the mill sued the county", SUED, True),
        ("the county was sued by the mill", SUED, True),
        ("the mill was sued by the county", SUED, False),
        ("the county has sued the mill", SUED, False),
        ("Quint lost to Hollis", "Hollis lost to Quint", True),
        ("Quint met Hollis", "Hollis met Quint", False),
        ("in this case justice will be done", "we will do justice in this case", False),
        ("the mill is more costly", DEARER, True),
        ("the mill is more costly than the dam", DEARER, True),
        ("the dam is more costly", DEARER, False),
    ],
)
def test_who_did_it_to_whom(claim: str, text: str, *, wanted: bool) -> None:
    assert are_swapped(claim, text) is wanted


def test_a_claim_with_the_parts_swapped_is_not_what_was_said() -> None:
    text = "Ada Hollis said that the county sued the mill. “The farmers cheated the brewers,” said Tom Quint."
    view = MemoryView.of([onrecord.read(text, name="a")])
    found = ask("Did Hollis say the mill sued the county?", view)
    assert (found.verdict, found.nearest[0].text) == ("no-record", SUED)
    assert ask("Did Hollis say the county sued the mill?", view).verdict == "paraphrase"
    assert ask("Did Quint say the brewers cheated the farmers?", view).verdict == "no-record"
    assert ask("Did Quint say “the brewers cheated the farmers”?", view).verdict == "altered"


def test_what_was_told_to_somebody() -> None:
    text = "“The dam is safe,” Ada Hollis told Bo Reyes. “The mill is shut,” Hollis told Tom Quint."
    view = MemoryView.of([onrecord.read(text, name="a")])
    found = ask("What did Hollis tell Quint?", view)
    assert [r.text for r in found.receipts] == ["“The mill is shut,”"]
    assert ask("What did Hollis tell Quint about the dam?", view).verdict == "no-record"
    assert ask("What did Hollis tell Moen?", view).verdict == "no-record"


def test_what_was_only_asked_is_not_what_was_said() -> None:
    text = "“Something is wrong. Do I think it was sabotage? Probably not,” said Ada Hollis."
    view = MemoryView.of([onrecord.read(text, name="a")])
    assert ask("Did Hollis say “I think it was sabotage”?", view).verdict == "out-of-context"
    assert ask("Did Hollis say “Do I think it was sabotage?”", view).verdict == "verbatim"
    assert ask("Did Hollis say “do I think it was sabotage”?", view).verdict == "verbatim"
    assert ask("Did Hollis say she thinks it was sabotage?", view).verdict == "no-record"
    assert ask("Did Hollis say “something is wrong”?", view).verdict == "verbatim"


def test_where_something_was_said_is_not_when() -> None:
    view = MemoryView.of([onrecord.read("“The dam is safe,” Ada Hollis said on Monday.", name="a")])
    assert ask("Where did Hollis say the dam is safe?", view).note.endswith("the text does not say where")
    assert "does not say" not in ask("When did Hollis say the dam is safe?", view).note
