"""GAP's form, decisions and scores, on snippets written for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluate.corpus import CorpusError
from onrecord.evaluate.gap import (
    COLUMNS,
    Snippet,
    decide,
    decide_by_record,
    gap_scores,
    read_snippets,
    together,
)
from onrecord.types import Document, Entity, Mention, Record, Span

TEXT = "Ilse met Karin before she left."
ROW = ("t-1", TEXT, "she", "22", "Ilse", "0", "TRUE", "Karin", "9", "FALSE", "somewhere")


def written(path: Path, *rows: tuple[str, ...], columns: tuple[str, ...] = (*COLUMNS, "URL")) -> Path:
    path.write_text("\n".join("\t".join(row) for row in (columns, *rows)) + "\n", "utf-8")
    return path


def snippet(pronoun: str, *, a: bool, b: bool) -> Snippet:
    text = f"Ilse met Karin before {pronoun} left."
    return Snippet("t", text, Span(22, 22 + len(pronoun)), Span(0, 4), Span(9, 14), a_coref=a, b_coref=b)


def mention(text: str, words: str, *antecedents: tuple[int, float], new: float = 0.0) -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), "person", "name", 1.0, antecedents, new)


def test_a_row_becomes_a_snippet(tmp_path: Path) -> None:
    (read,) = read_snippets(written(tmp_path / "gap.tsv", ROW))
    assert (read.pronoun.of(TEXT), read.a.of(TEXT), read.b.of(TEXT)) == ("she", "Ilse", "Karin")
    assert (read.a_coref, read.b_coref, read.is_feminine) == (True, False, True)


@pytest.mark.parametrize("offset", ["21", "-1", "", "900"])
def test_an_offset_that_points_elsewhere_is_told(tmp_path: Path, offset: str) -> None:
    path = written(tmp_path / "gap.tsv", (*ROW[:3], offset, *ROW[4:]))
    with pytest.raises(CorpusError, match="t-1: Pronoun does not stand at its offset"):
        read_snippets(path)


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no column A-coref"):
        read_snippets(written(tmp_path / "gap.tsv", columns=tuple(c for c in COLUMNS if c != "A-coref")))


def test_scores_count_each_name_as_a_decision() -> None:
    snippets = [
        snippet("she", a=True, b=False),
        snippet("she", a=False, b=True),
        snippet("he", a=True, b=False),
    ]
    scores = gap_scores(snippets, [(True, False), (True, False), (True, False)])
    assert scores.feminine == pytest.approx(0.5)
    assert scores.masculine == 1.0
    assert scores.overall == pytest.approx(2 / 3)
    assert scores.ratio == pytest.approx(0.5)


def test_chances_go_along_chains() -> None:
    found = [
        mention(TEXT, "Ilse"),
        mention(TEXT, "Karin", (0, 0.2), new=0.8),
        mention(TEXT, "she", (1, 0.5), (0, 0.3), new=0.2),
    ]
    same = together(found)
    assert same[2, 0] == same[0, 2] == pytest.approx(0.3 + 0.5 * 0.2)
    assert same[2, 1] == pytest.approx(0.5 + 0.3 * 0.2)
    assert (same.diagonal() == 1).all()


def test_the_likelier_name_is_said_if_it_is_likely() -> None:
    one = snippet("she", a=True, b=False)
    names = (mention(TEXT, "Ilse"), mention(TEXT, "Karin", new=1.0))
    assert decide(one, [*names, mention(TEXT, "she", (0, 0.6), (1, 0.3))]) == (True, False)
    assert decide(one, [*names, mention(TEXT, "she", (0, 0.1), (1, 0.6))]) == (False, True)
    assert decide(one, [*names, mention(TEXT, "she", (0, 0.05), (1, 0.05), new=0.9)]) == (False, False)
    assert decide(one, names) == (False, False)


def test_a_name_may_begin_or_end_a_longer_mention() -> None:
    text = "The pilot Ilse met Karin before she left."
    one = Snippet("t", text, Span(32, 35), Span(10, 14), Span(19, 24), a_coref=True, b_coref=False)
    found = [mention(text, "The pilot Ilse"), mention(text, "Karin"), mention(text, "she", (0, 0.9))]
    assert decide(one, found) == (True, False)


def test_a_pronoun_is_the_name_that_stands_for_the_same_entity() -> None:
    one = snippet("she", a=True, b=False)
    met = Entity("e1", "Ilse", "person", (one.a, one.pronoun))
    other = Entity("e2", "Karin", "person", (one.b,))
    assert decide_by_record(one, Record(Document("t", one.text), (), (met, other))) == (True, False)
    assert decide_by_record(one, Record(Document("t", one.text), (), (other,))) == (False, False)
