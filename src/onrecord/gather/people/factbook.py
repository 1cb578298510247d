"""Heads of state and government from the public factbook's JSON, one file a country."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from onrecord.gather.people.rows import Row, wrong
from onrecord.text.folding import folded
from onrecord.types import Person, Term

_MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_HOLDER = re.compile(r"([^();,]{3,120}?)(?:, (?:Jr|Sr)\.)? \(since (\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})\b")
_TITLES = (
    "prime minister", "vice president", "supreme leader", "federal president", "transition president",
    "acting president", "interim president", "governor general", "chief executive", "president", "king",
    "queen",
    "emperor", "sultan", "amir", "chancellor", "premier", "taoiseach", "pope", "prince", "grand duke",
)  # fmt: skip
_OFFICE = {f"{kind} president": "president" for kind in ("federal", "acting", "interim", "transition")}
_LOW = frozenset("e y de da do dos del van von bin al el ould".split())


def from_json(text: str, file: str) -> Iterator[Row]:
    """The heads of state and of government of one country; none of a territory that is another country's.

    Args:
        text: the file's text.
        file: its name, for messages.

    Raises:
        TableError: where it is no JSON of the factbook.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise wrong(file, "the file", f"this is no JSON ({error})", "take it as published") from None
    government = whole.get("Government") if isinstance(whole, Mapping) else None
    if not isinstance(government, Mapping):
        return  # an ocean, or a list of something else
    country = _country(government)
    if country is None or "Dependency status" in government:
        return
    for role in ("chief of state", "head of government"):
        said = _text(government, "Executive branch", role)
        for person in _holders(said, country):
            yield Row(role, person)


def _text(where: Mapping[str, Any], *path: str) -> str:
    value: Any = where
    for key in (*path, "text"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return html.unescape(value) if isinstance(value, str) else ""


def _country(government: Mapping[str, Any]) -> str | None:
    for kind in ("conventional short form", "conventional long form"):
        name = _text(government, "Country name", kind).partition("(")[0].split(";")[0].strip()
        if name and name != "none":
            return name
    return None


def _holders(said: str, country: str) -> Iterator[Person]:
    for found in _HOLDER.finditer(re.sub(r"<[^>]{1,40}>", " ", said)):
        start = _since(found)
        title, name = _split(found[1].strip())
        if title and name and start:
            office = _OFFICE.get(title, title)
            number = "factbook:" + folded(name).replace(" ", "-")
            yield Person(number, name, _forms(name), terms=(Term(office, start, None, None, country),))


def _since(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[4]), _MONTHS[found[3].casefold()], int(found[2]))
    except (KeyError, ValueError):
        return None


def _split(said: str) -> tuple[str, str]:
    """Title and name of "President Emmanuel MACRON", the name in the case that news writes."""
    lower = said.casefold()
    for title in _TITLES:
        if lower.startswith(title + " "):
            words = said[len(title) :].split()
            return title, " ".join(_cased(w) for w in words if w.strip(".") not in {"Dr", "Sir", "Gen", "Sr"})
    return "", ""


def _cased(word: str) -> str:
    if word.isupper() and len(word) > 2 and word.strip(".") not in {"III", "VII", "XIV"}:
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def _forms(name: str) -> tuple[str, ...]:
    """The name, and first with last word where there are words between."""
    words = name.split()
    forms = [name]
    if len(words) > 2 and not set(words) & _LOW:
        forms.append(f"{words[0]} {words[-1]}")
    return tuple(dict.fromkeys(forms))
