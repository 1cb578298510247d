"""``onrecord people import``, and ``onrecord read`` with what it made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
HEADER = "id,name,other names,office,from,to,party,country\n"


def test_import_says_how_many_and_twice_that_they_are_there(run: Run, tmp_path: Path) -> None:
    path, table = tmp_path / "people.csv", tmp_path / "people.db"
    path.write_text(HEADER + "p1,Maya Ortega,,mayor,2020,,,\n", encoding="utf-8")
    first, again = run("people", "import", path, "--to", table), run("people", "import", path, "--to", table)
    assert (first.code, first.out) == (0, f"{path}: 1 people into {table}\n")
    assert (again.code, again.out) == (0, f"{path}: already in {table}\n")


def test_a_wrong_row_ends_with_one_line(run: Run, tmp_path: Path) -> None:
    path, table = tmp_path / "people.csv", tmp_path / "people.db"
    path.write_text(HEADER + "p1,Maya Ortega,,mayor,2021-13-01,,,\n", encoding="utf-8")
    ran = run("people", "import", path, "--to", table)
    assert ran.code == 3
    assert ran.err == (
        f"onrecord: {path}: row 2: from is '2021-13-01', which is no day there is; "
        "write YYYY-MM-DD, YYYY-MM or YYYY\n"
    )
    assert not table.exists()


def test_read_refuses_what_is_no_table(tmp_path: Path, start: Callable[..., object]) -> None:
    import subprocess
    import sys

    (tmp_path / "t").write_text("notes", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Ortega said no.", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "--people", tmp_path / "t", tmp_path / "a.txt"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 3
    assert "table of people" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_read_links_and_tells_why(tmp_path: Path) -> None:
    import subprocess
    import sys

    path, table, report = tmp_path / "people.csv", tmp_path / "people.db", tmp_path / "a.txt"
    path.write_text(HEADER + "p1,Maya Ortega,,mayor,2020,,,\n", encoding="utf-8")
    report.write_text("Mayor Ortega said on Monday that the pier would close.\n", encoding="utf-8")
    onrecord: list[str | Path] = [sys.executable, "-m", "onrecord"]
    subprocess.run([*onrecord, "people", "import", path, "--to", table], check=True, capture_output=True)
    asked: list[str | Path] = ["read", "--people", table, "--published-on", "2024-03-18", "--format", "json"]
    out = subprocess.run(
        [*onrecord, *asked, "--why", report], check=True, capture_output=True, text=True
    ).stdout
    speaker = json.loads(out)["statements"][0]["speaker"]
    assert (speaker["name"], speaker["entity"]) == ("Ortega", "p1")
    assert "p1 in the table of people" in speaker["why"][-1]["because"]
    plain = subprocess.run([*onrecord, *asked, report], check=True, capture_output=True, text=True).stdout
    assert "why" not in json.loads(plain)["statements"][0]["speaker"]
