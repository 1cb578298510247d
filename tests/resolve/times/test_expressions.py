"""Which words are a time expression, of which type, and with which TIMEX3 value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.types import Time

Read = Callable[..., list[Time]]

DATES = [
    ("The mill closed on [March 7].", "2021-03-07"),
    ("The mill closed on [March 7, 2019].", "2019-03-07"),
    ("The mill closed on [7 March 2019].", "2019-03-07"),
    ("It was [the 5th of November].", "2020-11-05"),
    ("It happened on [Sept. 30, 2020].", "2020-09-30"),
    ("It happened on [Friday, May 7].", "2021-05-07"),
    ("It is dated [2020-02-29].", "2020-02-29"),
    ("It is dated [3/14/2019].", "2019-03-14"),
    ("It is dated [14/3/2019].", "2019-03-14"),
    ("It closed in [March 2016].", "2016-03"),
    ("It closed in [April].", "2021-04"),
    ("It closed [last October].", "2020-10"),
    ("It will close [next January].", "2022-01"),
    ("It closed in [January last year].", "2020-01"),
    ("It closed in [early 2017].", "2017"),
    ("It closed in [mid-March].", "2021-03"),
    ("It fell in [the third quarter].", "2020-Q3"),
    ("It fell in [the third quarter of 2018].", "2018-Q3"),
    ("It fell in [last year's third quarter].", "2020-Q3"),
    ("It fell in [Q2 2019].", "2019-Q2"),
    ("It fell in [the first half of 2019].", "2019-H1"),
    ("It rose in [the 1990s].", "199"),
    ("It rose in [the late 1980s].", "198"),
    ("It rose in [the nineties].", "199"),
    ("It rose in [the '60s].", "196"),
    ("It rose in [the 19th century].", "18"),
    ("It rose in [fiscal 2017].", "2017"),
    ("It rose in [the winter of 1994].", "1994-WI"),
    ("It rose [last summer].", "2020-SU"),
    ("It was mild on [Christmas Eve].", "2020-12-24"),
    ("It was mild on [Thanksgiving 2018].", "2018-11-22"),
    ("Votes were cast on [Election Day].", "2020-11-03"),
    ("It was lost after the [Sept. 11] attacks.", "2001-09-11"),
    ("They met [Tuesday].", "2021-06-15"),
    ("They met on [Wednesday].", "2021-06-16"),
    ("They will meet on [Tuesday].", "2021-06-22"),
    ("They met [last Wednesday].", "2021-06-09"),
    ("They met [today].", "2021-06-16"),
    ("They met [yesterday].", "2021-06-15"),
    ("They meet [tomorrow].", "2021-06-17"),
    ("They met [the day before yesterday].", "2021-06-14"),
    ("They met [last week].", "2021-W23"),
    ("They met [earlier this week].", "2021-W24"),
    ("They met [last weekend].", "2021-W23-WE"),
    ("They met over [the weekend].", "2021-W23-WE"),
    ("They will meet at [the weekend].", "2021-W24-WE"),
    ("They meet [next month].", "2021-07"),
    ("They met [earlier this year].", "2021"),
    ("They meet by [the end of the month].", "2021-06"),
    ("They met [two weeks ago].", "2021-W22"),
    ("They met [three days ago].", "2021-06-13"),
    ("They met [nearly five years ago].", "2016"),
    ("They meet [ten days from now].", "2021-06-26"),
    ("They met [several years ago].", "PAST_REF"),
    ("They met [recently].", "PAST_REF"),
    ("They have met in [recent months].", "PAST_REF"),
    ("They are [now] rivals.", "PRESENT_REF"),
    ("They are rivals [right now].", "PRESENT_REF"),
    ("They will meet in [the coming days].", "FUTURE_REF"),
    ("They will meet in [the near future].", "FUTURE_REF"),
    ("They had quarrelled in [the past].", "PAST_REF"),
    ("They met in [the week of May 3].", "2021-W18"),
    ("It closes by [year-end].", "2021-12-31"),
    ("It was told in [nineteen ninety-six].", "1996"),
]
TIMES = [
    ("They met [Monday night].", "2021-06-14TNI"),
    ("They met [this morning].", "2021-06-16TMO"),
    ("They met [last night].", "2021-06-15TNI"),
    ("They meet [tonight].", "2021-06-16TNI"),
    ("They met at [3 p.m. on Tuesday].", "2021-06-15T15:00"),
    ("They met [Tuesday at 3:30 p.m. ET].", "2021-06-15T15:30"),
    ("They met at [noon Saturday].", "2021-06-12T12:00"),
    ("They met at [15:45 GMT].", "2021-06-16T15:45"),
    ("They met at [1500 GMT].", "2021-06-16T15:00"),
    ("They meet at [six o'clock this evening].", "2021-06-16T18:00"),
    ("They met at [4 in the morning].", "2021-06-16T04:00"),
    ("They met [yesterday afternoon].", "2021-06-15TAF"),
]
DURATIONS = [
    ("It took [two weeks].", "P2W"),
    ("It took [a year and a half].", "P1Y6M"),
    ("It took [nearly three hours].", "PT3H"),
    ("It took [several months].", "PXM"),
    ("It is a [two-year] plan.", "P2Y"),
    ("It is a [decades-long] feud.", "PXY"),
    ("It grew over [the past six months].", "P6M"),
    ("It grew for [years].", "PXY"),
    ("It lasted [half an hour].", "PT30M"),
    ("It lasted [two decades].", "P20Y"),
    ("It grew for [the last year and a half].", "P1Y6M"),
    ("It was a [three hour] talk.", "PT3H"),
]
SETS = [
    ("It meets [every week].", "P1W"),
    ("It meets [each Tuesday].", "XXXX-WXX-2"),
    ("It meets on [Tuesdays].", "XXXX-WXX-2"),
    ("It meets [twice a year].", "P1Y"),
    ("It is printed [daily].", "P1D"),
    ("It costs $300 [a month].", "P1M"),
    ("It meets [every other week].", "P2W"),
]


def marked(text: str) -> tuple[str, str]:
    """The text without its brackets, and the words between them."""
    return text.replace("[", "").replace("]", ""), text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [(kind, *case) for kind, cases in
     (("DATE", DATES), ("TIME", TIMES), ("DURATION", DURATIONS), ("SET", SETS)) for case in cases],
)  # fmt: skip
def test_expression(read: Read, kind: str, text: str, value: str) -> None:
    plain, words = marked(text)
    found = [(t.span.of(plain), t.type, t.value) for t in read(plain)]
    assert found == [(words, kind, value)]


NOT_TIMES = [
    "They may march on the capital.",
    "May I speak, she asked.",
    "The march began, and Theresa May spoke.",
    "Only 3 of 10 agreed.",
    "The party is stuck in the past.",
    "It was a relic of the past.",
    "A lifelong friend, he no longer writes.",
    "He has repeatedly refused.",
    "She finished second in a field of twelve.",
    "A 65-year-old man and a boy aged 12 years were hurt.",
    "The baby is six months old.",
    "It cost $2000 and employs 1900 people.",
    "The off-and-on minister won 51 percent.",
    "He wrote in the Daily Herald and in USA Today.",
    "First, they agreed; then they did not.",
    "It is a quarter of the price.",
    "They will meet as soon as he recovers.",
    "See http://example.org/p2012h3pm for more.",
    "El martes pasado, am Montag und lundi prochain.",
    "It fell in Muharram 1442.",
    "They voted on Super Tuesday and laughed at Saturday Night Live.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_no_expression(read: Read, text: str) -> None:
    assert read(text) == []


def test_event(read: Read) -> None:
    text = "Thousands have fled since the start of the war."
    (time,) = read(text)
    assert (time.span.of(text), time.type, time.value) == ("the start of the war", "EVENT", None)
    assert time.earliest is None
    assert time.note


def test_an_event_that_the_text_dates(read: Read) -> None:
    text = "The war, which began in May 2018, goes on. Thousands have fled since the start of the war."
    month, event = read(text)
    assert (event.type, event.value, event.anchor) == ("EVENT", "2018-05", "May 2018")
    assert (event.earliest, event.latest) == (month.earliest, date(2021, 6, 16))


@pytest.mark.parametrize(
    "text",
    [
        "The trial began in May 2018. Thousands have fled since the start of the war.",
        "The war began in May 2018. No, the war began in June. They fled after the start of the war.",
        "The war began. It rained in May 2018. They fled after the start of the war.",
        "The war began in May 2018. They returned at the end of the war.",
    ],
)
def test_an_event_that_it_does_not(read: Read, text: str) -> None:
    (event,) = [t for t in read(text) if t.type == "EVENT"]
    assert (event.value, event.earliest) == (None, None)


def test_wrapped_lines_are_one_sentence_and_paragraphs_are_not(read: Read) -> None:
    assert [t.value for t in read("They met last\nweek.")] == ["2021-W23"]
    assert read("It was the last.\n\nWeek after week it rained.") == []


@pytest.mark.parametrize("words", ["The day before", "The following morning", "A day earlier"])
def test_no_day_is_counted_from_a_month(read: Read, words: str) -> None:
    found = read(f"In March 2020, the board met. {words}, Ann was happy.")[-1]
    assert (str(found.earliest), str(found.latest)) == ("2020-03-01", "2020-03-31")


def test_the_day_is_the_one_last_spoken_of(read: Read) -> None:
    found = read("Police came on Monday.\n\nEarlier in the day, the board had met.")[-1]
    assert (found.value, found.anchor) == ("2021-06-14", "Monday")


def test_the_day_is_that_of_publication_where_none_was_spoken_of(read: Read) -> None:
    found = read("In 2020 the board met. Earlier in the day, it rained.")[-1]
    assert (found.value, found.anchor) == ("2021-06-16", "published_on")
