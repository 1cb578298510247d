"""What the commands work with, handed to them in click's context, so that tests hand them something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO, Protocol, TypeVar

import click

from onrecord.types import Failure, Record

_Command = TypeVar("_Command", bound=Callable[..., Any])


class ReadsInputs(Protocol):
    """From files and folders to records; :func:`read_inputs` is the one that users get."""

    def __call__(
        self, paths: Sequence[str], *, encoding: str | None, published_on: date | None, stdin: BinaryIO
    ) -> Iterator[Record | Failure]:
        """A record for each document found, or why there is none."""
        ...


def read_inputs(
    paths: Sequence[str], *, encoding: str | None, published_on: date | None, stdin: BinaryIO
) -> Iterator[Record | Failure]:
    """Load the network that ships in the package and read what ``paths`` name, as it is asked for.

    Raises:
        ModelError: when a file of the network is missing or damaged.
    """
    from onrecord.flow.reading import Reader, read_all  # noqa: PLC0415 - numpy and onnxruntime: only when reading
    from onrecord.gather.inputs import documents  # noqa: PLC0415

    reader = Reader.load()
    inputs = documents(paths, encoding=encoding, published_on=published_on, stdin=stdin)
    yield from read_all(inputs, reader)


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many documents :func:`read_inputs` will find, or None where that cannot be told beforehand."""
    from onrecord.gather.inputs import count_inputs as count  # noqa: PLC0415

    return count(paths)


@dataclass(slots=True)
class Tools:
    """The doors to the rest of onrecord, and whether ``--debug`` was given."""

    read_inputs: ReadsInputs = read_inputs
    count_inputs: Callable[[Sequence[str]], int | None] = count_inputs
    debug: bool = False


def debug_option(command: _Command) -> _Command:
    """Add ``--debug``, which stands before or after a command's name."""

    def noted(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
        if value:
            ctx.ensure_object(Tools).debug = True

    option = click.option("--debug", is_flag=True, expose_value=False, callback=noted,
                          help="Show the traceback of an unforeseen error.")  # fmt: skip
    return option(command)
