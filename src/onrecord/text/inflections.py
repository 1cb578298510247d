"""The forms of English verbs and nouns, from their lemmas."""

from __future__ import annotations

_VOWELS = "aeiou"
# Past and participle where they are not regular; the rest of a verb's forms are.
_IRREGULAR = {
    "be": "am is are was were been",
    "begin": "began begun", "bid": "bid", "bet": "bet", "bind": "bound", "break": "broke broken",
    "bring": "brought", "build": "built", "buy": "bought", "cast": "cast", "choose": "chose chosen",
    "come": "came come", "cut": "cut", "do": "did done", "draw": "drew drawn", "drive": "drove driven",
    "feel": "felt", "fight": "fought", "find": "found", "forbid": "forbade forbidden",
    "foresee": "foresaw foreseen", "forget": "forgot forgotten", "forgive": "forgave forgiven",
    "get": "got gotten", "give": "gave given", "go": "went gone", "have": "had", "hear": "heard",
    "hit": "hit", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "leave": "left",
    "let": "let", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "mislead": "misled",
    "overthrow": "overthrew overthrown", "pay": "paid", "put": "put", "quit": "quit", "read": "read",
    "rethink": "rethought", "retell": "retold", "rise": "rose risen", "run": "ran run", "say": "said",
    "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shoot": "shot",
    "show": "showed shown", "slam": "slammed", "speak": "spoke spoken", "spell": "spelled spelt",
    "stand": "stood", "stick": "stuck", "strike": "struck", "swear": "swore sworn", "take": "took taken",
    "teach": "taught", "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown",
    "undertake": "undertook undertaken", "understand": "understood", "uphold": "upheld", "win": "won",
    "withdraw": "withdrew withdrawn", "write": "wrote written",
}  # fmt: skip
# Verbs of one syllable double their last letter; of longer ones these do.
_DOUBLING = frozenset(
    "admit commit concur omit refer rebut rebuff regret prefer submit permit equip forget begin "
    "acquit".split()
)


def verb_forms(lemma: str) -> frozenset[str]:
    """Every form of the verb ``lemma``: base, third person, past, participles."""
    past = _IRREGULAR.get(lemma, "").split() or [_with_ed(lemma)]
    return frozenset([lemma, _with_s(lemma), *past, participle(lemma)])


def noun_forms(noun: str) -> frozenset[str]:
    """``noun`` and its plural; a word that ends in "s" stands for itself."""
    return frozenset([noun] if noun.endswith("s") else [noun, _with_s(noun)])


def participle(lemma: str) -> str:
    """The present participle of the verb ``lemma``."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + ("zes" if word == "quiz" else "es")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _doubled(lemma: str) -> str:
    if lemma == "quiz":
        return "quizz"
    ends = (
        len(lemma) > 2 and lemma[-1] not in "aeiouwxyh" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    )
    short = sum(letter in _VOWELS for letter in lemma) == 1
    return lemma + lemma[-1] if ends and (short or lemma in _DOUBLING) else lemma
