"""What a person typed into a search, as terms: words, "phrases" and prefixes*.

Nothing typed is ever syntax of a database: a term holds letters and digits only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his i if in "
    "into is "
    "it its me my no nor not of on or our she so than that the their them then there these they this those "
    "to us "
    "was we were what when which who will with would you your".split()
)
MOST_TERMS = 64
"""Of a longer question only these many terms are looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow one another; the last may be the beginning of one."""

    words: tuple[str, ...]
    prefix: bool = False


def terms(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed, in its order, at most ``MOST_TERMS``; none where it has no letter or
    digit.

    ``"exact words"`` is a phrase, ``word*`` a beginning, a word with marks inside (``D-N.Y.``) a phrase of
    its
    parts. Quotation marks that do not close are left out.
    """
    found: list[Term] = []
    for match in _TERM.finditer(typed):
        quoted, word = match.groups()
        parts = tuple(_WORD.findall(quoted if quoted is not None else word))
        if parts:
            found.append(Term(parts, quoted is None and word.endswith("*")))
        if len(found) == MOST_TERMS:
            break
    return tuple(found)


def plain(text: str) -> tuple[Term, ...]:
    """The words of ``text`` as terms, each once: for looking up words that nobody typed as a query.

    Small words, which are in every text, are left out where there are others.
    """
    words = dict.fromkeys(word.casefold() for word in _WORD.findall(text))
    telling = [word for word in words if word not in _SMALL] or list(words)
    return tuple(Term((word,)) for word in telling[:MOST_TERMS])
