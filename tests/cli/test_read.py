"""``onrecord read``: formats, exit codes, and what goes to which stream."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
"""Of ``conftest.run``: what it gives has ``code``, ``out`` and ``err``."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("They said “yes”\nand left\n", encoding="utf-8")
    return path


def test_text_for_people_is_the_default(run: Run, report: Path) -> None:
    ran = run("read", report)
    assert ran.code == 0
    assert "    They said “yes”\n" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_json_of_one_file_is_one_object(run: Run, report: Path) -> None:
    ran = run("read", report, "--format", "json", "--published-on", "2024-03-18")
    form = json.loads(ran.out)
    assert form["document"]["text"] == "They said “yes”\nand left\n"
    assert form["document"]["published_on"] == "2024-03-18"


def test_json_of_several_files_or_a_folder_is_an_array(run: Run, report: Path) -> None:
    assert len(json.loads(run("read", report, report, "--format", "json").out)) == 2
    assert len(json.loads(run("read", report.parent, "--format", "json").out)) == 1


def test_the_other_formats(run: Run, report: Path) -> None:
    (line,) = run("read", report, "--format", "jsonl").out.splitlines()
    assert json.loads(line)["content"][0]["text"] == "They said “yes”"
    (row,) = csv.DictReader(io.StringIO(run("read", report, "--format", "csv").out, newline=""))
    assert row["content_spans"] == "0-15"
    assert run("read", report, "--format", "html").out.startswith("<!DOCTYPE html>")


def test_one_broken_document_does_not_stop_the_others(run: Run, reports: Path) -> None:
    ran = run("read", reports, "--format", "jsonl")
    assert ran.code == 1
    assert [json.loads(line)["document_id"] for line in ran.out.splitlines()] == ["a.txt", "c.txt"]
    assert ran.err == "failed: b.txt: is broken; mend it\nonrecord: 1 of 3 documents could not be read\n"


def test_where_nothing_can_be_read_the_code_says_so(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "absent.txt", "--format", "json")
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err == f"failed: {tmp_path}/absent.txt: does not exist; check the path\n"


def test_a_warning_is_a_line_unless_quiet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.txt"
    path.write_text("WARNED", encoding="utf-8")
    assert run("read", path).err == "warning: w.txt: no language could be told\n"
    assert run("read", path, "--quiet").err == ""


def test_a_file_name_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "x\x1b[2J\ny")
    assert "\x1b" not in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["a", "--format", "xml"], ["a", "--published-on", "yesterday"], ["a", "--encoding", "klingon"],
        ["a", "--encoding", "base64"], ["a", "--encoding", "x\0y"],
        ["a", "--colour"], ["a", "--color", "blue"],
    ],
)  # fmt: skip
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    ran = run("read", *arguments)
    assert ran.code == 2
    assert "Error: " in ran.err
    assert ran.out == ""


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("raed").code == 2


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("NOMODEL", 4, "onrecord: reader.onnx: damaged; install onrecord again\n"),
        ("DEFECT", 70, "onrecord: a defect in onrecord (KeyError: 'nobody\\nforesaw this'); please report"),
    ],
)
def test_a_failed_run_is_one_line(run: Run, tmp_path: Path, text: str, code: int, line: str) -> None:
    path, output = tmp_path / "r.txt", tmp_path / "out.json"
    path.write_text(text, encoding="utf-8")
    ran = run("read", path, "-o", output)
    assert ran.code == code
    assert ran.err.startswith(line)
    assert ran.err.count("\n") == 1
    assert names(tmp_path) == ["r.txt"]


@pytest.mark.parametrize("order", [["--debug", "read"], ["read", "--debug"]])
def test_debug_shows_the_traceback(run: Run, tmp_path: Path, order: list[str]) -> None:
    path = tmp_path / "r.txt"
    path.write_text("DEFECT", encoding="utf-8")
    ran = run(*order, path)
    assert "Traceback (most recent call last)" in ran.err
    assert ran.code == 70


def test_output_goes_to_a_file(run: Run, report: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("before", encoding="utf-8")
    ran = run("read", report, "--format", "csv", "--output", output)
    assert (ran.code, ran.out) == (0, "")
    assert output.read_bytes().startswith(b"document_id,title,")
    assert output.read_bytes().count(b"\r\n") == 2
    assert names(tmp_path) == ["out.csv", "report.txt"]


def test_where_nothing_can_be_read_the_old_output_stays(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("before", encoding="utf-8")
    assert run("read", tmp_path / "absent", "-o", output).code == 3
    assert output.read_text(encoding="utf-8") == "before"
    assert names(tmp_path) == ["out.csv"]


def test_output_to_a_folder_that_is_not_there_is_one_line(run: Run, report: Path, tmp_path: Path) -> None:
    ran = run("read", report, "-o", tmp_path / "no" / "out.txt")
    assert ran.code == 4
    assert re.fullmatch(
        r"onrecord: .*out\.txt: cannot be written \(No such file or directory\); .*\n", ran.err
    )


def test_output_never_replaces_an_input(run: Run, report: Path) -> None:
    ran = run("read", report, "-o", report)
    assert ran.code == 2
    assert "is also an input" in ran.err
    assert report.read_text(encoding="utf-8").startswith("They")


def test_output_through_a_link_replaces_what_it_leads_to(run: Run, report: Path, tmp_path: Path) -> None:
    place, link = tmp_path / "place", tmp_path / "link"
    place.touch()
    link.symlink_to(place)
    assert run("read", report, "-o", link).code == 0
    assert link.is_symlink()
    assert "They said" in place.read_text(encoding="utf-8")


def test_output_to_a_device_is_written_there(run: Run, report: Path) -> None:
    assert run("read", report, "-o", os.devnull).code == 0


def test_a_dash_as_output_is_standard_output(run: Run, report: Path) -> None:
    assert "They said" in run("read", report, "-o", "-").out


def test_colours_can_be_forced_and_are_off_in_a_pipe(run: Run, report: Path) -> None:
    assert "\x1b[1m" in run("read", report, "--color", "always").out
    assert "\x1b" not in run("read", report, "--color", "auto").out


def test_a_lone_surrogate_is_escaped_in_every_format(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes(b"bad \xff byte")
    assert json.loads(run("read", path, "--format", "json").out)["document"]["text"] == "bad \udcff byte"
    for kind in ("text", "csv", "html", "jsonl"):
        assert run("read", path, "--format", kind).code == 0


def test_one_layer_by_itself(run: Run, report: Path) -> None:
    whole = json.loads(run("read", report, "--only", "positions", "--format", "json").out)
    assert whole == {"document_id": "report.txt", "positions": []}
    assert run("read", report, "--only", "times", "--format", "csv").out.startswith("document_id,time,")
    assert run("read", report, "--only", "times", "--format", "jsonl").out == ""
    assert "They said" not in run("read", report, "--only", "times").out


def test_a_page_has_filters_and_takes_no_only(run: Run, report: Path) -> None:
    ran = run("read", report, "--only", "times", "--format", "html")
    assert ran.code == 2
    assert "--only" in ran.err
