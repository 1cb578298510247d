"""Where the sentences of a text begin and end.

A full stop, question mark or exclamation mark ends a sentence, with the quotation marks and brackets that
close right after it, where white space and what can begin a sentence follow. Abbreviations do not, initials
do not, and neither does a mark within a quotation after which its speaker is named (“Why?” Smith asked).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.text.marks import paragraphs
from onrecord.types import Span

_CLOSING = r"[\"'”’»›)\]]"
_END = re.compile(rf"(?:\.{{3,}}|[.!?…])(?P<marks>{_CLOSING}{{0,4}})(?=\s)")
_BEGINS = re.compile(r"\s+(?:[\"'“‘«‹(\[—–-]\s?){0,3}(?:[A-Z0-9$€£@#]|[^\W\d_a-z])")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]-)?[^\W_]+(?:\.[^\W_]+)*$")
# Never the last word of a sentence: a name or a number follows.
_TITLES = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs lt gen col sgt capt cmdr adm maj cpl pvt rev "
    "hon st messrs pres amb supt det insp atty vs no nos art sec fig pp vol ed eds jan feb mar "
    "apr aug sept oct nov dec approx dept est mt ft".split()
)
# The last word of a sentence at times: only before a word with which sentences begin.
_MAYBE = frozenset(
    "inc corp co ltd jr sr bros etc al ave blvd rd assn cos plc llc ala ariz ark calif colo conn "
    "del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va "
    "vt wash wis wyo a.m p.m u.s u.k u.n d.c n.y n.j n.h n.c s.c r.i n.m n.d s.d w.va".split()
)
_STARTERS = frozenset(
    "the a an but and or so yet if when while after before since as in on at by for from with he "
    "she it they we i you his her its their our my this that these those there here what who why "
    "how where one some many most all no not both each another then now however meanwhile also "
    "still even although though because until unless despite instead according asked two three "
    "several last".split()
)
_FIRST_WORD = re.compile(r"\s+[^\w\s]{0,3}([^\W\d_]+)")
_SPEAKER_NEXT = re.compile(
    r"\s+(?:(?:[A-Z][\w.’'-]*|the|a|an|of|and|for)\s+){1,6}?"
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|responded|tweeted|shouted|continued|wondered|"
    r"exclaimed|declared|explained|recalled|joked|yelled|answered|demanded|cried)\b"
)


@lru_cache(maxsize=32)  # every layer of one reading asks for them
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text``, in order, without the white space around them; a paragraph ends one.

    Linear in the length of the text.
    """
    return tuple(span for start, end in paragraphs(text) for span in _in_paragraph(text, start, end))


def sentence_at(found: Sequence[Span], place: int) -> Span | None:
    """The one of ``found`` that ``place`` is in, or that ended last before it; None before the first."""
    index = bisect_right(found, place, key=lambda span: span.start) - 1
    return found[index] if index >= 0 else None


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, at, end):
            yield from _stripped(text, at, match.end())
            at = match.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _ends(text: str, match: re.Match[str], at: int, end: int) -> bool:
    """Whether the mark in ``match`` ends the sentence that began at ``at``."""
    if not _BEGINS.match(text, match.end(), end):
        return False
    if match[0][0] != ".":
        return not (match["marks"] and _SPEAKER_NEXT.match(text, match.end(), min(end, match.end() + 90)))
    if match["marks"][:1] in (")", "]") and text[match.start() - 1 : match.start()].isalpha():
        return not _is_abbreviated(text, match, at, end) or _begins_plainly(text, match, end)
    return not _is_abbreviated(text, match, at, end)


def _is_abbreviated(text: str, match: re.Match[str], at: int, end: int) -> bool:
    """Whether the full stop in ``match`` belongs to an abbreviation or an initial and ends nothing."""
    before = _WORD_BEFORE.search(text, max(at, match.start() - 16), match.start())
    if before is None or match[0].startswith("..."):
        return False
    word = before[0].casefold()
    if word in _TITLES:
        return not (match["marks"] or (word == "no" and _begins_plainly(text, match, end)))
    if len(word) == 1 and word.isalpha() and word != "i":  # an initial: John F. Kennedy
        return before[0].isupper() and not _begins_plainly(text, match, end)
    dotted = "." in word
    return (dotted or word in _MAYBE) and not _begins_plainly(text, match, end)


def _begins_plainly(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a word follows with which sentences begin and names do not."""
    first = _FIRST_WORD.match(text, match.end(), end)
    return first is not None and first[1].casefold() in _STARTERS
