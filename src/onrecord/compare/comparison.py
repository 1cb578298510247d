"""Comparing a quotation with the record: one label, whether it matters, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.compare.alignment import gaps
from onrecord.compare.context import lost_context
from onrecord.compare.differences import SideBySide, side_by_side
from onrecord.compare.edits import Change, Comparison, Edit, Lost, Recorded, Variant, WordEdit
from onrecord.compare.foreign import other_language
from onrecord.compare.interruptions import uninterrupted
from onrecord.compare.judging import label_of, material
from onrecord.compare.marking import has_marks
from onrecord.compare.meaning import akin, content, small_words
from onrecord.compare.names import same_name
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word, sentence_starts, words
from onrecord.types import Span

# Share of a quotation's content words that must be the other's too, or synonyms of them, for the two to be
# one; at least two words, unless it has no more than one.
ALIKE = 0.4
_REWORDED = 0.3  # from which on it may be the same in other words, and no more can be said of it
_FEWEST = 2
_RUN = 4  # words in a row that make two quotations one whatever the rest
_SAME_WORDS = 0.7  # as ALIKE, for words to be laid to another speaker
_OUTER = " \t\r\n\"“”„«»'‘’.,;:"

_REASONS: dict[Edit, str] = {
    "same": "word for word",
    "same-typography": "the same words; punctuation, hyphens or capitals differ",
    "same-house-style": "the same words in another house style",
    "split-merged": "the same words, divided into sentences differently",
    "continued": "the record's words with more before or after them",
    "truncated": "a part of the record's words",
    "marked-edit": "changed, and the change is marked by an ellipsis or brackets",
    "reordered": "the same words in another order",
    "paraphrase-in-quotation-marks": "reworded, but in quotation marks",
    "translated": "in another language than the record; words cannot be compared",
    "not-found": "the record has nothing like it",
}


def compare(recorded: Recorded | None, variant: Variant) -> Comparison:
    """How ``variant`` relates to what the record has.

    Args:
        recorded: the quotation in the record that is nearest to the variant, or None where nothing is near.
        variant: the quotation to look at.

    Returns:
        The typed edit. Words laid to somebody else are "wrong-speaker", or "second-hand" where they are that
        person's as another one tells it; both only where they are near enough to be the same words.
    """
    if recorded is None:
        return Comparison("not-found", material=True, reason=_REASONS["not-found"])
    base, other = uninterrupted(recorded.text), uninterrupted(variant.text)
    pair = side_by_side(base, other)
    edits = word_edits(base, other)
    alike = likeness(pair)
    if alike < ALIKE and _longest_run(pair) < _RUN:
        return _unlike(recorded, variant, edits, alike)
    label = _label(pair)
    if label in {"same", "same-typography"} and (base == recorded.text) != (other == variant.text):
        label = "split-merged"
    lost = () if label == "reordered" else lost_context(pair)
    speaker = _speaker_label(recorded, variant) if alike >= _SAME_WORDS else None
    if speaker:
        reason = _speaker_reason(speaker, recorded, variant)
        return Comparison(speaker, material=True, word_edits=edits, lost_context=lost, reason=reason)
    return Comparison(label, material(label, pair, lost), edits, lost, _reason(label, edits, lost))


def _unlike(recorded: Recorded, variant: Variant, edits: tuple[WordEdit, ...], alike: float) -> Comparison:
    label: Edit = "translated" if other_language(recorded.text, variant.text) else "not-found"
    if label == "not-found" and alike >= _REWORDED:
        label = "paraphrase-in-quotation-marks"
        return Comparison(label, material=True, word_edits=edits, reason=_REASONS[label])
    return Comparison(label, label == "not-found", edits, (), _REASONS[label])


def _label(pair: SideBySide) -> Edit:
    if pair.differences:
        return label_of(pair)
    if has_marks(pair.base_text, pair.variant_text):
        return "marked-edit"
    return _style_label(pair.base_text, pair.variant_text)


def _style_label(base: str, variant: str) -> Edit:
    """The label of two texts that differ in style at most."""
    if _plain(base) == _plain(variant):
        return "same"
    ours, theirs = words(base), words(variant)
    if _letters(ours) != _letters(theirs):
        joined = [w for w in ours if w.key != "and"], [w for w in theirs if w.key != "and"]
        return "split-merged" if _letters(joined[0]) == _letters(joined[1]) else "same-house-style"
    if len(ours) == len(theirs) and sentence_starts(base, ours) != sentence_starts(variant, theirs):
        return "split-merged"
    return "same-typography"


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip(_OUTER))


def _letters(found: Sequence[Word]) -> str:
    return "".join(word.key for word in found).replace("'", "")


def likeness(pair: SideBySide) -> float:
    """Share of the shorter quotation's content words that the other has too, in any form or as a synonym."""
    base, variant = content(pair.base), content(pair.variant)
    if not base or not variant:
        return _share_of_words(pair)
    return _covered(variant, base) if len(variant) <= len(base) else _covered(base, variant)


