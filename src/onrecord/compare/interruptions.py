"""A reporting clause within a quotation, as in “We have the steel,” she said, “and what we lack is time.”."""

from __future__ import annotations

import re

from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import keys

_LONGEST = 15  # words of a reporting clause
_CLAUSE = re.compile(r"(?<=[\w,.!?…—–-])[”\"»]([^“”\"«»\n]{2,160})[“\"«]")


def uninterrupted(text: str) -> str:
    """``text`` with blanks for a reporting clause in the middle of it and the marks around it.

    Every other character keeps its place.
    """
    return _CLAUSE.sub(lambda match: " " * len(match[0]) if _reports(match[1]) else match[0], text)


def _reports(clause: str) -> bool:
    found, saying = keys(clause), vocabulary().lists["saying"]
    return len(found) <= _LONGEST and any(key in saying for key in found)
