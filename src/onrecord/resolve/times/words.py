"""A text as words with places: what the grammar reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.types import Span

# Figures keep the marks within them (10:30, 1,000, 3.5, 3/4), words are letters only; linear.
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[^\w\s]|_")
_ENDS = frozenset(".!?:;\"”’'`)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text``; a position is an index into the lists, which are of one length.

    Attributes:
        text: the text.
        shown: each word or mark as it stands there.
        lower: the same in small letters.
        starts: code point where each begins.
        ends: code point after each.
        fresh: whether a new paragraph begins there.
    """

    text: str
    shown: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)

    def at(self, position: int) -> str:
        """The word there in small letters, "" before and after the text and at a paragraph's beginning."""
        return self.lower[position] if 0 <= position < len(self.lower) else ""

    def run(self, position: int, phrase: tuple[str, ...]) -> bool:
        """Whether ``phrase`` stands at ``position``, in one paragraph."""
        end = position + len(phrase)
        return tuple(self.lower[position:end]) == phrase and not any(self.fresh[position + 1 : end])

    def glued(self, position: int) -> bool:
        """Whether nothing stands between the word there and the one before it."""
        return 0 < position < len(self.starts) and self.ends[position - 1] == self.starts[position]

    def joined(self, position: int) -> bool:
        """Whether the word there belongs to the paragraph of the one before it."""
        return 0 < position < len(self.fresh) and not self.fresh[position]

    def capital(self, position: int) -> bool:
        """Whether the word there begins with a capital."""
        return 0 <= position < len(self.shown) and self.shown[position][0].isupper()

    def span(self, start: int, end: int) -> Span:
        """The characters of the words ``start`` to ``end``, the last excluded."""
        return Span(self.starts[start], self.ends[end - 1])


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of ``text``; time and memory are linear in its length.

    The last text's are kept, for those who ask about one statement after the other; do not alter them.
    """
    words = Words(text)
    end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        words.shown.append(word)
        words.lower.append(word.lower())
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.fresh.append(match.start() - end > 0 and _is_break(text, end, match.start()))
        end = match.end()
    return words


def _is_break(text: str, end: int, start: int) -> bool:
    """Whether the white space ``text[end:start]`` divides paragraphs, and does not only wrap a line."""
    gap = text[end:start]
    if "\n" not in gap and "\r" not in gap:
        return False
    if end == 0 or gap.count("\n") > 1:
        return True
    return text[end - 1] in _ENDS and not text[start].islower() and not text[start].isdecimal()
