"""The lie of a text: its words, sentences, paragraphs and quotations, found once and looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolve.people.namesakes import namesakes
from onrecord.resolve.people.words import ABBREVIATIONS
from onrecord.text.marks import paragraphs
from onrecord.text.quotations import quotations
from onrecord.types import Span

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|[@#]?[^\W_](?:\w|[\u0300-\u036f]|[.'’&/@\x80-\x9f¡-ª¬-º¼-¿-](?=\w))*"
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-zà-ÿ])|:(?=\s+[\"“‘])")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_PREFIXED = re.compile(
    r"(?:al|el|ul|ur|a[dnrstz]|a?sh)-[^\W\d_a-zà-ÿ]|[dl]['’][^\W\d_a-zà-ÿ]"
)  # al-Assad, d'Estaing
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, without a possessive ending, which ``end`` leaves out and ``full`` does not."""

    start: int
    end: int
    full: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does."""
        first = self.text[0]
        if _PREFIXED.match(self.text):
            return True
        return first.isupper() or first.istitle() or (first == "@" and len(self.text) > 1)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's or an apostrophe."""
        return self.full > self.end


class Layout:
    """Words, sentences, paragraphs and outermost quotations of a text; time linear in its length.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(_words(text))
        self.starts = [w.start for w in self.words]
        bounds = list(paragraphs(text))
        self.paragraph_starts = [start for start, _ in bounds]
        self.sentence_starts = [s for start, end in bounds for s in _sentences(text, start, end)]
        self.quotes = [q.span for q in quotations(text) if q.depth == 0]
        self._quote_starts = [q.start for q in self.quotes]
        self.namesakes = namesakes(self.words, self.opens)

    def sentence(self, place: int) -> int:
        """Number of the sentence that ``place`` stands in, from 0."""
        return max(0, bisect_right(self.sentence_starts, place) - 1)

    def paragraph(self, place: int) -> int:
        """Number of the paragraph that ``place`` stands in, from 0."""
        return max(0, bisect_right(self.paragraph_starts, place) - 1)

    def quote(self, place: int) -> int:
        """Number of the outermost quotation that ``place`` stands in, or -1."""
        at = bisect_right(self._quote_starts, place) - 1
        return at if at >= 0 and place < self.quotes[at].end else -1

    def sentence_start(self, number: int) -> int:
        """Where sentence ``number`` begins."""
        return self.sentence_starts[number] if self.sentence_starts else 0

    def first_word(self, place: int) -> int:
        """Index of the first word that begins at ``place`` or later."""
        return bisect_left(self.starts, place)

    def words_in(self, span: Span) -> list[Word]:
        """The words that begin within ``span``."""
        return self.words[self.first_word(span.start) : self.first_word(span.end)]

    def gap(self, index: int) -> str:
        """The characters between word ``index`` and the one after it, possessive ending left out."""
        return self.text[self.words[index].full : self.words[index + 1].start]

    def opens(self, index: int) -> bool:
        """Whether word ``index`` begins a sentence, a quotation or a paragraph."""
        if index == 0:
            return True
        place = self.words[index].start
        at = bisect_right(self.sentence_starts, place) - 1
        if at >= 0 and not self.text[self.sentence_starts[at] : place].strip("\"'“”‘’«»([ \t\n—–-•*"):
            return True
        return self.text[place - 1] in '“"‘«' or self.gap(index - 1)[:1] in {":", "—", "•"}


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        found, start, full = match[0], match.start(), match.end()
        if (
            full < len(text)
            and text[full] in "'’"
            and found[-1] in "sS"
            and text[full + 1 : full + 2] in {" ", "\u00a0"}
        ):
            full += 1  # Sanders' wife
        ending = _POSSESSIVE.search(text[start:full])
        end = start + ending.start() if ending and ending.start() else full
        shown = text[start:end]
        yield Word(start, end, full, shown, shown.lower().replace("’", "'"))


def _sentences(text: str, start: int, end: int) -> Iterator[int]:
    yield start
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "." or not _is_abbreviation(text, start, match.start()):
            yield (
                match.end()
                + len(text[match.end() : match.end() + 20])
                - len(text[match.end() : match.end() + 20].lstrip())
            )


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it."""
    before = text[max(start, dot - 12) : dot]
    last = re.split(r"[^\w.]", before)[-1]
    return last.lower() in ABBREVIATIONS or (bool(_DOTTED.match(last)) and last != "I")
