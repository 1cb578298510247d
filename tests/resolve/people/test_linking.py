"""Links to a table of people: by name, office, party, state and date, and none between equals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.text.folding import folded
from onrecord.types import Person, Speaker, Term

from .conftest import Read

Resolved = Callable[..., Read]
US = "United States"


def person(number: str, name: str, *terms: Term, gender: str | None = None) -> Person:
    return Person(number, name, (name,), gender, terms)


def term(office: str, start: int, end: int | None, party: str | None = None, country: str = US) -> Term:
    state = "OH" if office == "senator" else None
    return Term(office, date(start, 1, 20), date(end, 1, 20) if end else None, party, country, state)


ORTEGA = person("P1", "Maya Ortega", term("president", 2021, 2025, "Democrat"), gender="f")
VOSS = person("P2", "Carl Voss", term("president", 2017, 2021, "Republican"), gender="m")
OTHER_ORTEGA = person("S1", "Ana Ortega", term("senator", 2015, 2027, "Republican"), gender="f")
LUND = person("F1", "Per Lund", term("president", 2019, None, country="Norway"))


@dataclass(frozen=True)
class Few:
    """A table of a few people."""

    people: tuple[Person, ...]

    def named(self, name: str) -> Sequence[Person]:
        key = folded(name)
        full = [p for p in self.people if key in {folded(n) for n in p.names}]
        return full or [p for p in self.people if " " not in key and folded(p.name).split()[-1] == key]

    def holders(self, office: str, day: date) -> Sequence[Person]:
        return [p for p in self.people if any(t.office == office and t.covers(day) for t in p.terms)]


def first(read: Read) -> Speaker:
    speaker = read.speakers[0]
    assert speaker is not None
    return speaker


def entity(
    resolved: Resolved, text: str, source: str, *people: Person, day: date | None = None
) -> str | None:
    read = resolved(text, (source, "said", "no"), table=Few(people), published_on=day)
    return first(read).entity


DAY = date(2024, 3, 18)


def test_a_full_name_links_where_nobody_else_has_it(resolved: Resolved) -> None:
    assert entity(resolved, "Maya Ortega said no.", "Maya Ortega", ORTEGA, OTHER_ORTEGA, day=DAY) == "P1"
    twin = person("X9", "Maya Ortega", term("mayor", 2020, None))
    assert entity(resolved, "Maya Ortega said no.", "Maya Ortega", ORTEGA, twin, day=DAY) is None


def test_a_surname_links_only_with_an_office_that_one_holder_fits(resolved: Resolved) -> None:
    assert entity(resolved, "Ortega said no.", "Ortega", ORTEGA, day=DAY) is None
    assert (
        entity(resolved, "President Ortega said no.", "President Ortega", ORTEGA, OTHER_ORTEGA, day=DAY)
        == "P1"
    )
    assert entity(resolved, "Sen. Ortega said no.", "Sen. Ortega", ORTEGA, OTHER_ORTEGA, day=DAY) == "S1"


def test_the_date_decides_who_held_the_office(resolved: Resolved) -> None:
    text = "President Voss said no."
    assert entity(resolved, text, "President Voss", VOSS, day=date(2018, 5, 1)) == "P2"
    assert entity(resolved, text, "President Voss", VOSS, day=DAY) is None
    former = "Former president Carl Voss said no."
    assert entity(resolved, former, "Former president Carl Voss", VOSS, day=DAY) == "P2"


def test_party_and_state_speak_for_and_against(resolved: Resolved) -> None:
    right, wrong = "Sen. Ana Ortega (R-Ohio) said no.", "Sen. Ana Ortega (D-Ohio) said no."
    assert entity(resolved, right, "Sen. Ana Ortega (R-Ohio)", OTHER_ORTEGA, day=DAY) == "S1"
    assert entity(resolved, wrong, "Sen. Ana Ortega (D-Ohio)", OTHER_ORTEGA, day=DAY) is None


def test_the_president_without_a_name_is_who_held_the_office(resolved: Resolved) -> None:
    read = resolved(
        "The president said no.", ("The president", "said", "no"), table=Few((ORTEGA, VOSS)), published_on=DAY
    )
    assert (first(read).name, first(read).entity) == ("The president", "P1")
    undated = resolved("The president said no.", ("The president", "said", "no"), table=Few((ORTEGA, VOSS)))
    assert first(undated).entity is None


def test_of_two_presidents_the_text_has_to_tell_which(resolved: Resolved) -> None:
    table = Few((ORTEGA, LUND))
    told = ("The president", "said", "no")
    assert first(resolved("The president said no.", told, table=table, published_on=DAY)).entity is None
    norway = "Norway held its breath. The president said no."
    assert first(resolved(norway, told, table=table, published_on=DAY)).entity == "F1"


def test_the_president_joins_whom_the_text_names(resolved: Resolved) -> None:
    text = "Ortega met voters on Monday.\nAt noon rain fell.\nLater on the president said no."
    read = resolved(text, ("the president", "said", "no"), table=Few((ORTEGA, VOSS)), published_on=DAY)
    assert (first(read).name, first(read).entity) == ("Ortega", "P1")


def test_gender_may_come_from_the_table(resolved: Resolved) -> None:
    text = "President Maya Ortega met former president Carl Voss. “No,” she said."
    read = resolved(text, ("she", "said", "“No,”"), table=Few((ORTEGA, VOSS)), published_on=DAY)
    assert first(read).name == "Maya Ortega"


def test_the_evidence_is_told(resolved: Resolved) -> None:
    read = resolved(
        "President Ortega said no.",
        ("President Ortega", "said", "no"),
        table=Few((ORTEGA,)),
        published_on=DAY,
    )
    because = first(read).why[-1].because
    assert "P1" in because
    assert "president on 2024-03-18" in because


def test_one_person_from_two_files_is_one(resolved: Resolved) -> None:
    again = person("factbook:maya-ortega", "Maya Ortega", term("president", 2021, None))
    assert entity(resolved, "Maya Ortega said no.", "Maya Ortega", ORTEGA, again, day=DAY) == "P1"
