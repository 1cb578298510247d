"""Noun phrases and names, read word by word without a parser: where one ends, and which of its words name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.text.words import Word
from onrecord.types import Span

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "january february march april june july august september october november december".split()
)
# What no noun phrase goes over: prepositions, conjunctions, subjects, auxiliaries, adverbs of time.
STOPS = frozenset(
    "in on at by for with from to into onto about over under after before since until during "
    "against through between among without within despite toward towards upon via than as like "
    "per regarding concerning that which who whom whose whether if why how what when where while "
    "because although though unless so but or nor yet i he she it we they there is are was were "
    "be been being am has have had do does did will would can could may might must shall should "
    "not never also then now just only even again once earlier later recently last next this ago "
    "already still soon here later saying adding noting telling aired taped published "
    "conducted".split()
) | (DAYS - {"march"})
# As these, save where a phrase begins with one: "outside counsel".
_WHERE = frozenset("outside inside near behind beside beyond across along around aboard amid".split())
DETERMINERS = frozenset("the a an his her its their our my your these those some any every each no".split())
OBJECTS = frozenset("him her them me us you it himself herself themselves itself everyone everybody".split())
_INNER_MARKS = frozenset(("’", "'", "&", "-", "‑", "/"))
_LINKS = frozenset("of the and".split())
TITLES = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs lt gen col sgt capt cmdr adm maj rev hon st "
    "judge justice senator representative governor president vice secretary congressman "
    "congresswoman mayor speaker chairman chairwoman chair minister prime chancellor king queen "
    "prince princess pope ambassador general attorney director leader majority minority whip "
    "senate house former sir lord lady captain officer sheriff chief bishop cardinal pastor "
    "father sister host anchor correspondent reporter editor commentator analyst spokesman "
    "spokeswoman".split()
)

_ADVERBS = frozenset("late early earlier later again together alone today".split())
_NOUNS_IN_LY = frozenset("family assembly monopoly anomaly butterfly homily melancholy elderly".split())
_LONG = 5  # letters of "rally", "reply" and "bully"


def noun_phrase(words: Sequence[Word], start: int, limit: int) -> int:
    """Index after the last word of the noun phrase that begins at index ``start``; ``start`` where none does.

    Args:
        words: the words of the text.
        start: where it begins.
        limit: index that it does not go over.
    """
    at = start
    while at < limit:
        word = words[at]
        if word.text == "(" and at > start:
            closing = _party_tag(words, at, limit)
            if closing is None:
                break
            at = closing
        elif _ends_phrase(words, start, at, limit):
            break
        at += 1
    while at > start and _is_loose(words[at - 1]):
        at -= 1
    return at


def _ends_phrase(words: Sequence[Word], start: int, at: int, limit: int) -> bool:
    """Whether the word at index ``at`` is no part of the phrase that begins at index ``start``."""
    word = words[at]
    if word.is_mark:
        return not _is_inner(words, start, at, limit)
    if word.low in STOPS or (at > start and word.low in _WHERE):
        return not _is_in_name(words, start, at)
    return word.low in ("of", "and") and not _goes_on(words, start, at, limit)


def _is_loose(word: Word) -> bool:
    """Whether a phrase cannot end in ``word``: "told aides (privately)", "told the Post (late) Monday"."""
    adverb = word.low in _ADVERBS or (word.low.endswith("ly") and len(word.low) > _LONG)
    if adverb and word.low not in _NOUNS_IN_LY and not word.is_name_like:
        return True
    return word.low in ("of", "and") or (word.is_mark and word.text != ")")


def _is_in_name(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether the word at index ``at`` is part of a name all the same: "This Week", "USA Today"."""
    if at == start or not words[at].is_name_like:
        return False
    return words[at].low not in DAYS or words[at - 1].text == "USA"


def _party_tag(words: Sequence[Word], at: int, limit: int) -> int | None:
    """Index of the closing bracket of "(D-N.Y.)" opened at index ``at``, or None."""
    closing = next((i for i in range(at + 1, min(at + 6, limit)) if words[i].text == ")"), None)
    return closing if closing is not None and words[at + 1].is_name_like else None


def _is_inner(words: Sequence[Word], start: int, at: int, limit: int) -> bool:
    """Whether the mark at index ``at`` stands within a phrase: an abbreviation's stop, an apostrophe."""
    word = words[at]
    if word.text == ".":
        return at > start and words[at - 1].low in TITLES and at + 1 < limit and words[at + 1].is_name_like
    return word.text in _INNER_MARKS and at > start and at + 1 < limit


def _goes_on(words: Sequence[Word], start: int, at: int, limit: int) -> bool:
    """Whether "of" or "and" at index ``at`` joins what follows to the phrase."""
    if at == start or at + 1 >= limit:
        return False
    if words[at].low == "of":
        return True
    return words[at - 1].is_name_like and words[at + 1].is_name_like


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """From the first character of the word at index ``start`` to the last of the one before ``end``."""
    return Span(words[start].start, words[end - 1].end)


def named_in(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The words of the phrase from index ``start`` to ``end`` that name whom it is about.

    Brackets with a party, possessors ("CNN’s Jake Tapper") and titles are left off; a phrase without a name
    ("union workers") stays whole, without what follows "of" only if that is all there is.
    """
    end = next((i for i in range(start + 1, end) if words[i].text == "("), end)
    for index in range(end - 2, start, -1):
        if words[index].low == "'s" or (words[index].text in ("’", "'") and words[index + 1].is_name_like):
            start = index + 1
            break
    end = _before_of(words, start, end)
    first = end
    while first > start and (words[first - 1].is_name_like or _joins(words, start, first - 1)):
        first -= 1
    if (
        first == end
        or words[first].low in ("of", "and")
        or (first > start and words[first - 1].low in _LINKS)
    ):
        return start, end
    while first < end - 1 and (words[first].low in TITLES or words[first].text == "."):
        first += 1
    return first, end


def _before_of(words: Sequence[Word], start: int, end: int) -> int:
    """Where the name ends: before "of" after a person's ("Ann Lee of Channel 9"), unlike "Board of Trade"."""
    for at in range(start + 2, end - 1):
        named = words[at - 1].is_name_like and words[at - 2].is_name_like
        if words[at].low == "of" and named and words[at - 1].low not in _BODIES | TITLES:
            return at
    return end


_BODIES = frozenset(
    "house department board conference committee university bank chamber council association "
    "league court ministry institute center centre college church republic kingdom states office "
    "union federation society bureau organization party city state county district school army "
    "navy secretaries daughters sons knights".split()
)


def _joins(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether the word at index ``at`` stands between two parts of a name: "of", "the", "and", a stop."""
    word = words[at]
    if word.text in (".", "&", "-", "’s", "'s") or word.low == "'s":
        return at > start
    inside = word.low in ("of", "the", "and", "de", "von", "van", "bin", "al", "for") and at > start
    return inside and (words[at - 1].is_name_like or words[at - 1].low == "of")
