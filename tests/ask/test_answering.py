from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask.answering import ask, did_say
from onrecord.ask.answers import VERDICTS
from onrecord.ask.form import answer_lines, answer_to_dict
from onrecord.ask.memory import MemoryView
from onrecord.compare.edits import EDITS
from onrecord.errors import InputError
from onrecord.record.form import dumps
from onrecord.types import Commitment, Document, Record, Span, Statement

Views = Callable[..., MemoryView]


@pytest.mark.parametrize(
    ("question", "verdict", "speaker", "edit"),
    [
        ('did Quint say "a danger to every child in the valley"', "verbatim", "Ada Quint", "same"),
        ('did Quint say "danger to every child"?', "verbatim", "Ada Quint", "truncated"),
        ('who said "a danger to every child in the valley"', "verbatim", "Ada Quint", "same"),
        (
            'did Quint say "it is a danger to every child in the valley"',
            "verbatim-in-part",
            "Ada Quint",
            "continued",
        ),
        (
            'did Quint say "a danger to every child in the village"',
            "altered",
            "Ada Quint",
            "word-substituted",
        ),
        ('did Quint say "we will finish it by October"', "out-of-context", "Ada Quint", "truncated"),
        ("did Quint say the dam was a danger to every child?", "verbatim-in-part", "Ada Quint", None),
        ("Did Quint say that she would publish the survey?", "paraphrase", "Ada Quint", None),
        (
            'did Hollis say "a danger to every child in the valley"',
            "other-speaker",
            "Ada Quint",
            "wrong-speaker",
        ),
        ("did Hollis promise to sign the plan?", "contradicted", "Bo Hollis", None),
        ("did Hollis refuse to sign the plan?", "paraphrase", "Bo Hollis", None),
        ("did Hollis say the wall had moved?", "contradicted", "Bo Hollis", None),
        ("did Quint say we will borrow a cent for the dam", "contradicted", "Ada Quint", None),
        ('did Quint say she is "deeply worried"', "second-hand", "Ada Quint", "second-hand"),
        ("did Quint say the moon is made of cheese?", "no-record", None, "not-found"),
        ('did Quint say "Der Damm ist eine Gefahr für alle Kinder"', "no-record", None, "translated"),
    ],
)
def test_a_claim_has_its_verdict(
    daily: MemoryView, question: str, verdict: str, speaker: str | None, edit: str | None
) -> None:
    found = ask(question, daily)
    assert (found.verdict, found.speaker) == (verdict, speaker), found.note
    assert edit is None or found.edit == edit
    assert bool(found.receipts) == (verdict != "no-record")


def test_second_hand_names_who_tells(daily: MemoryView) -> None:
    found = ask('did Quint say she is "deeply worried about the old turbine hall"', daily)
    assert (found.verdict, found.via) == ("second-hand", "Bo Hollis")


def test_the_contrary_elsewhere_makes_it_disputed(view_of: Views) -> None:
    found = ask('did Quint say "We will not borrow a cent for the dam"', view_of("daily", "herald"))
    assert found.verdict == "disputed"
    assert {receipt.document.id for receipt in found.receipts} == {"daily", "herald"}


def test_one_quotation_given_to_two_people_is_disputed(view_of: Views) -> None:
    words = '"The river belongs to the people of the valley and to nobody else"'
    for question in (f"did Hollis say {words}", f"did Quint say {words}", f"who said {words}"):
        assert ask(question, view_of("herald", "gazette")).verdict == "disputed"
    assert ask(f"did Hollis say {words}", view_of("herald")).verdict == "verbatim"


@pytest.mark.parametrize(
    "question", ['did Hollis call Quint "the ever-smiling mayor"', 'did Hollis say "the ever-smiling mayor"']
)
def test_the_writers_words_are_nobodys_quotation(daily: MemoryView, question: str) -> None:
    found = ask(question, daily)
    assert found.verdict == "no-record"
    assert [(r.statement, r.text) for r in found.receipts] == [(None, "the ever-smiling mayor")]
    assert "writer" in found.note


