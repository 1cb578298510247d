"""The head of a cue: the one of its words that says what sort of act it is.

"has repeatedly asserted" is an assertion, "made it a promise" a promise, "was quick to point out" a pointing
out, "expressed concern" a concern expressed, "said in a statement" a saying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.acts.lexicon import Entry, Lexicon, Match
from onrecord.text.words import Word

# Verbs that leave the meaning to the noun that is their object.
_LIGHT = frozenset(
    "make give issue express voice raise deliver release have take show lodge level launch file "
    "send hold cast convey reiterate repeat present publish register announce sound share offer "
    "set find hear face draw lob hurl trade fire".split()
)
# Of these, the ones that are an utterance of what is felt.
_UTTERING = frozenset("express voice convey reiterate repeat raise share register issue".split())
# "could be heard grousing", "was seen shouting".
_PERCEIVED = frozenset("hear see watch notice catch overhear".split())
# Verbs that say how another one is done, or whether it is: "sought to portray", "continued to insist".
_AROUND = frozenset(
    "seek want try continue appear seem look expect begin start go~on come need plan decide hope "
    "would~like like aim prepare choose opt prefer set ready press push love call phone ring "
    "write rise".replace("~", " ").split()
)
_PREPOSITIONS = frozenset("in on at during with from via by through of after before as over under".split())
_DETERMINERS = frozenset(
    "a an the his her its their our my your this that these those some any no more much many "
    "several new own such 's ' ’ his/her little strong serious deep growing first further another "
    "one two".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a cue.

    Attributes:
        entry: what the lexicon says of it.
        word: the first of its words.
        end: code point after its last word.
        uttered: whether a verb of expressing stands over a noun of feeling ("voiced concern").
    """

    entry: Entry
    word: Word
    end: int
    uttered: bool = False


def head_of(words: Sequence[Word], before: str, lexicon: Lexicon) -> Head | None:
    """The head of a cue.

    Args:
        words: the words of the cue, in order.
        before: the word before the cue, in small letters, or "".
        lexicon: the cues known.

    Returns:
        The head, or None where none of the words is in the lexicon.
    """
    lows = [word.low for word in words]
    matches = list(lexicon.matches(lows))
    # "reportedly told" is a telling: an adverb heads a cue only where nothing else does
    matches = [m for m in matches if any(e.part != "adverb" for e in m.entries)] or matches
    if not matches:
        return None
    chosen, uttered = _chosen(matches, lows, before)
    entry = _as_used(chosen, lows, before)
    last = words[chosen.start + chosen.length - 1]
    return Head(entry, words[chosen.start], last.end, uttered)


def _chosen(matches: Sequence[Match], lows: Sequence[str], before: str) -> tuple[Match, bool]:
    """The match that carries the meaning, and whether a verb of expressing stands over it."""
    at, uttered = 0, False
    while at + 1 < len(matches):
        here, following = matches[at], matches[at + 1]
        between = lows[here.start + here.length : following.start]
        lemma = _as_used(here, lows, before).lemma
        if lemma in _LIGHT and _is_object(following, between, lows):
            uttered = lemma in _UTTERING
        elif not (
            ("to" in between[-2:] and _yields_to_verb(here, lemma, following))
            or (_is_participle(following, lows) and (lemma in _PERCEIVED or _is_noun(here, lows, before)))
            or (not between and here.as_part("adjective") and following.as_part("noun"))  # "clear message"
        ):
            break
        at += 1
    return matches[at], uttered


def _yields_to_verb(here: Match, lemma: str, following: Match) -> bool:
    if following.as_part("verb", "adjective") is None:
        return False
    return lemma in _AROUND or here.as_part("adjective") is not None


def _is_object(following: Match, between: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether a match is the noun that the verb before it has as its object."""
    if following.as_part("noun") is None or _PREPOSITIONS & set(between):
        return False
    return "a" in between or (following.length == 1 and not lows[following.start].endswith("ing"))


def _is_participle(following: Match, lows: Sequence[str]) -> bool:
    return lows[following.start].endswith("ing") and following.as_part("verb") is not None


def _is_noun(match: Match, lows: Sequence[str], before: str) -> bool:
    return _as_used(match, lows, before).part == "noun"


def _as_used(match: Match, lows: Sequence[str], before: str) -> Entry:
    """The entry of ``match`` that fits its place: a noun after a determiner, else a verb if it can be one."""
    previous = lows[match.start - 1] if match.start else before
    noun, other = match.as_part("noun"), match.as_part("verb", "adjective", "adverb", "phrase")
    if noun is None or other is None:
        return match.entries[0]
    is_noun = previous in _DETERMINERS or previous.endswith(("ing", "ous", "ful", "ive", "ical"))
    return noun if is_noun else other
