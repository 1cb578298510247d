"""Which time is that of saying."""

from __future__ import annotations

import re
from datetime import date

import pytest

from onrecord.resolve.times.reading import times
from onrecord.resolve.times.saying import dated, precision_of, said_on
from onrecord.types import Document, Span, Statement, Time

PUBLISHED = date(2021, 6, 16)
_MARK = re.compile(r"\[(s|c|x) ([^\]]*)\]")


def parsed(marked: str) -> tuple[str, Statement]:
    """A text and its statement from ``[s Ann] [c said] [x it rains]``."""
    spans: dict[str, list[Span]] = {"s": [], "c": [], "x": []}
    text = ""
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans[match[1]].append(Span(len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    text += marked[last:]
    source, cue, content = (tuple(spans[r]) for r in "scx")
    return text, Statement("1", None, source, cue, content, "indirect", (), 1.0)


def words_said_on(marked: str) -> str | None:
    text, statement = parsed(marked)
    document = Document("text", text, published_on=PUBLISHED)
    found = said_on(document, statement, times(document))
    return found.span.of(text) if found else None


SAID = [
    ("[s Ann Lee] [c said] Monday [x that it rains].", "Monday"),
    ("[s Ann Lee] [c said] on Monday [x it rains].", "Monday"),
    ("[s Ann Lee] [c told] reporters in Elswick on Tuesday [x that it rains].", "Tuesday"),
    ("[x “It rains,”] [s Ann Lee] [c said] in an interview last week.", "last week"),
    ("[x “It rains,”] [c said] [s Ann Lee], the mayor, on Monday.", "Monday"),
    ("On Monday, [s Ann Lee] [c said] [x it rains].", "Monday"),
    ("May 8, 2021 On Tuesday, [s the board] [c announced] [x that it rains].", "Tuesday"),
    (
        "It rained in Elswick, said Ms. Lee. The day before, [s she] [c said] [x it did not].",
        "The day before",
    ),
    ("In an interview last weekend with the Courier, [s she] [c said] [x it rains].", "last weekend"),
    ("In a speech on March 7, [s she] [c warned] [x that it rains].", "March 7"),
    ("In a 2019 report, [s the bureau] [c warned] [x that it rains].", "2019"),
    ("At Monday’s hearing, [s she] [c said] [x it rains].", "Monday"),
    ("[s The mayor] on Monday [c said] [x it rains].", "Monday"),
    (
        "[s Ann Lee] was overheard after her speech on March 7 [c telling] a friend [x that it rains].",
        "March 7",
    ),
    ("Speaking in Elswick on Tuesday, [s she] [c said] [x it rains].", "Tuesday"),
    ("[s She] [c said] [x that it rains], in an interview on Monday.", "Monday"),
    ("[c According to] [s a report published last week], [x it rains].", "last week"),
    ("[s She] recently [c said] [x it rains].", "recently"),
    ("[s Ann Lee] [c said Monday] [x that it rains].", "Monday"),
    ("[s Ann Lee] spoke in Elswick on Monday about rain, [c arguing] [x that it was wet].", "Monday"),
    ("[s A report released last year] [c found] [x that it rains].", "last year"),
    ("[s She] [c released a letter Friday saying] [x it rains].", "Friday"),
    ("[s She] [c endorsed] [x Bo Ray for mayor] on Thursday.", "Thursday"),
    ("[x “It rains,”] [s she] [c told] reporters after a meeting with the mayor on Tuesday.", "Tuesday"),
    ("[s The court] [c rejected] [x the claim] in a ruling released Thursday.", "Thursday"),
    ("It had to come: On Friday, [s she] [c said] [x it rains].", "Friday"),
    ("[s The mayor, speaking in Elswick on Monday,] [c said] [x it rains].", "Monday"),
    ("[s Ann Lee] has freed the money and on Monday [c announced] [x that it rains].", "Monday"),
    ("[s Demonstrators] gathered in Elswick last week [c to call for] [x rain].", "last week"),
    ("[s Ann Lee] began a meeting with the board on Tuesday by [c saying] [x it rains].", "Tuesday"),
    ("[s Ann Lee] [c tweeted], “[x Thank you, Elswick!]” on Friday.", "Friday"),
]


@pytest.mark.parametrize(("marked", "words"), SAID)
def test_the_time_of_saying(marked: str, words: str) -> None:
    assert words_said_on(marked) == words


NOT_SAID = [
    "[s Ann Lee] [c said] [x that it rained on Monday].",
    "[s Ann Lee] [c said] [x it rains].",
    "After the storm hit on Monday, [s officials] [c said] [x the roads were closed].",
    "The mayor, who was elected in 2019, met Bo Ray, and [s he] [c said] [x it rains].",
    "On Monday the council met, and [s Bo Ray] [c said] [x it rains].",
    "[x “It rains,”] [s she] [c said] of the 2020 floods.",
    "[x “It rains,”] [c said] [s Bo Ray, who led the council from 2012 to 2016].",
    "[s She] now [c says] [x it rains].",
    "[x “It rains,”] [s she] [c said] of the speech Monday.",
    "[x “It rains,”] [s she] [c said] after the storm hit the coast on Tuesday.",
    "[s She] [c dismissed] [x the criticism] of a paper that closed in April.",
    "[s Ann Lee] voted on Monday and left in a hurry, [c arguing] [x that it was late].",
    "[s She] [c has said since Monday] [x that it rains].",
    "ELSWICK, June 15 (EN) — [s Ann Lee] [c said] [x it rains].",
    "In recent days, [s aides] [c say], [x the mayor has worried].",
    "Since Monday, [s she] [c has said] [x it rains].",
    "[s She] [c will say] on Friday [x that it rains].",
    "[s The group] [c said] the minister who resigned in May [x had lied].",
    "It rained on Monday. [s She] [c said] [x it rains].",
    "The mayor left the board last year, but [s Ann Lee] [c said] [x it rains].",
    "[s Ann Lee] [c has in the past said] [x that it rains].",
]


@pytest.mark.parametrize("marked", NOT_SAID)
def test_other_times_are_not(marked: str) -> None:
    assert words_said_on(marked) is None


def test_next_month_was_not_said_where_nobody_knows_the_day() -> None:
    text, statement = parsed("[s Ann Lee] [c must decide next month] [x whether it rains].")
    document = Document("text", text)
    assert said_on(document, statement, times(document)) is None


def test_without_a_cue_there_is_none() -> None:
    text, statement = parsed("On Monday, [x “it rains.”]")
    document = Document("text", text, published_on=PUBLISHED)
    assert said_on(document, statement, times(document)) is None


def test_what_was_said_was_said_by_the_day_of_publication() -> None:
    text, statement = parsed("[s Ann Lee] [c said] this week [x that it rains].")
    document = Document("text", text, published_on=PUBLISHED)
    found = said_on(document, statement, times(document))
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == (date(2021, 6, 14), PUBLISHED, "week")


def test_a_participle_goes_on_in_the_same_sentence() -> None:
    text = (
        "Ann Lee said on Monday it rains, adding that it pours. She said it stopped, adding that it was dry."
    )

    def span(words: str, nth: int = 0) -> tuple[Span, ...]:
        start = [m.start() for m in re.finditer(words, text)][nth]
        return (Span(start, start + len(words)),)

    statements = [
        Statement("1", None, span("Ann Lee"), span("said"), span("it rains"), "indirect", (), 1.0),
        Statement("2", None, span("Ann Lee"), span("adding"), span("that it pours"), "indirect", (), 1.0),
        Statement("3", None, span("She"), span("said", 1), span("it stopped"), "indirect", (), 1.0),
        Statement("4", None, span("She"), span("adding", 1), span("that it was dry"), "indirect", (), 1.0),
    ]
    document = Document("text", text, published_on=PUBLISHED)
    found = dated(document, statements, times(document))
    assert [s.said_on and s.said_on.span.of(text) for s in found] == ["Monday", "Monday", None, None]


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2021-06-14", "day"), ("2021-06-14TNI", "day"), ("2021-W24", "week"), ("2021-W24-WE", "weekend"),
        ("2021-06", "month"), ("2021-Q2", "quarter"), ("2021-SP", "season"), ("2021-WI", "season"),
        ("2021", "year"), ("202", "decade"), ("20", "century"), ("PAST_REF", "vague"), ("XXXX-06", None),
        (None, None),
    ],
)  # fmt: skip
def test_precision(value: str | None, precision: str | None) -> None:
    assert precision_of(Time(Span(0, 1), "DATE", value, None, None)) == precision


@pytest.mark.parametrize("line", ["Tuesday, May 8, 2021\n", "May 8, 2021 \n\n", "May 8, 2021 "])
def test_a_date_line_dates_no_saying(line: str) -> None:
    assert words_said_on(f"{line}The mayor, [s Ann Lee], [c said] [x it rains].") is None
