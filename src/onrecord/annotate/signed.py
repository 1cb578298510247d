"""Signed quotations: a quotation, a dash and a name, as in letters pages and lists of voices.

    “We will miss the library.” ― Ana Pereira

The marks and the dash say whose words they are, so nothing is left to the network, which takes such a list
for running text and gives one voice's words to the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.types import Attribution, Span

_OPENING, _CLOSING = "“”„«" + '"', "”“»" + '"'
# A line that is one quotation, a dash, and a short name to the line's end, which may be the next line.
_SIGNED = re.compile(
    rf"^[^\S\n]*(?P<quotation>[{_OPENING}][^\n]*[{_CLOSING}])[^\S\n]*(?:\n[^\S\n]*)?"
    rf"(?P<dash>[―—–]|--?)[^\S\n]*(?P<name>[^\W\d_a-z][^\n{_OPENING}{_CLOSING}]{{1,80}}?)[^\S\n]*\.?[^\S\n]*$",
    re.MULTILINE,
)
_WORDS = 12  # a signature with its age, place and office is no longer; a clause is
CERTAIN = 0.9  # the marks leave little doubt; no corpus has enough of them to calibrate on


def sign_quotations(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions with every signed quotation given to whoever signed it.

    Args:
        attributions: those of ``text`` that are not nested.
        text: what they point into.
    """
    found = list(attributions)
    for match in _SIGNED.finditer(text):
        if _is_name(match["name"]):
            found = _given(found, *(Span(*match.span(name)) for name in ("name", "dash", "quotation")))
    return found


def _is_name(words: str) -> bool:
    """Whether most words before the first comma begin with a capital, as those of a name do."""
    parts = words.split(",", maxsplit=1)[0].split()
    capitals = sum(word[:1].isupper() for word in parts)
    return len(words.split()) <= _WORDS and capitals * 2 > len(parts)


def _given(attributions: Sequence[Attribution], name: Span, dash: Span, quotation: Span) -> list[Attribution]:
    """The attributions without what they have of the quotation and its signature, and the signed one."""
    signature = Span(dash.start, name.end)
    kept = []
    for one in attributions:
        told = not any(s.overlaps(signature) for s in (*one.source, *one.cue))
        content = tuple(s for s in one.content if not (s.overlaps(quotation) or s.overlaps(signature)))
        if content:
            source, cue = (one.source, one.cue) if told else ((), ())
            kept.append(replace(one, source=source, cue=cue, content=content))
    return [*kept, Attribution((name,), (dash,), (quotation,), None, CERTAIN)]
