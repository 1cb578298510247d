"""Files of people told apart by what is in them, and taken into a table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from onrecord.errors import InputError
from onrecord.gather.people.congress import from_yaml
from onrecord.gather.people.factbook import from_json
from onrecord.gather.people.rows import Row, wrong
from onrecord.gather.people.spreadsheets import from_csv
from onrecord.gather.people.store import keep

_KINDS = {".csv": "csv", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_BIGGEST = 200 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file, or one folder of the factbook, gave: its name, and the number of people, None for
    nothing new.
    """

    file: str
    people: int | None


def import_people(paths: Sequence[Path], table: Path) -> list[Imported]:
    """Take files of people into a table: each all or none, and none that is in it already as it is.

    Args:
        paths: files (.csv, .yaml, .json), or folders of the factbook's JSON files, taken as one.
        table: the file to keep them in, made where it is missing.

    Raises:
        TableError: at the first row that is wrong; what came before it in the same file is not kept either.
        InputError: when a file cannot be read or ``table`` cannot be written.
    """
    return [_one(path, table) for path in paths]


def _one(path: Path, table: Path) -> Imported:
    if path.is_dir():
        files = sorted(path.rglob("*.json"))
        if not files:
            raise InputError(f"{path}: no JSON file in this folder; give the factbook's folder, or a file")
    else:
        files = [path]
    texts = [(file, _read(file)) for file in files]
    digest = hashlib.sha256(b"\0".join(data for _, data in texts)).hexdigest()
    rows = chain.from_iterable(_rows(file, data) for file, data in texts)
    return Imported(str(path), keep(table, path.name, digest, rows))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _BIGGEST:
            raise InputError(f"{path}: more than {_BIGGEST // 2**20} MiB; cut it up")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from None


def _rows(path: Path, data: bytes) -> Iterator[Row]:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise InputError(f"{path}: not known what this is; give a .csv, .yaml or .json file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise wrong(str(path), f"row {line}", "it is not UTF-8", "save the file as UTF-8") from None
    if kind == "csv":
        return from_csv(text, str(path))
    if kind == "yaml":
        return from_yaml(text, str(path))
    return from_json(text, str(path))
