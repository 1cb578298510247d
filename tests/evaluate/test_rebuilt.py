"""Texts rebuilt from corpora that keep tokens."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluate.corpus import CorpusError
from onrecord.evaluate.rebuilt import rebuilt, spaced


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The mayor 's office is n't open , she said .", "The mayor's office isn't open, she said."),
        ('He called it " a bad deal , " twice .', 'He called it "a bad deal," twice.'),
        ("It cost $ 5 ( or so ) .", "It cost $5 (or so)."),
        ("The title : ' Wait here ' ran", "The title: 'Wait here' ran"),
        ("a so - called expert", "a so-called expert"),
    ],
)
def test_spaces_are_set_by_the_marks(tokens: str, text: str) -> None:
    assert spaced(tokens.split()) == text


def test_gum_keeps_its_sentences_and_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(
        "# newdoc id = a\n# newpar\n# newpar_block = head (1 s)\n# text = Mine shuts\n1\tMine\n\n"
        "# newpar\n# text = It's over.\n1\tIt\n\n# text = She knew.\n",
        "utf-8",
    )
    assert rebuilt("gum", path) == "Mine shuts\nIt's over. She knew."


def test_a_quotation_of_several_sentences_stays_one_paragraph(tmp_path: Path) -> None:
    sentences = ['Lee said , " We won .', 'At last . "', "He left ."]
    words = "".join(
        f'<token sentence="{number}">{word}</token>'
        for number, sentence in enumerate(sentences)
        for word in sentence.split()
    )
    path = tmp_path / "a.xml"
    path.write_text(f"<Document>{words}</Document>", "utf-8")
    assert rebuilt("meantime", path) == 'Lee said, "We won. At last."\nHe left.'


def test_a_part_is_read_with_its_own_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "all.conll"
    rows = [
        ("0_L", "Other"),
        ("0_R", "Talks"),
        ("0_R", "ended"),
        ("0_R", "."),
        ("0_R", r"\n"),
        ("0_R", "Nobody"),
    ]
    path.write_text("\n".join(f"0/-/{part}\t0\t0\t{word}\t-" for part, word in rows), "utf-8")
    assert rebuilt("newswcl50", path, "0_R") == "Talks ended.\nNobody"


@pytest.mark.parametrize("corpus", ["gum", "meantime", "newswcl50", "other"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, corpus: str) -> None:
    path = tmp_path / "a"
    path.write_text("not a corpus", "utf-8")
    with pytest.raises(CorpusError, match="a: "):
        rebuilt(corpus, path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        rebuilt("gum", tmp_path / "none.conllu")
