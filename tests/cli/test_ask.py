"""``ask``, ``check`` and ``compare`` from the command line, with a reader of one quotation a line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.ask.memory import MemoryView
from onrecord.cli.main import main
from onrecord.cli.tools import Tools
from onrecord.types import Document, Failure, Record, Span, Speaker, Statement

_LINE = re.compile(r"“([^”\n]+)”(?: said (\w+))?")


def read(name: str, text: str, day: date | None) -> Record:
    """Each “quotation” said NAME is a statement."""
    statements = tuple(
        Statement(
            f"{name}-{m.start()}", None, (), (), (Span(m.start(), m.start(1) + len(m[1]) + 1),), "direct",
            (Span(m.start(1), m.end(1)),), 0.9, Speaker(m[2], "person") if m[2] else None,
        )
        for m in _LINE.finditer(text)
    )  # fmt: skip
    return Record(Document(name, text, published_on=day), statements)


def read_inputs(paths: Sequence[str], *, published_on: date | None, **_: Any) -> Iterator[Record | Failure]:
    for path in map(Path, paths):
        for one in sorted(path.iterdir()) if path.is_dir() else [path]:
            if one.exists():
                yield read(one.name, one.read_text(encoding="utf-8"), published_on)
            else:
                yield Failure(str(one), "open", "does not exist", "check the path")


def open_inputs(paths: Sequence[str], **_: Any) -> Iterator[Document | Failure]:
    for one in read_inputs(paths, published_on=None):
        yield one if isinstance(one, Failure) else one.document


def read_documents(documents: Iterable[Document | Failure], **_: Any) -> Iterator[Record | Failure]:
    for one in documents:
        yield one if isinstance(one, Failure) else read(one.id, one.text, one.published_on)


TOOLS = Tools(read_inputs=read_inputs, open_inputs=open_inputs, read_documents=read_documents)


@contextmanager
def open_view(record: str) -> Iterator[MemoryView]:
    """The record is called after its one statement's speaker."""
    yield MemoryView.of([read(record, f"“The ferry sails at noon” said {Path(record).stem}", None)])


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def command(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments], replace(TOOLS, open_view=open_view))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out, err)

    return command


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("“We will not borrow a cent for the dam” said Quint", encoding="utf-8")
    (folder / "b.txt").write_text(
        "“not borrow a cent” said Quint. “Rain is late” said Hollis", encoding="utf-8"
    )
    return folder


def test_ask_prints_verdict_receipts_and_what_was_searched(run: Callable[..., Ran], reports: Path) -> None:
    ran = run("ask", "--in", reports, "--published-on", "2031-05-06", 'did Quint say "not borrow a cent"')
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "verbatim: Quint"
    assert "“not borrow a cent” · Quint · b.txt at 1-18, 2031-05-06" in ran.out
    assert lines[-1] == "searched 2 documents, 2031-05-06"


def test_ask_writes_json(run: Callable[..., Ran], reports: Path) -> None:
    ran = run(
        "ask", "--in", reports, "--format", "json", "--speaker", "Hollis", "--words", "not borrow a cent"
    )
    found = json.loads(ran.out)
    assert (found["verdict"], found["speaker"], found["edit"]) == ("other-speaker", "Quint", "wrong-speaker")
    text = (reports / found["receipts"][0]["document"]).read_text(encoding="utf-8")
    receipt = found["receipts"][0]
    assert text[receipt["start"] : receipt["end"]] == receipt["text"] == "not borrow a cent"
    assert found["searched"] == {"documents": 2, "earliest": None, "latest": None}


def test_ask_opens_the_record_that_is_named(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "verbatim: Mara" in run("ask", "--record", "Mara.db", "who said 'The ferry sails at noon'").out
    monkeypatch.setenv("ONRECORD_RECORD", "Zoe.db")
    assert "verbatim: Zoe" in run("ask", "who said 'The ferry sails at noon'").out


def test_no_record_is_an_answer(run: Callable[..., Ran], reports: Path) -> None:
    ran = run("ask", "--in", reports, "did Quint say “the moon is cheese”")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("no-record\n")
    assert "not to say that it was not said" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["--words", "x", "who said y"], 2, "not both"),
        (["--speaker", "Quint"], 2, "goes with --words"),
        ([""], 3, "the question is empty"),
        (["x" * 3000], 3, "3,000 characters"),
        (["--in", "absent.txt", "who said it"], 3, "nothing could be read"),
    ],
)
def test_what_cannot_be_asked_has_one_line(
    run: Callable[..., Ran], arguments: list[str], code: int, line: str
) -> None:
    ran = run("ask", *arguments)
    assert ran.code == code
    assert line in ran.err
    assert "Traceback" not in ran.err


