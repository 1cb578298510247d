"""The clause of a cue, and whether a time in its sentence belongs to it.

Told by position and by the words that open another clause, without a parser.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.times.tense import ends_sentence, is_finite
from onrecord.resolve.times.words import Words
from onrecord.types import Span, Statement, Time

_OPENERS = frozenset(
    "that who whom whose which when while because if although though since until where whether than "
    "despite before after following as ; : unless once".split()
)
OCCASIONS = frozenset(
    "interview interviews speech address remarks statement conference briefing hearing debate rally "
    "testimony tweet tweets letter email appearance call meeting event forum podcast broadcast post "
    "memo op-ed editorial report filing lecture sermon announcement poll survey study book article "
    "column episode show ruling tour trip stop summit panel essay ad video memoir message note "
    "advisory release order decision complaint lawsuit affidavit deposition filings addresses "
    "speeches".split()
)
_MARKS = frozenset(["“", '"', "'", "‘", "`"])
_OWN = frozenset("his her their its a an the".split())
SPEAKING = frozenset("speaking asked appearing talking writing testifying interviewed addressing".split())
_GIVEN = frozenset("released published issued posted aired delivered given sent".split())
_RELATIVES = frozenset("that which who whom".split())
_AT_ONCE = frozenset("on in earlier , ” \" ' ’ - — –".split())
_SPOKE = frozenset("spoke spoken appeared testified wrote tweeted posted responded lectured preached".split())
_CLOSING = frozenset(("”", '"', "'", "’"))
_LEADS_ON = frozenset("on in at during late early last this".split())
_BEGAN = frozenset("began started opened closed concluded ended kicked responded reacted".split())
_MET = frozenset("gathered rallied met marched assembled convened protested demonstrated".split())
_JOINED = frozenset(("and", "but", "then"))
_UP_TO = frozenset(["by", "since", "until"])
_ABOUT = frozenset("of about regarding concerning".split())
_REACH = 40
_AFTER_EVENT = 8
_AFTER_CUE = 14
_IN_FRONT = 16


@dataclass(frozen=True, slots=True)
class Clause:
    """The sentence of a cue, in words, and the places in it that matter (word positions, ends excluded)."""

    words: Words
    start: int
    end: int
    subject: tuple[int, int] | None
    cue: tuple[int, int]


def clause_of(words: Words, statement: Statement) -> Clause:
    """The sentence around the first span of the cue, at most 40 words each way."""
    cue = positions(words, statement.cue[0])
    start, end = cue
    while start > max(0, cue[0] - _REACH) and not words.fresh[start] and not ends_sentence(words, start - 1):
        start -= 1
    quoted = [positions(words, s) for s in statement.content]
    while (
        end < min(len(words.lower), cue[1] + _REACH)
        and not words.fresh[end]
        and not (ends_sentence(words, end) and not _is_inside(words, quoted, end))
    ):
        end += 1
    inside = [positions(words, s) for s in statement.source]
    subject = next((p for p in inside if start <= p[0] and p[1] <= end), None)
    return Clause(words, start, end, subject, cue)


def _is_inside(words: Words, contents: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a mark within quoted words ends no sentence of the text: "tweeted, “Thanks!” on Friday"."""
    around = next((p for p in contents if p[0] < place < p[1]), None)
    if around is None:
        return False
    after = around[1] + (words.at(around[1]) in _CLOSING)
    return words.at(place) in {"!", "?"} and words.at(after) in _LEADS_ON


def positions(words: Words, span: Span) -> tuple[int, int]:
    """The words of ``span``: first, and last excluded."""
    start = min(bisect_left(words.ends, span.start + 1), len(words.ends) - 1)
    return start, max(start + 1, bisect_left(words.starts, span.end))


def attached(clause: Clause, statement: Statement, time: Time) -> bool:
    """Whether ``time``, in the sentence of ``statement``, goes with the verb of saying."""
    start, end = positions(clause.words, time.span)
    if start >= clause.cue[1]:
        return _follows(clause, statement, start)
    subject = clause.subject
    if start >= clause.cue[0] or (subject and subject[0] <= start < subject[1]):
        # "said Monday" as a cue; "a report released last year"
        return clause.words.at(start - 1) not in _UP_TO
    if subject and subject[1] <= start and end <= clause.cue[0]:
        return _between(clause, subject[1], start, end)
    if subject and subject[0] > clause.cue[0] and subject[0] <= start:
        return False
    if subject and clause.words.at(subject[0]) in _RELATIVES:
        return False
    head = min(subject[0], clause.cue[0]) if subject else clause.cue[0]
    return end <= head and _in_front(clause, statement, start, end, head)


def _follows(clause: Clause, statement: Statement, start: int) -> bool:
    """``said on Monday``, ``told reporters on Monday``, ``said that ..., in an interview on Monday``."""
    words, begin = clause.words, clause.cue[1]
    contents = [positions(words, s) for s in statement.content]
    passed = [p[1] for p in contents if begin <= p[0] < start]
    if passed:
        begin = max(passed)
        return start - begin <= _AFTER_CUE and _tells_occasion(words, begin, start)
    if start - begin > _AFTER_CUE + _length_of(clause.subject, begin, start):
        return False
    source = clause.subject
    gap = [p for p in range(begin, start) if not (source and source[0] <= p < source[1])]
    if words.at(begin) in _ABOUT:
        return False
    opened = [p for p in gap if _opens(words, p)]
    if len(opened) == 1 and words.at(opened[0]) in {"after", "following"}:  # "told reporters after a meeting"
        return start - opened[0] <= _AFTER_EVENT and any(
            words.at(p) in OCCASIONS for p in gap if p > opened[0]
        )
    return not opened


