"""What a second reading makes of contents: what the head for nested statements learns from.

No corpus of news marks attributions inside attributions. But a content torn from its reporting clause, and
put as a reporter would put it (see ``onrecord.annotate.recast``), reads like any other text, and the reader
reads texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.levels import CONTEXT, WINDOW
from onrecord.annotate.links import Relation, link
from onrecord.annotate.network import Network
from onrecord.annotate.pieces import cut, windows
from onrecord.annotate.recast import recast
from onrecord.annotate.tags import marginals, spans

SURE = -3.0  # log-odds under which a relation teaches nothing

Spans = tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Words ``first`` to ``last``, both inclusive, of an article, and what stands in them.

    ``tags`` (last - first + 1, T) are probabilities; ``relations`` the spans of each relation by role,
    counted from ``first``.
    """

    first: int
    last: int
    tags: np.ndarray
    relations: tuple[Spans, ...]


def lesson(text: str, first: int, last: int, network: Network) -> Lesson | None:
    """What is found in ``text``, words ``first`` to ``last`` of an article; None if it is cut otherwise."""
    pieces = cut(text, network.tokenizer)
    if len(pieces) != last - first + 1:
        return None
    scored = network.score(recast(pieces, network.tokenizer), list(windows(pieces, WINDOW, CONTEXT)))
    transitions = network.tables.transitions
    tagged = spans(scored.scores, pieces.breaks, transitions)
    relations = link(scored.keys, np.cumsum(pieces.breaks == 2), tagged, network.tables)
    chances = marginals(scored.scores, pieces.breaks, transitions)
    return Lesson(first, last, chances.astype(np.float16), tuple(_distinct(relations)))


def _distinct(relations: Sequence[Relation]) -> Iterator[Spans]:
    """The surest relation of each cue, in the order of the text."""
    best: dict[tuple[int, int], Spans] = {}
    for r in sorted(relations, key=lambda r: r.log_odds):
        if r.cue and r.content and r.log_odds > SURE:
            source, cue, content = (tuple((t.first, t.last) for t in x) for x in (r.source, r.cue, r.content))
            best[cue[0]] = (source, cue, content)
    yield from (best[cue] for cue in sorted(best))
