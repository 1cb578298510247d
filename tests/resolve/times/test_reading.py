"""Times against the day of publication, the discourse and the speaker's clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.times.reading import times, with_times
from onrecord.types import Document, Record, Span, Statement, Time

Read = Callable[..., list[Time]]


def record(text: str, said: dict[str, str], published: date | None = date(2021, 6, 16)) -> Record:
    """A record of ``text`` with one statement: ``said`` gives the words of its roles."""
    spans = {role: (Span(text.index(words), text.index(words) + len(words)),) for role, words in said.items()}
    statement = Statement(
        id="1",
        parent=None,
        source=spans.get("source", ()),
        cue=spans.get("cue", ()),
        content=spans.get("content", ()),
        form="direct",
        verbatim=spans.get("verbatim", ()),
        confidence=1.0,
    )
    return Record(Document("text", text, published_on=published), (statement,))


def test_relative_times_stay_open_without_a_day_of_publication(read: Read) -> None:
    text = "They met last week, on Tuesday and yesterday, on March 7 and recently, and will meet tomorrow."
    found = read(text, None)
    assert len(found) == 6
    assert all((t.earliest, t.latest) == (None, None) and t.note for t in found)
    assert [t.value for t in found] == [
        "XXXX-WXX", "XXXX-WXX-2", "XXXX-XX-XX", "XXXX-03-07", "PAST_REF", "XXXX-XX-XX",
    ]  # fmt: skip


def test_absolute_times_need_none(read: Read) -> None:
    (time,) = read("They met on March 7, 2019.", None)
    assert (time.earliest, time.latest, time.anchor) == (date(2019, 3, 7), date(2019, 3, 7), None)


def test_vague_times_keep_an_open_end(read: Read) -> None:
    past, ahead = read("He recently agreed to visit in the coming weeks.")
    assert (past.earliest, past.latest) == (None, date(2021, 6, 16))
    assert (ahead.earliest, ahead.latest) == (date(2021, 6, 17), None)


def test_then_is_the_time_last_spoken_of(read: Read) -> None:
    day, since = read("It opened on May 3. Since then, it has grown.")
    assert (since.value, since.earliest, since.latest) == ("2021-05-03", date(2021, 5, 3), date(2021, 6, 16))
    assert since.anchor == "May 3"
    assert day.latest == date(2021, 5, 3)


def test_the_text_is_counted_from_where_it_says(read: Read) -> None:
    found = read(
        "It opened on May 3, 2018. Two days later it burned down, and the following year it was rebuilt."
    )
    assert [t.value for t in found] == ["2018-05-03", "2018-05-05", "2019"]


def test_figures_are_compared_with_the_quarter_of_a_year_ago(read: Read) -> None:
    found = read("In the first quarter profit rose to $5 million, from $4 million a year ago.")
    assert [t.value for t in found] == ["2021-Q1", "2020-Q1"]
    found = read("In 1994 it was sold for $2 million. It cost $5 million, up from $4 million a year ago.")
    assert [t.value for t in found] == ["1994", "2020"]


def test_a_month_takes_the_year_of_its_sentence(read: Read) -> None:
    found = read("It rose from March 2009 to June. It fell in May.")
    assert [t.value for t in found] == ["2009-03", "2009-06", "2021-05"]


def test_approximate_times_are_wider(read: Read) -> None:
    (time,) = read("It closed about five years ago.")
    assert (time.value, time.earliest, time.latest) == ("2016", date(2015, 1, 1), date(2017, 12, 31))


def test_earlier_and_later_are_cut_at_now(read: Read) -> None:
    earlier, later = read("They met earlier this week and will meet later this month.")
    assert (earlier.earliest, earlier.latest) == (date(2021, 6, 14), date(2021, 6, 16))
    assert (later.earliest, later.latest) == (date(2021, 6, 16), date(2021, 6, 30))


def test_fiscal_years_have_no_bounds_of_their_own(read: Read) -> None:
    (time,) = read("Sales fell in fiscal 2017.")
    assert (time.value, time.earliest, time.latest) == ("2017", None, None)
    assert time.note is not None
    assert "fiscal" in time.note


QUOTE = "“We are ready to leave tomorrow, and nobody will stop us,” Ann Lee said {}."


def test_in_a_quotation_the_clock_is_the_speakers() -> None:
    text = QUOTE.format("on Friday")
    content, verbatim = text[: text.index(" Ann")], text[1 : text.index(",”")]
    said_by = {"source": "Ann Lee", "cue": "said", "content": content, "verbatim": verbatim}
    found = with_times(record(text, said_by))
    tomorrow, friday = found.times
    assert friday.value == "2021-06-11"
    assert (tomorrow.value, tomorrow.anchor) == ("2021-06-12", "speech")
    said = found.statements[0].said_on
    assert said is not None
    assert (said.earliest, said.latest, said.precision) == (date(2021, 6, 11), date(2021, 6, 11), "day")


def test_in_a_quotation_without_a_day_it_is_that_of_publication_and_said_so() -> None:
    text = QUOTE.format("again")
    found = with_times(record(text, {"source": "Ann Lee", "cue": "said"}))
    (tomorrow,) = found.times
    assert (tomorrow.value, tomorrow.anchor) == ("2021-06-17", "published_on")
    assert tomorrow.note is not None
    assert "quotation" in tomorrow.note


PARTS = [
    *"last week|Tuesday|yesterday|on Friday night|March 7|in March|recently|now|then|two weeks ago".split(
        "|"
    ),
    *"the third quarter|fiscal 2017|the 1990s|early 2017|a year earlier|May 3, 2018|every week".split("|"),
    *"the coming days|the past six months|about nine years ago|the weekend|next spring|that year".split("|"),
    *"the day before|9/11|Election Day|3 p.m. ET|“|”|.|,|said|will|99999 years ago|0000-00-00".split("|"),
    *"last century|centuries ago|Feb. 29|31 April|year-end|\n\n".split("|"),
]


@given(
    st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join),
    st.one_of(st.none(), st.dates()),
)
def test_an_interval_never_starts_after_its_end(text: str, published: date | None) -> None:
    last = 0
    for time in times(Document("text", text, published_on=published)):
        assert last <= time.span.start
        last = time.span.end
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        assert time.earliest is not None or time.latest is not None or time.note


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar(read: Read, day: date) -> None:
    found = read(". ".join(f"They met {part} and will meet {part}" for part in [*DEICTIC, *PARTS]), day)
    assert len(found) > 50


DEICTIC = [
    "today", "yesterday", "tomorrow", "last week", "next week", "this week", "Tuesday", "last Friday",
    "two weeks ago", "three days ago", "last weekend", "the weekend", "Monday night", "this morning",
    "recently", "now", "ten days from now", "earlier this week",
]  # fmt: skip
FIXED = [
    "March 7, 2019",
    "2019-03-07",
    "the 1990s",
    "every week",
    "two years",
    "the third quarter of 2018",
    "2017",
]


@given(
    st.lists(st.sampled_from(DEICTIC + FIXED), min_size=1, max_size=8),
    st.dates(date(1980, 1, 1), date(2060, 1, 1)),
)
def test_a_week_later_every_deictic_time_is_a_week_later_and_nothing_else(
    parts: list[str], day: date
) -> None:
    text = ". ".join(f"They met {part}" for part in parts) + "."
    one, other = (
        times(Document("t", text, published_on=d)) for d in (day, date.fromordinal(day.toordinal() + 7))
    )
    assert [t.span for t in one] == [t.span for t in other]
    for before, after in zip(one, other, strict=True):
        by = 7 if before.span.of(text) in DEICTIC else 0
        for a, b in ((before.earliest, after.earliest), (before.latest, after.latest)):
            assert (a is None) == (b is None)
            assert a is None or b is None or (b - a).days == by
        if not by:
            assert before.value == after.value


@pytest.mark.parametrize(
    "text",
    [
        "last week, " * 4_000,
        "3/7/2016 " * 4_000,
        "the " * 20_000,
        "2016-" * 10_000,
        "a year and a half " * 4_000,
        "1,000." * 10_000,
        "may march " * 5_000,
        "two hundred thousand " * 4_000,
        "“today " * 5_000,
        "about " * 10_000,
        "the war began in May 2018 and after the start of the war " * 1_000,
    ],
)
def test_a_text_of_nothing_but_dates_is_read(text: str) -> None:
    found = times(Document("text", text, published_on=date(2021, 6, 16)))
    assert all(re.search(r"\w", t.span.of(text)) for t in found)
