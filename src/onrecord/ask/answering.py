"""From a question to its answer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from onrecord.ask.answers import Answer
from onrecord.ask.claims import claimed, occasion_of, receipt_of, unrecorded
from onrecord.ask.forms import COMMITTING, DENYING, PROMISING, REFUSING, Alike, Asked, Form, Question
from onrecord.ask.listings import (
    by_speaker,
    commitments,
    in_what_way,
    on_date,
    positions,
    quoted_people,
    said_about,
)
from onrecord.ask.questions import understood
from onrecord.ask.view import Found, View
from onrecord.compare.shingles import content_words

_FEWEST = 3  # small words in quotation marks that can be looked for
_MOST_BOUND = 3  # commitments that are shown where the one asked for is not known


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
        listed = listing(question, view)
        return _claimed_stance(question, listed, view) if question.form == "positions" else listed
    asked = Asked(question.words, question.quoted, question.speaker, alike, question.via)
    if question.verb == "call":
        return _called(asked, view)
    alone = not asked.quoted or len(asked.words.split()) < _FEWEST
    if alone and not content_words(asked.words):
        words = textwrap.shorten(asked.words, 60, placeholder=" …")
        note = f"“{words}” names nothing that was said; say what"
        return Answer("no-record", view.searched(), edit="not-found", material=True, note=note)
    given = claimed(asked, view)
    if question.form in {"to-whom", "when"}:
        return _told_when(question, _with_occasion(given, view))
    if question.form == "who-first":
        return _first(given)
    return _promised(question, _refused(question, given), view)


_LISTINGS: Mapping[Form, Callable[[Question, View], Answer]] = {
    "commitments": commitments, "in-what-way": in_what_way, "positions": positions, "said-about": said_about,
    "on-date": on_date, "by-speaker": by_speaker, "quoted": quoted_people,
}  # fmt: skip


def _claimed_stance(question: Question, listed: Answer, view: View) -> Answer:
    """``listed``, or where the record has no such position, what somebody said of their own stance."""
    if listed.verdict != "no-record" or question.speaker is None or question.topic is None:
        return listed
    stance = {"favor": "supports", "against": "opposes"}.get(question.stance or "")
    if stance is None:
        return said_about(question, view)
    given = claimed(Asked(f"{stance} {question.topic}", quoted=False, speaker=question.speaker), view)
    return given if given.verdict not in {"no-record", "other-speaker"} else listed


def _called(asked: Asked, view: View) -> Answer:
    """Whether somebody called somebody so.

    Of words asked for as a quotation only their own count, not how a report tells of it.
    """
    if not asked.quoted:
        given = claimed(asked, view)
        if given.verdict not in {"no-record", "other-speaker"}:
            return given
        own_words = re.sub(r"^.*?\s(?=(?:a|an|the)\s)", "", asked.words, count=1, flags=re.IGNORECASE)
        asked = replace(asked, words=own_words, quoted=True)
    given = claimed(asked, view)
    reported = given.verdict == "paraphrase" and given.edit != "paraphrase-in-quotation-marks"
    return unrecorded(asked, view) if reported else given


def _first(given: Answer) -> Answer:
    """``given``, its receipts by day of publication, and who is known to have had it first."""
    days = sorted({r.document.published_on for r in given.receipts if r.document.published_on})
    if not given.receipts or not days:
        return (
            replace(given, note=f"{given.note}; no day of publication is known") if given.receipts else given
        )
    ordered = sorted(given.receipts, key=lambda r: r.document.published_on or date.max)
    first = {r.document.publisher or r.document.id for r in ordered if r.document.published_on == days[0]}
    note = f"{given.note}; first in what was searched: {', '.join(sorted(first))}, {days[0].isoformat()}"
    return replace(given, receipts=tuple(ordered), note=note)


def _promised(question: Question, given: Answer, view: View) -> Answer:
    """``given``, or no record where what was to be a promise was only said.

    Where nothing is known of it, what somebody did promise is near.
    """
    if given.verdict == "no-record" and re.fullmatch(COMMITTING, question.verb) and question.speaker:
        bound = view.commitments(question.speaker, limit=_MOST_BOUND)
        promised = [receipt_of(Found(b.document, b.statement)) for b in bound]
        return replace(given, nearest=(*given.nearest, *promised)[: 2 * _MOST_BOUND])
    if question.verb not in PROMISING or given.verdict != "paraphrase" or not given.receipts:
        return given
    receipt = given.receipts[0]
    found = view.statement(receipt.document.id, receipt.statement) if receipt.statement else None
    if found is None or found.statement.act in {None, "commissive"}:
        return given
    note = "no record of a promise; it was said, but not as one"
    return Answer("no-record", given.searched, nearest=(*given.receipts, *given.nearest), note=note)


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
    elif question.text.lower().lstrip().startswith("where"):
        silent = "" if occasion and occasion.setting else "where"
    else:
        silent = "" if occasion and (occasion.said_on or occasion.setting) else "when"
    return replace(given, note=f"{given.note}; the text does not say {silent}") if silent else given


def _refused(question: Question, given: Answer) -> Answer:
    """``given``, or where a refusal or a denial was asked about, its contrary."""
    if question.verb not in REFUSING | DENYING or given.verdict not in {"paraphrase", "contradicted"}:
        return given
    if given.verdict == "contradicted":
        note = "the record has this in other words, or as the writer's report"
        return replace(given, verdict="paraphrase", edit=None, material=None, word_edits=(), note=note)
    turned = replace(given, edit="polarity-flipped", material=True)
    return replace(turned, verdict="contradicted", note="the record has the contrary")
