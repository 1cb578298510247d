"""Files of people taken into a table: CSV, YAML, JSON, and whatever is wrong with them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.gather.people.files import import_people
from onrecord.gather.people.rows import TableError
from onrecord.gather.people.store import Table

HEADER = "id,name,other names,office,from,to,party,country\n"
TWO = HEADER + (
    "p1,Ruth Adeyemi,Ruthie Adeyemi,senator,2019-01-03,,Democrat,United States\n"
    "p2,Carl Voss,,mayor,2015,2019-06,,\n"
)
CONGRESS = """\
- id: {bioguide: A000001, govtrack: 4}
  name: {first: Ruth, middle: B., last: Adeyemi, official_full: Ruth B. Adeyemi, nickname: Ruthie}
  bio: {gender: F, birthday: '1960-01-02'}
  terms:
  - {type: rep, start: '2001-01-03', end: '2003-01-03', state: OH, party: Democrat}
  - {type: sen, start: '2019-01-03', end: '2025-01-03', state: OH, party: Democrat}
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_gives_people_with_names_offices_and_dates(tmp_path: Path) -> None:
    (done,) = import_people([written(tmp_path, "p.csv", TWO)], tmp_path / "t")
    assert done.people == 2
    table = Table(tmp_path / "t")
    (ruth,) = table.named("ruth ADEYEMI")
    assert (ruth.id, ruth.name, ruth.names) == ("p1", "Ruth Adeyemi", ("Ruth Adeyemi", "Ruthie Adeyemi"))
    assert table.named("Ruthie Adeyemi") == [ruth]
    assert table.named("Adeyemi") == [ruth]
    (carl,) = table.named("Voss")
    assert (carl.terms[0].start, carl.terms[0].end) == (date(2015, 1, 1), date(2019, 6, 30))
    assert table.holders("mayor", date(2019, 6, 30)) == [carl]
    assert table.holders("mayor", date(2019, 7, 1)) == []


