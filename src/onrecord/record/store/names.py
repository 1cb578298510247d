"""Names as the store compares them: without case, accents, dots and titles of rank in a family."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AFTER = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BEFORE = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "rev", "hon"})
_LONGEST = 200


def folded(name: str) -> str:
    """``name`` as it is compared: "Sen. José  O’Neill, Jr." is "sen jose o'neill".

    Names longer than 200 characters are compared by their beginning.
    """
    bare = unicodedata.normalize("NFKD", name).casefold().replace("’", "'")
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    words = _WORD.findall(kept) or [kept.strip() or "?"]
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    return " ".join(words)[:_LONGEST]


def last(fold: str) -> str:
    """The last word of a folded name: what a person is called the second time."""
    return fold.rpartition(" ")[2]


def is_full(fold: str) -> bool:
    """Whether a folded name has two words or more, and so is evidence of who it is."""
    return " " in fold


def fits(asked: str, held: str) -> bool:
    """Whether a name asked for may be that of a held one, both folded.

    The same words; a last name alone; or first and last name with others between left out.
    """
    if asked == held:
        return True
    few, many = asked.split(), held.split()
    if len(few) > len(many):
        few, many = many, few
        if len(few) == 1:
            return False  # "Jill Biden" was asked for: a bare "Biden" may be anybody
    if few[-1] != many[-1]:
        return False
    return len(few) == 1 or (few[0] == many[0] and set(few) <= set(many))
