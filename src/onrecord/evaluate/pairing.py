"""Which statement of a record is which attribution of a record made by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluate.labels import Label
from onrecord.evaluate.likeness import Places, characters, days, folded, joined, trimmed
from onrecord.types import ROLES, Role, Span, Statement

FOUND = 0.5
"""Dice coefficient of two contents from which on they are the same attribution."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of a record, in the terms in which a :class:`Label` is; ``sure`` is of the speaker."""

    id: str
    parent: str | None
    places: Mapping[Role, Places]
    speaker: str
    form: str
    act: str | None
    negated: bool
    facets: Mapping[str, str | None]
    sure: float | None = None


Pair = tuple[Label, Told]


def told_of(text: str, statement: Statement) -> Told:
    """``statement`` of ``text`` in the terms in which labels are."""
    said_on = statement.said_on
    return Told(
        id=statement.id,
        parent=statement.parent,
        places={role: places_of(text, getattr(statement, role)) for role in ROLES},
        speaker=folded(statement.speaker.name if statement.speaker else None),
        form=statement.form,
        act=statement.act,
        negated=bool(statement.negated),
        facets={
            "addressee": folded(statement.addressee.name) if statement.addressee else None,
            "setting": statement.setting.medium if statement.setting else None,
            "said_on": days(said_on.earliest, said_on.latest) if said_on else None,
        },
        sure=statement.speaker.confidence if statement.speaker else None,
    )


def paired(labels: Sequence[Label], told: Sequence[Told]) -> list[Pair]:
    """Pairs of labels and statements that are the same attribution, each in one pair, the closest first."""
    cues, contents = ([characters(t.places[role]) for t in told] for role in ("cue", "content"))
    candidates = []
    for number, label in enumerate(labels):
        cue, content = characters(label.places["cue"]), characters(label.places["content"])
        for place, other in enumerate(told):
            size = max(1, len(content) + len(contents[place]))
            dice = 2 * len(content & contents[place]) / size
            if dice >= FOUND and (cue & cues[place] or not (cue or cues[place])):
                candidates.append((-dice, label.id, other.id, number, place))
    return [(labels[number], told[place]) for number, place in _each_once(sorted(candidates))]


def is_exact(label: Label, told: Told) -> bool:
    """Whether source, cue and content are what the label has or accepts."""
    return all(
        told.places[role] == label.places[role] or told.places[role] in label.accepted[role] for role in ROLES
    )


def places_of(text: str, spans: Sequence[Span]) -> Places:
    """The places of ``spans`` in ``text``, trimmed and joined as those of a label are."""
    return joined(trimmed(text, s.start, s.end) for s in sorted(spans))


def _each_once(candidates: Sequence[tuple[float, str, str, int, int]]) -> Iterator[tuple[int, int]]:
    labels: set[int] = set()
    told: set[int] = set()
    for *_, number, place in candidates:
        if number not in labels and place not in told:
            labels.add(number)
            told.add(place)
            yield number, place
