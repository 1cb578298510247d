"""Addressed: whom "you" means, the one spoken to, asked or interviewed."""

from __future__ import annotations

from onrecord.resolve.people.candidates import Candidates
from onrecord.resolve.people.interviews import Interview
from onrecord.resolve.people.offices import Found
from onrecord.resolve.people.salience import WINDOW, fits_person
from onrecord.resolve.people.spots import Spot
from onrecord.types import Span

_ASKED = 3  # sentences
_TITLED = frozenset(("", "to", "President", "Mr.", "Mrs.", "Ms."))


def addressed(candidates: Candidates, interview: Interview, spot: Spot) -> Found | None:
    """Whom "you" at ``spot`` means: in a quotation whom its words are said to, where they are named right
    after the verb, or who is asked; outside of one who is interviewed.
    """
    if spot.quote < 0:
        figure = interview.who(spot)
        return None if figure is None else (figure, 0.5, "who is interviewed", None)
    return _told(candidates, spot) or _asked(candidates, spot)


def _told(candidates: Candidates, spot: Spot) -> Found | None:
    scene = candidates.scene
    cues = (cue for index in candidates.around[spot.order] for cue in scene.statements[index].cue)
    for cue in cues:
        if cue.within(scene.layout.quotes[spot.quote]):
            continue
        for other in scene.within(Span(cue.end, cue.end + 30)):
            between = scene.layout.text[cue.end : other.span.start].strip()
            if other.figure is not None and between in _TITLED:
                return other.figure, 0.6, "who is spoken to", other
    return None


def _asked(candidates: Candidates, spot: Spot) -> Found | None:
    """In a question the one other person in view than who asks, where there is no second."""
    scene = candidates.scene
    layout, speaker = scene.layout, candidates.surroundings.speaker(spot)
    ends = layout.sentence_starts[spot.sentence + 1 : spot.sentence + 2] or [len(layout.text)]
    if speaker is None or "?" not in layout.text[spot.span.end : ends[0]]:
        return None
    others = scene.before(spot, WINDOW)
    near = [o for o in others if spot.sentence - o.sentence <= _ASKED and o.quote < 0]
    found = {o.figure: o for o in near if o.figure is not None and fits_person(o.figure, None)}
    fits = [f for f in found if f is not speaker and f.is_person]
    return (
        (fits[0], 0.5, "the other person in view of a question", found[fits[0]]) if len(fits) == 1 else None
    )
