"""What a listener is called in a document: the fullest form of the name, titles and parties left off."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.phrases import DETERMINERS, OBJECTS, named_in, span_of
from onrecord.text.words import Words
from onrecord.types import Entity, Span


class Names:
    """The names of a document's entities by place.

    Args:
        entities: persons, organisations and groups with their mentions.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_end: dict[int, list[tuple[Span, Entity]]] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._by_end.setdefault(mention.end, []).append((mention, entity))

    def of(self, words: Words, start: int, end: int) -> str | None:
        """The name of whoever the words from index ``start`` up to ``end`` are about.

        "You", "me" and "us" stand for themselves; None for another pronoun that nothing resolves.
        """
        first, last = named_in(words.all, start, end)
        named = span_of(words.all, first, last)
        whole = span_of(words.all, start, end)
        entity = self._entity(named, whole.start) or self._entity(whole, whole.start)
        if entity is not None:
            return entity.name
        low = words.all[start].low
        if end - start == 1 and low in _PRONOUNS:
            return words.all[start].text if low in _NEAR else None
        while (
            first < last - 1
            and words.all[first].low in DETERMINERS
            and words.all[first].low not in _POSSESSIVE
        ):
            first += 1
        return span_of(words.all, first, last).of(words.text)

    def _entity(self, span: Span, floor: int) -> Entity | None:
        """The entity with a mention from ``floor`` on that overlaps ``span`` and ends where it does."""
        found = [
            (abs(mention.start - span.start), index, entity)
            for end in (span.end, span.end + 2)
            for index, (mention, entity) in enumerate(self._by_end.get(end, ()))
            if mention.overlaps(span) and mention.start >= floor
        ]
        return min(found, key=lambda f: f[:2])[2] if found else None


_NEAR = frozenset("you us me everyone everybody".split())
_PRONOUNS = OBJECTS | {"he", "she", "they", "who"}
_POSSESSIVE = frozenset("his her its their our my your".split())
