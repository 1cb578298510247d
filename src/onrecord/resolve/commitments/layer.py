"""The commitments that statements report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from onrecord.resolve.acts.heads import Head, head_of
from onrecord.resolve.acts.lexicon import lexicon
from onrecord.resolve.acts.shapes import shape_of
from onrecord.resolve.commitments.debtors import Ground, debtor
from onrecord.resolve.commitments.deeds import condition_in, deadline_in, deed
from onrecord.resolve.commitments.said import Undertaking, planned, said
from onrecord.resolve.passage import Passage
from onrecord.resolve.phrases import DETERMINERS, STOPS
from onrecord.text.words import Word
from onrecord.types import Commitment, Deadline, Record, Span, Statement, Strength

_STRENGTHS: dict[str, Strength] = {
    "promise": "promises", "vow": "promises", "threaten": "intends", "plan": "plans", "decide": "intends",
    "offer": "offers", "refuse": "refuses", "decline": "declines", "sign": "signed", "accept": "agrees",
    "agree": "agrees", "deny": "refuses",
}  # fmt: skip
_INTENDING = frozenset("intend aim mean resolve opt choose elect".split())
# Adjectives of likelihood, which bind nobody: "was poised to win", "is set to close".
_LOOSE = frozenset("set bound poised".split())
# Senses of which a noun phrase can be what is promised: "promised a review", "agreed to a truce".
_OF_THINGS = frozenset("promise vow agree".split())
_BINDING = frozenset("agreement pledge deal pact contract treaty accord memorandum letter commitment".split())
# "denied that he would resign" binds nobody to resign.
_NO_SAYING = frozenset("deny predict question".split())
_DIGITS = 16


def commitments(record: Record) -> tuple[Commitment, ...]:
    """What the statements of ``record`` report that their speakers bound themselves to, or refused.

    The record needs its acts, and its people and times where it has them. A statement that was not made
    (``negated``) binds nobody.
    """
    ground = Ground(record)
    place = ground.place
    return tuple(
        _commitment(record, statement, undertaking, undertaking.debtor or speaker)
        for statement in record.statements
        if not statement.negated and (speaker := debtor(place, statement)) is not None
        for undertaking in _undertakings(ground, statement)
    )


def _undertakings(ground: Ground, statement: Statement) -> Iterator[Undertaking]:
    place = ground.place
    head = head_of(place.words_of(statement.cue), "", lexicon()) if statement.cue else None
    if statement.act == "commissive" and head is not None and statement.content:
        found = _undertaken(place, statement, head)
        if found is not None:
            yield found
    elif statement.sense not in _NO_SAYING and (
        statement.act in ("assertive", "commissive", "declaration") or _is_decision(head)
    ):
        yield from planned(ground, statement)
        yield from said(ground, statement)


def _undertaken(place: Passage, statement: Statement, head: Head) -> Undertaking | None:
    """What a commissive cue binds to: "agreed to send", "promised a review"."""
    strength = _STRENGTHS.get(head.entry.sense.name)
    loose = head.entry.lemma in _LOOSE or _is_past(place, head) or _is_mere_signing(place, statement, head)
    if strength is None or loose:
        return None
    if head.entry.lemma in _INTENDING:
        strength = "intends"
    words = _deed_words(place, statement, head)
    return None if words is None else Undertaking(strength, words)


def _is_decision(head: Head | None) -> bool:
    return head is not None and head.entry.sense.name == "decide"


def _is_past(place: Passage, head: Head) -> bool:
    """Whether an intention had been there, and is so no longer ("had planned", "had been willing")."""
    before = [word.low for word in place.before(head.word.start, 3)]
    if head.entry.sense.name == "offer" and before[-2:] == ["to", "be"]:
        return True  # "have to be willing" is asked of somebody
    return head.entry.sense.name in ("plan", "offer", "decide") and bool({"had", "'d"} & set(before))


def _is_mere_signing(place: Passage, statement: Statement, head: Head) -> bool:
    """Whether something was signed that binds nobody: an autograph, a bill."""
    if head.entry.sense.name != "sign":
        return False
    words = {*place.words.lows(statement.content[0])[:8]} | {w.low for w in place.words_of(statement.cue)}
    return not (head.entry.part == "verb" or head.entry.lemma == "sign") or not _BINDING & words


def _deed_words(place: Passage, statement: Statement, head: Head) -> Span | None:
    """From the verb to the end of the clause that says what is to be done, in or right before the content."""
    content = statement.content[0]
    rest = [w for w in place.words_of(statement.cue) if w.start >= head.end]
    words = [*rest, *place.words.within(content)]
    lows = [word.low for word in words]
    reach = len(rest) + (14 if head.entry.sense.name in ("promise", "vow", "sign") else 2)
    to = next((i for i, low in enumerate(lows[:reach]) if low == "to"), None)
    if to is None or to + 1 >= len(words):
        clause = _clause_words(lows)
        if clause is None and not _is_thing(statement, head, words):
            return None
        return content if clause is None else Span(words[clause].start, content.end)
    if not _is_deed(words[to + 1], head):
        return None
    first = to - 1 if to and lows[to - 1] in ("not", "never") else to + 1
    return Span(words[first].start, max(content.end, words[first].end))


def _is_thing(statement: Statement, head: Head, words: Sequence[Word]) -> bool:
    """Whether a noun phrase is what is promised or agreed to: "a review"."""
    if head.entry.sense.name not in _OF_THINGS or (words and words[0].low == "no"):
        return False
    return shape_of(words, quoted=statement.form == "direct") == "phrase"


def _is_deed(word: Word, head: Head) -> bool:
    """Whether what follows "to" can be a verb, or, after "agreed to", what was agreed to."""
    if word.low.endswith("ing"):
        return head.entry.lemma in ("commit", "dedicate")  # "committed to keeping it open"
    if word.low in STOPS and word.low not in ("be", "have", "do"):
        return False
    if head.entry.sense.name == "agree":
        return True
    return word.low not in DETERMINERS and (not word.is_name_like or head.word.is_name_like)


def _clause_words(lows: Sequence[str]) -> int | None:
    """Index of the verb, or its "not", after "that he would"; None where there is no such clause."""
    for index, low in enumerate(lows[:8]):
        if low in ("would", "will", "'ll") and index + 1 < len(lows):
            subject = [word for word in lows[:index] if word != "that"]
            return index + 1 if subject[-1:] and subject[-1] in _SUBJECTS else lows[:1].count("that")
    return None


_SUBJECTS = frozenset("he she it they we i who".split())


def _commitment(record: Record, statement: Statement, undertaking: Undertaking, debtor: str) -> Commitment:
    text = record.document.text
    act = deed(text, undertaking.words, record.times)
    time = deadline_in(text, undertaking.words, record.times)
    addressee = (
        statement.addressee.name if statement.addressee and undertaking.strength == "promises" else None
    )
    return Commitment(
        id=_id(statement, act),
        statement=statement.id,
        debtor=debtor,
        creditor=addressee,
        strength=undertaking.strength,
        act=act,
        condition=condition_in(text, undertaking.words),
        deadline=None if time is None else Deadline(time.span, time.earliest, time.latest),
    )


def _id(statement: Statement, act: Span) -> str:
    written = f"{statement.id} commitment {act.start} {act.end}"
    return hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]
