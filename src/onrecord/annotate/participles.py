"""Participles without a subject: "Reyes left the hall, saying that ..." has the speaker of its sentence.

The subject of such a clause is that of the clause it hangs on (the attachment rule of Quirk et al.
1985), which is who spoke before in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.text.sentences import sentence_at, sentences
from onrecord.types import Attribution

_HANGS = re.compile(r"(?:,|—|–|-|\bwhile|\band)\s*$")
_BEFORE = 12  # characters before a participle in which it is told that it hangs
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def with_subjects(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions, participles that lack a source with that of the cue before them in their sentence.

    Args:
        attributions: those of ``text`` that are not nested.
        text: what they point into.
    """
    found = list(attributions)
    bounds = sentences(text)
    subject: Attribution | None = None
    for index in sorted((i for i, a in enumerate(found) if a.cue), key=lambda i: found[i].cue[0]):
        one = found[index]
        own = sentence_at(bounds, one.cue[0].start)
        if one.source:
            subject = one
        elif own and subject and subject.cue[0].start >= own.start and _hangs(one, subject, text):
            found[index] = replace(one, source=subject.source)
    return found


def _hangs(one: Attribution, before: Attribution, text: str) -> bool:
    """Whether the cue is a participle after a comma or "while" and its subject no mere relative pronoun."""
    start = one.cue[0].start
    first = one.cue[0].of(text).split(maxsplit=1)[0].lower()
    relative = before.source[0].of(text).lower() in _RELATIVE
    return (
        first.endswith("ing") and not relative and bool(_HANGS.search(text[max(0, start - _BEFORE) : start]))
    )
