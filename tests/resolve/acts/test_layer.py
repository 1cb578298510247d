from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.resolve.acts.layer import with_acts
from onrecord.types import Record, Statement

Made = Callable[..., Record]


def acted(made: Made, marked: str) -> tuple[Statement, ...]:
    record = made(marked)
    return with_acts(record.document.text, record.statements)


@pytest.mark.parametrize(
    ("act", "sense", "marked"),
    [
        ("assertive", "say", "{s:Lee} {c:said} {k:the pier is safe}."),
        ("commissive", "agree", "{s:Lee} {c:agreed} {k:to close the pier}."),
        ("assertive", "agree", "{s:Lee} {c:agreed} {k:that the pier is old}."),
        ("assertive", "tell", "{s:Lee} {c:told} the board {k:that the pier is old}."),
        ("directive", "tell", "{s:Lee} {c:told} the board {k:to close the pier}."),
        ("directive", "urge", "{s:Lee}, {c:while also urging} {k:the board to close the pier}, left."),
        ("directive", "call for", "{s:Lee} {c:called for} {k:an inquiry}."),
        ("assertive", "describe", "{s:Lee} {c:called} {k:the pier a ruin}."),
        ("directive", "ask", "{s:Lee} {c:asked} {k:whether the pier was safe}."),
        ("commissive", "promise", "{s:Lee} {c:has promised} {k:to rebuild the pier}."),
        ("commissive", "plan", "{s:Lee} {c:planned} {k:to rebuild the pier}."),
        ("private_state", "want", "{s:Lee} {c:wanted} {k:to rebuild the pier}."),
        ("private_state", "fear", "{s:Lee} {c:is so deeply worried about} {k:the pier}."),
        ("expressive", "fear", "{s:Lee} {c:expressed concern about} {k:the pier}."),
        ("expressive", "thank", "{s:Lee} {c:thanked} {k:the firemen}."),
        ("expressive", "condemn", "{s:Lee} {c:issued a statement condemning} {k:the fire}."),
        ("expressive", "speak out", "{s:Lee} {c:has been outspoken about} {k:the fire}."),
        ("declaration", "declare", "{s:Lee} {c:declared} {k:a state of emergency}."),
        ("assertive", "declare", "{s:Lee} {c:declared} {k:that the pier was safe}."),
        ("declaration", "rule", "{s:The court} {c:ruled} {k:that the sale was void}."),
        ("assertive", "warn", "{s:Officials} {c:warn} {k:the pier would fall}."),
        ("directive", "warn", "{s:Officials} {c:warned} {k:visitors to keep away}."),
        ("assertive", "warn", "{s:Officials} {c:warned of} {k:a plan to sell the pier}."),
        ("directive", "suggest", "{s:Lee} {c:suggested} {k:that the board should resign}."),
        ("assertive", "suggest", "{s:Lee} {c:suggested} {k:the board was asleep}."),
        ("assertive", "describe", "{s:Lee} {c:sought to portray} {k:the fire as a stroke of luck}."),
        ("expressive", "criticise", "{s:Lee} {c:was critical of} {k:the board}."),
        ("assertive", "argue", "{s:Our} {c:position is} {k:that the pier must stay}."),
        ("private_state", "think", "It {c:has become clear to} {s:me} {k:that the pier is lost}."),
        ("assertive", "according", "{c:According to} {s:Lee}, {k:the pier is lost}."),
        ("private_state", "accept", "{s:Lee} {c:accepts} {k:that the pier is lost}."),
        ("private_state", "support", "{s:Lee} {c:was for} {k:the sale}."),
        ("assertive", "question", "{s:Lee} {c:questioned} {k:the board’s right to sell}."),
        ("assertive", "suggest", "{s:The report} {c:closes with a clear implication about} {k:the board}."),
        ("assertive", "tell", "{s:Lee} {c:reportedly told} the board {k:that the pier is old}."),
        ("commissive", "refuse", "{s:Lee} {c:refused} {k:to sell the pier}."),
    ],
)
def test_act_and_sense(made: Made, act: str, sense: str, marked: str) -> None:
    (statement,) = acted(made, marked)
    assert (statement.act, statement.sense) == (act, sense)


@pytest.mark.parametrize(
    ("act", "quoted"),
    [
        ("assertive", "The pier is lost,"),
        ("assertive", "I will rebuild the pier,"),
        ("assertive", "Thank you all. The pier is lost. It burned down. It will not be back,"),
        ("assertive", "Look, the pier is lost,"),
        ("assertive", "Let me be clear: the pier is lost,"),
        ("assertive", "Vote fraud is a myth,"),
        ("assertive", "Who would do such a thing?"),
        ("directive", "Stop the sale now,"),
        ("directive", "Please keep away from the pier,"),
        ("directive", "And let’s rebuild it together,"),
        ("expressive", "Thank you so much,"),
        ("expressive", "We’re so sorry for your loss,"),
        ("commissive", "I promise you that we will rebuild it,"),
    ],
)
def test_quoted_words_tell_their_act_where_no_cue_does(made: Made, act: str, quoted: str) -> None:
    assert acted(made, f"{{k:“{quoted}”}}")[0].act == act


def test_what_is_said_is_an_assertion_whatever_is_quoted(made: Made) -> None:
    assert acted(made, "{k:“Stop the sale now,”} {s:Lee} {c:said}.")[0].act == "assertive"


