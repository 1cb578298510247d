"""The reading room's door: what comes out for each thing that can be put in."""

from __future__ import annotations

import hashlib
import io
import json
import os
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.gather import inputs, places
from onrecord.gather.stated import Fetched
from onrecord.types import Document, Failure

REPORT = (
    "The tram will be built before the summer, Mayor Ada Brook said on Monday. She told reporters that the "
    "council had voted for it, and that the money was there. “We have waited for twenty years,” she added. "
    "Her rival, who had been against the plan, said it would cost more than the city could pay.\n"
)
DAY = date(2024, 3, 18)


def read(content: bytes, **told: object) -> list[Document | Failure]:
    return list(inputs.from_bytes(content, origin="in", **told))  # type: ignore[arg-type]


def document(content: bytes, **told: object) -> Document:
    (found,) = read(content, **told)
    assert isinstance(found, Document), found
    return found


def failure(content: bytes, **told: object) -> Failure:
    (found,) = read(content, **told)
    assert isinstance(found, Failure), found
    assert "\n" not in found.line()
    assert found.origin
    assert found.reason
    assert found.remedy
    return found


def ids(paths: list[str | Path]) -> list[str]:
    return [
        found.id if isinstance(found, Document) else "!" + found.origin for found in inputs.documents(paths)
    ]


# Plain text


@pytest.mark.parametrize(
    "text",
    [
        "One line, he said.\r\nAnother,\rand\na last one",
        "A bell\x07, a NUL\x00, an escape\x1b[31m and a form feed\x0c, he said.",
        "zero\u200bwidth\u200d, right-to-left \u200fשלום\u202e marks, an emoji 👩‍👩‍👧 and e\u0301, he said",
        "\ttabs and no line end, he said",
        " 'a' < 'b' and <not a tag>, he said; {not: json}",
        "lines\u2028and\u2029paragraphs\x85and\x1cseparators",
    ],
)
def test_text_is_unaltered(text: str) -> None:
    assert document(text.encode()).text == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_utf8_exactly(text: str) -> None:
    # After this opening, nothing can be taken for HTML, JSON or binary data; more than 30 % of NUL bytes can.
    whole = "He said: " + text.replace("\x00", " ") + " \x00 end of it."
    assert document(whole.encode()).text == whole


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for found in read(content):
        assert isinstance(found, Document | Failure)
        if isinstance(found, Document):
            assert found.text
            found.text.encode("utf-8")


@settings(deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(["utf-8", "utf-16", "utf-7", "cp1252", "unicode_escape", "punycode"]),
)
def test_any_bytes_are_read_or_refused_in_a_named_encoding(content: bytes, encoding: str) -> None:
    for found in read(content, encoding=encoding):
        if isinstance(found, Document):
            found.text.encode("utf-8")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [b"<html>", b"<p>", b"</p>", b"<div", b">", b"'", b'"', b"<!--", b"-->", b"&#0;", b"\0", b"x"]
        ),
        max_size=30,
    )
)
def test_any_markup_is_read_or_refused(pieces: list[bytes]) -> None:
    for found in read(b"".join(pieces)):
        assert isinstance(found, Document | Failure)


def test_same_input_same_document() -> None:
    assert read(REPORT.encode()) == read(REPORT.encode())


# What is known of a document


def test_file_is_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ids(["report.txt", Path("report.txt"), str(tmp_path / "report.txt")]) == [
        "report.txt",
        "report.txt",
        str(tmp_path / "report.txt"),
    ]


def test_published_on_is_only_what_was_told() -> None:
    told = document(REPORT.encode(), published_on=DAY)
    assert (told.published_on, told.published_on_from) == (DAY, "argument")
    untold = document(REPORT.encode())
    assert (untold.published_on, untold.published_on_from) == (None, None)


def test_english_is_told_without_a_warning() -> None:
    found = document(REPORT.encode())
    assert (found.language, found.warnings) == ("en", ())


def test_another_language_is_read_with_a_warning() -> None:
    text = "Le maire a déclaré lundi que le tramway serait construit avant l’été. " * 5
    found = document(text.encode())
    assert found.language == "fr"
    assert found.warnings == (
        "language looks like French (fr); onrecord is trained on English news: expect little",
    )


# A text in Python


def test_from_text_names_by_digest() -> None:
    found = inputs.from_text("He said it.")
    assert found == inputs.from_text("He said it.")
    assert found.id == "sha256:" + hashlib.sha256(b"He said it.").hexdigest()[:16]
    assert found.id != inputs.from_text("He said it!").id


def test_from_text_takes_what_is_known() -> None:
    found = inputs.from_text(
        "<p>kept as it is</p>\r\n", id="a", title="T", url="https://example.org/a", publisher="P",
        language="en-GB",
        published_on=DAY,
    )  # fmt: skip
    assert found == Document(
        "a", "<p>kept as it is</p>\r\n", "T", "https://example.org/a", "P", "en",
        DAY, "argument",
    )  # fmt: skip


