"""Kin: whom "his father" means, by what the text says of the one whose father it is."""

from __future__ import annotations

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.kindred import AGES
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.types import Span

_PARENTS = frozenset(("father", "mother", "dad", "mom", "parent"))
_CHILDREN = frozenset(("son", "daughter", "child"))
_HUSBAND_OF, _WIFE_OF = frozenset(("wife", "widow")), frozenset(("husband", "widower"))
_SIBLINGS = frozenset(("brother", "sister"))
_CONVERSE = (
    dict.fromkeys(_PARENTS, _CHILDREN)
    | dict.fromkeys(_CHILDREN, _PARENTS)
    | dict.fromkeys(_SIBLINGS, _SIBLINGS)
    | {"husband": _HUSBAND_OF, "wife": _WIFE_OF}
)
"""What somebody is to those who are this to them."""


def relative_of(scene: Scene, spot: Spot) -> Figure | None:
    """Whom a description such as "his father" means: of whom the text calls the owner the son or daughter.

    None where the owner is not known, or the text says that of none, or of several.
    """
    role, owner = spot.role, _owner(scene, spot)
    converse = _CONVERSE.get(role.head.split()[-1]) if role is not None else None
    if owner is None or role is None or converse is None:
        return None
    found = set()
    for said in owner.roles:
        if said.head.split()[-1] in converse:
            found |= {f for f in _named_in(scene, said.span) if f is not owner}
    fits = [f for f in found if not (role.gender and f.gender and role.gender != f.gender)]
    return fits[0] if len(fits) == 1 else None


def by_age(scene: Scene, spot: Spot) -> Figure | None:
    """Whom "the younger Roth" or "the elder Roth" means: of those who share the name, who is whose child."""
    before = scene.layout.first_word(spot.span.start) - 1
    word = scene.layout.words[before].lower if before >= 0 else ""
    if word not in AGES:
        return None
    young = [f for f in spot.options if any(r.head in _CHILDREN for r in f.roles)]
    old = [f for f in spot.options if f not in young]
    fits = young if AGES[word] else old
    return fits[0] if len(fits) == 1 and young and old else None


def _owner(scene: Scene, spot: Spot) -> Figure | None:
    phrase = spot.phrase
    if phrase is None:
        return None
    if phrase.owner_word is not None:
        owners = (
            s for s in scene.within(Span(phrase.owner_word.start, phrase.owner_word.end)) if s is not spot
        )
        return next((s.figure for s in owners if s.form == "pronoun"), None)
    figures = scene.cast.whose[phrase.owner] if phrase.owner is not None else ()
    return figures[0] if len(figures) == 1 else None


def _named_in(scene: Scene, span: Span) -> set[Figure]:
    """The persons whom the words of a role name: "Anna Roth's son"."""
    spots = (s for s in scene.within(span) if s.form == "name" and s.figure is not None)
    return {s.figure for s in spots if s.figure is not None and s.figure.kind in {"person", "unknown"}}
