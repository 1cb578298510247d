"""An entry of a feed of any kind, and what it states once its HTML is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urljoin

from onrecord.gather import languages, markup
from onrecord.gather.feeds.days import stated_day
from onrecord.gather.stated import Stated, lone_surrogate, web_address
from onrecord.types import Failure

Kind = Literal["html", "text", "either"]
"""How a text is written; ``either`` where its format leaves it open, as RSS does."""

SHORT = 500
"""Characters under which the description of an entry without content is taken for a summary."""

_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[&hellip;\]|\[…\]|(?:read more|continue reading|read the (?:full|whole) \w+)\W*)\s*\Z",
    re.IGNORECASE,
)
_FAULTY = "�"
SUMMARY = "#summary"


@dataclass(frozen=True, slots=True)
class Words:
    """A text of an entry as the feed has it."""

    text: str
    kind: Kind = "either"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article.

    Attributes:
        id: the entry's own name, meant to be the same for ever.
        title: its headline.
        link: its address, perhaps relative to ``base``.
        base: what relative addresses start from.
        content: the article.
        summary: its description, or the article where the feed makes no difference.
        is_summary: whether ``summary`` cannot be the whole article.
        published: when it was published, as written.
        updated: when it was last changed, as written.
        outlet: who published it.
        language: the feed's language.
    """

    id: str | None = None
    title: Words | None = None
    link: str | None = None
    base: str | None = None
    content: Words | None = None
    summary: Words | None = None
    is_summary: bool = False
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    language: str | None = None


def stated_all(
    entries: Iterable[Entry], origin: str, warnings: tuple[str, ...] = ()
) -> Iterator[tuple[str, Stated | Failure]]:
    """Each entry's place ("feed:number", counted from 1) and what it states.

    An id that an earlier entry of the same feed has is left out: the place serves.
    """
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        place = f"{origin}:{number}"
        stated = _stated(entry, place)
        if isinstance(stated, Stated):
            stated = replace(stated, warnings=warnings + stated.warnings)
            if stated.id in seen:
                doubled = f"its id {stated.id[:100]!r} is that of an earlier entry: left out"
                stated = replace(stated, id=None, warnings=(*stated.warnings, doubled))
            seen.add(stated.id or place)
        yield place, stated


def _stated(entry: Entry, place: str) -> Stated | Failure:
    content = read_words(entry.content) if entry.content else ""
    text = content or (read_words(entry.summary) if entry.summary else "")
    if not text:
        return Failure(place, "parse", "is an entry without a text", "add the article that it links to")
    if lone_surrogate(text) is not None or _FAULTY in text:
        return Failure(
            place, "decode", "is an entry with bytes that are no text", "save the feed again as UTF-8"
        )
    summary = not content and (entry.is_summary or _looks_cut(text))
    published_on, warnings = _published_on(entry)
    if summary:
        warnings = (*warnings, "only a summary of the article: the feed has no more of it")
    return Stated(
        text=text,
        id=_id(entry.id, summary=summary),
        title=line(entry.title),
        url=_address(entry),
        publisher=entry.outlet,
        language=languages.language_of(text) or languages.code_of(entry.language),
        published_on=published_on,
        warnings=warnings,
    )


def _id(named: str | None, *, summary: bool) -> str | None:
    """The entry's id; a summary's is not the article's, which may come in by itself."""
    one = " ".join((named or "").split())
    if not one or lone_surrogate(one) is not None:
        return None
    return f"{one}{SUMMARY}" if summary else one


def _looks_cut(text: str) -> bool:
    return len(text) < SHORT or _CUT_OFF.search(text[-100:]) is not None


def _published_on(entry: Entry) -> tuple[date | None, tuple[str, ...]]:
    for written, what in ((entry.published, "published"), (entry.updated, "updated")):
        if not written or not written.strip():
            continue
        day = stated_day(written)
        if day is None:
            return None, (f"{what} {written.strip()[:40]!r} is no date that can be: left out",)
        changed = "published_on is the day of its last change: the feed states no other"
        return day, (changed,) if what == "updated" else ()
    return None, ()


def _address(entry: Entry) -> str | None:
    if not entry.link:
        return None
    try:
        return web_address(urljoin(entry.base or "", entry.link.strip()))
    except ValueError:  # a bracket that closes nothing
        return None


def line(words: Words | None) -> str | None:
    """A title in one line, without markup; None where nothing is left."""
    if words is None:
        return None
    plain = read_words(words)
    return " ".join(plain.split()) or None if lone_surrogate(plain) is None else None


def read_words(words: Words) -> str:
    """The text of what the feed has, its HTML read; lines of plain text stay as they are."""
    text = words.text
    if words.kind == "text":
        return text.strip()
    if _TAG.search(text):
        return _read_html(text)
    if words.kind == "html" or _REFERENCE.search(text):
        from html import unescape  # noqa: PLC0415 - its table of names takes milliseconds to load

        text = unescape(text)
    return text.strip()


def _read_html(text: str) -> str:
    if not markup.is_whole_page(text):
        return markup.without_tags(text)
    from onrecord.gather import pages  # noqa: PLC0415 - a page within a feed is rare

    page = pages.read_page(text, "entry")
    return "" if isinstance(page, Failure) else page.text
