"""Links: who of the user's table of people a figure is, by name, office, party, state and the date.

A link needs that one person of the table is left. A full name is left alone where nothing that the text says
speaks against it; a surname only where an office that the text gives, or the date, speaks for one holder
of it. Between equals there is no link (compare ``eyecite``, which resolves a citation only when one candidate
is left).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.roles import Role
from onrecord.text.folding import folded
from onrecord.types import PeopleTable, Person, Term

_CONGRESS = ("senator", "representative")
_ONE_OFFICE = (
    "president", "vice president", "senator", "representative", "prime minister", "chancellor", "king",
    "queen", "emperor", "pope", "governor", "mayor", "secretary",
)  # fmt: skip
_OFFICES: dict[str, tuple[str, ...]] = {
    **{office: (office,) for office in _ONE_OFFICE},
    **dict.fromkeys(("congressman", "congresswoman", "speaker", "house speaker"), ("representative",)),
    **dict.fromkeys(("lawmaker", "majority leader", "minority leader", "whip"), _CONGRESS),
    "premier": ("premier", "prime minister"),
}
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent"}
_STATES = {
    said: code
    for said, _, code in (
        pair.partition("=")
        for pair in (
            "ala=AL alaska=AK ariz=AZ ark=AR calif=CA colo=CO conn=CT del=DE fla=FL ga=GA hawaii=HI idaho=ID "
            "ill=IL ind=IN iowa=IA kan=KS ky=KY la=LA maine=ME md=MD mass=MA mich=MI minn=MN miss=MS mo=MO "
            "mont=MT neb=NE nev=NV nh=NH nj=NJ nm=NM ny=NY nc=NC nd=ND ohio=OH okla=OK ore=OR pa=PA ri=RI "
            "sc=SC sd=SD tenn=TN texas=TX utah=UT vt=VT va=VA wash=WA wva=WV wis=WI wyo=WY tex=TX"
        ).split()
    )
}
_COUNTRY_WORDS = {
    "american": "united states",
    "u.s": "united states",
    "us": "united states",
    "british": "united kingdom",
}
_LIFETIME = 60  # years after the last day in office


@dataclass(frozen=True, slots=True)
class Link:
    """A figure's person in the table, and the evidence in words."""

    person: Person
    because: str


def linked(figure: Figure, layout: Layout, table: PeopleTable, day: date | None) -> Link | None:
    """Who a named person of the text is in the table, or None where none or several are left.

    Args:
        figure: of the text, with its names and roles.
        layout: the text.
        table: the user's.
        day: when the text was published; None leaves dates out of account.
    """
    if figure.kind not in {"person", "unknown"} or not figure.names or figure.place:
        return None
    full = [n for n in figure.names if len(n.words) > 1]
    names = [n.span.of(layout.text) for n in (full or figure.names[:1])]
    candidates = _unique(p for name in dict.fromkeys(names) for p in table.named(name))
    alive = [p for p in candidates if _in_reach(p, day) and _agrees(figure, p)]
    fits = [(p, _fit(figure, p, layout, day)) for p in alive]
    fits = [(p, why) for p, why in fits if why is not None]
    if not full:
        fits = [(p, why) for p, why in fits if why]
    left = _one_of([p for p, _ in fits])
    if left is None:
        return None
    why = next(why for p, why in fits if p.id == left.id)
    said = "the full name" if full else f"the name {names[0]}"
    return Link(left, f"{said}{', ' + why if why else ''}; no one else of the table fits")


def holder(role: Role, countries: frozenset[str], table: PeopleTable, day: date | None) -> Link | None:
    """Who of the table held the office of a description on the day, or None between equals.

    Args:
        role: what the description says.
        countries: those that the text speaks of, folded.
        table: the user's.
        day: when the text was published.
    """
    if day is None or role.former or role.head not in _OFFICES:
        return None
    offices = _OFFICES[role.head]
    people = _unique(p for office in offices for p in table.holders(office, day))
    for wanted in (_countries(role.modifiers), countries):
        if wanted and _one_of(people) is None:
            narrowed = [
                p for p in people if any(_of(t, offices, day) and _country(t) in wanted for t in p.terms)
            ]
            people = narrowed or people
    one = _one_of(people)
    return Link(one, f"held the office of {role.head} on {day}") if one else None


