"""Links between spans: which source a cue has, which cue a stretch of content belongs to.

A link's score is the dot product of the cue's query with the span's key plus a bias for their distance; a
cue may have no source and a content no cue, each with a learned score of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.network import Tables
from onrecord.annotate.tags import Tagged
from onrecord.types import ROLES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NEAR = (60, 300)  # most words from a cue to its source, to its content
NEVER = np.float32(-1e4)
YIELD = 4.0  # what an item may lose in score so that no owner goes without; chosen on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Relation:
    """Spans linked into one attribution, and the log-odds that all of it is right."""

    source: tuple[Tagged, ...]
    cue: tuple[Tagged, ...]
    content: tuple[Tagged, ...]
    log_odds: float


def link(keys: Floats, lines: Ints, spans: Sequence[Tagged], tables: Tables) -> list[Relation]:
    """Link the spans of one text into relations, in the order of their cues.

    Cues choose their sources, in the same line, and contents their cues. A cue without content is dropped;
    a content without a cue stands alone.

    Args:
        keys: (W, 6 D) link keys of the text's words, from the network.
        lines: (W,) number of the line that each word stands in.
        spans: the text's spans, counted in its words.
        tables: biases by distance and the scores of choosing none.
    """
    sources, cues, contents = ([s for s in spans if s.role == r] for r in ROLES)
    one_line = _in_one_line(lines, sources, cues)
    to_source = np.where(one_line, _scores(keys, cues, sources, 0, tables.source_bias).T, NEVER)
    reach = _in_reach(lines, cues, contents)
    to_content = np.where(reach, _scores(keys, cues, contents, 1, tables.content_bias), NEVER)
    source_of = assign(to_source, one_line, float(tables.nulls[0]))
    owners = assign(to_content, _in_one_line(lines, cues, contents), float(tables.nulls[1]))
    owned: dict[int | None, list[tuple[Tagged, float]]] = {}
    for content, (owner, chance) in zip(contents, owners, strict=True):
        owned.setdefault(owner, []).append((content, chance))
    alone = [Relation((), (), (c,), _log_odds(c.probability * chance)) for c, chance in owned.pop(None, [])]
    linked = []
    for index, contents_owned in owned.items():
        if index is not None:
            chosen, chance = source_of[index]
            source = () if chosen is None else (sources[chosen],)
            linked.append(_relation(source, cues[index], contents_owned, chance))
    return sorted([*linked, *alone], key=lambda r: (r.cue or r.content)[0].first)


def distance_bucket(gap: NDArray[np.int64], buckets: int) -> NDArray[np.int64]:
    """Signed distance in words -> bucket, exact to 8 and logarithmic beyond; negatives in the second half."""
    size = np.abs(gap)
    far = 8 + np.floor(np.log2(np.maximum(size, 1) / 8) * 3).astype(np.int64)
    near: NDArray[np.int64] = np.where(size < 8, size, np.minimum(far, buckets - 1))
    return near + buckets * (gap < 0)


def _scores(keys: Floats, cues: Sequence[Tagged], spans: Sequence[Tagged], kind: int, bias: Floats) -> Floats:
    """(cues, spans) link scores; kind 0 links sources, 1 contents; pairs too far apart are ruled out."""
    blocks = keys.reshape(len(keys), 6, keys.shape[1] // 6)
    cue = np.array([c.first for c in cues], dtype=np.int64)
    first = np.array([s.first for s in spans], dtype=np.int64)
    last = np.array([s.last for s in spans], dtype=np.int64)
    query = blocks[cue, 3 * kind]
    key = blocks[first, 3 * kind + 1] + blocks[last, 3 * kind + 2]
    gap = first[None, :] - cue[:, None]
    scores = query @ key.T / np.sqrt(blocks.shape[2]) + bias[distance_bucket(gap, len(bias) // 2)]
    return np.where(np.abs(gap) > NEAR[kind], NEVER, scores).astype(np.float32)


def _in_one_line(lines: Ints, owners: Sequence[Tagged], items: Sequence[Tagged]) -> NDArray[np.bool_]:
    """(owners, items): whether both begin in the same line."""
    left, right = (lines[np.array([s.first for s in x], dtype=np.int64)] for x in (owners, items))
    same: NDArray[np.bool_] = left[:, None] == right[None, :]
    return same


def _in_reach(lines: Ints, cues: Sequence[Tagged], contents: Sequence[Tagged]) -> NDArray[np.bool_]:
    """(cues, contents): whether both begin in the same line, or else no other cue begins between them."""
    cue, content = (np.array([s.first for s in x], dtype=np.int64) for x in (cues, contents))
    number = np.arange(len(cue))[:, None]
    after = np.searchsorted(cue, content)[None, :]  # how many cues begin before each content
    none_between: NDArray[np.bool_] = (number == after) | (number == after - 1)
    none_between |= _in_one_line(lines, cues, contents)
    return none_between


def assign(scores: Floats, near: NDArray[np.bool_], null: float) -> list[tuple[int | None, float]]:
    """The owner of each item, None where the null scores higher, with the probability of that owner.

    Items choose one by one, so that two may flock to one owner and leave another, which the tags vouch
    for, with none. Such an owner is given the near item that loses least by it, within ``YIELD`` of its
    own choice, if the item's present owner keeps another.

    Args:
        scores: (owners, items) link scores.
        near: (owners, items) which items an owner may be given that they did not choose themselves.
        null: the score of having no owner.
    """
    full = np.concatenate((scores, np.full((1, scores.shape[1]), null, dtype=np.float32)))
    if not full.size:
        return []
    none = len(scores)
    chosen = full.argmax(0)
    counts = np.bincount(chosen, minlength=none + 1)
    bare = np.flatnonzero(counts[:none] == 0).tolist()
    items = np.arange(full.shape[1])
    while bare:
        loss = np.where(near[bare], full[chosen, items][None, :] - full[bare], np.float32(np.inf))
        loss[:, (chosen != none) & (counts[chosen] < 2)] = np.inf
        row, item = np.unravel_index(int(loss.argmin()), loss.shape)
        if not loss[row, item] < YIELD:
            break
        owner = bare.pop(int(row))
        counts[chosen[item]] -= 1
        counts[owner] += 1
        chosen[item] = owner
    weights = np.exp(full - full.max(0))
    chances = (weights / weights.sum(0))[chosen, items]
    return [(None if o == none else o, float(c)) for o, c in zip(chosen.tolist(), chances, strict=True)]


def _relation(
    source: tuple[Tagged, ...], cue: Tagged, content: Sequence[tuple[Tagged, float]], chance: float
) -> Relation:
    """The chance that all of a relation is right is taken for the product of its parts' chances."""
    product = chance * cue.probability
    for span in source:
        product *= span.probability
    for span, link_chance in content:
        product *= span.probability * link_chance
    return Relation(source, (cue,), tuple(s for s, _ in content), _log_odds(product))


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-6), 1 - 1e-6)
    return float(np.log(clipped / (1 - clipped)))