def test_no_record_shows_near_misses_and_never_says_that_it_was_not_said(daily: MemoryView) -> None:
    found = ask("did Quint promise to sell the dam to the county", daily)
    assert found.verdict == "no-record"
    assert found.nearest
    assert all(receipt.speaker for receipt in found.nearest)
    assert "not to say that it was not said" in found.note
    assert "nobody called Zed" in ask("did Zed say that pigs fly", daily).note


def test_commitments(daily: MemoryView) -> None:
    found = ask("what did Quint agree to?", daily)
    assert [c.act.of(d.text) for d, c in found.commitments] == ["publish the survey"]
    assert ask("what did Hollis promise?", daily).verdict == "no-record"


def test_positions(daily: MemoryView) -> None:
    against, favor = ask("who opposes the dam?", daily), ask("who supports the dam", daily)
    assert [p.holder for _, p in against.positions] == ["Farmers"]
    assert [p.holder for _, p in favor.positions] == ["Ada Quint"]
    assert ask("do farmers support the dam?", daily).verdict == "contradicted"
    assert len(ask("what is Quint's position on the dam", daily).positions) == 1
    assert ask("who opposes the stadium", daily).verdict == "no-record"


def test_to_whom_when_and_where(daily: MemoryView) -> None:
    found = ask('to whom did Quint say "a danger to every child in the valley"', daily)
    assert found.occasion is not None
    assert found.occasion.addressee is not None
    assert found.occasion.addressee.name == "reporters"
    lines = list(answer_lines(ask('when did Quint say "a danger to every child"', daily)))
    assert "  on: on Monday (2031-05-05)" in lines


def test_on_a_day(daily: MemoryView, view_of: Views) -> None:
    assert [r.statement for r in ask("what was said on 2031-05-05", daily).receipts] == ["d1"]
    assert [r.statement for r in ask("what did Quint say on May 5, 2031?", daily).receipts] == ["d1"]
    undated = ask("what was said on 2031-05-06", view_of("herald"))
    assert (undated.verdict, undated.receipts) == ("no-record", ())
    assert undated.nearest


def test_on_a_topic(daily: MemoryView) -> None:
    found = ask("what did Hollis say about the plan?", daily)
    assert [r.statement for r in found.receipts] == ["d4"]
    assert ask("what was said about the turbine hall", daily).receipts
    assert ask("what did Hollis say about whales", daily).verdict == "no-record"


def test_by_speaker_and_quoted(daily: MemoryView) -> None:
    voices = ask("statements by speaker", daily).voices
    assert {v.name: v.statements for v in voices} == {
        "Ada Quint": ("d1", "d2", "d3"),
        "Bo Hollis": ("d4", "d5", "d7", "d9"),
        "Farmers": ("d8",),
    }
    assert [(v.name, v.kind) for v in ask("who is quoted?", daily).voices] == [
        ("Ada Quint", "person"), ("Bo Hollis", "person"), ("Farmers", "collective"),
    ]  # fmt: skip
    assert {r.speaker for r in ask("what did Hollis say?", daily).receipts} == {"Bo Hollis"}


@pytest.mark.parametrize("question", ["", "   ", "?!", "\x00", "“”", '"""'])
def test_an_empty_question_is_refused(daily: MemoryView, question: str) -> None:
    with pytest.raises(InputError, match="empty"):
        ask(question, daily)


def test_an_enormous_question_is_refused_in_one_line(daily: MemoryView) -> None:
    with pytest.raises(InputError, match="10,003 characters; ask with at most 2,000") as refused:
        ask("who " + "x" * 9999, daily)
    assert "\n" not in str(refused.value)


def test_a_day_that_is_none_is_refused(daily: MemoryView) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        ask("what was said on 2031-02-30", daily)


@pytest.mark.parametrize(
    "question",
    [
        "'; DROP TABLE statements; --", 'dam* NEAR/3 "cent" OR (a AND NOT b)', "speaker:Quint ^dam",
        "% _ \\ [a-z]*",
        "¿Qué dijo la alcaldesa?", "市長は何と言いましたか", "did did did say say say",
        "who said", "who said the",
        "did Quint say", "what did say about", "a" * 1999, "did " + "x " * 900 + "say that",
    ],
)  # fmt: skip
def test_odd_questions_have_an_answer(daily: MemoryView, question: str) -> None:
    found = ask(question, daily)
    assert found.verdict in VERDICTS
    assert dumps(answer_to_dict(found))


