from __future__ import annotations

import numpy as np

from onrecord.annotate.levels import Reading, decode, join
from onrecord.annotate.network import FOLDER, OUTPUTS, Scored, load
from onrecord.annotate.pieces import cut
from onrecord.annotate.tags import TAGS
from onrecord.types import Span

NETWORK = load(FOLDER, threads=1)


def tagged(*names: str) -> np.ndarray:
    """Scores that leave no doubt of the tags ``names``."""
    return np.array([[9.0 if t == name else 0.0 for t in TAGS] for name in names], dtype=np.float32)


def nothing_scored(words: int) -> Scored:
    return Scored(*(np.zeros((words, 1), dtype=np.float32) for _ in OUTPUTS))


def test_stretches_join_and_keep_their_places() -> None:
    text = "Bosko said so. Lind denied it."
    parts = [cut(text[a:b], NETWORK.tokenizer) for a, b in ((0, 5), (15, 26))]
    pieces, words = join(parts, [0, 15])
    assert words == [(0, 1), (1, 3)]
    assert [pieces.span(n, n).of(text) for n in range(3)] == ["Bosko", "Lind", "denied"]
    assert pieces.firsts.tolist() == [0, *(parts[1].firsts + len(parts[0].ids)).tolist()]


def test_a_span_is_looked_for_in_the_stretch_that_holds_it() -> None:
    text = "Lind denied it, and Bosko said so."
    stretches = [Span(20, 33), Span(0, 14)]
    pieces, words = join([cut(s.of(text), NETWORK.tokenizer) for s in stretches], [20, 0])
    reading = Reading(pieces, words, nothing_scored(len(pieces)))
    ((first, last),) = reading.words_of(Span(5, 11))
    assert pieces.span(first, last - 1).of(text) == "denied"
    assert list(reading.words_of(Span(16, 19))) == []


def test_each_stretch_is_tagged_by_itself_and_spans_count_in_all_words() -> None:
    scores = tagged("O", "S-source", "S-cue", "B-content", "E-content", "O", "S-cue", "S-content")
    breaks = np.zeros(8, dtype=np.int64)
    keys = np.zeros((8, 12), dtype=np.float32)
    first, second = decode(scores, keys, breaks, [[(1, 5)], [(6, 8)]], NETWORK.tables)
    assert [(r.cue[0].first, r.content[0].first, r.content[0].last) for r in (*first, *second)] == [
        (2, 3, 4),
        (6, 7, 7),
    ]


def test_stretches_of_one_group_are_linked_together() -> None:
    scores = tagged("S-content", "O", "S-cue")
    keys = np.zeros((3, 12), dtype=np.float32)
    groups = [[(0, 1), (2, 3)]]
    ((relation,),) = decode(scores, keys, np.zeros(3, dtype=np.int64), groups, NETWORK.tables)
    assert (relation.cue[0].first, relation.content[0].first) == (2, 0)


def test_no_stretch_gives_no_relation() -> None:
    empty = np.zeros((0, 13), dtype=np.float32)
    assert decode(empty, empty, np.zeros(0, dtype=np.int64), [[], []], NETWORK.tables) == [[], []]
