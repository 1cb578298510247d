"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.ask.forms import AGAINST, COMMITTING, FOR, SAYING, Question
from onrecord.ask.readings import (
    MASK,
    Reading,
    about,
    by_speaker,
    commitments,
    denials,
    did_call,
    did_say,
    in_what_way,
    name_of,
    of_form,
    positions,
    quoted_people,
    told_to,
    who_said,
    whose,
)  # fmt: skip
from onrecord.errors import InputError
from onrecord.text.quotations import quotations

LONGEST = 2000  # characters of a question
_BARE = 3  # words that are a topic or a name, when nothing else is asked


def understood(text: str) -> Question:
    """What ``text`` asks for; what fits no form of question is a search for its words.

    Raises:
        InputError: when the question is empty or too long.
    """
    plain = " ".join(_printable(text).split())
    if not any(sign.isalnum() for sign in plain):
        raise InputError('the question is empty; ask, for example: did Biden say "a mistake"')
    if len(plain) > LONGEST:
        raise InputError(f"the question has {len(plain):,} characters; ask with at most {LONGEST:,}")
    masked, quoted = _masked(plain)
    asked = masked.rstrip(" ?.!")
    account = _ACCOUNT.fullmatch(asked)
    if account is not None:
        return _by_account(account, plain, quoted)
    return _formed(asked, plain, quoted)


def _by_account(account: re.Match[str], plain: str, quoted: str) -> Question:
    """What is asked by somebody's account only; where it asks for nobody else, what they said on it."""
    told = _formed(account["asked"].rstrip(" ?.!,"), plain, quoted)
    via = name_of(account["via"])
    if told.speaker is not None:
        return replace(told, via=via)
    topic = _WH.sub("", account["asked"]).strip(" ?.!")
    return Question(plain, "said-about", via, topic=topic.replace(MASK, quoted))


def _formed(asked: str, plain: str, quoted: str) -> Question:
    """The question in the first form that it fits, or a search for its words."""
    asked = _LEAD.sub("", asked)
    for pattern, make in _FORMS:
        match = pattern.fullmatch(asked)
        question = make(match, plain, quoted) if match is not None else None
        if question is not None:
            return question
    words = quoted or asked.replace(MASK, " ").strip()
    if not quoted and len(words.split()) <= _BARE:
        return Question(plain, "said-about", topic=words)
    return Question(plain, "words", words=words, quoted=bool(quoted))


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _masked(text: str) -> tuple[str, str]:
    """The question with its quotations masked, and their words."""
    outer = [q for q in quotations(text) if q.depth == 0 and q.inner is not None]
    masked, place = [], 0
    for quotation in outer:
        masked += [text[place : quotation.span.start], MASK]
        place = quotation.span.end
    inner = " … ".join(q.inner.of(text).strip(" ,.;:") for q in outer if q.inner is not None)
    return "".join([*masked, text[place:]]), inner


_WHO = r"(?P<who>[^?]{1,120}?)"
_REST = r"(?P<rest>.*)"
_NAMED = r"(?P<who>(?:the )?(?-i:[A-Z][\w.’'-]*)(?: (?-i:[A-Z][\w.’'-]*)){0,4})(?: ever| really)?"
_AUX = r"(?:did|has|have|had|does|do)"
_BE = r"(?:is|are|was|were)"
_ANY = f"{SAYING}|{COMMITTING}"
_VERB = rf"(?P<verb>{_ANY})\b\s*{_REST}"
_SAID = (
    "said|says|claimed|told|promised|agreed|warned|announced|admitted|denied|argued|wrote|tweeted|has said|"
    "has claimed|has promised|has denied|had said|once said|is quoted as saying|was quoted as saying|"
    "is on record as saying"
)
_PARTICIPLE = "saying|claiming|promising|denying|admitting|to have said|having said"
_QUOTED = "on (?:the )?record|quoted|cited|reported"
_LISTED = "statements|quotes|quotations|words"
_TRUE = r"is it (?:true|correct|right|the case|a fact) that"
_CALLED = r"(?:call(?:ed|s)?|describe[ds]?|label(?:l?ed|s)?|brand(?:ed|s)?|dub(?:bed|s)?) (?!for\b|on\b)"
_REFUSE = "refuse|refused|decline|declined"
_ABOUT = r"(?P<about>about|of|on|regarding|concerning)"
_TOPIC = r"(?P<topic>.+)"
_WHEN = "when|where|on what occasion|at what event|on what day"
_RECORDED = "is there (?:a|any) (?:record|evidence|report) (?:of|that)|was it|has it been reported that"
_FIRST = r"(?:was (?:the )?|were (?:the )?)?(?:first |ever |has |have )*(?:to )?"
_WHICH = "who|which (?:outlet|paper|newspaper|report)"
_WHOSE = "in whose words|whose words|whose (?:quote|quotation|phrase|claim)"
_ANYBODY = "was|has been|is|have people|did (?:people|anyone|anybody)|has (?:anyone|anybody)"
_PEOPLE = "(?:named )?people|who(?: is| was)?|which people|everyone|everybody|persons"
# What leads to a question and adds nothing to it.
_LEAD = re.compile(
    r"^(?:(?:so|and|but|ok|okay|please|hey|well)[, ]+)*"
    r"(?:(?:can|could|would) you (?:please )?(?:tell me|confirm|check|find out|show me)(?: if| whether)? |"
    r"(?:please )?(?:tell me|check|find out|show me)(?: if| whether)? |"
    r"(?:do|does) (?:we|anybody|anyone|you) know (?:if|whether) |i want to know (?:if|whether) )?",
    re.IGNORECASE,
)
_WH = re.compile(
    r"^(?:what|who|how|why|when|where|which)(?: (?:is|are|was|were|did|does|do|has|have))? ", re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"(?:according to|by the account of) (?P<via>[^,?]{1,80}), (?P<asked>.+)", re.IGNORECASE
)