def test_from_text_takes_an_empty_text() -> None:
    assert inputs.from_text("").text == ""


def test_from_text_refuses_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="bytes"):
        inputs.from_text(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="character 3"):
        inputs.from_text("abc\ud800")


# Bad content


@pytest.mark.parametrize("content", [b"", b" ", b"\r\n\t\n", "\ufeff".encode(), "\u00a0\u2003".encode()])
def test_empty_and_blank_are_refused(content: bytes) -> None:
    assert failure(content).stage == "read"


def test_xml_that_is_no_page_is_refused() -> None:
    assert "XML" in failure(b'<?xml version="1.0"?>\n<urlset><url/></urlset>').reason


# Files and folders


def test_absent_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(REPORT, encoding="utf-8")
    assert ids([tmp_path / "absent.txt", good]) == [f"!{tmp_path / 'absent.txt'}", str(good)]


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_impossible_paths_are_refused(path: str) -> None:
    (found,) = inputs.documents([path])
    assert isinstance(found, Failure)
    assert found.stage == "open"
    assert found.line().isprintable()


def test_denied_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(REPORT, encoding="utf-8")

    def deny(*_: object) -> int:  # permissions do not hold root back, so the system's answer is played
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    (found,) = inputs.documents([path])
    assert isinstance(found, Failure)
    assert "permission" in found.reason


def test_pipe_socket_and_device_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        found = list(inputs.documents([pipe, tmp_path / "socket", "/dev/zero"]))
    reasons = [failed.reason for failed in found if isinstance(failed, Failure)]
    assert reasons == ["is a pipe, not a file", "is a socket, not a file", "is a device, not a file"]


def test_symlink_loop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (found,) = inputs.documents([tmp_path / "a"])
    assert isinstance(found, Failure)
    assert "symbolic links" in found.reason


