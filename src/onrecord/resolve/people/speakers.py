"""Who spoke: the speaker of every statement, and the entities of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.resolve.people.cast import cast
from onrecord.resolve.people.certainty import confidence
from onrecord.resolve.people.countries import COUNTRIES
from onrecord.resolve.people.evidence import Evidence
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.followers import in_own_words
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.linking import Link, holder, linked
from onrecord.resolve.people.names import names
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.walk import Walk
from onrecord.text.folding import folded
from onrecord.types import Entity, Mention, PeopleTable, Reason, Record, Span, Speaker, Statement

_KEPT = frozenset(("person", "organisation", "collective", "anonymous", "country", "document"))
_STEPS = 6
"""Most steps of a chain that are told."""


def people(record: Record, mentions: Sequence[Mention] = (), table: PeopleTable | None = None) -> Record:
    """The record with the speaker of every statement and its entities; see docs/explanation/who-spoke.md.

    Time is linear in the length of the text: every pronoun looks at a bounded number of mentions before it.

    Args:
        record: what was found to be said.
        mentions: what the network takes for people and what they go back to; none where it was not asked.
        table: a table of people that the user brought, or None.
    """
    scene = read_scene(record)
    day = record.document.published_on
    if table is not None:
        _link_named(scene, table, day)
    evidence = Evidence(scene.spots, mentions) if mentions else None
    if evidence is not None:
        evidence.teach_kinds(scene.spots)
    Walk(scene, evidence).go()
    if table is not None:
        _link_named(scene, table, day)  # once more: the walk has found out offices and genders
        _link_described(scene, table, day)
    return _filled(record, scene)


def read_scene(record: Record) -> Scene:
    """The names, cast and spots of a record's text."""
    layout = Layout(record.document.text)
    found = names(layout)
    return Scene(layout, found, cast(layout, found), record.statements)


def _link_named(scene: Scene, table: PeopleTable, day: date | None) -> None:
    """Link those whom the text names to the table; what the table says of gender holds for their pronouns."""
    for figure in scene.cast.figures:
        link = linked(figure, scene.layout, table, day) if figure.linked is None else None
        if link is not None:
            _take(figure, link)


def _take(figure: Figure, link: Link) -> None:
    figure.linked, figure.linked_because = link.person.id, link.because
    figure.gender = figure.gender or link.person.gender
    if figure.kind == "unknown":
        figure.kind = "person"


def _link_described(scene: Scene, table: PeopleTable, day: date | None) -> None:
    """Link "the president" to the table's holder of the office, and to the one of that name in the text."""
    countries = frozenset(
        " ".join(n.words).strip(".")
        for n in scene.names
        if n.kind == "country" and " ".join(n.words) in COUNTRIES
    )
    meant = frozenset(
        "united states" if c in {"u.s", "us", "america", "united states of america"} else c for c in countries
    )
    done: dict[Figure, Figure] = {}
    for spot in scene.spots:
        figure = spot.figure
        if figure is None or figure.names or figure.linked or spot.role is None or figure.kind != "person":
            continue
        link = holder(spot.role, meant, table, day)
        if link is None or (spot.phrase is not None and not spot.phrase.definite):
            continue
        bearer = _bearer(scene, link)
        _take(bearer or figure, link)
        if bearer is not None:
            done[figure] = bearer
    for spot in scene.spots:
        if spot.figure in done:
            spot.figure = done[spot.figure]


