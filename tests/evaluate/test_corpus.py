"""PolNeAR's layout, read; and what is wrong with a corpus, said in a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.evaluate.corpus import CorpusError, marked_in, parse_brat, read_corpus
from onrecord.types import Span

Corpus = Callable[..., Path]
SAID = "[s1 Ann] [c1 said] [x1 no], [x1 never]."


def test_every_annotation_comes_with_its_text(corpus: Corpus) -> None:
    found = list(
        read_corpus(corpus(town_hall_a1=SAID, town_hall_b2="Ann [c1 said] no, never.", fair_a1="Rain."))
    )
    assert [(a.name, a.annotator) for a in found] == [
        ("fair", "a1"),
        ("town_hall", "a1"),
        ("town_hall", "b2"),
    ]
    assert [len(a.attributions) for a in found] == [0, 1, 1]
    assert [s.of(found[1].text) for s in found[1].attributions[0].content] == ["no", "never"]


def test_white_space_at_the_edges_is_dropped_and_lines_cut() -> None:
    text = "He said one \r\n two."
    found = parse_brat("T1\tContent 7 19\tx\nT2\tCue 3 7\tx\nE1\tAttribution:T9 Cue:T2 Content:T1\n", text)
    assert [s.of(text) for s in found[0].content] == ["one", "two."]
    assert found[0].cue == (Span(3, 7),)
    assert found[0].source == ()


def test_marked_keeps_what_parsing_trims_and_what_no_event_links() -> None:
    lines = "T1\tContent 7 12;13 15\tx\nT2\tDiscuss 0 3\tx\nT3\tCue 3 7\tx\nbroken"
    assert marked_in(lines) == {("content", 7, 12), ("content", 13, 15), ("cue", 3, 7)}


def test_broken_and_foreign_lines_are_passed_over() -> None:
    assert parse_brat("T1\tCue x y\n#1\tNote T1\tz\nE1\tAttribution:T1 Cue:T1\nE2\n\n", "text") == ()


def test_events_share_a_source_and_number_their_contents() -> None:
    lines = (
        "T1\tSource 0 1\tA\nT2\tCue 2 3\tb\nT3\tContent 4 5\tc\nT4\tContent 6 7\td\nT5\tCue 8 9\te\n"
        "E2\tAttribution:T5 Source:T1 Cue:T5\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 Content2:T4\n"
    )
    first, second = parse_brat(lines, "A b c d e")
    assert first.content == (Span(4, 5), Span(6, 7))
    assert first.source == second.source == (Span(0, 1),)


def test_offsets_are_code_points(corpus: Corpus) -> None:
    found = next(read_corpus(corpus(x_a="😀 [s1 Zoë] [c1 said] [x1 “no”]")))
    assert found.attributions[0].source[0].of(found.text) == "Zoë"


def broken(folder: Path, kind: str) -> None:
    if kind == "offset":
        (folder / "attributions" / "x_a.ann").write_text("T1\tCue 90 95\tsaid\n", "utf-8")
    elif kind == "text":
        (folder / "text" / "x.txt").unlink()
    elif kind == "bytes":
        (folder / "text" / "x.txt").write_bytes(b"Ann said \xff")
    elif kind == "folder":
        (folder / "text" / "x.txt").unlink()
        (folder / "text" / "x.txt").mkdir()
    else:
        (folder / "attributions" / "x_a.ann").unlink()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("offset", "offset 95 lies outside the text of 19 characters"),
        ("text", "no text x.txt"),
        ("bytes", "byte 9 is not UTF-8"),
        ("folder", "cannot be read"),
        ("empty", "NAME_ANNOTATOR.ann"),
    ],
)
def test_a_wrong_corpus_is_told_in_one_line(corpus: Corpus, kind: str, words: str) -> None:
    folder = corpus(x_a=SAID)
    broken(folder, kind)
    with pytest.raises(CorpusError, match=words) as caught:
        list(read_corpus(folder))
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_a_folder_of_another_layout_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="expected the folders text/ and attributions/"):
        list(read_corpus(tmp_path))
