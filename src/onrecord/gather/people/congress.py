"""People from the public files of congress-legislators: legislators-current.yaml and executive.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from onrecord.gather.people.rows import Row, day, wrong
from onrecord.types import Person, Term

_OFFICES = {"sen": "senator", "rep": "representative", "prez": "president", "viceprez": "vice president"}
_GENDERS = {"M": "m", "F": "f"}
COUNTRY = "United States"
_REMEDY = "take the file as congress-legislators publishes it"


def from_yaml(text: str, file: str) -> Iterator[Row]:
    """The persons of such a file, in its order.

    Args:
        text: the file's text.
        file: its name, for messages.

    Raises:
        TableError: where it is no YAML or an entry lacks what a person needs.
    """
    entries = _loaded(text, file)
    if not isinstance(entries, list) or not entries:
        raise wrong(file, "line 1", "it holds no list of people", _REMEDY)
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        place = f"entry {number}"
        if not isinstance(entry, Mapping):
            raise wrong(file, place, "it is no person", _REMEDY)
        person = _person(entry, place, file)
        first = seen.setdefault(person.id, number)
        if first != number:
            raise wrong(file, place, f"the id {person.id} is taken by entry {first}", _REMEDY)
        yield Row(place, person)


def _loaded(text: str, file: str) -> object:
    import yaml  # noqa: PLC0415 - for those who import such a file

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else "somewhere"
        reason = getattr(error, "problem", None) or " ".join(str(error).split())
        raise wrong(file, place, f"this is no YAML ({reason})", _REMEDY) from None


def _person(entry: Mapping[str, Any], place: str, file: str) -> Person:
    name, ids = entry.get("name"), entry.get("id")
    if not isinstance(name, Mapping) or not name.get("last") or not name.get("first"):
        raise wrong(file, place, "no first and last name", _REMEDY)
    number = _id(ids if isinstance(ids, Mapping) else {})
    if number is None:
        raise wrong(file, place, "no id", _REMEDY)
    names = _names({k: str(v) for k, v in name.items() if v})
    terms = entry.get("terms")
    if not isinstance(terms, list):
        raise wrong(file, place, "no terms of office", _REMEDY)
    bio = entry.get("bio")
    gender = _GENDERS.get(str(bio.get("gender"))) if isinstance(bio, Mapping) else None
    return Person(number, names[0], names, gender, tuple(_term(t, place, file) for t in terms))


def _id(ids: Mapping[str, Any]) -> str | None:
    for kind in ("bioguide", "govtrack", "wikidata"):
        if ids.get(kind):
            return str(ids[kind]) if kind == "bioguide" else f"{kind}:{ids[kind]}"
    return None


def _names(name: Mapping[str, str]) -> tuple[str, ...]:
    first, last = name["first"], name["last"]
    firsts = [name[k] for k in ("nickname", "first") if k in name]
    forms = [f"{one} {last}" for one in firsts]
    if "middle" in name:
        forms += [f"{first} {name['middle']} {last}", f"{name['middle']} {last}"]
    official = [name["official_full"]] if "official_full" in name else []
    return tuple(dict.fromkeys([*official, f"{first} {last}", *forms]))


def _term(term: object, place: str, file: str) -> Term:
    if not isinstance(term, Mapping) or term.get("type") not in _OFFICES:
        raise wrong(file, place, "a term of office of an unknown type", _REMEDY)
    start, end = (_day(term.get(k), place, file) for k in ("start", "end"))
    if start and end and end < start:
        raise wrong(file, place, f"a term ends ({end}) before it begins ({start})", _REMEDY)
    party, state = term.get("party"), term.get("state")
    return Term(
        _OFFICES[term["type"]],
        start,
        end,
        str(party) if party else None,
        COUNTRY,
        str(state) if state else None,
    )


def _day(value: object, place: str, file: str) -> date | None:
    if isinstance(value, date) or value is None:
        return value
    try:
        return day(str(value))
    except ValueError:
        raise wrong(file, place, f"{value!r} is no day there is", "mend the date") from None
