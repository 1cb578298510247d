"""From a question to its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from onrecord.ask.answers import Answer, Receipt
from onrecord.ask.claims import claimed, occasion_of, unrecorded
from onrecord.ask.listings import by_speaker, commitments, on_date, positions, quoted_people, said_about
from onrecord.ask.matches import Alike, Asked
from onrecord.ask.questions import REFUSING, Form, Question, understood
from onrecord.ask.view import View
from onrecord.compare.shingles import content_words
from onrecord.compare.vocabulary import vocabulary

_REFUSED = frozenset({"refuse", "decline", "reject", "deny"})


def ask(question: str, view: View, *, alike: Alike | None = None) -> Answer:
    """Answer ``question`` from the record behind ``view``; nothing is generated.

    Args:
        question: in English, in one of the forms of docs/how-to/ask.md; other texts are searched for as
            words.
        view: the record.
        alike: a measure of meaning from the caller's own embeddings, 0 to 1; without one, words decide.

    Raises:
        InputError: when the question is empty or too long.
    """
    return answer(understood(question), view, alike=alike)


def did_say(speaker: str | None, words: str, view: View, *, alike: Alike | None = None) -> Answer:
    """Whether ``speaker``, or with None anybody, said ``words``, word for word.

    Raises:
        InputError: when there are no words, or too many.
    """
    understood(words)  # refuses what is empty or too long
    return _marked(claimed(Asked(words.strip(), quoted=True, speaker=speaker, alike=alike), view), view)


def answer(question: Question, view: View, *, alike: Alike | None = None) -> Answer:
    """Answer an understood question."""
    return _marked(_answered(question, view, alike), view)


def _marked(given: Answer, view: View) -> Answer:
    """``given``, its receipts with what their documents are marked as."""
    shown = (*given.receipts, *given.nearest)
    marks = view.marked([receipt.document.id for receipt in shown])
    if not marks:
        return given
    receipts, nearest = (
        tuple(replace(receipt, marks=marks.get(receipt.document.id, ())) for receipt in some)
        for some in (given.receipts, given.nearest)
    )
    return replace(given, receipts=receipts, nearest=nearest)


def _answered(question: Question, view: View, alike: Alike | None) -> Answer:
    listing = _LISTINGS.get(question.form)
    if listing is not None:
        return listing(question, view)
    asked = Asked(question.words, question.quoted, question.speaker, alike)
    if question.form == "did-call":
        return _called(asked, view)
    if not asked.quoted and not content_words(asked.words):
        return replace(unrecorded(asked, view), note=f"“{asked.words}” names nothing that was said; say what")
    given = claimed(asked, view)
    if question.form in {"to-whom", "when"}:
        return _told_when(question, _with_occasion(given, view))
    return _refused(question, given, view)


_LISTINGS: Mapping[Form, Callable[[Question, View], Answer]] = {
    "commitments": commitments, "positions": positions, "said-about": said_about, "on-date": on_date,
    "by-speaker": by_speaker, "quoted": quoted_people,
}  # fmt: skip


def _called(asked: Asked, view: View) -> Answer:
    """Whether somebody called somebody so: only their own words count, not how a report tells of it."""
    given = claimed(replace(asked, quoted=True), view)
    reported = given.verdict == "paraphrase" and given.edit != "paraphrase-in-quotation-marks"
    return unrecorded(replace(asked, quoted=True), view) if reported else given


def _with_occasion(given: Answer, view: View) -> Answer:
    """The answer with the occasion of the first receipt that has one."""
    found = [view.statement(r.document.id, r.statement) for r in given.receipts if r.statement]
    return replace(given, occasion=occasion_of([one for one in found if one], view))


def _told_when(question: Question, given: Answer) -> Answer:
    """``given``, its note saying so where the text does not tell what was asked."""
    occasion = given.occasion
    if given.verdict == "no-record" or not given.receipts:
        return given
    if question.form == "to-whom":
        silent = "" if occasion and occasion.addressee else "to whom"
    else:
        silent = "" if occasion and (occasion.said_on or occasion.setting) else "when"
    return replace(given, note=f"{given.note}; the text does not say {silent}") if silent else given


def _refused(question: Question, given: Answer, view: View) -> Answer:
    """``given``, or its contrary where the record has a refusal of what was to be promised, or the
    reverse.
    """
    if given.verdict not in {"paraphrase", "contradicted"} or not given.receipts:
        return given
    refusing = question.verb in REFUSING
    refused = _is_refusal(given.receipts[0], view)
    if not refusing and not refused:
        return given
    contrary = (refusing != refused) != (given.verdict == "contradicted")
    if not contrary:
        return replace(
            given, verdict="paraphrase", note="the record has this in other words, or as the writer's report"
        )
    return replace(given, verdict="contradicted", note="the record has the contrary")


def _is_refusal(receipt: Receipt, view: View) -> bool:
    found = view.statement(receipt.document.id, receipt.statement) if receipt.statement else None
    if found is None:
        return False
    cue = [span.of(found.document.text).split() for span in found.statement.cue]
    senses = {vocabulary().base(word.casefold()) for words in cue for word in words} | {found.statement.sense}
    return bool(senses & _REFUSED)
