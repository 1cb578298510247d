"""Own development figures of a mentions' network while it is trained, in PyTorch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from onrecord.annotate.spotting import FLOOR, agreed, unclashing
from onrecord.evaluate.coreference import Counts, count

from .corpora import Example
from .model import KINDS, Mentions

PERSON = 1


def found_in(model: Mentions, example: Example) -> tuple[np.ndarray, np.ndarray, Tensor]:
    """The mentions (n, 2) as the package would find them, their kinds (n,) and vectors (n, SPAN)."""
    from .train import joined, ordered, proposals, run

    words = run(model, [example])
    whole, band = joined(example, words, model.heads.edges(words))
    bounds = proposals(band, FLOOR)
    first, last = torch.from_numpy(bounds[:, 0]), torch.from_numpy(bounds[:, 1])
    vectors = model.heads.spans(whole, first, last)
    kinds = agreed(band[first, last - first].numpy(), model.heads.kinds(vectors).softmax(-1).numpy())
    rows = unclashing(bounds, 1 - kinds[:, 0])
    rows = rows[ordered(bounds[rows])]
    return bounds[rows], kinds[rows][:, 1:].argmax(1) + 1, vectors[rows]


def decode(model: Mentions, example: Example) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """The mentions found (n, 2), their kinds (n,), and the entity of each by its best antecedents."""
    from .train import links, table_of

    bounds, kinds, vectors = found_in(model, example)
    scores, candidates = links(model, vectors, table_of(example, bounds))
    entity: list[int] = []
    for i, b in enumerate(scores.argmax(1).tolist()):
        entity.append(i if b == 0 else entity[int(candidates[i, b - 1])])
    return bounds, kinds, entity


def entities_of(bounds: np.ndarray, kinds: np.ndarray, entity: Sequence[int]) -> list[set[tuple[int, int]]]:
    """The entities most of whose mentions are persons."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for i, e in enumerate(entity):
        groups[int(e)].append(i)
    return [
        {tuple(bounds[i]) for i in g}
        for g in groups.values()
        if sum(kinds[i] == PERSON for i in g) * 2 >= len(g)
    ]


def measure(model: Mentions, held: Sequence[Example], validation: Sequence[Example]) -> dict[str, float]:
    """F1 of mentions by kind, the coreference of persons, and GAP."""
    out = {}
    tally: dict[str, Counter[str]] = {"": Counter(), "news ": Counter()}
    coref: dict[str, dict[str, Counts]] = {"": {}, "gold ": {}}
    for example in held:
        bounds, kinds, entity = decode(model, example)
        groups = ["", "news "] if example.genre in ("news", "interview", "speech") else [""]
        gold = {(*b, k) for b, k in zip(example.bounds.tolist(), example.kinds.tolist(), strict=True)}
        said = {(*b, int(k)) for b, k in zip(bounds.tolist(), kinds, strict=True)}
        for group in groups:
            for k, name in enumerate(KINDS):
                tally[group][f"{name} key"] += sum(g[2] == k for g in gold)
                tally[group][f"{name} said"] += sum(s[2] == k for s in said)
                tally[group][f"{name} right"] += sum(s[2] == k for s in said & gold)
        key = entities_of(example.bounds, example.kinds, example.entities.tolist())
        for name, counts in count(key, entities_of(bounds, kinds, entity)).items():
            coref[""][name] = coref[""].get(name, Counts()) + counts
    for group, t in tally.items():
        for name in ("person", "organisation", "place", "other"):
            out[f"{group}{name}"] = round(
                200 * t[f"{name} right"] / (t[f"{name} key"] + t[f"{name} said"] or 1), 1
            )
        both = [t[f"person {x}"] + t[f"organisation {x}"] for x in ("right", "key", "said")]
        out[f"{group}both"] = round(200 * both[0] / (both[1] + both[2]), 1)
    out |= {f"persons {n}": round(100 * c.f1, 1) for n, c in coref[""].items()}
    return out | gap(model, validation)


def gap(model: Mentions, validation: Sequence[Example]) -> dict[str, float]:
    """GAP's figures with the better of the two thresholds that are tried."""
    from .train import gap_scores, run

    scores = []
    for low in range(0, len(validation), 32):
        part = validation[low : low + 32]
        words = run(model, part)
        edges = model.heads.edges(words)
        scores.extend(gap_scores(model, e, words[i : i + 1], edges[i : i + 1]) for i, e in enumerate(part))
    best = {}
    for floor in (0.3, 0.4, 0.5):
        tally: Counter[tuple[bool, str]] = Counter()
        for e, s in zip(validation, scores, strict=True):
            pair = e.pair or (False, False)
            pronoun = e.read.pieces.span(*map(int, e.bounds[0])).of(e.read.text).lower()
            said = [bool(s[0] >= floor and s[0] >= s[1]), bool(s[1] >= floor and s[1] > s[0])]
            she = pronoun in ("she", "her", "hers")
            for x, y in zip(pair, said, strict=True):
                tally[she, "right"] += x and y
                tally[she, "total"] += x + y
        f1 = [200 * tally[g, "right"] / max(1, tally[g, "total"]) for g in (True, False)]
        whole = (
            200
            * (tally[True, "right"] + tally[False, "right"])
            / max(1, tally[True, "total"] + tally[False, "total"])
        )
        if whole > best.get("gap", -1):
            best = {"gap": round(whole, 1), "gap f/m": round(f1[0] / max(1.0, f1[1]), 3), "gap floor": floor}
    return best
