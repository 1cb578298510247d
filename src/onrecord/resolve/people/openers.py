"""What capitals alone do not tell: words that open a sentence, headlines, and what acronyms stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.resolve.people.grammar import CONJUNCTIONS, FUNCTION, PREPOSITIONS, VERBS
from onrecord.resolve.people.layout import Layout
from onrecord.resolve.people.naming import Name, is_acronym
from onrecord.resolve.people.nouns import group_words
from onrecord.resolve.people.words import ROLES, SINGULAR_IN_S, SPOKES
from onrecord.types import Span

_LOW = PREPOSITIONS | CONJUNCTIONS | frozenset("a an the as vs v".split())
"""Words that headlines leave in lower case."""
_OWNED = SPOKES | frozenset("campaign administration supporters aides advisers".split())
_GROUPS = group_words()
_SEVERAL = re.compile(r"(?:er|or|ist|ian|ent|ant|ee|ive|ate|man|woman)s$|(?:men|people|folk|clergy)$")
_OF_SEVERAL = frozenset(
    "say think believe want have are were hope fear argue expect do feel worry agree".split()
)
_SURNAMES = frozenset(
    "sanders rogers peters myers bowers summers waters chambers landers powers withers sellers ayers sayers "
    "flowers bloomers jeffers masters vickers carruthers connors taylors clements gates yates oates ives "
    "reuters siemens hearst stevens evans".split()
)
"""Names that end as plurals do."""
_ENDING_SO = SINGULAR_IN_S | _SURNAMES
_EXPLAINING = ROLES | SPOKES
_SHORT = 4  # letters of "King" and "Ming", which are names
_RANKS = frozenset("former senior top longtime campaign chief current white".split())


def with_acronyms(layout: Layout, found: list[Name]) -> list[Name]:
    """Names lengthened to what an acronym in brackets after them stands for ("Campaign to Mend Roads
    (CMR)").
    """
    out: list[Name] = []
    for name in found:
        before = layout.text[max(0, name.span.start - 2) : name.span.start]
        if before == " (" and len(name.words) == 1 and is_acronym(name.span.of(layout.text)):
            start = _spelled(layout, name)
            if start is not None:
                while out and out[-1].span.end > start:
                    out.pop()
                first, last = layout.first_word(start), layout.first_word(name.span.start)
                words = layout.words[first:last]
                span = Span(start, words[-1].end)
                out.append(Name(span, span, tuple(w.lower for w in words), "organisation"))
        out.append(name)
    return out


def _spelled(layout: Layout, name: Name) -> int | None:
    """Where the words begin whose initials are the acronym ``name``, or None."""
    letters = list(name.words[0].replace(".", "").replace("&", ""))
    at = layout.first_word(name.span.start)
    for _ in range(len(letters) + 4):
        at -= 1
        if at < 0 or not letters:
            break
        word = layout.words[at]
        if word.capital and word.lower[0] == letters[-1]:
            letters.pop()
            if not letters:
                return word.start
        elif word.capital and word.lower not in FUNCTION:
            return None
    return None


def title_lines(layout: Layout) -> frozenset[int]:
    """Paragraphs that are set like headlines: short, and only the smallest words of them in lower case."""
    titled = set()
    for number, (start, end) in enumerate(pairwise([*layout.paragraph_starts, len(layout.text)])):
        words = layout.words_in(Span(start, max(start + 1, end))) if end - start <= 250 else []
        small = [w for w in words if not w.capital and w.text[0].isalpha() and w.lower not in _LOW]
        if sum(w.capital for w in words) > 3 and len(small) < 0.08 * len(words) + 0.01:
            titled.add(number)
    return frozenset(titled)


def without_openers(layout: Layout, found: list[Name]) -> list[Name]:
    """Drop what is capitalised only because it opens a sentence or stands in a headline."""
    lower = Counter(w.lower for w in layout.words if not w.capital)
    inside: Counter[str] = Counter()
    for name in found:
        if not name.title_case:
            opening = layout.opens(layout.first_word(name.span.start))
            inside.update(name.words[1:] if opening else name.words)
    known = {name.last for name in found if len(name.words) > 1}.union(inside)
    plain = [n for n in found if not _is_group(layout, n, known)]
    return [kept for name in plain for kept in _trimmed(layout, name, lower, inside)]


def _is_group(layout: Layout, name: Name, known: set[str]) -> bool:
    """Whether a word has its capital from opening a sentence and means several: "Residents said"."""
    word = name.words[0]
    first = layout.first_word(name.span.start)
    if len(name.words) > 1 or word in known or name.possessive or not layout.opens(first):
        return False
    follower = layout.words[first + 1].lower if first + 1 < len(layout.words) else ""
    plural = _SEVERAL.search(word) is not None or (word.endswith("s") and follower in _OF_SEVERAL)
    return word in _GROUPS or (plural and word not in _ENDING_SO)


def _trimmed(layout: Layout, name: Name, lower: Counter[str], inside: Counter[str]) -> Iterator[Name]:
    """``name`` without an opening word that is none of it; nothing where nothing is left."""
    first, word = layout.first_word(name.span.start), name.words[0]
    if name.title_case:
        yield from _from_headline(layout, name, inside)
    elif not layout.opens(first) or name.titles:
        yield name
    elif len(name.words) == 1:
        known = inside[word] or name.kind in {"organisation", "country"}
        if known or not (lower[word] or word.endswith("ly") or not _acts(layout, first)):
            yield name
    elif not inside[word] and word != "new" and (lower[word] or _participle(name, inside)):
        start = layout.words[first + 1].start
        span, whole = Span(start, name.span.end), Span(start, name.whole.end)
        yield replace(name, span=span, whole=whole, words=name.words[1:])
    else:
        yield name


def _participle(name: Name, inside: Counter[str]) -> bool:
    """Whether a name begins with the participle that opens its sentence: "Following Quill's visit"."""
    word = name.words[0]
    elsewhere = max(inside[name.words[1]], inside[name.last]) > 1  # this name itself is among them
    return word.endswith("ing") and len(word) > _SHORT and elsewhere


def _acts(layout: Layout, index: int) -> bool:
    """Whether what follows word ``index`` shows that it is somebody's name: a verb, or a possessive
    ending.
    """
    word = layout.words[index]
    if word.possessive or index + 1 >= len(layout.words):
        return word.possessive
    follower = layout.words[index + 1]
    if layout.gap(index) == ", ":
        return _is_explained(layout, index + 1)
    touching = layout.gap(index) == " "
    if touching and follower.lower == "and" and index + 2 < len(layout.words):
        return layout.words[index + 2].capital and word.lower not in FUNCTION  # "Ida and Tom Roth"
    verb = follower.lower in VERBS or (follower.lower.endswith("ed") and not follower.capital)
    return touching and (verb or (follower.lower in _OWNED and word.lower not in _RANKS))


def _is_explained(layout: Layout, index: int) -> bool:
    """Whether the words from ``index`` on, behind a comma, tell who somebody is: "who", an age, "a nurse"."""
    first, *more = layout.words[index : index + 5]
    role = first.lower in {"a", "an", "the"} and any(w.lower in _EXPLAINING for w in more)
    return first.lower == "who" or first.lower.isdigit() or role


def _from_headline(layout: Layout, name: Name, inside: Counter[str]) -> Iterator[Name]:
    """The runs of words of a headline's capitals that the body knows as names."""
    words = layout.words_in(name.span)
    at = 0
    while at < min(len(words), len(name.words)):
        end = at
        while end < min(len(words), len(name.words)) and inside[name.words[end]]:
            end += 1
        if end > at:
            span = Span(words[at].start, words[end - 1].end)
            lowers = name.words[at:end]
            plain = {
                "titles": (),
                "role": None,
                "tag": None,
                "gender": None,
                "possessive": words[end - 1].possessive,
            }
            yield replace(name, span=span, whole=span, words=lowers, **plain)  # type: ignore[arg-type]
        at = max(end, at + 1)
