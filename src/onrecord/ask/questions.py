"""The forms of questions that are understood, and what each asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.ask.days import day_of
from onrecord.errors import InputError
from onrecord.text.quotations import quotations

LONGEST = 2000  # characters of a question
Form = Literal[
    "did-say", "did-call", "who-said", "to-whom", "when", "commitments", "positions", "said-about", "on-date",
    "by-speaker", "quoted", "words",
]  # fmt: skip

SAYING = (
    "say|said|says|claim|claimed|state|stated|tell|told|argue|argued|announce|announced|warn|warned|admit|admitted|"
    "concede|conceded|deny|denied|believe|believed|think|thought|acknowledge|acknowledged|suggest|suggested|"
    "declare|declared|insist|insisted|add|added|explain|explained|assert|asserted|describe|described|mention|"
    "mentioned|complain|complained|confirm|confirmed|accuse|accused|praise|praised|criticize|criticized|blame|"
    "blamed|use the words|use the phrase|utter|uttered|speak of|talk about|refer to|ask for|asked for|"
    "demand|demanded|urge|urged|want|call for|called for"
)
COMMITTING = (
    "promise|promised|agree|agreed|pledge|pledged|vow|vowed|commit|committed|offer|offered|plan|planned|intend|"
    "intended|refuse|refused|decline|declined|threaten|threatened|swear|swore|undertake"
)
REFUSING = frozenset("refuse refused decline declined".split())
_AGAINST = (
    "oppose|opposes|opposed|reject|rejects|rejected|criticize|criticizes|criticise|condemn|condemns|condemned"
)
_FOR = (
    "support|supports|supported|favor|favors|favour|favours|back|backs|backed|endorse|endorses|endorsed|"
    "welcome|welcomes|welcomed"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood.

    Attributes:
        text: as it was asked.
        form: what it asks for.
        speaker: who is asked about, or None.
        words: the words or the claim asked about, or "".
        quoted: whether the words were in quotation marks.
        topic: what a position or a statement is about, or None.
        stance: "favor" or "against" where a position of one kind is asked for.
        verb: the verb of saying in the question, or "".
        day: the day asked about, or None.
    """

    text: str
    form: Form
    speaker: str | None = None
    words: str = ""
    quoted: bool = False
    topic: str | None = None
    stance: Literal["favor", "against"] | None = None
    verb: str = ""
    day: date | None = None


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
    for pattern, make in _FORMS:
        match = pattern.fullmatch(masked.rstrip(" ?.!"))
        if match is not None:
            question = make(match, plain, quoted)
            if question is not None:
                return question
    return Question(plain, "words", words=quoted or plain.rstrip(" ?.!"), quoted=bool(quoted))


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


# Stands in a question for its quotation, so that no form is read into quoted words.
_MASK = "\x00"


def _masked(text: str) -> tuple[str, str]:
    """The question with its quotations masked, and their words."""
    outer = [q for q in quotations(text) if q.depth == 0 and q.inner is not None]
    masked, place = [], 0
    for quotation in outer:
        masked += [text[place : quotation.span.start], _MASK]
        place = quotation.span.end
    inner = " … ".join(q.inner.of(text).strip(" ,.;:") for q in outer if q.inner is not None)
    return "".join([*masked, text[place:]]), inner


def _claim(rest: str, quoted: str) -> tuple[str, bool]:
    """The words of a claim: what is quoted, else the rest without its conjunction."""
    if quoted:
        return quoted, True
    return re.sub(r"^(?:that|to|about|of)\s+", "", rest.strip(), flags=re.IGNORECASE), False


def _name(text: str | None) -> str | None:
    """A name out of a question: possessives, commas and polite words left out."""
    name = re.sub(
        r"^(?:the\s+)?(?:ever|really|actually)\s+|\s+(?:ever|never|not|really|actually|also)$",
        "",
        (text or "").strip(" ,"),
    )
    name = re.sub(r"['’]s$", "", name)
    return name or None


def _did_say(match: re.Match[str], text: str, quoted: str) -> Question | None:
    rest = match["rest"] or ""
    if match["verb"].lower() in {"tell", "told"}:  # to whom comes before what
        rest = re.sub(r"^.{1,80}?\bthat\s", "", rest, count=1)
    words, is_quoted = _claim(rest, quoted)
    if not words.strip():
        return Question(text, "by-speaker", _name(match["who"]))
    return Question(text, "did-say", _name(match["who"]), words, is_quoted, verb=match["verb"].lower())


def _did_call(match: re.Match[str], text: str, quoted: str) -> Question | None:
    words = quoted or re.sub(
        r"^(?:\S+\s+){1,3}?(?=(?:a|an|the)\s)", "", match["rest"].strip(), flags=re.IGNORECASE
    )
    return Question(text, "did-call", _name(match["who"]), words, bool(quoted), verb="call")


def _who_called(match: re.Match[str], text: str, quoted: str) -> Question | None:
    called = re.sub(r"^.*?\s(?=(?:a|an|the)\s)", "", match["rest"].strip(), count=1, flags=re.IGNORECASE)
    return Question(text, "who-said", None, quoted or called, bool(quoted), verb="call")


def _who_said(match: re.Match[str], text: str, quoted: str) -> Question | None:
    words, is_quoted = _claim(match["rest"] or "", quoted)
    return (
        Question(text, "who-said", None, words, is_quoted, verb=match["verb"].lower())
        if words.strip()
        else None
    )


