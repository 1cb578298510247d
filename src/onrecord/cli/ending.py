"""How a run ends: its exit code, and the one line that says why.

Every code is listed in ``docs/reference/exit-codes.md``.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from enum import IntEnum

import click

from onrecord.errors import InputError, OnrecordError


class Ending(IntEnum):
    """The exit codes of ``onrecord``."""

    OK = 0
    """All that was asked for was done."""
    SOME_FAILED = 1
    """Some documents could not be read; the others came out."""
    USAGE = 2
    """The command was not called as it must be."""
    NOTHING_READ = 3
    """No document could be read."""
    RUN_FAILED = 4
    """The run itself failed: the model is missing or damaged, the output cannot be written."""
    DEFECT = 70
    """An error that onrecord did not foresee (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Ctrl-C: 128 and SIGINT's number."""
    BROKEN_PIPE = 141
    """The reader of the output went away: 128 and SIGPIPE's number, as of any other filter."""


# A full disk, a quota used up, a file grown too big, a device that fails.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class OutputClosed(Exception):  # noqa: N818 - what happened, and no error of ours
    """Whoever read the output went away; click would end a plain BrokenPipeError with exit code 1."""


class RunError(click.ClickException):
    """The run cannot go on, through no fault in how the command was called."""

    exit_code = Ending.RUN_FAILED


def ended(run: Callable[[], object], *, debug: Callable[[], bool]) -> int:
    """Call ``run`` and turn whatever happens into an exit code, with a line on standard error where due.

    Args:
        run: the whole command; the exit code it returns, if any, is passed on.
        debug: asked after an unforeseen error, whether to show the traceback.
    """
    try:
        code = run()
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - a line, never a traceback unasked
        return _ending_of(error, debug)
    return int(code) if isinstance(code, int) else Ending.OK


def _ending_of(error: BaseException, debug: Callable[[], bool]) -> int:
    match error:
        case click.UsageError():
            error.show()
            code: int = Ending.USAGE
        case OutputClosed() | BrokenPipeError():
            _let_go_of_output()
            code = Ending.BROKEN_PIPE
        case click.exceptions.Abort() | KeyboardInterrupt():
            code = _said("interrupted; nothing half-written is left", Ending.INTERRUPTED)
        case click.ClickException():
            code = _said(error.format_message(), error.exit_code)
        case OnrecordError():
            kind = Ending.NOTHING_READ if isinstance(error, InputError) else Ending.RUN_FAILED
            code = _said(str(error), kind)
        case OSError() if error.errno in _NO_ROOM:
            _let_go_of_output()
            line = f"the output cannot be written ({error.strerror}); make room and run again"
            code = _said(line, Ending.RUN_FAILED)
        case _:
            code = _defect(error, show=debug())
    return code


def _said(line: str, code: int) -> int:
    click.echo(f"onrecord: {line}", err=True)
    return code


def _defect(error: BaseException, *, show: bool) -> int:
    if show:
        import traceback  # noqa: PLC0415 - for those who ask

        traceback.print_exception(error)
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    remedy = "please report this line with what you ran; onrecord --debug ... shows where it happened"
    return _said(f"a defect in onrecord ({reason}); {remedy}", Ending.DEFECT)


def _let_go_of_output() -> None:
    """Point standard output at nothing, or Python complains of the broken pipe when it flushes at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # standard output is no file, or closed already
        return