def _length_of(subject: tuple[int, int] | None, begin: int, end: int) -> int:
    """The words of a subject that stands between ``begin`` and ``end`` ("said the minister on Monday")."""
    return subject[1] - subject[0] if subject and begin <= subject[0] and subject[1] <= end else 0


def _opens(words: Words, position: int) -> bool:
    """Whether another clause begins there, or its verb stands there."""
    return words.at(position) in _OPENERS or (
        is_finite(words, position) and words.at(position) not in SPEAKING
    )


def _tells_occasion(words: Words, begin: int, start: int) -> bool:
    """Whether only "in an interview" and the like stand between what was said and the time, or nothing."""
    if all(words.at(p) in _AT_ONCE for p in range(begin, start)):
        return True
    gap = range(begin, start)
    while gap and words.at(gap[0]) in {",", "”", '"', "'", "’", "-", "—", "–"}:
        gap = gap[1:]
    if not gap or words.at(gap[0]) not in {"in", "at", "during", "on", "to", "via"}:
        return False
    if any(_opens(words, p) and words.at(p) not in _GIVEN for p in gap):
        return False
    return any(words.at(p) in OCCASIONS for p in gap)


def _between(clause: Clause, begin: int, start: int, end: int) -> bool:
    """``She on Monday said``; ``he was heard after his address on March 7 telling``."""
    words = clause.words
    led = start - (words.at(start - 1) in {"on", "in"})
    if clause.cue[0] == end and words.at(led - 1) in _JOINED:  # "... and on Monday announced"
        return True
    if clause.cue[0] - end > _IN_FRONT or any(_opens(words, p) for p in range(end, clause.cue[0])):
        return False
    participle = words.at(clause.cue[0]).endswith("ing")
    opened = [p for p in range(begin, start) if _opens(words, p)]
    if not opened or (participle and all(words.at(p) in _SPOKE | _BEGAN for p in opened)):
        return True
    if words.at(clause.cue[0]) == "to" and all(words.at(p) in _MET for p in opened):
        return True
    return participle and _after_own_occasion(words, begin, start)


def _after_own_occasion(words: Words, begin: int, start: int) -> bool:
    """``after his speech on``: what follows one's own speech is said on that day."""
    last = start - 1 - (words.at(start - 1) in {"on", "in", "from"})
    if words.at(last) not in OCCASIONS:
        return False
    opener = next(
        (p for p in range(last, begin - 1, -1) if words.at(p) in {"after", "following", "during"}), None
    )
    return opener is not None and words.at(opener + 1) in _OWN


def _in_front(clause: Clause, statement: Statement, start: int, end: int, head: int) -> bool:
    """``On Monday, she said``, ``In an interview last weekend with MSNBC, he said``."""
    words = clause.words
    contents = [positions(words, s) for s in statement.content]
    divided = (p + 1 for p in range(clause.start, start) if words.at(p) in {":", ";"})
    first = max([clause.start, *divided, *(p[1] for p in contents if p[1] <= start)])
    while words.at(first) in {",", "”", '"', "’", "'", "and", "but", "-", "—", "–"} and first < start:
        first += 1
    if start - first > _IN_FRONT or any(start < p[0] < head for p in contents):
        return False
    if _is_inserted(clause, contents, head):
        return False
    if words.at(start - 1) in _UP_TO or any(_opens(words, p) for p in range(end, head)):
        return False
    if any(words.at(p - 1) == "," and words.at(p) in {"but", "yet", "while"} for p in range(end + 1, head)):
        return False  # "Quill left last year, but Roth said"
    if not any(_opens(words, p) for p in range(first, start)):
        return True
    led = words.at(first) in {"after", "following"} or words.at(clause.cue[0]).endswith("ing")
    return led and _after_own_occasion(words, first, start)


def _is_inserted(clause: Clause, contents: Sequence[tuple[int, int]], head: int) -> bool:
    """``In recent days, aides say, the senator has ...``: what is in front is part of what was said."""
    words, end = clause.words, clause.cue[1]
    if words.at(end) != "," or head == 0 or words.at(head - 1) != ",":
        return False
    after = [p[0] for p in contents if p[0] > end]
    return bool(after) and words.at(end + 1) not in _MARKS and words.at(min(after)) not in _MARKS


def modifies(words: Words, time: Time) -> bool:
    """Whether ``time`` stands for itself, or dates an occasion of speaking, not "the 2016 election"."""
    start, end = positions(words, time.span)
    if words.at(end) in {"'", "’"} and words.at(end + 1) == "s":
        return _names_occasion(words, end + 2)
    held = words.at(start - 1) in _OWN and words.at(start) not in _OWN
    return not (held and words.at(end).isalpha() and words.at(end) != "hours") or _names_occasion(words, end)


def _names_occasion(words: Words, start: int) -> bool:
    return any(words.at(p) in OCCASIONS for p in range(start, start + 4))
