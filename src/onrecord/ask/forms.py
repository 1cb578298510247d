"""What a question can ask for, and the verbs that tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Form = Literal[
    "did-say", "did-call", "who-said", "who-first", "to-whom", "when", "commitments", "in-what-way",
    "positions", "said-about", "on-date", "by-speaker", "quoted", "words",
]  # fmt: skip

SAYING = (
    "say|said|says|claim|claimed|state|stated|tell|told|argue|argued|announce|announced|warn|warned|admit|"
    "admitted|concede|conceded|deny|denied|believe|believed|think|thought|acknowledge|acknowledged|suggest|"
    "suggested|declare|declared|insist|insisted|add|added|explain|explained|assert|asserted|describe|"
    "described|mention|mentioned|complain|complained|confirm|confirmed|accuse|accused|praise|praised|"
    "criticize|criticized|blame|blamed|use the words|use the phrase|used the words|used the phrase|utter|"
    "uttered|speak of|talk about|refer to|ask for|asked for|demand|demanded|urge|urged|want|call for|"
    "called for|call on|called on|write|wrote|written|tweet|tweeted|report|reported|allege|alleged|note|"
    "noted|predict|predicted|recommend|recommended|propose|proposed|ask|asked|hint|hinted|imply|implied|"
    "dispute|disputed|reject|rejected|quoted as saying"
)
COMMITTING = (
    "promise|promised|agree|agreed|pledge|pledged|vow|vowed|commit|committed|offer|offered|plan|planned|"
    "intend|intended|refuse|refused|decline|declined|threaten|threatened|swear|swore|sworn|undertake|"
    "guarantee|guaranteed"
)
REFUSING = frozenset("refuse refused decline declined".split())
DENYING = frozenset("deny denied denies dispute disputed disputes".split())
PROMISING = frozenset(
    "promise promised pledge pledged vow vowed swear swore sworn guarantee guaranteed".split()
)
AGAINST = (
    "oppose|opposes|opposed|reject|rejects|rejected|criticize|criticizes|criticise|condemn|condemns|condemned"
)
FOR = (
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
        via: by whose account only, or None for anybody's.
        to: to whom only, or None for anybody.
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
    via: str | None = None
    to: str | None = None


Alike = Callable[[str, str], float]
"""Gives how much two texts mean the same, 0 to 1: embeddings that the caller brings."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are looked for.

    Attributes:
        words: the words, quotation marks left out.
        quoted: whether they were asked for as a quotation, word for word.
        speaker: who is said to have said them, or None.
        alike: a measure of meaning that the caller brought, or None.
        via: by whose account only, or None.
    """

    words: str
    quoted: bool
    speaker: str | None = None
    alike: Alike | None = None
    via: str | None = None
