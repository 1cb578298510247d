"""What the documentation shows runs: doctests, Python blocks, commands, links."""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import onrecord
from onrecord.cli.main import group

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [m.name for m in pkgutil.walk_packages(onrecord.__path__, "onrecord.") if "__main__" not in m.name]
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(language: str) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for kind, body in FENCE.findall(page.read_text(encoding="utf-8")):
            if kind == language:
                yield page, body


def commands() -> Iterator[str]:
    """Each ``onrecord`` command of a console block, without the prompt and what its output is piped to."""
    for _, body in blocks("console"):
        for line in body.splitlines():
            for part in re.split(r"[|>]| && ", line.removeprefix("$ ")) if line.startswith("$ ") else ():
                if part.strip().startswith("onrecord"):
                    yield part.strip()


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("name", ["onrecord", *MODULES])
def test_doctests(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


PYTHON = list(blocks("python"))
NAMES = [f"{name_of(page)}-{number}" for number, (page, _) in enumerate(PYTHON)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader would have it: the examples of the checkout, and a record of them."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "examples", folder / "examples")
    adding = [sys.executable, "-m", "onrecord", "add", "examples/report.txt"]
    subprocess.run(adding, cwd=folder, capture_output=True, check=True)
    return folder


@pytest.mark.parametrize(("page", "body"), PYTHON, ids=NAMES)
def test_python_blocks_run(page: Path, body: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block stands alone and runs as a reader would run it."""
    monkeypatch.chdir(place)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(body, name_of(page), "exec"), {"__name__": "example"})  # noqa: S102 - our own pages


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_commands_exist_with_their_options(command: str) -> None:
    words = shlex.split(command, comments=True)[1:]
    target: click.Command = group
    while words and isinstance(target, click.Group) and not words[0].startswith("-"):
        found = target.get_command(click.Context(target), words.pop(0))
        assert found is not None
        target = found
    known = {option for parameter in target.params for option in (*parameter.opts, *parameter.secondary_opts)}
    used = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
    assert used <= known | {"--help"}


def test_the_example_program_runs() -> None:
    program = [sys.executable, "examples/read_report.py"]
    shown = subprocess.run(program, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert "Varnholt" in shown


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []
