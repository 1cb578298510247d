"""What one statement of the record has to do with words that somebody is said to have said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.ask.forms import Asked
from onrecord.ask.nearness import FEWEST, PARAPHRASE, Nearness, nearness
from onrecord.ask.roles import says_otherwise
from onrecord.ask.speaking import content_of, is_refusal, is_turned, outward, speaks_as, via, who
from onrecord.ask.stretches import as_spoken, narrowed, together
from onrecord.ask.view import Found, View
from onrecord.ask.wording import is_cut, is_shifted, loses_more_than, only_turned, put_in
from onrecord.compare.comparison import compare
from onrecord.compare.edits import Comparison, Edit, Recorded, Variant
from onrecord.compare.names import same_name
from onrecord.compare.shingles import content_words
from onrecord.types import Span

Grade = Literal["verbatim", "in-part", "altered", "reworded", "reported", "opposed", "far"]
GRADES: tuple[Grade, ...] = ("verbatim", "in-part", "altered", "reworded", "reported", "opposed", "far")
"""From the words themselves to nothing alike; "opposed" says the contrary."""

_SAID: tuple[Grade, ...] = ("verbatim", "in-part", "altered", "reworded", "reported")
_Stretch = tuple["Grade", Span, Comparison, float]
_BY_LABEL: dict[Edit, Grade] = {
    "same": "verbatim", "same-typography": "verbatim", "same-house-style": "verbatim",
    "split-merged": "verbatim", "truncated": "verbatim", "continued": "in-part", "marked-edit": "in-part",
    "polarity-flipped": "opposed", "paraphrase-in-quotation-marks": "reworded", "not-found": "far",
    "translated": "far",
}  # fmt: skip
_CONTRARY = 0.6  # the same for quoted words to be the contrary
_NEAR = 0.5  # share of a claim's content words that quoted words must have to be a form of them

_SAME_MEANING = 0.85
_LONG = 300  # characters of what was said, of which only the nearest sentences are shown


@dataclass(frozen=True, slots=True)
class Match:
    """A statement as it answers the words asked for.

    Attributes:
        found: the statement in its document.
        grade: how near its words are.
        place: the words that prove it.
        comparison: the words asked for beside the quoted ones, or beside all of the content where none are
            near.
        near: how its content relates to the claim.
        speaker: who speaks, or None.
        via: by whose account, or None.
        own: whether it is the speaker's that was asked for, or no speaker was.
        cut_context: whether the words are there, but what was left out turns them.
    """

    found: Found
    grade: Grade
    place: Span
    comparison: Comparison
    near: Nearness
    speaker: str | None
    via: str | None
    own: bool
    cut_context: bool = False

    @property
    def share(self) -> float:
        """How much of the claim it has, 0 to 1."""
        return self.near.share


def matches(asked: Asked, view: View, limit: int = 24) -> list[Match]:
    """The statements near the words asked for, judged, the nearest first.

    Words that a speaker repeats as somebody else's count for the one whose they are, told by that speaker.
    """
    candidates = list(view.near(asked.words, limit=limit))
    if asked.speaker:
        known = {(one.document.id, one.statement.id) for one in candidates}
        own = view.near(asked.words, speaker=asked.speaker, limit=limit)
        candidates += [one for one in own if (one.document.id, one.statement.id) not in known]
    made = _with_turned(_match(asked, one, view) for one in candidates if one.statement.content)
    repeated = _repeated(made, view)
    open_ = asked.speaker is None and not asked.quoted
    wanted = (one for one in made if asked.via is None or same_name(asked.via, one.via))
    kept = (one for one in wanted if not _only_repeats(one, repeated, reported=open_))
    return sorted(kept, key=_order)


def _with_turned(found: Iterable[Match]) -> list[Match]:
    """``found``, those of words within what somebody denies, or did not say, as the contrary."""
    every = list(found)
    turned = [
        (one.found.document.id, span)
        for one in every if one.found.statement.form != "direct" and is_turned(one.found)
        for span in one.found.statement.content
    ]  # fmt: skip
    return [
        replace(one, grade="opposed")
        if one.grade in _SAID and not is_turned(one.found) and _lies_in(one, turned) else one
        for one in every
    ]  # fmt: skip


def _lies_in(match: Match, places: Sequence[tuple[str, Span]]) -> bool:
    return any(match.found.document.id == name and match.place.within(span) for name, span in places)


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
    theirs = (inner.found.statement for inner in others)
    places = (s for one in theirs for s in (*one.verbatim, *(one.content if reported else ())))
    return any(match.place.within(span) for span in places)


def _order(match: Match) -> tuple[int, float, int, float]:
    """The nearest first: by grade, then by how much of the claim it has, then by how little was changed."""
    changed = sum(len(edit.base) + len(edit.variant) for edit in match.comparison.word_edits)
    return GRADES.index(match.grade), -match.share, changed, -match.found.score


def _match(asked: Asked, found: Found, view: View) -> Match:
    name = who(found.document, found.statement)
    own = asked.speaker is None or speaks_as(found, asked.speaker)
    grade, place, comparison, near, cut = _judged(asked, found, name, is_own=own)
    otherwise = not asked.quoted and says_otherwise(asked.words, place.of(found.document.text))
    grade = "far" if otherwise and grade != "verbatim" else grade
    return Match(found, grade, place, comparison, near, name, via(found, view), own, cut)


def _judged(
    asked: Asked, found: Found, name: str | None, *, is_own: bool
) -> tuple[Grade, Span, Comparison, Nearness, bool]:
    """Grade, place, comparison, nearness to the claim, and whether a cut turned the words."""
    text = found.document.text
    said = content_of(found.document, found.statement)
    if is_own and not asked.quoted and not found.statement.negated:  # "did Quint apologise to the farmers"
        said = " ".join([*(cue.of(text) for cue in found.statement.cue), said])
    near = nearness(asked.words, said, _named(asked, name))
    best = min(_quoted(asked, found, is_own=is_own), key=_rank, default=None)
    if best is not None and best[0] != "far":
        grade, span, comparison, _ = best
        if found.statement.form != "direct" and is_turned(found):  # “...” is what he denied having said
            return _turned(grade, found), span, comparison, near, is_refusal(found)
        cut = grade in {"verbatim", "opposed"} and is_cut(
            comparison, as_spoken(text, span, found.statement.verbatim), asked.words
        )
        place = narrowed(span, text, asked.words, whole=grade not in {"verbatim", "in-part"})
        return ("verbatim" if cut else grade), place, comparison, near, cut
    content = Span(found.statement.content[0].start, found.statement.content[-1].end)
    if content.end - content.start > _LONG:
        content = narrowed(content, text, asked.words, whole=True)
    grade = _by_content(asked, found, near, is_own=is_own)
    return grade, content, _compared(asked, found, grade), near, False


def _turned(grade: Grade, found: Found) -> Grade:
    """The grade of words within what is denied, or refused; the contrary of those is no proof."""
    if grade == "opposed":
        return "far"
    return "verbatim" if is_refusal(found) else "opposed"


def _quoted(asked: Asked, found: Found, *, is_own: bool) -> Iterator[_Stretch]:
    """Each stretch of the speaker's own words that may be a form of those asked for."""
    text, own = found.document.text, found.statement.verbatim
    joined = together(text, own) if found.statement.form == "direct" else ()
    for span in (*own, *joined):
        quotation = as_spoken(text, span, own)
        near = nearness(asked.words, quotation)
        if near.shared or not content_words(asked.words):
            comparison = compare(Recorded(quotation), Variant(asked.words))
            yield _grade(comparison, asked, near, is_own=is_own), span, comparison, near.share


