from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.resolve.acts.layer import with_acts
from onrecord.resolve.commitments.layer import commitments
from onrecord.resolve.occasions.layer import with_occasions
from onrecord.resolve.times.reading import with_times
from onrecord.types import Commitment, Kind, Record, Speaker

Made = Callable[..., Record]


def committed(made: Made, marked: str) -> tuple[Record, tuple[Commitment, ...]]:
    record = made(marked, "2024-03-18")
    text = record.document.text
    record = with_times(replace(record, statements=with_acts(text, record.statements)))
    record = replace(record, statements=with_occasions(text, record.statements))
    return record, commitments(record)


@pytest.mark.parametrize(
    ("strength", "act", "marked"),
    [
        ("agrees", "send engineers to the pier", "{s:Lee} {c:agreed} {k:to send engineers to the pier}."),
        ("agrees", "a truce with the board", "{s:Lee} {c:agreed} {k:to a truce with the board}."),
        ("promises", "rebuild the pier", "{s:Lee} {c:has promised} {k:to rebuild the pier}."),
        ("promises", "rebuild the pier", "{s:Lee} {c:made a promise} {k:to rebuild the pier}."),
        ("promises", "a review of the fire", "{s:Lee} {c:pledged} {k:a review of the fire}."),
        (
            "plans",
            "have a “long talk” with Ortega",
            "{s:Lee} {c:planned} {k:to have a “long talk” with Ortega}.",
        ),
        ("intends", "rebuild the pier", "{s:Lee} {c:intends} {k:to rebuild the pier}."),
        ("offers", "pay for the pier", "{s:Lee} {c:offered} {k:to pay for the pier}."),
        ("refuses", "sell the pier", "{s:Lee} {c:refused} {k:to sell the pier}."),
        ("declines", "endorse Ortega", "{s:Lee} {c:declined} {k:to endorse Ortega}."),
        ("signed", "repair the pier", "{s:Lee} {c:signed} {k:an agreement to repair the pier}."),
        ("promises", "not to sell the pier", "{s:Lee} {c:vowed} {k:not to sell the pier}."),
        ("intends", "veto the sale", "{k:“I will veto the sale,”} {s:Lee} {c:said}."),
        ("refuses", "never sign it", "{k:“I will never sign it,”} {s:Lee} {c:said}."),
        ("intends", "rebuild the pier", "{k:“We’re going to rebuild the pier,”} {s:Lee} {c:said}."),
        ("intends", "sign the bill", "{s:Lee} {c:said} {k:he would sign the bill}."),
        ("intends", "“sign the bill", "{s:Lee} {c:said} {k:that he would “sign the bill}."),
        ("refuses", "not back Ortega", "{s:Both men} {c:said} {k:they will not back Ortega}."),
        ("refuses", "let them win", "{k:“I refuse to let them win,”} {s:Lee} {c:said}."),
        ("intends", "vote for Ortega", "{s:Both} {c:decided} {k:that they would vote for Ortega}."),
    ],
)
def test_what_one_is_bound_to(made: Made, strength: str, act: str, marked: str) -> None:
    record, (found,) = committed(made, marked)
    assert (found.strength, found.act.of(record.document.text).lstrip("“")) == (strength, act.lstrip("“"))


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:urged} {k:Ortega to rebuild the pier}.",
        "{s:Lee} {c:wants} {k:to rebuild the pier}.",
        "{s:Lee} {c:hopes} {k:to rebuild the pier}.",
        "{s:Lee} {c:declined} {k:to comment}.",
        "{s:Lee} {c:did not promise} {k:to rebuild the pier}.",
        "{s:Lee} {c:would agree} {k:to rebuild the pier}.",
        "{s:Lee} {c:agreed} {k:that the pier was old}.",
        "{s:Lee} {c:had planned} {k:to rebuild the pier}.",
        "{s:Lee} {c:was poised} {k:to win}.",
        "{s:Lee} {c:signed} {k:the visitors’ book}.",
        "{s:The bill} {c:promises} {k:to rebuild the pier}.",
        "{s:Some 40 percent of voters} {c:plan} {k:to stay at home}.",
        "{k:“We will win,”} {s:Lee} {c:said}.",
        "{k:“They will rebuild it,”} {s:Lee} {c:said}.",
        "{k:“If I will sell it, we see,”} {s:Lee} {c:said}.",
        "{s:Lee} {c:said} {k:the board would rebuild the pier}.",
        "{s:Lee} {c:said} {k:Ortega told him he would sell the pier}.",
        "{s:Lee} {c:denied} {k:that he would sell the pier}.",
        "{s:Lee} {c:said} {k:Ortega would raise the rent}.",
        "{s:Critics} {c:said} {k:the ministry would never pay}.",
        "{s:The minister} {c:said} {k:the economy would shrink}.",
        "{s:The minister} {c:said} {k:it would rain}.",
        "{s:The minister} {c:said} {k:a board would pay for it}.",
        "{s:Lee} {c:said} {k:he would like to run}.",
        "{s:Lee} {c:said} {k:she would be happy to see it}.",
        "{s:Lee} {c:said} {k:he would continue to hope}.",
        "{s:Lee} {c:offered} {k:no solutions}.",
        "{s:Lee} {c:offered} {k:a glimpse of the pier}.",
        "{k:“We {c2:have to be willing} {k2:to stand together},”} {s:Lee} {c:said}.",
        "{k:“{s2:I} {c2:promise} {k2:you, our pier does not depend on Ortega},”} {s:Lee} {c:said}.",
        "{s:Lee} {c:said} {k:that Ortega was wrong, and that she would sell the pier}.",
    ],
)
def test_what_binds_nobody(made: Made, marked: str) -> None:
    assert committed(made, marked)[1] == ()


