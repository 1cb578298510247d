"""Chains: which mentions are one, when each has said what it may go back to, and what kind a whole chain is.

From first to last, each mention joins the chain that has the most of its chance, all its members together (an
entity-mention model in the sense of Luo et al. 2004, with the scores of pairs), unless being new is likelier.
Two things no chain can be: *he* and *she*, and *I* and *you* of one breath.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.enclosing import quoted
from onrecord.annotate.surface import CLASSES, PRONOUNS
from onrecord.types import Mention

OPPOSITES = {"he": "she", "she": "he", "i": "you", "you": "i"}
BREATH = frozenset(("i", "you"))  # means others in another line or quotation
Trait = tuple[str, int, int]
"""What somebody is called, and the line and the quotation where that matters, else -1."""


def chains(text: str, mentions: Sequence[Mention]) -> list[int]:
    """The chain of each mention of ``text``, by the number of its first mention."""
    traits = _traits(text, mentions)
    chain: list[int] = []
    known: defaultdict[int, set[Trait]] = defaultdict(set)
    for index, (mention, trait) in enumerate(zip(mentions, traits, strict=True)):
        shares: defaultdict[int, float] = defaultdict(float)
        for earlier, chance in mention.antecedents:
            shares[chain[earlier]] += chance
        opposite = trait and (OPPOSITES[trait[0]], *trait[1:])
        possible = [c for c in shares if opposite not in known[c]] if opposite else list(shares)
        best = max(possible, key=lambda c: shares[c], default=index)
        chain.append(best if shares[best] > mention.new else index)
        if trait:
            known[chain[-1]].add(trait)
    return chain


def _traits(text: str, mentions: Sequence[Mention]) -> list[Trait | None]:
    """What of each mention no other of its chain may contradict; None of most."""
    starts = np.array([m.span.start for m in mentions], dtype=np.int64)
    inside = quoted(text, starts).tolist()
    ends = [i for i, c in enumerate(text) if c == "\n"]
    traits: list[Trait | None] = []
    for mention, quotation in zip(mentions, inside, strict=True):
        word = PRONOUNS.get(mention.span.of(text).lower()) if mention.form == "pronoun" else None
        name = CLASSES[word] if word is not None else ""
        if name in BREATH:
            traits.append((name, bisect_right(ends, mention.span.start), quotation))
        else:
            traits.append((name, -1, -1) if name in OPPOSITES else None)
    return traits


def chain_kinds(kinds: NDArray[np.float32], chain: Sequence[int]) -> NDArray[np.float32]:
    """Probabilities (n, 5) of being none and of each kind, where all of a chain are of one kind.

    How sure a mention is to be one stays its own; of what kind it is, all of its chain tell by their mean.
    """
    mention = np.maximum(1 - kinds[:, :1], 1e-6)
    sums = np.zeros_like(kinds[:, 1:])
    np.add.at(sums, np.asarray(chain, dtype=np.int64), kinds[:, 1:])
    shares = sums[chain] / np.maximum(sums[chain].sum(axis=1, keepdims=True), 1e-6)
    return np.concatenate((kinds[:, :1], mention * shares), axis=1).astype(np.float32)
