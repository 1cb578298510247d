"""Exact F1 on a development split while training, in words; ``onrecord evaluate`` has the final say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.annotate.levels import CONTEXT, WINDOW
from onrecord.annotate.links import link
from onrecord.annotate.network import CLS, SEP, Tables
from onrecord.annotate.pieces import Pieces, cut, windows
from onrecord.annotate.tags import spans
from onrecord.evaluate.corpus import read_corpus
from onrecord.types import ROLES

from .batches import encode
from .model import Reader


def tables_from(model: Reader) -> Tables:
    """The learned tables of a reader in training, as the decoding takes them."""
    names = ("transitions", "source_bias", "content_bias", "nulls")
    return Tables(*(getattr(model, n).detach().cpu().numpy() for n in names), (1.0, 0.0), 0.0)


def read_article(model: Reader, pieces: Pieces, device: str) -> tuple[np.ndarray, np.ndarray]:
    """Word scores (W, T) and keys (W, 6 D) of one article, windows stitched together."""
    scores, keys = [], []
    for w in windows(pieces, WINDOW, CONTEXT):
        low, high = pieces.piece_bounds(w.first, w.last)
        ids = torch.tensor([[CLS, *pieces.ids[low:high], SEP]], device=device)
        shapes = torch.tensor([[0, *pieces.shapes[low:high], 0]], device=device)
        firsts = torch.tensor(pieces.firsts[w.first : w.last] - low + 1, device=device)[None]
        for part, out in zip((scores, keys), model(ids, shapes, firsts), strict=True):
            part.append(out[0, w.fresh - w.first :].float().cpu().numpy())
    return np.concatenate(scores), np.concatenate(keys)


def found_in(model: Reader, pieces: Pieces, device: str) -> set[tuple]:
    """(role, first, last) of each span, and ("linked", sources, cues, contents) of each relation."""
    tables = tables_from(model)
    scores, keys = read_article(model, pieces, device)
    tagged = spans(scores, pieces.breaks, tables.transitions)
    found = {(t.role, t.first, t.last) for t in tagged}
    for r in link(keys, np.cumsum(pieces.breaks == 2), tagged, tables):
        parts = (tuple((t.first, t.last) for t in part) for part in (r.source, r.cue, r.content))
        found.add(("linked", *parts))
    return found


def wanted_in(annotated, pieces: Pieces) -> set[tuple]:
    """The same of an annotation."""
    article = encode(annotated, pieces)
    linked = {("linked", *r) for r in article.relations if r[1] and r[2]}
    return linked | {
        (role, first, last)
        for relation in article.relations
        for role, found in zip(ROLES, relation, strict=True)
        for first, last in found
    }


def dev_figures(model: Reader, folder: Path, tokenizer: Tokenizer, device: str) -> dict:
    """Exact F1 by role and of linked relations, over every annotation of every article."""
    model.eval()
    count: Counter = Counter()
    read: dict[str, tuple[Pieces, set[tuple]]] = {}
    with torch.no_grad():
        for a in read_corpus(folder):
            if a.name not in read:
                pieces = cut(a.text, tokenizer)
                read[a.name] = pieces, found_in(model, pieces, device)
            pieces, found = read[a.name]
            wanted = wanted_in(a, pieces)
            for name in (*ROLES, "linked"):
                g, p = ({s for s in x if s[0] == name} for x in (wanted, found))
                count[name] += 2 * len(g & p)
                count[name, "all"] += len(g) + len(p)
    model.train()
    return {r: round(100 * count[r] / max(1, count[r, "all"]), 2) for r in (*ROLES, "linked")}
