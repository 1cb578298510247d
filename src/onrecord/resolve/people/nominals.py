"""Nominals: descriptions of people and bodies in the run of a text, "the president", "his wife", "aides"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.resolve.people.grammar import DETERMINERS, FUNCTION, HEDGES, QUANTITIES, VERBS
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.nouns import OWNED, group_words
from onrecord.resolve.people.roles import plain
from onrecord.resolve.people.spots import is_predicate
from onrecord.resolve.people.words import KIN, ORGANISATIONS, ROLES
from onrecord.types import Span

_GROUPS = group_words()
_INDEFINITE = frozenset(("a", "an", "another"))
_PAPERS = frozenset(
    "report study poll survey memo memorandum letter lawsuit complaint affidavit indictment ruling article "
    "audit petition resolution treaty manifesto".split()
)
"""Documents that say things, as "it" takes them up."""
_OF_SOMEBODY = KIN | OWNED
_COUNTING = QUANTITIES | HEDGES
_OWN = frozenset("his her their my our".split())


class Nominals:
    """Finds the descriptions of one text.

    Args:
        layout: the text.
        names: its names.
    """

    def __init__(self, layout: Layout, names: Sequence[Name]) -> None:
        self.layout = layout
        self.names = names

    def spans(self) -> Iterator[Span]:
        """The places of all descriptions, in order."""
        layout = self.layout
        taken = {n.role.start for n in self.names if n.role}
        for index, word in enumerate(layout.words):
            if word.lower in {"the", "this", "that"} or (word.lower in _OWN and self._owned(index)):
                end = self._definite(index)
                free = (
                    end is not None and layout.words[index + 1].start not in taken and word.start not in taken
                )
                if end is not None and free and not self._in_name(end):
                    yield Span(word.start, layout.words[end].end)
            elif word.lower in _INDEFINITE and (last := self._paper(index)) is not None:
                yield Span(word.start, layout.words[last].end)
            elif word.lower in _GROUPS and not word.possessive:
                yield self._group(index)

    def _owned(self, index: int) -> bool:
        """Whether "his" at ``index`` begins the words for somebody, such as "his wife", "her campaign"."""
        end = self._definite(index)
        return end is not None and plain(self.layout.words[end]) in _OF_SOMEBODY

    def _in_name(self, index: int) -> bool:
        """Whether word ``index`` belongs to a name: "the White House" is no description."""
        at = bisect_right(self.names, self.layout.words[index].start, key=lambda n: n.span.start) - 1
        return at >= 0 and self.layout.words[index].start < self.names[at].span.end

    def _definite(self, index: int) -> int | None:
        """Index of the head noun of the description that "the" at ``index`` begins, or None."""
        words, layout = self.layout.words, self.layout
        head = None
        for at in range(index + 1, min(index + 6, len(words))):
            if layout.gap(at - 1) not in {" ", "\u00a0", "-", ". "} or (
                at > index + 1 and words[at - 1].possessive
            ):
                break
            if words[at].lower in FUNCTION:
                break
            if plain(words[at]) in ROLES or words[at].lower in ORGANISATIONS:
                head = at
        if head is None or (words[head].lower.endswith("s") and words[head].lower[:-1] in ROLES):
            return None
        follower = head + 1
        if follower < len(words) and words[follower].capital and layout.gap(head) in {" ", ". "}:
            return None  # a title before a name
        return head

    def _paper(self, index: int) -> int | None:
        """Index of the noun of "a leaked memo", which "it" may take up, where that begins at ``index``."""
        words = self.layout.words
        for at in range(index + 1, min(index + 5, len(words))):
            if (
                self.layout.gap(at - 1) not in {" ", "-"}
                or words[at].lower in FUNCTION
                or words[at].possessive
            ):
                return None
            if words[at].lower in _PAPERS and not words[at].capital:
                return at
        return None

    def _group(self, index: int) -> Span:
        words = self.layout.words
        low = index
        while low > 0 and index - low < 4 and self.layout.gap(low - 1) in {" ", "-", ". "}:
            before = words[low - 1]
            if self.layout.opens(low) or is_predicate(self.layout, low - 1):
                break
            if before.lower in FUNCTION or before.possessive or before.lower in VERBS:
                if before.lower in DETERMINERS and before.lower not in {"a", "an", "this", "that"}:
                    low -= 1
                break
            low -= 1
        low = self._with_quantity(low)
        return Span(words[low].start, words[index].end)

    def _with_quantity(self, low: int) -> int:
        """Index of the first word of "nearly eight of 10 voters", where the group begins at word ``low``."""
        words = self.layout.words
        if low < 2 or words[low - 1].lower != "of" or words[low - 2].lower not in QUANTITIES:
            return low
        low -= 2
        while low > 0 and words[low - 1].lower in _COUNTING and self.layout.gap(low - 1) == " ":
            low -= 1
        return low
