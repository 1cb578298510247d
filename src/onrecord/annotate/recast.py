"""What stands in a content, put as a news report would put it, word for word.

People speak of themselves: "I think it is fair". The network learnt from the words of reporters, who
write "Smith thinks it is fair". So before a content is read as a text of its own, its pronouns give way to
names and nouns, the verb behind "I" takes its ending, and the first word its capital. Words and pieces stay
one to one, so what is found holds for the words as they were.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from tokenizers import Tokenizer

from onrecord.annotate.pieces import CASES, LAYOUTS, Pieces

NAMES = {"i": "smith", "he": "johnson", "she": "johnson", "we": "republicans", "they": "democrats"}
OTHERS = {"you": "voters", "me": "him", "us": "them", "my": "his", "our": "their"}
VERBS = (
    "admit agree ask assume believe bet call consider deny disagree doubt expect fear feel find guess hear "
    "hope imagine insist intend know like love mean need oppose plan prefer promise realize recall regret "
    "remember say see support suspect swear tell think understand want wish worry"
).split()
ENDINGS = {"am": "is", "have": "has", "do": "does", "don": "doesn", **{verb: f"{verb}s" for verb in VERBS}}
NEAR = 3  # words behind "I" within which its verb is looked for

_TITLE, _LOWER = CASES.index("title"), CASES.index("lower")


def recast(pieces: Pieces, tokenizer: Tokenizer) -> Pieces:
    """The same words with other ids and shapes; places stay those of the text."""
    names, others, endings = _tables(tokenizer)
    ids, shapes = pieces.ids.copy(), pieces.shapes.copy()
    single = np.diff(np.append(pieces.firsts, len(ids))) == 1
    for word in np.flatnonzero(single & np.isin(ids[pieces.firsts], [*names, *others])).tolist():
        piece = pieces.firsts[word]
        old = int(pieces.ids[piece])
        ids[piece] = names[old] if old in names else others[old]
        shapes[piece] = shapes[piece] % len(LAYOUTS) + len(LAYOUTS) * (_TITLE if old in names else _LOWER)
        if old == tokenizer.token_to_id("i"):
            after = pieces.firsts[word + 1 : word + 1 + NEAR]
            for verb in after[np.isin(pieces.ids[after], list(endings))][:1]:
                ids[verb] = endings[int(pieces.ids[verb])]
    _capitalise(shapes, int(pieces.firsts[1]) if len(pieces) > 1 else len(ids))
    return Pieces(ids, shapes, pieces.firsts, pieces.starts, pieces.ends, pieces.breaks)


def _capitalise(shapes: np.ndarray[tuple[int], np.dtype[np.int64]], end: int) -> None:
    """Give the first word, pieces up to ``end``, a capital if it is in lower case, in place."""
    first = shapes[:end]
    first[first // len(LAYOUTS) == _LOWER] += len(LAYOUTS) * (_TITLE - _LOWER)


@cache
def _tables(tokenizer: Tokenizer) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """``NAMES``, ``OTHERS`` and ``ENDINGS`` as ids of the vocabulary, pairs that it lacks left out."""

    def known(table: dict[str, str]) -> dict[int, int]:
        ids = [(tokenizer.token_to_id(a), tokenizer.token_to_id(b)) for a, b in table.items()]
        return {a: b for a, b in ids if a is not None and b is not None}

    return known(NAMES), known(OTHERS), known(ENDINGS)
