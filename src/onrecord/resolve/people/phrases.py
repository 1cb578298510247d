"""What a source is by its own words: a pronoun, a name, a description, a group, or several together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.resolve.people.expressions import Phrase
from onrecord.resolve.people.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITIES,
    RELATIVISERS,
)
from onrecord.resolve.people.layout import Layout, Word
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.nouns import is_person_like, is_plural, noun_kind, speaks_for
from onrecord.resolve.people.roles import head_of, plain
from onrecord.resolve.people.trimming import gap_between, has_seat, leads_on, trimmed
from onrecord.resolve.people.words import MONTHS_DAYS, PARTY_ROLES, ROLES, SINGULAR_IN_S
from onrecord.types import Kind, Span

_COUNTS = QUANTITIES - {"one", "a", "group"}  # what they count is the noun: "eight of 10 voters"
_PARTICIPLES = frozenset(
    "conducted released published obtained posted issued filed taken commissioned sponsored led based "
    "called known interviewed polled surveyed quoted briefed involved working speaking living seeking "
    "calling named".split()
)
_LISTING = frozenset((",", ";", ", and", "; and", ",; and", "and"))
_TIMES = MONTHS_DAYS | frozenset(
    "today yesterday tonight week weekend month year day morning afternoon evening night last this "
    "earlier the".split()
)


class Parser:
    """Reads sources of one text.

    Args:
        layout: the text.
        names: its names in order.
    """

    def __init__(self, layout: Layout, names: Sequence[Name]) -> None:
        self.layout = layout
        self.names = names
        self._starts = [n.span.start for n in names]

    def names_in(self, start: int, end: int) -> list[int]:
        """Places of the names that lie within ``start`` and ``end``."""
        low = bisect_left(self._starts, start)
        out = []
        while low < len(self.names) and self.names[low].span.end <= end + 1:
            if self.names[low].span.start >= end:
                break
            out.append(low)
            low += 1
        return out

    def parse(self, source: Span) -> Phrase | None:
        """What the words of ``source`` are, or None where it holds none."""
        words = self.layout.words_in(source)
        if not words:
            return None
        words = trimmed(words)
        lower = words[0].lower.partition("'")[0]
        if len(words) == 1 and lower in PRONOUNS:
            return Phrase("pronoun", Span(words[0].start, words[0].start + len(lower)), lower)
        if all(w.lower in _TIMES for w in words):
            return None  # Friday's announcement: nobody is named
        listed = self._listed(words)
        if listed is not None:
            return listed
        core = self._core(words)
        named = self._by_name(words, core)
        return named or self._nominal(words, core)

    def _listed(self, words: list[Word]) -> Phrase | None:
        """The phrase of three or more people in a row: "Roth, Quill and the mayor Ada Fox"; of two where
        the first has a seat: "Roth of Ohio and Quill of Utah".
        """
        every = self.names_in(words[0].start, words[-1].full)
        inside = [at for at in every if not has_seat(self.layout.text, self.names[at])]
        names = [self.names[at] for at in inside]
        if len(names) < (3 if len(inside) == len(every) else 2) or any(
            n.kind not in {"person", "unknown"} or n.place for n in names
        ):
            return None
        gaps = [gap_between(self.layout.text, one, other) for one, other in pairwise(names)]
        if any(gap not in _LISTING for gap in gaps) or "and" not in gaps[-1]:
            return None
        span = Span(names[0].whole.start, names[-1].span.end)
        return Phrase("joint", span, names=tuple(inside), kind="collective", plural=True)

    def _core(self, words: list[Word]) -> list[Word]:
        """The words up to the first comma, dash, bracket, preposition or relative that is in no name."""
        end = 1
        while end < len(words):
            gap = self.layout.text[words[end - 1].full : words[end].start]
            inside = self._inside_name(words[end].start)
            breaks = any(mark in gap for mark in ',—–(:;“"') or " -" in gap
            breaks = breaks or (words[end].lower in _PARTICIPLES and words[end - 1].lower not in DETERMINERS)
            counted = words[end].lower == "of" and words[end - 1].lower in _COUNTS
            if not (inside or counted) and (
                breaks or words[end].lower in PREPOSITIONS or words[end].lower in RELATIVISERS
            ):
                break
            end += 1
        return words[:end]

    def _inside_name(self, place: int) -> bool:
        at = bisect_left(self._starts, place + 1) - 1
        if at >= 0 and self.names[at].span.start < place < self.names[at].span.end:
            return True
        following = self.names[at + 1] if at + 1 < len(self.names) else None
        if following is None or following.role is None:
            return False
        role = following.role  # the "of" of "secretary of state X"
        return role.start < place < role.end and following.span.start - role.end < 3

    def _by_name(self, words: list[Word], core: list[Word]) -> Phrase | None:
        """The phrase where a name is what the source comes down to."""
        first, last = core[0], core[-1]
        inside = self.names_in(first.start, last.full)
        if inside and self.names[inside[-1]].span.end >= last.end:
            return self._named(words, core, inside)
        if not is_person_like(core):
            return None
        for at in self.names_in(last.full, words[-1].full):
            name = self.names[at]
            if self._apposed(name, words):
                return Phrase("name", name.span, names=(at,), kind="person", behalf=self._behalf(words))
        return None

    def _apposed(self, name: Name, words: list[Word]) -> bool:
        """Whether a name stands by itself between commas, dashes or ends of the source."""
        text = self.layout.text
        if name.kind not in {"unknown", "person"} or name.place:
            return False
        before = text[: name.whole.start][-3:].rstrip()[-1:]
        if self._follows_body(name):
            return name.span.end >= words[-1].end
        end = name.whole.end
        after = text[end : end + 3].lstrip(" ).")[:1]
        closes = name.span.end >= words[-1].end or after in {",", "—", "–", "(", ""}
        return before in {",", "—", "–", ":"} and closes

    def _follows_body(self, name: Name) -> bool:
        """Whether a name runs on from the body it belongs to: "head of the Harbour Council Ada Quill"."""
        at = bisect_left(self._starts, name.span.start) - 1
        if at < 0 or len(name.words) < 2 or self.names[at].kind != "organisation":
            return False
        return self.layout.text[self.names[at].span.end : name.span.start] == " "

    def _named(self, words: list[Word], core: list[Word], inside: list[int]) -> Phrase:
        head = self.names[inside[-1]]
        behalf = self._behalf(words)
        if behalf is not None and behalf.overlaps(head.span):
            behalf = None
        joined = [w.lower for w in core if w.start < head.span.start and not self._inside_name(w.start)]
        kind: Kind = head.kind
        if len(inside) > 1 and ("and" in joined or "or" in joined):
            kinds = {self.names[i].kind for i in inside}
            if kinds <= {"person", "unknown"} or len(kinds) == 1:
                span = Span(self.names[inside[0]].whole.start, head.span.end)
                return Phrase("joint", span, names=tuple(inside), kind="collective", plural=True)
        plural = kind == "collective" and core[-1].lower.endswith("s")
        return Phrase("name", head.span, names=(inside[-1],), kind=kind, plural=plural, behalf=behalf)

    def _behalf(self, words: list[Word]) -> Span | None:
        """For whom a spokesperson speaks: "X spokesman", "X's lawyer", "a spokeswoman for X"."""
        head = next((i for i in range(len(words)) if speaks_for(words, i)), None)
        if head is None:
            return None
        if head + 2 < len(words) and words[head + 1].lower in {"for", "to"}:
            after = self.names_in(words[head + 2].start, words[-1].full)
            if after:
                return self._owned(self.names[after[0]].span)
        before = self.names_in(words[0].start, words[head].start)
        if before:
            return self._owned(self.names[before[-1]].span)
        at = self.layout.first_word(words[head].start)
        return self._role_owner(at)

    def _role_owner(self, at: int) -> Span | None:
        """The capitalised words within a role that name whose spokesperson it is ("White House press
        secretary").
        """
        low = at
        while low > 0 and self.layout.words[low - 1].capital and self.layout.gap(low - 1) == " ":
            low -= 1
            if at - low > 5:
                break
        return Span(self.layout.words[low].start, self.layout.words[at - 1].end) if low < at else None

    def _owned(self, span: Span) -> Span:
        """The name with the word "campaign" or the like that follows it."""
        at = self.layout.first_word(span.end)
        if at < len(self.layout.words):
            word = self.layout.words[at]
            if (
                word.lower in {"campaign", "administration"}
                and self.layout.text[span.end : word.start] == " "
            ):
                return Span(span.start, word.end)
        return span

    def _nominal(self, words: list[Word], core: list[Word]) -> Phrase:
        """A noun phrase: what its head noun says that it is."""
        head = self._head(core)
        word = core[head]
        lower = plain(word)
        base = lower[:-1] if lower.endswith("s") and lower not in SINGULAR_IN_S else lower
        plural = is_plural(lower, core)
        bare = lower in ROLES - PARTY_ROLES and core[0].lower not in DETERMINERS and not core[0].possessive
        definite = (core[0].lower in {"the", "this", "that"} or bare) and not plural
        phrase = Phrase(
            "description", self._shown(words, core), lower if not plural else base,
            kind=noun_kind(lower, base, core, plural=plural), definite=definite, plural=plural,
        )  # fmt: skip
        return self._owner(replace(phrase, behalf=self._behalf(words)), core, head)

    def _owner(self, phrase: Phrase, core: list[Word], head: int) -> Phrase:
        if core[0].lower in PRONOUNS and head > 0:
            return replace(phrase, owner_word=core[0])
        inside = self.names_in(core[0].start, core[head].start)
        return replace(phrase, owner=inside[-1]) if inside and head > 0 else phrase

    def _head(self, core: list[Word]) -> int:
        """Index of the head noun: a word for a role if there is one, else the last word."""
        last = len(core) - 1
        for index, word in enumerate(core):
            if word.lower in {"and", "or"} and index:
                last = index - 1
                break
        head = head_of(core[: last + 1])
        return head if head is not None and head == last else last

    def _shown(self, words: list[Word], core: list[Word]) -> Span:
        """The words to show: the noun phrase with what narrows it, up to a comma, dash, bracket or
        relative.
        """
        end = len(core)
        while end < len(words):
            gap = self.layout.text[words[end - 1].full : words[end].start]
            if any(mark in gap for mark in ",—–(:;") or " -" in gap:
                break
            if words[end].lower in {"who", "which", "that", "whose", "this", "last"}:
                break
            end += 1
        while len(core) < end < len(words) and leads_on(words[end - 1].lower):
            end -= 1
        return Span(words[0].start, words[end - 1].end)