def _covered(these: Sequence[Word], those: Sequence[Word]) -> float:
    known = vocabulary()
    left = Counter(known.base(word.key) for word in those)
    missing = []
    for word in these:
        base = known.base(word.key)
        if left[base] > 0:
            left[base] -= 1
        else:
            missing.append(word.key)
    rest = [key for key, count in left.items() if count > 0]
    near = sum(any(akin(key, other) for other in rest) for key in missing)
    shared = len(these) - len(missing) + near
    return shared / len(these) if shared >= min(_FEWEST, len(these)) else 0.0


def _share_of_words(pair: SideBySide) -> float:
    changed = sum(max(len(d.base), len(d.variant)) for d in pair.differences)
    return 1 - changed / max(1, len(pair.base), len(pair.variant))


def _longest_run(pair: SideBySide) -> int:
    """The most words in a row that both have."""
    ends = [0, *(d.gap.b1 for d in pair.differences)]
    starts = [*(d.gap.b0 for d in pair.differences), len(pair.variant)]
    return max((start - end for start, end in zip(starts, ends, strict=True)), default=0)


def _speaker_label(recorded: Recorded, variant: Variant) -> Edit | None:
    if not recorded.speaker or not variant.speaker or same_name(recorded.speaker, variant.speaker):
        return None
    told_of = any(same_name(name, variant.speaker) for name in recorded.second_hand)
    return "second-hand" if told_of else "wrong-speaker"


def _speaker_reason(label: Edit, recorded: Recorded, variant: Variant) -> str:
    if label == "second-hand":
        return f"these are {recorded.speaker}'s words about {variant.speaker}"
    return f"the record gives these words to {recorded.speaker}, not to {variant.speaker}"


def _reason(label: Edit, edits: Sequence[WordEdit], lost: Sequence[Lost]) -> str:
    reason = _REASONS.get(label) or "; ".join(_told(edit) for edit in edits[:3]) or label
    return f"{reason}; the cut lost: {', '.join(lost)}" if lost else reason


def _told(edit: WordEdit) -> str:
    base, variant = edit.written
    if edit.change == "replace":
        return f"“{base}” became “{variant}”"
    return f"“{variant}” was put in" if edit.change == "insert" else f"“{base}” was left out"


def word_edits(base_text: str, variant_text: str) -> tuple[WordEdit, ...]:
    """What changed in words from one text to the other; house style is a change, typography is none."""
    base, variant = words(base_text), words(variant_text)
    found = gaps([w.key for w in base], [w.key for w in variant], small_words())
    made: list[WordEdit] = []
    for gap in found:
        ours, theirs = base[gap.a0 : gap.a1], variant[gap.b0 : gap.b1]
        if _letters(ours) != _letters(theirs):
            outer = gap.a0 == gap.b0 == 0 or (gap.a1 == len(base) and gap.b1 == len(variant))
            made.append(_word_edit(ours, theirs, (base_text, variant_text), outer=outer))
    return tuple(made)


def _word_edit(
    base: Sequence[Word], variant: Sequence[Word], texts: tuple[str, str], *, outer: bool
) -> WordEdit:
    ours, theirs = (" ".join(w.key for w in side) for side in (base, variant))
    places = _over(base), _over(variant)
    written = tuple(_as_written(place, text) for place, text in zip(places, texts, strict=True))
    return WordEdit(_change(base, variant), ours, theirs, *places, (written[0], written[1]), outer)


def _as_written(place: Span | None, text: str) -> str:
    return " ".join(place.of(text).split()) if place else ""


def _change(base: Sequence[Word], variant: Sequence[Word]) -> Change:
    if base and variant:
        return "replace"
    return "insert" if variant else "delete"


def _over(found: Sequence[Word]) -> Span | None:
    return Span(found[0].start, found[-1].end) if found else None
