"""Where a syndicated text says that it comes from, and whether it says that there is more of it elsewhere.

Pointers of the publisher to the reader ("Read the full report at ...", "This story first appeared in ...",
a news agency in the dateline, a copyright line) are no statements of anybody's. Who first reported a fact is
not where the text comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.resolve.passage import extent
from onrecord.text.sentences import sentences
from onrecord.types import Origin, Record, Span

_LONGEST = 300
_WORK = (
    r"(?:story|article|report|piece|post|column|op-ed|essay|interview|editorial|commentary|version|text|rest)"
)
_NAME = (
    r"(?P<name>(?:(?:www\.)?[A-Za-z0-9-]+(?:\.[a-z]{2,6})+|(?:The |the )?[A-Z][\w.&’'-]*"
    r"(?: (?:of |and |& |for |the )?[A-Z][\w.&’'-]*){0,5}))"
)
_MORE = (
    re.compile(
        rf"(?:To )?[Rr]ead (?:the )?(?:full|rest|whole|complete|entire|original|more|remainder)\b"
        rf"[^.!?]{{0,80}}?\b(?:at|on|in|over at|from|via)\b:? {_NAME}"
    ),
    re.compile(
        rf"(?:The )?(?:[Ff]ull|[Oo]riginal|[Cc]omplete) {_WORK}\b[^.!?]{{0,40}}?\b(?:at|on|in)\b:? {_NAME}"
    ),
    re.compile(rf"(?:[Cc]ontinue|[Kk]eep) reading (?:this {_WORK} )?(?:at|on|in):? {_NAME}"),
)
_MORE_UNNAMED = re.compile(
    r"(?:Read (?:the )?(?:full|rest|whole|complete|entire|more)\b[^.!?]{0,60}?(?:here|below|online|»|>|\.|$)"
    r"|(?:Click|Tap) here (?:to|for)\b[^.!?]{0,30}\b(?:read|full|rest|more)\b|(?:Continue|Keep) reading\b)"
)
_FROM = (
    re.compile(
        rf"(?:This|The) {_WORK} (?:was |has been )?(?:first |originally |previously )?"
        rf"(?:appeared|published|reported|ran|posted|reprinted|republished|syndicated|excerpted|adapted)\b"
        rf"[^.!?]{{0,40}}?\b(?:at|on|in|by|from|with permission (?:of|from))\b {_NAME}"
    ),
    re.compile(rf"(?:Originally|First) (?:published|appeared|posted) (?:at|on|in|by) {_NAME}"),
    re.compile(
        r"(?:Re(?:printed|published)|Excerpted|Adapted) (?:from|with (?:the )?permission (?:of|from)) "
        rf"{_NAME}"
    ),
    re.compile(rf"(?:Copyright|\(c\)|©)\s*(?:©|\(c\))?\s*(?:\d{{4}}(?:[-–]\d{{2,4}})?)?,?\s*(?:by )?{_NAME}"),
    re.compile(rf"\d{{4}},? {_NAME}\s*[.,]? All [Rr]ights [Rr]eserved"),
    re.compile(rf"Distributed by {_NAME}"),
)
_AGENCIES = "AP|Reuters|REUTERS|AFP|UPI|Bloomberg|CNN|TASS|Xinhua|dpa|DPA|ANI|PTI|Kyodo|EFE|IANS|ANSA"
_DATELINE = re.compile(
    rf"^[^()\n]{{0,60}}?\((?P<name>{_AGENCIES}|The Associated Press|Associated Press)\)\s*[—–-]"
)
_SIGNED = re.compile(
    r"^[—–-]{1,2}\s?(?P<name>(?:The )?Associated Press|AP|Reuters|AFP|UPI|Bloomberg|Agence France-Presse)\.?$"
)
_DATELINE_RANK = 2
_OPENING = "\"'“‘([*_-—– \t"


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A pointer: its sentence, the publisher it names, and whether it says that there is more."""

    sentence: Span
    publisher: str | None
    more: bool
    rank: int


def with_origin(record: Record) -> Record:
    """``record`` with its document's origin; a statement that is all pointer is left out.

    Linear in the length of the text.
    """
    text = record.document.text
    pointers = list(_pointers(text))
    if not pointers:
        return record
    best = min(pointers, key=lambda pointer: (pointer.publisher is None, pointer.rank))
    whole = [pointer.sentence for pointer in pointers if pointer.rank < _DATELINE_RANK]
    kept = tuple(s for s in record.statements if not any(extent(s).within(pointer) for pointer in whole))
    document = replace(
        record.document,
        origin=Origin(best.publisher, best.sentence),
        is_excerpt=record.document.is_excerpt or any(pointer.more for pointer in pointers),
    )
    return replace(record, document=document, statements=kept)


def _pointers(text: str) -> Iterator[_Pointer]:
    found = sentences(text)
    for index, sentence in enumerate(found):
        words = sentence.of(text)
        if index == 0 or text[max(0, sentence.start - 1)] == "\n":
            yield from _dateline(words, sentence)
        if len(words) <= _LONGEST:
            yield from _pointer(words, sentence)


def _pointer(words: str, sentence: Span) -> Iterator[_Pointer]:
    start = len(words) - len(words.lstrip(_OPENING))
    for patterns, more, rank in ((_MORE, True, 0), (_FROM, False, 1)):
        for pattern in patterns:
            match = pattern.match(words, start)
            if match:
                yield _Pointer(sentence, _tidy(match["name"]), more, rank)
                return
    if _MORE_UNNAMED.match(words, start):
        yield _Pointer(sentence, None, more=True, rank=1)


def _dateline(words: str, sentence: Span) -> Iterator[_Pointer]:
    """A news agency in brackets before the first sentence of a paragraph, or alone on its line."""
    for pattern in (_DATELINE, _SIGNED):
        match = pattern.match(words)
        if match:
            span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
            yield _Pointer(span, match["name"], more=False, rank=_DATELINE_RANK)
            return


def _tidy(name: str) -> str:
    """``name`` without the full stop of its sentence."""
    return name.rstrip(".,;:!?’'\"”) ")
