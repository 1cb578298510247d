"""Whether somebody said something: one verdict from all the statements that are near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.ask.answers import Answer, Occasion, Receipt, Verdict
from onrecord.ask.forms import Asked
from onrecord.ask.matches import Match, matches
from onrecord.ask.speaking import outward, who
from onrecord.ask.view import Found, View
from onrecord.compare.edits import Edit
from onrecord.compare.foreign import language
from onrecord.compare.names import same_name
from onrecord.compare.shingles import content_words
from onrecord.types import Span

_MOST_RECEIPTS = 10
_MOST_MISSES = 6
_FAR = 0.4  # share of the claim that a near miss of the speaker asked about has
_DISTINCT = 4  # content words of a quotation that two people do not say by chance
_BY_GRADE: dict[str, Verdict] = {
    "verbatim": "verbatim", "in-part": "verbatim-in-part", "altered": "altered", "reworded": "paraphrase",
    "reported": "paraphrase", "opposed": "contradicted",
}  # fmt: skip
_NOTES: dict[Verdict, str] = {
    "verbatim": "the record has these words",
    "verbatim-in-part": "the record has a part of these words as a quotation",
    "altered": "the record has these words otherwise",
    "paraphrase": "the record has this in other words, or as the writer's report",
    "contradicted": "the record has the contrary",
    "out-of-context": "the record has these words, and what was cut around them matters",
}


def claimed(asked: Asked, view: View) -> Answer:
    """The answer to whether ``asked.speaker``, or anybody, said ``asked.words``."""
    found = matches(asked, view)
    counted = [match for match in found if match.grade != "far" and not _is_writers(match, asked)]
    own = [match for match in counted if match.own]
    others = [m for m in counted if not m.own and m.grade != "opposed" and _is_more_than_a_word(m, asked)]
    if own and not (own[0].grade == "opposed" and others and others[0].grade == "verbatim"):
        return _own(asked, view, own, others, found)
    if others:
        return _others(asked, view, others, found)
    return unrecorded(asked, view, found)


def _is_more_than_a_word(match: Match, asked: Asked) -> bool:
    """Whether the words can be told to be another's: a word alone, unless it is a quotation, is anybody's."""
    return match.near.shared > 1 or asked.quoted or asked.speaker is None


def _is_writers(match: Match, asked: Asked) -> bool:
    """Whether words asked for as a quotation are the writer's, beside others that the writer did quote."""
    reported = asked.quoted and match.grade == "reported" and match.via is None
    return reported and match.found.statement.form == "mixed"


def _own(
    asked: Asked, view: View, own: Sequence[Match], others: Sequence[Match], found: Sequence[Match]
) -> Answer:
    best = own[0]
    rival = _rival(own, others, asked)
    same = [match for match in own if match.grade == best.grade]
    answer = _answer(view, [*same, *([rival] if rival else [])], found)
    if rival is not None:
        return replace(answer, verdict="disputed", note=_dispute(best, rival))
    if best.via and asked.speaker and best.grade != "opposed":
        note = f"{best.speaker} is said to have said so by {best.via}"
        return replace(answer, verdict="second-hand", edit="second-hand", material=True, note=note)
    return answer


def _rival(own: Sequence[Match], others: Sequence[Match], asked: Asked) -> Match | None:
    """A statement that speaks against the best one: the contrary by the same person, or the same by
    another.
    """
    best = own[0]
    if best.grade == "opposed":
        return None
    against = [
        m for m in own if m.grade == "opposed" and (asked.quoted or m.share == 1.0)
        and m.found.document.id != best.found.document.id
        and (asked.speaker or same_name(m.speaker, best.speaker))
    ]  # fmt: skip
    if against:
        return against[0]
    if best.grade != "verbatim" or len(content_words(asked.words)) < _DISTINCT:
        return None
    rest = others if asked.speaker else own[1:]
    same = [m for m in rest if m.grade == "verbatim" and not same_name(m.speaker, best.speaker)]
    return next((m for m in same if m.speaker and m.found.document.id != best.found.document.id), None)


def _dispute(best: Match, rival: Match) -> str:
    if rival.grade == "opposed" or same_name(best.speaker, rival.speaker):
        return "the record has this and its contrary"
    return f"one document gives these words to {best.speaker}, another to {rival.speaker}"


def _others(asked: Asked, view: View, others: Sequence[Match], found: Sequence[Match]) -> Answer:
    best = others[0]
    known = best.speaker or "no named speaker"
    note = f"no record of {asked.speaker} saying this; the record gives it to {known}"
    answer = _answer(view, others, found)
    return replace(answer, verdict="other-speaker", edit="wrong-speaker", material=True, note=note)


