"""Figures: somebody of a text while being made out, and when two full names are one person's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.resolve.people.naming import Name
from onrecord.resolve.people.roles import Role
from onrecord.resolve.people.words import SUFFIXES
from onrecord.types import Kind, Span


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody (or something) of the text, while it is being made out.

    Attributes:
        kind: what it is, "unknown" while nothing tells.
        names: its names in the order of the text.
        phrase: where it has no name, the words that it goes by.
        roles: what the text says that it is.
        gender: "m" or "f" where the text states it, or its pronouns agree.
        mentions: every place that stands for it.
        place: it is a place, and so no candidate for a person.
        offices: roles that its administration, government or campaign imply.
        on_behalf_of: where the text names whom it speaks for.
        plural: it is several.
        acts: it does something, by the words after one of its names.
        full: how often its full name stands in the run of the text.
        lean: which way its pronouns lean so far: 1 for all "he", -1 for all "she".
        linked: id in the user's table of people, or None.
        linked_because: the evidence for that, in words.
        fullest: of how many names the fullest form was made out last, and where it is; see ``name``.
    """

    kind: Kind = "unknown"
    names: list[Name] = field(default_factory=list)
    phrase: Span | None = None
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    mentions: set[Span] = field(default_factory=set)
    place: bool = False
    offices: set[str] = field(default_factory=set)
    on_behalf_of: Span | None = None
    plural: bool = False
    acts: bool = False
    full: int = 0
    lean: float = 0.0
    linked: str | None = None
    linked_because: str = ""
    fullest: tuple[int, Span] | None = None

    @property
    def name(self) -> Span:
        """The fullest form of its name: of most words, the first of these; headlines and capitals come
        last.
        """
        if not self.names or (self.plural and self.phrase is not None):
            if self.phrase is None:
                raise ValueError("a figure has a name or a phrase")
            return self.phrase
        if self.fullest is None or self.fullest[0] != len(self.names):  # names are only ever added
            self.fullest = len(self.names), _fullest(self.names)
        return self.fullest[1]

    @property
    def is_person(self) -> bool:
        """Whether the text shows that it is a person."""
        return self.kind == "person"


def _fullest(names: list[Name]) -> Span:
    often = Counter(n.words for n in names if not n.title_case)
    return max(names, key=lambda n: (*_fullness(n), often[n.words], n.span.end - n.span.start)).span


def _fullness(name: Name) -> tuple[int, int, int]:
    long = name.span.end - name.span.start > 3
    shouted = name.words[0].startswith("@") or (long and name.title_case)
    count = len([w for w in name.words if w.strip(".") not in SUFFIXES])
    return (0 if shouted else 1, count, len(name.words))


def one_person(name: Name, other: Name) -> bool:
    """Whether two full names of one surname can be one person's: the given names agree as far as they go."""
    if name.gender and other.gender and name.gender != other.gender:
        return False
    one, two = _given(name), _given(other)
    if not one or not two:
        return False
    first, second = one[0], two[0]
    if first == second or first.startswith(second) or second.startswith(first) or _misspelt(first, second):
        return True
    return set(one) <= set(two) or set(two) <= set(one)


def _misspelt(one: str, other: str) -> bool:
    """Whether two long given names differ in one letter: "Hilary", "Hillary"."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def _given(name: Name) -> list[str]:
    plain = [w.strip(".") for w in name.words]
    return [w for w in plain[:-1] if w not in SUFFIXES] or plain[:1]
