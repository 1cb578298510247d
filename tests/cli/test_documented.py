"""The reference says what the commands do: generated pages are current, and every exit code is listed."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from onrecord.cli.ending import Ending
from onrecord.cli.main import COMMANDS
from onrecord.record.form import document_to_dict, statement_to_dict
from onrecord.record.tables import COLUMNS
from onrecord.types import Document, Statement


def test_the_cli_reference_is_current(root: Path) -> None:
    written = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(root / "docs" / "generate_cli.py"))["page"](), (
        "run: python docs/generate_cli.py"
    )


def test_the_cli_reference_has_every_command(root: Path) -> None:
    written = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## onrecord (\w+)$", written, re.MULTILINE) == list(COMMANDS)


def test_every_exit_code_is_documented(root: Path) -> None:
    written = (root / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", written, re.MULTILINE)] == sorted(Ending)


def test_every_field_is_documented(root: Path) -> None:
    written = (root / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
    statement = Statement("s", None, (), (), (), "indirect", (), 1.0)
    fields = [*document_to_dict(Document("d", "")), *statement_to_dict("", statement), *COLUMNS]
    assert [field for field in fields if f"`{field}`" not in written] == []
