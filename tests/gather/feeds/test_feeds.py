"""Saved feeds of every kind: what each entry states, and what harm they cannot do."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather import inputs, markup
from onrecord.gather.feeds.days import stated_day
from onrecord.types import Document, Failure

LONG = (
    "The mayor told the council on Monday that the pier would be closed, and that nobody had been asked. " * 6
)
RSS = """<?xml version="1.0" encoding="iso-8859-1"?><!-- made by hand -->
<?xml-stylesheet href="style.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Harbour&#8217;s Post</title><link>https://post.example/</link>
<atom:link rel="self" href="https://post.example/feed"/><language>en-GB</language>
%s</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/" xml:lang="en">
<title type="html">The A &amp;amp; B</title>%s</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://r.example/"><title>R</title></channel>%s</rdf:RDF>"""


def read(content: str | bytes, **told: Any) -> list[Document | Failure]:
    return list(
        inputs.from_bytes(content if isinstance(content, bytes) else content.encode(), origin="f.xml", **told)
    )


def one(content: str | bytes, **told: Any) -> Document:
    (found,) = read(content, **told)
    assert isinstance(found, Document), found
    return found


def rss(item: str) -> Document:
    return one(RSS % f"<item>{item}</item>")


def test_an_item_of_rss() -> None:
    found = rss(
        "<title>Pier &lt;i&gt;to&lt;/i&gt; close</title><link>/a?x=1&amp;y=2</link>"
        '<guid isPermaLink="false">p1</guid>'
        "<pubDate>Mon, 18 Mar 2024 23:30:00 -0500</pubDate><media:title>Not this</media:title>"
        "<description>Short…</description><content:encoded><![CDATA[<body><p>“The pier,” <q>she</q> said.</p>"
        "<p>Second &amp; last one.</p>]]></content:encoded>"
    )
    assert found == Document(
        id="p1", text="“The pier,” “she” said.\nSecond & last one.", title="Pier to close",
        url="https://post.example/a?x=1&y=2", publisher="The Harbour’s Post", language="en",
        published_on=date(2024, 3, 18), published_on_from="metadata",
    )  # fmt: skip


def test_an_item_with_a_description_only() -> None:
    teaser = rss("<description>He said it was over.</description><guid>https://post.example/b</guid>")
    assert (teaser.id, teaser.url) == ("https://post.example/b#summary", "https://post.example/b")
    assert teaser.warnings == ("only a summary of the article: the feed has no more of it",)
    whole = rss(f"<description>{LONG}</description><guid>https://post.example/b</guid>")
    assert (whole.id, whole.warnings, whole.text) == ("https://post.example/b", (), LONG.strip())
    cut = rss(f"<description>{LONG} Read more »</description>")
    assert (cut.id, len(cut.warnings)) == ("f.xml:1", 1)


def test_plain_text_keeps_its_lines_and_signs() -> None:
    assert rss("<description>AT&amp;T said:\n2 &lt; 3</description>").text == "AT&T said:\n2 < 3"
    assert rss("<description>&amp;eacute;t&amp;#233;\nline</description>").text == "été\nline"


def test_entries_of_atom() -> None:
    first, second, third = read(
        ATOM
        % (
            '<entry><id>urn:1</id><title>T &lt;b&gt;</title><link rel="self" href="s"/>'
            '<link href="one.html"/>'
            "<updated>2024-03-19T01:00:00Z</updated><published>2024-03-17T23:00:00-05:00</published>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &#233; <b>bold</b></p>'
            "<p>Two</p>"
            "</div></content><source><title>Wire</title></source></entry>"
            '<entry><id>urn:2</id><updated>2024-03-18T01:00:00Z</updated><summary type="text">2 &lt; 3, he'
            " said"
            '</summary><content type="image/png" src="x"/></entry>'
            f'<entry><content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry>'
        )
    )
    assert isinstance(first, Document)
    assert first.title == "T <b>"
    assert (first.text, first.url, first.publisher) == (
        "One é bold\nTwo",
        "https://a.example/news/one.html",
        "Wire",
    )
    assert (first.id, first.published_on, first.language) == ("urn:1", date(2024, 3, 17), "en")
    assert isinstance(second, Document)
    assert (second.id, second.text, second.publisher) == ("urn:2#summary", "2 < 3, he said", "The A & B")
    assert second.published_on == date(2024, 3, 18)
    assert [warning.partition(":")[0] for warning in second.warnings] == [
        "published_on is the day of its last change", "only a summary of the article",
    ]  # fmt: skip
    assert isinstance(third, Document)
    assert third.warnings == ()


