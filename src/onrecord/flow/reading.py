"""The whole way from documents to records: annotate, then resolve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.annotate.network import FOLDER, Network, load, side_by_side
from onrecord.annotate.reading import annotate_all, sections
from onrecord.flow.parts import PART, joined
from onrecord.gather.people.store import Table
from onrecord.resolve.hearers import without_hearers
from onrecord.resolve.layers import completed
from onrecord.resolve.statements import statements
from onrecord.types import Attribution, Document, Failure, Mention, PeopleTable, Record


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents into records; loading one takes a fraction of a second, so keep it."""

    network: Network
    table: PeopleTable | None = None
    why: bool = False

    @classmethod
    def load(
        cls,
        model: Path = FOLDER,
        *,
        threads: int | None = None,
        people: Path | None = None,
        why: bool = False,
    ) -> Reader:
        """Load the network that ships in the package, or another from the folder ``model``.

        Args:
            model: a folder with ``reader.onnx``, ``tokenizer.json`` and ``tables.json``.
            threads: threads one text may use; 1 in each worker of a pool, None for one per core.
            people: a table of people that ``onrecord people import`` wrote, to link speakers to.
            why: keep the chain of mentions by which each speaker was found.

        Raises:
            ModelError: when a file of the model is missing or damaged.
            InputError: when ``people`` is no such table.
        """
        return cls(load(model, threads), None if people is None else Table(people), why)

    def read(self, document: Document, attributions: Sequence[Attribution] | None = None) -> Record:
        """The record of what ``document`` says that people said.

        Args:
            document: the text to read.
            attributions: relations to resolve, where they are known, instead of those that the network finds.
        """
        if attributions is None and len(document.text) > PART:
            return joined(document, self._parts(document))
        found, mentions = annotate_all(document.text, self.network)
        if attributions is None:
            attributions = without_hearers(document.text, found)
        told = statements(document.text, attributions)
        record = completed(Record(document, told), mentions, self.table)
        return record if self.why else _without_why(record)

    def _parts(self, document: Document) -> Iterator[tuple[int, Record]]:
        """The records of a long text's parts, with where each begins; the first may tell the day for all."""
        bounds = sections(document.text, PART)
        start, end = next(bounds)
        first = self.read(replace(document, text=document.text[start:end]))
        yield start, first
        starts: list[int] = []

        def rest() -> Iterator[Document]:
            for start, end in bounds:
                starts.append(start)
                yield replace(first.document, text=document.text[start:end], origin=None, is_excerpt=False)

        def read(part: Document, network: Network) -> Record:
            return replace(self, network=network).read(part)

        for number, record in enumerate(side_by_side(read, rest(), self.network)):
            yield starts[number], record


def read_with_mentions(text: str, network: Network) -> tuple[tuple[Mention, ...], Record]:
    """The mentions that the network finds in a text, and the record that is made with them."""
    found, mentions = annotate_all(text, network)
    record = Record(Document("text", text), statements(text, found))
    return mentions, completed(record, mentions)


def _without_why(record: Record) -> Record:
    said = (
        s if s.speaker is None else replace(s, speaker=replace(s.speaker, why=())) for s in record.statements
    )
    return replace(record, statements=tuple(said))


def read_all(inputs: Iterable[Document | Failure], reader: Reader) -> Iterator[Record | Failure]:
    """Read documents as they come, several at once, and give their records in the same order.

    A failure passes through, and a new one never stops the rest. A few inputs more than were asked for are
    taken, so that no core waits.
    """
    return side_by_side(
        lambda one, network: _read_one(one, replace(reader, network=network)), inputs, reader.network
    )


def _read_one(document: Document | Failure, reader: Reader) -> Record | Failure:
    if isinstance(document, Failure):
        return document
    try:
        return reader.read(document)
    except (ValueError, IndexError, RuntimeError, MemoryError) as error:
        reason = f"could not be read ({type(error).__name__}: {error})"
        return Failure(document.id, "read", reason, "please report it with the text")
