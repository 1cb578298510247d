"""Two sequences of words side by side: what was kept, put in, left out and replaced.

Ratcliff and Obershelp's longest common blocks (``difflib``) where that is cheap; in long sequences the words
that occur once in both are anchors first (Cohen's patience diff), so that the time stays near linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Products of lengths up to which all common blocks are looked for; 200 words against 200.
_CHEAP = 40_000
_STRAY = 2  # words, all of them small ones, in a match that may be chance
_FAR = 4  # words left out beside a match that make it look like chance


@dataclass(frozen=True, slots=True)
class Block:
    """``size`` words from ``a`` on in the one sequence are those from ``b`` on in the other."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Words ``a0`` to ``a1`` of the one sequence stand where the other has ``b0`` to ``b1``; one may be
    empty.
    """

    a0: int
    a1: int
    b0: int
    b1: int


def blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The common blocks of two sequences, in order, none touching the next in both."""
    return list(_joined(_blocks(a, b, 0, len(a), 0, len(b))))


def common(a: Sequence[str], b: Sequence[str], small: frozenset[str]) -> list[Block]:
    """The common blocks without outer ones of one or two ``small`` words that match by chance, far from the
    rest.
    """
    return _without_strays(blocks(a, b), a, b, small)


def gaps(a: Sequence[str], b: Sequence[str], small: frozenset[str] = frozenset()) -> list[Gap]:
    """What is between the common blocks of ``a`` and ``b``, ends included.

    Args:
        a: the keys of the one.
        b: the keys of the other.
        small: words that match by chance; a block of one or two of them far from the others is no match.
    """
    kept = common(a, b, small)
    found, place_a, place_b = [], 0, 0
    for block in [*kept, Block(len(a), len(b), 0)]:
        if place_a < block.a or place_b < block.b:
            found.append(Gap(place_a, block.a, place_b, block.b))
        place_a, place_b = block.a + block.size, block.b + block.size
    return found


def _blocks(a: Sequence[str], b: Sequence[str], a0: int, a1: int, b0: int, b1: int) -> Iterator[Block]:
    if (a1 - a0) * (b1 - b0) <= _CHEAP:
        yield from _all_common(a, b, a0, a1, b0, b1)
        return
    start = 0  # what begins and what ends both is common; in short sequences a longer block may need it
    while a0 + start < a1 and b0 + start < b1 and a[a0 + start] == b[b0 + start]:
        start += 1
    end = 0
    while a0 + start < a1 - end and b0 + start < b1 - end and a[a1 - end - 1] == b[b1 - end - 1]:
        end += 1
    if start:
        yield Block(a0, b0, start)
    yield from _between(a, b, a0 + start, a1 - end, b0 + start, b1 - end)
    if end:
        yield Block(a1 - end, b1 - end, end)


def _all_common(a: Sequence[str], b: Sequence[str], a0: int, a1: int, b0: int, b1: int) -> Iterator[Block]:
    for found in SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False).get_matching_blocks():
        if found.size:
            yield Block(a0 + found.a, b0 + found.b, found.size)


def _between(a: Sequence[str], b: Sequence[str], a0: int, a1: int, b0: int, b1: int) -> Iterator[Block]:
    if a0 == a1 or b0 == b1:
        return
    if (a1 - a0) * (b1 - b0) <= _CHEAP:
        yield from _all_common(a, b, a0, a1, b0, b1)
        return
    place_a, place_b = a0, b0
    for anchor in [*_anchors(a, b, a0, a1, b0, b1), None]:
        end_a, end_b = (a1, b1) if anchor is None else anchor
        if anchor is not None or (place_a, place_b) != (a0, b0):  # without any anchor it is all replaced
            yield from _blocks(a, b, place_a, end_a, place_b, end_b)
        if anchor is not None:
            yield Block(end_a, end_b, 1)
            place_a, place_b = end_a + 1, end_b + 1


def _anchors(a: Sequence[str], b: Sequence[str], a0: int, a1: int, b0: int, b1: int) -> list[tuple[int, int]]:
    """Places of the words that occur once in both ranges, the longest run of them that is in order in
    both.
    """
    in_a, in_b = Counter(a[a0:a1]), Counter(b[b0:b1])
    places = {word: place for place, word in enumerate(b[b0:b1], b0) if in_b[word] == 1}
    pairs = [(i, places[a[i]]) for i in range(a0, a1) if in_a[a[i]] == 1 and a[i] in places]
    return _longest_rising(pairs)


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members rise (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, (_, b) in enumerate(pairs):
        pile = bisect_left(tops, b)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(b)
            at.append(place)
        else:
            tops[pile], at[pile] = b, place
    found, place = [], at[-1] if at else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def _joined(found: Iterator[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in found:
        if last and last.a + last.size == block.a and last.b + last.size == block.b:
            last = Block(last.a, last.b, last.size + block.size)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _without_strays(
    found: list[Block], a: Sequence[str], b: Sequence[str], small: frozenset[str]
) -> list[Block]:
    """``found`` without outer blocks of small words that stand far from the rest in one of the sequences.

    What begins both sequences, or ends both, is there on purpose.
    """
    kept = list(found)
    if len(kept) > 1:
        kept[0] = _moved_up(kept[0], kept[1], a)
    while len(kept) > 1 and _is_stray(kept[0], kept[1], a, small):
        outer, inner = kept[0], kept[1]
        size = outer.size
        if (outer.b + size == inner.b and _same(a, outer.a, inner.a - size, size)) or (
            outer.a + size == inner.a and _same(b, outer.b, inner.b - size, size)
        ):  # the same words stand next to the inner block as well
            kept[1] = Block(inner.a - size, inner.b - size, inner.size + size)
        elif outer.a == outer.b == 0:
            break
        kept.pop(0)
    while len(kept) > 1 and _is_stray(kept[-1], kept[-2], a, small) and not _is_last(kept[-1], a, b):
        kept.pop()
    return kept


def _moved_up(outer: Block, inner: Block, a: Sequence[str]) -> Block:
    """The first block at the last place where its words stand before the second one.

    "I will apologize" is a part of "I will not resign and I will not apologize" from its second "I will" on.
    """
    if outer.b + outer.size != inner.b:
        return outer
    for place in range(inner.a - outer.size, outer.a, -1):
        if _same(a, place, outer.a, outer.size):
            return Block(place, outer.b, outer.size)
    return outer


def _is_stray(outer: Block, inner: Block, a: Sequence[str], small: frozenset[str]) -> bool:
    first, second = sorted((outer, inner), key=lambda block: block.a)
    apart_a = second.a - first.a - first.size
    apart_b = second.b - first.b - first.size
    if outer.size > _STRAY or not all(a[outer.a + i] in small for i in range(outer.size)):
        return False
    return max(apart_a, apart_b) > _FAR and outer.size < inner.size


def _same(words: Sequence[str], one: int, other: int, size: int) -> bool:
    """Whether ``size`` words from ``one`` on are those from ``other`` on."""
    return other >= 0 and list(words[one : one + size]) == list(words[other : other + size])


def _is_last(block: Block, a: Sequence[str], b: Sequence[str]) -> bool:
    return block.a + block.size == len(a) and block.b + block.size == len(b)
