"""The whole way from documents to records: annotate, then resolve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate.network import FOLDER, Network, load, side_by_side
from onrecord.annotate.reading import annotate
from onrecord.resolve.statements import statements
from onrecord.types import Document, Failure, Record


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents into records; loading one takes a fraction of a second, so keep it."""

    network: Network

    @classmethod
    def load(cls, model: Path = FOLDER, *, threads: int | None = None) -> Reader:
        """Load the network that ships in the package, or another from the folder ``model``.

        Args:
            model: a folder with ``reader.onnx``, ``tokenizer.json`` and ``tables.json``.
            threads: threads one text may use; 1 in each worker of a pool, None for one per core.

        Raises:
            ModelError: when a file of the model is missing or damaged.
        """
        return cls(load(model, threads))

    def read(self, document: Document) -> Record:
        """The record of what ``document`` says that people said."""
        found = annotate(document.text, self.network)
        return Record(document, statements(document.text, found))


def read_all(inputs: Iterable[Document | Failure], reader: Reader) -> Iterator[Record | Failure]:
    """Read documents as they come, several at once, and give their records in the same order.

    A failure passes through, and a new one never stops the rest. A few inputs more than were asked for are
    taken, so that no core waits.
    """
    return side_by_side(_read_one, inputs, reader.network)


def _read_one(document: Document | Failure, network: Network) -> Record | Failure:
    if isinstance(document, Failure):
        return document
    try:
        return Reader(network).read(document)
    except (ValueError, IndexError, RuntimeError, MemoryError) as error:
        reason = f"could not be read ({type(error).__name__}: {error})"
        return Failure(document.id, "read", reason, "please report it with the text")
