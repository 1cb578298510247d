"""Whether words were said at all, and whether over and over: what stands around the head of a cue.

What counts is the saying: "did not say it" is negated, "said it was not so" and "denied it" are not. What was
only hypothetically said counts with it: "would say", "if he says", "is expected to announce".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text.words import Word

_NOT = frozenset("not never n't cannot neither nor without hardly".split())
_NO_ONE = frozenset("no nobody none neither no-one".split())
_MODALS = frozenset("would could might may should must can ought".split())
_AUXILIARIES = frozenset(
    "be is are was were am been being have has had having do does did will get got "
    "'s 'd 're 've 'll 'm".split()
)
# After "would", what makes it a future of the past ("would later say") or a habit ("would often say").
_AFTERWARDS = frozenset(
    "later eventually soon subsequently ultimately finally then often always repeatedly sometimes "
    "frequently go regularly".split()
)
_ASKING_HOW = frozenset("why how when where what who whom which".split())
_FIRST_PERSON = frozenset("i we".split())
_IF = frozenset("if unless whether lest".split())
# Not a negation of what is said: "not only said", "not afraid to say", "can't help but say", "no longer".
_NOT_REALLY = frozenset(
    "only just merely simply surprisingly afraid shy alone help first hesitate hesitated mince "
    "wrong unlike missed miss".split()
)
_PERCEIVED = frozenset(["heard", "seen"])  # "could be heard shouting" was shouted
# What stands before "to say" when it is not said, or not yet.
_UNSAID = frozenset(
    "refuse refused refuses refusing decline declined declines declining fail failed fails "
    "failing neglected neglects expected expects plan plans planned planning intend intends "
    "intended unlikely likely reluctant hesitant unwilling poised set scheduled supposed due "
    "slated need needs needed ought yet unable prepared preparing afraid hesitated hesitate "
    "opportunity chance".split()
)
_TOLD = frozenset(
    "urge urged urges urging ask asked asks asking tell told press pressed pressing pressure "
    "pressured pushed push order ordered want wants wanted expect expects expected invite invited "
    "encourage encouraged call called calling calls demand demanded demanding force forced "
    "require required allow allowed for".split()
)
_CALLED = frozenset(["called", "calls", "calling", "phoned"])  # "called to complain", with nobody called on
_STOPPED = frozenset((word, "short") for word in ("stop", "stops", "stopped", "stopping"))
_AVOIDED = frozenset(
    "avoid avoided avoids avoiding sidestepped dodged dodges evaded resisted refrained "
    "refrains stopped".split()
)
_TAKING_BACK = frozenset("refuse decline fail hesitate avoid stop stopped deny".split())
# Of having no such thing: "made no mention", "had no comment", "offered no evidence"; but "has no doubt".
_UNDOUBTED = frozenset("doubt doubts question secret bones choice qualms problem longer matter".split())
_SILENT = frozenset("silent mum tight-lipped quiet silence nothing".split())
_HABITUAL = frozenset(
    "repeatedly often always frequently consistently constantly regularly routinely habitually "
    "continually continuously usually long relentlessly perpetually persistently incessantly".split()
)
_KEEPING = frozenset("keep keeps kept".split())
_MANY = frozenset("times occasions again years".split())
_SPEAKING_OF_MANY = (
    ("time", "and", "again"), ("over", "and", "over"), ("again", "and", "again"), ("many", "times"),
    ("multiple", "times"), ("several", "times"), ("numerous", "times"), ("many", "occasions"),
    ("several", "occasions"), ("multiple", "occasions"), ("numerous", "occasions"), ("for", "years"),
    ("over", "the", "years"), ("every", "day"), ("more", "than", "once"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the head of a cue, in small letters.

    Attributes:
        head: the head's first word, or "" for a cue without one.
        lead: the words of its clause before the head, from the end of its source on.
        rest: the words of the cue after the head, and a few after those.
        source: the words of the source.
        opening: the two words before the source or, without one, before the lead.
        asked: whether its sentence ends in a question mark.
        likes: whether the head is one of wanting, liking and supporting, which "would" only softens.
    """

    head: str
    lead: Sequence[str]
    rest: Sequence[str]
    source: Sequence[str]
    opening: Sequence[str]
    asked: bool
    likes: bool


