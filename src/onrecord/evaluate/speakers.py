"""Speakers by kind of source, and whether a speaker's confidence means what it says.

A source is sorted by its own words and by what the label says of its speaker, never by what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.evaluate.calibration import Calibration, calibrate
from onrecord.evaluate.labels import Label
from onrecord.evaluate.pairing import Pair

Sort = Literal["name", "pronoun", "first person", "description", "possessive", "organisation", "understood"]
SORTS: tuple[Sort, ...] = get_args(Sort)
_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_OWNERS = frozenset("his her their its".split())
_OTHERS = frozenset(
    "he she they it him them who whom which that you himself herself themselves itself".split()
)
_BODIES = frozenset(("organisation", "country", "document"))


@dataclass(frozen=True, slots=True)
class Judged:
    """One found attribution: its sort of source, whether the speaker is right, and how sure it was said.

    Attributes:
        sort: of the label's source.
        right: the speaker is one that the label accepts.
        confidence: of the speaker given, 0..1; None where none was given.
    """

    sort: Sort
    right: bool
    confidence: float | None


def sort_of(text: str, label: Label) -> Sort:
    """Which sort of source a label of ``text`` has."""
    words = (
        " ".join(text[start:end] for start, end in sorted(label.places["source"])).replace("’", "'").split()
    )
    if not words:
        return "understood"
    first, last = words[0].lower().partition("'")[0], words[-1]
    if len(words) == 1 and first in _FIRST | _OWNERS | _OTHERS:
        return "first person" if first in _FIRST else "possessive" if first in _OWNERS else "pronoun"
    if last.endswith(("'s", "s'")):
        return "possessive"
    if label.kind in _BODIES:
        return "organisation"
    return "name" if label.kind != "collective" and _is_named(words, label) else "description"


def _is_named(words: Iterable[str], label: Label) -> bool:
    """Whether a capitalised word of the source is one of the speaker's name."""
    names = {word for speaker in label.speakers for word in speaker.split()}
    return any(w[:1].isupper() and w.strip("\"'“”.,()").lower() in names for w in words)


def judged(text: str, pairs: Iterable[Pair]) -> Iterator[Judged]:
    """Every found attribution of ``text``, judged by its label."""
    for label, told in pairs:
        yield Judged(sort_of(text, label), told.speaker in label.speakers, told.sure)


def by_sort(found: Iterable[Judged]) -> Mapping[Sort, tuple[int, int]]:
    """For each sort how many speakers are right, of how many."""
    out = dict.fromkeys(SORTS, (0, 0))
    for one in found:
        right, count = out[one.sort]
        out[one.sort] = (right + one.right, count + 1)
    return out


def calibration(found: Iterable[Judged]) -> Calibration | None:
    """Calibration of the confidences of the speakers that were given; None without any."""
    return calibrate((one.confidence, one.right) for one in found if one.confidence is not None)
