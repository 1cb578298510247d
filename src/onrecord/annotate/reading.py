"""From a text to its attribution relations, nested ones included.

A text is read in sections, each section in windows. What stands inside a content is then read again as a
text of its own, which is how nested attributions are found: no corpus of news marks them, and a clause torn
from its reporting clause reads like any other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from onrecord.annotate.continuation import continue_quotations
from onrecord.annotate.links import Relation, link
from onrecord.annotate.network import Network, side_by_side
from onrecord.annotate.pieces import Pieces, cut, windows
from onrecord.annotate.tags import Tagged, spans
from onrecord.types import Attribution, Span

WINDOW, CONTEXT = 382, 64  # pieces; [CLS] and [SEP] make 384, as in training
SECTION = 40_000  # characters; bounds memory on a huge text
DEPTH = 4  # attributions inside attributions; nobody writes more
SHORTEST = 5  # words a content needs to hold an attribution of its own
JOINING = re.compile(r"(?:that|if|whether)\s+", re.IGNORECASE)
MARKS = " \t\r\n“”\"„«»‘’'`"


def annotate(text: str, network: Network) -> tuple[Attribution, ...]:
    """The attributions of ``text``, outer ones before those inside them; ``parent`` indexes the result."""
    out: list[Attribution] = []
    bounds = list(_sections(text))
    sections = (text[start:end] for start, end in bounds)
    for (start, _), found in zip(bounds, side_by_side(_annotate_section, sections, network), strict=True):
        base = len(out)
        out.extend(_moved(attribution, start, base) for attribution in found)
    return tuple(out)


def _sections(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of about ``SECTION`` characters that end at a line's end, else a space, else anywhere."""
    start = 0
    while len(text) - start > SECTION:
        limit = start + SECTION
        end = text.rfind("\n", start + SECTION // 2, limit) + 1
        end = end or text.rfind(" ", start + SECTION // 2, limit) + 1 or limit
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _moved(attribution: Attribution, by: int, base: int) -> Attribution:
    """The attribution of a section, counted in characters and attributions of the whole text."""
    source, cue, content = (
        tuple(s.shifted(by) for s in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    parent = None if attribution.parent is None else attribution.parent + base
    return Attribution(source, cue, content, parent, attribution.confidence)


def _annotate_section(text: str, network: Network) -> list[Attribution]:
    """Read one section, then again and again what stands inside the contents found last."""
    found = continue_quotations(_read_texts([(0, text)], network)[0], text)
    level = [(index, a) for index, a in enumerate(found)]
    for _ in range(DEPTH):
        places = [(index, span) for index, a in level for span in _readable(a, text)]
        inner = _read_texts([(s.start, s.of(text)) for _, s in places], network)
        level = []
        for (parent, place), attributions in zip(places, inner, strict=True):
            for a in attributions:
                if _is_nested(a, place, network.tables.nested_floor):
                    level.append((len(found), replace(a, parent=parent)))
                    found.append(level[-1][1])
        if not level:
            break
    return found


def _readable(attribution: Attribution, text: str) -> Iterator[Span]:
    """The stretches of an attribution's content to read again, as sentences of their own would stand.

    Quotation marks around the whole are left off, and a "that" which only joins it to its reporting clause.
    """
    for span in attribution.content:
        stretch = span.of(text)
        start = span.start + len(stretch) - len(stretch.lstrip(MARKS))
        # a closing mark goes only with an opening one: inside the content it may close an inner quotation
        end = span.start + len(stretch.rstrip(MARKS)) if start > span.start else span.end
        if joining := JOINING.match(text, start, max(start, end)):
            start = joining.end()
        if end > start and len(text[start:end].split()) >= SHORTEST:
            yield Span(start, end)


def _is_nested(attribution: Attribution, place: Span, floor: float) -> bool:
    """Whether a relation read inside ``place`` says more than its parent does."""
    content = attribution.content
    whole = bool(content) and content[0].start <= place.start and content[-1].end >= place.end
    return bool(attribution.cue) and not whole and attribution.confidence >= floor


def _read_texts(texts: Sequence[tuple[int, str]], network: Network) -> list[list[Attribution]]:
    """Read each (offset, text) as a text of its own, all in shared batches; spans count from offset 0."""
    pieces = [cut(text, network.tokenizer) for _, text in texts]
    joined, bounds = join(pieces)
    cuts = [
        replace(w, first=w.first + low, last=w.last + low, fresh=w.fresh + low)
        for part, (low, _) in zip(pieces, bounds, strict=True)
        for w in windows(part, WINDOW, CONTEXT)
    ]
    scores, keys = network.score(joined, cuts)
    tagged = spans(scores, joined.breaks, network.tables.transitions)
    lines = np.cumsum(joined.breaks == 2)
    out = []
    for (offset, _), part, (low, high) in zip(texts, pieces, bounds, strict=True):
        own = [replace(t, first=t.first - low, last=t.last - low) for t in tagged if low <= t.first < high]
        relations = link(keys[low:high], lines[low:high], own, network.tables)
        out.append([_in_characters(r, part, offset, network.tables.calibration) for r in relations])
    return out


def join(parts: Sequence[Pieces]) -> tuple[Pieces, list[tuple[int, int]]]:
    """Many texts' pieces as one, and the range of words that each text became."""
    sizes = np.cumsum([0, *(len(p.ids) for p in parts)])
    words = np.cumsum([0, *(len(p) for p in parts)])
    columns = [[getattr(p, name) for p in parts] for name in Pieces.__dataclass_fields__]
    merged = [np.concatenate(c) if c else np.zeros(0, dtype=np.int64) for c in columns]
    firsts = (
        np.concatenate([p.firsts + s for p, s in zip(parts, sizes, strict=False)]) if parts else merged[2]
    )
    joined = Pieces(merged[0], merged[1], firsts, *merged[3:])
    return joined, [(int(a), int(b)) for a, b in pairwise(words)]


def _in_characters(
    relation: Relation, pieces: Pieces, offset: int, calibration: tuple[float, float]
) -> Attribution:
    def place(part: Sequence[Tagged]) -> tuple[Span, ...]:
        return tuple(pieces.span(t.first, t.last).shifted(offset) for t in part)

    slope, intercept = calibration
    confidence = 1.0 / (1.0 + math.exp(-(slope * relation.log_odds + intercept)))
    return Attribution(place(relation.source), place(relation.cue), place(relation.content), None, confidence)
