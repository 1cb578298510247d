"""A text with its words and sentences, found once for all the steps that look around a statement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.text.sentences import sentence_at, sentences
from onrecord.text.words import Word, Words
from onrecord.types import Span, Statement


class Passage:
    """A text, its words and its sentences; made in time linear in the length of the text.

    Args:
        text: the text.

    Attributes:
        text: the text.
        words: its words by place.
        sentences: its sentences, in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = Words(text)
        self.sentences = sentences(text)

    def sentence(self, place: int) -> Span:
        """The sentence that ``place`` is in, or the one that ended last before it."""
        return sentence_at(self.sentences, place) or Span(0, max(1, len(self.text)))

    def words_of(self, spans: Sequence[Span]) -> tuple[Word, ...]:
        """The words that begin in any of ``spans``, in the order of the spans."""
        return tuple(word for span in spans for word in self.words.within(span))

    def before(self, place: int, count: int) -> tuple[Word, ...]:
        """At most ``count`` words that begin before ``place``, within its sentence, in order."""
        at = self.words.first_at(place)
        start = self.sentence(max(0, place - 1)).start
        return tuple(word for word in self.words.all[max(0, at - count) : at] if word.start >= start)

    def after(self, place: int, count: int) -> tuple[Word, ...]:
        """At most ``count`` words that begin at ``place`` or after it, within the sentence before it."""
        at = self.words.first_at(place)
        end = self.sentence(max(0, place - 1)).end
        return tuple(word for word in self.words.all[at : at + count] if word.start < end)


@lru_cache(maxsize=2)
def passage(text: str) -> Passage:
    """The passage of ``text``; the steps over one document share it."""
    return Passage(text)


def extent(statement: Statement) -> Span:
    """From the first to the last character of a statement's source, cue and content."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
