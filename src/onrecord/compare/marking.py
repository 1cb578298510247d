"""Edits that are marked as such: an ellipsis for what was left out, square brackets for what was put in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.compare.alignment import Gap
from onrecord.compare.words import Word

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\*\s?\*\s?\*")
_BRACKETED = re.compile(r"\[[^\[\]]{0,200}\]")


def has_marks(base: str, variant: str) -> bool:
    """Whether ``variant`` has more ellipses or square brackets than the record has."""
    return any(len(p.findall(variant)) > len(p.findall(base)) for p in (_ELLIPSIS, _BRACKETED))


def is_marked(gap: Gap, text: str, found: Sequence[Word]) -> bool:
    """Whether the variant shows that its words differ here.

    Args:
        gap: the difference; its second range is of the variant.
        text: the variant.
        found: the variant's words.
    """
    inside = found[gap.b0 : gap.b1]
    if inside and all(word.bracketed for word in inside):
        return True
    start = found[gap.b0 - 1].end if gap.b0 else 0
    end = found[gap.b1].start if gap.b1 < len(found) else len(text)
    unmarked = [word for word in inside if not word.bracketed]
    return not unmarked and bool(_ELLIPSIS.search(text[start:end]) or "[" in text[start:end])
