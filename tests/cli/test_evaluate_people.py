"""``onrecord evaluate --gum`` and ``--gap`` as a user calls them, on texts written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.evaluate import evaluate

CONLLU = """# newdoc id = GUM_news_lund
# meta::genre = news
# newpar
1\tIlse\t_\tPROPN\t_\t_\t0\t_\t_\tEntity=(1-person-new-nnnnn-cf1-1,2-coref
2\tBrandt\t_\tPROPN\t_\t_\t0\t_\t_\tEntity=1)
3\tsaid\t_\tVERB\t_\t_\t0\t_\t_\t_
4\tshe\t_\tPRON\t_\t_\t0\t_\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
5\twould\t_\tAUX\t_\t_\t0\t_\t_\t_
6\tleave\t_\tVERB\t_\t_\t0\t_\t_\tSpaceAfter=No
7\t.\t_\tPUNCT\t_\t_\t0\t_\t_\t_
"""
COLUMNS = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".split()
ROW = "t-1|Ilse Brandt said that she would leave Otto.|she|22|Ilse Brandt|0|TRUE|Otto|38|FALSE|u".split("|")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(evaluate, [str(a) for a in arguments])


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    (tmp_path / "GUM_news_lund.conllu").write_text(CONLLU, "utf-8")
    return tmp_path


@pytest.fixture
def gap(tmp_path: Path) -> Path:
    path = tmp_path / "gap-mine.tsv"
    path.write_text("\t".join(COLUMNS) + "\n" + "\t".join(ROW) + "\n", "utf-8")
    return path


def test_both_are_measured_at_once_and_written_as_json(gum: Path, gap: Path) -> None:
    found = run("--gum", gum, "--gap", gap, "--json", "-")
    assert found.exit_code == 0
    figures = json.loads(found.stdout)["figures"]
    assert figures["mentions.person"] == 100.0
    assert figures["persons.lea"] == 100.0
    assert figures["gap.overall"] == figures["gap.feminine"] == 100.0


def test_a_table_names_each_group_once(gum: Path) -> None:
    found = run("--gum", gum)
    assert found.stdout.count("Mentions, exact span and kind, F1") == 1
    assert "  person                               100.0" in found.stdout


def test_a_figure_under_its_floor_ends_with_one(gum: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"mentions.person": 100.1, "persons.lea": 5}', "utf-8")
    found = run("--gum", gum, "--floor", floors)
    assert found.exit_code == 1
    assert found.stderr == "mentions.person: 100.0 is under its floor of 100.1\n"


def test_a_floor_of_no_figure_is_wrong_usage(gum: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"mentions.dog": 1}', "utf-8")
    found = run("--gum", gum, "--floor", floors)
    assert found.exit_code == 2
    assert "mentions.dog" in found.stderr


@pytest.mark.parametrize("arguments", [[], ["--gum", ".", "folder"], ["--gum", ".", "--agreement"]])
def test_what_does_not_go_together_is_wrong_usage(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_folder_without_documents_ends_in_one_line(tmp_path: Path) -> None:
    found = run("--gum", tmp_path)
    assert found.exit_code == 4
    assert "give a folder of GUM's documents" in found.stderr
