"""The group of commands: help, version, schema, and that every command is documented."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import onrecord
from onrecord.cli.ending import Ending, ended
from onrecord.cli.main import COMMANDS, group

Run = Callable[..., Any]


def test_help_lists_every_command() -> None:
    shown = CliRunner().invoke(group, ["--help"])
    assert shown.exit_code == 0
    listed = shown.output.split("Commands:")[1].split()
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_is_for(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))


def test_version(run: Run) -> None:
    assert run("--version").out == f"onrecord, version {onrecord.__version__}\n"


def test_schema_is_a_schema(run: Run) -> None:
    Draft202012Validator.check_schema(json.loads(run("schema").out))


def test_the_package_runs_as_a_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"onrecord, version {onrecord.__version__}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (onrecord.InputError("no such date"), Ending.NOTHING_READ),
        (onrecord.ModelError("gone"), Ending.RUN_FAILED),
        (KeyboardInterrupt(), Ending.INTERRUPTED),
        (click.ClickException("no"), 1),
        (PermissionError("x"), Ending.DEFECT),
    ],
)
def test_each_error_has_its_code_and_one_line(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    def run() -> None:
        raise error

    assert ended(run, debug=lambda: False) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_a_commands_own_code_is_passed_on() -> None:
    assert ended(lambda: 1, debug=lambda: False) == 1
    assert ended(lambda: None, debug=lambda: False) == 0
