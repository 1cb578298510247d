"""Whether a quotation is in another language than the record's."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import keys

_ENGLISH = (
    0.5  # share of words that a list of common English words knows, from which on no classifier is asked
)
_LETTERS = 0.5  # share of letters outside the Latin alphabet from which on it is another script


@lru_cache(maxsize=4096)
def language(text: str) -> str | None:
    """The ISO 639-1 code of ``text``'s language, or None where it cannot be told.

    English is recognised by its words, since short quotations mislead classifiers; all else is py3langid's
    word.
    """
    found = keys(text)
    if not found:
        return None
    if _share_in_other_script(text) < _LETTERS and _share_known(found) >= _ENGLISH:
        return "en"
    import py3langid  # noqa: PLC0415 - 0.2 s and 20 MB that only an unknown quotation needs

    code, _ = py3langid.classify(text)
    return str(code)


def other_language(base: str, variant: str) -> bool:
    """Whether two texts are in different languages, both of which can be told."""
    ours, theirs = language(base), language(variant)
    return ours is not None and theirs is not None and ours != theirs


def _share_known(found: list[str]) -> float:
    known = vocabulary()
    lists = known.lists
    common = lists["small_words"] | lists["pronouns"] | lists["modals"] | lists["negations"]
    hits = sum(key in common or known.base(key) in known.known for key in found)
    return hits / len(found)


def _share_in_other_script(text: str) -> float:
    letters = [sign for sign in text if sign.isalpha()]
    other = sum(not unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return other / max(1, len(letters))
