"""Bodies: the names of one body that differ, such as its acronym, its name without "Inc.", "the Times"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.words import COMPANY_ENDS

_SMALL = frozenset(("of", "the", "and", "for"))


def short_names(by_words: Mapping[str, Figure]) -> dict[str, Figure]:
    """What each company of a text is called in short: its name without "Inc.", or the first word of that.

    Args:
        by_words: figures by the words of their full names, in lower case.

    Returns:
        For each short form the one figure that it may stand for; forms of several are left out.
    """
    found: dict[str, set[Figure]] = defaultdict(set)
    for key, figure in by_words.items():
        for short in _shorter(key) if figure.kind == "organisation" else ():
            found[short].add(figure)
    return {short: next(iter(figures)) for short, figures in found.items() if len(figures) == 1}


def _shorter(key: str) -> Iterator[str]:
    words = key.split()
    while len(words) > 1 and words[-1].strip(".") in COMPANY_ENDS:
        words = words[:-1]
    if len(words) < len(key.split()):
        yield " ".join(words)
        yield words[0]


def joined(by_words: Mapping[str, Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures that are another one under a shorter name, each with that one: "RNC" and "Republican National
    Committee", "the Times" and "The New York Times".
    """
    by_initials: dict[str, Figure] = {}
    by_end: dict[str, list[Figure]] = defaultdict(list)
    by_start: dict[str, list[Figure]] = defaultdict(list)
    for key, figure in by_words.items():
        words = [w for w in key.split() if w not in _SMALL]
        if len(words) > 1 and figure.kind == "organisation":
            by_initials.setdefault("".join(w[0] for w in words), figure)
            by_end[words[-1]].append(figure)
            if f"{words[0]} of " in key or words[-1].strip(".") in COMPANY_ENDS:
                by_start[words[0] if len(words) == 2 or " of " in key else key].append(figure)
    shorts = short_names(by_words)
    for key, figure in list(by_words.items()):
        target = by_initials.get(key.replace(".", "")) if " " not in key else None
        ends = by_end.get(key) or by_start.get(key, [])
        if target is None and figure.kind == "organisation" and " " not in key:
            target = _only(ends) or shorts.get(key)
        if target is None and figure.kind in {"organisation", "unknown"}:
            target = shorts.get(key) if " " in key else None
        if target is not None and target is not figure:
            yield figure, target


def _only(figures: Iterable[Figure]) -> Figure | None:
    found = list(figures)
    return found[0] if len(found) == 1 else None
