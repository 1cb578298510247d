"""``onrecord evaluate`` as a user calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.evaluate import attributions_of, evaluate
from onrecord.types import Document, Record, Span, Statement

Corpus = Callable[..., Path]
ONE = "Fog\n“[x1 It lifts],” [c1 said] [s1 Ann Lee]. [s2 Bo Ray] [c2 hopes] [x2 that it does]."
OTHER = "Fog\n“[x1 It lifts],” [c1 said] [s1 Ann Lee]. Bo Ray hopes that it does."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(evaluate, [str(a) for a in arguments])


@pytest.fixture
def folder(corpus: Corpus) -> Path:
    return corpus(x_a=ONE, x_b=OTHER, y_a="Rain.")


def pin(tmp_path: Path, floors: object) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(floors), "utf-8")
    return path


def test_agreement_is_a_table_by_default(folder: Path) -> None:
    found = run(folder, "--agreement")
    assert found.exit_code == 0
    assert found.stdout.startswith(
        "1 articles of several annotators, each annotation against each other one: 2"
    )
    assert "  direct                             2         100.0" in found.stdout
    assert found.stderr == ""


def test_json_to_a_file_leaves_the_table_and_to_a_dash_replaces_it(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    both, dash = run(folder, "--agreement", "--json", path), run(folder, "--agreement", "--json", "-")
    assert both.stdout.startswith("1 articles")
    assert path.read_text("utf-8") == dash.stdout
    assert json.loads(dash.stdout)["figures"]["marked.cue"]["value"] == 66.67


def test_a_figure_under_its_floor_ends_with_1_and_is_named(folder: Path, tmp_path: Path) -> None:
    found = run(
        folder, "--agreement", "--floor", pin(tmp_path, {"linked": 90, "exact.cue": 60, "begin.cue": 70})
    )
    assert found.exit_code == 1
    assert found.stderr.splitlines() == [
        "linked: 66.7 is under its floor of 90",
        "begin.cue: 66.7 is under its floor of 70",
    ]
    assert run(folder, "--agreement", "--floor", pin(tmp_path, {"linked": 66.6})).exit_code == 0


@pytest.mark.parametrize(
    ("floors", "words"),
    [({"exact.verb": 1}, "no figure is called"), ([1], "expected JSON"), ({"linked": "x"}, "expected JSON")],
)
def test_wrong_floors_are_wrong_usage(folder: Path, tmp_path: Path, floors: object, words: str) -> None:
    found = run(folder, "--agreement", "--floor", pin(tmp_path, floors))
    assert found.exit_code == 2
    assert words in " ".join(found.stderr.split())


@pytest.mark.parametrize("arguments", [(), ("--agreement",)])
def test_a_folder_that_is_no_corpus_ends_with_4_and_one_line(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    found = run(tmp_path / "absent", *arguments)
    assert found.exit_code == 4
    assert found.stdout == ""
    assert len(found.stderr.splitlines()) == 1
    assert "expected the folders text/ and attributions/" in found.stderr


def test_agreement_needs_an_article_with_several_annotations(corpus: Corpus) -> None:
    found = run(corpus(x_a=ONE), "--agreement")
    assert found.exit_code == 4
    assert "no article has several annotations" in found.stderr


def test_limit_counts_articles(folder: Path) -> None:
    (folder / "text" / "a.txt").write_text("Rain.", "utf-8")
    (folder / "attributions" / "a_a.ann").write_text("", "utf-8")
    assert run(folder, "--agreement", "--limit", "1").exit_code == 4
    assert run(folder, "--agreement", "--limit", "2").exit_code == 0
    assert run(folder, "--limit", "0").exit_code == 2


def test_statements_become_attributions_with_parents_by_index() -> None:
    outer = Statement("o", None, (Span(0, 1),), (Span(1, 2),), (Span(2, 9),), "direct", (), 0.5)
    inner = Statement("i", "o", (), (Span(3, 4),), (Span(5, 6),), "indirect", (), 0.25)
    first, second = attributions_of(Record(Document("d", "x" * 9), (outer, inner)))
    assert (first.parent, second.parent, second.confidence) == (None, 0, 0.25)
    assert (first.source, first.cue, first.content) == (outer.source, outer.cue, outer.content)


def test_the_reader_that_ships_is_measured(folder: Path) -> None:
    found = run(folder, "--json", "-")
    assert found.exit_code == 0, found.output
    report = json.loads(found.stdout)
    assert (report["articles"], report["documents"], report["gold"]) == (2, 3, 3)
    assert report["calibration"]["bins"]
    assert report["figures"]["exact.source"]["value"] > 0
