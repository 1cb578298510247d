"""What the words that differ make of a quotation: put in, cut, or only told from another's side."""

from __future__ import annotations

import re

from onrecord.compare.edits import Comparison, WordEdit
from onrecord.compare.families import carried
from onrecord.compare.shingles import content_words
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import words

_SENTENCE = re.compile(r"[^\s.!?…][^.!?…]*[.!?…]*")
_ASKS = "am is are was were do does did has have had can could will would shall should may might must"
_QUESTION = re.compile(rf"(?:and |but |so |well, )?(?:{_ASKS.replace(' ', '|')})\b[^.!?…]*\?", re.IGNORECASE)
_ASKING = re.compile(r"\s*(?:whether|if|why|how|what|who|when|where|which)\b|.*\?\s*$", re.IGNORECASE)


def put_in(comparison: Comparison, asked: str) -> bool:
    """Whether the words asked for are more than a part of the record's, but for style and a small word."""
    if comparison.label != "truncated":
        return False
    new = [e for e in comparison.word_edits if e.change != "delete" and not _same_content(e)]
    count = sum(len(edit.variant.split()) for edit in new)
    return any(content_words(edit.variant) for edit in new) or count > len(words(asked)) // 4


def is_shifted(comparison: Comparison) -> bool:
    """Whether only small words differ, as where "I am waiting" is told as "he is waiting"."""
    edits = comparison.word_edits
    return "negation" not in comparison.lost_context and all(
        not content_words(edit.base) and not content_words(edit.variant) for edit in edits
    )


def loses_more_than(asked: str, comparison: Comparison) -> bool:
    """Whether more content words were left out between the words asked for than these have."""
    lost = sum(len(content_words(edit.base)) for edit in comparison.word_edits if not edit.outer)
    return lost > len(content_words(asked))


def only_turned(comparison: Comparison) -> bool:
    """Whether all the words are there, but for a negation and what was cut at the ends."""
    negations = vocabulary().lists["negations"]
    inner = [e for e in comparison.word_edits if not (e.outer and e.change == "delete")]
    return bool(inner) and all({*e.base.split(), *e.variant.split()} <= negations for e in inner)


def is_cut(comparison: Comparison, quotation: str, asked: str) -> bool:
    """Whether the words stand in the quotation as asked, and what was cut around them matters."""
    whole = len(carried(quotation, asked)) == 1 and all(e.change == "delete" for e in comparison.word_edits)
    return whole and (comparison.material or _was_a_question(quotation, asked))


def is_only_asked(claim: str, text: str) -> bool:
    """Whether ``text`` is no more than a question, as "do I think so?", and ``claim`` is none."""
    return bool(_QUESTION.fullmatch(text.strip(" \n\"“”'’"))) and not _ASKING.match(claim)


def _was_a_question(quotation: str, asked: str) -> bool:
    """Whether the words asked for were cut out of a question: "do I think so?" is not "I think so"."""
    parts = carried(quotation, asked)
    sentence = next((m for m in _SENTENCE.finditer(quotation) if parts and m.end() >= parts[-1].end), None)
    if sentence is None or asked.rstrip().endswith("?") or parts[0].start <= sentence.start():
        return False
    return bool(_QUESTION.fullmatch(sentence[0].strip()))


def _same_content(edit: WordEdit) -> bool:
    return bool(edit.base) and content_words(edit.variant) == content_words(edit.base) != []
