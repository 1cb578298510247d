"""Exact F1 on a development split while training, in words; ``onrecord evaluate`` has the final say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.annotate.pieces import cut, windows
from onrecord.annotate.reading import CONTEXT, WINDOW
from onrecord.evaluate.corpus import read_corpus

from .batches import CLS, SEP, encode
from .links import pair_scores
from .model import ROLES, TAGS, Reader, allowed_transitions


def spans_of(tags, breaks) -> set[tuple[str, int, int]]:
    """(role, first, last) of each span of tags, cut where a line begins."""
    out, start = set(), 0
    for i, tag in enumerate(tags):
        name = TAGS[tag]
        begins = name[0] in "BS" or (name != "O" and breaks[i] == 2)
        if begins:
            start = i
        if name[0] in "ES" or (name != "O" and (i + 1 == len(tags) or breaks[i + 1] == 2)):
            out.add((name[2:], start, i))
    return out


def viterbi(scores: np.ndarray, transitions: np.ndarray) -> list[int]:
    """The best allowed tag sequence for (W, T) scores."""
    step = np.where(allowed_transitions().numpy(), transitions, -1e4)
    opening = np.array([0.0 if n[0] in "OBS" else -1e4 for n in TAGS])
    closing = np.array([0.0 if n[0] in "OES" else -1e4 for n in TAGS])
    best = scores[0] + opening
    back = []
    for row in scores[1:]:
        table = best[:, None] + step
        back.append(table.argmax(0))
        best = table.max(0) + row
    path = [int((best + closing).argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


def read_article(model: Reader, pieces, device: str):
    """Word scores (W, T) and keys (W, 6 D) of one article, windows stitched together."""
    scores = keys = None
    for w in windows(pieces, WINDOW, CONTEXT):
        low, high = pieces.piece_bounds(w.first, w.last)
        ids = torch.tensor([[CLS, *pieces.ids[low:high], SEP]], device=device)
        shapes = torch.tensor([[0, *pieces.shapes[low:high], 0]], device=device)
        firsts = torch.tensor(pieces.firsts[w.first : w.last] - low + 1, device=device)[None]
        s, k = (x[0].float().cpu().numpy() for x in model(ids, shapes, firsts))
        if scores is None:
            scores, keys = (
                np.zeros((len(pieces), s.shape[1])),
                np.zeros((len(pieces), k.shape[1]), np.float32),
            )
        scores[w.fresh : w.last], keys[w.fresh : w.last] = s[w.fresh - w.first :], k[w.fresh - w.first :]
    return scores, keys


def relations_of(model: Reader, spans, keys) -> set:
    """(source, cue, contents) triples that the links make of predicted spans."""
    pick = lambda r: sorted((a, b) for role, a, b in spans if role == r)  # noqa: E731
    sources, cues, contents = (pick(r) for r in ROLES)
    if not cues:
        return set()
    k = torch.from_numpy(keys)
    null = model.nulls.detach().cpu()
    chosen = [()] * len(cues)
    if sources:
        s = pair_scores(model.cpu() if False else model, k.to(model.nulls.device), cues, sources, 0).cpu()
        chosen = [(sources[i],) if row[i] > null[0] else () for row, i in zip(s, s.argmax(1).tolist())]
    owned = [[] for _ in cues]
    if contents:
        s = pair_scores(model, k.to(model.nulls.device), cues, contents, 1).cpu()
        for c, i in zip(contents, s.argmax(0).tolist()):
            owned[i].append(c)
    return {(s, (c,), tuple(x)) for s, c, x in zip(chosen, cues, owned) if x}


def dev_figures(model: Reader, folder: Path, tokenizer: Tokenizer, device: str) -> dict:
    """Exact F1 by role and of linked relations, over every annotation of every article."""
    model.eval()
    count: Counter = Counter()
    read: dict[str, tuple] = {}
    with torch.no_grad():
        for a in read_corpus(folder):
            if a.name not in read:
                pieces = cut(a.text, tokenizer)
                scores, keys = read_article(model, pieces, device)
                spans = spans_of(viterbi(scores, model.transitions.detach().cpu().numpy()), pieces.breaks)
                read[a.name] = (pieces, spans, relations_of(model, spans, keys))
            pieces, spans, relations = read[a.name]
            article = encode(a, pieces)
            gold = spans_of(article.tags, pieces.breaks)
            for role in ROLES:
                g, p = ({s for s in x if s[0] == role} for x in (gold, spans))
                count[role, "g"] += len(g)
                count[role, "p"] += len(p)
                count[role, "tp"] += len(g & p)
            want = {r for r in article.relations if r[1] and r[2]}
            count["linked", "g"] += len(want)
            count["linked", "p"] += len(relations)
            count["linked", "tp"] += len(want & relations)
    model.train()
    return {
        r: round(200 * count[r, "tp"] / max(1, count[r, "g"] + count[r, "p"]), 2) for r in (*ROLES, "linked")
    }