def test_folder_is_walked_in_order_and_passes_over_what_is_no_text(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.html", ".hidden.txt", ".git/x.txt", "data.csv", "noname", "c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    expected = [str(tmp_path / name) for name in ("b.txt", "c.TXT", "noname", "a/c.html", "a/z.txt")]
    assert ids([tmp_path]) == expected
    assert inputs.count_inputs([tmp_path]) == 5


def test_folder_without_texts_is_refused_with_a_count(tmp_path: Path) -> None:
    (empty,) = inputs.documents([tmp_path])
    assert isinstance(empty, Failure)
    assert empty.reason == "is a folder without texts (files of other kinds: 0)"
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (found,) = inputs.documents([tmp_path])
    assert isinstance(found, Failure)
    assert found.reason == "is a folder without texts (files of other kinds: 1)"


def test_names_that_are_no_utf8_or_unprintable_are_escaped(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b"red\x1b[31m.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(REPORT, encoding="utf-8")
    names = [name.removeprefix(f"{tmp_path}/") for name in ids([tmp_path])]
    assert sorted(names) == ["caf\\xe9.txt", "red\\x1b[31m.txt", "two\\nlines.txt"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(REPORT, encoding="utf-8")

    def endless() -> object:
        while True:
            yield good

    stream = inputs.documents(endless())  # type: ignore[arg-type]
    assert isinstance(next(stream), Document)
    assert isinstance(next(stream), Document)


def test_a_folder_that_is_closed_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    list_folder = os.scandir

    def scan(path: str) -> object:  # as for files: root is never denied
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", scan)
    assert ids([tmp_path]) == [str(tmp_path / "a.txt"), f"!{tmp_path / 'closed'}"]


def test_a_pipe_put_in_a_files_place_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    os.mkfifo(path)
    monkeypatch.setattr(places, "files", lambda _: iter([path]))
    (found,) = inputs.documents([path])
    assert isinstance(found, Failure)
    assert found.reason == "is a pipe, not a file"


# Standard input


class Dribble(io.RawIOBase):
    """A pipe that gives three bytes a read."""

    def __init__(self, content: bytes) -> None:
        self.rest = content

    def read(self, size: int = -1) -> bytes:
        piece, self.rest = self.rest[:3], self.rest[3:]
        return piece if size else b""


def test_standard_input_is_read_whole() -> None:
    (found,) = inputs.documents(["-"], stdin=Dribble(REPORT.encode()))  # type: ignore[arg-type]
    assert isinstance(found, Document)
    assert (found.id, found.text) == ("-", REPORT)


class Broken(io.RawIOBase):
    """A disk that fails halfway."""

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002 - the signature of a stream
        raise OSError(5, "Input/output error")


def test_a_fault_while_reading_is_a_failure() -> None:
    (found,) = inputs.documents(["-"], stdin=Broken())  # type: ignore[arg-type]
    assert isinstance(found, Failure)
    assert found.reason == "cannot be read (Input/output error)"


def test_half_a_surrogate_pair_from_an_encoding_is_refused() -> None:
    found = failure(b"He said \\ud800", encoding="unicode_escape")
    assert "character 8" in found.reason


def test_large_plain_text_that_is_not_json_lines() -> None:
    text = REPORT * 5000
    assert len(text) > 1 << 20
    assert document(text.encode()).text == text


def test_empty_standard_input_is_refused() -> None:
    (found,) = inputs.documents(["-"], stdin=io.BytesIO())
    assert isinstance(found, Failure)
    assert found.line().startswith("-: is empty")


# JSON Lines as a stream


def test_long_json_lines_are_streamed() -> None:
    lines = [json.dumps({"id": f"n{n}", "text": f"{n} " + REPORT * 20}) for n in range(400)]
    content = "\n".join(lines).encode()
    assert len(content) > 1 << 20
    stream = io.BytesIO(content)
    documents = inputs.documents(["-"], stdin=stream)
    next(documents)
    assert stream.tell() < len(content)
    rest = [found.id for found in documents if isinstance(found, Document)]
    assert rest == [f"n{n}" for n in range(1, 400)]


def test_count_inputs(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"text": "a"}\n\n{"text": "b"}\nbad\n', encoding="utf-8")
    text = tmp_path / "b.txt"
    text.write_text("one\ntwo\n", encoding="utf-8")
    assert inputs.count_inputs([lines, text, tmp_path / "absent"]) == 5
    assert inputs.count_inputs([text, "-"]) is None


# Bounds


def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"He said that it would rain. " * (50 * 2**20 // 28))
    begun = time.process_time()
    (found,) = inputs.documents([path])
    assert time.process_time() - begun < 60  # a hang, not a slow machine
    assert isinstance(found, Document)
    assert len(found.text) == path.stat().st_size


def test_import_loads_nothing_heavy() -> None:
    heavy = {"numpy", "lxml", "trafilatura", "py3langid", "charset_normalizer", "hashlib", "html", "logging"}
    code = f"import sys, onrecord.gather.inputs; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# Addresses


class Shelf:
    """A web of a few pages, which knows what it was asked for and whether it was closed."""

    def __init__(self, **pages: Fetched | Failure) -> None:
        self.pages, self.asked, self.closed = pages, [], 0  # type: ignore[var-annotated]

    def fetch(self, address: str) -> Fetched | Failure:
        self.asked.append(address)
        return self.pages[address.rpartition("/")[2]]

    def close(self) -> None:
        self.closed += 1


def test_an_address_without_a_fetcher_is_a_failure() -> None:
    (found,) = inputs.documents(["https://name:secret@post.example/a"])
    assert isinstance(found, Failure)
    assert (found.origin, found.stage) == ("https://post.example/a", "fetch")
    assert "--fetch" in found.remedy
    assert inputs.fetcher_of(["a.txt", Path("b.txt"), "-", "C:/c.txt"]) is None


def test_what_is_fetched_is_read_like_a_file_and_the_fetcher_closed() -> None:
    gone = Failure("https://post.example/gone", "fetch", "is not there (404)", "check the address")
    shelf = Shelf(
        page=Fetched(REPORT.encode("utf-16-le"), "https://post.example/final", "utf-16"),
        west=Fetched(b"Zo\xeb and Ren\xe9e said so.", "https://post.example/west", "iso-8859-15"),
        lies=Fetched("“Zoë” said so.".encode(), "https://post.example/lies", "iso-8859-1"),
        lines=Fetched(
            b'{"text": "One."}\n{"text": "Two.", "url": "https://other.example/2"}\n', "https://p.example/l"
        ),
        gone=gone,
    )
    addresses = [f"https://post.example/{name}" for name in ("page", "held", "west", "lies", "lines", "gone")]
    found = list(inputs.documents(addresses, fetcher=shelf, held=lambda address: address.endswith("held")))
    assert [
        f"https://post.example/{name}" for name in ("page", "west", "lies", "lines", "gone")
    ] == shelf.asked
    assert found[-1] is gone
    documents = [one for one in found if isinstance(one, Document)]
    assert [(one.id.rpartition("/")[2], one.url, one.text) for one in documents] == [
        ("page", "https://post.example/final", REPORT),
        ("west", "https://post.example/west", "Zoë and Renée said so."),
        ("lies", "https://post.example/lies", "“Zoë” said so."),
        ("lines:1", None, "One."),
        ("lines:2", "https://other.example/2", "Two."),
    ]
    assert shelf.closed == 1
    assert inputs.count_inputs(addresses) == 6


def test_a_fetcher_is_closed_where_its_user_goes_away() -> None:
    shelf = Shelf(a=Fetched(b"Words.", "https://post.example/a"))
    coming = inputs.documents(["https://post.example/a"] * 3, fetcher=shelf)
    next(coming)
    coming.close()  # type: ignore[attr-defined] # a generator
    assert (len(shelf.asked), shelf.closed) == (1, 1)
