"""What to read inside contents: the stretches that may hold attributions of their own.

The head for the second level learnt from a second reading, and misses some of what that would find. So
where a sentence of a content has a word that plainly tells of saying, thinking or wishing, and no nested
attribution has that word, the sentence is read a second time after all. Only what is sure enough is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate.doubt import is_plain, telling_words
from onrecord.text.marks import AROUND
from onrecord.text.sentences import sentences
from onrecord.types import Attribution, Span

SHORTEST = 4  # words a content needs to hold an attribution of its own
SURE = 0.25  # confidence of what a sentence read again must reach; chosen on the labels of dev
JOINING = re.compile(r"(?:that|if|whether)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text to read.

    Attributes:
        span: the stretch.
        parent: index of the attribution in whose content it stands, if any.
        again: whether that content has been read before.
        known: what is known in it already: cues and contents of attributions.
    """

    span: Span
    parent: int | None
    again: bool = False
    known: tuple[Span, ...] = ()


def places_in(found: Sequence[Attribution], indices: Iterable[int], text: str) -> Iterator[Place]:
    """What to read inside the contents of the attributions at ``indices``."""
    for index in indices:
        for span in readable(found[index].content, text):
            yield Place(span, index)


def readable(content: Iterable[Span], text: str) -> Iterator[Span]:
    """The stretches of a content to read again, as sentences of their own would stand.

    Quotation marks around the whole are left off, and a "that" which only joins it to its reporting clause.
    """
    for span in content:
        stretch = span.of(text)
        start = span.start + len(stretch) - len(stretch.lstrip(AROUND))
        # a closing mark goes only with an opening one: inside the content it may close an inner quotation
        end = span.start + len(stretch.rstrip(AROUND)) if start > span.start else span.end
        if joining := JOINING.match(text, start, max(start, end)):
            start = joining.end()
        if end > start and len(text[start:end].split()) >= SHORTEST:
            yield Span(start, end)


def unexplained(
    found: Sequence[Attribution], indices: Iterable[int], text: str, may_tell: Callable[[Span], bool]
) -> Iterator[Place]:
    """The sentences in the contents of the attributions at ``indices`` to read again.

    They have a word of saying, thinking or wishing that is in no attribution inside the content.

    Args:
        found: all attributions so far; those inside others have these as parents.
        indices: which of them to look into.
        text: what they point into.
        may_tell: whether a word may begin a cue at all.
    """
    known: dict[int | None, list[Span]] = defaultdict(list)
    for attribution in found:
        known[attribution.parent].extend((*attribution.cue, *attribution.content))
    for index in indices:
        for span in _sentences_in(found[index].content, text):
            words = (w for w in telling_words(text, span) if not _touches(w, known[index]))
            if any(map(may_tell, words)):
                yield Place(span, index, again=True, known=tuple(known[index]))


def untold(nested: Iterable[Attribution], place: Place, text: str) -> Iterator[Attribution]:
    """Those of ``nested``, found at a ``place`` read again, that are new, plain and sure."""
    for attribution in nested:
        known = any(_touches(cue, place.known) for cue in attribution.cue)
        if not known and attribution.confidence >= SURE and _names(attribution, text):
            yield attribution


def _names(attribution: Attribution, text: str) -> bool:
    """Whether a plain cue has a source that names somebody, not merely "which"."""
    source = [s.of(text).lower() for s in attribution.source]
    return bool(source) and source[0] not in {"that", "which"} and is_plain(attribution, text)


def _sentences_in(content: Iterable[Span], text: str) -> Iterator[Span]:
    for span in readable(content, text):
        yield from readable((s.shifted(span.start) for s in sentences(span.of(text))), text)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < o.end and o.start < span.end for o in others)
