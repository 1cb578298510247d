"""The mentions of a text, who and what they are, and which of them are the same.

They are found in the same pass as the attributions, see ``onrecord.annotate.reading``. What each goes back to
is decided when the whole text has been read, so that it may be one of another window or section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.annotate.antecedents import Links, links
from onrecord.annotate.chains import chain_kinds, chains
from onrecord.annotate.pairs import Ints, Scene
from onrecord.annotate.pieces import Pieces
from onrecord.annotate.spotting import Found, Spotter, together
from onrecord.types import Span
from onrecord.types.mentions import Mention, MentionForm, MentionKind

KINDS: tuple[MentionKind, ...] = ("person", "organisation", "place", "other")
FORMS: tuple[MentionForm, ...] = ("name", "nominal", "pronoun")
FEW = 5  # antecedents that are told
SLIGHT = re.compile(r"[^\w]*(?:(?<=['’])s)?[^\w]*")  # what may be all that two mentions differ in
ADDRESS = re.compile(  # what is one mention in "you guys", and no other inside it
    r"(?:you|we|us|they|them)(?=\s(?:all|both|two|three|guys|folks|people|alone|themselves)\b)", re.IGNORECASE
)
LEAST = 0.02  # probability of an antecedent that is told


@dataclass(frozen=True, slots=True)
class Seen:
    """The mentions of a stretch of text, before it is known what they go back to.

    Attributes:
        found: what the network gave of them, in text order.
        starts, ends: (n,) offsets of their characters.
        sentences: offsets where sentences open, lines included.
        lines: offsets where lines open.
    """

    found: Found
    starts: Ints
    ends: Ints
    sentences: Ints
    lines: Ints

    def shifted(self, by: int) -> Seen:
        """The same, ``by`` characters further on."""
        return Seen(self.found, self.starts + by, self.ends + by, self.sentences + by, self.lines + by)


def seen(pieces: Pieces, parts: Sequence[Found]) -> Seen:
    """The mentions found in the windows of a text that is cut in ``pieces``."""
    found = together(parts)
    starts, ends = pieces.starts[found.bounds[:, 0]], pieces.ends[found.bounds[:, 1]]
    return Seen(found, starts, ends, pieces.starts[pieces.breaks > 0], pieces.starts[pieces.breaks > 1])


def resolved(text: str, stretches: Sequence[Seen], spotter: Spotter) -> tuple[Mention, ...]:
    """The mentions of ``text`` with their antecedents; its stretches in their order, counted in it.

    What a description of something else ("the deal") goes back to is not asked: it would cost as much as all
    people do, and nobody needs it.
    """
    if not stretches:
        return ()
    found = Found.joined([s.found for s in stretches])
    starts, ends, sentences, lines = (
        np.concatenate([getattr(s, name) for s in stretches])
        for name in ("starts", "ends", "sentences", "lines")
    )
    spans = [Span(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]
    rows = _distinct(text, spans, found)
    spans, found = [spans[row] for row in rows], found.at(np.array(rows, dtype=np.int64))
    kinds, forms = found.kinds[:, 1:].argmax(axis=1), found.forms.argmax(axis=1)
    asked = np.flatnonzero((kinds != KINDS.index("other")) | (forms != FORMS.index("nominal")))
    scene = Scene.of(text, spans, sentences, lines)
    linked = links(found.vectors, scene, asked, spotter.antecedents)
    told = dict(zip(asked.tolist(), _told(linked), strict=True))
    sure = np.take_along_axis(found.kinds, kinds[:, None] + 1, axis=1)[:, 0].tolist()
    labels = zip(spans, kinds.tolist(), forms.tolist(), sure, strict=True)
    mentions = [
        Mention(span, KINDS[kind], FORMS[form], chance, *told.get(row, ()))
        for row, (span, kind, form, chance) in enumerate(labels)
    ]
    return _of_one_kind(text, mentions, found)


def _of_one_kind(text: str, mentions: Sequence[Mention], found: Found) -> tuple[Mention, ...]:
    """The mentions with the kinds of their chains."""
    if not mentions:
        return ()
    chances = chain_kinds(found.kinds, chains(text, mentions))
    kinds = chances[:, 1:].argmax(axis=1)
    return tuple(
        replace(m, kind=KINDS[k], confidence=float(chances[row, 1 + k]))
        for row, (m, k) in enumerate(zip(mentions, kinds.tolist(), strict=True))
    )


def _distinct(text: str, spans: Sequence[Span], found: Found) -> list[int]:
    """Rows of the mentions; of two that differ in punctuation or a possessive's s only, the surer one."""
    sure = 1 - found.kinds[:, 0]
    dropped: set[int] = set()
    ends: dict[int, int] = {}
    for row, span in enumerate(spans):
        before = spans[row - 1] if row else None
        if before and before.start == span.start and SLIGHT.fullmatch(text, span.end, before.end):
            dropped.add(row if sure[row] <= sure[row - 1] else row - 1)
        elif before and before.start == span.start and _is_address(text, span):
            dropped.add(row)
        wider = ends.get(span.end)
        if wider is not None and SLIGHT.fullmatch(text, spans[wider].start, span.start):
            dropped.add(row if sure[row] <= sure[wider] else wider)
        ends[span.end] = row
    return [row for row in range(len(spans)) if row not in dropped]


def _is_address(text: str, span: Span) -> bool:
    """Whether ``span`` is the pronoun of a phrase like "you guys"."""
    found = ADDRESS.match(text, span.start)
    return found is not None and found.end() == span.end


def _told(linked: Links) -> Iterator[tuple[tuple[tuple[int, float], ...], float]]:
    """Of each mention the likeliest antecedents, and the chance of none."""
    best = np.argsort(-linked.chances, axis=1, kind="stable")[:, :FEW]
    chances, earlier = (np.take_along_axis(x, best, axis=1) for x in (linked.chances, linked.candidates))
    for own, whom, new in zip(chances.tolist(), earlier.tolist(), linked.new.tolist(), strict=True):
        yield tuple((i, c) for i, c in zip(whom, own, strict=True) if c >= LEAST and i >= 0), new
