"""Joints: people named together, "Roth and Quill", whom "they", "the two leaders" or "the Roths" may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.resolve.people.cast import Cast
from onrecord.resolve.people.expressions import Phrase
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.types import Span

_PAIRS = frozenset(("pair", "couple", "duo", "two"))
_OF_TWO = frozenset("leaders men women presidents ministers candidates rivals officials senators".split())


class Joints:
    """The figures of people named together: the same people are one figure in whatever words.

    Args:
        cast: of the text.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._made: dict[frozenset[Figure], Figure] = {}
        self._families = {f.names[0].words[0]: f for f in cast.figures if f.plural and f.names}

    def figure(self, phrase: Phrase) -> Figure | None:
        """The figure of those whom a phrase names, or None where it is open who one of them is."""
        members = [self.cast.whose[at] for at in phrase.names]
        if any(len(figures) != 1 for figures in members):
            return None
        key = frozenset(figures[0] for figures in members)
        figure = self._made.get(key) or self._family(key)
        if figure is None:
            figure = Figure("collective", phrase=phrase.span, plural=True)
        figure.phrase = figure.phrase or phrase.span
        self._made[key] = figure
        return figure

    def _family(self, members: frozenset[Figure]) -> Figure | None:
        """The family that people of one surname are, where the text calls it so: "the Roths"."""
        surnames = {n.last for f in members for n in f.names if len(n.words) > 1}
        return self._families.get(f"{min(surnames)}s") if len(surnames) == 1 else None


def joint_phrases(layout: Layout, names: Sequence[Name], cast: Cast) -> Iterator[Phrase]:
    """Two persons named one after the other with "and" between them, and nobody else beside them."""
    for at in range(len(names) - 1):
        one, other = names[at], names[at + 1]
        between = layout.text[one.whole.end : other.whole.start]
        if between.strip() != "and" or one.possessive or other.possessive or one.title_case:
            continue
        figures = [cast.whose[at], cast.whose[at + 1]]
        if all(len(f) == 1 and _is_person(f[0]) for f in figures) and figures[0] != figures[1]:
            if layout.text[: one.whole.start].rstrip()[-1:] == "," and at and _near(names[at - 1], one):
                continue  # the end of a list
            span = Span(one.whole.start, other.span.end)
            yield Phrase("joint", span, names=(at, at + 1), kind="collective", plural=True)


def _near(before: Name, name: Name) -> bool:
    return name.whole.start - before.whole.end <= 2  # a comma and a space


def _is_person(figure: Figure) -> bool:
    return figure.kind == "person" or (figure.kind == "unknown" and not figure.place and figure.acts)


def is_pair(layout: Layout, phrase: Phrase) -> bool:
    """Whether a description is of two who were named together: "the two leaders", "the couple"."""
    words = [w.lower for w in layout.words_in(phrase.span)]
    if words[:1] == ["the"] and len(words) == 2:
        return words[1] in _PAIRS
    return words[:2] in (["the", "two"], ["both", "the"]) and len(words) == 3 and words[2] in _OF_TWO
