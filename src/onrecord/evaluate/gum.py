"""GUM's documents (Zeldes 2017) as plain text with their mentions and entities.

A CoNLL-U file gives tokens, ``SpaceAfter``, paragraphs (``# newpar``) and, in the last column, where mentions
open and close: ``Entity=(12-person-giv:act-nnnnn-cf1-2,3-coref-Some_Name``. Mentions nest, and share ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluate.corpus import CorpusError
from onrecord.types import Span
from onrecord.types.mentions import MentionForm, MentionKind

FIELDS = 10  # columns of CoNLL-U
ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
BRACKET = re.compile(r"\(([^()]*)(\))?|([^()]*)\)")
KINDS: dict[str, MentionKind] = {"person": "person", "organization": "organisation", "place": "place"}
FORMS: dict[str, MentionForm] = {"PROPN": "name", "PRON": "pronoun"}
HEAD = 5  # which of the hyphenated fields tells the head tokens, counted from the mention's first


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention as the corpus marks it: its characters, kind and form, and the entity's number."""

    span: Span
    kind: MentionKind
    form: MentionForm
    entity: str


@dataclass(frozen=True, slots=True)
class GumDocument:
    """A document's name and genre, its text with one paragraph a line, its mentions in text order."""

    name: str
    genre: str
    text: str
    mentions: tuple[Marked, ...]


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    tag: str
    entities: str


def read_folder(folder: Path) -> Iterator[GumDocument]:
    """The documents of all ``.conllu`` files in ``folder``, in the order of their names.

    Raises:
        CorpusError: when there is none, or one of them is no CoNLL-U with GUM's entities.
    """
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise CorpusError(f"{folder}: holds no .conllu file; give a folder of GUM's documents")
    return (read_document(path) for path in paths)


def read_document(path: Path) -> GumDocument:
    """The document in the file ``path``.

    Raises:
        CorpusError: when the file has no token, or its brackets do not pair.
    """
    try:
        text, tokens, genre = _tokens(path.read_text("utf-8"))
        mentions = tuple(sorted(_mentions(tokens), key=lambda m: (m.span.start, -m.span.end)))
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        raise CorpusError(f"{path}: not a CoNLL-U file with GUM's entities ({error})") from error
    if not tokens:
        raise CorpusError(f"{path}: holds no token")
    return GumDocument(path.stem, genre, text, mentions)


def _tokens(content: str) -> tuple[str, list[_Token], str]:
    text, genre, breaking = "", "", False
    tokens: list[_Token] = []
    for line in content.split("\n"):
        breaking = breaking or line.startswith("# newpar")
        if line.startswith("# meta::genre = "):
            genre = line.partition("= ")[2]
        fields = line.split("\t")
        if len(fields) != FIELDS or not fields[0].isdigit():
            continue
        if breaking and text:
            text = text.rstrip() + "\n"
        breaking = False
        found = ENTITY.search(fields[9])
        tokens.append(_Token(len(text), len(text) + len(fields[1]), fields[3], found[1] if found else ""))
        text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
    return text.rstrip(), tokens, genre


def _mentions(tokens: list[_Token]) -> Iterator[Marked]:
    open_ones: dict[str, list[tuple[int, list[str]]]] = {}
    for index, token in enumerate(tokens):
        for opened, alone, closed in BRACKET.findall(token.entities):
            if opened:
                fields = opened.split("-")
                open_ones.setdefault(fields[0], []).append((index, fields))
            if closed or alone:
                first, fields = open_ones[closed or opened.split("-")[0]].pop()
                yield _marked(tokens[first : index + 1], fields)
    if any(open_ones.values()):
        raise ValueError("a mention is opened and never closed")


def _marked(tokens: list[_Token], fields: list[str]) -> Marked:
    """The mention of ``tokens``; its form is that of its first head token."""
    head = int(fields[HEAD].split(",")[0]) - 1
    kind = KINDS.get(fields[1], "other")
    form = FORMS.get(tokens[head].tag, "nominal")
    return Marked(Span(tokens[0].start, tokens[-1].end), kind, form, fields[0])