def test_rss_of_the_first_kind_and_older() -> None:
    found = one(
        RDF
        % '<item rdf:about="http://r.example/1"><title>One&nbsp;two</title><link>http://r.example/1</link>'
        "<description>Text &eacute; of it</description><dc:date>2003-01-02T00:00:00Z</dc:date></item>"
    )
    assert (found.title, found.text, found.published_on) == ("One two", "Text é of it", date(2003, 1, 2))
    old = (
        '<rss version="0.91"><channel><title>O</title>'
        "<item><description>Said.</description></item></channel></rss>"
    )
    assert one(f'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss.dtd">{old}').publisher == "O"


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://j.example/",
        "items": [
            {"id": 1, "url": "/x", "content_html": "<p>He said so.</p><p>And so.</p>",
             "date_published": "2024-03-18T23:00:00-08:00"},
            {"id": "2", "summary": "s", "language": "de"}, 5, {"id": "3", "content_text": "a <b> c"},
        ],
    }  # fmt: skip
    for content in (json.dumps(feed), json.dumps(feed, indent=1), json.dumps(feed) + "\n"):
        first, second, third, fourth = read(content)
        assert isinstance(first, Document)
        assert (first.id, first.url, first.text) == ("1", "https://j.example/x", "He said so.\nAnd so.")
        assert (first.publisher, first.published_on) == ("J", date(2024, 3, 18))
        assert isinstance(second, Document)
        assert (second.id, second.language) == ("2#summary", "de")
        assert isinstance(third, Failure)
        assert third.origin == "f.xml:3"
        assert isinstance(fourth, Document)
        assert fourth.text == "a <b> c"
    broken = {"id": "\ud800", "title": "\udc00", "url": "/\ud800", "content_text": "Words."}
    (fifth,) = read(json.dumps(feed | {"title": "\ud800", "items": [broken]}))
    assert isinstance(fifth, Document)
    assert (fifth.id, fifth.title, fifth.url, fifth.publisher) == ("f.xml:1", None, None, None)
    (empty,) = read(json.dumps(feed | {"items": []}))
    assert isinstance(empty, Failure)


def test_an_entry_that_fails_stops_no_other() -> None:
    good = "<item><guid>%s</guid><description>Words.</description></item>"
    items = [good % "a", "<item><title>Only this</title></item>", good % "a", good % "b"]
    first, second, third, fourth = read(RSS % "".join(items))
    assert isinstance(second, Failure)
    assert second.line() == "f.xml:2: is an entry without a text; add the article that it links to"
    assert isinstance(third, Document)
    assert third.id == "f.xml:3"
    assert "that of an earlier entry" in third.warnings[-1]
    assert [found.id for found in (first, fourth) if isinstance(found, Document)] == [
        "a#summary",
        "b#summary",
    ]


def test_bytes_that_are_no_text_cost_their_entry_only() -> None:
    feed = '<rss version="2.0"><channel>%s</channel></rss>'
    items = "".join(f"<item><description>Déjà vu, said {n}.</description></item>" for n in range(4))
    found = read((feed % items).encode().replace(b"said 2", b"said \xff"))
    assert [type(one) for one in found] == [Document, Document, Failure, Document]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    assert (
        one((RSS % "<item><description>Déjà vu, he said.</description></item>").encode(encoding)).text[0]
        == "D"
    )
    told = one((RSS % "<item><description>Déjà vu</description></item>").encode("cp1252"), encoding="cp1252")
    assert told.text == "Déjà vu"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("javascript:alert(1)", None), ("//other.example/x", "https://other.example/x"), ("http://[", None),
        ("  ../up ", "https://post.example/up"), ("data:text/html,x", None), ("", None),
    ],
)  # fmt: skip
def test_links(link: str, url: str | None) -> None:
    assert rss(f"<link>{link}</link><description>Words.</description>").url == url


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 18 Mar 2024 23:30:00 -0500", date(2024, 3, 18)), ("18 Mar 24 01:00 GMT", date(2024, 3, 18)),
        ("2024-03-18T23:00:00-08:00", date(2024, 3, 18)), ("20240318T230000", date(2024, 3, 18)),
        ("2024-03-18 10:00:00", date(2024, 3, 18)), ("Tue, 31 Feb 2024 10:00:00 GMT", None),
        ("0000-00-00", None), ("Thu, 01 Jan 0001 00:00:00 GMT", None), ("99999999", None), ("soon", None),
        ("9" * 5000, None), ("", None), (None, None), ("Mon, 18 Mar 2024", date(2024, 3, 18)),
    ],
)  # fmt: skip
def test_days(written: str | None, day: date | None) -> None:
    assert stated_day(written) == day


def test_a_day_that_cannot_be_is_left_out_with_a_warning() -> None:
    found = rss(f"<description>{LONG}</description><pubDate>Tue, 31 Feb 2024 10:00:00 GMT</pubDate>")
    assert found.published_on is None
    assert found.warnings == ("published 'Tue, 31 Feb 2024 10:00:00 GMT' is no date that can be: left out",)


