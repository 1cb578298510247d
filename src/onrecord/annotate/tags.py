"""Tags of words and their decoding: BIOES over three roles under a linear-chain CRF.

Shapes below: W words, T = ``len(TAGS)``. Every line of a text is decoded as a sequence of its own, since no
span crosses a line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.types import ROLES, Role

TAGS: tuple[str, ...] = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))
NEVER = -1e4

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """Words ``first`` to ``last``, both inclusive, in one role, with the posterior of just this span."""

    first: int
    last: int
    role: Role
    probability: float


def may_follow() -> NDArray[np.bool_]:
    """(T, T): whether the second tag may stand after the first in one line."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=bool)
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            if a[0] in "BI":
                table[i, j] = b[0] in "IE" and a[2:] == b[2:]
            else:
                table[i, j] = b[0] in "OBS"
    return table


_OPENING = np.array([0.0 if t[0] in "OBS" else NEVER for t in TAGS], dtype=np.float32)
_CLOSING = np.array([0.0 if t[0] in "OES" else NEVER for t in TAGS], dtype=np.float32)
_ROLE_OF = {index: role for index, tag in enumerate(TAGS) for role in ROLES if tag.endswith(role)}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text as one padded batch: ``rows`` (L, longest) indexes words, -1 where padded."""

    rows: Ints
    lengths: Ints


def lines_of(breaks: Ints) -> Lines:
    """Group words into lines; ``breaks`` (W,) is 2 at each line's first word."""
    starts = np.flatnonzero(breaks == 2)
    starts = starts if len(starts) and starts[0] == 0 else np.concatenate(([0], starts))
    lengths = np.diff(np.append(starts, len(breaks)))
    offsets = np.arange(lengths.max())
    rows = starts[:, None] + offsets[None, :]
    rows[offsets[None, :] >= lengths[:, None]] = -1
    return Lines(rows.astype(np.int64), lengths.astype(np.int64))


def _step_table(transitions: Floats) -> Floats:
    return np.where(may_follow(), transitions, NEVER).astype(np.float32)


def viterbi(scores: Floats, lines: Lines, transitions: Floats) -> Ints:
    """The best allowed tag of every word: (W, T) scores and (T, T) transitions -> (W,) tags."""
    step = _step_table(transitions)
    batch = scores[lines.rows]
    count, longest = lines.rows.shape
    back = np.empty((count, longest, len(TAGS)), dtype=np.int8)
    best = batch[:, 0] + _OPENING
    for t in range(1, longest):
        table = best[:, :, None] + step
        back[:, t] = table.argmax(1)
        going = (lines.lengths > t)[:, None]
        best = np.where(going, table.max(1) + batch[:, t], best)
    return _trace(back, (best + _CLOSING).argmax(1), lines, len(scores))


def _trace(back: NDArray[np.int8], final: Ints, lines: Lines, words: int) -> Ints:
    """Follow the back pointers of each line from its last word."""
    out = np.zeros(words, dtype=np.int64)
    tag = final
    every = np.arange(len(tag))
    for t in range(lines.rows.shape[1] - 1, -1, -1):
        going = lines.lengths > t
        out[lines.rows[going, t]] = tag[going]
        if t:
            tag = np.where(going, back[every, t, tag], tag)
    return out


def _forward(batch: Floats, lengths: Ints, step: Floats) -> NDArray[np.float64]:
    """Log forward sums (L, longest, T), the word's own score included; padding repeats the last word's."""
    weights = np.exp(step.astype(np.float64))
    out = np.empty(batch.shape, dtype=np.float64)
    out[:, 0] = batch[:, 0] + _OPENING
    for t in range(1, batch.shape[1]):
        before = out[:, t - 1]
        top = before.max(1, keepdims=True)
        after = np.log(np.exp(before - top) @ weights + 1e-300) + top + batch[:, t]
        out[:, t] = np.where((lengths > t)[:, None], after, before)
    return out


def _backward(batch: Floats, lengths: Ints, step: Floats) -> NDArray[np.float64]:
    """Log backward sums (L, longest, T), the word's own score left out."""
    weights = np.exp(step.astype(np.float64)).T
    out = np.empty(batch.shape, dtype=np.float64)
    out[:, -1] = _CLOSING
    for t in range(batch.shape[1] - 2, -1, -1):
        after = out[:, t + 1] + batch[:, t + 1]
        top = after.max(1, keepdims=True)
        before = np.log(np.exp(after - top) @ weights + 1e-300) + top
        out[:, t] = np.where((lengths > t + 1)[:, None], before, _CLOSING)
    return out


def spans(scores: Floats, breaks: Ints, transitions: Floats) -> list[Tagged]:
    """The spans of the best tag sequence, each with its posterior under the CRF (Lafferty et al. 2001).

    Args:
        scores: (W, T) from the network.
        breaks: (W,) 2 at each line's first word.
        transitions: (T, T) learned scores of tag bigrams.
    """
    if not len(scores):
        return []
    lines = lines_of(breaks)
    tags = viterbi(scores, lines, transitions)
    posterior = _Posterior(scores, lines, _step_table(transitions))
    out = []
    opened = 0
    for word in np.flatnonzero(tags).tolist():
        mark = TAGS[tags[word]][0]
        if mark in "BS":
            opened = word
        if mark in "ES":
            role = _ROLE_OF[int(tags[word])]
            out.append(Tagged(opened, word, role, posterior.of(opened, word, tags)))
    return out


class _Posterior:
    """Span posteriors: forward sum at the first word, the path between, backward sum at the last."""

    def __init__(self, scores: Floats, lines: Lines, step: Floats) -> None:
        batch = scores[lines.rows]
        inside = lines.rows >= 0
        forward = _forward(batch, lines.lengths, step)
        totals = np.logaddexp.reduce(forward[:, -1] + _CLOSING, axis=1)
        self.totals = np.repeat(totals, lines.lengths)
        self.forward = forward[inside]
        self.backward = _backward(batch, lines.lengths, step)[inside]
        self.scores, self.step = scores, step

    def of(self, first: int, last: int, tags: Ints) -> float:
        """The probability that words ``first..last`` carry just ``tags``."""
        path = tags[first : last + 1]
        score = self.forward[first, path[0]] + self.backward[last, path[-1]] - self.totals[first]
        for n in range(1, len(path)):
            score += self.step[path[n - 1], path[n]] + self.scores[first + n, path[n]]
        return float(np.exp(min(score, 0.0)))
