"""A text as words: each with its place, and a key that typography does not change."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.types import Span

# In this order: abbreviations with full stops (U.S.), numbers (1,000.5 and 7th), signs that are read as
# words, words whose first letter an editor changed, words with inner apostrophes. Hyphens divide words:
# "come-to-Jesus" is "come to Jesus".
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?![A-Za-z])"
    r"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?"
    r"|[%$€£&]"
    r"|\[[^\W\d_]\](?:[^\W_][̀-ͯ]*)+"  # [T]hey
    r"|['’‘](?:em|til|cause|tis|twas)\b"
    r"|(?:[^\W_][̀-ͯ]*)+(?:['’ʼ](?:[^\W_][̀-ͯ]*)+)*"
)
_BOUNDARY = re.compile(r"[.!?…][\"'”’)\]]*\s|[.!?…]$|\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov pres gen col lt sgt capt maj prof rev st jr sr vs dept inc co corp ltd no "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
KEPT = 2000
"""Characters up to which what was made of a text is kept for the next comparison with it."""
_OPENS = frozenset("\"“‘'([:")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        key: the word without case and typography; what comparisons look at.
        start: code point where it begins.
        end: code point after it.
        first: whether it begins a sentence, a parenthesis or what follows a colon, so that its capital says
            nothing.
        capital: whether it begins with a capital letter.
        bracketed: whether it stands in square brackets, as an editor's own word.
    """

    key: str
    start: int
    end: int
    first: bool = False
    capital: bool = False
    bracketed: bool = False

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


def under(word: Word, key: str) -> Word:
    """``word`` with another key."""
    return word if word.key == key else replace(word, key=key)


def words(text: str) -> list[Word]:
    """The words of ``text`` in order; time is linear in its length."""
    return list(_kept(text)) if len(text) <= KEPT else _words(text)


@lru_cache(maxsize=2048)
def _kept(text: str) -> tuple[Word, ...]:
    return tuple(_words(text))


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    reach, depth = 0, 0
    for match in _WORD.finditer(text):
        gap = text[reach : match.start()]
        depth = _depth(depth, gap)
        first = not found or _begins(gap, found[-1].key, match[0])
        capital = match[0].lstrip("[")[0].isupper()
        found.append(Word(key_of(match[0]), match.start(), match.end(), first, capital, depth > 0))
        reach = match.end()
    return found


@lru_cache(maxsize=65_536)
def key_of(word: str) -> str:
    """``word`` without case, typographic apostrophes, compatibility forms, and commas in numbers."""
    plain = word.casefold() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
    plain = plain.replace("[", "").replace("]", "").replace("’", "'").replace("ʼ", "'").replace("‘", "'")
    if plain[:1].isdigit():
        return re.sub(r",(?=\d{3})", "", plain)
    return plain.removesuffix(".")


def keys(text: str) -> list[str]:
    """The keys of the words of ``text``."""
    return [key_of(match[0]) for match in _WORD.finditer(text)]


def sentence_starts(text: str, found: list[Word]) -> frozenset[int]:
    """The indexes, 0 left out, of the words of ``found`` that begin a sentence of ``text``."""
    return frozenset(
        i for i in range(1, len(found))
        if _ends_sentence(text[found[i - 1].end : found[i].start], found[i - 1].key, text[found[i].start])
    )  # fmt: skip


def _ends_sentence(gap: str, before: str, after: str) -> bool:
    if not _BOUNDARY.search(gap) or after.islower():
        return False
    return not (gap.startswith(".") and before in _ABBREVIATIONS)


def _begins(gap: str, before: str, word: str) -> bool:
    return bool(_OPENS.intersection(gap)) or _ends_sentence(gap, before, word[0])


def _depth(depth: int, gap: str) -> int:
    """How many square brackets are open after ``gap``; a stray closing one closes nothing."""
    for sign in gap:
        if sign == "[":
            depth += 1
        elif sign == "]":
            depth = max(0, depth - 1)
    return depth
