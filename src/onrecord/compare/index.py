"""Finding the quotations that a quotation may be a form of, among many, without looking at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from math import log
from typing import Generic, TypeVar

from onrecord.compare.shingles import features

K = TypeVar("K", bound=Hashable)

_WORD_WEIGHT = 0.4  # of a single word beside a pair's 1
_COMMON = 2000  # texts that share a feature from which on it finds none by itself
_LEAST = 0.15  # score under which a text is no candidate


@dataclass(slots=True)
class QuotationIndex(Generic[K]):
    """An index in memory from shingles and content words to the texts that have them.

    Texts are scored by containment, weighted by how rare what they share is: of the query in the text, or of
    the text in the query, whichever is more. So a part, a longer form, and the same parts in another order
    are all near, and so is a text with some words exchanged.
    """

    _postings: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _keys: list[K] = field(default_factory=list)
    _features: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)

    def add(self, key: K, text: str) -> None:
        """Take up a text under ``key``; a text without content words is never found."""
        place = len(self._keys)
        pairs, single = features(text)
        self._keys.append(key)
        self._features.append((pairs, single))
        for feature in dict.fromkeys((*pairs, *single)):
            self._postings[feature].append(place)

    def __len__(self) -> int:
        return len(self._keys)

    def near(self, text: str, limit: int = 20) -> list[tuple[K, float]]:
        """The keys of the texts nearest to ``text`` with their scores in 0..1, the best first."""
        query = features(text)
        whole = self._weight(query)
        if not whole:
            return []
        places = self._candidates(query)
        scored = ((self._score(query, whole, place), place) for place in places)
        best = sorted((-score, place) for score, place in scored if score >= _LEAST)
        return [(self._keys[place], -score) for score, place in best[:limit]]

    def _candidates(self, query: tuple[tuple[int, ...], tuple[int, ...]]) -> set[int]:
        """The texts that share a pair, or a word that is not in too many."""
        pairs, single = query
        lists = [self._postings[f] for f in pairs if f in self._postings]
        lists += [self._postings[f] for f in single if len(self._postings.get(f, ())) <= _COMMON]
        rare_first = sorted(filter(None, lists), key=len)
        found: set[int] = set()
        for posting in rare_first:
            if found and len(found) + len(posting) > 5 * _COMMON:
                break
            found.update(posting)
        return found

    def _score(self, query: tuple[tuple[int, ...], tuple[int, ...]], whole: float, place: int) -> float:
        pairs, single = self._features[place]
        shared = (set(query[0]).intersection(pairs), set(query[1]).intersection(single))
        weight = self._weight((tuple(shared[0]), tuple(shared[1])))
        return min(1.0, weight / max(1e-9, min(whole, self._weight((pairs, single)))))

    def _weight(self, features: tuple[Iterable[int], Iterable[int]]) -> float:
        pairs, single = features
        return sum(map(self._rarity, pairs)) + _WORD_WEIGHT * sum(map(self._rarity, single))

    def _rarity(self, feature: int) -> float:
        """How much it tells that a text has ``feature``: 1 and more, the rarer the more."""
        return 1 + log((1 + len(self._keys)) / (1 + len(self._postings.get(feature, ()))))
