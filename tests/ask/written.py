"""Records made by hand for the tests: a small town's dam, its mayor, and two newspapers."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.types import (
    Addressee,
    Commitment,
    Document,
    Position,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
)

DAILY = (
    "Mayor Ada Quint told reporters on Monday that the dam was “a danger to every child in the valley.” "
    "“We will not borrow a cent for the dam, and if the county pays its share we will finish it by October,” "
    "she said. Quint agreed to publish the survey. Engineer Bo Hollis refused to sign the plan. "
    "“The mayor explained why she is deeply worried about the old turbine hall,” Hollis said. "
    "Hollis denied that the wall had moved. Farmers oppose the dam. Hollis praised the ever-smiling mayor "
    "for “a clear head.”"
)
HERALD = (
    "“We will borrow for the dam,” Ada Quint said. “The river belongs to the people of the valley and to "
    "nobody else,” said Bo Hollis."
)
GAZETTE = "“The river belongs to the people of the valley and to nobody else,” said Ada Quint."


def span(text: str, words: str, nth: int = 0) -> Span:
    """The place of the ``nth`` occurrence of ``words``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def said(text: str, name: str, who: str, cue: str, content: str, *quoted: str, **layers: Any) -> Statement:
    """A statement whose parts are found by their words; ``layers`` may hold ``parent`` and ``kind`` too."""
    form: Any = "mixed" if quoted else "indirect"
    if quoted and content.strip("“”,. ") == quoted[0].strip(",. "):
        form = "direct"
    parent, kind = layers.pop("parent", None), layers.pop("kind", "person")
    source = span(text, who.rsplit(maxsplit=1)[-1])
    verbatim = tuple(span(text, words) for words in quoted)
    return Statement(
        name, parent, (source,), (span(text, cue),), (span(text, content),), form, verbatim, 0.9,
        Speaker(who, kind), **layers,
    )  # fmt: skip


COSTS = "We will not borrow a cent for the dam, and if the county pays its share we will finish it by October"
RIVER = "The river belongs to the people of the valley and to nobody else"


def daily() -> Record:
    """The Daily: quoted, reported, told by another, refused, denied, promised."""
    t = DAILY
    statements = (
        said(
            t, "d1", "Ada Quint", "told", "that the dam was “a danger to every child in the valley.”",
            "a danger to every child in the valley",
            addressee=Addressee(span(t, "reporters"), "reporters"),
            said_on=SaidOn(span(t, "on Monday"), date(2031, 5, 5), date(2031, 5, 5), "day"),
            setting=Setting(span(t, "reporters"), "press_conference", public=True),
        ),
        said(
            t, "d2", "Ada Quint", "said",
            f"“{COSTS},”", COSTS,
        ),
        said(t, "d3", "Ada Quint", "agreed", "to publish the survey", act="commissive"),
        said(t, "d4", "Bo Hollis", "refused", "to sign the plan", act="commissive", sense="refuse"),
        said(
            t, "d5", "Bo Hollis", "said",
            "“The mayor explained why she is deeply worried about the old turbine hall,”",
            "The mayor explained why she is deeply worried about the old turbine hall",
        ),
        said(
            t, "d6", "Ada Quint", "explained", "why she is deeply worried about the old turbine hall",
            parent="d5",
        ),
        said(t, "d7", "Bo Hollis", "denied", "that the wall had moved", sense="deny"),
        said(t, "d8", "Farmers", "oppose", "the dam", kind="collective"),
        said(t, "d9", "Bo Hollis", "praised", "the ever-smiling mayor for “a clear head.”", "a clear head"),
    )  # fmt: skip
    return Record(
        Document("daily", t, publisher="The Daily", published_on=date(2031, 5, 6)),
        statements,
        commitments=(Commitment("c1", "d3", "Ada Quint", None, "agrees", span(t, "publish the survey")),),
        positions=(
            Position("Farmers", "against", "the dam", "d8", "explicit", span(t, "Farmers oppose the dam")),
            Position(
                "Ada Quint", "favor", "the dam", "d2", "implied", span(t, "we will finish it by October")
            ),
        ),
    )


def herald() -> Record:
    """The Herald, a day later: the contrary of what the Daily has, and a quotation of Hollis."""
    t = HERALD
    return Record(
        Document("herald", t, publisher="The Herald", published_on=date(2031, 5, 7)),
        (
            said(t, "h1", "Ada Quint", "said", "“We will borrow for the dam,”", "We will borrow for the dam"),
            said(
                t, "h2", "Bo Hollis", "said", f"“{RIVER},”", RIVER,
            ),
        ),
    )  # fmt: skip


def gazette() -> Record:
    """The Gazette, undated: the same quotation given to somebody else."""
    t = GAZETTE
    return Record(Document("gazette", t), (said(t, "g1", "Ada Quint", "said", f"“{RIVER},”", RIVER),))
