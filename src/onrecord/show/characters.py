"""Characters of untrusted texts made safe to show, and how many columns of a terminal they take.

A text may hold escape sequences that recolour, clear or retitle a terminal, and marks that turn the direction
of what follows (CVE-2021-42574, "Trojan Source"). Shown, each becomes a symbol that can be seen; the text in
the record stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
# Embeddings, overrides, isolates and their ends. The plain left-to-right and right-to-left marks, U+200E and
# U+200F, turn nothing by themselves, and Hebrew and Arabic text needs them.
_DIRECTION = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NAMED = (*range(0x80, 0xA0), *_DIRECTION, 0x2028, 0x2029)
_VISIBLE = _CONTROL_PICTURES | {0x7F: "␡"} | {code: f"[U+{code:04X}]" for code in _NAMED}
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    """``text`` with control characters, changes of direction and lone surrogates as symbols.

    Tabs and line ends stay. Characters that format a word (joiners, combining marks) stay too.
    """
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text.translate(_VISIBLE))


def one_line(text: str) -> str:
    """``text`` made visible on one line: each run of spaces, tabs and line ends is one space."""
    return _SPACES.sub(" ", visible(text)).strip(" ")


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes (Unicode Standard Annex 11, East Asian Width)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of_one, text))


def _columns_of_one(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