_PHRASINGS: tuple[tuple[str, Reading], ...] = (
    (rf"(?:to )?whom {_AUX} {_WHO} (?:{_ANY})\b\s*{_REST}", of_form("to-whom")),
    (rf"who {_AUX} {_WHO} (?:say|tell|promise)\b\s*{_REST}?(?: to)?", of_form("to-whom")),
    (rf"(?:{_WHEN}) {_AUX} {_WHO} (?:{_ANY})\b\s*{_REST}", of_form("when")),
    (rf"what {_AUX} {_WHO} (?P<verb>{_REFUSE}) to (?:say|tell|discuss)(?: {_ABOUT} {_TOPIC})?", in_what_way),
    (rf"what (?:{_ANYBODY}) (?:said|say) (?:{_ABOUT}|in) {_TOPIC}", about),
    (rf"what {_AUX} {_WHO} (?:say|think|said|have to say|write|written)(?: {_ABOUT})?(?: {_TOPIC})?",
     about),
    (rf"what {_AUX} {_WHO} (?P<verb>{COMMITTING})(?: to)?(?: do)?", commitments),
    (rf"what (?:promises|commitments|pledges) {_AUX} {_WHO} (?P<verb>make|made|give|given)", commitments),
    (rf"what {_AUX} {_WHO} (?:deny|denied|dispute|disputed)(?: (?:about|on) {_TOPIC})?", denials),
    (rf"what {_AUX} {_WHO} tell (?!about |on |of )(?P<to>[^?]{{1,80}}?)(?: {_ABOUT} {_TOPIC})?", told_to),
    (rf"what {_AUX} {_WHO} (?P<verb>{SAYING})(?: (?:about|on|of) {_TOPIC})?", in_what_way),
    (rf"(?:{_TRUE}|{_AUX}) {_WHO} {_CALLED}{_REST}", did_call),
    (rf"{_AUX} {_WHO} (?P<verb>{AGAINST}|{FOR}) {_TOPIC}", positions),
    (rf"{_AUX} {_WHO} {_VERB}", did_say),
    (rf"(?:{_TRUE}|why {_AUX}|how {_AUX}) {_WHO} {_VERB}", did_say),
    (rf"(?:{_RECORDED}) {_WHO} (?:who )?(?P<verb>{_ANY}|{_PARTICIPLE})\b\s*{_REST}", did_say),
    (rf"{_BE} {_WHO} (?:{_QUOTED})(?: as)? (?P<verb>{_PARTICIPLE})\b\s*{_REST}", did_say),
    (rf"who {_FIRST}{_CALLED}{_REST}", did_call),
    (rf"(?:{_WHICH}) {_FIRST}(?P<verb>{_ANY}|coined|{_BE} quoted as saying)\b\s*{_REST}", who_said),
    (rf"(?:{_WHOSE})(?: {_BE})? (?P<rest>.+)", whose),
    (rf"who (?P<verb>(?:is |are )(?:against|opposed to)|{AGAINST}|{FOR}) {_TOPIC}", positions),
    (rf"who is (?P<verb>for|in favou?r of) {_TOPIC}", positions),
    (rf"{_BE} {_WHO} (?P<verb>against|opposed to|for|in favou?r of) {_TOPIC}", positions),
    (rf"what(?: is|['’]s) {_WHO}['’]s? (?:position|stance|view|opinion)s? (?:on|about|of) {_TOPIC}",
     positions),
    (rf"where does {_WHO} stand on {_TOPIC}", positions),
    (rf"(?:all )?(?:the )?(?:{_LISTED}) (?:by|of|from) {_WHO}(?: \(.*\))?", by_speaker),
    (rf"(?:the )?(?:{_PEOPLE})(?: is| are)? (?:quoted|cited)\b.*", quoted_people),
    (rf"{_WHO} (?P<verb>{_SAID})\b\s*{_REST}", did_say),
    # any other verb, behind a name: "did Quint apologise to the farmers"
    (rf"(?:{_WHEN}) {_AUX} {_NAMED} {_REST}", of_form("when")),
    (rf"(?:{_TRUE}|{_AUX}) {_NAMED} (?P<verb>){_REST}", did_say),
)  # fmt: skip
_FORMS = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), read) for pattern, read in _PHRASINGS)
