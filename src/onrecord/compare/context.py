"""What a cut took away: a negation, a condition, a concession, a hedge, who reports it, or what a pronoun
means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.compare.differences import Difference, SideBySide
from onrecord.compare.edits import Lost
from onrecord.compare.meaning import content, negations
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word, sentence_starts

_POINTING = frozenset(
    "he she it they him her them his its their there then this that these those such".split()
)
# "There is", "it is clear that": what stands here points at nothing before it.
_EMPTY = re.compile(
    r"^(?:there (?:is|are|was|were|will|has|have|can|should|may|might|would be (?:a|no))"
    r"|it (?:is|has become))\b"
)
# "This year" points at the day of speaking.
_TIMES = frozenset(
    "year week month day morning afternoon evening weekend summer winter spring fall time".split()
)
_PROVISOS = ("without ", "barring ", "given ", "failing ")  # at the beginning of a sentence
_LOOSE = frozenset({"about", "around", "rather"})  # hedges only right before a figure
_AT_ONCE = 3
_NEAR = 3  # words before the kept ones among which a hedge bears on them
_FIRST_WORDS = 8  # of a cut quotation, where a pronoun's antecedent is likely to have stood before the cut


def lost_context(pair: SideBySide) -> tuple[Lost, ...]:
    """What the variant leaves out that the words it keeps depend on, in the order of ``Lost``."""
    starts = sentence_starts(pair.base_text, list(pair.base))
    cuts = [d for d in pair.differences if d.base and not content(d.variant)]
    lost: set[Lost] = set()
    for cut in cuts:
        lost |= _lost_in_sentence(pair, cut, starts)
        if _begins_with_concession(cut):
            lost.add("concession")
    if cuts and _dangles(pair, cuts):
        lost.add("dangling")
    order: tuple[Lost, ...] = ("negation", "condition", "concession", "hedge", "report", "dangling")
    return tuple(flag for flag in order if flag in lost)


def _lost_in_sentence(pair: SideBySide, cut: Difference, starts: frozenset[int]) -> set[Lost]:
    """What was lost of a sentence that the variant keeps another part of."""
    dropped = _of_kept_sentence(cut, starts, len(pair.base))
    lists, keys = vocabulary().lists, " ".join(word.key for word in dropped)
    flags: set[Lost] = set()
    if cut.kind == "polarity" or (cut.edge is None and negations(dropped) % 2):
        flags.add("negation")
    # A condition after the kept words bears on them only where it follows at once ("..., if they agree").
    at_once = dropped[:_AT_ONCE] if dropped and dropped[0].key != "and" else ()  # "and if" is another one's
    bearing = " ".join(word.key for word in at_once) if cut.edge == "tail" else keys
    if _has_any(bearing, lists["conditions"]) or (cut.edge == "head" and keys.startswith(_PROVISOS)):
        flags.add("condition")
    if _has_hedge(cut, dropped, keys):
        flags.add("hedge")
    if cut.edge == "head" and _has_any(keys, lists["reporting"]):
        flags.add("report")
    if cut.edge == "tail" and _has_any(keys, lists["concessions"]):
        flags.add("concession")
    return flags


def _has_hedge(cut: Difference, dropped: Sequence[Word], keys: str) -> bool:
    """Whether what was cut next to the kept words makes them less sure: "probably", "I think that"."""
    lists = vocabulary().lists
    if cut.edge == "head":
        last = [word.key for word in dropped[-_NEAR:]]
        near = any(key in lists["hedges"] and key not in _LOOSE for key in last) or last[-1:] == ["about"]
        return near or any(f" {keys}".endswith((f" {p}", f" {p} that")) for p in lists["hedge_phrases"])
    sure = lists["hedges"] | lists["intensifiers"]
    alone = bool(dropped) and all(word.key in sure for word in dropped)
    return cut.edge == "tail" and (
        alone or any(f"{keys} ".startswith(f"{p} ") for p in lists["hedge_phrases"])
    )


def _of_kept_sentence(cut: Difference, starts: frozenset[int], length: int) -> Sequence[Word]:
    """The words of ``cut`` that stand in one sentence with words that were kept."""
    first, last = cut.gap.a0, cut.gap.a1
    inside = [place for place in starts if first <= place < last or place == last]
    if cut.edge == "head":  # from the last sentence begun in it
        begin = max((p for p in inside if p <= last), default=0)
        return cut.base[begin - first :] if begin < last else ()
    if cut.edge == "tail":  # up to the first sentence begun in it
        end = min((p for p in inside if p >= first), default=length)
        return cut.base[: end - first]
    return cut.base


def _begins_with_concession(cut: Difference) -> bool:
    """Whether what follows the kept words, in a sentence of its own or not, takes something back."""
    return cut.edge == "tail" and cut.base[0].key in vocabulary().lists["concessions"]


def _has_any(keys: str, phrases: Iterable[str]) -> bool:
    padded = f" {keys} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _dangles(pair: SideBySide, cuts: Sequence[Difference]) -> bool:
    """Whether a pronoun or "there" near the start of the variant pointed at what was cut before it."""
    if not any(cut.gap.b0 == 0 and content(cut.base) for cut in cuts):
        return False
    kept = [word.key for word in pair.variant[:_FIRST_WORDS]]
    for place, key in enumerate(kept):
        of_today = key in {"this", "these"} and " ".join(kept[place + 1 : place + 2]) in _TIMES
        if key not in _POINTING or of_today or (key == "that" and place):  # "that" further in joins clauses
            continue
        at_start = place == 0 or kept[place - 1] in {"and", "but", "that", "because"}
        if at_start and _EMPTY.match(" ".join(kept[place : place + 4])):
            continue
        named = any(word.capital and not word.first for word in pair.variant[:place])
        if key in {"there", "then", "this", "these", "those", "such"} or not named:
            return True
    return False
