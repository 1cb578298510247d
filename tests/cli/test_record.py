"""The commands on a record: search, people, judgements, lists, export and import, doctor."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.record.store.made import full, report

from onrecord.flow.keeping import open_store

Run = Callable[..., Any]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two documents."""
    path = tmp_path / "record.db"
    said = ("Ben Achebe", "The pier\x1b[31m is old"), ("Ortega", "I will mend it")
    with open_store(path, writes=True) as store:
        store.writer().add(full())
        store.writer().add(report("b.txt", *said, publisher="The Mail"))
    return path


def test_search_shows_who_when_where_and_marks_what_matches(run: Run, record: Path) -> None:
    done = run("search", "mend", "--record", record, "--speaker", "Maya Ortega")
    assert done.code == 0
    assert done.out == (
        "1. Maya Ortega to the board · 2024-03-18 · The Post · meeting · commissive\n"
        "   to *mend* the pier by June\n"
        "   The pier · https://post.example/pier at 30-85 · indirect · id f0\n\n"
    )
    assert run("search", "pier", "--outlet", "The Mail", "--record", record).out.count("\x1b") == 0


def test_search_as_json_has_the_receipt(run: Run, record: Path) -> None:
    (hit,) = json.loads(run("search", "mend", "pier", "--record", record, "--format", "json").out)
    with open_store(record) as store:
        document = store.view().document(hit["document"])
    assert document is not None
    assert document.text[hit["start"] : hit["end"]].startswith("Maya Ortega promised")
    lines = run("search", "--record", record, "--format", "jsonl").out.splitlines()
    assert len([json.loads(line) for line in lines]) == 4


