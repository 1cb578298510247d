"""The acts of statements: class, sense, polarity, and the writer's stance to the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.acts.heads import Head, head_of
from onrecord.resolve.acts.lexicon import Shape, lexicon
from onrecord.resolve.acts.polarity import Around, clause_before, is_iterative, is_negated
from onrecord.resolve.acts.quoted import act_of_quoted
from onrecord.resolve.acts.shapes import shape_of
from onrecord.resolve.passage import Passage, passage
from onrecord.text.sentences import sentences
from onrecord.text.words import Word
from onrecord.types import Act, Statement

# Private states that "would" only softens ("would support a ban").
_LIKINGS = frozenset("want like support oppose hope".split())
_REFUSALS = frozenset("refuse decline".split())
# What one refuses to do when one refuses to speak.
_SPEAKING = frozenset(
    "say comment answer respond discuss elaborate specify confirm speculate identify disclose "
    "reveal explain address talk speak detail describe clarify divulge tell provide reply".split()
)
_BEING = frozenset("was were been is are am be 'm 's 're feel feels felt".split())
_BARE_REFUSALS = frozenset("comment interview interviews requests request".split())


def with_acts(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """``statements`` with act, sense, negated, iterative and the writer's stance filled in.

    Linear in the number of statements and the lengths of their contents.

    Args:
        text: the document's text, which the spans point into.
        statements: in any order; only their own spans are looked at, and the clause they stand in.
    """
    place = passage(text)
    return tuple(_with_act(place, statement) for statement in statements)


def _with_act(place: Passage, statement: Statement) -> Statement:
    head = _head(place, statement)
    around = _around(place, statement, head)
    act = _act(place, statement, head)
    return replace(
        statement,
        act=act,
        sense=None if head is None else head.entry.sense.name,
        negated=is_negated(around) or _is_refusal_to_speak(place, head),
        iterative=is_iterative(around),
        writer_stance="neutral" if head is None else head.entry.sense.stance,
    )


def _head(place: Passage, statement: Statement) -> Head | None:
    words = place.words_of(statement.cue)
    if not words:
        return None
    before = place.before(words[0].start, 1)
    return head_of(words, before[0].low if before else "", lexicon())


def _act(place: Passage, statement: Statement, head: Head | None) -> Act:
    if head is None:
        return _act_of_content(place, statement) if not place.words_of(statement.cue[:1])[1:] else "assertive"
    sense = head.entry.sense
    if head.uttered and sense.act == "private_state":
        return "expressive"
    shape = _shape(place, statement, head)
    if head.entry.lemma == "encourage" and shape != "infinitive" and _is_passive(place, head):
        return "private_state"  # "was encouraged that the talks go on"
    return sense.by_shape.get(shape, sense.act) if shape else sense.act


def _is_passive(place: Passage, head: Head) -> bool:
    return bool(_BEING & {word.low for word in place.before(head.word.start, 3)})


def _shape(place: Passage, statement: Statement, head: Head) -> Shape | None:
    rest = [word for word in place.words_of(statement.cue) if word.start >= head.end]
    content = statement.content
    if content[1:] and content[0].end <= head.word.start and _is_passive(place, head):
        content = content[1:]  # "She was told to leave", its subject taken for a part of the content
    words = [*rest, *place.words_of(content)]
    return shape_of(words, quoted=statement.form == "direct")


def _act_of_content(place: Passage, statement: Statement) -> Act:
    spoken = statement.verbatim if statement.form == "direct" else ()
    found = [
        part.of(words) for span in spoken for words in [span.of(place.text)] for part in sentences(words)
    ]
    return act_of_quoted(found)


def _around(place: Passage, statement: Statement, head: Head | None) -> Around:
    """What stands around the head of ``statement``'s cue, or around the whole cue where it has no head."""
    cue = place.words_of(statement.cue)
    start = head.word.start if head else (cue[0].start if cue else _first(statement))
    end = head.end if head else (cue[-1].end if cue else start)
    floor = max((span.end for span in statement.source if span.end <= start), default=0)
    if head is not None and head.entry.part == "noun" and cue:
        floor = max(floor, cue[0].start)  # what stands before a noun's own words is about something else
    lead = clause_before(place.before(start, 10), floor)
    opening = place.before(_opens(statement, start), 2)
    return Around(
        head=head.word.low if head else "",
        lead=lead,
        rest=[w.low for w in cue if w.start >= end] or _outside(statement, place.after(end, 2)),
        source=[word.low for word in place.words_of(statement.source[:1])],
        opening=[word.low for word in opening if not word.is_mark]
        if opening and not opening[-1].is_mark
        else (),
        asked=place.sentence(start).of(place.text).rstrip("\"'“”‘’ )").endswith("?"),
        likes=head is not None and head.entry.sense.name in _LIKINGS,
    )


def _outside(statement: Statement, words: Sequence[Word]) -> list[str]:
    """Those of ``words`` that are no part of the content: "said no decision was made" negates no saying."""
    return [w.low for w in words if not any(span.start <= w.start < span.end for span in statement.content)]


def _first(statement: Statement) -> int:
    return min(span.start for span in (*statement.content, *statement.source, *statement.cue))


def _opens(statement: Statement, head: int) -> int:
    """Where the clause of saying begins: at its source where that is before the head, else at the cue."""
    starts = [span.start for span in (*statement.source, *statement.cue[:1]) if span.start <= head]
    return min(starts, default=head)


def _is_refusal_to_speak(place: Passage, head: Head | None) -> bool:
    """Whether a refusal is one to speak: "declined to comment", "refused to say whether"."""
    if head is None or head.entry.sense.name not in _REFUSALS:
        return False
    lows = [word.low for word in place.after(head.end, 4)]
    if not lows:
        return False
    to = lows.index("to") if "to" in lows[:2] else None
    return lows[0] in _BARE_REFUSALS if to is None else bool(_SPEAKING & set(lows[to + 1 : to + 2]))
