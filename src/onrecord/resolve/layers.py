"""The layers of a record beside its attributions, filled one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.acts.layer import with_acts
from onrecord.resolve.commitments.layer import commitments
from onrecord.resolve.occasions.layer import with_occasions
from onrecord.resolve.origin import with_origin
from onrecord.resolve.people import people
from onrecord.resolve.positions.layer import positions
from onrecord.resolve.times.reading import with_times
from onrecord.types import Mention, PeopleTable, Record


def completed(record: Record, mentions: Sequence[Mention] = (), table: PeopleTable | None = None) -> Record:
    """``record`` with its layers: origin, acts, people, times, occasions, commitments, positions.

    Args:
        record: a document with its statements.
        mentions: the places where the text names, describes or points at somebody.
        table: of people, as the user brought it, or None.
    """
    text, record = record.document.text, with_origin(record)
    acted = replace(record, statements=with_acts(text, record.statements))
    timed = with_times(people(acted, mentions, table))
    placed = replace(timed, statements=with_occasions(text, timed.statements, timed.entities))
    return replace(placed, commitments=commitments(placed), positions=positions(placed))