def is_negated(around: Around) -> bool:
    """Whether the words were not said, or only hypothetically."""
    if around.source[:1] and around.source[0] in _NO_ONE:
        return True
    return _is_denied(around) or _is_unsaid(around) or _is_hypothetical(around)


def _is_denied(around: Around) -> bool:
    lead = around.lead
    for index, word in enumerate(lead):
        if word in _NOT or word.endswith("n't"):
            following = lead[index + 1] if index + 1 < len(lead) else around.head
            return following not in _NOT_REALLY and not _is_double(lead[index:])
        if word == "no":
            return not _UNDOUBTED & {*lead[index + 1 : index + 3], around.head}
    return bool(_SILENT & set(lead)) or _gives_none(around)


def _is_double(words: Sequence[str]) -> bool:
    """Whether a second negation takes the first one back ("did not decline to", "never stopped saying")."""
    return bool(_TAKING_BACK & set(words))


def _gives_none(around: Around) -> bool:
    """Whether the head's own object is nothing: "said nothing", "made no mention", "offered no comment"."""
    first, second = (*around.rest[:2], "", "")[:2]
    return first == "nothing" or (first == "no" and second not in _UNDOUBTED)


def _is_unsaid(around: Around) -> bool:
    lead = [word for word in around.lead if not word.endswith("ly")]
    if _AVOIDED & set(lead[-2:]) or any(pair in _STOPPED for pair in pairwise(lead)):
        return True
    if not lead or lead[-1] != "to" or any(word in _NOT or word.endswith("n't") for word in lead):
        return False
    if lead[-2:-1] and lead[-2] in _CALLED:
        return False
    told = lead[-6:-1] or around.opening[-1:]
    return bool(lead[-2:-1] and lead[-2] in _UNSAID) or bool(_TOLD & set(told))


def _is_hypothetical(around: Around) -> bool:
    opening = [word for word in around.opening if word not in ("even", "only", "and", "or", "but")]
    if opening and opening[-1] in _IF:
        return True
    if around.asked and _is_inverted(opening):
        return True
    modal = next((i for i, word in enumerate(around.lead) if word in _MODALS), None)
    if modal is None or _FIRST_PERSON & set(around.source) or _PERCEIVED & set(around.lead):
        return False
    after = {*around.lead[modal + 1 :], *around.rest[:1]}
    softened = around.likes and around.lead[modal] == "would"
    return not (softened or after & _AFTERWARDS or "like" in after or "rather" in after)


def _is_inverted(opening: Sequence[str]) -> bool:
    """Whether a question asks if it was said ("Did she say"), and not why or how it was."""
    if not opening or opening[-1] not in (_MODALS | _AUXILIARIES) - {"'s", "'re"}:
        return False
    return not _ASKING_HOW & set(opening)


def is_iterative(around: Around) -> bool:
    """Whether the cue sums up several occasions ("has repeatedly said", "keeps saying")."""
    words = [*around.lead, *around.rest]
    if _HABITUAL & set(around.lead) or _HABITUAL & set(around.rest[:1]):
        return True
    if _KEEPING & set(around.lead):
        return True
    if around.lead and around.lead[-1] == "to" and {"continues", "continued"} & set(around.lead):
        return "continues" in around.lead
    return any(
        run == tuple(words[i : i + len(run)])
        for run in _SPEAKING_OF_MANY
        for i in range(len(words) - len(run) + 1)
    )


def clause_before(words: Sequence[Word], floor: int) -> list[str]:
    """The last of ``words`` that begin at ``floor`` or later, back to a mark that ends a clause."""
    out: list[str] = []
    for word in reversed(words):
        if word.start < floor or (word.is_mark and word.text not in ("’", "'", "-", "(", ")")):
            break
        out.append(word.low)
    return out[::-1]
