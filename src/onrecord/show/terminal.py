"""The record for people at a terminal: who, the cue, the form at the edge, and under it what was said.

Below the words stands what is known beside: the act, to whom, where and when. Commitments and positions come
after the statements; any layer can be shown by itself.

::

    Harbour board votes on the new pier
    report.txt · 2024-03-18 · 2 statements (1 direct, 1 indirect)
    ─────────────────────────────────────────────────────────────
     1  Maya Ortega · told                        line 3  direct
        “The mayor explained why she is worried,”
     2  └─ The mayor · explained                line 3  indirect
           why she is worried
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TextIO

from onrecord.show.characters import one_line
from onrecord.show.details import details, entries
from onrecord.show.order import Placed, facts, placed
from onrecord.show.wrapping import Run, Style, lines, painted, width_of
from onrecord.types import Reason, Record, Span, Statement

_FORM_STYLES: dict[str, Style] = {"direct": "direct", "mixed": "mixed", "indirect": "faint"}
_DOT: Run = (" · ", "faint")
# Under this many columns the line number gives way to the words.
_ROOMY = 60
# However deep it is nested, a statement keeps at least this many columns.
_LEAST = 24


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written on: its width in columns, and whether it shows colours."""

    width: int = 80
    colour: bool = False


ALL = "all"
"""Not one layer but the statements, then the commitments and positions that they show."""
_AFTER = ("commitments", "positions")


def write_text(records: Iterable[Record], stream: TextIO, sheet: Sheet, *, only: str = ALL) -> None:
    """Write each record as it comes, an empty line between two; of ``only`` one layer where one is named."""
    for index, record in enumerate(records):
        if index:
            stream.write("\n")
        stream.writelines(f"{line}\n" for line in text_lines(record, sheet, only=only))
        stream.flush()


def text_lines(record: Record, sheet: Sheet, *, only: str = ALL) -> Iterator[str]:
    """The lines that show one record: a header, its statements in the text's order, then what they show."""
    yield from (painted(line, colour=sheet.colour) for line in _all_lines(record, sheet.width, only))


def _all_lines(record: Record, width: int, only: str) -> Iterator[list[Run]]:
    yield from _header(record, width)
    if only in (ALL, "statements"):
        page = _Page(record, width)
        for place in placed(record.statements):
            if not place.branch and place.number > 1:
                yield []
            yield from page.entry(place)
    for layer in _AFTER if only == ALL else (only,):
        found = list(entries(record, layer))
        if found and only == ALL:
            yield []
            yield [(layer.capitalize(), "title")]
        yield from _entries(found, width)


def _entries(found: Iterable[tuple[str, str, str]], width: int) -> Iterator[list[Run]]:
    """The entries of a layer: who and what on the first lines, what is known beside them set in below."""
    for who, what, known in found:
        for index, line in enumerate(lines([(who, "source"), _DOT, (what, "plain")], max(_LEAST, width - 4))):
            yield [("    " if index else "  ", "plain"), *line]
        for line in lines([(known, "faint")], max(_LEAST, width - 4)):
            yield [("    ", "plain"), *line]


def _header(record: Record, width: int) -> Iterator[list[Run]]:
    yield from lines([(record.document.title or record.document.id, "title")], width)
    yield from lines([(" · ".join(facts(record)), "faint")], width)
    yield [("─" * width, "faint")]


class _Page:
    """One record being set: its text, where its lines begin, and how wide the column of numbers is."""

    def __init__(self, record: Record, width: int) -> None:
        self.text = record.document.text
        self.width = width
        self.digits = max(2, len(str(len(record.statements))))
        self.line_starts = [match.end() for match in re.finditer("\n", self.text)]

    def entry(self, place: Placed) -> Iterator[list[Run]]:
        """The lines of one statement: its head with the number, then its content set in below."""
        statement = place.statement
        first, rest = self._margins(place)
        room = max(_LEAST, self.width - width_of([(first, "plain")]))
        right = self._right(statement)
        head = lines(self._head(statement), max(_LEAST // 2, room - width_of(right) - 2))
        for index, line in enumerate(head):
            gap = room - width_of(line) - width_of(right)
            edge: list[Run] = [] if index else [(" " * max(2, gap), "plain"), *right]
            yield [(rest if index else first, "faint"), *line, *edge]
        for line in lines(self._content(statement), room):
            yield [(rest, "faint"), *line]
        for line in lines([(" · ".join(details(self.text, statement)), "faint")], room):
            yield [(rest, "faint"), *line]
        for reason in statement.speaker.why if statement.speaker else ():
            for line in lines(
                [(f"← {one_line(reason.span.of(self.text))}", "source"), self._because(reason)], room
            ):
                yield [(rest, "faint"), *line]

    @staticmethod
    def _because(reason: Reason) -> Run:
        return f": {reason.because} ({reason.score:.2f})", "faint"

    def _margins(self, place: Placed) -> tuple[str, str]:
        """What stands left of a statement's first line, and of its other lines."""
        number = f"{place.number:>{self.digits}}  "
        above = "".join("   " if last else "│  " for last in place.branch[:-1])
        if not place.branch:
            return number, " " * len(number)
        own, under = ("└─ ", "   ") if place.branch[-1] else ("├─ ", "│  ")
        return number + above + own, " " * len(number) + above + under

    def _head(self, statement: Statement) -> Iterator[Run]:
        written = self._joined(statement.source, "source")
        speaker = statement.speaker
        if speaker is None or any(run[0] == speaker.name for run in written):
            yield from written or [("(no source)", "absent")]
        else:
            yield speaker.name, "source"
            if written:
                shown: list[Run] = [(words, "faint") for words, _ in written]
                yield from [(" (", "faint"), *shown, (")", "faint")]
        if statement.cue:
            yield _DOT
            yield from self._joined(statement.cue, "cue")

    def _joined(self, spans: tuple[Span, ...], style: Style) -> list[Run]:
        between: Run = (" … ", "faint")
        return [run for span in spans for run in (between, (span.of(self.text), style))][1:]

    def _content(self, statement: Statement) -> Iterator[Run]:
        for index, span in enumerate(statement.content):
            if index:
                yield (" … ", "faint")
            yield from self._quoted(span, statement.verbatim)

    def _quoted(self, span: Span, verbatim: tuple[Span, ...]) -> Iterator[Run]:
        """The span's text, the words in ``verbatim`` set off from the others."""
        inside = [quoted for quoted in verbatim if quoted.overlaps(span)]
        edges = {edge for quoted in inside for edge in (quoted.start, quoted.end)}
        cuts = sorted({span.start, span.end, *(edge for edge in edges if span.start < edge < span.end)})
        for start, end in pairwise(cuts):
            own = any(quoted.start <= start < quoted.end for quoted in inside)
            yield (self.text[start:end], "verbatim" if own else "plain")

    def _right(self, statement: Statement) -> list[Run]:
        """What stands at the right edge: the line of the text where the statement begins, and its form."""
        form: Run = (f"{statement.form:>8}", _FORM_STYLES[statement.form])
        if self.width < _ROOMY:
            return [form]
        spans = (*statement.source, *statement.cue, *statement.content)
        start = min((span.start for span in spans), default=0)
        return [(f"line {bisect_right(self.line_starts, start) + 1}  ", "faint"), form]