def test_several_rows_of_one_id_and_name_are_several_offices(tmp_path: Path) -> None:
    text = TWO + "p2,Carl Voss,,governor,2020,,,\n"
    (done,) = import_people([written(tmp_path, "p.csv", text)], tmp_path / "t")
    assert done.people == 2
    assert [t.office for t in Table(tmp_path / "t").named("Carl Voss")[0].terms] == ["mayor", "governor"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name,office\n", "row 1: without the column other names, from, to, party, country"),
        ("id," + HEADER, "row 1: the column id stands twice"),
        (TWO + "p1,Somebody Else,,,,,,\n", "row 4: the id p1 is taken by row 2"),
        (TWO + "p2,Carl Voss,,mayor,2015,2019-06,,\n", "row 4: the id p2 is taken by row 3"),
        (TWO + "p3,Ida Roth,,mayor,2021-02-30,,,\n", "row 4: from is '2021-02-30', which is no day there is"),
        (
            TWO + "p3,Ida Roth,,mayor,2021,2020,,\n",
            "row 4: it ends (2020-12-31) before it begins (2021-01-01)",
        ),
        (TWO + "p3,,,,,,,\n", "row 4: no name"),
        (TWO + ",Ida Roth,,,,,,\n", "row 4: no id"),
        (TWO + "p3,Ida Roth\n", "row 4: 2 cells where the header has more"),
        (TWO + 'p3,"Ida Roth"x,,,,,,\n', "row 4: this is no CSV"),
        (TWO + f"p3,{'x' * 600},,,,,,\n", "row 4: a cell of more than 500 characters"),
        (HEADER, "it has no people"),
        ("", "row 1: without the column"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_kept(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, "p.csv", text)
    with pytest.raises(TableError) as wrong:
        import_people([path], tmp_path / "t")
    assert said in str(wrong.value)
    assert str(wrong.value).startswith(str(path)) or said == "it has no people"
    assert "\n" not in str(wrong.value)
    assert not (tmp_path / "t").exists()


def test_a_wrong_file_leaves_a_table_as_it_was(tmp_path: Path) -> None:
    import_people([written(tmp_path, "p.csv", TWO)], tmp_path / "t")
    before = (tmp_path / "t").read_bytes()
    with pytest.raises(TableError, match="row 3"):
        import_people([written(tmp_path, "q.csv", HEADER + "a,Ida Roth,,,,,,\nb,,,,,,,\n")], tmp_path / "t")
    assert (tmp_path / "t").read_bytes() == before


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "p.csv", TWO)
    import_people([path], tmp_path / "t")
    before = (tmp_path / "t").read_bytes()
    (done,) = import_people([path], tmp_path / "t")
    assert done.people is None
    assert (tmp_path / "t").read_bytes() == before


def test_a_changed_file_replaces_what_it_gave_before(tmp_path: Path) -> None:
    import_people([written(tmp_path, "p.csv", TWO)], tmp_path / "t")
    import_people([written(tmp_path, "p.csv", HEADER + "p9,Ida Roth,,,,,,\n")], tmp_path / "t")
    table = Table(tmp_path / "t")
    assert [p.id for p in table.named("Ida Roth")] == ["p9"]
    assert table.named("Carl Voss") == []


def test_one_id_for_two_people_in_two_files_is_refused(tmp_path: Path) -> None:
    import_people([written(tmp_path, "p.csv", TWO)], tmp_path / "t")
    other = written(tmp_path, "q.csv", HEADER + "p1,Ida Roth,,,,,,\n")
    with pytest.raises(TableError, match="row 2: the id p1 is Ruth Adeyemi in the table and Ida Roth here"):
        import_people([other], tmp_path / "t")


def test_names_in_other_scripts_are_found_as_they_are(tmp_path: Path) -> None:
    names = ["Владимир Зеленский", "安倍 晋三", "محمد علي", "José Ñandú"]
    rows = "".join(f"p{i},{name},,,,,,\n" for i, name in enumerate(names))
    import_people([written(tmp_path, "p.csv", HEADER + rows)], tmp_path / "t")
    table = Table(tmp_path / "t")
    assert [table.named(name)[0].name for name in names] == names
    assert table.named("Jose Nandu")[0].name == "José Ñandú"


def test_a_hundred_thousand_rows(tmp_path: Path) -> None:
    rows = "".join(f"p{i},Given{i} Family{i % 5000},,mayor,2001,,,\n" for i in range(100_000))
    (done,) = import_people([written(tmp_path, "p.csv", HEADER + rows)], tmp_path / "t")
    assert done.people == 100_000
    table = Table(tmp_path / "t")
    assert len(table.named("Family7")) == 20
    assert [p.id for p in table.named("Given77777 Family2777")] == ["p77777"]


def test_legislators_in_yaml(tmp_path: Path) -> None:
    import_people([written(tmp_path, "legislators-current.yaml", CONGRESS)], tmp_path / "t")
    (ruth,) = Table(tmp_path / "t").named("Ruthie Adeyemi")
    assert (ruth.id, ruth.name, ruth.gender) == ("A000001", "Ruth B. Adeyemi", "f")
    assert [(t.office, t.state, t.country) for t in ruth.terms] == [
        ("representative", "OH", "United States"),
        ("senator", "OH", "United States"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: [", "this is no YAML"),
        ("a: 1\n", "it holds no list of people"),
        ("- 3\n", "entry 1: it is no person"),
        (CONGRESS + CONGRESS, "entry 2: the id A000001 is taken by entry 1"),
        (CONGRESS.replace("last: Adeyemi,", ""), "entry 1: no first and last name"),
        (CONGRESS.replace("bioguide: A000001, govtrack: 4", ""), "entry 1: no id"),
        (CONGRESS.replace("'2001-01-03'", "'2001-02-31'"), "'2001-02-31' is no day there is"),
        (CONGRESS.replace("type: rep", "type: tsar"), "a term of office of an unknown type"),
    ],
)
def test_wrong_yaml_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TableError) as wrong:
        import_people([written(tmp_path, "p.yaml", text)], tmp_path / "t")
    assert said in str(wrong.value)
    assert not (tmp_path / "t").exists()


def factbook(country: str, head: str, **more: object) -> str:
    government = {
        "Country name": {"conventional short form": {"text": country}},
        "Executive branch": {"head of government": {"text": head}},
        **more,
    }
    return json.dumps({"Government": government})


def test_a_country_of_the_factbook(tmp_path: Path) -> None:
    text = factbook("Freedonia", "Prime Minister Rufus T. FIREFLY (since 5 May 2020); note: &eacute;")
    import_people([written(tmp_path, "fd.json", text)], tmp_path / "t")
    (rufus,) = Table(tmp_path / "t").holders("prime minister", date(2021, 1, 1))
    assert (rufus.name, rufus.terms[0].country, rufus.terms[0].start) == (
        "Rufus T. Firefly",
        "Freedonia",
        date(2020, 5, 5),
    )


def test_a_folder_of_the_factbook_is_taken_as_one_and_leaves_out_territories(tmp_path: Path) -> None:
    folder = tmp_path / "factbook"
    (folder / "europe").mkdir(parents=True)
    written(folder / "europe", "fd.json", factbook("Freedonia", "President Ida ROTH (since 5 May 2020)"))
    territory = {"Dependency status": {"text": "territory of Freedonia"}}
    written(folder, "is.json", factbook("Isle", "Governor Ida ROTH (since 5 May 2020)", **territory))
    written(folder, "sea.json", "{}")
    (done,) = import_people([folder], tmp_path / "t")
    assert done.people == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.csv", b"id,name\xff", "row 1: it is not UTF-8"),
        ("p.json", b"{", "this is no JSON"),
        ("p.json", b"{}", "it has no people"),
        ("p.xls", b"", "not known what this is"),
    ],
)
def test_what_is_no_such_file_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as wrong:
        import_people([tmp_path / name], tmp_path / "t")
    assert said in str(wrong.value)


def test_what_is_no_table_is_left_alone(tmp_path: Path) -> None:
    other = written(tmp_path, "t", "somebody's notes")
    with pytest.raises(InputError, match="table of people"):
        import_people([written(tmp_path, "p.csv", TWO)], other)
    with pytest.raises(InputError, match="table of people"):
        Table(other)
    with pytest.raises(InputError, match="no such table"):
        Table(tmp_path / "none")
    assert other.read_text(encoding="utf-8") == "somebody's notes"


def test_the_public_files_themselves(shared: Path, tmp_path: Path) -> None:
    people = shared / "data" / "people"
    if not people.is_dir():
        pytest.skip("no ../shared/data/people beside this checkout")
    congress = people / "congress-legislators"
    import_people(
        [congress / "legislators-current.yaml", congress / "executive.yaml", people / "factbook"],
        tmp_path / "t",
    )
    table = Table(tmp_path / "t")
    american = [p for p in table.holders("president", date(2010, 5, 1)) if "Obama" in p.name]
    assert [p.id for p in american] == ["O000167"]
    assert all(p.terms for p in table.named("Macron"))
