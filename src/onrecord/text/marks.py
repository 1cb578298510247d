"""Where a text has quotation marks, and which side of a quotation each one can stand on.

A mark's side is told from the mark itself or, where that is ambiguous, from its neighbours. Apostrophes and
the signs of feet and inches are told apart here as far as their neighbours allow; what they leave open is
settled in :mod:`onrecord.text.quotations`, which knows what is open at that point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner", "half corner"]
Side = Literal["open", "close", "either", "neither", "apostrophe"]

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(['"', "＂", "“", "”", "„", "‟", "〝", "〞", "〟", "''", "``", "‘‘", "’’"], "double"),
    **dict.fromkeys(["'", "＇", "‘", "’", "‚", "‛", "`"], "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("｢｣", "half corner"),
}
STRAIGHT = frozenset(['"', "＂", "''"])
OPENERS = frozenset(["„", "‟", "〝", "``", "‘‘", "‚", "‛", "«", "‹", "「", "『", "｢"])
CLOSERS = frozenset(["〞", "〟", "’’", "」", "』", "｣"])
REVERSIBLE = frozenset(["”", "»", "›"])
"""Closing marks that open in some countries: Swedish ”so” and »so», German and Danish »so«."""
AROUND = " \t\r\n“”\"„«»‘’'`"
"""White space and the usual quotation marks, as they stand around words and are no part of them."""

_APOSTROPHES = "'‘’＇"
# Three single marks in a row are a single and a doubled one; a closing single comes first, an opening one
# last. Single marks within a word are apostrophes and no match; the 'n' of rock 'n' roll is matched whole, to
# be passed over.
_MARK = re.compile(
    r"""["＂“”„‟〝〞〟«»‹›「」『』｢｣‚‛]"""
    r"""|(?<!\w)['’‘]n['’](?!\w)"""
    r"""|(?<=\S)['’](?=(['’])\1(?!\1))|''|’’|‘‘|``"""
    rf"""|(?<!\w)[{_APOSTROPHES}`]|[{_APOSTROPHES}`](?!\w)"""
)
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# Words that have lost their beginning, and years: 'em, ’tis, '90s, ’16.
_ELISION = re.compile(r"(?:\d\ds?|em|tis|twas|twere|til|cuz|coz|bout|neath)(?!\w)", re.IGNORECASE)
_FEET = re.compile(r"\d ?['’′] ?\d{1,2}$")
_BEFORE_OPENING = frozenset("([{<—–-―/=")
_BRACKETS = frozenset("([{<")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, or what may be one, in a text.

    Attributes:
        start: code point where it begins.
        end: code point after it; doubled marks ('' and ``) are two characters.
        sign: the mark itself.
        side: what its neighbours say: it opens, closes, could do both, looks like neither, or is no mark.
        first: nothing but white space and other marks stand before it in its paragraph.
        weak: it closes in form, but may as well be a possessive (the Browns' house) or inches (a 5" pipe).
    """

    start: int
    end: int
    sign: str
    side: Side
    first: bool
    weak: bool

    @property
    def family(self) -> Family:
        """Which marks it goes together with."""
        return FAMILIES[self.sign]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each paragraph: a line, or several where lines are wrapped within sentences.

    A line is taken to go on in the next one when it breaks off after a letter, a digit or a comma and the
    next one begins with a small letter.
    """
    start = end = -1
    for line in _LINE.finditer(text):
        if start >= 0 and _is_wrapped(text, end, line.start()):
            end = line.end()
            continue
        if start >= 0:
            yield start, end
        start, end = line.span()
    if start >= 0:
        yield start, end


def _is_wrapped(text: str, end: int, start: int) -> bool:
    gap = text[end : min(start, end + 3)]
    last = text[end - 2] if text[end - 1] == " " and end > 1 else text[end - 1]
    return gap in {"\n", "\r\n"} and (last == "," or last.isalnum()) and text[start].islower()


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of the paragraph ``text[start:end]``, in order; linear in its length."""
    found: list[Mark] = []
    reach, before, first = -1, "", True
    for match in _MARK.finditer(text, start, end):
        sign = match[0]
        if sign not in FAMILIES:  # 'n'
            first = False
            continue
        if match.start() != reach:  # a mark right after another one has the other one's left neighbour
            before = text[match.start() - 1] if match.start() > start else ""
            first = first and not text[start : match.start()].strip() if not found else False
        reach = match.end()
        after = text[reach] if reach < end else ""
        side = _side(text, match.start(), before, after, sign)
        if side != "apostrophe":
            weak = side == "close" and _is_weak(text, match.start(), reach, end, sign)
            found.append(Mark(match.start(), reach, sign, side, first, weak))
    return found


def _side(text: str, start: int, before: str, after: str, sign: str) -> Side:
    opens, closes = _can_open(before, after), _can_close(before, after)
    if FAMILIES[sign] == "single":
        return _single_side(text, start, sign, opens=opens, closes=closes)
    if sign in STRAIGHT:
        return _straight_side(text, start, before, after, sign)
    if sign in OPENERS:
        return "open"
    if sign in CLOSERS:
        return "close"
    if sign == "“":  # closes „low-high“ marks, and is typed for ” at times
        return "either" if (closes and not opens) or not after.strip() else "open"
    return "either" if opens and not closes else "close"


def _single_side(text: str, start: int, sign: str, *, opens: bool, closes: bool) -> Side:
    """The side of a single mark; most are apostrophes."""
    if sign == "’":
        return "close" if closes else "apostrophe"
    if sign in {"‚", "‛"}:
        return "open"
    if not closes and _ELISION.match(text, start + 1):
        return "apostrophe"
    if sign == "‘" and not closes:  # sloppy spacing does not make it an apostrophe
        return "open" if opens or _is_word(text[start + 1 : start + 2]) else "apostrophe"
    if opens or closes:
        return "either" if opens and closes else "open" if opens else "close"
    return "apostrophe"


def _straight_side(text: str, start: int, before: str, after: str, sign: str) -> Side:
    """The side of a straight double mark, which is an inch sign after feet and between digits and letters."""
    if before.isdecimal() and (_is_word(after) or _FEET.search(text, max(0, start - 6), start)):
        return "apostrophe"
    if sign == "''" and _is_word(before) and _is_word(after):
        return "apostrophe"
    opens, closes = _can_open(before, after), _can_close(before, after)
    if opens == closes:
        return "either" if opens else "neither"
    return "open" if opens else "close"


def _can_open(before: str, after: str) -> bool:
    """Whether a mark between these neighbours ("" at the paragraph's ends) stands as an opening one does."""
    outside = not before or before.isspace() or before in _BEFORE_OPENING
    return outside and bool(after) and not after.isspace()


def _can_close(before: str, after: str) -> bool:
    """Whether a mark between these neighbours ("" at the paragraph's ends) stands as a closing one does."""
    return bool(before) and not before.isspace() and before not in _BRACKETS and not _is_word(after)


def _is_word(character: str) -> bool:
    return character.isalnum()


def _is_weak(text: str, start: int, reach: int, end: int, sign: str) -> bool:
    """Whether a mark that stands as a closing one may be a possessive, a dropped letter, feet or inches."""
    before = text[max(0, start - 2) : start]
    followed = text[reach : min(reach + 2, end)]
    if not (len(followed) == 2 and followed[0].isspace() and followed[1].isalnum()):
        return False
    if sign in STRAIGHT:
        return before[-1:].isdecimal()
    is_possessive = before[-1:] in set("sSxXzZ") or before.lower() == "in"
    return sign in {"'", "’"} and (is_possessive or before[-1:].isdecimal())
