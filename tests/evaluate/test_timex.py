"""Figures on TimeML, and what is wrong with a document, said in a line."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.evaluate import evaluate
from onrecord.evaluate.timex import (
    Figures,
    Timed,
    TimeMLError,
    Timex,
    compare,
    evaluate_times,
    measure,
    read_document,
    read_timeml,
    table,
)
from onrecord.types import Span

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="{dct}">June 16, 2021</TIMEX3></DCT>
<TEXT>It <EVENT eid="e1" class="OCCURRENCE">rained</EVENT> &amp; blew <TIMEX3 tid="t1" type="DATE"
value="2021-06-15">yesterday</TIMEX3> for <TIMEX3 tid="t2" type="DURATION" value="PT3H">three
<b>hours</b></TIMEX3>.</TEXT></TimeML>"""


def timex(start: int, end: int, value: str = "2021", kind: str = "DATE") -> Timex:
    return Timex(Span(start, end), kind, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.tml").write_text(TML.format(dct="2021-06-16"), "utf-8")
    return tmp_path


def test_a_document_is_its_text_with_its_times(folder: Path) -> None:
    (found,) = read_timeml(folder)
    assert found.text == "It rained & blew yesterday for three\nhours."
    assert [(t.span.of(found.text), t.type, t.value) for t in found.timexes] == [
        ("yesterday", "DATE", "2021-06-15"),
        ("three\nhours", "DURATION", "PT3H"),
    ]
    assert (found.name, found.created) == ("one", date(2021, 6, 16))


@pytest.mark.parametrize(
    ("dct", "day"), [("2021-06-16T10:00", date(2021, 6, 16)), ("2021-06", None), ("", None)]
)
def test_the_day_of_creation(tmp_path: Path, dct: str, day: date | None) -> None:
    path = tmp_path / "one.tml"
    path.write_text(TML.format(dct=dct), "utf-8")
    assert read_document(path).created == day


@pytest.mark.parametrize("text", ["", "no xml", "<TimeML></TimeML>", "<TimeML><TEXT>"])
def test_what_is_no_timeml_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "one.tml"
    path.write_text(text, "utf-8")
    with pytest.raises(TimeMLError, match=r"one\.tml") as error:
        read_document(path)
    assert "\n" not in str(error.value)


def test_entities_of_a_file_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", "utf-8")
    path = tmp_path / "one.tml"
    path.write_text(
        f'<!DOCTYPE TimeML [<!ENTITY x SYSTEM "{secret.as_uri()}">]><TimeML><TEXT>a &x; b</TEXT></TimeML>',
        "utf-8",
    )
    assert "hidden" not in read_document(path).text


def test_a_folder_without_any_is_said(tmp_path: Path) -> None:
    with pytest.raises(TimeMLError, match=r"no \.tml file"):
        list(read_timeml(tmp_path))


def test_strict_relaxed_type_and_value() -> None:
    gold = [timex(0, 4), timex(10, 19, "P1D", "DURATION"), timex(30, 34)]
    found = [timex(0, 4), timex(12, 19, "P1D", "SET"), timex(40, 44)]
    figures = compare(gold, found)
    assert (figures.gold, figures.found) == (3, 3)
    assert dict(figures.right) == {"relaxed": 2, "strict": 1, "type": 1, "value": 2}
    assert figures.f1("strict") == pytest.approx(100 / 3)
    assert figures.precision("value") == figures.recall("value") == pytest.approx(200 / 3)


def test_each_expression_is_matched_once() -> None:
    assert compare([timex(0, 20)], [timex(0, 5), timex(6, 20)]).right["relaxed"] == 1
    assert compare([timex(0, 5), timex(6, 20)], [timex(0, 20)]).right["relaxed"] == 1


def test_equal_spans_are_matched_before_overlapping_ones() -> None:
    figures = compare([timex(0, 9), timex(5, 9, "x")], [timex(5, 9, "x")])
    assert (figures.right["strict"], figures.right["value"]) == (1, 1)


def test_nothing_to_count_is_zero() -> None:
    assert Figures().f1("strict") == Figures().precision("value") == Figures().recall("type") == 0


def test_events_are_left_out() -> None:
    corpus = [Timed("one", "x" * 50, None, (timex(0, 4),))]
    figures = measure(corpus, lambda _text, _day: [timex(0, 4), timex(10, 14, "", "EVENT")])
    assert (figures.gold, figures.found, figures.f1("strict")) == (1, 1, 100)


def test_the_table_has_a_row_a_measure() -> None:
    lines = table(compare([timex(0, 4)], [timex(0, 4)])).splitlines()
    assert lines[0].endswith("1 annotated, 1 found")
    assert [line.split()[0] for line in lines[1:]] == ["strict", "relaxed", "type", "value"]
    assert lines[1].split()[1:] == ["100.0", "100.0", "100.0"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(evaluate, ["--timeml", *map(str, arguments)])


def test_the_command(folder: Path) -> None:
    found = run(folder)
    assert found.exit_code == 0
    assert "2 annotated, 2 found" in found.stdout
    figures = json.loads(run(folder, "--json", "-").stdout)
    assert figures["figures"]["strict.f1"] == figures["figures"]["value.f1"] == 100


def test_the_command_ends_as_documented(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--agreement").exit_code == 2
    (tmp_path / "none").mkdir()
    assert run(tmp_path / "none").exit_code == 4


def _tenth(name: str) -> int:
    """Which tenth of the corpus a document is in: 0 and 1 are the test, 2 to 6 the development half."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10


def test_timebank_is_read_well(shared: Path) -> None:
    """Floors on the development half of TimeBank and AQUAINT, a little under what was measured."""
    folder = shared / "data" / "timebank"
    if not folder.is_dir():
        pytest.skip("no timebank in ../shared beside this checkout")
    documents = (d for part in ("TimeBank", "AQUAINT") for d in read_timeml(folder / part))
    figures = evaluate_times(d for d in documents if 2 <= _tenth(d.name) <= 6)
    assert figures.f1("strict") > 87
    assert figures.f1("value") > 77
