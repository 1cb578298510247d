"""Transcripts as records: every paragraph is somebody's own words."""

from __future__ import annotations

import re
from hashlib import blake2b

from onrecord.types import Document, Record, Span, Speaker, Statement

# "SEN. QUINT: ...", "Ada Quint: ...", "Q: ...", "THE PRESIDENT: ...": up to six words, in capitals.
_NAME = r"(?:[A-Z][\w.'’()-]*|of|the|de|van|von)"
_LABEL = re.compile(rf"[ \t>*_]*({_NAME}(?: {_NAME}){{0,5}})[*_]*:[*_]*\s+")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_QUESTION = frozenset({"Q", "Question", "Reporter", "REPORTER", "QUESTION"})


def transcript(document: Document) -> Record:
    """The record of a transcript: one statement a paragraph, its speaker the last label before it.

    A paragraph that begins with a name and a colon changes the speaker; a text without any such label is one
    speaker's, whose name is not known.
    """
    statements, speaker = [], None
    for match in _PARAGRAPH.finditer(document.text):
        label = _LABEL.match(document.text, match.start(), match.end())
        start = match.start()
        if label is not None:
            speaker = _speaker(label[1])
            start = label.end()
        end = match.start() + len(match[0].rstrip())
        if start < end:
            statements.append(_statement(document, Span(start, end), speaker))
    return Record(document, tuple(statements))


def _speaker(label: str) -> Speaker | None:
    if label in _QUESTION:
        return None
    return Speaker(label.title() if label.isupper() else label, "unknown")


def _statement(document: Document, span: Span, speaker: Speaker | None) -> Statement:
    name = f"{document.id} {span.start} {span.end}"
    identity = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Statement(identity, None, (), (), (span,), "direct", (span,), 1.0, speaker)
