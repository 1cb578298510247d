"""Interviews set as questions and answers without names: who "I" and "you" are outside of quotation marks."""

from __future__ import annotations

import re
from functools import cached_property

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import FIRST_PLURAL, FIRST_SINGULAR, SECOND
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot

_SPEAKS_OF_IT = r"interview(?:s|ed|ing)?|(?:spoke|talk(?:s|ed)) (?:to|with)"
_TOLD = re.compile(rf"\b(?:{_SPEAKS_OF_IT})\b", re.IGNORECASE)
_TELLS = re.compile(r"\btells [A-Z]")
_WITH = re.compile(rf"\b(?:{_SPEAKS_OF_IT}|talking (?:to|with))\b([^\n?!;]{{0,90}})", re.IGNORECASE)
_FIRST_PERSON = FIRST_SINGULAR | FIRST_PLURAL
_OPENING = 5  # paragraphs that may say that this is an interview, and of whom
_QUESTIONS = 2
_MANY = 4  # questions put to somebody that make an interview which is not called one
_LONGEST = 600  # characters of a question


class Interview:
    """What a scene shows of being an interview with one person.

    Args:
        scene: the text.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def who(self, spot: Spot) -> Figure | None:
        """Whom "I" or "we" in an answer and "you" in a question means: the one who is interviewed. None
        elsewhere.
        """
        if spot.quote >= 0 or self.interviewed is None:
            return None
        asks = spot.paragraph in self._questions
        if spot.word in _FIRST_PERSON:
            return None if asks or spot.paragraph <= self._first else self.interviewed
        return self.interviewed if asks and spot.word in SECOND else None

    @cached_property
    def interviewed(self) -> Figure | None:
        """The one person whom the opening of an interview names, or None."""
        end = self._end_of(_OPENING)
        return (self._announced(end) or self._most_named(end)) if self._is_told(end) else None

    def _is_told(self, end: int) -> bool:
        """Whether the text up to ``end`` says that this is an interview, or its questions show it."""
        text, head = self.scene.layout.text, self._end_of(1)
        headed = _TOLD.search(text, 0, head) is not None
        if len(self._questions) < (1 if headed else _QUESTIONS):
            return False
        return (
            headed or bool(_TOLD.search(text, 0, end) or _TELLS.search(text, 0, head)) or self._put >= _MANY
        )

    def _end_of(self, paragraphs: int) -> int:
        """Where the first so many paragraphs end."""
        starts = self.scene.layout.paragraph_starts
        return starts[paragraphs] if len(starts) > paragraphs else len(self.scene.layout.text)

    def _most_named(self, end: int) -> Figure | None:
        """Whoever is named before ``end`` and most often, or None between equals."""
        named = [f for f in self.scene.cast.figures if self._is_known(f) and f.names[0].span.start < end]
        ranked = sorted(named, key=lambda f: -len(f.names))
        if not ranked or (len(ranked) > 1 and len(ranked[0].names) == len(ranked[1].names)):
            return None
        return ranked[0]

    def _announced(self, end: int) -> Figure | None:
        """Whom the opening names just after it speaks of an interview: "interviews the chemist Ana Quill"."""
        text, people = self.scene.layout.text, filter(self._is_known, self.scene.cast.figures)
        names = [(n.span, f) for f in people for n in f.names if len(n.words) > 1]
        for match in _WITH.finditer(text, 0, end):
            low, high = match.span(1)
            after = [(span.start, f) for span, f in names if low <= span.start and span.end <= high]
            if after:
                return min(after, key=lambda pair: pair[0])[1]
        return None

    @cached_property
    def _questions(self) -> frozenset[int]:
        """Numbers of the paragraphs that end in a question, quotations left out."""
        starts, text = self.scene.layout.paragraph_starts, self.scene.layout.text
        ends = [*starts[1:], len(text)]
        bounds = enumerate(zip(starts, ends, strict=True))
        return frozenset(n for n, (s, e) in bounds if e - s < _LONGEST and text[s:e].rstrip().endswith("?"))

    @cached_property
    def _put(self) -> int:
        """How many of the questions are put to somebody: "Do you think that there is a future?"."""
        layout = self.scene.layout
        put = (w.start for w in layout.words if w.lower in SECOND and layout.quote(w.start) < 0)
        return len({layout.paragraph(place) for place in put} & self._questions)

    @cached_property
    def _first(self) -> int:
        return min(self._questions, default=0)

    def _is_known(self, figure: Figure) -> bool:
        """Whether the text shows somebody to be a person: by role or title, or by full name and surname."""
        text = self.scene.layout.text
        if not figure.is_person or any(
            not n.titles and text[: n.span.start].endswith("the ") for n in figure.names
        ):
            return False
        forms = {len(n.words) for n in figure.names}
        return bool(figure.roles) or any(n.titles for n in figure.names) or len(forms) > 1
