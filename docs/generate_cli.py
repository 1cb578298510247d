"""Write docs/reference/cli.md from the commands themselves: python docs/generate_cli.py."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.main import group

PAGE = Path(__file__).resolve().parent / "reference" / "cli.md"
INTRODUCTION = """\
# Command line

<!-- Written by docs/generate_cli.py from the commands. Change their help, not this page. -->

What each exit code means is in [Exit codes](exit-codes.md), what the formats hold in [The record](record.md).
"""


def page() -> str:
    """The whole page as Markdown."""
    context = group.make_context("onrecord", [], resilient_parsing=True)
    return "\n".join([INTRODUCTION, *_sections(group, context, 2)])


def _sections(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    """The section of a command, and below a group those of its commands."""
    yield from _section(command, context, level)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                inner = below.make_context(name, [], parent=context, resilient_parsing=True)
                yield from _sections(below, inner, level if command is group else level + 1)


def _section(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    yield f"{'#' * level} {context.command_path}\n"
    yield f"```text\n{context.command_path} {' '.join(command.collect_usage_pieces(context))}\n```\n"
    yield f"{_prose(command.help or '')}\n"
    yield "| option | |\n|---|---|"
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record is not None and isinstance(option, click.Option):
            names, meaning = record
            yield f"| `{_cell(names)}` | {_cell(_escaped(meaning))} |"
    yield ""


def _prose(text: str) -> str:
    """Help text as Markdown: its paragraphs, and a list of exit codes where it names them."""
    paragraphs = inspect.cleandoc(text).replace("\b\n", "").split("\n\n")
    return "\n\n".join(_paragraph(" ".join(paragraph.split())) for paragraph in paragraphs)


def _paragraph(text: str) -> str:
    if not text.startswith("Exit codes: "):
        return _escaped(text)
    codes = text.removeprefix("Exit codes: ").rstrip(".").split("; ")
    return "Exit codes:\n\n" + "\n".join(re.sub(r"^(\d+) ", r"- `\1` ", _escaped(code)) for code in codes)


def _escaped(text: str) -> str:
    return re.sub(r"([*<>\[\]])", r"\\\1", text)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
