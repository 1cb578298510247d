"""People from a plain CSV: id, name, other names, office, from, to, party, country."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from onrecord.gather.people.rows import Row, day, wrong
from onrecord.types import Person, Term

COLUMNS = ("id", "name", "other names", "office", "from", "to", "party", "country")
_LONGEST = 500  # characters of a cell


def from_csv(text: str, file: str) -> Iterator[Row]:
    """The persons of a CSV; several rows of one id and name are several offices of one person.

    Args:
        text: the file's text, with a header.
        file: its name, for messages.

    Raises:
        TableError: at the first row that is wrong, with its number.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [_column(c) for c in next(reader, [])]
        places = _places(header, file)
        seen: dict[str, tuple[int, str, set[Term]]] = {}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(cells, places, reader.line_num, file, seen)
    except csv.Error as error:
        raise wrong(
            file, f"row {reader.line_num}", f"this is no CSV ({error})", "mend the quotation marks"
        ) from None


def _column(cell: str) -> str:
    return " ".join(cell.replace("_", " ").casefold().split())


def _places(header: list[str], file: str) -> dict[str, int]:
    missing = [c for c in COLUMNS if c not in header]
    if missing:
        named = ", ".join(missing)
        raise wrong(
            file, "row 1", f"without the column {named}", f"the header must have {', '.join(COLUMNS)}"
        )
    twice = [c for c in COLUMNS if header.count(c) > 1]
    if twice:
        raise wrong(file, "row 1", f"the column {twice[0]} stands twice", "keep one of them")
    return {column: header.index(column) for column in COLUMNS}


def _row(
    cells: list[str],
    places: dict[str, int],
    number: int,
    file: str,
    seen: dict[str, tuple[int, str, set[Term]]],
) -> Row:
    place = f"row {number}"
    if len(cells) <= max(places.values()):
        raise wrong(
            file, place, f"{len(cells)} cells where the header has more", "fill it up with empty cells"
        )
    got = {column: cells[at].strip() for column, at in places.items()}
    if any(len(cell) > _LONGEST for cell in got.values()):
        raise wrong(file, place, f"a cell of more than {_LONGEST} characters", "shorten it")
    for column in ("id", "name"):
        if not got[column]:
            raise wrong(file, place, f"no {column}", "give one, or drop the row")
    term = _term(got, place, file)
    first, name, terms = seen.setdefault(got["id"], (number, got["name"], set()))
    if first != number and (name != got["name"] or term in terms):
        reason = f"the id {got['id']} is taken by row {first}"
        raise wrong(file, place, reason, "give each person one id, and each office of theirs one row")
    terms.add(term)
    others = tuple(n.strip() for n in got["other names"].replace("|", ";").split(";") if n.strip())
    names = tuple(dict.fromkeys((got["name"], *others)))
    return Row(place, Person(got["id"], got["name"], names, terms=(term,) if term.office else ()))


def _term(got: dict[str, str], place: str, file: str) -> Term:
    days = []
    for column in ("from", "to"):
        try:
            days.append(day(got[column], last=column == "to"))
        except ValueError:
            reason = f"{column} is {got[column]!r}, which is no day there is"
            raise wrong(file, place, reason, "write YYYY-MM-DD, YYYY-MM or YYYY") from None
    start, end = days
    if start and end and end < start:
        raise wrong(file, place, f"it ends ({end}) before it begins ({start})", "set from and to right")
    return Term(got["office"].casefold(), start, end, got["party"] or None, got["country"] or None)