def _bearer(scene: Scene, link: Link) -> Figure | None:
    """The one figure of the text that goes by a name of the person that a link gives, or None."""
    forms = {folded(n) for n in link.person.names}
    lasts = {f.rpartition(" ")[2] for f in forms}
    text = scene.layout.text
    fits = [
        f
        for f in scene.cast.figures
        if f.names and f.linked in {None, link.person.id} and not f.place and f.kind in {"person", "unknown"}
        and all(folded(n.span.of(text)) in (forms if len(n.words) > 1 else lasts) for n in f.names)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _filled(record: Record, scene: Scene) -> Record:
    speakers = speakers_of(scene)
    sources = {spot.span for spot in scene.spots}
    for span, figure in in_own_words(scene, speakers):
        if span not in sources:
            figure.mentions.add(span)
    figures = _figures(scene, speakers)
    numbers = {figure: f"e{number}" for number, figure in enumerate(figures, 1)}
    statements = tuple(
        replace(s, speaker=_speaker(scene, index, speakers[index], numbers))
        for index, s in enumerate(record.statements)
    )
    entities = tuple(_entity(scene, figure, numbers[figure]) for figure in figures)
    return replace(record, statements=statements, entities=entities)


def speakers_of(scene: Scene) -> list[Figure | None]:
    """Whom each statement's source stands for; a quotation without a source goes on with who spoke before
    it.
    """
    out: list[Figure | None] = []
    for index, statement in enumerate(scene.statements):
        spot = scene.source_spot.get(index)
        out.append(spot.figure if spot is not None else _continued(scene, statement, out))
    return out


def _continued(scene: Scene, statement: Statement, before: Sequence[Figure | None]) -> Figure | None:
    """Who goes on speaking in a quotation that is given nobody, or None."""
    if statement.source:
        return None
    if statement.cue:
        return _understood(scene, statement)
    if statement.form != "direct" or not before or statement.parent:
        return None
    previous = scene.statements[len(before) - 1]
    if previous.parent or not previous.content:
        return None
    place = statement.content[0].start
    away = scene.layout.paragraph(place) - scene.layout.paragraph(previous.content[-1].end - 1)
    return before[-1] if 0 <= away <= 1 else None


def _understood(scene: Scene, statement: Statement) -> Figure | None:
    """The understood subject of "..., telling" and "... and said": whom the sentence is about; None for
    the rest.
    """
    layout, cue = scene.layout, statement.cue[0]
    at = layout.first_word(cue.start)
    words = layout.words_in(cue)
    linked_on = at > 0 and layout.words[at - 1].lower in {"and", "but", "then"}
    if not (linked_on or not words or any(w.lower.endswith("ing") for w in words)):
        return None
    sentence = Span(layout.sentence_start(layout.sentence(cue.start)), cue.start + 1)
    for spot in scene.within(sentence):
        subject = spot.subject and spot.figure is not None and not spot.figure.place
        if subject and spot.quote == layout.quote(cue.start) and spot.span.end <= cue.start:
            return spot.figure
    return None


def _figures(scene: Scene, speakers: Sequence[Figure | None]) -> list[Figure]:
    """The figures that become entities, in the order of their first mentions."""
    for spot in scene.spots:
        if spot.figure is not None:
            spot.figure.mentions.add(spot.span)
    kept = {f for f in speakers if f is not None}
    taken_up = (
        s for s in scene.spots if s.form != "joint" or s.speaks
    )  # two beside each other are nobody yet
    kept |= {s.figure for s in taken_up if s.figure is not None and _is_entity(s.figure)}
    for figure in kept:
        figure.mentions = figure.mentions or {figure.name}
    return sorted(kept, key=lambda f: (min(f.mentions), f.name))


def _is_entity(figure: Figure) -> bool:
    """Whether a figure is somebody: of a known kind, or by a name of several words that is no place's."""
    return not figure.place and (figure.kind in _KEPT or any(len(n.words) > 1 for n in figure.names))


def _speaker(scene: Scene, index: int, figure: Figure | None, numbers: dict[Figure, str]) -> Speaker | None:
    if figure is None:
        return None
    text = scene.layout.text
    spot = scene.source_spot.get(index)
    behalf = figure.on_behalf_of or (
        spot.phrase.behalf if spot is not None and spot.phrase is not None else None
    )
    why = tuple(_why(text, spot, figure))
    return Speaker(
        name=figure.name.of(text),
        kind=figure.kind,
        description=_description(scene, figure),
        entity=figure.linked,
        refers_to=numbers.get(figure),
        on_behalf_of=behalf.of(text) if behalf is not None else None,
        why=why,
        confidence=confidence(why),
    )


def _why(text: str, spot: Spot | None, figure: Figure) -> Iterator[Reason]:
    """The chain from a source to the name: each mention it went over, why, and how sure that is."""
    if spot is None:
        yield Reason(figure.name, "no source: who spoke before, or whom the sentence is about", 0.5)
    else:
        yield from _chain(spot)
        last = list(_chain(spot))[-1].span
        if figure.name.of(text) != last.of(text):
            yield Reason(figure.name, "the fullest name in the text", 1.0)
    if figure.linked is not None:
        yield Reason(figure.name, f"{figure.linked} in the table of people: {figure.linked_because}", 1.0)


def _chain(spot: Spot) -> Iterator[Reason]:
    here: Spot | None = spot
    for _ in range(_STEPS):
        if here is None:
            return
        yield Reason(here.span, here.because, here.score)
        here = here.via


def _description(scene: Scene, figure: Figure) -> str | None:
    """Role and party as the text gives them, joined; None where it gives none."""
    text = scene.layout.text
    role = next((r.span.of(text) for r in figure.roles), None)
    tag = next((n.tag.of(text) for n in figure.names if n.tag), None)
    return ", ".join(part for part in (role, tag) if part) or None


def _entity(scene: Scene, figure: Figure, number: str) -> Entity:
    return Entity(
        id=number,
        name=figure.name.of(scene.layout.text),
        kind=figure.kind,
        mentions=tuple(sorted(figure.mentions)),
        description=_description(scene, figure),
        linked=figure.linked,
    )
