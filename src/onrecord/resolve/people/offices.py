"""Offices: who of a text is meant by "the president" or "the billionaire", by what the text says of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.roles import Role
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.words import ADMINISTRATION, KIN, PARTY_ROLES, STATES

_ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split(","))
    for group in (
        "senator,lawmaker,legislator,politician",
        "representative,congressman,congresswoman,lawmaker,legislator,politician",
        "candidate,nominee,contender,front-runner,frontrunner,hopeful,challenger",
        "businessman,mogul,tycoon,billionaire,developer,magnate,millionaire",
        "spokesman,spokesperson",
        "spokeswoman,spokesperson",
        "leader,majority leader,minority leader,opposition leader",
        "speaker,house speaker",
        "minister,prime minister,foreign minister,premier",
        "executive,ceo,chief executive",
        "adviser,advisor,aide,national security adviser",
        "chairman,chair,chairperson",
        "chairwoman,chair,chairperson",
        "doctor,physician,surgeon,neurosurgeon",
        "journalist,reporter,correspondent,writer,columnist",
        "secretary,press secretary,defense secretary",
        "lawyer,attorney",
        "director,chief,head,boss",
        "writer,author",
    )
)
_HEADS_ALIKE: dict[str, frozenset[str]] = {
    head: frozenset().union(*(group for group in _ALIKE if head in group))
    for group in _ALIKE
    for head in group
}
_EPITHETS = frozenset(
    "nominee candidate billionaire millionaire mogul businessman businesswoman tycoon developer magnate "
    "celebrity star front-runner frontrunner contender hopeful lawmaker politician man woman veteran "
    "newcomer incumbent challenger socialist libertarian republican democrat rival".split()
)
_BARE = frozenset(("man", "woman", "boy", "girl"))
_PARTIES = {
    "republican": frozenset(("republican", "gop")),
    "democratic": frozenset(("democratic", "democrat")),
}
_CLAUSE = re.compile(r"[,;] (?:and|but|while|when)\b")
_LITTLE = frozenset("the a an of former".split())
_NEAR = 60  # spots before a description that are looked at
_MOST = 60  # figures of one office that are compared
_EQUAL = 0.15

Found = tuple[Figure, float, str, Spot | None]
"""A figure, how sure it is, why, and the mention that speaks for it."""


class Offices:
    """The figures of a scene by the roles that the text gives them.

    Args:
        scene: the text.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._by_head: dict[str, dict[Figure, int]] = defaultdict(dict)
        self._implied: dict[Figure, set[str]] = defaultdict(set)
        for order, figure in enumerate(scene.cast.figures):
            for head in self._heads(figure):
                self._by_head[head][figure] = order
        self._late: dict[Figure, int] = {}

    def _heads(self, figure: Figure) -> Iterator[str]:
        for role in figure.roles:
            yield role.head
            yield from role.modifiers & PARTY_ROLES
        if figure.kind == "organisation":
            return
        words, layout = self.scene.layout.words, self.scene.layout
        for name in figure.names:  # "the Obama administration"
            at = layout.first_word(name.span.end)
            implied = ADMINISTRATION.get(words[at].lower, frozenset()) if at < len(words) else frozenset()
            self._implied[figure] |= implied
            yield from implied

    def learn(self, figure: Figure, offices: Iterable[str]) -> None:
        """Take down that "his administration" gives a figure one of ``offices``."""
        new = set(offices) - figure.offices
        figure.offices |= new
        for head in new:
            self._by_head[head].setdefault(figure, len(self._late) + len(self.scene.cast.figures))
        self._late.setdefault(figure, len(self._late))

    def by_role(self, spot: Spot, least: float) -> Found | None:
        """The figure that the text gives this role, by match and nearness; None between equals."""
        role = spot.role
        if role is None:
            return None
        candidates: dict[Figure, int] = {}
        for head in (role.head, *sorted(_HEADS_ALIKE.get(role.head, frozenset()) - {role.head})):
            candidates |= self._by_head.get(head, {})
        if not candidates:
            return None
        view = self._view_of(spot)
        scored = []
        for figure, order in (
            list(candidates.items())[:_MOST] if len(candidates) > _MOST else candidates.items()
        ):
            fit = self._fit(role, figure)
            if fit >= least and not (role.gender and figure.gender and role.gender != figure.gender):
                scored.append((fit + view.get(figure, 0.0), -order, figure))
        scored.sort(key=lambda t: (-t[0], -t[1]))
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _EQUAL):
            return None
        return scored[0][2], 0.9 if len(scored) == 1 else 0.7, f"the text says who is {role.head}", None

    def _fit(self, role: Role, figure: Figure) -> float:
        if self._of_another_state(role, figure):
            return 0.0
        fit = max((match(role, r) for r in figure.roles), default=0.0)
        if role.head in figure.offices and not role.former and not figure.roles:
            fit = max(fit, 1.2)
        if role.head in self._implied.get(figure, ()):
            fit = max(fit, 1.1)
        return max(fit, _party(role, figure))

    def _of_another_state(self, role: Role, figure: Figure) -> bool:
        """Whether "the Florida senator" is asked for, and the text gives a figure another state."""
        text = self.scene.layout.text
        asked = role.modifiers & STATES
        if not asked:
            return False
        tags = (n.tag.of(text).rpartition("-")[2].casefold() for n in figure.names if n.tag is not None)
        given = {tag.strip(". ") for tag in tags if tag.strip(". ").isalpha()}
        given |= {
            w.lower for r in figure.roles for w in self.scene.layout.words_in(r.span) if w.lower in STATES
        }
        return bool(given) and not any(s[:2] == g[:2] for s in asked for g in given)

    def _view_of(self, spot: Spot) -> dict[Figure, float]:
        """How much each figure is in view at a spot: by the nearest mention before it."""
        view: dict[Figure, float] = {}
        for back, other in enumerate(self.scene.before(spot, _NEAR)):
            if other.figure is not None and other.figure not in view:
                away = spot.sentence - other.sentence
                near = max(0.0, 0.6 - 0.05 * away) + (0.2 if other.subject else 0.0)
                view[other.figure] = near - 0.002 * back
        return view

    def by_view(self, spot: Spot) -> Found | None:
        """Whoever the sentences before are about, where the text has said nothing against it."""
        role = spot.role
        if role is None:
            return None
        epithet = role.head in _EPITHETS or role.former or len(role.modifiers) > 2
        barred = self._barred(spot)
        scored: dict[Figure, tuple[float, Spot]] = {}
        for other in self.scene.before(spot, 24):
            figure = other.figure
            if other.sentence < spot.sentence - 3:
                break
            if figure is None or figure in barred or not _may_be(role, figure):
                continue
            if other.quote != spot.quote and not epithet:
                continue
            score = _view(spot, other) + _standing(figure, epithet=epithet)
            if figure not in scored or score > scored[figure][0]:
                scored[figure] = (score, other)
        ranked = sorted(scored.items(), key=lambda p: -p[1][0])
        if not ranked or ranked[0][1][0] < (0.4 if epithet else 1.0):
            return None
        if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < 0.3:
            return None
        return ranked[0][0], 0.5, "what stands before is about them", ranked[0][1][1]

    def _barred(self, spot: Spot) -> set[Figure]:
        """The subjects of the clause that a description stands in, who are somebody else."""
        text = self.scene.layout.text
        return {
            o.figure
            for o in self.scene.before(spot, 12)
            if o.figure is not None and o.sentence == spot.sentence and o.quote == spot.quote
            if (o.subject or o.speaks) and not _CLAUSE.search(text, o.span.end, spot.span.start)
        }


