"""Snippets in GAP's form made from news: a name that is told again becomes a pronoun.

As in WikiCREM (Kocijan et al. 2019), whom the pronoun means is known, because the name stood there. Which
pronoun a name takes is counted in the corpus.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.evaluate.gap import Snippet
from onrecord.types import Span

SAYS = re.compile(r"\b([A-Z][a-z]{2,}) (?:said|says|told|added|argued|tweeted|wrote)\b")
NAME = re.compile(r"(?:(?!The |In |But |And |As |When |If )(?:[A-Z][a-z]+|[A-Z]\.) )?\b[A-Z][A-Za-z]{2,}\b")
AFTER = re.compile(r"\b([A-Z][a-z]{2,})\b(?=([^.!?\n]{1,60}?)\b(he|his|him|she|her)\b)")
SUBJECT = re.compile(
    r" (?:said|says|told|added|has|had|was|is|would|will|did|does|could|also|later|went|[a-z]+ed)\b"
)
OBJECT = frozenset(
    "of to for with by against on from about behind over around endorse support backed".split()
)
LONGEST = 900  # characters of a snippet
OFTEN = 6  # times that a name must be seen with a pronoun
KEPT = 0.3  # of the names are not replaced
FORMS = {"m": ("he", "his", "him"), "f": ("she", "her", "her")}


def genders(texts: Sequence[str]) -> dict[str, str]:
    """The pronoun, ``m`` or ``f``, of each surname that says things and nearly always takes the same one.

    A pronoun counts for a name that stands a few words before it in its sentence, with no other name between.
    """
    words = Counter(word for text in texts for word in re.findall(r"\w+", text))
    speaks = Counter(name for text in texts for name in SAYS.findall(text))
    names = {
        n for n, k in speaks.items() if k >= 4 and k > 0.02 * words[n] and words[n.lower()] < 0.1 * words[n]
    }
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for name, between, pronoun in AFTER.findall(text):
            if name in names and not re.search(r"[A-Z]", between):
                counts[name]["f" if pronoun in ("she", "her") else "m"] += 1
    return {
        name: seen.most_common(1)[0][0]
        for name, seen in counts.items()
        if seen.total() >= OFTEN and seen.most_common(1)[0][1] >= 0.75 * seen.total()
    }


def snippets(
    texts: Sequence[str], people: Sequence[tuple[str, str, str]], count: int, rng: random.Random
) -> Iterator[Snippet]:
    """Up to ``count`` snippets, at most four of a text.

    Args:
        texts: news.
        people: first name, surname and gender (``m`` or ``f``) of people to stand in for those of the texts.
        count: how many.
        rng: chooses.
    """
    known = genders(texts)
    made = 0
    for text in rng.sample(list(texts), len(texts)):
        stretches = list(_stretches(text))
        rng.shuffle(stretches)
        renamed = (_renamed(stretch, known, people, rng) for stretch in stretches[:8])
        mine = [s for new, theirs in renamed if (s := _made(new, theirs, f"made-{made}", rng))][:4]
        for snippet in mine:
            if made < count:
                made += 1
                yield snippet


def _renamed(
    text: str, known: dict[str, str], people: Sequence[tuple[str, str, str]], rng: random.Random
) -> tuple[str, dict[str, str]]:
    """The text with others of the same gender in the place of most of those known, and their genders."""
    theirs = {}
    for surname, gender in known.items():
        if not re.search(rf"\b{surname}\b", text):
            continue
        if rng.random() < KEPT:
            theirs[surname] = gender
            continue
        first, last, _ = rng.choice([p for p in people if p[2] == gender])
        text = re.sub(rf"(?:\b(?!The )[A-Z][a-z]+ )\b{surname}\b", f"{first} {last}", text)
        text = re.sub(rf"\b{surname}\b", last, text)
        theirs[last] = gender
    return text, theirs


def _stretches(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for first in range(0, len(lines), 2):
        out = lines[first]
        for line in lines[first + 1 : first + 6]:
            if len(out) + len(line) > LONGEST:
                break
            out += "\n" + line
        yield out


def _made(text: str, known: dict[str, str], name: str, rng: random.Random) -> Snippet | None:
    places = [(m, m[0].split()[-1]) for m in NAME.finditer(text) if m[0].split()[-1] in known]
    choices = []
    for index, (match, surname) in enumerate(places):
        earlier = places[:index]
        same = [m for m, s in earlier if s == surname]
        others = [m for m, s in earlier if s != surname]
        others = [m for m in others if known[m[0].split()[-1]] == known[surname]] or others
        form = _form(text, match, known[surname])
        if same and others and form and " " not in match[0]:
            choices.append((match, same[-1], others[-1], form))
    if not choices:
        return None
    match, right, wrong, form = rng.choice(choices)
    end = match.end() + 2 if text[match.end() : match.end() + 2] in ("'s", "’s") else match.end()
    changed = text[: match.start()] + form + text[end:]
    pronoun = Span(match.start(), match.start() + len(form))
    return Snippet(
        name, changed, pronoun, Span(*right.span()), Span(*wrong.span()), a_coref=True, b_coref=False
    )


def _form(text: str, match: re.Match[str], gender: str) -> str:
    """The pronoun in the name's place, or "" where it is not plain which one."""
    he, his, him = FORMS[gender]
    before, after = text[: match.start()].split(), text[match.end() :]
    start = text[: match.start()]
    opening = start.endswith(("\n", "“", '"')) or start.rstrip()[-1:] in ("", ".", "!", "?")
    if after[:2] in ("'s", "’s"):
        form = his
    elif before and before[-1] in OBJECT:
        form = him
    elif SUBJECT.match(after):
        form = he
    else:
        return ""
    return form.capitalize() if opening else form
