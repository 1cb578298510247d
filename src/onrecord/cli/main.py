"""The group of commands, each imported when it is used: ``onrecord read`` pays for no other."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn, TextIO

import click

from onrecord import __version__
from onrecord.cli.ending import OutputClosed, ended
from onrecord.cli.tools import Tools, debug_option

COMMANDS: Mapping[str, str] = {
    "read": "onrecord.cli.read",
    "add": "onrecord.cli.add",
    "status": "onrecord.cli.status",
    "search": "onrecord.cli.search",
    "index": "onrecord.cli.index",
    "ask": "onrecord.cli.ask",
    "check": "onrecord.cli.check",
    "compare": "onrecord.cli.compare",
    "people": "onrecord.cli.people",
    "commitments": "onrecord.cli.beside",
    "positions": "onrecord.cli.beside",
    "review": "onrecord.cli.review",
    "mark": "onrecord.cli.review",
    "export": "onrecord.cli.export",
    "import": "onrecord.cli.restore",
    "doctor": "onrecord.cli.doctor",
    "schema": "onrecord.cli.schema",
    "evaluate": "onrecord.cli.evaluate",
}
"""Each command and the module that has a function of its name."""


class LateGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """The names of the commands, those used most first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command ``cmd_name``, or None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(
            import_module(COMMANDS[cmd_name]), f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        )
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosed from error


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
@debug_option
def group() -> None:
    """Read news reports and keep the record of who said what.

    Start with: onrecord read report.txt
    """


def main(arguments: Sequence[str] | None = None, tools: Tools | None = None) -> NoReturn:
    """Run the command line and exit.

    Args:
        arguments: what stands after ``onrecord``; by default those of the process.
        tools: what the commands work with; tests give their own.
    """
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    obj = tools or Tools()
    args = list(arguments) if arguments is not None else None
    sys.exit(ended(
        lambda: group.main(args, prog_name="onrecord", standalone_mode=False, obj=obj),
        debug=lambda: obj.debug,
    ))  # fmt: skip


def _speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 with plain line ends whatever the locale: same input, same bytes."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
