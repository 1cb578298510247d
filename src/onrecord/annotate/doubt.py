"""Which attributions are too doubtful to tell: how sure one must be depends on its cue.

"She said that ..." is one however unsure its boundaries make the network; "she signed it" and "questions
about it" seldom are, and what takes them for one had better be sure. So a cue is *plain* where it has a
word of saying, thinking or wishing, nothing in it makes the saying a mere possibility or effort, and what
is said is more than a word. So is one with no word for a cue where quotation marks tell of a speaker.
Every other one must reach a higher floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.text.inflections import noun_forms, verb_forms
from onrecord.types import Attribution, Span

# Verbs that take what is said, thought or wished as their clause; forms are derived.
_VERBS = (
    "accept accuse acknowledge add admit advise advocate agree allege announce answer argue ask assert "
    "assume assure believe call chant claim comment complain concede conclude condemn confess confirm "
    "consider contend criticise criticize decide declare decline demand denounce deny describe determine "
    "disagree dispute doubt endorse envision estimate exclaim expect explain fear feel find forecast "
    "foresee forgive guess hint hope imagine imply indicate inform insist intend joke know learn maintain "
    "mean note object observe oppose plan pledge praise predict prefer proclaim promise propose quote "
    "read realise realize reason recall reckon recommend refuse regard regret reiterate reject remark "
    "remember remind repeat reply report request respond reveal say see shout show signal speak speculate "
    "state stress suggest suspect swear talk tell testify think threaten tweet understand urge value "
    "voice vow want warn wish wonder worry write yell"
)
_NOUNS = (
    "accusation admission advice allegation anger announcement argument assertion assumption belief claim "
    "comment complaint concern conclusion confidence contention conviction criticism decision declaration "
    "demand denial desire disappointment doubt estimate expectation fear feeling frustration hope idea "
    "impression insistence intention notion objection opinion pledge position prediction proclamation "
    "promise proposal refusal regret remark reply request skepticism stance statement suggestion "
    "suspicion theory threat view vow warning wish worry"
)
_OTHERS = (
    "according afraid angry aware certain concerned confident convinced disappointed excited frustrated "
    "glad grateful happy hopeful impressed opposed optimistic pleased proud shocked sorry sure surprised "
    "thankful worried"
)
_TAKING = frozenset([form for verb in _VERBS.split() for form in verb_forms(verb)] + _OTHERS.split())
_PLAIN = _TAKING.union(*(noun_forms(noun) for noun in _NOUNS.split()))
# The forms that as often do something else: "to see a doctor", "of like mind", "a state of things".
_AMBIGUOUS = (
    "find finds found like likes mean means meant note notes object objects question questions read reads "
    "regard regards saw see seen sees show shown shows signal signals state states value values"
)
_TELLING = _TAKING.difference(_AMBIGUOUS.split())
_WORD = re.compile(r"[^\W\d_]+")
_SUPPOSED = re.compile(
    r"\b(?:can|could|cannot|can[’']t|should|may|might|must|tr(?:y|ies|ied|ying)\s+to|going\s+to|supposed|able\s+to)\b",
    re.IGNORECASE,
)

_OPENED = re.compile(r"[“\"„«‘]|``|''")

# Chosen on PolNeAR dev and the hand-made labels: training/README.md has the figures.
NESTED = 0.45
"""Confidence that a nested attribution must reach whose cue is not plain."""
OUTER = 0.05
"""The same of one that is not nested and has a source."""
SOURCELESS = 0.4
"""The same of one that is not nested and has none."""


def is_plain(attribution: Attribution, text: str) -> bool:
    """Whether the cue is plainly one of saying, thinking or wishing, or the marks are plain without it."""
    cue = " ".join(span.of(text) for span in attribution.cue)
    if not any(c.isalpha() for c in cue):
        return any(_OPENED.search(text[max(0, s.start - 1) : s.start + 1]) for s in attribution.content)
    words = sum(len(span.of(text).split()) for span in attribution.content)
    named = any(word.lower() in _PLAIN for word in _WORD.findall(cue))
    return named and words > 1 and not _SUPPOSED.search(cue)


def telling_words(text: str, within: Span) -> Iterator[Span]:
    """The words of ``text`` ``within`` a stretch that by themselves tell of saying, thinking or wishing."""
    for match in _WORD.finditer(text, within.start, within.end):
        if match.group().lower() in _TELLING:
            yield Span(*match.span())


def is_doubtful(attribution: Attribution, text: str, *, nested: bool) -> bool:
    """Whether ``attribution`` of ``text`` is not sure enough to be told, ``nested`` or not."""
    highest = NESTED if nested else OUTER if attribution.source else SOURCELESS
    return attribution.confidence < highest and not is_plain(attribution, text)
