"""The cast of a text: who is named in it, each with all names, titles, roles and the gender the text
states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.resolve.people.figures import Figure, one_person
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.roles import Role, appositions, role_in
from onrecord.resolve.people.words import COMPANY_ENDS, PARTICLES

_ARTICLE = re.compile(r"(?:al|el)-(?=\w{3})")
_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(slots=True)
class Cast:
    """All figures that a text names, and which name is whose.

    Attributes:
        figures: in the order of their first names.
        whose: for each name, by its place in the list of names, the figures that it can stand for.
    """

    figures: list[Figure]
    whose: list[list[Figure]]


def cast(layout: Layout, found: Sequence[Name]) -> Cast:
    """Tell which of the names ``found`` name the same: full names first, then those of one word.

    A name of one word stands for whoever has it as surname, or as given name where nobody has; where several
    do, titles and gender decide, and what they leave open is left open.
    """
    builder = _Builder(layout)
    for index, name in enumerate(found):
        if not _is_surname(name):
            builder.full(index, name)
    for index, name in enumerate(found):
        if _is_surname(name):
            builder.single(index, name)
    builder.join_acronyms()
    whose = [builder.whose[index] for index in range(len(found))]
    for name, figures in zip(found, whose, strict=True):
        if len(figures) == 1:
            _add(layout, figures[0], name)
    figures = list(dict.fromkeys(f for some in whose for f in some))
    for figure in figures:
        _settle(figure)
    return Cast(figures, whose)


class _Builder:
    """Figures by the words of their names."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.whose: dict[int, list[Figure]] = {}
        self.by_last: dict[str, list[Figure]] = defaultdict(list)
        self.by_first: dict[str, list[Figure]] = defaultdict(list)
        self.by_words: dict[str, Figure] = {}
        self.forms: dict[int, list[Name]] = defaultdict(list)

    def full(self, index: int, name: Name) -> None:
        """Take up a name of several words, or one that is no person's."""
        figure = self._same(name)
        if figure is None:
            figure = Figure(name.kind)
            self.by_words[_key(name)] = figure
            if name.kind in {"unknown", "person"}:
                self.by_last[_family(name.last)].append(figure)
                self.by_first[name.words[0]].append(figure)
        self.forms[id(figure)].append(name)
        if figure.gender is None:
            figure.gender = name.gender
        self.whose[index] = [figure]

    def _same(self, name: Name) -> Figure | None:
        known = self.by_words.get(_key(name))
        if known is not None or name.kind not in {"unknown", "person"}:
            return known
        fits = [
            f for f in self.by_last[_family(name.last)] if any(one_person(name, n) for n in self.forms[id(f)])
        ]
        if len(fits) == 1:
            self.by_words[_key(name)] = fits[0]
            return fits[0]
        return None

    def single(self, index: int, name: Name) -> None:
        """Take up a name of one word."""
        word = _family(name.words[-1])
        candidates = self.by_last.get(word) or self._by_first(name)
        candidates = _agreeing(name, candidates)
        if not candidates:
            figure = Figure(name.kind)
            figure.gender = name.gender
            self.by_last[word].append(figure)
            candidates = [figure]
        if len(candidates) == 1:
            self.forms[id(candidates[0])].append(name)
        self.whose[index] = list(candidates)

    def _by_first(self, name: Name) -> list[Figure]:
        """Those whose first name a single word is; one with a title is a family name that stands first."""
        found = []
        for figure in self.by_first.get(name.words[-1], []):
            lengths = {len(n.words) for n in self.forms[id(figure)]}
            family_first = bool(name.titles) and 3 in lengths
            if figure.kind == "person" or (2 in lengths and not name.titles) or family_first:
                found.append(figure)
        return found or self._by_inner(name)

    def _by_inner(self, name: Name) -> list[Figure]:
        """The one person of three names or more whose inner name a single word is: Gabriel Boric Font."""
        figures = (f for f in dict.fromkeys(self.by_words.values()) if f.kind == "person")
        held = [f for f in figures if any(name.words[-1] in n.words[1:-1] for n in self.forms[id(f)])]
        return held if len(held) == 1 else []

    def join_acronyms(self) -> None:
        """Make one figure of "Republican National Committee" and "RNC", of "The New York Times" and "the
        Times".
        """
        by_initials: dict[str, Figure] = {}
        by_end: dict[str, list[Figure]] = defaultdict(list)
        by_start: dict[str, list[Figure]] = defaultdict(list)
        for key, figure in self.by_words.items():
            words = [w for w in key.split() if w not in {"of", "the", "and", "for"}]
            if len(words) > 1 and figure.kind == "organisation":
                by_initials.setdefault("".join(w[0] for w in words), figure)
                by_end[words[-1]].append(figure)
                if f"{words[0]} of " in key or words[-1].strip(".") in COMPANY_ENDS:
                    by_start[words[0] if len(words) == 2 or " of " in key else key].append(figure)
        for key, figure in list(self.by_words.items()):
            target = by_initials.get(key.replace(".", "")) if " " not in key else None
            ends = by_end.get(key) or by_start.get(key, [])
            if target is None and figure.kind == "organisation" and len(ends) == 1 and " " not in key:
                target = ends[0]
            if target is not None and target is not figure:
                self._replace(figure, target)

    def _replace(self, figure: Figure, target: Figure) -> None:
        for index, figures in self.whose.items():
            if figures == [figure]:
                self.whose[index] = [target]


def _is_surname(name: Name) -> bool:
    """Whether a name is one word, particles before it left out ("von der Leyen"), and may be a person's."""
    alone = all(word in PARTICLES for word in name.words[:-1])
    return alone and name.kind in {"unknown", "person"}


def _family(surname: str) -> str:
    """A surname without the Arabic article: al-Assad is Assad too."""
    return _ARTICLE.sub("", surname)


def _key(name: Name) -> str:
    return " ".join(w for w in name.words if w not in _ARTICLES)


def _agreeing(name: Name, candidates: Sequence[Figure]) -> list[Figure]:
    """Those of ``candidates`` whose gender does not contradict the titles of ``name``."""
    fits = [f for f in candidates if not (name.gender and f.gender and name.gender != f.gender)]
    if name.gender and len(fits) > 1:
        stated = [f for f in fits if f.gender == name.gender]
        return stated if len(stated) == 1 else fits
    return fits


def _add(layout: Layout, figure: Figure, name: Name) -> None:
    figure.names.append(name)
    figure.mentions.add(name.span)
    figure.gender = figure.gender or name.gender
    roles: Iterable[Role | None] = (
        role_in(layout, name.role) if name.role else None,
        *appositions(layout, name),
    )
    for role in roles:
        if role is not None:
            figure.roles.append(role)
            figure.gender = figure.gender or role.gender


def _settle(figure: Figure) -> None:
    """Decide from all names together what a figure is."""
    kinds = {n.kind for n in figure.names}
    figure.full = sum(len(n.words) > 1 and not n.title_case for n in figure.names)
    if figure.roles or "person" in kinds:
        if "organisation" not in kinds and "country" not in kinds and "collective" not in kinds:
            figure.kind = "person"
    elif figure.kind == "unknown" and figure.names:
        placed = sum(n.place for n in figure.names)
        figure.place = placed * 2 >= len(figure.names)
        forms = {len(n.words) for n in figure.names}
        if len(forms) > 1 and not figure.place:
            figure.kind = "person"  # a full name, and the surname by itself
