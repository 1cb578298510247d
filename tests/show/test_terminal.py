"""What a person sees in a terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.characters import columns
from onrecord.show.order import placed
from onrecord.show.terminal import Sheet, text_lines, write_text
from onrecord.show.wrapping import lines, painted
from onrecord.types import Document, Record, Span, Statement

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
SHOWN = """\
Board told of the pier
pier.txt · 2024-03-18 · 5 statements (1 direct, 2 mixed, 2 indirect)
──────────────────────────────────────────────────────────────────────
 1  Maya Ortega · told                                line 1    direct
    “The mayor explained why she is worried about the pier,”
 2  └─ The mayor · explained                          line 1  indirect
       why she is worried about the pier
 3     └─ she · worried                               line 1  indirect
          about the pier

 4  (no source) · reported                            line 3     mixed
    “no money” is left

 5  Ortega · warned                                   line 3     mixed
    the pier … “will not last.”
"""


def shown(record: Record, sheet: Sheet) -> str:
    stream = io.StringIO()
    write_text([record], stream, sheet)
    return stream.getvalue()


def quoted(text: str, verbatim: tuple[Span, ...] = ()) -> Record:
    whole = (Span(0, len(text)),)
    return Record(Document("d", text), (Statement("s", None, whole, (), whole, "indirect", verbatim, 1.0),))


def test_a_record_is_shown_like_this(record: Record) -> None:
    assert shown(record, Sheet(width=70)) == SHOWN


def test_colours_change_no_character(record: Record) -> None:
    coloured = shown(record, Sheet(width=70, colour=True))
    assert coloured != SHOWN
    assert ESCAPES.sub("", coloured) == SHOWN


def test_the_words_in_quotation_marks_are_set_off(record: Record) -> None:
    coloured = shown(record, Sheet(width=70, colour=True))
    assert "“\x1b[32mno\x1b[0m \x1b[32mmoney\x1b[0m” is left" in coloured
    assert "\x1b[32mThe\x1b[0m" in coloured
    assert "\x1b[32mwhy" not in coloured


def test_where_the_terminal_is_narrow_the_words_have_the_room(record: Record) -> None:
    narrow = shown(record, Sheet(width=40))
    assert "line 1" not in narrow
    assert " 2  └─ The mayor · explained    indirect\n" in narrow


def test_siblings_hang_on_one_line() -> None:
    whole = (Span(0, 3),)
    statements = tuple(
        Statement(name, parent, whole, (), whole, "indirect", (), 1.0)
        for name, parent in [("a", None), ("b", "a"), ("c", "b"), ("d", "a")]
    )
    tree = [line.split("one")[0] for line in text_lines(Record(Document("d", "one"), statements), Sheet(60))][
        3:
    ]
    assert tree == [" 1  ", "    ", " 2  ├─ ", "    │  ", " 3  │  └─ ", "    │     ", " 4  └─ ", "       "]


def test_a_statement_whose_parent_is_missing_is_shown_all_the_same(record: Record) -> None:
    orphan = replace(record.statements[1], parent="gone")
    assert [(place.number, place.branch) for place in placed([orphan])] == [(1, ())]


def test_a_chain_of_any_depth_is_shown() -> None:
    whole = (Span(0, 3),)
    chain = tuple(
        Statement(str(n), str(n - 1) if n else None, whole, (), whole, "indirect", (), 1.0)
        for n in range(1010)
    )
    assert len(list(text_lines(Record(Document("d", "one"), chain), Sheet(80)))) == 3 + 2 * 1010


def test_no_statement_is_said_plainly() -> None:
    assert "no statements found" in shown(Record(Document("d", "text"), ()), Sheet())


def test_paragraphs_and_escapes_in_a_text_do_not_reach_the_terminal() -> None:
    sheet = shown(quoted("\x1b]0;owned\x07 one\r\n\r\ntwo\u202ethree"), Sheet(colour=True))
    assert "\x1b]" not in sheet
    assert "\x07" not in sheet
    assert "\r" not in sheet
    assert "␛]0;owned␇ one two[U+202E]three" in ESCAPES.sub("", sheet)


def test_a_title_and_a_publisher_are_untrusted_too() -> None:
    record = Record(Document("a\x1b[2Jb", "text", title="x\x1b[2J", publisher="\x9b1m"), ())
    assert "\x1b[2J" not in shown(record, Sheet(colour=True))
    assert "\x9b" not in shown(record, Sheet(colour=True))


@given(st.text(st.characters(), min_size=1, max_size=80), st.integers(30, 100))
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    for line in text_lines(quoted(text), Sheet(width)):
        assert columns(line) <= width


@given(st.text(st.characters(), min_size=1, max_size=80), st.data())
def test_every_character_of_a_content_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole = "".join("".join(text_lines(quoted(text), Sheet(40))).split())
    marked = "".join("".join(text_lines(quoted(text, (Span(start, end),)), Sheet(40))).split())
    assert marked == whole


@pytest.mark.parametrize("word", ["a" * 95, "橋" * 50])
def test_a_word_longer_than_a_line_is_cut(word: str) -> None:
    cut = [painted(line, colour=False) for line in lines([(word, "plain")], 20)]
    assert "".join(cut) == word
    assert max(map(columns, cut)) == 20
