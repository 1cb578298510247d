"""Quotation marks of every kind, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotations import Quotation, quotations
from onrecord.types import Span

MARKS = "\"“”„‟'‘’‚‛`«»‹›「」『』｢｣〝〞〟＂＇"
texts = st.text() | st.text(alphabet=MARKS + " as5.,n\n\r\u200b\u0301\u2028🙂—(")


def shown(text: str) -> list[str]:
    return [q.span.of(text) for q in quotations(text)]


def inner(quotation: Quotation, text: str) -> str | None:
    return quotation.inner.of(text) if quotation.inner else None


@pytest.mark.parametrize(
    ("text", "stretch", "words"),
    [
        ('"It is raining," she said.', '"It is raining,"', "It is raining,"),
        ("'It is raining,' she said.", "'It is raining,'", "It is raining,"),
        ("“It is raining,” she said.", "“It is raining,”", "It is raining,"),
        ("‘It is raining,’ she said.", "‘It is raining,’", "It is raining,"),
        ("''It is raining,'' she said.", "''It is raining,''", "It is raining,"),
        ("``It is raining,'' she said.", "``It is raining,''", "It is raining,"),
        ("‘‘It is raining,’’ she said.", "‘‘It is raining,’’", "It is raining,"),
        ("`It is raining,' she said.", "`It is raining,'", "It is raining,"),
        ("«Il pleut», dit-elle.", "«Il pleut»", "Il pleut"),
        ("« Il pleut », dit-elle.", "« Il pleut »", " Il pleut "),
        ("»Es regnet«, sagte sie.", "»Es regnet«", "Es regnet"),
        ("Ein ›Regen‹ fiel.", "›Regen‹", "Regen"),
        ("Une ‹pluie› fine.", "‹pluie›", "pluie"),
        ("„Es regnet“, sagte sie.", "„Es regnet“", "Es regnet"),
        ("„Pada”, powiedziała.", "„Pada”", "Pada"),
        ("‚Es regnet‘, sagte sie.", "‚Es regnet‘", "Es regnet"),
        ("”Det regnar”, sade hon.", "”Det regnar”", "Det regnar"),
        ("»Det regnar», sade hon.", "»Det regnar»", "Det regnar"),
        ('"It is raining,” she said.', '"It is raining,”', "It is raining,"),
        ('“It is raining," she said.', '“It is raining,"', "It is raining,"),
        ("“It is raining,“ she said.", "“It is raining,“", "It is raining,"),
        ("‘It is raining,' she said.", "‘It is raining,'", "It is raining,"),
        ("「雨だ」と彼女は言った。", "「雨だ」", "雨だ"),
        ('她说："下雨了"，走了。', '"下雨了"', "下雨了"),
        ('She asked:"Rain?"Then she left.', '"Rain?"', "Rain?"),
        ('He wrote " rain " on the wall.', '" rain "', " rain "),
        ('("Rain," he wrote.)', '"Rain,"', "Rain,"),
        ('It was—"rain"—again.', '"rain"', "rain"),
        ('\ufeff"Rain," he wrote.', '"Rain,"', "Rain,"),
        ('It rained in "2016".', '"2016"', "2016"),
    ],
)
def test_each_kind_of_mark(text: str, stretch: str, words: str) -> None:
    (found,) = quotations(text)
    assert (found.span.of(text), inner(found, text)) == (stretch, words)
    assert (found.closed, found.depth, stretch.startswith(found.mark)) == (True, 0, True)


@pytest.mark.parametrize(
    "text",
    [
        "They don't know, and O'Neill won't say.",
        "They don’t know, and O’Neill won’t say that it’s Silas’s.",
        "The Browns' house and the Greens' garden.",
        "The Browns’ house, and the Greens’.",
        "Rock 'n' roll, rock ’n’ roll and fish ‘n’ chips.",
        "In the '90s, the ’80s and (wrongly) the ‘70s, they'd tell 'em.",
        "’Tis late. 'Twas early. ‘Til then.",
        "She's 6'2\" and he's 6’1” in socks; it is 5' deep.",
        'A 5" pipe next to a 12" board.',
        "A 3'' pipe, measured in 1′ 2″.",
        "Nothing opened this,” she said.",
        'Nothing opened this," she said.',
        "Home › News » Weather",
        'A lone "',
        "“",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The Browns’ house isn’t for sale,’ he said.", ["‘The Browns’ house isn’t for sale,’"]),
        ("'The Browns' house isn't for sale,' he said.", ["'The Browns' house isn't for sale,'"]),
        ("‘Boys’ and ‘girls’ came.", ["‘Boys’", "‘girls’"]),
        ("The ‘Yes’ campaign and the voters’ mood.", ["‘Yes’"]),
        ("‘In the ’90s we were runnin’ home,’ he said.", ["‘In the ’90s we were runnin’ home,’"]),
        ("‘I love rock ’n’ roll,’ he said.", ["‘I love rock ’n’ roll,’"]),
        (
            "“It’s ‘business’ as usual,” she said. “The dogs’.”",
            ["“It’s ‘business’ as usual,”", "‘business’", "“The dogs’.”"],
        ),
        ("'The '90s' were fun, 'cause we danced.", ["'The '90s'"]),
        ('"He\'s 6\'2" tall," she said.', ['"He\'s 6\'2" tall,"']),
        ('"Bring a 5" pipe," she said.', ['"Bring a 5" pipe,"']),
        ('They saw "Route 66" and "Waves" there.', ['"Route 66"', '"Waves"']),
    ],
)
def test_apostrophes_and_inches_close_nothing(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“She said ‘no’ to me,” he said.", "“She said ‘no’ to me,”", "‘no’"),
        ("\"She said 'no' to me,\" he said.", "\"She said 'no' to me,\"", "'no'"),
        ("‘She said “no” to me,’ he said.", "‘She said “no” to me,’", "“no”"),
        ("“‘No,’ she told me,” he said.", "“‘No,’ she told me,”", "‘No,’"),
        ("\"She told me, 'No.'\"", "\"She told me, 'No.'\"", "'No.'"),
        ("'''No,' she told me,'' he said.", "'''No,' she told me,''", "'No,'"),
        ("''She told me 'no.'''", "''She told me 'no.'''", "'no.'"),
        ("«Elle a dit ‹non› hier»", "«Elle a dit ‹non› hier»", "‹non›"),
        ("„Sie sagte ‚nein‘ dazu“", "„Sie sagte ‚nein‘ dazu“", "‚nein‘"),
        ("A “very “small” thing” here.", "“very “small” thing”", "“small”"),
    ],
)
def test_quotations_in_quotations(text: str, outer: str, nested: str) -> None:
    assert [(q.span.of(text), q.depth) for q in quotations(text)] == [(outer, 0), (nested, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rains, he said.  \nThen it stopped.", [("“It rains, he said.", False)]),
        ('"It rains, he said.', [('"It rains, he said.', False)]),
        ("He said: ‘It rains.", [("‘It rains.", False)]),
        ("'It rains, he said.", [("'It rains, he said.", False)]),
        ("We met 'cause it rained.", []),
        ("“He said ‘no,” she said.", [("“He said ‘no,”", True), ("‘no,", False)]),
        ("“It rains, he said. “It pours.”", [("“It rains, he said. ", False), ("“It pours.”", True)]),
        ("“One.\n\n“Two.\r\n“Three,” he said.", [("“One.", False), ("“Two.", False), ("“Three,”", True)]),
        ("“It rains\nall day,” he said.", [("“It rains\nall day,”", True)]),
        ("“It rains.\nall day,” he said.", [("“It rains.", False)]),
        ("It “rains", [("“rains", False)]),
    ],
)
def test_unbalanced_marks_end_with_the_paragraph(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(q.span.of(text), q.closed) for q in quotations(text)] == expected


def test_marks_with_nothing_between_them() -> None:
    assert quotations("“”") == (Quotation(Span(0, 2), None, closed=True, mark="“", depth=0),)


@given(texts)
def test_bounds_hold_in_any_text(text: str) -> None:
    found = quotations(text)
    for one in found:
        assert one.span.end <= len(text)
        assert one.span.of(text).startswith(one.mark)
        if one.inner is not None:
            assert one.inner.start == one.span.start + len(one.mark)
            assert one.inner.within(one.span)
            assert one.closed == (one.inner.end < one.span.end)
    assert found == quotations(text)


@given(texts)
def test_any_two_are_disjoint_or_nested(text: str) -> None:
    found = quotations(text)
    assert all(a.span.start < b.span.start for a, b in pairwise(found))
    for place, one in enumerate(found):
        around = [a for a in found[:place] if a.span.overlaps(one.span)]
        assert len(around) == one.depth
        assert all(one.span.within(a.inner or a.span) for a in around)


@given(texts, texts)
def test_a_paragraph_is_read_by_itself(one: str, other: str) -> None:
    together = quotations(one + "\n\n" + other)
    by = len(one) + 2
    apart = [(q.span, q.depth) for q in quotations(one)]
    apart += [(q.span.shifted(by), q.depth) for q in quotations(other)]
    assert [(q.span, q.depth) for q in together] == apart


@pytest.mark.parametrize(
    "unit", ["“", '"', "'", "“a ", " 'a", "“‘", '“a‘b"c ', "s' ", '"a 5" b ', "„«»‹`「", "‘a\n"]
)
def test_hostile_texts_are_no_hang(unit: str) -> None:
    begun = process_time()
    quotations(unit * 50_000)
    assert process_time() - begun < 60  # linear takes about a second, quadratic an hour