@pytest.mark.parametrize(
    ("debtor", "strength", "act", "marked"),
    [
        ("the ministry", "intends", "pay", "{s:The minister} {c:said} {k:the ministry would pay}."),
        (
            "the airline",
            "intends",
            "refund them",
            "{s:A spokesman} {c:said} {k:the airline will refund them}.",
        ),
        ("his client", "intends", "appeal", "{s:Lee} {c:said} {k:that his client would appeal}."),
        ("The board", "plans", "open a pier", "{s:The board} {c:announced} {k:plans to open a pier}."),
        ("The board", "signed", "open it", "{s:The board} {c:signed an agreement} {k:to open it}."),
        ("The board", "promises", "keeping it open", "{s:The board} {c:committed} {k:to keeping it open}."),
        ("Lee", "promises", "no pier would close", "{s:Lee} {c:guaranteed} {k:that no pier would close}."),
        ("Lee", "promises", "never to talk to them", "{s:Lee} {c:vowed} {k:never to talk to them}."),
        ("Lee", "refuses", "not seek a second term", "{s:Lee} {c:said} {k:he will not seek a second term}."),
        ("The union", "intends", "strike", "{s:The union} {c:threatened} {k:to strike unless wages rose}."),
        (
            "Workers",
            "intends",
            "continue the strike",
            "{s:Workers} {c:said} {k:they would continue the strike}.",
        ),
    ],
)
def test_who_is_bound_to_what(made: Made, debtor: str, strength: str, act: str, marked: str) -> None:
    record, (found,) = committed(made, marked)
    assert (found.debtor, found.strength) == (debtor, strength)
    assert found.act.of(record.document.text) == act


@pytest.mark.parametrize(
    ("kind", "act", "bound"),
    [
        ("country", "attack any ships", True), ("organisation", "cut prices", True),
        ("unknown", "attack any ships", True), ("unknown", "cut prices", False),
    ],
)  # fmt: skip
def test_it_is_the_speaker_where_that_is_a_body(made: Made, kind: Kind, act: str, *, bound: bool) -> None:
    record = made(f"{{s:Andia}} {{c:stated}} {{k:it would {act}}}.")
    (statement,) = with_acts(record.document.text, record.statements)
    spoken = replace(statement, speaker=Speaker("Andia", kind))
    found = commitments(replace(record, statements=(spoken,)))
    assert [one.debtor for one in found] == ["Andia"] * bound


def test_the_debtor_is_the_speaker_or_the_source_as_written(made: Made) -> None:
    _, (found,) = committed(made, "{s:The harbour board} {c:agreed} {k:to close the pier}.")
    assert found.debtor == "The harbour board"


def test_a_pronoun_that_nothing_resolves_binds_nobody(made: Made) -> None:
    assert committed(made, "{s:He} {c:agreed} {k:to close the pier}.")[1] == ()


def test_a_deadline_is_cut_off_and_resolved(made: Made) -> None:
    marked = "{s:Lee} {c:agreed} {k:to send engineers to Salem, N.H., by March 22 to look at the pier}."
    record, (found,) = committed(made, marked)
    text = record.document.text
    assert found.act.of(text) == "send engineers to Salem, N.H."
    assert found.deadline is not None
    assert found.deadline.span.of(text) == "March 22"
    assert str(found.deadline.latest) == "2024-03-22"


def test_a_time_that_describes_a_noun_is_no_deadline(made: Made) -> None:
    _, (found,) = committed(made, "{s:Lee} {c:agreed} {k:to settle a 1981 claim}.")
    assert found.deadline is None


def test_a_condition_is_kept_apart(made: Made) -> None:
    record, (found,) = committed(made, "{s:Lee} {c:promised} {k:to rebuild the pier if the board pays}.")
    text = record.document.text
    assert found.act.of(text) == "rebuild the pier"
    assert found.condition is not None
    assert found.condition.of(text) == "if the board pays"


def test_the_creditor_is_who_was_promised(made: Made) -> None:
    _, (found,) = committed(made, "{s:Lee} {c:promised} visitors {k:to rebuild the pier}.")
    assert found.creditor == "visitors"


def test_a_nested_plan_is_reported_once(made: Made) -> None:
    marked = "{s:Lee} {c:said} {k:{s2:he} {c2:plans} {k2:to rebuild the pier}}."
    assert len(committed(made, marked)[1]) <= 1


def test_what_a_nested_liking_says_is_a_plan_too(made: Made) -> None:
    marked = "{s:Lee} {c:said} {k:{s2:he} {c2:would never vote for} {k2:Ortega}}."
    record, (found,) = committed(made, marked)
    assert (found.strength, found.act.of(record.document.text)) == ("refuses", "never vote for Ortega")


def test_ids_are_the_same_on_every_run(made: Made) -> None:
    marked = "{s:Lee} {c:agreed} {k:to close the pier} and {c2:promised} {k2:to sell it}."
    first, second = committed(made, marked)[1], committed(made, marked)[1]
    assert first == second
