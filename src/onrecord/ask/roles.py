"""Who did it to whom: claims that have all the words of what was said, and say it of others.

"The mill sued the county" shares every word with "the county sued the mill". Without a parser no more is told
than what the order of the words tells: who stands before a verb and behind it, and what stands behind "than".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from onrecord.ask.wording import is_only_asked
from onrecord.compare.meaning import small_words
from onrecord.compare.styles import folded_words
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word

_APART = 3  # small words between a verb and who does it, or to whom
_RUN = 3  # words of a name or a noun with what is said of it
_PASSIVE = frozenset("is are was were be been being get gets got".split())
# What may stand between a verb and its object; "to" as in "lost to".
_BEFORE_OBJECT = frozenset(
    "the a an this that these those his her its their my your our some any all every no to by".split()
)
_BEFORE_VERB = _PASSIVE | frozenset(
    "has have had do does did also never not ever still will would can could should may might must".split()
)
_MUTUAL = frozenset("meet marry fight equal resemble border".split())
_MORE = frozenset("more less fewer".split())
_SIGN = re.compile(r"[,;:.!?…—–()]")
_Triple = tuple[str, str, str]


def says_otherwise(claim: str, text: str) -> bool:
    """Whether ``text`` has the words of ``claim`` but says no such thing: it asks, or tells of others."""
    return is_only_asked(claim, text) or are_swapped(claim, text)


def are_swapped(claim: str, text: str) -> bool:
    """Whether ``claim`` says of one what ``text`` says of another, by the order of the words of both."""
    asked, held = folded_words(claim), folded_words(text)
    ours, theirs = set(_triples(claim, asked)), set(_triples(text, held))
    turned = any((b, verb, a) in theirs and (a, verb, b) not in theirs for a, verb, b in ours if a != b)
    return turned or _is_behind_than(asked, held)


def _triples(text: str, found: Sequence[Word]) -> Iterator[_Triple]:
    """Who, verb, whom, for every word that may be a verb; of a passive the other way about."""
    for place, word in enumerate(found):
        verb = vocabulary().base(word.key)
        if word.key in small_words() or verb in _MUTUAL:
            continue
        before, left = _neighbours(text, found, place, -1, _BEFORE_VERB)
        after, right = _neighbours(text, found, place, 1, _BEFORE_OBJECT)
        passive = bool(left & _PASSIVE) and "by" in right
        if "by" in right and not passive:
            continue
        for one, other in product(before, after):
            yield (other, verb, one) if passive else (one, verb, other)


def _neighbours(
    text: str, found: Sequence[Word], place: int, step: int, allowed: frozenset[str]
) -> tuple[list[str], set[str]]:
    """The words next to ``place`` in one direction, in base forms, and the small words between."""
    run, between = list[str](), set[str]()
    at = place + step
    while 0 <= at < len(found) and len(run) < _RUN and len(between) <= _APART:
        last, one = found[at - step], found[at]
        gap = text[last.span.end : one.span.start] if step > 0 else text[one.span.end : last.span.start]
        if _SIGN.search(gap):
            break
        if one.key not in small_words() and one.key not in allowed:
            run.append(vocabulary().base(one.key))
        elif run or one.key not in allowed:
            break
        else:
            between.add(one.key)
        at += step
    return run, between


def _is_behind_than(asked: Sequence[Word], held: Sequence[Word]) -> bool:
    """Whether what is more, or less, in the claim is what the text has behind "than"."""
    ours, theirs = [w.key for w in asked], [w.key for w in held]
    first = next((place for place, key in enumerate(ours) if key in _MORE), None)
    more = next((place for place, key in enumerate(theirs) if key in _MORE), None)
    if first is None or more is None or "than" not in theirs[more:]:
        return False
    than = theirs.index("than", more)
    subject = {vocabulary().base(key) for key in ours[:first] if key not in small_words()}
    front = {vocabulary().base(key) for key in theirs[:than]}
    behind = {vocabulary().base(key) for key in theirs[than:]}
    return bool(subject & (behind - front))
