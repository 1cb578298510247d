"""Tags of words and their decoding: BIOES over three roles under a linear-chain CRF.

Shapes below: W words, T = ``len(TAGS)``. Every line of a text is decoded as a sequence of its own, since no
span crosses a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.types import ROLES, Role

TAGS: tuple[str, ...] = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))
NEVER = -1e4
UNLIKELY = 2.0  # more than any chance

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """Words ``first`` to ``last``, both inclusive, in one role, with the posterior of just this span."""

    first: int
    last: int
    role: Role
    probability: float


@cache
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


_OPENS = np.array([t[0] in "OBS" for t in TAGS])
_CLOSES = np.array([t[0] in "OES" for t in TAGS])
_CONTENTS = np.flatnonzero([t.endswith("-content") for t in TAGS])
_CUE_BEGINS = np.array([t in {"B-cue", "S-cue"} for t in TAGS])
_ROLE_OF = {index: role for index, tag in enumerate(TAGS) for role in ROLES if tag.endswith(role)}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text side by side, the longest first, so that those going on are the first ones.

    Attributes:
        rows: (longest, L) the words at each step, -1 where a line is over.
        going: how many lines have a word at each step.
        last: (L,) the last word of each line.
    """

    rows: Ints
    going: list[int]
    last: Ints


def lines_of(breaks: Ints) -> Lines:
    """Group words into lines; ``breaks`` (W,) is 2 at each line's first word."""
    starts = np.flatnonzero(breaks == 2)
    starts = starts if len(starts) and starts[0] == 0 else np.concatenate(([0], starts))
    lengths = np.diff(np.append(starts, len(breaks)))
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    steps = np.arange(lengths[0])[:, None]
    rows = np.where(steps < lengths, starts + steps, -1).astype(np.int64)
    return Lines(rows, (rows >= 0).sum(1).tolist(), starts + lengths - 1)


def _step_table(transitions: Floats) -> Floats:
    return np.where(may_follow(), transitions, NEVER).astype(np.float32)


def viterbi(scores: Floats, lines: Lines, transitions: Floats) -> Ints:
    """The best allowed tag of every word: (W, T) scores and (T, T) transitions -> (W,) tags."""
    step = np.ascontiguousarray(_step_table(transitions).T)
    batch = scores[lines.rows]
    back = np.zeros(batch.shape, dtype=np.int8)
    best = batch[0] + np.where(_OPENS, 0, NEVER)
    for t, going in enumerate(lines.going[1:], 1):
        table = best[:going, None, :] + step
        back[t, :going] = table.argmax(2)
        best[:going] = table.max(2) + batch[t, :going]
    return _trace(back, (best + np.where(_CLOSES, 0, NEVER)).argmax(1), lines, len(scores))


def _trace(back: NDArray[np.int8], tag: Ints, lines: Lines, words: int) -> Ints:
    """Follow the back pointers of each line from its last word, whose tag is given."""
    out = np.zeros(words, dtype=np.int64)
    every = np.arange(len(tag))
    for t in range(len(lines.going) - 1, -1, -1):
        going = lines.going[t]
        out[lines.rows[t, :going]] = tag[:going]
        tag[:going] = back[t, every[:going], tag[:going]]
    return out


def spans(scores: Floats, breaks: Ints, transitions: Floats, likely: float = UNLIKELY) -> list[Tagged]:
    """The spans of the best tag sequence, each with its posterior under the CRF (Lafferty et al. 2001).

    The best sequence is the best among those that have a cue wherever one begins with a chance of ``likely``
    within what would be a content: a long content otherwise swallows the second of two reporting clauses.

    Args:
        scores: (W, T) from the network.
        breaks: (W,) 2 at each line's first word.
        transitions: (T, T) learned scores of tag bigrams.
        likely: ``UNLIKELY`` for the best sequence of all.
    """
    if not len(scores):
        return []
    lines = lines_of(breaks)
    tags = viterbi(scores, lines, transitions)
    if not tags.any():
        return []
    posterior = _Posterior(scores, lines, _step_table(transitions))
    swallowed = np.isin(tags, _CONTENTS) & (posterior.marginals()[:, _CUE_BEGINS].sum(1) >= likely)
    if swallowed.any():
        tags = viterbi(np.where(swallowed[:, None] & ~_CUE_BEGINS, NEVER, scores), lines, transitions)
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


def cue_chances(scores: Floats) -> Floats:
    """(W,) chance of each word by itself to begin a cue; from (W, T) scores."""
    chances = np.exp(scores - scores.max(1, keepdims=True))
    begins: Floats = chances[:, _CUE_BEGINS].sum(1) / chances.sum(1)
    return begins


def marginals(scores: Floats, breaks: Ints, transitions: Floats) -> NDArray[np.float64]:
    """(W, T) probability of each tag of each word under the CRF; arguments as for ``spans``."""
    return _Posterior(scores, lines_of(breaks), _step_table(transitions)).marginals()


class _Posterior:
    """Span posteriors: forward sum at the first word, the path between, backward sum at the last.

    The sums are kept near 1 by a scale for each word, as for hidden Markov models (Rabiner 1989).
    """

    def __init__(self, scores: Floats, lines: Lines, step: Floats) -> None:
        batch = scores.astype(np.float64)
        self.emitted = np.exp(batch - batch.max(1, keepdims=True))
        self.step = np.exp(step.astype(np.float64))
        self.forward, self.scale = np.empty_like(self.emitted), np.empty(len(scores))
        self.backward = np.empty_like(self.emitted)
        self._sum_forward(lines)
        self._sum_backward(lines)

    def _sum_forward(self, lines: Lines) -> None:
        before = np.broadcast_to(_OPENS / self.step.shape[0], (lines.going[0], len(TAGS)))
        for t, going in enumerate(lines.going):
            words = lines.rows[t, :going]
            now = (before[:going] @ self.step if t else before) * self.emitted[words]
            scale = now.sum(1)
            before = now / scale[:, None]
            self.forward[words], self.scale[words] = before, scale

    def _sum_backward(self, lines: Lines) -> None:
        final = _CLOSES / (self.forward[lines.last] * _CLOSES).sum(1)[:, None]
        after = final
        back = np.ascontiguousarray(self.step.T)
        for t in range(len(lines.going) - 1, -1, -1):
            going = lines.going[t]
            if t + 1 < len(lines.going):
                words = lines.rows[t + 1, : lines.going[t + 1]]
                follow = self.emitted[words] * after[: len(words)] / self.scale[words][:, None]
                after = np.concatenate((follow @ back, final[len(words) : going]))
            else:
                after = final[:going]
            self.backward[lines.rows[t, :going]] = after

    def marginals(self) -> NDArray[np.float64]:
        """(W, T) the probability of each tag of each word."""
        chances = self.forward * self.backward
        normal: NDArray[np.float64] = chances / chances.sum(1, keepdims=True)
        return normal

    def of(self, first: int, last: int, tags: Ints) -> float:
        """The probability that words ``first..last`` carry just ``tags``."""
        words = np.arange(first + 1, last + 1)
        path = tags[first : last + 1]
        between = self.step[path[:-1], path[1:]] * self.emitted[words, path[1:]] / self.scale[words]
        ends = self.forward[first, path[0]] * self.backward[last, path[-1]]
        return float(min(ends * between.prod(), 1.0))
