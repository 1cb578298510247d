"""JSON Feed (versions 1 and 1.1, jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from onrecord.gather.feeds.entries import Entry, Words, line, stated_all
from onrecord.gather.stated import Stated
from onrecord.types import Failure


def read_feed(feed: object, origin: str, url: str | None) -> Iterator[tuple[str, Stated | Failure]]:
    """Each item's place ("feed:number") and what it states.

    Args:
        feed: an object that :func:`onrecord.gather.jsonlines.is_feed_object` knows.
        origin: name of the file.
        url: where the feed was fetched from, or None.
    """
    told = cast("Mapping[str, Any]", feed)
    base = _text(told, "home_page_url") or _text(told, "feed_url") or url
    if not told["items"]:
        return iter(
            [(origin, Failure(origin, "parse", "is a feed without entries", "save it when it has some"))]
        )
    return stated_all((_entry(item, told, base) for item in told["items"]), origin)


def _entry(item: object, feed: Mapping[str, Any], base: str | None) -> Entry:
    if not isinstance(item, dict):
        return Entry()
    html, text, summary = (_text(item, name) for name in ("content_html", "content_text", "summary"))
    name = item.get("id")
    return Entry(
        id=str(name) if isinstance(name, int | str) and not isinstance(name, bool) else None,
        title=_words(_text(item, "title")),
        link=_text(item, "url") or _text(item, "external_url"),
        base=base,
        content=Words(html, "html") if html else _words(text),
        summary=_words(summary),
        is_summary=True,
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        outlet=line(_words(_text(feed, "title"))),
        language=_text(item, "language") or _text(feed, "language"),
    )


def _words(text: str | None) -> Words | None:
    return Words(text, "text") if text else None


def _text(told: Mapping[str, Any], name: str) -> str | None:
    value = told.get(name)
    return value if isinstance(value, str) and value.strip() else None
