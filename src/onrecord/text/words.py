"""The words of a text with their places, and a way to look around a place word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.types import Span

# Initialisms with their full stops ("U.S.", "D-N.Y."), numbers with theirs ("1,000", "3.5"), clitics after
# an apostrophe ("Israel’s", "he’ll"; "don’t" stays whole), words with inner hyphens, then any mark.
_WORD = re.compile(
    r"(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?!\w)"
    r"|['’](?:s|re|ve|ll|d|m)(?!\w)"
    r"|[@#]?\w+(?:(?:[\-‑.]|['’](?!(?:s|re|ve|ll|d|m)(?!\w)))\w+)*"
    r"|\.\.\.|--|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation.

    Attributes:
        start: code point where it begins.
        end: code point after it.
        text: its characters.
        low: the same in small letters, with a straight apostrophe.
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def is_name_like(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation and no word."""
        return not any(character.isalnum() for character in self.text)


class Words:
    """The words of a text in order, found once and looked up by place; linear in the length of the text.

    Args:
        text: the text.

    Attributes:
        text: the text.
        all: its words, in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = tuple(
            Word(m.start(), m.end(), m[0], m[0].lower().replace("’", "'")) for m in _WORD.finditer(text)
        )
        self._starts = [word.start for word in self.all]

    def first_at(self, place: int) -> int:
        """Index of the first word that begins at ``place`` or after it, ``len(all)`` where none does."""
        return bisect_left(self._starts, place)

    def within(self, span: Span) -> tuple[Word, ...]:
        """The words that begin in ``span``."""
        return self.all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def lows(self, span: Span) -> tuple[str, ...]:
        """The words that begin in ``span``, in small letters."""
        return tuple(word.low for word in self.within(span))