def test_a_cue_with_a_meaning_is_not_overruled_by_its_quotation(made: Made) -> None:
    (statement,) = acted(made, "{k:“Stop the sale now,”} {s:Lee} {c:warned}.")
    assert statement.act == "assertive"


def test_said_that_somebody_thought_is_said_and_thought(made: Made) -> None:
    outer, inner = acted(made, "{s:Lee} {c:said} {k:{s2:he} {c2:thought} {k2:the pier was lost}}.")
    assert (outer.act, inner.act) == ("assertive", "private_state")


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:did not say} {k:who set the fire}.",
        "{s:Lee} did not {c:say} {k:who set the fire}.",
        "{s:Lee} {c:has never once said} {k:who set the fire}.",
        "{s:Lee} {c:would not say} {k:who set the fire}.",
        "{s:Lee} {c:declined} {k:to comment on the fire}.",
        "{s:Lee} {c:refused to say} {k:who set the fire}.",
        "{s:Lee} {c:would say} {k:that it was the wind}.",
        "{s:Critics} {c:could argue} {k:that it was the wind}.",
        "It would be odd if {s:he} {c:says} {k:it was the wind}.",
        "{s:Lee} {c:is expected to announce} {k:the sale}.",
        "{s:Lee} left, without {c:saying} {k:who set the fire}.",
        "{s:Lee} {c:made no mention of} {k:the fire}.",
        "{s:Lee} {c:said nothing about} {k:the fire}.",
        "{s:Nobody} {c:said} {k:who set the fire}.",
        "{s:Lee} {c:stopped short of calling} {k:the fire a crime}.",
        "{s:Lee} {c:failed to mention} {k:the fire}.",
        "{s:Lee} {c:does not believe} {k:the report}.",
        "{s:The board} {c:could not be reached for comment} {k:on the fire}.",
        "Did {s:Lee} {c:say} {k:who set the fire}?",
        "They urged {s:him} to {c:denounce} {k:the sale}.",
    ],
)
def test_what_was_not_or_only_hypothetically_said_is_negated(made: Made, marked: str) -> None:
    assert acted(made, marked)[-1].negated is True


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Lee} {c:said} {k:he would not sell}.",
        "{s:Lee} {c:said} {k:no decision had been made}.",
        "{s:Records} {c:show} {k:no gifts at all}.",
        "Why had {s:he} {c:said} {k:that it was the wind}?",
        "{s:Lee} {c:never missed a chance to say} {k:that it was the wind}.",
        "{s:Lee} {c:denied} {k:that he would sell}.",
        "{s:Lee} {c:not only said} {k:it was the wind} but swore to it.",
        "{s:Lee} {c:would later say} {k:that it was the wind}.",
        "{s:I} {c:would argue} {k:that it was the wind}.",
        "{s:Lee} {c:went on to say} {k:that it was the wind}.",
        "{s:Lee} {c:has no doubt} {k:that it was the wind}.",
        "{s:Lee} {c:would like} {k:to sell}.",
        "{s:Lee} {c:could be heard shouting} {k:at the board}.",
        "{s:Lee} {c:did not hesitate to call} {k:the board asleep}.",
        "The board did not ask, {s:Lee} {c:said}, {k:who set the fire}.",
        "{s:Lee}, who did not speak, {c:wrote} {k:that it was the wind}.",
    ],
)
def test_what_was_said_is_not_negated(made: Made, marked: str) -> None:
    assert acted(made, marked)[-1].negated is False


@pytest.mark.parametrize(
    "cue", ["has repeatedly said", "often says", "has long argued", "keeps saying", "continues to say"]
)
def test_summing_up_is_iterative(made: Made, cue: str) -> None:
    assert acted(made, f"{{s:Lee}} {{c:{cue}}} {{k:the pier is safe}}.")[0].iterative


def test_saying_once_is_not_iterative(made: Made) -> None:
    assert not acted(made, "{s:Lee} {c:once again said} {k:the pier is safe}.")[0].iterative


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "neutral"),
        ("claimed", "doubted"),
        ("pointed out", "presupposed"),
        ("acknowledged", "presupposed"),
    ],
)
def test_the_writers_stance(made: Made, cue: str, stance: str) -> None:
    assert acted(made, f"{{s:Lee}} {{c:{cue}}} {{k:the pier is safe}}.")[0].writer_stance == stance


def test_without_a_cue_the_words_tell(made: Made) -> None:
    (statement,) = acted(made, "{k:“Please keep away from the pier.”}")
    assert (statement.act, statement.sense, statement.negated) == ("directive", None, False)


def test_nothing_to_do(made: Made) -> None:
    assert acted(made, "Nothing was said.") == ()


@pytest.mark.parametrize(
    ("act", "marked"),
    [
        ("directive", "{k:She} {c:was told} {k:to leave}."),
        ("directive", "{c:was told} {k:to leave}."),
        ("assertive", "The crew {c:were told} {k:that it burned}."),
        ("private_state", "{s:He} {c:was encouraged} {k:that the talks would go on}."),
        ("directive", "{s:He} {c:encouraged} {k:them to go on}."),
        ("expressive", "{s:Residents} {c:called to complain about} {k:the noise}."),
        ("directive", "{s:Lee} {c:warns} {k:Torvale against arming the rebels}."),
        ("assertive", "{s:Lee} {c:warned} {k:that it would burn}."),
    ],
)
def test_the_act_of_passives_and_warnings(made: Made, act: str, marked: str) -> None:
    (statement,) = acted(made, marked)
    assert (statement.act, statement.negated) == (act, False)
