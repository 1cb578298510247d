from __future__ import annotations

from datetime import date

from onrecord.compare.families import Quotation, families, quotations
from onrecord.types import Document, Record, Span, Speaker, Statement

FULL = "We will finish the dam by October, and we will do it without borrowing a cent"
GIVEN = [
    ("wire", FULL, "Ada Quint", date(2031, 5, 2)),
    ("daily", "finish the dam by October", "Quint", date(2031, 5, 1)),
    (
        "herald",
        "We will finish the dam by November, and we will do it without borrowing a cent",
        "Quint",
        None,
    ),
    (
        "gazette",
        "We will finish the dam by October, and we will do it without borrowing a cent",
        "Bo Hollis",
        date(2031, 5, 4),
    ),
    ("daily", "I like the new stadium very much", "Quint", date(2031, 5, 1)),
]


def made() -> list[Quotation]:
    return [
        Quotation(name, f"s{n}", Span(0, len(text)), text, speaker, name, day)
        for n, (name, text, speaker, day) in enumerate(GIVEN)
    ]


def test_one_quotation_of_four_outlets_is_one_family() -> None:
    found = families(made())
    assert [family.documents for family in found] == [4, 1]
    family = found[0]
    assert family.fullest.document == "wire"
    assert family.first is not None
    assert family.first.document == "daily"
    assert [(m.quotation.document, m.comparison.label) for m in family.members] == [
        ("daily", "truncated"),
        ("wire", "same"),
        ("gazette", "wrong-speaker"),
        ("herald", "number-changed"),
    ]
    assert [m.quotation.document for m in family.cut] == ["daily"]
    assert {m.quotation.document for m in family.altered} == {"gazette", "herald"}


def test_each_form_says_which_part_it_carries() -> None:
    daily = families(made())[0].members[0]
    assert [span.of(FULL) for span in daily.carried] == ["finish the dam by October"]


def test_two_on_one_day_leave_open_who_was_first() -> None:
    day = date(2031, 5, 1)
    one = [Quotation(n, n, Span(0, 5), FULL, "Quint", n, day) for n in ("a", "b")]
    assert families(one)[0].first is None


def test_quotations_are_the_speakers_own_words() -> None:
    text = "“The mayor says she is sorry,” Lund said."
    inner = Statement("b", "a", (), (), (Span(16, 28),), "indirect", (), 0.9, Speaker("Okafor", "person"))
    outer = Statement(
        "a", None, (), (), (Span(0, 30),), "direct", (Span(1, 28),), 0.9, Speaker("Lund", "person")
    )
    found = quotations(Record(Document("d", text), (outer, inner)))
    assert [(q.text, q.speaker, q.second_hand) for q in found] == [
        ("The mayor says she is sorry", "Lund", ("Okafor",))
    ]