def unrecorded(asked: Asked, view: View, found: Sequence[Match] = ()) -> Answer:
    """The answer where nothing supports the words: no record of it, which is not that it was not said."""
    foreign = language(asked.words) not in {"en", None}
    label: Edit = "translated" if foreign else "not-found"
    written = _written(asked, view)
    return Answer(
        "no-record", view.searched(), edit=label, material=not foreign, receipts=written,
        nearest=_misses(asked, found), note=_why_none(asked, view, written, foreign=foreign),
    )  # fmt: skip


def _misses(asked: Asked, found: Sequence[Match]) -> tuple[Receipt, ...]:
    """The nearest misses: the asked-for speaker's first, then anybody's."""
    own = [m for m in found if m.own and m.near.telling and m.share >= _FAR] if asked.speaker else []
    others = [m for m in found if m.near.is_near and not (asked.speaker and m.own)]
    return _distinct([*map(_receipt, _nearest(own)), *map(_receipt, _nearest(others))])[:_MOST_MISSES]


def _nearest(found: Sequence[Match], limit: int = 5) -> list[Match]:
    """Those nearest in words, by whomever."""
    return sorted(found, key=lambda match: (-match.share, -match.found.score))[:limit]


def _written(asked: Asked, view: View) -> tuple[Receipt, ...]:
    """Where quoted words stand in a text as its writer's, and nobody's quotation."""
    if not asked.quoted:
        return ()
    return tuple(Receipt(place.document, None, place.span) for place in view.places(asked.words))


def _why_none(asked: Asked, view: View, written: Sequence[Receipt], *, foreign: bool) -> str:
    if written:
        return "no record of anybody saying this; the words are the writer's own"
    if foreign:
        return "the words are not in English, and were not found as they are"
    if asked.speaker and not view.by_speaker(asked.speaker, limit=1):
        return f"nobody called {asked.speaker} speaks in what was searched"
    return "no record in what was searched, which is not to say that it was not said"


def _answer(view: View, proofs: Sequence[Match], found: Sequence[Match]) -> Answer:
    """The answer that the best of ``proofs`` gives."""
    best = proofs[0]
    verdict: Verdict = "out-of-context" if best.cut_context else _BY_GRADE[best.grade]
    label = best.comparison.label
    compared = label not in {"not-found", "translated"}
    misses = _nearest([m for m in found if (m.grade != "far" or m.near.is_paraphrase) and m not in proofs])
    turned = verdict == "contradicted"  # also where the negation is in how it was said: "he denied that ..."
    return Answer(
        verdict, view.searched(), best.speaker, best.via,
        "polarity-flipped" if turned else label if compared else None,
        turned or verdict == "out-of-context" or (best.comparison.material if compared else None),
        _distinct(map(_receipt, proofs))[:_MOST_RECEIPTS], _distinct(map(_receipt, misses)), _NOTES[verdict],
        best.comparison.word_edits if compared else (), best.comparison.lost_context,
        occasion_of([match.found for match in proofs], view),
    )  # fmt: skip


def _distinct(receipts: Iterable[Receipt]) -> tuple[Receipt, ...]:
    """``receipts`` without those whose place lies within that of an earlier one of the same speaker."""
    kept: list[Receipt] = []
    for one in receipts:
        if not any(_shows(other, one) for other in kept):
            kept.append(one)
    return tuple(kept)


def _shows(one: Receipt, other: Receipt) -> bool:
    same = one.document.id == other.document.id and one.speaker == other.speaker
    return same and other.span.within(one.span)


def occasion_of(found: Iterable[Found], view: View) -> Occasion | None:
    """To whom, where and when, from the first of ``found``, or what is around it, that has any of it."""
    for one in found:
        chain = [one, *outward(one, view)]
        addressee = next((f.statement.addressee for f in chain if f.statement.addressee), None)
        setting = next((f.statement.setting for f in chain if f.statement.setting), None)
        said_on = next((f.statement.said_on for f in chain if f.statement.said_on), None)
        if addressee or setting or said_on:
            return Occasion(one.document, addressee, setting, said_on)
    return None


def _receipt(match: Match) -> Receipt:
    return Receipt(match.found.document, match.found.statement.id, match.place, match.speaker)


def receipt_of(found: Found) -> Receipt:
    """A statement's content, or its cue where it has none, as a receipt."""
    statement = found.statement
    spans = statement.content or statement.cue or statement.source
    place = Span(spans[0].start, max(span.end for span in spans))
    return Receipt(found.document, statement.id, place, who(found.document, statement))