def test_control_characters_do_not_reach_the_terminal(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Rain is \x1b late again” said Quint", encoding="utf-8")
    ran = run("ask", "--in", tmp_path, "who said “rain is late again”")
    assert "\x1b" not in ran.out
    assert "␛" in ran.out


def test_check_tells_line_by_line_and_by_its_exit_code(
    run: Callable[..., Ran], reports: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(
        "# Title\n“We will not borrow a penny for the dam” said Quint\n“Rain is late” said Hollis\n"
    )
    ran = run("check", draft, "--in", reports)
    assert ran.code == 1
    assert "draft.md:2: altered: “We will not borrow a penny for the dam” (Quint)" in ran.out
    assert "[-cent-]{+penny+}" in ran.out
    assert "draft.md:3: ok: “Rain is late” (Hollis)" in ran.out
    draft.write_text("“Rain is late” said Hollis\n")
    assert run("check", draft, "--in", reports).code == 0
    found = json.loads(run("check", draft, "--in", reports, "--format", "json").out)
    assert [(one["line"], one["status"], one["answer"]["verdict"]) for one in found] == [
        (1, "ok", "verbatim")
    ]


def test_check_reads_transcripts(run: Callable[..., Ran], tmp_path: Path) -> None:
    draft, speech = tmp_path / "draft.md", tmp_path / "speech.txt"
    draft.write_text(
        "“Rain is late this year” said Hollis\n“Rain is late” said Quint\n“no such words here”\n"
    )
    speech.write_text("BO HOLLIS: Well. Rain is late this year, friends.\n\nADA QUINT: It is.\n")
    ran = run("check", draft, "--transcript", speech)
    assert ran.code == 1
    statuses = [line.split(": ")[1] for line in ran.out.splitlines() if line.startswith("draft.md:")]
    assert statuses == ["ok", "wrong-speaker", "not-found"]
    assert "ferry" not in ran.out
    assert run("check", draft, "--transcript", speech, "--record", "Mara.db").code == 1


def test_a_draft_without_quotations_passes(run: Callable[..., Ran], reports: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Nobody said a word.\n")
    ran = run("check", draft, "--in", reports)
    assert (ran.code, ran.out) == (0, "draft.md: no quotations\n")
    assert run("check", tmp_path / "absent.md", "--in", reports).code == 3


def test_a_draft_without_quotations_is_not_read(
    capfd: pytest.CaptureFixture[str], reports: Path, tmp_path: Path
) -> None:
    def never(*_: Any, **__: Any) -> Iterator[Record]:
        raise AssertionError

    draft = tmp_path / "draft.md"
    draft.write_text("Nobody said a word.\n")
    with pytest.raises(SystemExit) as ended:
        main(["check", str(draft), "--in", str(reports)], replace(TOOLS, read_documents=never))
    assert (ended.value.code, capfd.readouterr().out) == (0, "draft.md: no quotations\n")


def test_compare_shows_who_carried_which_part(run: Callable[..., Ran], reports: Path) -> None:
    ran = run("compare", "will not borrow a cent", "--in", reports)
    assert ran.code == 0
    assert "“We will not borrow a cent for the dam” · Quint" in ran.out
    assert "2 documents" in ran.out
    assert "b.txt at 1-18 · truncated" in ran.out
    found = json.loads(run("compare", "borrow a cent", "--in", reports, "--format", "json").out)
    assert [m["edit"] for m in found[0]["members"]] == ["same", "truncated"]
    assert found[0]["members"][1]["carried"][0]["text"] == "not borrow a cent"
    assert "no quotation like it" in run("compare", "pigs fly at night", "--in", reports).out
