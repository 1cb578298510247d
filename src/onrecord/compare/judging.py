"""From the differences to one label, and whether the change is material."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.compare.differences import Difference, SideBySide
from onrecord.compare.edits import Edit, Lost
from onrecord.compare.marking import has_marks
from onrecord.compare.meaning import content, negations, same_meaning
from onrecord.compare.ordering import is_reordered, moves_the_meaning
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word

_SHORT = 10  # words of a quotation in which one synonym makes a paraphrase
_REWORDED = 0.3  # share of the content words from which on several changes make a paraphrase
_REWRITTEN = 0.6  # share from which on no single change can be told from the rest
_MOST_WORDS = 3  # content words exchanged in one place from which on it is no substitution of a word
_PREPOSITIONS = frozenset(
    "over within toward through".split()
)  # no matter as long as another one stood there
_TURNING: dict[str, Edit] = {
    "polarity": "polarity-flipped", "number": "number-changed", "entity": "entity-swapped",
}  # fmt: skip


def label_of(pair: SideBySide) -> Edit:
    """The typed edit of two quotations that differ in more than style."""
    open_ones = [d for d in pair.differences if not d.marked]
    inner = [d for d in open_ones if d.edge is None]
    turned = _turned(pair, open_ones)
    if turned:
        return turned
    if is_reordered(open_ones):
        return "reordered"
    if not inner:
        return _by_edges(pair, open_ones)
    return _by_wording(pair, inner)


def _turned(pair: SideBySide, found: Sequence[Difference]) -> Edit | None:
    """The label of a difference that turns polarity, a number or a name, unless all is rewritten."""
    inner = [d for d in found if d.edge is None]
    rewritten = _share_changed(pair) > _REWRITTEN and len(found) > 1
    turned = [d for d in inner if d.kind != "function"]
    if rewritten and not (turned and all(map(_only_negates, turned))):
        return None
    if _only_moved_negation(found):
        return None
    for kind, label in _TURNING.items():
        if any(d.kind == kind and (kind == "polarity" or d.edge is None) for d in found):
            return label
    return None


def _only_negates(difference: Difference) -> bool:
    """Whether nothing but a negation was put in or left out."""
    both = [*difference.base, *difference.variant]
    lists = vocabulary().lists
    rest = [w for w in content(both) if w.key not in lists["negations"]]
    return difference.kind == "polarity" and negations(both) > 0 and not rest


def _only_moved_negation(found: Sequence[Difference]) -> bool:
    """Whether one negation only changed its place ("do not think it is", "think it is not")."""
    turning = [d for d in found if d.kind == "polarity"]
    if len(turning) != 2:
        return False
    one, other = ([w.key for w in side] for side in (turning[0].base, turning[1].variant))
    back = [w.key for w in turning[0].variant], [w.key for w in turning[1].base]
    near = turning[1].gap.a0 - turning[0].gap.a1 <= 4
    return near and ((one == other and not any(back)) or (back[0] == back[1] and not one and not other))


def _by_edges(pair: SideBySide, found: Sequence[Difference]) -> Edit:
    """The label where nothing inside changed: marked, cut, or more of it."""
    if has_marks(pair.base_text, pair.variant_text):
        return "marked-edit"
    cut = sum(len(d.base) for d in found)
    more = sum(len(d.variant) for d in found)
    return "truncated" if cut > more else "continued"


def _by_wording(pair: SideBySide, inner: Sequence[Difference]) -> Edit:
    if _is_paraphrase(pair, inner):
        return "paraphrase-in-quotation-marks"
    worst = max(inner, key=lambda d: (is_material(d), bool(d.base) + bool(d.variant)))
    if worst.base and worst.variant:
        return "word-substituted"
    return "word-inserted" if worst.variant else "word-deleted"


def _is_paraphrase(pair: SideBySide, inner: Sequence[Difference]) -> bool:
    exchanged = [d for d in inner if d.base and d.variant]
    wordings = [d for d in exchanged if d.kind != "function"]
    if any(d.kind == "synonym" for d in wordings) and _kept_length(pair) <= _SHORT:
        return True
    if any(min(len(content(d.base)), len(content(d.variant))) >= _MOST_WORDS for d in wordings):
        return True
    several = len(wordings) > 1 or (bool(wordings) and len(inner) > 1)
    return several and _share_changed(pair) >= _REWORDED


def _kept_length(pair: SideBySide) -> int:
    """Words of the record that the variant covers, what was cut at its ends left out."""
    return len(pair.base) - sum(len(d.base) for d in pair.differences if d.edge)


def _share_changed(pair: SideBySide) -> float:
    """Share of the variant's content words, those it merely has more of left out, that the record has not."""
    inner = [d for d in pair.differences if d.edge is None]
    edges = [d for d in pair.differences if d.edge]
    changed = max(sum(len(content(d.base)) for d in inner), sum(len(content(d.variant)) for d in inner))
    whole = len(content(pair.variant)) - sum(len(content(d.variant)) for d in edges)
    return changed / max(1, whole)


def material(label: Edit, pair: SideBySide, lost: Sequence[Lost]) -> bool:
    """Whether a fact-checker should be told of it."""
    if label in {"same", "same-typography", "same-house-style", "split-merged", "translated"}:
        return False
    if label == "reordered":
        return moves_the_meaning(pair)
    if label in {"continued", "truncated", "marked-edit"}:
        return bool({"negation", "condition", "hedge", "report"}.intersection(lost))
    if label.startswith("word-"):
        inner = [d for d in pair.differences if d.edge is None and not d.marked]
        return any(is_material(d) for d in inner)
    return True


def is_material(difference: Difference) -> bool:
    """Whether one difference in words changes what was said: all but small words and forms of a word do."""
    if difference.kind == "inflection":
        return not _all_immaterial(_not_shared(difference))
    both = [*difference.base, *difference.variant]
    if same_meaning(difference.base, difference.variant):
        return False
    if difference.base and difference.variant:
        return not _all_immaterial([word for word in both if word.key not in _PREPOSITIONS])
    return not _all_immaterial(both)


def _not_shared(difference: Difference) -> list[Word]:
    """The words of an inflection that are no form of a word on the other side."""
    known = vocabulary()
    ours, theirs = ({known.base(w.key) for w in side} for side in (difference.base, difference.variant))
    both = [*difference.base, *difference.variant]
    return [word for word in both if known.base(word.key) not in ours & theirs]


def _all_immaterial(found: Sequence[Word]) -> bool:
    immaterial = vocabulary().lists["immaterial"]
    return all(word.key in immaterial for word in found)
