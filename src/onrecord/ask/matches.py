"""What one statement of the record has to do with words that somebody is said to have said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.ask.nearness import FEWEST, Nearness, nearness
from onrecord.ask.speaking import content_of, outward, speaks_as, via, who
from onrecord.ask.stretches import as_spoken, together
from onrecord.ask.view import Found, View
from onrecord.ask.wording import is_cut, is_shifted, put_in
from onrecord.compare.comparison import compare
from onrecord.compare.edits import Comparison, Edit, Recorded, Variant
from onrecord.compare.families import carried
from onrecord.compare.names import same_name
from onrecord.compare.shingles import content_words
from onrecord.types import Span, Statement

Grade = Literal["verbatim", "in-part", "altered", "reworded", "reported", "opposed", "far"]
GRADES: tuple[Grade, ...] = ("verbatim", "in-part", "altered", "reworded", "reported", "opposed", "far")
"""From the words themselves to nothing alike; "opposed" says the contrary."""

_BY_LABEL: dict[Edit, Grade] = {
    "same": "verbatim", "same-typography": "verbatim", "same-house-style": "verbatim",
    "split-merged": "verbatim", "truncated": "verbatim", "continued": "in-part", "marked-edit": "in-part",
    "polarity-flipped": "opposed", "paraphrase-in-quotation-marks": "reworded", "not-found": "far",
    "translated": "far",
}  # fmt: skip
_CONTRARY = 0.6  # the same for quoted words to be the contrary
_NEAR = 0.5  # share of a claim's content words that quoted words must have to be a form of them

Alike = Callable[[str, str], float]
"""Gives how much two texts mean the same, 0 to 1: embeddings that the caller brings."""
_SAME_MEANING = 0.85


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are looked for.

    Attributes:
        words: the words, quotation marks left out.
        quoted: whether they were asked for as a quotation, word for word.
        speaker: who is said to have said them, or None.
        alike: a measure of meaning that the caller brought, or None.
    """

    words: str
    quoted: bool
    speaker: str | None = None
    alike: Alike | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A statement as it answers the words asked for.

    Attributes:
        found: the statement in its document.
        grade: how near its words are.
        place: the words that prove it.
        comparison: the words asked for beside the quoted ones, or beside all of the content where none are
            near.
        share: how much of the claim it has.
        speaker: who speaks, or None.
        via: by whose account, or None.
        own: whether it is the speaker's that was asked for, or no speaker was.
        cut_context: whether the words are there, but what was left out turns them.
    """

    found: Found
    grade: Grade
    place: Span
    comparison: Comparison
    share: float
    speaker: str | None
    via: str | None
    own: bool
    cut_context: bool = False


def matches(asked: Asked, view: View, limit: int = 50) -> list[Match]:
    """The statements near the words asked for, judged, the nearest first.

    Words that a speaker repeats as somebody else's count for the one whose they are, told by that speaker.
    """
    candidates = list(view.near(asked.words, limit=limit))
    if asked.speaker:
        known = {(one.document.id, one.statement.id) for one in candidates}
        own = view.near(asked.words, speaker=asked.speaker, limit=limit)
        candidates += [one for one in own if (one.document.id, one.statement.id) not in known]
    made = [_match(asked, one, view) for one in candidates if one.statement.content]
    repeated = _repeated(made, view)
    open_ = asked.speaker is None and not asked.quoted
    kept = (one for one in made if not _only_repeats(one, repeated, reported=open_))
    return sorted(kept, key=_order)


def _repeated(found: Sequence[Match], view: View) -> dict[tuple[str, str], list[Match]]:
    """For each statement, by document and id, the quotations of others that are told within it."""
    out: dict[tuple[str, str], list[Match]] = {}
    for inner in found:
        for outer in outward(inner.found, view):
            out.setdefault((outer.document.id, outer.statement.id), []).append(inner)
    return out


def _only_repeats(match: Match, repeated: dict[tuple[str, str], list[Match]], *, reported: bool) -> bool:
    """Whether the place of ``match`` lies within a quotation of somebody else that its speaker tells.

    With ``reported``, or within anything that its speaker tells of somebody else.
    """
    told = repeated.get((match.found.document.id, match.found.statement.id), ())
    known = (inner for inner in told if inner.found.statement.speaker)
    others = (inner for inner in known if not same_name(inner.speaker, match.speaker))
    theirs = (s for inner in others for s in _theirs(inner.found.statement, reported=reported))
    return any(match.place.within(span) for span in theirs)


def _theirs(statement: Statement, *, reported: bool) -> tuple[Span, ...]:
    return (*statement.verbatim, *(statement.content if reported else ()))


def _order(match: Match) -> tuple[int, float, int, float]:
    """The nearest first: by grade, then by how much of the claim it has, then by how little was changed."""
    changed = sum(len(edit.base) + len(edit.variant) for edit in match.comparison.word_edits)
    return GRADES.index(match.grade), -match.share, changed, -match.found.score


def _match(asked: Asked, found: Found, view: View) -> Match:
    name = who(found.document, found.statement)
    own = asked.speaker is None or speaks_as(found, asked.speaker)
    grade, place, comparison, share, cut = _judged(asked, found, name, is_own=own)
    return Match(found, grade, place, comparison, share, name, via(found, view), own, cut)


def _judged(
    asked: Asked, found: Found, name: str | None, *, is_own: bool
) -> tuple[Grade, Span, Comparison, float, bool]:
    """Grade, place, comparison, share of the claim, and whether a cut turned the words."""
    text = found.document.text
    near = nearness(asked.words, content_of(found.document, found.statement), _named(asked, name))
    best = min(_quoted(asked, found, is_own=is_own), key=lambda one: _rank(one[0], one[2]), default=None)
    if best is not None and best[0] != "far":
        grade, span, comparison = best
        cut = grade in {"verbatim", "opposed"} and is_cut(
            comparison, as_spoken(text, span, found.statement.verbatim), asked.words
        )
        place = _narrowed(span, text, asked.words)
        return ("verbatim" if cut else grade), place, comparison, near.share, cut
    content = Span(found.statement.content[0].start, found.statement.content[-1].end)
    grade = _by_content(asked, found, near, is_own=is_own)
    return grade, content, _compared(asked, found, grade), near.share, False


def _quoted(asked: Asked, found: Found, *, is_own: bool) -> Iterator[tuple[Grade, Span, Comparison]]:
    """Each stretch of the speaker's own words that may be a form of those asked for."""
    text, own = found.document.text, found.statement.verbatim
    joined = together(text, own) if found.statement.form == "direct" else ()
    for span in (*own, *joined):
        quotation = as_spoken(text, span, own)
        near = nearness(asked.words, quotation)
        if near.shared or not content_words(asked.words):
            comparison = compare(Recorded(quotation), Variant(asked.words))
            yield _grade(comparison, asked, near, is_own=is_own), span, comparison


