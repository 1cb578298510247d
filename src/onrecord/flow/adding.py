"""From inputs into a record: what is in is passed over before it is read, one document is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.record.store.writer import Writer
from onrecord.types import Document, Failure, Record

Reads = Callable[[Iterable[Document | Failure]], Iterator[Record | Failure]]
"""Reads documents in their order, as :func:`onrecord.flow.reading.read_all` does with a reader."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one document.

    Attributes:
        outcome: it is new in the record, was in it, was read again in its place, or failed.
        name: the document's id, or where the failure is from.
        statements: how many it has, where it was read.
        failure: why it failed.
        warnings: what is to be said about it.
    """

    outcome: Literal["new", "held", "again", "failed"]
    name: str
    statements: int = 0
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()


def add_all(
    inputs: Iterable[Document | Failure],
    reads: Reads,
    writer: Writer,
    told: Callable[[Step], None],
    *,
    again: bool = False,
) -> None:
    """Read what is not in the record yet, and write it.

    A failure of a document is written down and never stops the others. Whenever this is stopped, what was
    written stays whole; run again, it goes on where it was.

    Args:
        inputs: documents and failures, taken a few ahead.
        reads: reads them.
        writer: writes into the record.
        told: called after each document.
        again: read again what is in, and put the new reading in the place of the old.

    Raises:
        StoreError: when the record cannot be written.
    """

    def wanted() -> Iterator[Document | Failure]:
        for item in inputs:
            refused = _refused(item, writer)
            if refused is None and isinstance(item, Document) and not again and writer.holds(item):
                told(Step("held", item.id))
            else:
                yield refused or item

    for outcome in reads(wanted()):
        told(_written(outcome, writer, again=again))


def with_outlet(inputs: Iterable[Document | Failure], outlet: str | None) -> Iterator[Document | Failure]:
    """Say who published the documents that do not say it themselves."""
    for item in inputs:
        if outlet is not None and isinstance(item, Document) and item.publisher is None:
            yield replace(item, publisher=outlet)
        else:
            yield item


def _refused(item: Document | Failure, writer: Writer) -> Failure | None:
    """Why the record cannot keep a text, before time is spent on reading it."""
    if isinstance(item, Failure):
        return None
    reason = writer.unkeepable(item)
    return Failure(item.id, "read", reason, "take the sign out of the text") if reason else None


def _written(outcome: Record | Failure, writer: Writer, *, again: bool) -> Step:
    if isinstance(outcome, Failure):
        writer.fail(outcome)
        return Step("failed", outcome.origin, failure=outcome)
    document = outcome.document
    return Step(
        writer.add(outcome, again=again), document.id, len(outcome.statements), None, document.warnings
    )