def _unique(people: Iterable[Person]) -> list[Person]:
    return list({p.id: p for p in people}.values())


def _one_of(people: Sequence[Person]) -> Person | None:
    """The one person that is left; two entries of one name and office are one person, from two files."""
    if not people:
        return None
    best = min(people, key=lambda p: (p.id.startswith("factbook:"), -len(p.terms), p.id))
    same = all(p.id == best.id or _same(p, best) for p in people)
    return best if same else None


def _same(one: Person, other: Person) -> bool:
    names = {folded(n) for n in one.names} & {folded(n) for n in other.names}
    offices = {(t.office, t.country) for t in one.terms} & {(t.office, t.country) for t in other.terms}
    return bool(names and offices) and one.id.partition(":")[0] != other.id.partition(":")[0]


def _in_reach(person: Person, day: date | None) -> bool:
    """Whether somebody can be in a report of that day: in office, or out of it for less than a lifetime."""
    if day is None or not person.terms:
        return True
    started = [t for t in person.terms if t.start is None or t.start.year <= day.year + 1]
    return any(t.end is None or day.year - t.end.year <= _LIFETIME for t in started)


def _agrees(figure: Figure, person: Person) -> bool:
    return not (figure.gender and person.gender and figure.gender != person.gender)


def _fit(figure: Figure, person: Person, layout: Layout, day: date | None) -> str | None:
    """What of the text speaks for a person of the table: "" for nothing, None where something speaks
    against.
    """
    said: list[str] = []
    for role in figure.roles:
        offices = _OFFICES.get(role.head)
        if offices is None:
            continue
        if not any(_of(t, offices, day, former=role.former) and _country_fits(t, role) for t in person.terms):
            return None
        said.append(
            f"{'former ' if role.former else ''}{role.head}{f' on {day}' if day and not role.former else ''}"
        )
    for name in figure.names:
        if name.tag is not None:
            tag = _tag_fits(name.tag.of(layout.text), person, day)
            if tag is None:
                return None
            said += tag
    for office in figure.offices:
        if any(_of(t, (office,), day) for t in person.terms) and not said:
            said.append(f"{office} on {day}" if day else office)
    return ", ".join(dict.fromkeys(said))


def _of(term: Term, offices: Sequence[str], day: date | None, *, former: bool = False) -> bool:
    """Whether a term is of one of ``offices`` and of its time: held on the day, or over by then where it
    is former.
    """
    if term.office not in offices:
        return False
    if day is None:
        return True
    if former:
        return term.end is not None and term.end <= day
    return term.covers(day)


def _tag_fits(tag: str, person: Person, day: date | None) -> list[str] | None:
    """What party and state in a tag ("D-Colo.") say for a person, [] for a tag of another sort, None for
    against.
    """
    party, mark, state = tag.replace("–", "-").partition("-")
    wanted = _PARTIES.get(party.strip().casefold())
    if not mark or wanted is None:
        return []
    code = _STATES.get(state.replace(".", "").replace(" ", "").casefold(), state.strip().upper())
    for term in person.terms:
        right_party = term.party is None or term.party.casefold().startswith(wanted[:6])
        if right_party and term.state in {None, code} and (day is None or term.covers(day)):
            return [tag]
    return None


def _country(term: Term) -> str:
    return (term.country or "").casefold()


def _countries(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_COUNTRY_WORDS[w.strip(".")] for w in words if w.strip(".") in _COUNTRY_WORDS)


def _country_fits(term: Term, role: Role) -> bool:
    wanted = _countries(role.modifiers)
    return not wanted or not term.country or _country(term) in wanted
