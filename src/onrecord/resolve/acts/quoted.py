"""The act of quoted words, told from the words themselves, where no cue tells.

Only what is plain counts: an imperative, thanks, an apology, an explicit promise. The rest is an assertion,
"I will" and a rhetorical question among it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.types import Act

_OPENING = r"^[\W_]*(?:(?:and|but|so|well|now|again|look|listen|folks|friends|okay|ok|yes|no)\b[\W_]*)*"


def _opens(*alternatives: str) -> re.Pattern[str]:
    """What matches a sentence that opens with one of ``alternatives``, whatever small words go before."""
    return re.compile(_OPENING + "(?:" + "|".join(alternatives) + ")", re.IGNORECASE)


_THANKS = _opens(
    r"(?:i|we)\s+(?:(?:also|just|really|deeply|sincerely|want to|would like to)\s+)*"
    r"(?:thank|apologi[sz]e|congratulate|salute|applaud|commend)\b",
    r"(?:i|we)(?:['’]m| am|['’]re| are)\s+(?:(?:so|very|truly|deeply|really)\s+)*sorry\b",
    r"(?:thank you|thanks|sorry|my apologies|congrat(?:ulation)?s|god bless|welcome|merry christmas)\b",
    r"happy (?:birthday|new year|thanksgiving|anniversary)\b",
    r"(?:good luck|shame on|rest in peace|how dare|well done)\b",
    r"(?:my|our) (?:thoughts|hearts?|prayers|condolences)\b",
)
_PROMISE = _opens(
    r"(?:i|we)(?:['’]ll| will)?\s+(?:(?:can|do|hereby|solemnly)\s+)?(?:promise|pledge|vow|swear|guarantee)\b",
    r"you have my word\b",
    r"(?:i|we) give you (?:my|our) word\b",
)
_DECLARES = _opens(
    r"(?:i|we)\s+hereby\s+\w+", r"(?:i|we)\s+(?:now\s+)?(?:pronounce|declare|nominate|resign|withdraw)\b"
)
_REQUEST = _opens(
    r"(?:please|let['’]?s|let us)\b",
    r"(?:i|we)\s+(?:urge|implore|beg|ask|call on|demand|order|encourage|invite|challenge)\b"
    r"(?! (?:my|our)sel)",
)
# Verbs that begin an order and hardly a sentence of another kind.
_ORDERS = (
    "do not|don['’]t|never|always|stop|get|go|vote|give|tell|ask|stand|keep|come|take|join|send|show|leave|"
    "bring|build|put|read|wait|watch|try|turn|pay|call|check|sign|share|follow|make|fight|protect|pass|"
    "release|repeal|"
    r"consider|imagine|remember|be|let (?!me be clear)\w+|lock|drain|stay|sit|shut|step|quit|act"
)
# What follows where the verb was a noun or no order after all: "Vote fraud is", "Never before has".
_NO_ORDER = (
    r"(?:is|was|are|were|has|had|will|would|it['’]s|of|in|and|or|to the|did|before|ever|again)\b"
    r"|\w+ (?:is|was|are|were|has|had|will|would)\b"
)
_IMPERATIVE = _opens(rf"(?:{_ORDERS})\s+(?!{_NO_ORDER})(?=[\w\"'“‘@#])")


def act_of_quoted(sentences: Sequence[str]) -> Act:
    """The act of the quoted ``sentences``: that of most of them, the first included, else an assertion."""
    acts = [_act_of_sentence(sentence) for sentence in sentences]
    if not acts or acts[0] == "assertive":
        return "assertive"
    return acts[0] if acts.count(acts[0]) * 2 > len(acts) else "assertive"


def _act_of_sentence(sentence: str) -> Act:
    if _THANKS.match(sentence):
        return "expressive"
    if _PROMISE.match(sentence):
        return "commissive"
    if _DECLARES.match(sentence):
        return "declaration"
    if _REQUEST.match(sentence):
        return "directive"
    asked = sentence.rstrip("\"'“”‘’ ").endswith("?")
    return "directive" if _IMPERATIVE.match(sentence) and not asked else "assertive"
