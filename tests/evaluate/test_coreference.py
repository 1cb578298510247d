"""The measures of coreference on the worked examples of their papers, and what must hold of any entities."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluate.coreference import MEASURES, Counts, count

Entities = list[set[str]]


def entities(written: str) -> Entities:
    """``ab c`` is the entity of a and b, and the one of c."""
    return [set(entity) for entity in written.split()]


def figures(key: str, response: str, measure: str) -> tuple[float, float]:
    counts = count(entities(key), entities(response))[measure]
    return round(counts.recall, 3), round(counts.precision, 3)


# Moosavi and Strube 2016, section 3 and table 1: key and response of seven and eight mentions
LEA_KEY, LEA_RESPONSE = "abc defg", "ab cd fghi"


def test_lea_of_its_papers_example() -> None:
    assert figures(LEA_KEY, LEA_RESPONSE, "lea") == (round(5 / 21, 3), round(1 / 3, 3))


def test_lea_links_an_entity_of_one_mention_to_itself() -> None:
    assert figures("ab c d", "ab c de", "lea") == (0.75, 0.6)


@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    # Vilain et al. 1995: links A-B, B-C, C-D against several responses
    [("ab cd", 2 / 3, 1.0), ("abd c", 2 / 3, 1.0), ("abcd", 1.0, 1.0), ("a b c d", 0.0, 0.0)],
)
def test_muc_counts_the_links_that_are_missing(response: str, recall: float, precision: float) -> None:
    assert figures("abcd", response, "muc") == (round(recall, 3), round(precision, 3))


# Bagga and Baldwin 1998, figures 1 to 3: twelve mentions, and one wrong link that joins two large entities
# (first response) or a large and a small one (second response)
@pytest.mark.parametrize(("response", "precision"), [("12345 6789abc", 16 / 21), ("1234589abc 67", 7 / 12)])
def test_b_cubed_of_its_papers_examples(response: str, precision: float) -> None:
    assert figures("12345 67 89abc", response, "b_cubed") == (1.0, round(precision, 3))
    assert figures("12345 67 89abc", response, "muc") == (1.0, 0.9)


# Luo 2005, section 4: true entities 12345, 67, 89ABC; responses a, b, c, d of its table 1
@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    [
        ("12345 6789abc", 0.611, 0.917),
        ("1234589abc 67", 0.556, 0.833),
        ("123456789abc", 0.196, 0.588),
        ("1 2 3 4 5 6 7 8 9 a b c", 0.444, 0.111),
    ],
)
def test_ceaf_of_its_papers_examples(response: str, recall: float, precision: float) -> None:
    assert figures("12345 67 89abc", response, "ceaf_e") == (recall, precision)


def test_mentions_of_one_side_only_are_counted_as_wrong() -> None:
    assert figures("ab cd", "ab xy", "b_cubed") == (0.5, 0.5)
    assert figures("ab cd", "ab xy", "ceaf_e") == (0.5, 0.5)
    assert figures("ab cd", "ab xy", "lea") == (0.5, 0.5)


def test_counts_add_up_over_documents() -> None:
    assert Counts(1, 2, 1, 1) + Counts(0, 2, 0, 1) == Counts(1, 4, 1, 2)
    assert (Counts(1, 2, 1, 1) + Counts(0, 2, 0, 1)).f1 == pytest.approx(1 / 3)
    assert Counts().f1 == 0.0


partitions = st.lists(st.integers(0, 4), max_size=8).map(
    lambda names: [{i for i, n in enumerate(names) if n == name} for name in sorted(set(names))]
)


@given(partitions)
def test_the_key_itself_is_right_throughout(key: list[set[int]]) -> None:
    for measure, counts in count(key, key).items():
        if key and not (measure == "muc" and all(len(e) == 1 for e in key)):
            assert counts.f1 == pytest.approx(1.0)


@given(partitions, partitions)
def test_recall_is_the_precision_of_the_sides_exchanged(
    key: list[set[int]], response: list[set[int]]
) -> None:
    one, other = count(key, response), count(response, key)
    for measure in MEASURES:
        assert one[measure].recall == pytest.approx(other[measure].precision)
        assert 0 <= one[measure].f1 <= 1 + 1e-9


@given(partitions, partitions)
def test_the_alignment_is_the_best_there_is(key: list[set[int]], response: list[set[int]]) -> None:
    def phi(a: set[int], b: set[int]) -> float:
        return 2 * len(a & b) / (len(a) + len(b))

    short, long = sorted((key, response), key=len)
    best = max(sum(map(phi, short, order)) for order in permutations(long, len(short)))
    assert count(key, response)["ceaf_e"].right_of_key == pytest.approx(best)
