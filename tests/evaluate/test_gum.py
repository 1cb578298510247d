"""Reading GUM's form, from a document written for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluate.corpus import CorpusError
from onrecord.evaluate.gum import read_document, read_folder
from onrecord.evaluate.mentions import measure
from onrecord.types import Mention, Span

ROWS = [
    ("The", "DET", "Entity=(1-person-new-nnnnn-cf1-2-coref"),
    ("mayor", "NOUN", "_"),
    ("of", "ADP", "_"),
    ("Lund", "PROPN", "Entity=(2-place-new-nnnnn-cf2-1-sgl-Lund%2C_Sweden)1)"),
    ("left", "VERB", "SpaceAfter=No"),
    (".", "PUNCT", "_"),
    ("# newpar", "", ""),
    ("She", "PRON", "Discourse=x:1->2:0:_|Entity=(1-person-giv:act-nnnnn-cf1-1-ana)"),
    ("saw", "VERB", "_"),
    ("her", "PRON", "Entity=(3-person-new-nnnnn-cf1-2-sgl(1-person-giv:act-nnnnn-cf1-1-ana)"),
    ("aide", "NOUN", "SpaceAfter=No|Entity=3)"),
    (".", "PUNCT", "_"),
]


def conllu(rows: list[tuple[str, str, str]]) -> str:
    lines = ["# newdoc id = GUM_news_lund", "# meta::genre = news", "# newpar"]
    for number, (form, tag, misc) in enumerate(rows, 1):
        lines.append(form if form.startswith("#") else f"{number}\t{form}\t_\t{tag}\t_\t_\t0\t_\t_\t{misc}")
    return "\n".join(lines) + "\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "GUM_news_lund.conllu").write_text(conllu(ROWS), "utf-8")
    return tmp_path


def test_text_and_mentions_are_rebuilt(folder: Path) -> None:
    (document,) = read_folder(folder)
    assert (document.name, document.genre) == ("GUM_news_lund", "news")
    assert document.text == "The mayor of Lund left.\nShe saw her aide."
    found = [(m.span.of(document.text), m.kind, m.form, m.entity) for m in document.mentions]
    assert found == [
        ("The mayor of Lund", "person", "nominal", "1"),
        ("Lund", "place", "name", "2"),
        ("She", "person", "pronoun", "1"),
        ("her aide", "person", "nominal", "3"),
        ("her", "person", "pronoun", "1"),
    ]


def test_what_is_found_exactly_is_right(folder: Path) -> None:
    def find(text: str) -> list[Mention]:
        return [
            Mention(Span(0, 17), "person", "nominal", 0.9),
            Mention(Span(24, 27), "person", "pronoun", 0.9, ((0, 0.8),), 0.1),
            Mention(Span(32, 40), "person", "nominal", 0.9, ((1, 0.3),), 0.7),
        ]

    figures = measure(read_folder(folder), find).figures()
    assert figures["mentions.person"] == pytest.approx(100 * 6 / 7)
    assert figures["mentions.place"] == 0.0
    assert figures["mentions.who"] == figures["mentions.person"]
    # of three links of the first entity one is found; the aide is alone on both sides
    assert figures["persons.lea"] == pytest.approx(100 * 2 * 0.5 * 1 / 1.5)


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="give a folder of GUM's documents"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no columns here\n",
        conllu([("She", "PRON", "Entity=(1-person-new-nnnnn-cf1-1-ana")]),
        conllu([("She", "PRON", "Entity=1)")]),
        conllu([("She", "PRON", "Entity=(1-person)")]),
    ],
)
def test_a_broken_document_is_told_with_its_path(tmp_path: Path, content: str) -> None:
    path = tmp_path / "GUM_news_broken.conllu"
    path.write_text(content, "utf-8")
    with pytest.raises(CorpusError, match="GUM_news_broken"):
        read_document(path)
