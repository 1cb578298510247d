from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.resolve.acts.layer import with_acts
from onrecord.resolve.positions.layer import positions
from onrecord.types import Entity, Position, Record, Span

Made = Callable[..., Record]


def placed(made: Made, marked: str, *entities: Entity) -> tuple[Position, ...]:
    record = made(marked)
    acted = with_acts(record.document.text, record.statements)
    return positions(replace(record, statements=acted, entities=entities))


@pytest.mark.parametrize(
    ("stance", "target", "marked"),
    [
        ("favor", "the sale", "{s:Lee} {c:supports} {k:the sale}."),
        ("favor", "Ortega", "{s:Lee} {c:endorsed} {k:Ortega}."),
        ("against", "the sale", "{s:Lee} {c:opposes} {k:the sale}."),
        ("against", "Ortega", "{s:Lee} {c:criticized} {k:Ortega}."),
        ("against", "the board", "{s:Lee} {c:expressed frustration with} {k:the board}."),
        ("against", "the prospect of a sale", "{s:Lee} {c:is concerned about} {k:the prospect of a sale}."),
        ("against", "Ortega’s government", "{s:their} {c:concerns with} {k:Ortega’s government}."),
        ("favor", "the board to do more", "{s:Lee} {c:urged} {k:the board to do more}."),
        ("favor", "an inquiry", "{s:Lee} {c:called for} {k:an inquiry}."),
        ("against", "a new pier", "{s:Lee} {c:said} {k:a new pier would be a mistake}."),
        ("against", "The sale", "{k:“The sale is totally unacceptable,”} {s:Lee} {c:said}."),
        ("against", "sell the pier", "{s:Lee} {c:said} {k:it would be wrong to sell the pier}."),
        ("favor", "The sale", "{k:“The sale is a good idea,”} {s:Lee} {c:said}."),
        ("against", "The sale", "{k:“The sale is not a good idea,”} {s:Lee} {c:said}."),
        (
            "against",
            "a safe place here",
            "{s:Lee} {c:said} {k:thieves should not be allowed a safe place here}.",
        ),
        ("favor", "rebuild the pier", "{s:Lee} {c:said} {k:the board must rebuild the pier}."),
        ("favor", "visitors have a right to walk", "{s:Lee} {c:said} {k:visitors have a right to walk}."),
        ("against", "sell the pier", "{s:Lee} {c:said} {k:no board should sell the pier}."),
        ("against", "close the pier", "{s:Lee} {c:said} {k:nobody has a right to close the pier}."),
        ("against", "the mayor", "{s:Lee} {c:said} {k:the mayor had “lost his way”}."),
        ("against", "The old plan", "{k:“The old plan no longer serves the town,”} {s:Lee} {c:said}."),
        ("against", "Ortega", "{s:Lee} {c:said} {k:Ortega was hurting the town}."),
        ("favor", "Ortega", "{k:“As a lifelong supporter of Ortega, I grieve,”} {s:Lee} {c:said}."),
        ("favor", "the sale", "{k:“We strongly support the sale,”} {s:Lee} {c:said}."),
    ],
)
def test_where_somebody_stands(made: Made, stance: str, target: str, marked: str) -> None:
    found = placed(made, marked.replace("{s:their}", "{s:the Lees’}"))
    assert [(one.stance, one.target) for one in found] == [(stance, target)]


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:said} {k:the pier burned}.",
        "{s:Lee} {c:did not endorse} {k:Ortega}.",
        "{s:Lee} {c:could support} {k:the sale}.",
        "{k:“Is the sale a mistake?”} {s:Lee} {c:asked}.",
        "{s:Lee} {c:said} {k:he did not know if the sale was a mistake}.",
        "{s:Lee} {c:said} {k:it was a mistake}.",
        "{s:Lee} {c:was concerned about} {k:the safety of children}.",
        "{s:Lee} {c:said} {k:there should be rain}.",
        "{s:Lee} {c:said} {k:people are hurting}.",
        "{s:Lee} {c:said} {k:the sale is not wrong}.",
        "{s:Anybody} {c:opposes} {k:the sale}.",
        "{s:Lee} {c:said} {k:the sale could be a failure}.",
        "{s:The board} {c:said} {k:the sale has failed to win support}.",
        "{s:Lee} {c:was less concerned with} {k:the plan}.",
        "{s:Lee} {c:praised} {k:those who stayed}.",
        "{s:Lee} {c:used to support} {k:the sale}.",
        "{s:Voters} {c:will heed his call for} {k:change}.",
        "{s:Lee} {c:said} {k:a mayor must listen to all}.",
        "{s:Lee} {c:said} {k:it was the wrong man}.",
        "{s:Lee} {c:said} {k:no sale is a disaster}.",
    ],
)
def test_what_shows_no_position(made: Made, marked: str) -> None:
    assert placed(made, marked) == ()


def test_the_innermost_speaker_holds_what_is_said(made: Made) -> None:
    marked = "{s:Lee} {c:said} {k:{s2:Ortega} {c2:thought} {k2:the sale was a disaster}}."
    (found,) = placed(made, marked)
    assert (found.holder, found.basis) == ("Ortega", "second-hand")


def test_the_writers_aside_in_a_content_is_not_second_hand(made: Made) -> None:
    marked = "{s:Lee} {c:said} {k:the pier is safe, as {s2:Ortega} {c2:criticizes} {k2:the board}}."
    (found,) = placed(made, marked)
    assert (found.holder, found.basis) == ("Ortega", "explicit")


def test_a_named_attitude_belongs_to_whose_it_is(made: Made) -> None:
    balance = "to balance his frustrations with Ortega with the board’s support for the sale"
    marked = f"{{s:Lee}} {{c:sought}} {{k:{balance}}}."
    text = made(marked).document.text
    his = text.index("his")
    entity = Entity("e1", "Lee", "person", (Span(0, 3), Span(his, his + 3)))
    found = placed(made, marked, entity)
    assert [(one.holder, one.stance, one.target) for one in found] == [
        ("Lee", "against", "Ortega"), ("the board", "favor", "the sale"),
    ]  # fmt: skip


def test_both_sides_of_one_speaker_are_kept(made: Made) -> None:
    marked = "{k:“The plan is a good idea. The plan is unacceptable,”} {s:Lee} {c:said}."
    assert [one.stance for one in placed(made, marked)] == ["favor", "against"]


def test_evidence_is_a_slice_of_the_text(made: Made) -> None:
    marked = "{s:Lee} {c:warned} {k:a new pier would be a mistake because of the wind}."
    (found,) = placed(made, marked)
    assert found.evidence.of(made(marked).document.text) == "a new pier would be a mistake"
