"""Sorts of sources, and speakers counted by them."""

from __future__ import annotations

import pytest

from onrecord.evaluate.labels import Label
from onrecord.evaluate.pairing import Told
from onrecord.evaluate.speakers import Judged, by_sort, calibration, judged, sort_of


def label(text: str, source: str, speaker: str = "ada lind", kind: str = "person") -> Label:
    start = text.find(source)
    places = frozenset([(start, start + len(source))] if source else [])
    return Label(
        id="L1",
        parent=None,
        optional=False,
        places={"source": places, "cue": frozenset(), "content": frozenset()},
        accepted={},
        speakers=frozenset([speaker]),
        pronoun=False,
        forms=frozenset(),
        acts=frozenset(),
        negated=frozenset(),
        facets={},
        first={},
        kind=kind,
    )


def told(speaker: str) -> Told:
    return Told("s1", None, {}, speaker, "direct", None, negated=False, facets={}, sure=0.9)


@pytest.mark.parametrize(
    ("source", "kind", "sort"),
    [
        ("", "person", "understood"),
        ("she", "person", "pronoun"),
        ("We", "organisation", "first person"),
        ("his", "person", "possessive"),
        ("Lind's", "person", "possessive"),
        ("Mayor Lind", "person", "name"),
        ("The mayor", "person", "description"),
        ("the Oslo Courier", "organisation", "organisation"),
        ("many voters", "collective", "description"),
    ],
)
def test_the_sort_of_a_source(source: str, kind: str, sort: str) -> None:
    text = f"On Monday {source} spoke."
    assert sort_of(text, label(text, source, kind=kind)) == sort


def test_speakers_are_counted_by_sort_and_sureness() -> None:
    text = "she spoke"
    pairs = [(label(text, "she"), told("ada lind")), (label(text, "she"), told("nobody"))]
    found = list(judged(text, pairs))
    assert found == [
        Judged("pronoun", right=True, confidence=0.9),
        Judged("pronoun", right=False, confidence=0.9),
    ]
    assert by_sort(found)["pronoun"] == (1, 2)
    measured = calibration(found)
    assert measured is not None
    assert measured.error == pytest.approx(40)