def _of_form(form: Form) -> Callable[[re.Match[str], str, str], Question | None]:
    def make(match: re.Match[str], text: str, quoted: str) -> Question | None:
        words, is_quoted = _claim(match["rest"] or "", quoted)
        return Question(text, form, _name(match["who"]), words, is_quoted)

    return make


def _commitments(match: re.Match[str], text: str, quoted: str) -> Question | None:
    del quoted
    return Question(text, "commitments", _name(match["who"]), verb=match["verb"].lower())


def _positions(match: re.Match[str], text: str, quoted: str) -> Question | None:
    groups = match.groupdict()
    if re.search(rf"\b(?:{_ANY})\b", groups.get("who") or "", re.IGNORECASE):
        return None  # did X say that Y backs Z
    verb = (groups.get("verb") or "").lower()
    stance: Literal["favor", "against"] | None = None
    if verb:
        against = re.fullmatch(_AGAINST + "|is against|are against|against", verb)
        stance = "against" if against else "favor"
    topic = (groups.get("topic") or "").replace(_MASK, quoted).strip()
    return Question(text, "positions", _name(groups.get("who")), topic=topic or None, stance=stance)


def _about(match: re.Match[str], text: str, quoted: str) -> Question | None:
    groups = match.groupdict()
    topic = (groups.get("topic") or "").replace(_MASK, quoted).strip()
    day = day_of(topic)
    if day is not None and (groups.get("about") or "on").lower() == "on":
        return Question(text, "on-date", _name(groups.get("who")), day=day)
    return Question(text, "said-about", _name(groups.get("who")), topic=topic or None)


def _by_speaker(match: re.Match[str], text: str, quoted: str) -> Question | None:
    del quoted
    name = _name(match["who"])
    return Question(
        text, "by-speaker", None if name and re.match(r"(?:each |every )?(?:speaker|person)", name) else name
    )


def _quoted_people(match: re.Match[str], text: str, quoted: str) -> Question | None:
    del match, quoted
    return Question(text, "quoted")


_WHO = r"(?P<who>[^?]{1,120}?)"
_REST = r"(?P<rest>.*)"
_AUX = r"(?:did|has|have|had|does|do)"
_ANY = f"{SAYING}|{COMMITTING}"
_SAID = "said|says|claimed|told|promised|agreed|warned|announced"
_LISTED = "statements|quotes|quotations|words"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], Question | None]], ...] = (
    (_form(rf"(?:to )?whom {_AUX} {_WHO} (?:{_ANY})\b\s*{_REST}"), _of_form("to-whom")),
    (_form(rf"who {_AUX} {_WHO} (?:say|tell|promise)\b\s*{_REST}?(?: to)?"), _of_form("to-whom")),
    (_form(rf"(?:when|where|on what occasion) {_AUX} {_WHO} (?:{_ANY})\b\s*{_REST}"), _of_form("when")),
    (_form(rf"what {_AUX} {_WHO} (?:say|think|said)(?: (?P<about>about|of|on))?(?: (?P<topic>.+))?"), _about),
    (_form(rf"what {_AUX} {_WHO} (?P<verb>{COMMITTING})(?: to)?(?: do)?"), _commitments),
    (_form(rf"what (?:promises|commitments|pledges) {_AUX} {_WHO} (?P<verb>make|made|give)"), _commitments),
    (_form(rf"{_AUX} {_WHO} call (?!for\b|on\b){_REST}"), _did_call),
    (_form(rf"{_AUX} {_WHO} (?P<verb>{_AGAINST}|{_FOR}) (?P<topic>.+)"), _positions),
    (_form(rf"{_AUX} {_WHO} (?P<verb>{_ANY})\b\s*{_REST}"), _did_say),
    (_form(rf"is it (?:true|correct|right) that {_WHO} (?P<verb>{_ANY})\b\s*{_REST}"), _did_say),
    (_form(rf"who (?:first )?called (?!for\b|on\b){_REST}"), _who_called),
    (_form(rf"who (?:first |ever |has |have )?(?P<verb>{_ANY})\b\s*{_REST}"), _who_said),
    (_form(rf"who (?P<verb>is against|are against|{_AGAINST}|{_FOR}) (?P<topic>.+)"), _positions),
    (_form(r"who is (?P<verb>for|in favou?r of) (?P<topic>.+)"), _positions),
    (_form(r"what (?:was|has been|is) said (?:(?P<about>about|of)|on|in) (?P<topic>.+)"), _about),
    (_form(rf"what(?: is|['’]s) {_WHO}['’]s? (?:position|stance|view)s? (?:on|about|of) (?P<topic>.+)"),
     _positions),
    (_form(rf"where does {_WHO} stand on (?P<topic>.+)"), _positions),
    (_form(rf"(?:all )?(?:the )?(?:{_LISTED}) (?:by|of|from) {_WHO}(?: \(.*\))?"), _by_speaker),
    (_form(r"(?:the )?(?:(?:named )?people|who(?: is| was)?|which people|everyone|everybody|persons)"
           r"(?: is| are)? (?:quoted|cited)\b.*"), _quoted_people),
    (_form(rf"{_WHO} (?P<verb>{_SAID})\b\s*{_REST}"), _did_say),
)  # fmt: skip
