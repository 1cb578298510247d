"""Where a command's output goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from onrecord.cli.ending import RunError


class Discard(Exception):  # noqa: N818 - not an error: a decision
    """Raised inside :func:`opened` to leave no file behind, and whatever stood there before as it was."""


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Open the output: ``None`` or ``-`` is standard output, anything else a file.

    A file is written beside its place under another name and takes its place when all is written; after an
    error, an interrupt or :class:`Discard` that other file is removed. What is no plain file (a device, a
    named pipe) is written to directly. Always UTF-8, with escapes for lone
    surrogates, which UTF-8 cannot carry.

    Raises:
        RunError: when the file cannot be made.
    """
    if path is None or path == "-":
        with suppress(Discard):
            yield sys.stdout
        return
    place = Path(path).resolve()
    direct = place.exists() and not place.is_file()
    beside = place if direct else place.with_name(f".{place.name}.{os.getpid()}.part")
    with _explained(path):
        stream = beside.open(
            "w" if direct else "x", encoding="utf-8", errors="backslashreplace", newline="\n"
        )
    try:
        with stream:
            yield stream
        if not direct:
            with _explained(path):
                beside.replace(place)
    except Discard:
        return
    finally:
        if not direct:
            beside.unlink(missing_ok=True)


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RunError(f"{path}: cannot be written ({error.strerror}); choose another --output") from error


def refuse_to_overwrite(output: str | None, inputs: tuple[str, ...]) -> None:
    """Stop where the output would replace one of the inputs.

    Raises:
        click.UsageError: when ``output`` is the same file as one of ``inputs``.
    """
    if output is None or output == "-" or not Path(output).exists():
        return
    for path in inputs:
        if path != "-" and Path(path).exists() and Path(path).samefile(output) and Path(path).is_file():
            raise click.UsageError(f"--output {output} is also an input; choose another file")
