"""The scene: a text with its names, cast and spots, before it is known for whom these stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from onrecord.resolve.people.cast import Cast
from onrecord.resolve.people.grammar import (
    FUNCTION,
    PREPOSITIONS,
    PRONOUN_GENDER,
)
from onrecord.resolve.people.joints import joint_phrases
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.nominals import Nominals
from onrecord.resolve.people.phrases import Parser
from onrecord.resolve.people.roles import role_in
from onrecord.resolve.people.spots import Spot, is_contracted, is_owned, is_verb, speaks
from onrecord.types import Span, Statement

_OBJECTS = frozenset("him her them me us whom".split())


class Scene:
    """A text with its names, cast and spots.

    Args:
        layout: the text.
        names: its names.
        cast: whose these are.
        statements: what was found to be said.
    """

    def __init__(
        self, layout: Layout, names: Sequence[Name], cast: Cast, statements: Sequence[Statement]
    ) -> None:
        self.layout = layout
        self.names = names
        self.cast = cast
        self.statements = statements
        self.parser = Parser(layout, names)
        self.spots: list[Spot] = []
        self.source_spot: dict[int, Spot] = {}
        self._gather()

    def _gather(self) -> None:
        by_span: dict[Span, Spot] = {}
        for spot in (*self._named(), *self._pronouns(), *self._joints(), *self._descriptions()):
            by_span.setdefault(spot.span, spot)
        for index, statement in enumerate(self.statements):
            source = self._source(statement, by_span)
            if source is not None:
                source.speaks.append(index)
                self.source_spot[index] = source
        self.spots = sorted(by_span.values(), key=lambda s: (s.span.start, -s.span.end))
        for order, spot in enumerate(self.spots):
            spot.order = order

    def spot(
        self, span: Span, form: Literal["name", "pronoun", "description", "joint"], word: str = ""
    ) -> Spot:
        """A new spot at ``span``, with what its surroundings say."""
        layout = self.layout
        spot = Spot(
            span,
            form,
            word,
            layout.sentence(span.start),
            layout.paragraph(span.start),
            layout.quote(span.start),
        )
        self._place(spot)
        return spot

    def _place(self, spot: Spot) -> None:
        """Tell whether a spot stands like subject, object or owner, by the words beside it."""
        words, text = self.layout.words, self.layout.text
        after = self.layout.first_word(spot.span.end)
        before = self.layout.first_word(spot.span.start) - 1
        last = words[after - 1] if after else None
        spot.possessive = bool(last and last.possessive and last.end <= spot.span.end + 1) or spot.word in {
            "his",
            "their",
            "its",
        }
        follower = words[after] if after < len(words) else None
        gap = text[spot.span.end : follower.start] if follower else "."
        leader = (
            words[before]
            if before >= 0 and self.layout.sentence(words[before].start) == spot.sentence
            else None
        )
        touching = leader is not None and text[leader.full : spot.span.start].strip() == ""
        spot.object = spot.word in _OBJECTS or bool(touching and leader and leader.lower in PREPOSITIONS)
        verb = bool(follower and is_verb(follower) and gap.strip() in {"", ","})
        noun = bool(follower and not follower.capital and follower.lower not in FUNCTION and gap == " ")
        if spot.word == "her" and (noun or (gap == " " and follower and is_owned(follower))):
            spot.possessive, spot.object = True, False
        spot.modifier = spot.form == "name" and noun and not verb and not spot.possessive
        spot.subject = (
            not spot.possessive
            and not spot.object
            and (verb or spot.word in {"he", "she", "they", "i", "we"})
        )

    def _named(self) -> Iterator[Spot]:
        for name, figures in zip(self.names, self.cast.whose, strict=True):
            spot = self.spot(name.span, "name")
            spot.options = figures
            spot.object = spot.object or self._object_with_title(name)
            spot.subject = spot.subject or self._opens(spot, name)
            if len(figures) == 1 and (spot.subject or spot.possessive):
                figures[0].acts = True
            yield spot

    def _opens(self, spot: Spot, name: Name) -> bool:
        """Whether a name, titles included, begins a sentence of the run of the text."""
        start = min(name.whole.start, name.role.start if name.role else name.whole.start)
        plain = not (spot.possessive or spot.modifier or spot.object or name.title_case)
        begins = self.layout.sentence_start(spot.sentence)
        return plain and not self.layout.text[begins:start].strip("\"'“”‘’ \t")

    def _object_with_title(self, name: Name) -> bool:
        if name.role is None:
            return False
        before = self.layout.first_word(name.role.start) - 1
        return before >= 0 and self.layout.words[before].lower in PREPOSITIONS

    def _pronouns(self) -> Iterator[Spot]:
        for word in self.layout.words:
            if word.lower in PRONOUN_GENDER or is_contracted(word.lower):
                lower = word.lower.partition("'")[0]
                yield self.spot(Span(word.start, word.start + len(lower)), "pronoun", lower)

    def _joints(self) -> Iterator[Spot]:
        for phrase in joint_phrases(self.layout, self.names, self.cast):
            spot = self.spot(phrase.span, "joint")
            spot.phrase = phrase
            yield spot

    def _descriptions(self) -> Iterator[Spot]:
        for span in Nominals(self.layout, self.names).spans():
            spot = self._described(span)
            if spot.phrase is None or spot.phrase.form != "name":  # "most Americans" are the Americans named
                yield spot

    def _described(self, span: Span) -> Spot:
        phrase = self.parser.parse(span)
        spot = self.spot(span, "description", phrase.word if phrase else "")
        spot.phrase = phrase
        spot.role = role_in(self.layout, span)
        return spot

    def _source(self, statement: Statement, by_span: dict[Span, Spot]) -> Spot | None:
        """The spot of a statement's source: one that is there already, or a new one."""
        for span in statement.source:
            phrase = self.parser.parse(span)
            if phrase is None:
                continue
            spot = by_span.get(phrase.span)
            if spot is None:
                spot = self.spot(phrase.span, phrase.form, phrase.word)
                if phrase.form == "name":
                    spot.options = self.cast.whose[phrase.names[0]]
                by_span[phrase.span] = spot
            spot.phrase = phrase
            if len(spot.options) == 1:
                speaks(spot.options[0])
            if phrase.form == "description" and spot.role is None:
                spot.role = role_in(self.layout, phrase.span)
            spot.subject = spot.subject or not spot.possessive
            return spot
        return None

    @cached_property
    def depth(self) -> Mapping[str, int]:
        """How many statements are around each."""
        depth: dict[str, int] = {}
        for statement in self.statements:
            depth[statement.id] = depth.get(statement.parent or "", -1) + 1 if statement.parent else 0
        return depth

    def before(self, spot: Spot, most: int) -> Iterator[Spot]:
        """Up to ``most`` spots before ``spot``, the nearest first."""
        for order in range(spot.order - 1, max(-1, spot.order - 1 - most), -1):
            yield self.spots[order]

    def after(self, spot: Spot, most: int) -> Iterator[Spot]:
        """Up to ``most`` spots after ``spot``, the nearest first."""
        yield from self.spots[spot.order + 1 : spot.order + 1 + most]

    def within(self, span: Span) -> Sequence[Spot]:
        """The spots that begin within ``span``."""
        low = bisect_left(self.spots, span.start, key=lambda s: s.span.start)
        return self.spots[low : bisect_left(self.spots, span.end, lo=low, key=lambda s: s.span.start)]
