"""What can be told of a mention from its words alone: what pronoun it is, its head, its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLASSES = (
    *("i", "we", "you", "he", "she", "it", "they", "who", "which", "this", "one"),
    *("name", "definite", "indefinite", "possessed"),
)
PRONOUNS = {
    word: CLASSES.index(name)
    for name, words in {
        "i": "i me my mine myself",
        "we": "we us our ours ourselves let's",
        "you": "you your yours yourself yourselves",
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves themself",
        "who": "who whom whose",
        "which": "which that",
        "this": "this these those here there then now",
        "one": "one ones someone somebody anyone anybody everyone everybody nobody none each both all some",
    }.items()
    for word in words.split()
}
PERSONAL = len(
    ("i", "we", "you", "he", "she", "it", "they", "who", "which", "this", "one")
)  # classes of pronouns
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
POSSESSIVES = frozenset(("my", "our", "your", "his", "her", "its", "their"))
EMPTY = DEFINITE | POSSESSIVES | frozenset(("a", "an", "s", "of", "and", "mr", "mrs", "ms", "dr"))
ENDING = frozenset(  # what opens the modifiers behind a head
    "of who whom whose that which in at from for on with to by as about under over after before and".split()
)
WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Surface:
    """A mention's words, lower case.

    Attributes:
        category: index in ``CLASSES``.
        words: those that say something (no determiners, titles and punctuation), in their order.
        head: the last of them before any modifier that follows; "" of a pronoun.
        initials: of its capitalised words, "" of fewer than two; of an all-capital word, that word.
        named: whether the head is capitalised.
    """

    category: int
    words: tuple[str, ...]
    head: str
    initials: str
    named: bool


def surface(text: str) -> Surface:
    """What the words of the mention ``text`` tell of it."""
    tokens = WORD.findall(text.replace("'s", " ").replace("’s", " ")) or [text]
    lower = [token.lower() for token in tokens]
    if len(tokens) == 1 and lower[0] in PRONOUNS and tokens[0] != "US":
        return Surface(PRONOUNS[lower[0]], (), "", "", named=False)
    end = next((i for i, w in enumerate(lower) if i and (w in ENDING or not w[0].isalnum())), len(tokens))
    core = [i for i in range(end) if lower[i] not in EMPTY and lower[i][0].isalnum()]
    words = tuple(w for w in lower if w not in EMPTY and w not in ENDING and w[0].isalnum())
    head = core[-1] if core else end - 1
    named = tokens[head][0].isupper()
    capitals = [t for t in tokens if t[0].isupper() and t.lower() not in EMPTY]
    whole = tokens[head] if tokens[head].isupper() and len(tokens[head]) > 1 else ""
    initials = whole.lower() or ("".join(t[0] for t in capitals).lower() if len(capitals) > 1 else "")
    return Surface(_category(lower, named=named), words, lower[head], initials, named)


def _category(lower: list[str], *, named: bool) -> int:
    if lower[0] in POSSESSIVES:
        return CLASSES.index("possessed")
    if named:
        return CLASSES.index("name")
    return CLASSES.index("definite" if lower[0] in DEFINITE else "indefinite")


MATCHES = ("none", "pronoun", "same", "same head, more", "same head, other", "shared word", "initials")


def match(a: Surface, b: Surface) -> int:
    """How alike two mentions are in their words, neither a pronoun: an index in ``MATCHES``."""
    if a.words == b.words and a.words:
        return MATCHES.index("same")
    one, two = set(a.words), set(b.words)
    if a.head == b.head:
        return MATCHES.index("same head, more" if one <= two or two <= one else "same head, other")
    if one & two:
        return MATCHES.index("shared word")
    return MATCHES.index("initials" if a.initials and a.initials == b.initials else "none")
