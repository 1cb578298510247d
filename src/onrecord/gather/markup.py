"""Markup without a parser: telling HTML from text, measuring it, and taking the tags off in linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_HEAD = 4096

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<(?:head|body)[\s>]", re.IGNORECASE)
_BEFORE_ROOT = re.compile(r"\s+|<\?[^>]{0,1000}>|<!--|<!DOCTYPE[^>\[]{0,1000}[>\[]", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,30}:)?(?:rss|feed|(RDF))[\s/>]")
_XML = re.compile(
    r"<\?xml[\s]|<(?:rss|feed|rdf:rdf|svg|urlset|sitemapindex|nitf|newsml|newsmessage)[\s>]", re.IGNORECASE
)
_KNOWN = re.compile(
    r"</?(?:p|div|span|br|a|b|i|em|strong|blockquote|q|ul|ol|li|h[1-6]|table|tr|td|th|section|article|header|main|"
    r"figure|figcaption|img|font|center|meta|title|script|style)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</(?:p|div|blockquote|ul|ol|li|h[1-6]|table|section|article|span)>", re.IGNORECASE)

_MARK = re.compile(r"<(?:(!--)|([!?])|(/?)([A-Za-z][A-Za-z0-9:-]*))")
# Quoted values may hold ">"; the bound keeps a page of unclosed quotation marks from costing quadratic time.
_REST = re.compile(r"(?:[^>\"']++|\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+')*+>")
_NESTING = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")

# Elements without an end tag, or whose end tag may be left out: they say nothing of the depth.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd td th tr option optgroup thead tbody tfoot colgroup html head body rp rt".split()
)
_DROPPED = frozenset(
    "script style template noscript title textarea select button svg iframe object canvas nav footer".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section "
    "summary table tr ul br".split()
)
_CELLS = frozenset(("td", "th"))
_MARKS = (("“", "”"), ("‘", "’"))


def is_html(text: str) -> bool:
    """Whether ``text`` is an HTML page, or a piece of one, by its first 4,096 characters.

    A page says so at its start. A piece begins with a tag of HTML and closes one, or has at least
    four tags that are not sparse (one in 400 characters), one of them closing a block.
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\f")
    if _XML.match(head) and not _PAGE.search(head):
        return False
    if head.startswith("<") and _PAGE.search(head):
        return True
    if not _CLOSES.search(head):
        return False
    tags = len(_KNOWN.findall(head))
    return bool(_KNOWN.match(head)) or (tags >= 4 and tags * 400 >= len(head))


def is_other_xml(text: str) -> bool:
    """Whether ``text`` is XML but not a page: a feed, a drawing, a wire service's format."""
    return bool(_XML.match(text[:_HEAD].lstrip("\ufeff \t\r\n\f"))) and not is_html(text)


def is_feed(text: str) -> bool:
    """Whether ``text`` is an RSS or Atom feed, by its root element, whatever HTML its entries hold."""
    root = _FEED_ROOT.match(text, _root_at(text))
    # Other vocabularies are written in RDF too: RSS 0.90 and 1.0 name theirs.
    return root is not None and (not root[1] or "rss" in text[:_HEAD] or "simple/0.9" in text[:_HEAD])


def _root_at(text: str) -> int:
    """Offset of the root element: after the declaration, comments and document type, if any."""
    at = 1 if text.startswith("\ufeff") else 0
    while (found := _BEFORE_ROOT.match(text, at)) is not None:
        close = {"-": "-->", "[": "]>"}.get(found[0][-1], "")
        end = text.find(close, found.end())
        if end < 0:  # never closed
            return len(text)
        at = end + len(close)
    return at


def is_whole_page(text: str) -> bool:
    """Whether HTML ``text`` has a page's frame (and so menus and footers), or is only a piece of one."""
    return bool(_PAGE.search(text[:_HEAD]))


def measure(markup: str, *, tags: int, depth: int) -> tuple[int, int]:
    """How many tags open and how deep they nest, counted until one exceeds its bound."""
    opened = level = deepest = 0
    for found in _NESTING.finditer(markup):
        if not found[1]:
            opened += 1
        if found[2].lower() in _FLAT:
            continue
        level = max(0, level - 1) if found[1] else level + 1
        deepest = max(deepest, level)
        if opened > tags or deepest > depth:
            break
    return opened, deepest


def most_attributes(markup: str) -> int:
    """At most how many attributes a tag has, looking only at tags longer than 5,000 characters.

    libxml2 compares each attribute with all before it, so that 300,000 of them would take hours.
    """
    tags = (found[0] for found in _LONG_TAG.finditer(markup))
    return max((max(len(tag.split()), tag.count("=")) for tag in tags), default=0)


@dataclass(slots=True)
class _Lines:
    """Text collected so far: finished lines, and the pieces of the one in hand."""

    finished: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    quotes: int = 0

    def add(self, text: str) -> None:
        if "&" in text:
            from html import unescape  # noqa: PLC0415 - its table of names takes milliseconds to load

            text = unescape(text)
        if text:
            self.pieces.append(text)

    def end_line(self) -> None:
        line = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        self.pieces.clear()
        if line:
            self.finished.append(line)

    def tag(self, name: str, *, closing: bool) -> None:
        if name in _BLOCKS:
            self.end_line()
        elif name in _CELLS:
            self.pieces.append(" ")
        elif name == "q":
            self._quote(closing=closing)

    def _quote(self, *, closing: bool) -> None:
        """The marks that a browser draws around <q>, doubled and single in turn."""
        if closing:
            self.quotes = max(0, self.quotes - 1)
        self.pieces.append(_MARKS[self.quotes % 2][int(closing)])
        if not closing:
            self.quotes += 1


def without_tags(markup: str) -> str:
    """The text of ``markup``, a paragraph a line, without scripts, styles, menus and footers.

    One pass, no tree: time grows with the length alone, whatever is unclosed or nested, and elements that
    are never closed lose their tag only. ``<q>`` becomes quotation marks, as browsers show it.
    """
    lines = _Lines()
    never_closed: set[str] = set()
    at = 0
    while (found := _MARK.search(markup, at)) is not None:
        lines.add(markup[at : found.start()])
        end = _end_of(markup, found)
        if end is None:
            at = found.start()
            break
        name, closing = (found[4] or "").lower(), bool(found[3])
        lines.tag(name, closing=closing)
        at = end
        if name in _DROPPED and not closing:
            at = _after_element(markup, name, end, never_closed)
    lines.add(markup[at:])
    lines.end_line()
    return "\n".join(lines.finished)


def _end_of(markup: str, found: re.Match[str]) -> int | None:
    """Offset after the tag or comment that ``found`` opens; None where nothing closes it."""
    if found[1]:
        end = markup.find("-->", found.start() + 2)
        return end + 3 if end >= 0 else len(markup)
    rest = _REST.match(markup, found.end())
    if rest is not None:
        return rest.end()
    end = markup.find(">", found.end())
    return end + 1 if end >= 0 else None


def _after_element(markup: str, name: str, start: int, never_closed: set[str]) -> int:
    if name in never_closed:
        return start
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, start)
    if close is not None:
        return close.end()
    never_closed.add(name)
    return len(markup) if name in ("script", "style") else start