def test_words_alone_are_searched_for(daily: MemoryView) -> None:
    assert ask("“a clear head”", daily).speaker == "Bo Hollis"
    assert ask("Quint said that the dam was a danger to every child", daily).speaker == "Ada Quint"


def test_words_and_speaker_by_themselves(daily: MemoryView) -> None:
    assert did_say("Hollis", "a clear head", daily).verdict == "verbatim"
    assert did_say(None, "a clear head", daily).speaker == "Bo Hollis"
    with pytest.raises(InputError):
        did_say("Hollis", " ", daily)


def test_meaning_can_be_brought(daily: MemoryView) -> None:
    question = "did Quint say the survey will be made public"
    assert ask(question, daily).verdict == "no-record"
    assert (
        ask(question, daily, alike=lambda _claim, content: 0.9 * ("survey" in content)).verdict
        == "paraphrase"
    )


def test_a_source_without_a_speaker_is_called_as_it_is_written() -> None:
    text = "An old miner said the seam was empty."
    statement = Statement("s", None, (Span(0, 12),), (Span(13, 17),), (Span(18, 36),), "indirect", (), 0.9)
    view = MemoryView.of([Record(Document("d", text), (statement,))])
    assert ask("who said the seam was empty", view).speaker == "An old miner"


@given(st.text(max_size=120) | st.text(st.sampled_from('did who say "“”said Quint dam? '), max_size=80))
def test_every_question_has_an_answer_or_is_refused(question: str) -> None:
    text = "“The dam is safe,” Quint said."
    statement = Statement(
        "s", None, (Span(19, 24),), (Span(25, 29),), (Span(0, 18),), "direct", (Span(1, 16),), 0.9
    )
    view = MemoryView.of([Record(Document("d", text), (statement,))])
    try:
        found = ask(question, view)
    except InputError:
        return
    assert found.verdict in VERDICTS
    assert found.edit is None or found.edit in EDITS
    for receipt in (*found.receipts, *found.nearest):
        assert receipt.span.of(receipt.document.text) == receipt.text
    assert list(answer_lines(found))[-1].startswith("searched 1 document")


def test_words_that_somebody_repeats_are_the_one_who_said_them(written: SimpleNamespace) -> None:
    text = "“My foreman told me, ‘the wall will hold,’ and I went home,” Ada Quint said."
    outer = "“My foreman told me, ‘the wall will hold,’ and I went home,”"
    statements = (
        written.said(text, "o", "Ada Quint", "said", outer, outer.strip("“,”")),
        written.said(
            text, "i", "My foreman", "told", "‘the wall will hold,’", "the wall will hold", parent="o"
        ),
    )
    view = MemoryView.of([Record(Document("d", text), statements)])
    found = did_say("Quint", "the wall will hold", view)
    assert (found.verdict, found.speaker, found.via) == ("other-speaker", "My foreman", "Ada Quint")
    assert [receipt.speaker for receipt in found.receipts] == ["My foreman"]
    assert did_say("foreman", "the wall will hold", view).verdict == "second-hand"
    assert did_say("Quint", "and I went home", view).verdict == "verbatim"


def test_a_quotation_runs_on_over_a_reporting_clause(written: SimpleNamespace) -> None:
    text = "“We have the steel and the money,” Ada Quint told the council. “What we lack is time.”"
    whole = written.said(text, "o", "Ada Quint", "told", "“We have the steel and the money,”")
    parts = ("We have the steel and the money", "What we lack is time")
    statement = replace(whole, form="direct", verbatim=tuple(written.span(text, part) for part in parts))
    view = MemoryView.of([Record(Document("d", text), (statement,))])
    found = did_say("Quint", "We have the steel and the money. What we lack is time", view)
    assert (found.verdict, found.edit) == ("verbatim", "split-merged")
    assert did_say("Quint", "the money. What we lack is steel", view).verdict != "verbatim"


