"""One name: its own words, what they say that it names, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.resolve.people.countries import COUNTRIES
from onrecord.resolve.people.grammar import DETERMINERS, FUNCTION, VERBS
from onrecord.resolve.people.layout import Layout, Word
from onrecord.resolve.people.titles import (
    ORGANISATION_STARTS,
    after_titles,
    gender_stated,
    place_title,
    role_before,
    tag_after,
    title_of,
)
from onrecord.resolve.people.words import (
    DEMONYMS,
    DOCUMENTS,
    MONTHS_DAYS,
    OFFICE_OF,
    ORGANISATION_WORDS,
    PARTY_ROLES,
    PLACE_WORDS,
    ROLES,
    STATES,
    SUFFIXES,
    TITLE_GENDER,
)
from onrecord.types import Kind, Span

_PLACED = frozenset("in at near from to across outside inside around toward throughout".split())

_SITE = re.compile(r"\w\.(?:com|org|net|co\.uk|info|tv)$")
_SUFFIXED = frozenset(
    "based born led backed designate area owned run controlled trained educated bred".split()
)
_QUARTERS = frozenset("north south east west central latin african native".split())
_THINGS = frozenset("tv pc os gb dj dna gdp gnp ceo cfo coo vip usb atm iq hiv aids cv pr id ok faq".split())
_SEATS = frozenset(("downing street", "capitol hill", "wall street", "foggy bottom", "scotland yard"))
"""Streets and places that stand for who works there."""
_PAPERS = frozenset("star mail mirror beast".split())
"""Words that name a paper after others, and else do not."""
_GIVEN = frozenset(("german", "christian"))
"""Given names that are words of origin or faith too."""
_SHORT = frozenset("co inc corp ltd bros".split())
_DOTTED = SUFFIXES | _SHORT
_NO_NOUN = FUNCTION | VERBS
_BEGINNINGS = ORGANISATION_STARTS - {"house", "court"}
_SCRIPTURES = frozenset("bible quran qur'an koran torah talmud".split())
_STRONG = (
    frozenset(
        "university college department ministry committee commission council agency bureau association "
        "federation foundation union supreme national congressional institute party".split()
    )
    & ORGANISATION_WORDS
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    Attributes:
        span: the name itself, without titles, possessive ending and party.
        whole: with the capitalised titles before it and the party after it.
        words: the words of the name in lower case.
        kind: what its own words and neighbours say that it names; "unknown" where they do not.
        titles: the words of its titles in lower case, abbreviations written out.
        gender: "m" or "f" where a title states it.
        role: the words before the name that describe it ("national security adviser"), titles included.
        tag: party and state after it, or age.
        place: it stands where a place is named, or a thing: it is no person's.
        possessive: it ends in 's.
        title_case: it stands in a line of which nearly every word is capitalised.
    """

    span: Span
    whole: Span
    words: tuple[str, ...]
    kind: Kind = "unknown"
    titles: tuple[str, ...] = ()
    gender: str | None = None
    role: Span | None = None
    tag: Span | None = None
    place: bool = False
    possessive: bool = False
    title_case: bool = False

    @property
    def last(self) -> str:
        """The surname: the last word that is no suffix."""
        return next((w for w in reversed(self.words) if w.strip(".") not in SUFFIXES), self.words[-1])


def named(layout: Layout, start: int, end: int) -> Name | None:
    """The name in words ``start`` to ``end``, titles split off; None where they are nothing but titles."""
    start += _adjectives(layout, start, end)
    words = layout.words[start:end]
    cut = 0 if _own_adjective(layout, start, end) else after_titles(_before_namesake(layout, start, end))
    if cut == 0 and len(words) > 1 and _ends_office(layout, start):
        return named(layout, start + 1, end)
    while end - start > cut and words[cut].lower in FUNCTION and start + cut not in layout.namesakes:
        cut += 1
    if cut >= len(words):
        return None
    own = words[cut:]
    if len(own) == 1 and own[0].lower in MONTHS_DAYS and start + cut not in layout.namesakes:
        return None
    lowers = tuple(w.lower for w in own)
    kind, place = _kind(layout, start + cut, lowers)
    titles = tuple(t for w in words[:cut] for t in title_of(w.lower))
    span = Span(own[0].start, _stopped(layout.text, own[-1]))
    before = role_before(layout, start, words[0].start if cut else own[0].start)
    if cut and before is None:
        before = Span(words[0].start, words[cut - 1].end)
    if kind in {"unknown", "place"} and (cut or before) and not place_title(titles):
        kind = "person"
    if kind == "unknown" and not cut and before is None:
        place = place or _is_thing(layout, start + cut, end)
    tag = tag_after(layout.text, own[-1].full)
    if tag and kind == "unknown":
        kind = "person"
    gender = next((TITLE_GENDER[t] for t in titles if t in TITLE_GENDER), None)
    gender = gender or gender_stated(layout, before)
    whole = Span(words[0].start, tag.end if tag else own[-1].end)
    return Name(span, whole, lowers, kind, titles, gender, before, tag, place, own[-1].possessive)


