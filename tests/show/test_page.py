"""The HTML page, read as a browser's parser would; tests/show/test_page_browser.py opens it in one."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.page import write_page
from onrecord.types import Document, Record, Span, Statement

VOID = {"meta", "link", "br"}


def page(*records: Record) -> str:
    stream = io.StringIO()
    write_page(records, stream)
    return stream.getvalue()


class Outline(HTMLParser):
    """The page's elements, ids, links and the text of its articles; fails where elements do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.article = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names.update(name for name, _ in attrs)
        self.ids.extend(value or "" for name, value in attrs if name == "id")
        self.links.extend(value or "" for name, value in attrs if name in ("href", "src"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article += data


def test_the_article_is_the_text(record: Record) -> None:
    assert Outline(page(record)).article == record.document.text


def test_every_link_leads_to_a_place_on_the_page(record: Record) -> None:
    outline = Outline(page(record, record))
    assert len(outline.links) == 2 * 2 * 5
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_nested_statements_are_nested_lists(record: Record) -> None:
    html = re.sub(r"\s+", " ", page(record))
    assert re.search(
        r'<li id="s1-1".*?<ol> <li id="s1-2".*?<ol> <li id="s1-3".*?</li> </ol> </li> </ol> </li>', html
    )


def test_the_page_names_nothing_outside_itself(record: Record) -> None:
    html = page(record)
    assert not re.search(r"https?:|//[a-z]|@import|url\(", html)
    assert not any(name.startswith("on") for name in Outline(html).names)
    assert "style" not in Outline(html).names


def test_the_policy_allows_this_style_and_this_script_alone(record: Record) -> None:
    html = page(record)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    for element in ("style", "script"):
        (inline,) = re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]


def test_several_documents_are_sections_of_one_page(record: Record) -> None:
    outline = Outline(page(record, replace(record, statements=())))
    assert outline.tags.count("html") == 1
    assert outline.tags.count("section") == 2
    assert outline.article == record.document.text * 2


def test_a_web_address_is_a_link_and_nothing_else_is() -> None:
    def links(url: str) -> list[str]:
        return Outline(page(Record(Document("d", "x", url=url), ()))).links

    assert links("https://news.example/pier?a=1&b=2") == ["https://news.example/pier?a=1&b=2"]
    assert links("javascript:alert(1)") == []


def test_no_record_makes_no_page() -> None:
    assert page() == ""


def test_markup_in_a_title_is_text() -> None:
    html = page(
        Record(Document("<script>alert(1)</script>", "x", title='"><img src=x>', language='"><b>'), ())
    )
    assert "<img" not in html
    assert "<b>" not in html
    assert html.count("<script>") == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1), st.data())
def test_any_text_with_any_spans_makes_a_page_that_nests(text: str, data: st.DataObject) -> None:
    pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = st.lists(pairs.map(lambda p: Span(p[0], max(p[0] + 1, p[1]))), max_size=3).map(tuple)
    statements = []
    for number, parent in ((0, None), (1, "0"), (2, "1")):
        source, cue, content, verbatim = (data.draw(spans) for _ in range(4))
        statements.append(Statement(str(number), parent, source, cue, content, "mixed", verbatim, 1.0))
    outline = Outline(page(Record(Document("d", text), tuple(statements))))
    assert outline.article == text
    assert len(outline.ids) == len(set(outline.ids))
