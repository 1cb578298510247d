from __future__ import annotations

import pytest

import onrecord
from onrecord.annotate import network
from onrecord.flow import reading
from onrecord.flow.api import default_reader
from onrecord.flow.reading import read_all
from onrecord.types import Attribution, Document, Failure, Mention, Record

SAID = "The council will not sell the harbour, Mayor Ilse Brandt said on Tuesday."


def test_a_text_becomes_a_record() -> None:
    record = onrecord.read(SAID, published_on="2026-03-02", name="harbour")
    (statement,) = record.statements
    assert record.document.id == "harbour"
    assert str(record.document.published_on) == "2026-03-02"
    assert [s.of(SAID) for s in statement.source] == ["Mayor Ilse Brandt"]
    assert statement.form == "indirect"


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_blank_text_is_refused(text: str) -> None:
    with pytest.raises(onrecord.InputError, match="blank"):
        onrecord.read(text)


def test_a_wrong_date_is_refused() -> None:
    with pytest.raises(onrecord.InputError, match="YYYY-MM-DD"):
        onrecord.read(SAID, published_on="last week")


def test_records_come_in_the_order_of_the_texts() -> None:
    texts = [SAID.replace("harbour", word) for word in ("harbour", "mill", "bridge", "forest", "school")]
    records = [r for r in onrecord.read_many(texts) if isinstance(r, Record)]
    assert [r.document.text for r in records] == texts
    assert all(r.to_dict() == onrecord.read(r.document.text).to_dict() for r in records)


def test_a_document_that_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def annotate(text: str, network: network.Network) -> tuple[tuple[Attribution, ...], tuple[Mention, ...]]:
        if "mill" in text:
            raise RuntimeError("the runtime gave up")
        return (), ()

    monkeypatch.setattr(reading, "annotate_all", annotate)
    absent = Failure("b.txt", "open", "does not exist", "check the path")
    texts = [Document("a.txt", "A dam."), Document("c.txt", "A mill."), Document("d.txt", "A hut.")]
    read = list(read_all([texts[0], absent, *texts[1:]], default_reader()))
    assert [type(r) for r in read] == [Record, Failure, Failure, Record]
    assert read[1] == absent
    assert isinstance(read[2], Failure)
    assert read[2].line().startswith("c.txt: could not be read (RuntimeError: the runtime gave up); ")


def test_documents_of_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "one.txt").write_text(SAID, encoding="utf-8")
    (document,) = onrecord.documents([folder / "one.txt"], published_on="2026-03-02")
    assert isinstance(document, Document)
    assert document.text == SAID
