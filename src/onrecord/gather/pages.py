"""HTML pages: the article's text and what the page states of itself, with trafilatura; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.gather import jsonlines, languages, markup
from onrecord.gather.stated import Stated, web_address
from onrecord.types import Failure

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 4_000_000
"""Characters of HTML beyond which a page is not parsed: its tags are taken off instead."""
MOST_TAGS = 30_000
DEEPEST = 100
MOST_ATTRIBUTES = 500

# A page's date must not depend on the day it is read, so the latest one to be believed is fixed.
_LATEST = "2100-01-01"
# Pictures written into the page ("data:" addresses) and the like: long, and nothing in them to read.
_LONG_VALUE = re.compile(r"=\s*(?:\"[^\"<>]{2000,}\"|'[^'<>]{2000,}')")
# Controls that libxml2 ends a document at or complains of.
_CONTROLS = dict.fromkeys([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])

_ALL_TEXT = "so all its text was read, which may include menus and notices"


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published_on: date | None


def read_page(page: str, origin: str) -> Stated | Failure:
    """The article in an HTML page, or all the text of a piece of HTML.

    trafilatura finds the article, its title, site name and canonical address, htmldate its date. Pages that
    are too long, too crowded or too deep for a parser (``LONGEST``, ``MOST_TAGS``, ``DEEPEST``), and those in
    which no article is found, are read by taking off their tags, with a warning.
    """
    if not markup.is_whole_page(page):
        return _all_text(page, origin, None)
    excess = _excess(page)
    if excess is not None:
        return _all_text(page, origin, f"the HTML {excess}, {_ALL_TEXT}")
    tree = _tree(_LONG_VALUE.sub('=""', page))
    article = _article(tree) if tree is not None else None
    if tree is None or article is None:
        return _all_text(page, origin, f"no article was found in the HTML, {_ALL_TEXT}")
    return _stated(article, tree)


def _stated(article: _Article, tree: HtmlElement) -> Stated:
    return Stated(
        text=article.text,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        language=languages.language_of(article.text) or languages.code_of(tree.get("lang")),
        published_on=article.published_on,
    )


def _all_text(page: str, origin: str, warning: str | None) -> Stated | Failure:
    text = markup.without_tags(page)
    if not text.strip():
        remedy = "save the page after it has loaded in a browser, or give its text"
        return Failure(origin, "parse", "is HTML without any text", remedy)
    return Stated(text=text, warnings=(warning,) if warning else ())


def _excess(page: str) -> str | None:
    if len(page) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    if markup.most_attributes(page) > MOST_ATTRIBUTES:
        return f"has a tag with more than {MOST_ATTRIBUTES} attributes"
    tags, depth = markup.measure(page, tags=MOST_TAGS, depth=DEEPEST)
    if tags > MOST_TAGS:
        return f"has more than {MOST_TAGS:,} tags"
    return f"is nested more than {DEEPEST} deep" if depth > DEEPEST else None


def _tree(page: str) -> HtmlElement | None:
    from lxml import etree, html  # noqa: PLC0415 - for pages only

    # Bytes with a stated encoding: a str with an encoding declaration of its own is refused.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(page.translate(_CONTROLS).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    _write_quotes(tree)
    return tree


def _write_quotes(tree: HtmlElement) -> None:
    """Turn each ``<q>`` into the marks that a browser draws: trafilatura would break the paragraph there."""
    for element in list(tree.iter("q")):
        nested = sum(1 for _ in element.iterancestors("q")) % 2
        opening, closing = ("‘", "’") if nested else ("“", "”")
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing
    for element in list(tree.iter("q")):
        element.drop_tag()


def _article(tree: HtmlElement) -> _Article | None:
    _hush()
    from trafilatura import bare_extraction  # noqa: PLC0415 - 300 ms, for pages only
    from trafilatura.settings import Extractor, use_config  # noqa: PLC0415

    config = use_config()
    # Below this length trafilatura joins all paragraphs into one line, which short reports must not suffer.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "40"
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    options = Extractor(
        config=config,
        output_format="python",
        comments=False,
        tables=True,
        with_metadata=True,
        date_params=dates,
    )
    try:
        found = bare_extraction(tree, options=options)
    except Exception:  # noqa: BLE001 - a page is untrusted and the library deep: its text is still to be had
        return None
    if found is None or not (found.text or "").strip():
        return None
    return _Article(
        text=found.text.strip(),
        title=_line(found.title),
        url=web_address(found.url),
        publisher=_line(found.sitename),
        published_on=jsonlines.day_of(found.date),
    )


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _hush() -> None:
    """Keep the libraries' own messages off standard error, where nobody has asked for them."""
    import logging  # noqa: PLC0415 - as late as the libraries that log

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def with_page(stated: Stated, origin: str) -> Stated | Failure:
    """``stated`` with its HTML text read as a page; what was stated beside the text wins over the page."""
    page = read_page(stated.text, origin)
    if isinstance(page, Failure):
        return page
    return replace(
        stated,
        text=page.text,
        title=stated.title or page.title,
        url=stated.url or page.url,
        publisher=stated.publisher or page.publisher,
        language=stated.language or page.language,
        published_on=stated.published_on or page.published_on,
        warnings=stated.warnings + page.warnings,
    )
