"""A text as the encoder sees it: word pieces, their shapes, and the words they spell.

The encoder is uncased and blind to layout, so each piece carries a second symbol, its *shape*: how its word
is capitalised and what white space stands before it. Words are the stretches that BERT's pre-tokenizer cuts
at white space and punctuation; spans begin and end at words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.types import Span

CASES = ("other", "lower", "title", "upper", "initial", "mixed", "digit")
LAYOUTS = ("joined", "space", "line", "continued")
SHAPES = len(CASES) * len(LAYOUTS)

_FINAL = np.array([ord(c) for c in '.!?”"'], dtype=np.uint32)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text.

    Attributes:
        ids: (pieces,) vocabulary ids, without special tokens.
        shapes: (pieces,) case and layout of each piece, below ``SHAPES``.
        firsts: (words,) index of each word's first piece.
        starts: (words,) code-point offset of each word's first character.
        ends: (words,) code-point offset after each word's last character.
        breaks: (words,) 2 where a word opens a line, 1 where it opens a sentence, else 0.
    """

    ids: Ints
    shapes: Ints
    firsts: Ints
    starts: Ints
    ends: Ints
    breaks: Ints

    def __len__(self) -> int:
        return len(self.firsts)

    def piece_bounds(self, first: int, last: int) -> tuple[int, int]:
        """The half-open range of pieces that words ``first`` to ``last`` (exclusive) are made of."""
        end = int(self.firsts[last]) if last < len(self.firsts) else len(self.ids)
        return int(self.firsts[first]), end

    def part(self, first: int, last: int) -> Pieces:
        """The words ``first`` to ``last`` (exclusive) alone, their characters counted as before."""
        low, high = self.piece_bounds(first, last) if first < last else (0, 0)
        words = (x[first:last] for x in (self.firsts - low, self.starts, self.ends, self.breaks))
        return Pieces(self.ids[low:high], self.shapes[low:high], *words)

    def span(self, first: int, last: int) -> Span:
        """The characters of words ``first`` to ``last``, both inclusive."""
        return Span(int(self.starts[first]), int(self.ends[last]))


@lru_cache(maxsize=1 << 16)
def case_of(word: str) -> int:
    """The index in ``CASES`` of how ``word`` is capitalised."""
    if not any(c.isalpha() for c in word):
        return CASES.index("digit" if any(c.isdigit() for c in word) else "other")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("initial" if len(word) == 1 else "upper")
    return CASES.index("title" if word[0].isupper() and word[1:].islower() else "mixed")


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut ``text`` into pieces. Characters that the vocabulary's normaliser drops belong to no word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int64)
    places = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    word = np.array(encoding.word_ids, dtype=np.int64)
    firsts = np.flatnonzero(np.diff(word, prepend=-1))
    starts = places[firsts, 0]
    ends = places[np.append(firsts[1:], len(ids)) - 1, 1] if len(ids) else starts
    layouts, breaks = _layouts(text, starts, ends)
    shapes = np.full(len(ids), LAYOUTS.index("continued"), dtype=np.int64)
    shapes[firsts] = layouts
    cases = [case_of(text[a:b]) for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    lengths = np.diff(np.append(firsts, len(ids)))
    shapes += np.repeat(np.array(cases, dtype=np.int64), lengths) * len(LAYOUTS)
    return Pieces(ids, shapes, firsts, starts, ends, breaks)


def _layouts(text: str, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The layout of each word, by the white space before it, and what it opens: see ``Pieces.breaks``."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lines = np.concatenate(([0], np.cumsum((codes == ord("\n")) | (codes == ord("\r")))))
    before = np.concatenate(([0], ends[:-1])) if len(ends) else ends
    layouts = np.where(starts > before, LAYOUTS.index("space"), LAYOUTS.index("joined"))
    for word in np.flatnonzero(lines[starts] > lines[before]).tolist():
        if text[before[word] : starts[word]].isspace():
            layouts[word] = LAYOUTS.index("line")
    layouts[:1] = LAYOUTS.index("line")
    sentence = (layouts == LAYOUTS.index("space")) & np.isin(codes[before - 1], _FINAL)
    return layouts, np.where(layouts == LAYOUTS.index("line"), 2, sentence.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` (exclusive) of a text; those before ``fresh`` are only context."""

    first: int
    last: int
    fresh: int


def windows(pieces: Pieces, size: int, context: int) -> Iterator[Window]:
    """Cut a text into windows of at most ``size`` pieces that prefer to end where a line or sentence does.

    Each window but the first repeats up to ``context`` pieces of the one before, from the start of a
    sentence where there is one, so that no word is read without what precedes it.
    """
    edges = np.append(pieces.firsts, len(pieces.ids))
    first = fresh = 0
    while fresh < len(pieces):
        limit = int(np.searchsorted(edges, edges[first] + size, side="right")) - 1
        last = len(pieces) if limit >= len(pieces) else _best_cut(pieces.breaks, fresh, limit)
        yield Window(first, last, fresh)
        fresh = last
        first = _context_start(pieces, edges, last, context)


def _best_cut(breaks: Ints, fresh: int, limit: int) -> int:
    """The last place in the final third of ``fresh..limit`` to cut at: a line's start, else a sentence's."""
    limit = max(limit, fresh + 1)
    low = max(fresh + 1, limit - (limit - fresh) // 3)
    for level in (2, 1):
        found = np.flatnonzero(breaks[low : limit + 1] >= level)
        if len(found):
            return low + int(found[-1])
    return limit


def _context_start(pieces: Pieces, edges: Ints, last: int, context: int) -> int:
    if last >= len(pieces):
        return last
    low = int(np.searchsorted(edges, edges[last] - context, side="left"))
    opening = np.flatnonzero(pieces.breaks[low:last])
    return low + int(opening[0]) if len(opening) else low


def words_in(pieces: Pieces, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The first and last word (inclusive) that each span touches; spans without a word are left out."""
    found = []
    for span in spans:
        first = int(np.searchsorted(pieces.ends, span.start, side="right"))
        last = int(np.searchsorted(pieces.starts, span.end, side="left")) - 1
        if first <= last:
            found.append((first, last))
    return found