def test_entities_are_no_bomb_and_no_way_into_files() -> None:
    nested = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{nested}]>' + RSS.partition("?>")[2].partition("?>")[2]
    for found in read(bomb % "<item><title>&j;</title><description>x &j; y</description></item>"):
        assert len(found.text if isinstance(found, Document) else found.reason) < 1000
    outer = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    found = one(
        f'{outer}<rss version="2.0"><channel><item><description>x &a; y</description></item></channel></rss>'
    )
    assert found.text == "x &a; y"


@pytest.mark.parametrize(
    "body",
    [
        "<item>" * 20_000, "<item><description>" + "<div>" * 20_000,
        "<x " + " ".join(f'a{n}=""' for n in range(9000)),
        "<item><author>" + "a" * 200_000 + "</author></item>", "<item><description>" + "&lt;p" * 50_000,
        "<item>" + "".join(f"<category>c{n}</category>" for n in range(20_000)) + "</item>",
        "<item><description>" + "&foo;" * 50_000, "<!--" * 50_000, "<![CDATA[" * 50_000,
        "\x00\x0b\ufffe" * 9000,
        "<item><link>" + "a:" * 50_000 + "</link><pubDate>" + "1 " * 50_000 + "</pubDate></item>",
    ],
)  # fmt: skip
def test_hostile_feeds_end_soon_and_in_a_line(body: str) -> None:
    began = time.process_time()
    found = read(RSS % body)
    assert time.process_time() - began < 5
    assert found
    assert all(one.line().isprintable() for one in found if isinstance(one, Failure))


SPOILERS = (
    "<", ">", "&", "<item>", "</item>", "<![CDATA[", "]]>", '"', "\x00", "<entry>", "<!--", "&#xd800;",
    "&#1114112;",
    '<link href="http://[">', ' xml:base="http://["', ' xmlns="&#xdc00;"',
    '<?xml encoding="utf-16"?>', "<a:b>", "\ud800",
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 40), st.sampled_from(SPOILERS)), max_size=6))
def test_spoilt_feeds_give_documents_and_lines(faults: list[tuple[int, int, str]]) -> None:
    feed = RSS % "<item><title>T</title><link>/a</link><guid>g</guid><description>Words.</description></item>"
    for at, cut, put in faults:
        feed = feed[:at] + put + feed[at + cut :]
    for found in read(feed.encode("utf-8", "surrogatepass")):
        if isinstance(found, Document):
            assert all(part.encode() for part in (found.text, found.id, found.title, found.url) if part)
        else:
            assert found.line().isprintable()


def test_broken_xml_gives_what_there_is_and_says_so() -> None:
    whole = RSS % "".join(f"<item><description>Words of {n}.</description></item>" for n in range(5))
    *entries, last = read(whole[: whole.index("of 3")])
    assert isinstance(last, Failure)
    assert "XML that is broken from line 7 on" in last.reason
    assert sum(isinstance(entry, Document) for entry in entries) >= 3
    (empty,) = read(RSS % "")
    assert isinstance(empty, Failure)
    assert empty.reason == "is a feed without entries"


def test_ten_thousand_entries() -> None:
    items = "".join(
        f"<item><guid>{n}</guid><description>Words {n}.</description></item>" for n in range(10_000)
    )
    began = time.process_time()
    found = read(RSS % items)
    assert time.process_time() - began < 20
    assert [entry.id for entry in found if isinstance(entry, Document)] == [
        f"{n}#summary" for n in range(10_000)
    ]


def test_feeds_in_a_folder(tmp_path: Path) -> None:
    feed = RSS % "<item><description>a</description></item><item><description>b</description></item>"
    for name, content in {"a.xml": feed, "b.rss": feed, "c.xml": "<?xml version='1.0'?><urlset/>"}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "d.xml").write_text(feed, encoding="utf-16")
    found = [
        Path(one.id if isinstance(one, Document) else one.origin).name for one in inputs.documents([tmp_path])
    ]
    assert found == ["a.xml:1", "a.xml:2", "b.rss:1", "b.rss:2", "d.xml:1", "d.xml:2"]
    assert inputs.count_inputs([tmp_path / "a.xml", tmp_path / "b.rss"]) == 4


@pytest.mark.parametrize(
    ("text", "feed"),
    [
        ("<rss/>", True), ("\ufeff <rss version='2.0'>", True), ("<feed xmlns='x'>", True),
        ("<a:feed xmlns:a='x'>", True),
        ("<?xml version='1.0'?>\n<!-- <html> -->\n<rss>", True),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", True),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", True),
        ("<rdf:RDF xmlns='http://xmlns.com/foaf/0.1/'>", False),
        ("<html><rss>", False), ("<rssx>", False), ("text <rss>", False), ("<!-- never closed <rss>", False),
        ("<!DOCTYPE html><html>", False), ("", False), ("<?" * 1000, False),
    ],
)  # fmt: skip
def test_what_is_a_feed(text: str, feed: bool) -> None:  # noqa: FBT001 - a table
    assert markup.is_feed(text) is feed
