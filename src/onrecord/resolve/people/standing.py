"""Names that ran together with what stands before them, told by the same name standing alone elsewhere.

"Envoy to the Free Isles Ada Quill" holds no longer form of "Ada Quill", and in "... in the E.U. Quill also
said" a sentence ends between the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name, named
from onrecord.resolve.people.words import PARTICLES

_ARTICLES = frozenset(("the", "a", "an"))
_OFTENER = 2


def without_runs(layout: Layout, found: Sequence[Name]) -> Iterator[Name]:
    """The names of ``found``, in order, those that ran on cut to the name that stands alone elsewhere."""
    alone = Counter(
        n.words for n in found if n.kind in {"person", "unknown"} and not n.place and len(n.words) < 5
    )
    surnames = {words[-1] for words in alone}
    for name in found:
        cut = _cut(layout, name, alone, surnames)
        end = layout.first_word(name.span.end)
        yield (named(layout, end - len(name.words) + cut, end) if cut else None) or name


def _cut(layout: Layout, name: Name, alone: Counter[tuple[str, ...]], surnames: set[str]) -> int:
    """How many of the name's first words are none of its own.

    An epithet or a headline's word before a full name ("Crooked Hillary Clinton") stands there less than half
    as often as the name without it.
    """
    words = name.words
    if len(words) < 2 or len(words) != len(layout.text[name.span.start : name.span.end].split()):
        return 0
    known = words[-1:] in alone  # else the rest may be a surname of two words, as Wasserman Schultz
    rarer = alone[words[1:]] >= _OFTENER * max(1, alone[words])
    if len(words) > 2 and words[1] not in PARTICLES and rarer and known:
        return 1
    first = layout.first_word(name.span.start)
    if len(words) > 2 and known and layout.opens(first) and alone[words[1:]] and words[1] not in PARTICLES:
        return 1
    after_article = bool(first) and layout.words[first - 1].lower in _ARTICLES and not name.titles
    if "." in words[0] and len(words[0]) < 6:  # "the E.U. Quill", and not "Rep. G.K. Quill"
        rest = words[1:]
        return int(after_article and (rest in alone or (len(rest) == 1 and rest[0] in surnames)))
    known = known or words[-2:] in alone
    return len(words) - 2 if after_article and len(words) > 2 and known else 0
