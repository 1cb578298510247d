"""The embedder that ships: near texts near, and nothing that it cannot take."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.annotate.embedding import STEPS, Embedder, load_embedder
from onrecord.annotate.network import FOLDER
from onrecord.errors import ModelError


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder()


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        (
            "taxes will be cut for the wealthy",
            "the rich will pay less to the treasury",
            "the bridge is closed",
        ),
        (
            "the police shot an unarmed man",
            "officers opened fire on a civilian",
            "the economy grew in spring",
        ),
        ("the doctor was praised", "a physician was lauded", "a tractor was sold"),
    ],
)
def test_what_means_the_like_is_nearer(embedder: Embedder, one: str, like: str, unlike: str) -> None:
    vectors = embedder.embed([one, like, unlike])
    near, far = embedder.nearness(vectors[0], vectors[1:])
    assert near > far + 0.1


def test_vectors_are_of_length_one_whatever_stands_around(embedder: Embedder) -> None:
    vectors = embedder.embed(["The pier is old", "“The pier is old,”", "THE PIER IS OLD", "pier " * 5000])
    assert vectors.dtype == np.int8
    lengths = np.linalg.norm(vectors.astype(np.float32), axis=1) / STEPS
    assert np.allclose(lengths, 1, atol=0.02)
    assert (vectors[0] == vectors[2]).all()
    assert embedder.nearness(vectors[0], vectors[1:2])[0] > 0.9


@pytest.mark.parametrize("text", ["", " ", "“”", "\x00", "\u200b"])
def test_a_text_without_words_is_zeros(embedder: Embedder, text: str) -> None:
    assert not embedder.embed([text]).any()


def test_cells_are_those_of_the_nearest_centres(embedder: Embedder) -> None:
    vectors = embedder.embed(["the pier is old", "taxes rise"])
    all_of_them = embedder.cells(vectors[0])
    assert sorted(all_of_them.tolist()) == list(range(len(embedder.centres)))
    assert embedder.cell(vectors).tolist() == [all_of_them[0], embedder.cells(vectors[1])[0]]
    assert embedder.embed([]).shape[0] == 0


def test_a_missing_or_damaged_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes((FOLDER / "tokenizer.json").read_bytes())
    with pytest.raises(ModelError, match=r"meaning\.npz: the model is missing or damaged"):
        load_embedder(tmp_path)
    (tmp_path / "meaning.npz").write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(ModelError, match="install onrecord again"):
        load_embedder(tmp_path)
