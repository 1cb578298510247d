"""The house rules that a program can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "data", "info"}
# Loaded only by the commands that need them: the cold start of `onrecord read` pays for every one of these.
LATE = ["numpy", "onnxruntime", "tokenizers", "trafilatura", "htmldate", "lxml", "py3langid", "rich", "click"]


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(paths: list[Path]) -> Iterator[tuple[str, int]]:
    """Each function of the package with its length in lines, docstring left out."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                whole = lines_of(node)
                yield (
                    f"{named(path)}:{node.name}",
                    whole - (lines_of(node.body[0]) if ast.get_docstring(node) else 0),
                )


def test_imports_go_down_only(root: Path) -> None:
    """The contracts of pyproject.toml, in a process of their own: import-linter changes sys.path."""
    lint = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert lint.returncode == 0, lint.stdout + lint.stderr


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_stay_short_and_have_a_name_that_says_something(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260
    assert path.stem not in DRAWERS


def test_nine_functions_in_ten_are_under_35_lines() -> None:
    lengths = sorted(length for _, length in functions(MODULES))
    assert lengths[int(0.9 * len(lengths))] < 35
    assert lengths[len(lengths) // 2] <= 15


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_pickles_and_no_training_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = set(re.findall(r"^\s*(?:from|import) (\w+)", text, re.MULTILINE))
    assert not found & {"pickle", "shelve", "marshal", "torch", "transformers", "training"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, onrecord; print([m for m in {LATE!r} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_locks_have_hashes_and_no_addresses(root: Path, name: str) -> None:
    lines = (root / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.match(r"[a-z0-9.-]+==|    --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert any("--hash" in line for line in lines)


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.onnx")), ids=lambda path: path.name)
def test_models_hold_no_notes_of_the_exporter(path: Path) -> None:
    content = path.read_bytes()
    assert b"stack_trace" not in content
    assert b'File "' not in content