def _may_be(role: Role, figure: Figure) -> bool:
    """Whether nothing that the text says of a named person speaks against a role."""
    if figure.kind not in {"person", "unknown"} or not figure.names or not figure.acts or figure.place:
        return False
    ours, theirs = parties([role]), parties(figure.roles)
    if ours and theirs and not ours & theirs:
        return False
    if role.head in _BARE:  # says nothing else
        return figure.gender is not None and figure.gender == role.gender
    return not (role.gender and figure.gender and role.gender != figure.gender)


def _standing(figure: Figure, *, epithet: bool) -> float:
    """What speaks for a figure as the one that is paraphrased: its place in the text, and no other role."""
    if not epithet:
        return -0.9 if figure.roles else 0.0
    kin = any(
        role.head in KIN for role in figure.roles
    )  # "the candidate" is seldom the one called "his daughter"
    return min(0.5, 0.1 * len(figure.names)) - (0.8 if kin else 0.3 if figure.roles else 0.0)


def _view(spot: Spot, other: Spot) -> float:
    """How much a mention is in view at a description."""
    away = spot.sentence - other.sentence
    if away == 0:
        return 0.9
    score = 1.6 - 0.5 * away - 0.2 * (spot.paragraph - other.paragraph)
    score -= 0.0 if other.quote == spot.quote else 0.4
    return score if other.subject else score - 0.5


def match(asked: Role, given: Role) -> float:
    """How well a role that the text gives somebody answers a description: 0 for not at all, 2 for the
    same.
    """
    if asked.head == given.head:
        score = 2.0
    elif given.head in _HEADS_ALIKE.get(asked.head, ()):
        score = 1.4
    else:
        return 0.0
    score += 0.4 * min(2, len(asked.modifiers & given.modifiers - _LITTLE))
    return score - (1.2 if asked.former != given.former else 0.0)


def parties(roles: Iterable[Role]) -> frozenset[str]:
    """The parties that roles name: "republican", "democratic"."""
    words = {w for role in roles for w in (*role.modifiers, role.head)}
    return frozenset(party for party, forms in _PARTIES.items() if forms & words)


def _party(role: Role, figure: Figure) -> float:
    """Whether "the Republican" is somebody with that party."""
    if role.head not in PARTY_ROLES or not figure.names:
        return 0.0
    said = any(role.head in r.modifiers | {r.head} for r in figure.roles)
    return 1.3 if said else 0.0