def _rank(grade: Grade, comparison: Comparison) -> tuple[int, int]:
    return GRADES.index(grade), sum(len(edit.base) + len(edit.variant) for edit in comparison.word_edits)


def _grade(comparison: Comparison, asked: Asked, near: Nearness, *, is_own: bool) -> Grade:
    """The grade of quoted words. Those with too little in common are other words, whatever the label.

    A claim, and words that somebody else said, must be all there but for the wording.
    """
    grade = _BY_LABEL.get(comparison.label, "altered")
    if grade == "verbatim":
        if not put_in(comparison, asked.words):
            return grade
        grade = "altered"
    if grade == "altered" and not asked.quoted and is_shifted(comparison):
        grade = "reworded"
    strict = not asked.quoted or not is_own or asked.speaker is None
    if grade == "in-part" and asked.quoted:
        enough = near.is_telling
    elif grade == "opposed" and not strict:
        enough = near.is_telling and near.share >= _CONTRARY
    elif strict:
        compact = near.telling >= FEWEST and (near.brief or grade != "reworded")
        enough = near.is_paraphrase and (is_own or compact)
    else:
        enough = near.is_telling and near.share >= _NEAR
    return grade if enough else "far"


def _narrowed(span: Span, text: str, asked: str) -> Span:
    """The part of a quotation that the words asked for have, from the first common word to the last."""
    parts = carried(span.of(text), asked)
    if not parts:
        return span
    return Span(span.start + parts[0].start, span.start + parts[-1].end)


def _named(asked: Asked, name: str | None) -> list[str]:
    """The words of the speaker's name, which a claim about them need not share with what they said."""
    return [word.casefold() for word in (asked.speaker or name or "").replace("’", "'").split()]


def _by_content(asked: Asked, found: Found, near: Nearness, *, is_own: bool) -> Grade:
    """The grade of what was said as a whole, in whose words soever."""
    if near.is_paraphrase and (is_own or near.telling >= FEWEST):
        contrary = near.opposed != bool(found.statement.negated)
        # scattered over a long sentence, a negation and the words may have nothing to do with one another
        return "reported" if not contrary else "opposed" if near.brief or near.share == 1.0 else "far"
    if asked.alike is not None and near.share > 0 and not near.opposed:
        meaning = asked.alike(asked.words, content_of(found.document, found.statement))
        return "reported" if meaning >= _SAME_MEANING else "far"
    return "far"


def _compared(asked: Asked, found: Found, grade: Grade) -> Comparison:
    """The words asked for beside all that was said; not compared where they have nothing to do with it."""
    if grade == "far":
        return Comparison("not-found", material=True)
    return compare(Recorded(content_of(found.document, found.statement)), Variant(asked.words))


def nearest(found: Sequence[Match], limit: int = 5) -> list[Match]:
    """The nearest misses among judged statements: near in words, by whomever."""
    return sorted(found, key=lambda match: (-match.share, -match.found.score))[:limit]
