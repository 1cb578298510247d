"""Plain text rebuilt from corpora that keep their articles as tokens: GUM, MEANTIME and NewsWCL50.

GUM states each sentence's own text. The other two have tokens alone, and spaces are put by the marks
(:func:`spaced`). Paragraphs are GUM's and NewsWCL50's own; in MEANTIME, which tells none, a sentence is one,
or the sentences of one quotation are.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.evaluate.corpus import CorpusError

CLOSING = frozenset(", . ; : ? ! ) ] % ’ ” ' 's ’s n't n’t 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m ...".split())
OPENING = frozenset("( [ $ £ € “ ‘".split())
STRAIGHT = {'"', "``", "''"}
BREAK = r"\n"
"""How NewsWCL50 writes the end of a paragraph: as a token of these two characters."""
COLUMNS = 3
"""Of NewsWCL50 the token stands after as many columns: document, sentence, number."""


def rebuilt(corpus: str, path: Path, part: str | None = None) -> str:
    """The text of the file ``path`` of ``corpus``, a paragraph a line.

    Args:
        corpus: "gum", "meantime" or "newswcl50".
        path: a document's file, or NewsWCL50's one file.
        part: a document within NewsWCL50's file, such as "0_LL".

    Raises:
        CorpusError: for another corpus, or a file that is not in the corpus's form.
    """
    try:
        content = path.read_text("utf-8")
        paragraphs = _paragraphs(corpus, content, part)
    except (OSError, UnicodeDecodeError, ET.ParseError, LookupError) as error:
        raise CorpusError(f"{path}: cannot be read as {corpus} ({error})") from None
    text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise CorpusError(f"{path}: holds no text" + (f" of {part}" if part else ""))
    return text


def spaced(tokens: Iterable[str]) -> str:
    """``tokens`` of one paragraph with the spaces that English sets.

    A hyphen between tokens joins them, and straight quotation marks open and close in turn.
    """
    text, tight, within = "", True, False
    for word in tokens:
        straight, opens = word in STRAIGHT, word == "'" and text[-1:] in {"", ":", ",", '"'}
        joins = (word in CLOSING and not opens) or word == "-" or (straight and within)
        text += ("" if tight or joins else " ") + ('"' if straight else word)
        tight = opens or word in OPENING or word == "-" or (straight and not within)
        within = within != straight
    return text


def _paragraphs(corpus: str, content: str, part: str | None) -> list[str]:
    if corpus == "gum":
        return _gum(content)
    if corpus == "meantime":
        return [spaced(tokens) for tokens in _meantime(content)]
    if corpus == "newswcl50":
        return [spaced(tokens) for tokens in _newswcl50(content, part)]
    raise LookupError("texts are rebuilt from gum, meantime and newswcl50 only")


def _gum(content: str) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in content.split("\n"):
        if re.match(r"# newpar\b(?!_)", line):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.partition("= ")[2].strip())
    return [" ".join(sentences) for sentences in paragraphs]


def _meantime(content: str) -> Iterator[list[str]]:
    sentences: dict[str, list[str]] = {}
    for token in ET.fromstring(content).iter("token"):  # noqa: S314 - expat expands no entity without bound
        sentences.setdefault(token.attrib["sentence"], []).append(token.text or "")
    paragraph: list[str] = []
    for tokens in sentences.values():
        paragraph += tokens
        if sum(token in STRAIGHT for token in paragraph) % 2 == 0:
            yield paragraph
            paragraph = []
    yield paragraph


def _newswcl50(content: str, part: str | None) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in content.split("\n"):
        fields = line.split("\t")
        if len(fields) <= COLUMNS or fields[0].rpartition("/")[2] != part:
            continue
        if fields[COLUMNS] == BREAK:
            yield paragraph
            paragraph = []
        else:
            paragraph.append(fields[COLUMNS])
    yield paragraph