def test_refusals_are_no_promises(written: SimpleNamespace) -> None:
    text = "Ada Quint refused to publish the survey. Ada Quint promised to repair the wall."
    statements = (
        written.said(text, "r", "Ada Quint", "refused", "to publish the survey"),
        written.said(text, "p", "Ada Quint", "promised", "to repair the wall"),
    )
    bound = (
        Commitment("c1", "r", "Ada Quint", None, "refuses", written.span(text, "publish the survey")),
        Commitment("c2", "p", "Ada Quint", None, "promises", written.span(text, "repair the wall")),
    )
    view = MemoryView.of([Record(Document("d", text), statements, commitments=bound)])
    assert [r.text for r in ask("what did Quint promise?", view).receipts] == ["repair the wall"]
    refused = ask("what did Quint refuse to do?", view)
    assert [r.text for r in refused.receipts] == ["publish the survey"]
    assert "  - refuses: “publish the survey” · Ada Quint · d at 21-39" in list(answer_lines(refused))


def test_what_the_text_does_not_tell_is_said(daily: MemoryView) -> None:
    assert "does not say to whom" in ask('to whom did Quint say "we will not borrow a cent"', daily).note
    assert "does not say when" in ask('when did Quint say "we will not borrow a cent"', daily).note
    nothing = ask("did Quint deny that?", daily)
    assert (nothing.verdict, nothing.receipts) == ("no-record", ())


def test_the_contrary_by_another_is_no_dispute_where_nobody_was_asked_about(
    written: SimpleNamespace,
) -> None:
    one, other = "“The old bridge is safe,” Ada Quint said.", "“The old bridge is not safe,” Bo Hollis said."
    records = [
        Record(
            Document(name, text),
            (written.said(text, "s", who, "said", f"“{words},”", words),),
        )
        for name, text, who, words in (
            ("a", one, "Ada Quint", "The old bridge is safe"),
            ("b", other, "Bo Hollis", "The old bridge is not safe"),
        )
    ]
    assert ask('who said "the old bridge is safe"', MemoryView.of(records)).verdict == "verbatim"


def test_a_contrary_by_somebody_s_account_is_no_support(written: SimpleNamespace) -> None:
    text = "Bo Hollis said that Ada Quint said the old bridge was unsafe."
    statements = (
        written.said(text, "o", "Bo Hollis", "said", "that Ada Quint said the old bridge was unsafe"),
        written.said(text, "i", "Ada Quint", "said", "the old bridge was unsafe", parent="o"),
    )
    view = MemoryView.of([Record(Document("d", text), statements)])
    assert ask("did Quint say the old bridge was unsafe", view).verdict == "second-hand"
    contrary = ask("did Quint say the old bridge was safe", view)
    assert (contrary.verdict, contrary.via) == ("contradicted", "Bo Hollis")


def test_pronouns_shift_when_a_claim_is_told(written: SimpleNamespace) -> None:
    text = "“I am still waiting for the survey,” Ada Quint said."
    whole = "I am still waiting for the survey"
    view = MemoryView.of(
        [Record(Document("d", text), (written.said(text, "s", "Ada Quint", "said", f"“{whole},”", whole),))]
    )
    assert ask("did Quint say she is still waiting for the survey", view).verdict == "paraphrase"
    assert ask("did Quint say “she is still waiting for the survey”", view).verdict == "altered"


def test_who_promised_asks_for_the_innermost_speaker(written: SimpleNamespace) -> None:
    text = "“The board has promised to repair the sea wall,” Ada Quint said."
    whole = "The board has promised to repair the sea wall"
    statements = (
        written.said(text, "o", "Ada Quint", "said", f"“{whole},”", whole),
        written.said(text, "i", "The board", "promised", "to repair the sea wall", parent="o"),
    )
    view = MemoryView.of([Record(Document("d", text), statements)])
    found = ask("who promised to repair the sea wall", view)
    assert (found.speaker, found.via) == ("The board", "Ada Quint")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("did Hollis say that the reservoir is not a threat", "contradicted"),
        ("did Hollis say he would make public his tax returns", "no-record"),
    ],
)
def test_a_contrary_in_a_long_sentence_has_all_the_words(
    written: SimpleNamespace, claim: str, verdict: str
) -> None:
    content = (
        "that the reservoir, which is a century old, is the greatest threat to the villages, "
        "and that the company does not pay tax on what it returns to its owners, and is open about that"
    )
    text = f"Bo Hollis said {content}."
    view = MemoryView.of(
        [Record(Document("d", text), (written.said(text, "s", "Bo Hollis", "said", content),))]
    )
    assert ask(claim, view).verdict == verdict


