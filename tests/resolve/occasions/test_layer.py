from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.resolve.acts.layer import with_acts
from onrecord.resolve.occasions.layer import with_occasions
from onrecord.types import Entity, Record, Span, Statement

Made = Callable[..., Record]


def occasioned(made: Made, marked: str, *entities: Entity) -> tuple[Statement, ...]:
    record = made(marked)
    text = record.document.text
    return with_occasions(text, with_acts(text, record.statements), entities)


def addressee(made: Made, marked: str) -> str | None:
    found = occasioned(made, marked)[0].addressee
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("reporters", "{k:“It burned,”} {s:Lee} {c:told} reporters."),
        ("reporters", "{s:Lee} {c:told} reporters outside the Assembly {k:that it burned}."),
        ("journalists", "{s:Lee} {c:told} journalists near the harbour {k:that it burned}."),
        ("outside experts", "{s:Lee} {c:told} outside experts {k:that it burned}."),
        ("Ann Ortega", "{k:“Go home,”} {s:Lee} {c:shouted} at Ann Ortega."),
        ("reporters", "{s:Lee} {c:told} reporters in Ohio on Monday {k:that it burned}."),
        ("Ann Ortega", "{s:Lee} {c:told} Sen. Ann Ortega (R-Utah) {k:that it burned}."),
        ("Ann Ortega", "{s:Lee} {c:told} Channel 9’s Ann Ortega {k:it burned}."),
        ("Ann Ortega", "{s:Lee} {c:told} Channel 9 host Ann Ortega {k:it burned}."),
        ("Harbour Herald", "{s:Lee} {c:told} the Harbour Herald {k:it burned}."),
        ("members of the Pier Society", "{s:Lee} {c:told} members of the Pier Society {k:it burned}."),
        ("cheering crowd", "{s:Lee} {c:told} a cheering crowd in Dover {k:it burned}."),
        ("Congress", "{s:Lee} {c:called on} Congress {k:to pay for the pier}."),
        ("Congress", "{s:Lee} {c:urged} {k:Congress to pay for the pier}."),
        ("board", "{s:Lee} {c:asked} the board {k:whether it burned}."),
        ("aides", "{s:Lee} {c:said} to aides {k:that it burned}."),
        ("Pier Society", "In a letter to the Pier Society, {s:Lee} {c:said} {k:it burned}."),
        ("Torvale", "{s:Lee} {c:warns} {k:Torvale against arming the rebels}."),
        ("Torvale", "{s:Lee} {c:warned} {k:Torvale not to close the strait}."),
        ("visitors", "{s:Lee} {c:warned visitors about} {k:the fire}."),
        ("ministers", "{s:Lee} {c:reminded} ministers {k:that money was short}."),
        ("king", "{s:Lee} {c:assured} the king {k:that talks would resume}."),
        ("board", "{s:Lee} {c:ordered} {k:the board to pay}."),
        ("crew", "The crew {c:were told} {k:that it burned}."),
        ("families", "The families {c:have been informed} {k:that it burned}."),
        ("Residents", "{k:Residents} {c:were urged} {k:to stay away}."),
        ("crew", "The crew {c:were told} by {s:Lee} {k:that it burned}."),
        ("crew", "In May, at sea, the crew {c:was told} {k:to leave}."),
        ("reporters", "{s:Lee} {c:told} reporters privately {k:it burned}."),
        ("Harbour Herald", "In an email to the Harbour Herald late Monday, {s:Lee} {c:said} {k:it burned}."),
        ("Harbour Herald", "{k:It burned}, {s:Lee} {c:said} in an interview with the Harbour Herald."),
        ("reporters", "Speaking to reporters in Dover, {s:Lee} {c:said} {k:it burned}."),
    ],
)
def test_to_whom_it_was_said(made: Made, name: str, marked: str) -> None:
    assert addressee(made, marked) == name


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:said} {k:it burned}.",
        "{s:Lee} {c:urged} {k:restraint}.",
        "{s:Lee} {c:called for} {k:wider efforts to save the pier}.",
        "{s:Lee} {c:pointed to} {k:the ashes}.",
        "{s:Lee} {c:asked about} {k:the pier}.",
        "{s:Lee} {c:told} him {k:it burned}.",
        "{s:Lee} {c:said} during his meeting with the king {k:that it burned}.",
        "{s:Lee} {c:warned against} {k:arming the rebels}.",
        "{s:Lee} {c:promised} {k:to rebuild it}.",
        "{s:Lee} {c:requested} {k:leave to speak freely}.",
        "{s:Lee} {c:said} {k:Ortega told reporters that it burned}.",
        "{k:“It burned,”} {c:said} {s:Ann Lee}.",
    ],
)
def test_nobody_is_named_where_nobody_is(made: Made, marked: str) -> None:
    assert addressee(made, marked) is None


