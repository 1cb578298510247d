"""What a sentence is about, as a short vector: near vectors, near meaning.

Each word piece of the encoder has a vector in a table, and a text is the mean of its pieces' vectors. The
table was distilled from a sentence encoder: trained so that texts lie beside one another as that encoder lays
them (``training/meaning``). Nothing is run but a look-up: a million statements take a core some 90 seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.network import FOLDER
from onrecord.errors import ModelError
from onrecord.text.marks import AROUND

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILE = "meaning.npz"
STEPS = 254.0  # int8 steps to 1: no coordinate of a unit vector of this many reaches a half
LONGEST = 2000  # characters that are looked at
BLOCK = 2048  # vectors


@dataclass(frozen=True, slots=True)
class Embedder:
    """Embeds texts.

    Attributes:
        tokenizer: of the encoder.
        table: (pieces, D) int8 vectors.
        scales: (pieces,) what a step of each row of ``table`` is worth; long rows weigh more in a text.
        centres: (C, D) unit vectors; a text belongs to the cell of the nearest of them.
        digest: tells this model's vectors from another's, which cannot be compared with them.
    """

    tokenizer: Tokenizer
    table: NDArray[np.int8]
    scales: NDArray[np.float32]
    centres: NDArray[np.float32]
    digest: str

    def embed(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """(N, D) vectors of length 1, in steps of 1 / ``STEPS``; zeros for a text without words."""
        encoded = self.tokenizer.encode_batch(
            [text[:LONGEST].strip(AROUND) for text in texts], add_special_tokens=False
        )
        out = np.zeros((len(texts), self.table.shape[1]), dtype=np.float32)
        for row, one in enumerate(encoded):
            out[row] = self.scales[one.ids] @ self.table[one.ids].astype(np.float32)
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        steps = np.rint(out / np.maximum(lengths, 1e-9) * STEPS)
        vectors: NDArray[np.int8] = np.clip(steps, -127, 127).astype(np.int8)
        return vectors

    def nearness(self, one: NDArray[np.int8], others: NDArray[np.int8]) -> NDArray[np.float32]:
        """(N,) cosines of a vector (D,) and others (N, D)."""
        wanted = one.astype(np.float32) / STEPS**2
        out = np.empty(len(others), dtype=np.float32)
        for first in range(0, len(others), BLOCK):  # a block at a time stays in the processor's cache
            out[first : first + BLOCK] = others[first : first + BLOCK].astype(np.float32) @ wanted
        return out

    def cell(self, vectors: NDArray[np.int8]) -> NDArray[np.int64]:
        """(N,) the cell of each vector (N, D)."""
        nearest: NDArray[np.int64] = (vectors.astype(np.float32) @ self.centres.T).argmax(axis=1)
        return nearest

    def cells(self, vector: NDArray[np.int8]) -> NDArray[np.int64]:
        """(C,) all cells, the nearest to a vector (D,) first."""
        return np.argsort(-(self.centres @ vector.astype(np.float32)), kind="stable")


def load_embedder(folder: Path = FOLDER) -> Embedder:
    """Load the embedder from ``folder``, which holds ``meaning.npz`` and ``tokenizer.json``.

    Raises:
        ModelError: when a file is missing or damaged.
    """
    from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

    path = folder / FILE
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        written = path.read_bytes()
        with np.load(BytesIO(written), allow_pickle=False) as arrays:
            table, scales, centres = (arrays[name] for name in ("table", "scales", "centres"))
    except Exception as error:  # numpy, zipfile and the tokenizer raise types of their own
        raise ModelError(
            f"{path}: the model is missing or damaged ({error}); install onrecord again"
        ) from error
    digest = hashlib.blake2b(written, digest_size=8).hexdigest()
    return Embedder(tokenizer, table, scales.astype(np.float32), centres.astype(np.float32), digest)
