"""The cast of a text: who is named in it, each with all names, titles, roles and the gender the text
states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.resolve.people.bodies import joined, short_names
from onrecord.resolve.people.figures import Figure, one_person
from onrecord.resolve.people.kindred import AGES, handle_of, relatives
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.roles import Role, appositions, role_in
from onrecord.resolve.people.words import PARTICLES

_ARTICLE = re.compile(r"(?:al|el)-(?=\w{3})")
_ARTICLES = frozenset(("the", "a", "an"))
_QUARTERS = frozenset(("north", "south"))


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
    whose = _Builder(layout, relatives(layout, found)).told_apart(found)
    for name, figures in zip(found, whose, strict=True):
        if len(figures) == 1:
            _add(layout, figures[0], name)
    _narrow(layout, found, whose)
    figures = list(dict.fromkeys(f for some in whose for f in some))
    for figure in figures:
        _settle(figure)
    return Cast(figures, whose)


def _narrow(layout: Layout, found: Sequence[Name], whose: list[list[Figure]]) -> None:
    """Leave out once more whom a title's gender contradicts, now that the whole text has told genders."""
    for index, name in enumerate(found):
        if len(whose[index]) > 1:
            whose[index] = _agreeing(name, whose[index]) or whose[index]
            if len(whose[index]) == 1:
                _add(layout, whose[index][0], name)


class _Builder:
    """Figures by the words of their names."""

    def __init__(self, layout: Layout, kin: frozenset[tuple[str, ...]] = frozenset()) -> None:
        self.layout = layout
        self.kin = kin
        self.by_kin: dict[str, list[Figure]] = defaultdict(list)
        self.whose: dict[int, list[Figure]] = {}
        self.by_last: dict[str, list[Figure]] = defaultdict(list)
        self.by_first: dict[str, list[Figure]] = defaultdict(list)
        self.by_middle: dict[str, list[Figure]] = defaultdict(list)
        self.by_words: dict[str, Figure] = {}
        self.forms: dict[int, list[Name]] = defaultdict(list)
        self.shorts: dict[str, Figure] | None = None

    def told_apart(self, found: Sequence[Name]) -> list[list[Figure]]:
        """For each name the figures that it can stand for: full names first, then those of one word."""
        for index, name in enumerate(found):
            if not _is_surname(name):
                self.full(index, name)
        self.accounts(found)
        for index, name in enumerate(found):
            if _is_surname(name) and index not in self.whose:
                self.single(index, name)
        self.join_bodies()
        return [self.whose[index] for index in range(len(found))]

    def full(self, index: int, name: Name) -> None:
        """Take up a name of several words, or one that is no person's."""
        figure = self._same(name)
        if figure is None:
            figure = Figure(name.kind)
            self.by_words[_key(name)] = figure
            if name.words in self.kin:
                self.by_kin[name.last].append(figure)
            elif name.kind in {"unknown", "person"}:
                self.by_last[_family(name.last)].append(figure)
                self.by_first[name.words[0]].append(figure)
                if len(name.words) > 2 and len(name.words[-2]) > 2:  # "Rosa Quiñones Vidal" is Ms. Quiñones
                    self.by_middle[name.words[-2]].append(figure)
        self.forms[id(figure)].append(name)
        if figure.gender is None:
            figure.gender = name.gender
        self.whose[index] = [figure]

    def _same(self, name: Name) -> Figure | None:
        known = self.by_words.get(_key(name))
        if known is not None or name.kind not in {"unknown", "person"} or name.words in self.kin:
            return known
        fits = [
            f for f in self.by_last[_family(name.last)] if any(one_person(name, n) for n in self.forms[id(f)])
        ]
        if len(fits) == 1:
            self.by_words[_key(name)] = fits[0]
            return fits[0]
        return None

    def accounts(self, found: Sequence[Name]) -> None:
        """Give accounts ("@ada_quill") to those whose names they spell."""
        full = [n for n in found if len(n.words) > 1 and _key(n) in self.by_words]
        for index, name in enumerate(found):
            owner = handle_of(name, full)
            if owner is not None:
                self.whose[index] = [self.by_words[_key(owner)]]

    def single(self, index: int, name: Name) -> None:
        """Take up a name of one word."""
        word = _family(name.words[-1])
        candidates = self.by_last.get(word) or self._in_short(name) or self._by_first(name)
        kin = [f for f in self.by_kin[word] if name.gender and f.gender == name.gender]
        candidates = kin or _agreeing(name, candidates) or self.by_middle.get(word, [])
        if self._by_age(name):
            candidates = [*candidates, *self.by_kin[word]]
        if not candidates and self._is_family(name):
            candidates = [Figure("collective", plural=True)]
            self.by_last[word].append(candidates[0])
        if not candidates:
            figure = Figure(name.kind)
            figure.gender = name.gender
            self.by_last[word].append(figure)
            candidates = [figure]
        if len(candidates) == 1:
            self.forms[id(candidates[0])].append(name)
        self.whose[index] = list(candidates)

    def _is_family(self, name: Name) -> bool:
        """Whether a name is the plural of a surname: "the Roths"."""
        if not name.words[-1].endswith("s") or name.titles:
            return False
        bearers = self.by_last.get(name.words[-1][:-1], [])
        before = self.layout.text[: name.span.start].rstrip()[-3:].casefold()
        return len(bearers) > 1 or (bool(bearers) and before == "the")

    def _by_age(self, name: Name) -> bool:
        """Whether "the younger" or the like before a surname tells relatives apart."""
        at = self.layout.first_word(name.span.start) - 1
        return at >= 0 and self.layout.words[at].lower in AGES

    def _in_short(self, name: Name) -> list[Figure]:
        """The company that a single word without a title is short for."""
        if self.shorts is None:
            self.shorts = short_names(self.by_words)
        figure = self.shorts.get(name.words[-1]) if name.kind == "unknown" and not name.titles else None
        if figure is None and name.words[0] in _QUARTERS:  # "the North" of two countries
            countries = {
                f for key, f in self.by_words.items() if key.startswith(name.words[0]) and f.kind == "country"
            }
            figure = countries.pop() if len(countries) == 1 else None
        return [] if figure is None else [figure]

    def _by_first(self, name: Name) -> list[Figure]:
        """Those whose first name a single word is; one with a title is a family name that stands first."""
        found = []
        for figure in self.by_first.get(name.words[-1], []):
            lengths = {len(n.words) for n in self.forms[id(figure)]}
            family_first = bool(name.titles) and 3 in lengths
            if figure.kind == "person" or (2 in lengths and not name.titles) or family_first:
                found.append(figure)
        return found

    def join_bodies(self) -> None:
        """Make one figure of the long and the short names of a body."""
        for figure, target in joined(self.by_words):
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
