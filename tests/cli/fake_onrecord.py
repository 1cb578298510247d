"""``onrecord`` with a reader of its own, quick and predictable: run as a program, or imported by the tests.

A text's first line is one statement, unless it says otherwise: "BROKEN" fails, "WARNED" has a warning, "SLOW"
takes a minute, "DEFECT" raises what nobody foresaw, "NOMODEL" finds the network damaged.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.cli.main import main
from onrecord.cli.tools import OFFLINE, PLAINLY, Fetching, Resolving, Tools
from onrecord.errors import ModelError
from onrecord.types import Document, Failure, Record, Span, Statement


def record_of(name: str, text: str, published_on: date | None) -> Record:
    first = text.split("\n", 1)[0]
    warnings = ("no language could be told",) if "WARNED" in text else ()
    document = Document(name, text, published_on=published_on, warnings=warnings)
    if not first:
        return Record(document, ())
    return Record(document, (Statement("s1", None, (), (), (Span(0, len(first)),), "indirect", (), 0.5),))


def outcome_of(name: str, content: bytes, published_on: date | None) -> Record | Failure:
    text = content.decode("utf-8", "surrogateescape")
    if "SLOW" in text:
        time.sleep(60)
    if "DEFECT" in text:
        raise KeyError("nobody\nforesaw this")
    if "NOMODEL" in text:
        raise ModelError("reader.onnx: damaged; install onrecord again")
    if "BROKEN" in text:
        return Failure(name, "parse", "is broken", "mend it")
    return record_of(name, text, published_on)


def files_of(paths: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from (
            sorted(p for p in path.iterdir() if not p.name.startswith(".")) if path.is_dir() else [path]
        )


def read_inputs(
    paths: Sequence[str],
    *,
    encoding: str | None,
    published_on: date | None,
    stdin: BinaryIO,
    resolving: Resolving = PLAINLY,
    fetching: Fetching = OFFLINE,
) -> Iterator[Record | Failure]:
    del encoding, fetching
    for path in files_of(paths):
        if str(path) == "-":
            yield outcome_of("-", stdin.read(), published_on)
        elif not path.exists():
            yield Failure(str(path), "open", "does not exist", "check the path")
        else:
            yield outcome_of(path.name, path.read_bytes(), published_on)


def count_inputs(paths: Sequence[str]) -> int | None:
    return sum(1 for _ in files_of(paths))


def open_inputs(
    paths: Sequence[str],
    *,
    encoding: str | None,
    published_on: date | None,
    stdin: BinaryIO,
    fetching: Fetching = OFFLINE,
) -> Iterator[Document | Failure]:
    del fetching
    for outcome in read_inputs(paths, encoding=encoding, published_on=published_on, stdin=stdin):
        yield outcome if isinstance(outcome, Failure) else outcome.document


def read_documents(
    documents: Iterable[Document | Failure], *, jobs: int | None, resolving: Resolving = PLAINLY
) -> Iterator[Record | Failure]:
    del jobs, resolving
    for document in documents:
        if isinstance(document, Failure):
            yield document
        else:
            record = record_of(document.id, document.text, document.published_on)
            yield replace(record, document=document)


def tools() -> Tools:
    return Tools(
        read_inputs=read_inputs, count_inputs=count_inputs, open_inputs=open_inputs,
        read_documents=read_documents,
    )  # fmt: skip


if __name__ == "__main__":
    # Ctrl-C must reach it also where whoever started the tests ignores it, as a shell's background jobs do.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main(sys.argv[1:], tools())
