"""Where RSS and Atom keep what an entry states: their elements and those of the modules in common use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from onrecord.gather.feeds.entries import Entry, Words, line

if TYPE_CHECKING:
    Element: TypeAlias = Any  # lxml has no types of its own
else:
    Element = object

_ATOM = frozenset(("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"))
_ATOM_TAGS = tuple(f"{{{space}}}" for space in _ATOM)
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN = frozenset(("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"))
_RSS = frozenset(
    (
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://backend.userland.com/RSS2",
        "http://blogs.law.harvard.edu/tech/rss",
    )
)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXED = re.compile(r"(</?)(?:xhtml|html|h):")
_CONTAINERS = frozenset(("item", "entry"))


@dataclass(frozen=True, slots=True)
class About:
    """What a feed says of itself, and so of every entry that does not say it."""

    base: str | None = None
    outlet: str | None = None
    language: str | None = None


def name_of(element: Element) -> str:
    """An element's name as it is used here: "title", "content:encoded", "dc:date"; "" for foreign ones.

    Media RSS, iTunes and others have titles, descriptions and contents that are not the article's.
    """
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, closed, local = tag.rpartition("}")
    space = space.removeprefix("{")
    if not closed or space in _ATOM or space in _RSS:
        return local.removeprefix("atom:")
    if space == _CONTENT:
        return f"content:{local}"
    return f"dc:{local}" if space in _DUBLIN else ""


def own(entry: Element) -> bool:
    """Whether an element is an entry of the feed, and none that is written inside another."""
    if name_of(entry) not in _CONTAINERS:
        return False
    return not any(name_of(outer) in _CONTAINERS for outer in entry.iterancestors())


def names_of(root: Element, url: str | None) -> About:
    """What the feed says of itself; ``url`` is where it was fetched from."""
    about = next((child for child in root if name_of(child) == "channel"), root)
    parts = _parts(about)
    language = root.get(_LANG) or about.get(_LANG) or _text(_first(parts, "language", "dc:language"))
    link = _link(about, parts)
    base = root.get(_BASE) or about.get(_BASE) or url or link
    return About(base, line(_words(parts.get("title"))), language)


def outlet_of(parts: dict[str, Element]) -> str | None:
    """Who published an entry first, where a feed takes over the entries of others."""
    source = parts.get("source")
    if source is None:
        return None
    title = next((child for child in source if name_of(child) == "title"), source)
    return line(_words(title))


def entry_of(element: Element, about: About) -> Entry:
    """What an ``item`` or ``entry`` states."""
    parts = _parts(element)
    atom = name_of(element) == "entry"
    content = _first(parts, "content:encoded", "content")
    summary = _first(parts, "summary", "description", "dc:description")
    return Entry(
        id=_text(_first(parts, "id", "guid"))
        or element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"),
        title=_words(_first(parts, "title", "dc:title")),
        link=_link(element, parts),
        base=element.get(_BASE) or about.base,
        content=_words(content),
        summary=_words(summary),
        is_summary=atom,
        published=_text(
            _first(parts, "published", "pubDate", "issued", "dc:date", "dc:issued", "dc:created")
        ),
        updated=_text(_first(parts, "updated", "modified", "dc:modified")),
        outlet=outlet_of(parts) or about.outlet,
        language=element.get(_LANG) or _text(parts.get("dc:language")) or about.language,
    )


def _parts(element: Element) -> dict[str, Element]:
    """The first of each kind of child that has something to say."""
    parts: dict[str, Element] = {}
    for child in element:
        name = name_of(child)
        if name and name not in parts and (len(child) or (child.text or "").strip()):
            parts[name] = child
    return parts


def _first(parts: dict[str, Element], *names: str) -> Element | None:
    return next((parts[name] for name in names if name in parts), None)


def _text(element: Element | None) -> str | None:
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def _link(element: Element, parts: dict[str, Element]) -> str | None:
    """The address of the article: Atom's alternate link, RSS's link, or a guid that is one."""
    for child in element:
        rel = child.get("rel", "alternate") if name_of(child) == "link" else ""
        if rel == "alternate" and (child.get("href") or "").strip():
            return str(child.get("href"))
    written = _text(parts.get("link"))
    if written is not None:
        return written
    guid = parts.get("guid")
    return _text(guid) if guid is not None and guid.get("isPermaLink", "true") == "true" else None


def _words(element: Element | None) -> Words | None:
    """The text of an element, by what its type says of it."""
    if element is None:
        return None
    kind = (element.get("type") or "").lower()
    if len(element):
        return Words(_inside(element), "html")
    text = element.text or ""
    if kind in ("text", "text/plain"):
        return Words(text, "text")
    if kind and kind not in ("html", "xhtml") and not kind.startswith(("text/", "application/xhtml")):
        return None  # a picture, a sound
    # Atom's texts are plain unless they say otherwise. Titles keep to it, contents often do not.
    plain = not kind and name_of(element) == "title" and element.tag.startswith(_ATOM_TAGS)
    return Words(text, "text" if plain else "html" if kind else "either")


def _inside(element: Element) -> str:
    from lxml import etree  # noqa: PLC0415 - for feeds only

    pieces = [element.text or ""]
    pieces += [etree.tostring(child, encoding="unicode", method="html", with_tail=True) for child in element]
    return _PREFIXED.sub(r"\1", "".join(pieces))
