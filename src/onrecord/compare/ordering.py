"""Whether words were put in another order, and whether what was said is still the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.compare.differences import Difference, SideBySide
from onrecord.compare.meaning import content
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word

_MOVED_BLOCK = 3  # words that were moved together
_STOP = re.compile(r"[,;:.!?…—–]")
# Between two items of a list, or two clauses.
_JOINTS = frozenset(
    "and or but nor yet so if unless because when although though provided providing since while until once "
    "before after whereas whenever as".split()
)


def is_reordered(found: Sequence[Difference]) -> bool:
    """Whether the words that were put in are words that were left out elsewhere."""
    added = [w for d in found for w in d.variant]
    removed = [w for d in found for w in d.base]
    ours, theirs = Counter(w.key for w in removed), Counter(w.key for w in added)
    if len(found) < 2 or not added:
        return False
    if ours == theirs:
        return True
    if not content(added) or not content(removed):
        return False
    left_over = theirs - ours
    if any(vocabulary().is_content(key) for key in left_over) or sum(left_over.values()) > len(added) // 5:
        return False
    cut = len(content(removed)) - len(content(added))
    return cut <= len(content(added)) or _moved_block(found) >= _MOVED_BLOCK


def _moved_block(found: Sequence[Difference]) -> int:
    """The longest run of words put in that stands somewhere in what was left out."""
    out = " | ".join(" ".join(w.key for w in d.base) for d in found)
    runs = [len(d.variant) for d in found if d.variant and " ".join(w.key for w in d.variant) in out]
    return max(runs, default=0)


def moves_the_meaning(pair: SideBySide) -> bool:
    """Whether more was moved than adverbs, whole clauses, or the items of a list."""
    moved = content([w for d in pair.differences for w in d.variant])
    lists = vocabulary().lists
    light = lists["intensifiers"] | lists["hedges"] | lists["adverbs"]
    if all(word.key in light or word.key.endswith("ly") for word in moved):
        return False
    return not _same_parts(pair)


def _same_parts(pair: SideBySide) -> bool:
    """Whether both have the same clauses or items, or the stretches in which they differ have."""
    base, variant = pair.base, pair.variant
    return _alike(pair, base, variant) or _alike(pair, *_apart(base, variant))


def _alike(pair: SideBySide, base: Sequence[Word], variant: Sequence[Word]) -> bool:
    ours, theirs = Counter(_parts(pair.base_text, base)), Counter(_parts(pair.variant_text, variant))
    return ours == theirs and len(ours) > 1


def _apart(base: Sequence[Word], variant: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Both without the words that they begin and end with alike."""
    start = 0
    while start < min(len(base), len(variant)) and base[start].key == variant[start].key:
        start += 1
    end = 0
    most = min(len(base), len(variant)) - start
    while end < most and base[len(base) - 1 - end].key == variant[len(variant) - 1 - end].key:
        end += 1
    return base[start : len(base) - end], variant[start : len(variant) - end]


def _parts(text: str, found: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """The content words of each clause or item, in order."""
    part: list[Word] = []
    for word in found:
        if part and (word.key in _JOINTS or _STOP.search(text[part[-1].end : word.start])):
            yield tuple(w.key for w in content(part) if w.key not in _JOINTS)
            part = []
        part.append(word)
    if part:
        yield tuple(w.key for w in content(part) if w.key not in _JOINTS)
