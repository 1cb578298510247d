"""Styled words in lines of a given width: what the terminal view is set with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.show.characters import columns, visible

Style = Literal["plain", "title", "source", "cue", "verbatim", "faint", "direct", "mixed", "absent"]
Run = tuple[str, Style]
"""A stretch of text in one style."""
Word = tuple[Run, ...]
"""What may not be broken: runs without a space."""

# "Select Graphic Rendition" of ECMA-48; the sixteen colours that every theme defines, so that both dark and
# light terminals keep their contrast.
_CODES: dict[Style, str] = {
    "title": "1", "source": "1", "cue": "36", "verbatim": "32", "faint": "2", "direct": "32", "mixed": "33",
    "absent": "2;3",
}  # fmt: skip
_GAP = re.compile(r"[ \t\r\n]+")


def painted(runs: Iterable[Run], *, colour: bool) -> str:
    """The runs as one string, with escape sequences for their styles where ``colour`` is asked for."""
    if not colour:
        return "".join(text for text, _ in runs)
    return "".join(f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style in _CODES else text for text, style in runs)


def width_of(runs: Iterable[Run]) -> int:
    """The columns that the runs take."""
    return sum(columns(text) for text, _ in runs)


def words(runs: Iterable[Run]) -> Iterator[Word]:
    """Cut runs into words at spaces, tabs and line ends; a word may change its style midway.

    Control characters become visible here, so nothing of a text reaches the terminal around this function.
    """
    word: list[Run] = []
    for text, style in runs:
        for index, piece in enumerate(_GAP.split(visible(text))):
            if index and word:
                yield tuple(word)
                word = []
            if piece:
                word.append((piece, style))
    if word:
        yield tuple(word)


def lines(runs: Iterable[Run], width: int) -> Iterator[list[Run]]:
    """Set the words of ``runs`` in lines of at most ``width`` columns, at least one column each."""
    line: list[Run] = []
    used = 0
    for word in (part for whole in words(runs) for part in _cut(whole, max(width, 2))):
        needed = width_of(word)
        if line and used + 1 + needed > width:
            yield line
            line, used = [], 0
        if line:
            line.append((" ", "plain"))
            used += 1
        line.extend(word)
        used += needed
    if line:
        yield line


def _cut(word: Word, width: int) -> Iterator[Word]:
    """The word whole where it fits a line, else in parts that do (an address, or a script without spaces)."""
    if width_of(word) <= width:
        yield word
        return
    part: list[Run] = []
    used = 0
    for text, style in word:
        for character in text:
            needed = columns(character)
            if used + needed > width:
                yield tuple(part)
                part, used = [], 0
            part = _added(part, character, style)
            used += needed
    yield tuple(part)


def _added(part: list[Run], character: str, style: Style) -> list[Run]:
    if part and part[-1][1] == style:
        return [*part[:-1], (part[-1][0] + character, style)]
    return [*part, (character, style)]