def _before_namesake(layout: Layout, start: int, end: int) -> list[Word]:
    """The words of a name up to one that is a title elsewhere and a name here: "Angus King"."""
    stop = next((i for i in range(start, end) if i in layout.namesakes), end)
    return layout.words[start:stop]


def _own_adjective(layout: Layout, start: int, end: int) -> bool:
    """Whether a word of origin is part of a name of two words: "German Quill", "the Ruritanian Star"."""
    words = layout.words[start:end]
    if len(words) != 2 or words[1].lower in ROLES:
        return False
    article = start > 0 and layout.words[start - 1].lower in DETERMINERS
    if article:
        return words[0].lower in DEMONYMS and words[1].lower in _PAPERS
    return words[0].lower in _GIVEN and words[1].lower not in ORGANISATION_WORDS


def _adjectives(layout: Layout, start: int, end: int) -> int:
    """How many words before a name only describe or lead up to it: "Riga-based", "Receiving President"."""
    skip = 0
    while start + skip + 1 < end:
        word = layout.words[start + skip]
        joined = word.lower.rpartition("-")[2] in _SUFFIXED and "-" in word.text
        leads = word.lower.endswith("ing") and layout.opens(start + skip) and start + skip + 2 < end
        titled = after_titles(layout.words[start + skip + 1 : end]) > 0
        party = word.lower.endswith("s") and word.lower[:-1] in PARTY_ROLES and start + skip + 2 < end
        if not joined and not party and not (leads and titled):
            break
        skip += 1
    return skip


def _ends_office(layout: Layout, start: int) -> bool:
    """Whether the word at ``start`` is the "State" of "secretary of State X"."""
    words = layout.words
    if start < 2 or words[start].lower not in OFFICE_OF:
        return False
    return words[start - 1].lower in {"of", "for"} and words[start - 2].lower in ROLES


def _is_thing(layout: Layout, start: int, end: int) -> bool:
    """Whether an article before a name shows that it is no person's ("the Polaroid", not "the Trump
    rally").
    """
    if (
        not start
        or layout.words[start - 1].lower not in {"the", "a", "an"}
        or layout.gap(start - 1) not in {" ", "\u00a0"}
    ):
        return False
    if layout.words[end - 1].possessive or end >= len(layout.words):
        return not layout.words[end - 1].possessive
    follower = layout.words[end]
    narrows = layout.gap(end - 1) == " " and not follower.capital and follower.lower not in _NO_NOUN
    return not narrows


def _stopped(text: str, word: Word) -> int:
    """End of a name that ``word`` ends, with the full stop of "U.S." and "Jr."."""
    dotted = "." in word.text or word.lower in _DOTTED
    return (
        word.end + 1 if dotted and text[word.end : word.end + 1] == "." and len(word.text) < 6 else word.end
    )


def _kind(layout: Layout, index: int, lowers: tuple[str, ...]) -> tuple[Kind, bool]:
    """What a name's own words say that it is, and whether it names or stands like a place."""
    own = _kind_by_words(lowers, layout.words[index].text)
    before = layout.words[index - 1].lower if index else ""
    placed = before in _PLACED or " ".join(lowers) in STATES or lowers[-1] in PLACE_WORDS
    return own, placed and own == "unknown"


def _kind_by_words(lowers: tuple[str, ...], first: str) -> Kind:
    if " ".join(lowers) in COUNTRIES:
        return "country"
    if first.startswith("@"):
        return "person"
    if _is_body(lowers) or (len(lowers) == 1 and is_acronym(first)):
        return "organisation"
    if len(lowers) > 1:
        if _is_people(lowers):
            return "collective"
        thing = lowers[-1] in DOCUMENTS or lowers[-1].removesuffix("s") in DOCUMENTS
        return "document" if thing else "unknown"
    kind: Kind = "document" if lowers[0] in _SCRIPTURES else "unknown"
    return "collective" if lowers[0].rpartition("-")[2].removesuffix("s") in DEMONYMS else kind


def _is_body(lowers: tuple[str, ...]) -> bool:
    """Whether a name's words are those of a company, an office or another body."""
    begins = lowers[0] in _BEGINNINGS
    seat = " ".join(lowers) in _SEATS or bool(_SITE.search(lowers[-1]))
    paper = len(lowers) > 1 and lowers[-1] in _PAPERS
    return lowers[-1] in ORGANISATION_WORDS or begins or seat or paper or any(w in _STRONG for w in lowers)


def _is_people(lowers: tuple[str, ...]) -> bool:
    """Whether words are a people or the members of a party: "South Koreans", "Senate Democrats"."""
    one = lowers[-1].removesuffix("s")
    quarter = one in DEMONYMS and set(lowers[:-1]) <= _QUARTERS
    return quarter or (one != lowers[-1] and one in PARTY_ROLES)


def is_acronym(text: str) -> bool:
    """Whether a word is two to six capitals, with or without full stops."""
    letters = text.replace(".", "").replace("&", "")
    if letters.lower() in _THINGS:
        return False
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()