def test_what_is_denied_is_not_said(written: SimpleNamespace) -> None:
    text = "Bo Hollis denied calling the wall “a heap of sand.” Ada Quint refused to “bow to the county.”"
    statements = (
        written.said(text, "d", "Bo Hollis", "denied", "the wall “a heap of sand.”", "a heap of sand"),
        written.said(text, "r", "Ada Quint", "refused", "to “bow to the county.”", "bow to the county"),
    )
    view = MemoryView.of([Record(Document("d", text), statements)])
    denied = did_say("Hollis", "a heap of sand", view)
    assert (denied.verdict, denied.edit, denied.material) == ("contradicted", "polarity-flipped", True)
    refused = did_say("Quint", "bow to the county", view)
    assert (refused.verdict, refused.material) == ("out-of-context", True)
    assert ask("did Hollis deny calling the wall “a heap of sand”?", view).verdict == "paraphrase"
    assert [r.statement for r in ask("what did Hollis deny?", view).receipts] == ["d"]


def test_a_promise_is_more_than_words(written: SimpleNamespace) -> None:
    text = "Ada Quint warned that old ferries would be scrapped."
    warned = written.said(
        text, "w", "Ada Quint", "warned", "that old ferries would be scrapped", act="assertive"
    )
    view = MemoryView.of([Record(Document("d", text), (warned,))])
    assert ask("did Quint say that old ferries would be scrapped?", view).verdict == "paraphrase"
    promised = ask("did Quint promise that old ferries would be scrapped?", view)
    assert (promised.verdict, promised.receipts) == ("no-record", ())
    assert [r.statement for r in promised.nearest] == ["w"]


def test_words_scattered_over_a_long_sentence_are_no_claim(written: SimpleNamespace) -> None:
    whole = (
        "Most people believe that the levee is sound, and when they hear a mayor call it a fraud, they laugh"
    )
    text = f"“{whole},” Ada Quint said."
    view = MemoryView.of(
        [Record(Document("d", text), (written.said(text, "s", "Ada Quint", "said", f"“{whole},”", whole),))]
    )
    assert ask("did Quint say the levee is a fraud?", view).verdict == "no-record"


@pytest.mark.parametrize("question", ["who said “the”?", "did " * 400, "did Quint say “of it”?"])
def test_small_words_alone_name_nothing(daily: MemoryView, question: str) -> None:
    found = ask(question, daily)
    assert (found.verdict, found.receipts) == ("no-record", ())
    assert "names nothing that was said" in found.note
    assert len(found.note) < 120


def test_nothing_near_is_said_to_be_nothing(daily: MemoryView) -> None:
    lines = list(answer_lines(ask("did Quint say the moon is made of cheese?", daily)))
    assert "nothing near it either" in lines


def test_differences_are_shown_as_they_are_written(daily: MemoryView) -> None:
    lines = list(answer_lines(did_say("Quint", "We will not borrow a Euro for the dam", daily)))
    assert "  [-cent-]{+Euro+}" in lines


def test_who_was_first_comes_first(view_of: Views) -> None:
    found = ask(
        "who first said that the river belongs to the people of the valley?", view_of("gazette", "herald")
    )
    assert found.receipts[0].document.id == "herald"
    assert "The Herald, 2031-05-07" in found.note


def test_a_name_or_a_topic_alone_lists_what_there_is(daily: MemoryView) -> None:
    assert {r.speaker for r in ask("Hollis", daily).receipts} == {"Bo Hollis"}
    assert [r.statement for r in ask("survey", daily).receipts] == ["d3"]


def test_a_stance_without_a_position_is_looked_for_as_a_claim(written: SimpleNamespace) -> None:
    text = "Bo Hollis said that he supports the ferries."
    said = written.said(text, "s", "Bo Hollis", "said", "that he supports the ferries")
    view = MemoryView.of([Record(Document("d", text), (said,))])
    assert ask("does Hollis support the ferries?", view).verdict == "paraphrase"
    assert ask("is Hollis against the ferries?", view).verdict == "contradicted"
