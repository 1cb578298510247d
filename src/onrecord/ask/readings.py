"""What the parts of a question say: who is asked about, which words, which topic or day."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from onrecord.ask.days import day_of
from onrecord.ask.forms import AGAINST, COMMITTING, SAYING, Form, Question

Reading = Callable[[re.Match[str], str, str], Question | None]
"""From a match, the question as asked and its quoted words; None where it is no question of this form."""

MASK = "\x00"
"""Stands in a question for its quotation, so that no form is read into quoted words."""


def claim_of(rest: str, quoted: str) -> tuple[str, bool]:
    """The words of a claim: what is quoted, else the rest without its conjunction."""
    if quoted:
        return quoted, True
    return re.sub(r"^(?:that|to|about|of)\s+", "", rest.strip(), flags=re.IGNORECASE), False


def name_of(text: str | None) -> str | None:
    """A name out of a question: possessives, commas and polite words left out."""
    name = re.sub(
        r"^(?:the\s+)?(?:ever|really|actually)\s+|(?:\s+(?:ever|never|not|really|actually|also|once|has|have|had))+$",
        "",
        (text or "").strip(" ,"),
    )
    name = re.sub(r"['’]s$", "", name)
    return name or None


def topic_of(match: re.Match[str], quoted: str) -> str | None:
    """What a question is about, its quoted words put back; None where it names nothing or no topic."""
    return (match.groupdict().get("topic") or "").replace(MASK, quoted).strip() or None


def did_say(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Whether somebody said it."""
    rest = match["rest"] or ""
    if match["verb"].lower().endswith("ing"):  # "saying the dam is safe"
        return Question(
            text, "did-say", name_of(match["who"]), *claim_of(rest, quoted), verb=match["verb"].lower()
        )
    if match["verb"].lower() in {"tell", "told"}:  # to whom comes before what
        rest = re.sub(r"^.{1,80}?\bthat\s", "", rest, count=1)
    words, is_quoted = claim_of(rest, quoted)
    if not words.strip():
        return Question(text, "by-speaker", name_of(match["who"]))
    return Question(text, "did-say", name_of(match["who"]), words, is_quoted, verb=match["verb"].lower())


def did_call(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Whether somebody called somebody so, or who did."""
    words = quoted or re.sub(r" as (?=\S+)", " ", match["rest"].strip(), count=1)
    who = name_of(match.groupdict().get("who"))
    return Question(text, "did-call" if who else "who-said", who, words, bool(quoted), verb="call")


def who_said(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Who said it, or was first to."""
    words, is_quoted = claim_of(match["rest"] or "", quoted)
    return (
        Question(text, _who_form(text), None, words, is_quoted, verb=(match["verb"] or "").lower())
        if words.strip()
        else None
    )


def _who_form(text: str) -> Form:
    return "who-first" if re.search(r"\bfirst\b", text[:40], re.IGNORECASE) else "who-said"


def whose(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Whose words they are."""
    words, is_quoted = claim_of(match["rest"] or "", quoted)
    return Question(text, "who-said", None, words, is_quoted) if words.strip() else None


def of_form(form: Form) -> Reading:
    """A reading of ``form`` for words that somebody said."""

    def make(match: re.Match[str], text: str, quoted: str) -> Question | None:
        words, is_quoted = claim_of(match["rest"] or "", quoted)
        return Question(text, form, name_of(match["who"]), words, is_quoted)

    return make


def commitments(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """What somebody bound themselves to."""
    del quoted
    return Question(text, "commitments", name_of(match["who"]), verb=match["verb"].lower())


def denials(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """What somebody denied."""
    topic = topic_of(match, quoted)
    return Question(text, "in-what-way", name_of(match["who"]), topic=topic, verb="deny")


def in_what_way(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """What somebody demanded, urged, predicted ..."""
    topic = topic_of(match, quoted)
    return Question(text, "in-what-way", name_of(match["who"]), topic=topic, verb=match["verb"].lower())


def positions(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Who stands where on something."""
    groups = match.groupdict()
    if re.search(rf"\b(?:{SAYING}|{COMMITTING})\b", groups.get("who") or "", re.IGNORECASE):
        return None  # did X say that Y backs Z
    verb = (groups.get("verb") or "").lower()
    stance: Literal["favor", "against"] | None = None
    if verb:
        against = re.fullmatch(AGAINST + "|(?:is |are )?(?:against|opposed to)", verb)
        stance = "against" if against else "favor"
    topic = topic_of(match, quoted)
    return Question(text, "positions", name_of(groups.get("who")), topic=topic, stance=stance)


def about(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """What was said about something, or on a day."""
    groups = match.groupdict()
    topic = topic_of(match, quoted)
    day = day_of(topic or "")
    if day is not None and (groups.get("about") or "on").lower() == "on":
        return Question(text, "on-date", name_of(groups.get("who")), day=day)
    return Question(text, "said-about", name_of(groups.get("who")), topic=topic)


def told_to(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """What was said to somebody, all of it or on a topic."""
    topic = topic_of(match, quoted)
    return Question(text, "said-about", name_of(match["who"]), topic=topic, to=name_of(match["to"]))


def by_speaker(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Everything that somebody said."""
    del quoted
    name = name_of(match["who"])
    return Question(
        text, "by-speaker", None if name and re.match(r"(?:each |every )?(?:speaker|person)", name) else name
    )


def quoted_people(match: re.Match[str], text: str, quoted: str) -> Question | None:
    """Who is quoted."""
    del match, quoted
    return Question(text, "quoted")
