"""Candidates and features of pairs of mentions, on texts written for these tests."""

from __future__ import annotations

import math
import random
import re

import numpy as np
import pytest

from onrecord.annotate.enclosing import QUOTES
from onrecord.annotate.pairs import (
    BASES,
    CANDIDATES,
    DISTANCES,
    EXACT,
    FAR,
    FEATURES,
    NEAR,
    PLACES,
    SIZE,
    Pairs,
    bucket,
    pairs,
)
from onrecord.annotate.surface import MATCHES, PERSONAL, Surface, match, surface
from onrecord.types import Span

MARK = re.compile(r"\[([^\[\]]+)\]")


def read_marks(marked: str) -> tuple[str, list[Span], Pairs]:
    """The text without its brackets, the spans that they marked, and the pairs of these."""
    text, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append(Span(len(text), len(text) + len(found[1])))
        text, at = text + found[1], found.end()
    text += marked[at:]
    lines = np.array([m.start() for m in re.finditer(r"^", text, re.MULTILINE)], dtype=np.int64)
    sentences = np.array(sorted({*lines.tolist(), *(m.end() for m in re.finditer(r"\. ", text))}))
    return text, spans, pairs(text, spans, sentences, lines)


def value(found: Pairs, row: int, earlier: int, feature: str) -> int:
    column = found.candidates[row].tolist().index(earlier)
    index = list(FEATURES).index(feature)
    return int(found.features[row, column, index] - BASES[index])


def test_every_feature_has_rows_of_its_own() -> None:
    _, _, found = read_marks(
        "[Ilse Brandt] left. [She] took “[her boat],” [Brandt]’s brother said.\n[It] sank."
    )
    for index, size in enumerate(FEATURES.values()):
        column = found.features[..., index][found.candidates >= 0]
        assert (column >= BASES[index]).all()
        assert (column < BASES[index] + size).all()
    assert found.features.max() < SIZE


def test_the_nearest_mention_comes_first() -> None:
    _, _, found = read_marks("[Ilse] met [Otto] and [he] left.")
    assert found.candidates[2, :3].tolist() == [1, 0, -1]
    assert (found.candidates[0] == -1).all()


def test_a_far_namesake_stays_a_candidate_and_a_far_stranger_does_not() -> None:
    _, _, found = read_marks("[Ilse Brandt] met [Otto]. " + "[It] rained. " * (NEAR + 5) + "[Brandt] left.")
    last = found.candidates[-1].tolist()
    assert 0 in last
    assert 1 not in last
    assert len(last) == CANDIDATES


def test_the_number_of_candidates_is_bounded() -> None:
    _, _, found = read_marks("[Brandt] left. " * 400)
    assert found.candidates.shape == (400, CANDIDATES)
    assert (found.candidates[-1] >= 0).sum() == NEAR + FAR


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("[Ilse Brandt], [the mayor], left.", "comma between"),
        ("[Ilse Brandt] is [the mayor].", "copula between"),
        ("[Ilse Brandt] [the mayor]", "next to"),
        ("[Ilse Brandt] saw [the mayor].", "apart"),
    ],
)
def test_how_the_earlier_one_stands_to_the_later_one(marked: str, place: str) -> None:
    assert PLACES[value(read_marks(marked)[2], 1, 0, "place")] == place


def test_a_mention_inside_another_is_told_of() -> None:
    text = "The mayor of Lund left."
    found = pairs(text, [Span(0, 17), Span(13, 17)], np.array([0]), np.array([0]))
    assert PLACES[value(found, 1, 0, "place")] == "around"


@pytest.mark.parametrize(
    ("marked", "quotes"),
    [
        ("[Ilse] left. [She] was glad.", "both outside"),
        ("“[Ilse] left. [She] was glad.”", "same quotation"),
        ("“[Ilse] left,” [he] said.", "first inside"),
        ("[Ilse] said: “[I] was glad.”", "second inside"),
        ("“[Ilse] left,” he said. “[She] was glad.”", "two quotations"),
    ],
)
def test_in_which_quotations_the_two_stand(marked: str, quotes: str) -> None:
    assert QUOTES[value(read_marks(marked)[2], 1, 0, "quotes")] == quotes


def test_sentences_and_lines_between_are_counted() -> None:
    _, _, found = read_marks("[Ilse] left. It rained. It snowed.\n[She] was glad.")
    assert value(found, 1, 0, "sentences between") == 3
    assert value(found, 1, 0, "lines") == 1


def test_a_pronoun_is_like_nothing_in_its_words() -> None:
    _, _, found = read_marks("[She] left. [She] was glad.")
    assert MATCHES[value(found, 1, 0, "match")] == "pronoun"


def test_buckets_grow_and_stay_below_their_number() -> None:
    buckets = bucket(np.arange(5000))
    assert (np.diff(buckets) >= 0).all()
    assert buckets[:5].tolist() == [0, 1, 2, 3, 4]
    assert buckets[-1] == DISTANCES - 1


def test_every_bucket_is_that_of_its_distance() -> None:
    def plainly(distance: int) -> int:
        return distance if distance <= EXACT else min(3 + int(math.log2(distance)), DISTANCES - 1)

    assert bucket(np.arange(5000)).tolist() == [plainly(d) for d in range(5000)]


def test_a_long_text_has_the_candidates_and_matches_of_the_plain_definition() -> None:
    rng = random.Random(7)
    names = ["Ilse Brandt", "Brandt", "Otto Falk", "the mayor of Lund", "Lund", "she", "IB", "the old mayor"]
    marked = " ".join(f"[{rng.choice(names)}] left [{rng.random():.9f}]." for _ in range(150))
    text, spans, found = read_marks(marked)
    surfaces = [surface(s.of(text)) for s in spans]
    for row in range(len(spans)):
        candidates = plain_candidates(row, surfaces)
        assert found.candidates[row].tolist() == candidates + [-1] * (CANDIDATES - len(candidates))
        for earlier in candidates:
            told = value(found, row, earlier, "match")
            assert told == plain_match(surfaces[row], surfaces[earlier])


def plain_candidates(row: int, surfaces: list[Surface]) -> list[int]:
    """The nearest mentions, and of those farther off the latest that share a word or initials."""

    def alike(one: Surface, other: Surface) -> bool:
        return bool({*one.words} & {*other.words}) or bool(one.initials and one.initials == other.initials)

    far = [i for i in range(row - NEAR - 1, -1, -1) if alike(surfaces[row], surfaces[i])]
    return [*range(row - 1, max(-1, row - NEAR - 1), -1), *far[:FAR]]


def plain_match(one: Surface, other: Surface) -> int:
    if min(one.category, other.category) < PERSONAL:
        return MATCHES.index("pronoun")
    shared = {*one.words} & {*other.words} or (one.initials and one.initials == other.initials)
    return match(one, other) if shared else MATCHES.index("none")


def test_no_mention_has_no_pair() -> None:
    found = pairs("", [], np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    assert found.candidates.shape == (0, CANDIDATES)
    assert found.features.shape == (0, CANDIDATES, len(FEATURES))
