"""Where cues and contents end, by what the text itself shows: its sentences and its quotation marks.

The network draws each edge by itself. Some that it draws amiss contradict the text: a clause that reports its
own sentence does not reach back to the one before, a quotation is one speaker's as a whole, and the day of
saying is no part of the verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.text.quotations import Quotation, quotations
from onrecord.text.sentences import sentence_at, sentences
from onrecord.types import Attribution, Span

_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)"
_WHEN = re.compile(  # looked for in the last words of a cue only
    rf"(?<=\w)(?:,?\s(?:(?:on|late|early|last|this)\s)*{_DAY}(?:\s(?:morning|afternoon|evening|night))?"
    r"|\s(?:last|this)\s(?:week|month|year|night|morning)|\sat\sthe\stime|\sin\s\d{4})$"
)
_LONGEST_WHEN = 40  # characters
_FRAME = re.compile(
    r"(?:about|after|among|as|at|before|by|during|for|from|in|of|on|since|under|with|"
    r"(?:and|but|so|then|yet)(?=\W*(?:(?:also|then|later|still|now|earlier)\W*)?$))\b",
    re.IGNORECASE,
)
_FRAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a text shows: its sentences, and its outermost quotations, which are disjoint."""

    text: str
    sentences: Sequence[Span]
    quotations: list[Quotation]

    def touched(self, span: Span) -> range:
        """The indices of the quotations that share a character with ``span``."""
        first = bisect_right(self.quotations, span.start, key=lambda q: q.span.end)
        return range(first, bisect_left(self.quotations, span.end, key=lambda q: q.span.start))


def mend_edges(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions with those edges moved that the text shows to be amiss.

    Args:
        attributions: those of ``text`` that are not nested.
        text: what they point into.
    """
    outermost = [q for q in quotations(text) if q.depth == 0]
    shown = _Shown(text, sentences(text), outermost)
    mended = (_without_frame(_in_one_sentence(_without_day(a, text), shown), shown) for a in attributions)
    return _whole_quotations(list(mended), shown)


def _without_day(a: Attribution, text: str) -> Attribution:
    """Without the day at the end of the cue: "said Monday", "wrote at the time"."""
    if not a.cue:
        return a
    last = a.cue[-1]
    start = max(last.start, last.end - _LONGEST_WHEN)
    when = _WHEN.search(text[start : last.end])
    if when is None:
        return a
    return replace(a, cue=(*a.cue[:-1], Span(last.start, start + when.start())))


def _in_one_sentence(a: Attribution, shown: _Shown) -> Attribution:
    """Without what stands in earlier sentences and in no marks, where the cue's own has content too."""
    own = sentence_at(shown.sentences, a.cue[0].start) if a.cue else None
    if own is None:
        return a
    kept = tuple(_from(own.start, a.content, shown))
    return replace(a, content=kept) if kept else a


def _from(start: int, content: Sequence[Span], shown: _Shown) -> Iterator[Span]:
    for span in content:
        if span.start >= start or shown.touched(span):
            yield span
        elif span.end > start:
            yield Span(start, span.end)


def _without_frame(a: Attribution, shown: _Shown) -> Attribution:
    """Without the writer's words at the head of a sentence: Of the harbour, she said, “...”."""
    if not a.cue or len(a.content) < 2 or not shown.touched(a.content[1]):
        return a
    first = a.content[0]
    words = first.of(shown.text)
    own = sentence_at(shown.sentences, a.cue[0].start)
    heads = own is not None and own.start == first.start and first.end <= a.cue[0].start
    short = len(words.split()) <= _FRAME_WORDS and _FRAME.match(words)
    if heads and short and not shown.touched(first):
        return replace(a, content=a.content[1:])
    return a


def _whole_quotations(attributions: list[Attribution], shown: _Shown) -> list[Attribution]:
    """All of each quotation to whoever has a part of it, unless somebody else has another part.

    Who has neither source nor cue is nobody else. A quotation in which a source or a cue stands is left.
    """
    owners: dict[int, set[int]] = {}
    taken: set[int] = set()
    for index, a in enumerate(attributions):
        for span in a.content:
            for place in shown.touched(span):
                owners.setdefault(place, set()).add(index)
        taken.update(place for span in (*a.source, *a.cue) for place in shown.touched(span))
    out = list(attributions)
    for place, having in owners.items():
        quotation = shown.quotations[place]
        named = [index for index in having if out[index].source or out[index].cue]
        if place not in taken and quotation.closed and len(named or having) == 1:
            (owner,) = named or having
            out[owner] = replace(out[owner], content=_with_all(out[owner].content, quotation, shown.text))
            for index in having - {owner}:
                rest = tuple(s for s in out[index].content if not s.overlaps(quotation.span))
                out[index] = replace(out[index], content=rest)
    return [a for a in out if a.content]


def _with_all(content: tuple[Span, ...], quotation: Quotation, text: str) -> tuple[Span, ...]:
    """``content`` with all of ``quotation``, if it has words that are not in it yet."""
    inner = quotation.inner or quotation.span
    parts = sorted(s for s in content if s.overlaps(quotation.span))
    edges = [inner.start, *(edge for s in parts for edge in (s.start, s.end)), inner.end]
    left = (text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    if not any(c.isalnum() for words in left for c in words):
        return content
    whole = Span(
        min(parts[0].start, quotation.span.start), max([quotation.span.end, *(s.end for s in parts)])
    )
    return tuple(sorted([whole, *(s for s in content if s not in parts)]))
