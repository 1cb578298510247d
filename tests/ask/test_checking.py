from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.ask.checking import STATUSES, checked
from onrecord.ask.memory import MemoryView
from onrecord.ask.transcripts import transcript
from onrecord.types import Document, Record, Span, Speaker, Statement

Views = Callable[..., MemoryView]

DRAFT = (
    "The mayor spoke of “a danger to every child in the valley.”\n"
    "“We will not borrow a penny for the dam,” she said.\n"
    "“we will finish it by October,” she said.\n"
    "“a clear head,” she said. It was “progress.”\n"
    "“Pigs fly over the county at night,” she said.\n"
    "“a danger for every child in the valley”, she said.\n"
)


def draft(text: str, speaker: str | None = "Ada Quint") -> Record:
    """A draft all of whose quotations are given to one speaker."""
    statements, start = [], text.find("“")
    while start >= 0:
        end = text.index("”", start)
        span = Span(start + 1, end)
        who = Speaker(speaker, "person") if speaker else None
        statements.append(Statement(f"s{start}", None, (), (), (span,), "direct", (span,), 0.9, who))
        start = text.find("“", end)
    return Record(Document("draft", text), tuple(statements))


def test_each_quotation_has_a_status_and_its_line(view_of: Views) -> None:
    found = [(one.line, one.status) for one in checked(draft(DRAFT), [view_of("daily")])]
    assert found == [
        (1, "ok"),
        (2, "altered"),
        (3, "out-of-context"),
        (4, "wrong-speaker"),
        (4, "unchecked"),
        (5, "not-found"),
        (6, "altered"),
    ]


def test_house_style_and_marked_cuts_pass(view_of: Views) -> None:
    text = "“We won’t borrow a cent for the dam … we will finish it by October.” “a danger to … the valley”"
    statuses = [one.status for one in checked(draft(text), [view_of("daily")])]
    assert statuses == ["altered", "ok"]  # the first ellipsis hides a condition
    style = "“We won’t borrow a cent for the dam, and if the county pays its share we’ll finish it by Oct.”"
    assert [one.status for one in checked(draft(style), [view_of("daily")])] == ["house-style"]


def test_a_transcript_decides_where_reports_lack_the_words(view_of: Views) -> None:
    spoken = transcript(
        Document(
            "speech", "MAYOR QUINT: Good evening. Pigs fly over the county at night.\n\nQ: Really?\nI saw it."
        )
    )
    assert [(s.speaker.name if s.speaker else None) for s in spoken.statements] == ["Mayor Quint", None, None]
    views = [MemoryView.of([spoken]), view_of("daily")]
    assert [
        one.status for one in checked(draft("“Pigs fly over the county at night,” she said."), views)
    ] == ["ok"]


def test_a_draft_without_quotations_has_nothing_to_check(view_of: Views) -> None:
    assert list(checked(draft("Nobody said a thing. It was the Browns’ dam."), [view_of("daily")])) == []


def test_an_unnamed_speaker_is_not_a_wrong_one(view_of: Views) -> None:
    found = list(checked(draft("“a clear head”", None), [view_of("daily")]))
    assert [(one.speaker, one.status) for one in found] == [(None, "ok")]


def test_statuses_are_all_documented(root: Path) -> None:
    written = (root / "docs" / "reference" / "verdicts.md").read_text(encoding="utf-8")
    assert [status for status in STATUSES if f"`{status}`" not in written] == []


def test_a_single_word_passes_where_this_speaker_has_it(view_of: Views) -> None:
    text = "“danger,” she said. “progress,” she said."
    assert [one.status for one in checked(draft(text), [view_of("daily")])] == ["ok", "unchecked"]


def test_a_denial_that_both_tell_passes() -> None:
    text = "Bo Hollis denied calling the wall “a heap of sand.”"
    start = text.index("a heap")
    span = Span(start, start + len("a heap of sand"))
    content = (Span(text.index("the wall"), len(text)),)
    cue = (Span(text.index("denied"), text.index("denied") + 6),)
    said = Statement("s", None, (), cue, content, "mixed", (span,), 0.9, Speaker("Bo Hollis", "person"))
    record = Record(Document("d", text), (said,))
    assert [one.status for one in checked(record, [MemoryView.of([record])])] == ["ok"]
    plain = draft("“a heap of sand,” he said.", "Bo Hollis")
    assert [one.status for one in checked(plain, [MemoryView.of([record])])] == ["altered"]
