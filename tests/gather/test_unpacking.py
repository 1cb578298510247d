"""Gzip on the way in: told by its bytes, streamed, and harmless where it is damaged or a bomb."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from pathlib import Path

import pytest

from onrecord.gather import contents, inputs, unpacking
from onrecord.gather.stated import Told
from onrecord.types import Document, Failure

LINES = b"".join(json.dumps({"text": f"Report {n}, he said."}).encode() + b"\n" for n in range(5))


def read(content: bytes) -> list[Document | Failure]:
    return list(inputs.from_bytes(content, origin="in"))


@pytest.mark.parametrize(
    "content", [LINES, b"He said so.", b"<html><body><p>He said so on Monday.</p></body></html>"]
)
def test_packed_reads_as_unpacked(content: bytes) -> None:
    assert read(gzip.compress(content)) == read(content)
    assert read(gzip.compress(content[:9]) + gzip.compress(content[9:])) == read(content)


def test_packed_standard_input() -> None:
    (found,) = inputs.documents(["-"], stdin=io.BytesIO(gzip.compress(b"He said so.")))
    assert isinstance(found, Document)
    assert found.text == "He said so."


def test_in_a_folder_the_name_before_gz_counts(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.tar.gz", "c.TXT.GZ", "d.gz", "e.csv.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"He said so."))
    found = [
        Path(document.id).name for document in inputs.documents([tmp_path]) if isinstance(document, Document)
    ]
    assert found == ["a.jsonl.gz", "c.TXT.GZ"]
    assert inputs.count_inputs([tmp_path]) is None


@pytest.mark.parametrize("size", [1 << 10, 3 << 20])
def test_damage_costs_what_comes_after_it(size: int) -> None:
    lines = b"".join(json.dumps({"text": f"{n} {'said ' * 9}"}).encode() + b"\n" for n in range(size // 60))
    packed = gzip.compress(lines)
    *whole, last = read(packed[: len(packed) * 2 // 3])
    assert isinstance(last, Failure)
    assert "damaged gzip data (it ends too soon)" in last.reason
    assert all(isinstance(found, Document) for found in whole)
    assert bool(whole) == (size > contents.HEAD)
    (only,) = read(b"\x1f\x8b\x08" + b"\xff" * 50)
    assert isinstance(only, Failure)
    assert "damaged gzip data" in only.reason


@pytest.mark.parametrize("piece", [bytes(1 << 20), LINES * 9000])
def test_a_bomb_does_not_go_off(piece: bytes) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = (
        packer.compress(piece)
        + b"".join(packer.compress(bytes(1 << 20)) for _ in range(300))
        + packer.flush()
    )
    *_, last = read(bomb)
    assert isinstance(last, Failure)
    assert last.reason == f"is a gzip file that unpacks to more than {unpacking.RATIO} times its size"


def test_what_was_fetched_is_not_unpacked_twice() -> None:
    told = Told(url="https://post.example/a.gz")
    (found,) = contents.read_bytes(gzip.compress(b"He said so."), "in", told)
    assert isinstance(found, Failure)
    assert "gzip" in found.reason
