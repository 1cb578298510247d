"""Corpora that mark some of the mentions of a text: MEANTIME, CrossNER and NewsWCL50.

They say of what they mark what kind it is and what it is the same as, and nothing of what they leave out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.evaluate.gum import Marked
from onrecord.types import MentionForm, MentionKind, Span

TYPES: dict[str, MentionKind] = dict.fromkeys(("PER", "person", "politician", "ACTOR"), "person")
TYPES |= dict.fromkeys(("ORG", "organisation", "politicalparty"), "organisation")
TYPES |= dict.fromkeys(("LOC", "country", "location"), "place")
TYPES |= dict.fromkeys(("PRO", "FIN", "MIX", "event", "election", "misc"), "other")
FORMS: dict[str, MentionForm] = {"NAM": "name", "PRO": "pronoun"}
CLOSING = re.compile(r"(?:[,.;:!?%)\]}”\n]|'s|n't|'(?:re|ve|ll|d|m))$", re.IGNORECASE)
OPENING = frozenset("([{$#“\n")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text of which some mentions are marked; ``linked`` where it is told which are the same."""

    name: str
    text: str
    mentions: tuple[Marked, ...]
    linked: bool = True


def written(tokens: Iterable[str]) -> tuple[str, list[Span]]:
    """The tokens as they would be printed, and the characters of each."""
    text, spans, glued = "", [], True
    for raw in tokens:
        token = {"``": "“", "''": "”", "\\n": "\n"}.get(raw, raw)
        if not glued and not CLOSING.match(token):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        glued = token in OPENING
    return text, spans


def meantime(folder: Path) -> Iterator[MarkedText]:
    """The documents of MEANTIME's English part (Minard et al. 2016) in CAT XML."""
    for path in sorted(folder.rglob("*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314 - a corpus that one downloads oneself
        tokens = root.findall("token")
        text, spans = written(t.text or "" for t in tokens)
        at = {t.get("t_id"): s for t, s in zip(tokens, spans, strict=True)}
        types = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
        entity = {
            source.get("m_id"): target.get("m_id")
            for relation in root.iter("REFERS_TO")
            for source in relation.findall("source")
            for target in relation.findall("target")
        }
        found = []
        for mention in root.iter("ENTITY_MENTION"):
            anchors = [at[a.get("t_id")] for a in mention.findall("token_anchor")]
            whose = entity.get(mention.get("m_id"))
            kind = TYPES.get(types.get(whose) or "")
            if anchors and kind:
                form = FORMS.get(mention.get("syntactic_type") or "", "nominal")
                found.append(Marked(Span(anchors[0].start, anchors[-1].end), kind, form, str(whose)))
        yield MarkedText(path.stem, text, tuple(found))


def crossner(path: Path, together: int = 8) -> Iterator[MarkedText]:
    """Sentences of a CrossNER file (Liu et al. 2021), some to a text; every name an entity of its own."""
    sentences = [
        [line.split("\t") for line in part.split("\n")] for part in path.read_text("utf-8").split("\n\n")
    ]
    sentences = [[row for row in s if len(row) == 2] for s in sentences]
    for low in range(0, len(sentences), together):
        rows = [row for sentence in sentences[low : low + together] for row in sentence]
        text, spans = written(word for word, _ in rows)
        found: list[Marked] = []
        for (_, tag), span in zip(rows, spans, strict=True):
            kind = TYPES.get(tag[2:])
            if kind and tag[0] == "B":
                found.append(Marked(span, kind, "name", str(len(found))))
            elif kind and found:
                last = found[-1]
                found[-1] = Marked(Span(last.span.start, span.end), last.kind, last.form, last.entity)
        yield MarkedText(f"{path.stem}-{low}", text, tuple(found), linked=False)


def newswcl(path: Path) -> Iterator[MarkedText]:
    """The documents of NewsWCL50 (Hamborg et al. 2019) as CoNLL: people with their chains."""
    for part in path.read_text("utf-8").split("#begin document")[1:]:
        lines = [line.split("\t") for line in part.split("\n")[1:]]
        rows = [row for row in lines if len(row) >= 5]
        text, spans = written(row[3] for row in rows)
        opened: defaultdict[str, list[int]] = defaultdict(list)
        found = []
        for index, row in enumerate(rows):
            for mark in row[4].split("|"):
                name = mark.strip("()")
                kind = TYPES.get(name.rpartition("_")[2])
                if mark.startswith("("):
                    opened[name].append(index)
                if mark.endswith(")") and opened[name]:
                    first = opened[name].pop()
                    if kind:
                        found.append(Marked(Span(spans[first].start, spans[index].end), kind, "name", name))
        yield MarkedText(part.split(";")[0].strip(), text, tuple(found))
