"""What makes an attribution hard, told from its spans and its text alone, and how many such are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluate.links import Pairs, Relation
from onrecord.evaluate.tally import Tally

LONG = 40  # words
PRONOUNS = frozenset(
    {
        "i",
        "me",
        "my",
        "myself",
        "we",
        "us",
        "our",
        "ourselves",
        "you",
        "your",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "herself",
        "they",
        "them",
        "their",
        "themselves",
        "it",
        "its",
        "itself",
        "one",
        "who",
        "whose",
        "this",
        "that",
        "these",
        "those",
        "someone",
        "everyone",
        "nobody",
    }
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_IS_POSSESSIVE = re.compile(r"(?:[’']s|^(?:my|our|your|his|her|its|their|whose))$", re.IGNORECASE)
_OPENS_POSSESSIVE = re.compile(r"[’'](?:s\b|\s)")  # after a source: "Moss’s claim", "the voters’ fear"
_LINE_END = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Scene:
    """One gold relation in its surroundings.

    Attributes:
        text: the whole document.
        relation: the relation itself, trimmed.
        cues_of_source: how many different cues its document links to this very source.
    """

    text: str
    relation: Relation
    cues_of_source: int


def _is_discontinuous(scene: Scene) -> bool:
    return len(scene.relation.content) > 1


def _crosses_paragraphs(scene: Scene) -> bool:
    content = scene.relation.content
    return bool(content) and bool(_LINE_END.search(scene.text, content[0].start, content[-1].end))


def _lacks_source(scene: Scene) -> bool:
    return not scene.relation.source


def _shares_source(scene: Scene) -> bool:
    return bool(scene.relation.source) and scene.cues_of_source > 1


def _is_according_to(scene: Scene) -> bool:
    return any(span.of(scene.text).casefold().startswith("according") for span in scene.relation.cue)


def _has_possessive_source(scene: Scene) -> bool:
    """A source that owns its cue ("her claim", "the mayor’s promise"): the commonest nominal cues."""
    source, cue = scene.relation.source, scene.relation.cue
    if not source or not cue or source[0].start >= cue[0].start:
        return False
    after = scene.text[source[-1].end : cue[0].start]
    return bool(_IS_POSSESSIVE.search(source[-1].of(scene.text)) or _OPENS_POSSESSIVE.match(after))


def _is_inverted(scene: Scene) -> bool:
    source, cue = scene.relation.source, scene.relation.cue
    return bool(source) and bool(cue) and cue[0].start < source[0].start


def _has_content_first(scene: Scene) -> bool:
    source, content = scene.relation.source, scene.relation.content
    return bool(source) and bool(content) and content[0].start < source[0].start


def _is_long(scene: Scene) -> bool:
    return sum(len(_WORD.findall(span.of(scene.text))) for span in scene.relation.content) > LONG


def _is_in_headline(scene: Scene) -> bool:
    opening = len(scene.text) - len(scene.text.lstrip())
    end = _LINE_END.search(scene.text, opening)
    anchor = scene.relation.cue or scene.relation.content
    return bool(anchor) and anchor[0].start < (end.start() if end else len(scene.text))


def _has_pronoun_source(scene: Scene) -> bool:
    return bool(scene.relation.source) and scene.relation.source[0].of(scene.text).casefold() in PRONOUNS


PHENOMENA: Mapping[str, Callable[[Scene], bool]] = {
    "discontinuous": _is_discontinuous,
    "paragraphs": _crosses_paragraphs,
    "no-source": _lacks_source,
    "shared-source": _shares_source,
    "according-to": _is_according_to,
    "possessive-source": _has_possessive_source,
    "inverted": _is_inverted,
    "content-first": _has_content_first,
    "long-content": _is_long,
    "headline": _is_in_headline,
    "pronoun-source": _has_pronoun_source,
}


def scenes(text: str, relations: Sequence[Relation]) -> list[Scene]:
    """Each relation with what the others of its document say of it."""
    cues: dict[object, set[object]] = {}
    for relation in relations:
        cues.setdefault(relation.source, set()).add(relation.cue)
    return [Scene(text, relation, len(cues[relation.source])) for relation in relations]


def measure_phenomena(name: str, gold: Sequence[Scene], pairs: Pairs) -> Tally:
    """Counts of ``name.PHENOMENON.recall``: of the gold relations that show it, those in ``pairs``."""
    found = {left for left, _ in pairs}
    tally: dict[str, tuple[float, float]] = {}
    for phenomenon, shows in PHENOMENA.items():
        showing = {index for index, scene in enumerate(gold) if shows(scene)}
        tally[f"{name}.{phenomenon}.recall"] = (len(showing & found), len(showing))
    return tally