def test_names_come_from_the_entities(made: Made) -> None:
    marked = "{s:Lee} {c:told} her {k:it burned}. {s2:Lee} {c2:warned} Ortega {k2:that it would}."
    text = made(marked).document.text
    her, name = text.index("her"), text.index("Ortega")
    entity = Entity("e1", "Ann Ortega", "person", (Span(her, her + 3), Span(name, name + 6)))
    found = occasioned(made, marked, entity)
    assert [one.addressee and one.addressee.name for one in found] == ["Ann Ortega", "Ann Ortega"]


@pytest.mark.parametrize(
    ("medium", "public", "phrase", "marked"),
    [
        ("interview", True, "In an interview last weekend with Channel 9",
         "In an interview last weekend with Channel 9, {s:Lee} {c:said} {k:it burned}."),
        ("speech", True, "in remarks from the chamber floor",
         "{s:Lee} left, {c:saying} in remarks from the chamber floor {k:that it burned}."),
        ("private", False, "on a hot mic after his speech on May 2",
         "{s:Lee} was caught on a hot mic after his speech on May 2 {c:telling} Ortega {k:it burned}."),
        ("call", None, "During the call", "During the call, {s:Lee} {c:agreed} {k:to rebuild it}."),
        ("call", True, "on a conference call with reporters",
         "{k:It burned}, {s:Lee} {c:said} on a conference call with reporters."),
        ("statement", True, "in a statement", "{k:“It burned,”} {s:Lee} {c:said in a statement}."),
        ("social_media", True, "on Twitter", "{k:“It burned,”} {s:Lee} {c:wrote} on Twitter."),
        ("press_conference", True, "at a news conference in Dover",
         "{s:Lee} {c:said} at a news conference in Dover {k:that it burned}."),
        ("document", True, "in a court filing", "{s:Lee} {c:argued} in a court filing {k:that it burned}."),
        ("email", None, "in an email to the Herald",
         "{k:“It burned,”} {s:Lee} {c:said} in an email to the Herald."),
        ("speech", True, "during a rally in Ohio",
         "{s:Lee} {c:promised} during a rally in Ohio {k:to rebuild it}."),
        ("broadcast", True, "on Fox News", "{s:Lee} {c:said} on Fox News {k:that it burned}."),
        ("meeting", False, "in a closed-door meeting",
         "{s:Lee} {c:said} in a closed-door meeting {k:it burned}."),
        ("hearing", True, "at a hearing on Tuesday",
         "{s:Lee} {c:said} at a hearing on Tuesday {k:that it burned}."),
        ("written", None, "in a letter to the board",
         "{s:Lee} {c:said} in a letter to the board {k:it burned}."),
        ("meeting", None, "during his meeting with the king",
         "{s:Lee} {c:said} during his meeting with the king {k:that it burned}."),
        ("written", None, "in a blog post", "Writing in a blog post, {s:Lee} {c:dubbed} {k:it a scam}."),
        ("written", True, "in The Daily Mirror", "{k:“It burned,”} {s:Lee} {c:wrote} in The Daily Mirror."),
        ("written", True, "for the Harbour Gazette",
         "{k:“It burned,”} {s:Lee} {c:wrote} for the Harbour Gazette."),
        ("written", None, "In an op-ed", "In an op-ed, {s:Lee} {c:argued} {k:that it burned}."),
        ("broadcast", True, "On his radio show", "On his radio show, {s:Lee} {c:said} {k:it burned}."),
        ("speech", True, "At a town hall in Ohio", "At a town hall in Ohio, {s:Lee} {c:said} {k:it burned}."),
        ("social_media", True, "in a tweet", "{k:It burned}, {s:Lee} {c:said} in a tweet."),
        ("press_conference", True, "a news conference",
         "{s:Lee} {c:told} a news conference {k:that it burned}."),
        ("press_conference", True, "In a joint-press conference",
         "In a joint-press conference, {s:Lee} {c:said} {k:it burned}."),
        ("speech", True, "in remarks at an opening ceremony",
         "{k:“It burned,”} {s:Lee} {c:said} in remarks at an opening ceremony."),
        ("social_media", True, "on Twitter", "Responding on Twitter, {s:Lee} {c:said} {k:it burned}."),
        ("speech", True, "during the keynote", "{k:“It burned,”} {c:said} {s:Lee during the keynote}."),
        ("debate", True, "at Tuesday’s debate", "{s:Lee} {c:said} at Tuesday’s debate {k:it burned}."),
    ],
)  # fmt: skip
def test_where_it_was_said(made: Made, medium: str, public: bool | None, phrase: str, marked: str) -> None:  # noqa: FBT001
    text, (statement,) = made(marked).document.text, occasioned(made, marked)
    assert statement.setting is not None
    assert (statement.setting.medium, statement.setting.public) == (medium, public)
    assert statement.setting.span.of(text) == phrase
    assert not statement.setting.carried


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:said} {k:he spoke in an interview with the Herald}.",
        "{s:Lee} {c:said} in the debate over guns {k:that it burned}.",
        "{s:Lee} {c:said} in Dover {k:that it burned}.",
        "{s:Lee} {c:feared} at the rally {k:that it would rain}.",
        "{s:A man at the rally} {c:said} {k:it burned}.",
        "{s:Lee} {c:said} {k:it burned}. The rain came. On Twitter, people laughed.",
        "{s:Lee} {c:said} in the Harbour Gazette’s office {k:that it burned}.",
        "{s:Lee} {c:wrote} in the Old Town {k:that it burned}.",
        "{s:Lee} {c:said} in the press room {k:that it burned}.",
    ],
)
def test_no_setting_where_none_is_given(made: Made, marked: str) -> None:
    assert occasioned(made, marked)[0].setting is None