def test_a_search_that_ranks_in_part_says_so(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.store.order.RANKED", 1)
    done = run("search", "the", "pier", "--limit", "1", "--record", record)
    assert done.code == 0
    assert done.err == (
        "more than 1 statements have these words: only the last of them were ranked; add words, or have all "
        "by day with --sort earliest or latest\n"
    )
    assert run("search", "the", "pier", "--sort", "earliest", "--record", record).err == ""


def test_nothing_found_is_no_error_and_signs_alone_are(run: Run, record: Path) -> None:
    done = run("search", "nowhere", "--record", record)
    assert (done.code, done.out, done.err.splitlines()[0]) == (0, "", "nothing found")
    assert run("search", "?!", "--record", record).code == 2
    assert run("search", "x", "--since", "2024-03-02", "--until", "2024-03-01", "--record", record).code == 2


@pytest.mark.parametrize(
    "command",
    [("search", "x"), ("status",), ("people",), ("doctor",), ("export",), ("commitments",), ("positions",)],
)
def test_a_record_that_is_not_there_is_one_line_and_not_made(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = run(*command, "--record", tmp_path / "none.db")
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert not (tmp_path / "none.db").exists()


def test_people_are_listed_merged_split_and_undone(run: Run, record: Path) -> None:
    def people() -> list[str]:
        return sorted(
            line.split("·")[0].strip() for line in run("people", "--record", record).out.splitlines()
        )

    assert people() == ["1  Ben Achebe", "1  Maya Ortega", "1  Ortega"]
    assert "0.35 Ortega = Maya Ortega" in run("people", "--record", record, "propose").out
    assert run("people", "--record", record, "merge", "Ortega", "Maya Ortega", "--author", "kim").code == 0
    assert people() == ["1  Ben Achebe", "2  Maya Ortega (also Ortega)"]
    circle = run("people", "--record", record, "merge", "Maya Ortega", "Ortega")
    assert (circle.code, circle.err.count("\n")) == (4, 1)
    assert "one person already" in circle.err
    undone = run("people", "--record", record, "undo", "Ortega")
    assert (undone.code, undone.out) == (0, "taken back: Ortega is Maya Ortega\n")
    assert people() == ["1  Ben Achebe", "1  Maya Ortega", "1  Ortega"]
    assert run("people", "--record", record, "split", "Ortega").code == 2
    with open_store(record) as store:
        key = store.key_of("b.txt")
    assert (
        run("people", "--record", record, "split", "Ortega", "--document", key, "--as", "Luis Ortega").code
        == 0
    )
    assert "1  Luis Ortega" in people()
    assert run("people", "--record", record, "undo", "Luis Ortega").out == (
        "taken back: Ortega in b.txt is Luis Ortega\n"
    )
    assert run("people", "--record", record, "split", "Ortega", "Maya Ortega").code == 0
    assert run("people", "--record", record, "undo", "Ortega").out == (
        "taken back: Ortega is not Maya Ortega\n"
    )
    assert run("people", "--record", record, "--by", "Maya Ortega").out.startswith("1. Maya Ortega")
    assert run("people", "--record", record, "--about", "the pier").out.startswith("1. Maya Ortega")
    assert run("people", "--record", record, "merge", "Nobody", "Ortega").code == 4


def test_reviews_change_what_is_shown_and_can_be_taken_back(run: Run, record: Path) -> None:
    assert run("review", "f0", "correct", "act", "assertive", "--record", record, "--author", "kim").code == 0
    assert "assertive" in run("search", "mend", "pier", "--record", record).out
    assert run("review", "f0", "reject", "--record", record).code == 0
    assert run("search", "mend", "pier", "--record", record).out == ""
    assert run("search", "mend", "pier", "--rejected", "--record", record).out != ""
    assert run("review", "f0", "undo", "--record", record).out == "taken back: reject\n"
    assert run("review", "f0", "note", "heard", "it", "--record", record).code == 0
    assert run("review", "f0", "correct", "act", "--record", record).code == 2
    assert run("review", "f0", "correct", "act", "shout", "--record", record).code == 4
    assert run("review", "zz", "accept", "--record", record).code == 4


def test_marks_are_shown(run: Run, record: Path) -> None:
    assert run("mark", "pier.txt", "retracted", "--note", "wrong", "--record", record).code == 0
    assert "[retracted]" in run("search", "mend", "pier", "--record", record).out
    asked = run("ask", "what did Ortega say", "--record", record).out
    assert any("pier.txt at" in line and line.endswith("[retracted]") for line in asked.splitlines())
    undone = run("mark", "pier.txt", "undo", "--record", record)
    assert (undone.code, undone.out) == (0, "pier.txt: no mark stands any more\n")
    assert "[retracted]" not in run("search", "mend", "pier", "--record", record).out
    assert run("mark", "nowhere.txt", "retracted", "--record", record).code == 4


def test_commitments_and_positions_have_receipts(run: Run, record: Path) -> None:
    assert run("commitments", "--by", "Ortega", "--record", record).out.splitlines()[:2] == [
        "Maya Ortega promises to the board, by 2024-06-30 · 2024-03-18 · The Post", "   mend the pier",
    ]  # fmt: skip
    (stand,) = json.loads(run("positions", "--on", "pier", "--record", record, "--format", "json").out)
    assert (stand["holder"], stand["stance"], stand["text"]) == ("Maya Ortega", "favor", "mend the pier")


def test_export_comes_back_by_import(run: Run, record: Path, tmp_path: Path) -> None:
    whole, other = tmp_path / "whole.jsonl", tmp_path / "other.db"
    assert run("export", "--record", record, "-o", whole).code == 0
    assert run("import", whole, "--record", other).out == f"{other}: 2 documents taken up\n"
    assert run("export", "--record", other).out == whole.read_text(encoding="utf-8")
    assert run("export", "--record", record, "--format", "csv").out.count("\r\n") >= 5
    assert len(run("export", "--record", record, "--format", "jsonl").out.splitlines()) == 4
    assert run("export", "--record", record, "--format", "parquet").code == 2
    wrong = run("import", record.parent / "whole.jsonl", "--record", whole)
    assert wrong.code == 4


def test_doctor_says_sound_or_what_is_wrong(run: Run, record: Path) -> None:
    sound = run("doctor", "--record", record)
    assert (sound.code, sound.out) == (0, f"{record}: sound\n")
    with open_store(record, writes=True) as store:
        store.base.run("UPDATE documents SET text = replace(text, 'pier', 'boat') WHERE id = 'pier.txt'")
    wrong = run("doctor", "--record", record)
    assert wrong.code == 1
    assert "fault: pier.txt" in wrong.out
    assert "restore it from a backup" in wrong.out


def test_doctor_goes_on_where_a_part_cannot_be_read_and_never_sends_to_itself(
    run: Run, record: Path, tmp_path: Path
) -> None:
    with open_store(record, writes=True) as store:
        for number in range(40):
            store.writer().add(report(f"{number}", ("Maya Ortega", f"Report {number} of the fees " * 40)))
        root = store.base.rows("SELECT rootpage FROM sqlite_master WHERE name = 'statements'")[0][0]
        store.base.run("UPDATE documents SET layers = 'no JSON' WHERE id = '3'")
    content = bytearray(record.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xee" * 4096
    (tmp_path / "damaged.db").write_bytes(content)
    done = run("doctor", "--record", tmp_path / "damaged.db")
    assert done.code == 1
    lines = done.out.splitlines()
    assert any(line.startswith("fault: 3 (") and "layers cannot be read" in line for line in lines)
    assert len(lines) > 40, "every document whose statements cannot be read is named"
    assert "onrecord doctor" not in done.out + done.err
    assert max(map(len, lines)) < 250
    asked = run("search", "fees", "--record", tmp_path / "damaged.db")
    assert (asked.code, asked.err.count("\n")) == (4, 1)
    assert "is damaged; restore it from a backup" in asked.err


def test_where_nothing_is_found_a_line_says_so(run: Run, record: Path) -> None:
    for command in (
        ("people", "--by", "Nobody"),
        ("commitments", "--by", "Nobody"),
        ("positions", "--on", "x"),
    ):
        found = run(*command, "--record", record)
        assert (found.code, found.out, found.err) == (0, "", "nothing found\n")


def test_a_quotation_of_a_retracted_report_is_told_of_though_it_is_right(run: Run, record: Path) -> None:
    draft = record.with_name("draft.md")
    draft.write_text("“I will mend it,” Ortega said.\n", encoding="utf-8")
    assert "[retracted]" not in run("check", draft, "--record", record).out
    run("mark", "b.txt", "retracted", "--record", record)
    checked = run("check", draft, "--record", record)
    assert (checked.code, checked.out.count("[retracted]")) == (0, 1)


def test_a_search_without_a_word_is_wrong_usage(run: Run, record: Path) -> None:
    found = run("search", "';--", "--record", record)
    assert found.code == 2
    assert "no letter or digit" in found.err
    assert run("search", "", "--record", record).code == 0


def test_people_commands_take_the_record_after_their_name(run: Run, record: Path) -> None:
    assert run("people", "propose", "--record", record).code == 0
    assert run("people", "merge", "Ortega", "Maya Ortega", "--record", record).code == 0
    assert run("people", "undo", "Ortega", "--record", record).code == 0
