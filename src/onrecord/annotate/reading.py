"""From a text to its attribution relations, nested ones included.

A text is read in sections, each section in windows. One run of the network gives two levels: the attributions
of the text, and those inside their contents. What stands deeper, inside the contents of the second level, is
read again as a text of its own: a clause torn from its reporting clause reads like any other. So is a
sentence of the first level's contents with a word of saying or thinking that the second makes nothing of.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.annotate.continuation import continue_quotations
from onrecord.annotate.doubt import is_doubtful
from onrecord.annotate.edges import mend_edges
from onrecord.annotate.inside import Place, places_in, unexplained, untold
from onrecord.annotate.levels import LIKELY, Reading, decode, read
from onrecord.annotate.links import Relation
from onrecord.annotate.mentions import Seen, resolved
from onrecord.annotate.mentions import seen as mentions_seen
from onrecord.annotate.network import Network, side_by_side
from onrecord.annotate.participles import with_subjects
from onrecord.annotate.pieces import Pieces
from onrecord.annotate.signed import sign_quotations
from onrecord.annotate.spotting import Found
from onrecord.annotate.tags import Tagged
from onrecord.types import Attribution, Mention, Span

SECTION = 40_000  # characters; bounds memory on a huge text
DEPTH = 4  # attributions inside attributions; nobody writes more


def annotate(text: str, network: Network) -> tuple[Attribution, ...]:
    """The attributions of ``text``, outer ones before those inside them; ``parent`` indexes the result."""
    return _annotate(text, network, with_mentions=False)[0]


def annotate_all(text: str, network: Network) -> tuple[tuple[Attribution, ...], tuple[Mention, ...]]:
    """The attributions of ``text``, and in the same pass its mentions of people, organisations and places."""
    attributions, stretches = _annotate(text, network, with_mentions=True)
    return attributions, resolved(text, stretches, network.spotter)


def _annotate(
    text: str, network: Network, *, with_mentions: bool
) -> tuple[tuple[Attribution, ...], list[Seen]]:
    out: list[Attribution] = []
    stretches: list[Seen] = []
    bounds = list(sections(text, SECTION))
    texts = (text[start:end] for start, end in bounds)

    def work(section: str, alone: Network) -> tuple[list[Attribution], list[Seen]]:
        seen: list[Seen] | None = [] if with_mentions else None
        return _annotate_section(section, alone, seen), seen or []

    for (start, _), (found, seen) in zip(bounds, side_by_side(work, texts, network), strict=True):
        base = len(out)
        out.extend(_moved(attribution, start, base) for attribution in found)
        stretches.extend(s.shifted(start) for s in seen)
    return tuple(out), stretches


def sections(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Stretches of about ``size`` characters that end at a line's end, else a space, else anywhere."""
    start = 0
    while len(text) - start > size:
        limit = start + size
        end = text.rfind("\n", start + size // 2, limit) + 1
        end = end or text.rfind(" ", start + size // 2, limit) + 1 or limit
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


def _annotate_section(text: str, network: Network, seen: list[Seen] | None) -> list[Attribution]:
    """Read one section, then deeper and deeper what stands inside, two levels at a time.

    ``seen`` is given the section's mentions, unless it is None.
    """
    found: list[Attribution] = []
    places = [Place(Span(0, len(text)), None)]
    for level in range(0, DEPTH, 2):
        if places:
            outer = len(found)
            spotted: list[Found] | None = None if seen is None or level else []
            reading = read([p.span for p in places], text, network, spotted, inside=level > 0)
            if seen is not None and spotted:
                seen.append(mentions_seen(reading.pieces, spotted))
            found.extend(_outer(reading, places, text, network))
            inner = len(found)
            found.extend(_inner(reading, places_in(found, range(outer, inner), text), text, network))
            deeper = places_in(found, range(inner, len(found)), text)
            places = [p for p in deeper if reading.has_any(network.cues, p.span)]
            if level == 0:
                places.extend(unexplained(found, range(outer, inner), text, reading.may_tell))
    return found


def _outer(reading: Reading, places: Sequence[Place], text: str, network: Network) -> Iterator[Attribution]:
    """The attributions of each place, read as a text of its own."""
    scored = reading.scored
    groups = [[words] for words in reading.words]
    decoded = decode(scored.scores, scored.keys, reading.pieces.breaks, groups, network.tables, LIKELY)
    for place, relations in zip(places, decoded, strict=True):
        attributions = [_in_characters(r, reading.pieces, network.tables.calibration) for r in relations]
        if place.parent is None:
            told = _agreeing(attributions, text)
            yield from (a for a in told if not is_doubtful(a, text, nested=False))
        else:
            nested = _nested(attributions, place.parent, text, network.tables.floor)
            yield from untold(nested, place, text) if place.again else nested


def _agreeing(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The outer attributions of ``text``, mended by what its marks, sentences and clauses show."""
    mended = mend_edges(continue_quotations(attributions, text), text)
    return sign_quotations(with_subjects(mended, text), text)


def _inner(reading: Reading, places: Iterable[Place], text: str, network: Network) -> Iterator[Attribution]:
    """The attributions inside contents, ``places``, that the same run of the network gave."""
    scored = reading.scored
    siblings = [list(group) for _, group in groupby(places, key=lambda p: p.parent)]
    groups = [[w for p in group for w in reading.words_of(p.span)] for group in siblings]
    decoded = decode(scored.inner_scores, scored.inner_keys, reading.pieces.breaks, groups, network.inner)
    for group, relations in zip(siblings, decoded, strict=True):
        attributions = [_in_characters(r, reading.pieces, network.inner.calibration) for r in relations]
        yield from _nested(attributions, group[0].parent, text, network.inner.floor)


def _nested(
    attributions: Iterable[Attribution], parent: int | None, text: str, floor: float
) -> Iterator[Attribution]:
    """Those inside the content of ``parent`` that are sure enough."""
    for a in attributions:
        if a.cue and a.confidence >= floor and not is_doubtful(a, text, nested=True):
            yield replace(a, parent=parent)


def _in_characters(relation: Relation, pieces: Pieces, calibration: tuple[float, float]) -> Attribution:
    def place(part: Sequence[Tagged]) -> tuple[Span, ...]:
        return tuple(pieces.span(t.first, t.last) for t in part)

    slope, intercept = calibration
    confidence = 1.0 / (1.0 + math.exp(-(slope * relation.log_odds + intercept)))
    return Attribution(place(relation.source), place(relation.cue), place(relation.content), None, confidence)