def _rank(stretch: _Stretch) -> tuple[bool, int, int]:
    """The nearest first; a part of the words comes behind stretches that have most of them."""
    grade, _, comparison, share = stretch
    changed = sum(len(edit.base) + len(edit.variant) for edit in comparison.word_edits)
    return grade == "far" or (grade == "in-part" and share < PARAPHRASE), GRADES.index(grade), changed


def _grade(comparison: Comparison, asked: Asked, near: Nearness, *, is_own: bool) -> Grade:
    """The grade of quoted words. Those with too little in common are other words, whatever the label.

    A claim, and words that somebody else said, must be all there but for the wording.
    """
    grade = _BY_LABEL.get(comparison.label, "altered")
    if grade == "verbatim":
        if not put_in(comparison, asked.words):
            return grade
        grade = "in-part" if near.is_paraphrase else "altered"
    if grade == "altered" and not asked.quoted and is_shifted(comparison):
        grade = "reworded"
    if grade in {"altered", "reworded"} and not asked.quoted and near.opposed and near.is_paraphrase:
        grade = "opposed"
    pieced = near.scattered or loses_more_than(asked.words, comparison)
    if grade in {"altered", "reworded"} and not asked.quoted and pieced:
        return "far"
    strict = not asked.quoted or not is_own or asked.speaker is None
    if grade == "in-part" and asked.quoted:
        enough = near.is_telling and (is_own or near.telling > FEWEST)
    elif not strict and (_is_all_there(asked, near) or (grade == "opposed" and only_turned(comparison))):
        enough = True
    elif grade == "opposed" and not strict:
        enough = near.is_telling and near.share >= _CONTRARY
    elif strict:
        compact = near.telling >= FEWEST and (near.brief or grade != "reworded")
        enough = near.is_paraphrase and (is_own or compact)
    else:
        enough = near.is_telling and near.share >= _NEAR
    return grade if enough else "far"


def _named(asked: Asked, name: str | None) -> list[str]:
    """The words of the speaker's name, which a claim about them need not share."""
    return [word.casefold() for word in (asked.speaker or name or "").replace("’", "'").split()]


def _by_content(asked: Asked, found: Found, near: Nearness, *, is_own: bool) -> Grade:
    """The grade of what was said as a whole, in whose words soever."""
    most = is_own or (near.telling >= FEWEST and (near.brief or near.share == 1.0))
    if (near.is_paraphrase and most) or (is_own and _is_all_there(asked, near)):
        contrary = near.opposed != is_turned(found)
        # scattered over a long sentence, a negation and the words may have nothing to do with one another
        return "reported" if not contrary else "opposed" if near.brief or near.share == 1.0 else "far"
    if asked.alike is not None and near.share > 0 and not near.opposed:
        meaning = asked.alike(asked.words, content_of(found.document, found.statement))
        return "reported" if meaning >= _SAME_MEANING else "far"
    return "far"


def _is_all_there(asked: Asked, near: Nearness) -> bool:
    """Whether the speaker who was asked about has each word of a claim that has few, common ones included."""
    few = near.telling >= 1 or near.shared >= FEWEST
    return asked.speaker is not None and near.share == 1.0 and few and not near.scattered


def _compared(asked: Asked, found: Found, grade: Grade) -> Comparison:
    """The words asked for beside all that was said; not compared where they have nothing to do with it."""
    if grade == "far":
        return Comparison("not-found", material=True)
    return compare(Recorded(content_of(found.document, found.statement)), Variant(asked.words))
