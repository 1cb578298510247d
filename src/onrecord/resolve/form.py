"""Form and words of a statement, told from the quotation marks around its content.

Whose words: a quotation belongs to the speaker whose attribution stands outside its marks. A nested
statement whose cue lies within an outer speaker's quotation owns none of that quotation's words, only those
of marks that are opened deeper inside it. Where the outer content is a paraphrase and the marks open within
the nested content (A said that B thought it was “bad”), the text does not tell whose words they are, and both
have them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.text.quotations import Quotation, quotations
from onrecord.types import Attribution, Form, Span

_WORD = re.compile(r"[^\W_]")
_SUBSTANCE = re.compile(r"[^\s.,;:\"'“”‘’«»‹›„‚`]")
_ABBREVIATION = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]\.){2,}$")


class Quoted:
    """A text with its quotations, found once and looked up by place.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._quotations = quotations(text)
        self._starts = [q.span.start for q in self._quotations]
        self._around = _around(self._quotations)

    def over(self, span: Span) -> list[Quotation]:
        """The quotations that have a character in common with ``span``, in the order of the text."""
        first = bisect_left(self._starts, span.start)
        around, place = [], first - 1
        while place >= 0:  # whatever began earlier and is not over yet encloses the one that began last
            if self._quotations[place].span.end > span.start:
                around.append(self._quotations[place])
            place = self._around[place]
        return around[::-1] + list(self._quotations[first : bisect_left(self._starts, span.end)])

    def over_all(self, spans: Iterable[Span]) -> list[Quotation]:
        """The quotations that have a character in common with any of ``spans``, each once."""
        found = {q.span.start: q for span in spans for q in self.over(span)}
        return [found[start] for start in sorted(found)]


def _around(found: Sequence[Quotation]) -> list[int]:
    """For each quotation the index of the one around it, -1 for none."""
    out: list[int] = []
    open_now: list[int] = []
    for place, quotation in enumerate(found):
        del open_now[quotation.depth :]
        out.append(open_now[-1] if open_now else -1)
        open_now.append(place)
    return out


def form_and_verbatim(quoted: Quoted, attribution: Attribution) -> tuple[Form, tuple[Span, ...]]:
    """How ``attribution`` gives its content, and the words in quotation marks that are its speaker's own.

    The form is "direct" where all words of the content stand in marks of its speaker's own, cue and source
    left out of account, "mixed" where some do, "indirect" where none does. The outer marks may lie within the
    content or right outside it. The words come without marks and without the comma or full stop that U.S.
    typography sets before a closing mark (the full stop of "the U.S." stays); they lie within the content.
    """
    own = _own(quoted, attribution)
    verbatim = tuple(dict.fromkeys(_words_in(quoted, attribution.content, own)))
    if not verbatim:
        return "indirect", ()
    aside = [*(q.span for q in own), *attribution.cue, *attribution.source]
    rest = (stretch for span in attribution.content for stretch in _without(span, aside))
    unquoted = any(_WORD.search(quoted.text, a, b) for a, b in rest)
    return ("mixed" if unquoted else "direct"), verbatim


@lru_cache(maxsize=2)
def _quoted(text: str) -> Quoted:
    return Quoted(text)


def form_of(text: str, content: Sequence[Span]) -> Form:
    """The form of a content in ``text`` by itself, for those who compare contents; see form_and_verbatim."""
    return form_and_verbatim(_quoted(text), Attribution((), (), tuple(content)))[0]


def _own(quoted: Quoted, attribution: Attribution) -> list[Quotation]:
    """The outermost quotations over the content whose words are the speaker's own, in their order."""
    floor = -1 if attribution.parent is None else _outer_depth(quoted, attribution)
    own: list[Quotation] = []
    for quotation in quoted.over_all(attribution.content):
        inside = bool(own) and quotation.span.within(own[-1].span)
        if quotation.depth > floor and not inside:
            own.append(quotation)
    return own


def _outer_depth(quoted: Quoted, attribution: Attribution) -> int:
    """Depth of the deepest quotation that a nested attribution itself stands in, -1 for none.

    That is where its cue stands, or its source if it has no cue. Marks around just these words (he “hopes” it
    ends) set off a word and no speech. With neither, it is the quotation that began before its content did.
    """
    told = attribution.cue or attribution.source
    if told:
        around = [q for q in quoted.over_all(told) if not any(_is_all_of(quoted.text, q, s) for s in told)]
    else:
        start = attribution.content[0].start if attribution.content else 0
        around = [
            q
            for q in quoted.over_all(attribution.content[:1])
            if _WORD.search(quoted.text, q.span.start, max(q.span.start, start))
        ]
    return max((q.depth for q in around), default=-1)


def _is_all_of(text: str, quotation: Quotation, span: Span) -> bool:
    """Whether a quotation has no words but those of ``span``."""
    return not any(_WORD.search(text, a, b) for a, b in _without(quotation.span, [span]))


def _words_in(quoted: Quoted, content: Sequence[Span], own: Sequence[Quotation]) -> Iterator[Span]:
    for span in content:
        for quotation in own:
            inner = quotation.inner
            if inner is None or not inner.overlaps(span):
                continue
            words = _trimmed(quoted, Span(max(inner.start, span.start), min(inner.end, span.end)), inner.end)
            if words is not None:
                yield words


def _trimmed(quoted: Quoted, words: Span, last: int) -> Span | None:
    """``words`` without outer white space, marks of their own, and a comma or full stop at ``last``."""
    stripped = _stripped(quoted.text, words)
    for quotation in quoted.over(stripped) if stripped else ():
        if stripped == quotation.span and quotation.inner is not None:
            stripped, last = _stripped(quoted.text, quotation.inner), quotation.inner.end
    if stripped is None or not _SUBSTANCE.search(quoted.text, stripped.start, stripped.end):
        return None
    ends_there = not quoted.text[stripped.end : last].strip()
    if ends_there and _has_final_stop(quoted.text, stripped):
        return _stripped(quoted.text, Span(stripped.start, stripped.end - 1))
    return stripped


def _has_final_stop(text: str, words: Span) -> bool:
    """Whether ``words`` end in a comma, or in a full stop that is no part of "..." or of "U.S."."""
    end = text[max(words.start, words.end - 12) : words.end]
    return end.endswith(",") or (end.endswith(".") and end[-2:] != ".." and not _ABBREVIATION.search(end))


def _stripped(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _without(span: Span, others: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """What is left of ``span`` once ``others`` are cut out, as (start, end)."""
    start = span.start
    for other in sorted(o for o in others if o.overlaps(span)):
        if other.start > start:
            yield start, other.start
        start = max(start, other.end)
    if start < span.end:
        yield start, span.end