def test_a_phrase_belongs_to_one_statement(made: Made) -> None:
    marked = (
        "{s:Lee} {c:said} in a statement {k:that it burned}, {c2:adding} {k2:that it was old}, "
        "while {s3:Ortega} {c3:wrote} on Facebook {k3:that it was lost}."
    )
    assert [one.setting and one.setting.medium for one in occasioned(made, marked)] == [
        "statement", None, "social_media",
    ]  # fmt: skip


def test_a_nested_statement_has_only_its_own_clause(made: Made) -> None:
    marked = "In an interview, {s:Lee} {c:said} {k:{s2:Ortega} {c2:wrote} on Facebook {k2:that it burned}}."
    outer, inner = occasioned(made, marked)
    assert (outer.setting and outer.setting.medium, inner.setting and inner.setting.medium) == (
        "interview", "social_media",
    )  # fmt: skip


def test_an_occasion_taken_up_again_is_carried(made: Made) -> None:
    marked = (
        "In an interview with the Herald, {s:Lee} {c:said} {k:it burned}. "
        "{s2:He} {c2:claimed} in the same interview {k2:that it was old}."
    )
    first, second = occasioned(made, marked)
    assert first.setting is not None
    assert not first.setting.carried
    assert second.setting is not None
    assert second.setting.carried


@pytest.mark.parametrize(
    "marked",
    [
        "{k:“It burned,”} {s:Lee} {c:said} at the airport.",
        "{c:It was announced} at the weekend {k:that it burned}.",
        "{s:Lee} {c:repeated} at the gate {k:that it burned}.",
    ],
)
def test_where_something_was_said_is_no_listener(made: Made, marked: str) -> None:
    assert addressee(made, marked) is None
