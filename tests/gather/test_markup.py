"""Markup without a parser: what is HTML, how deep it is, what is left without its tags, and in what time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.gather import markup


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "\ufeff\n <HTML lang=en>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
        "<!-- saved -->\n<html><body>x",
        "<p>He said it.</p>",
        "<div class='a'><span>He said it.</span>",
        "He said.<br>\n<p>She said.</p><p>They said.</p>",
        "<body>He said it.",
    ],
)
def test_html(text: str) -> None:
    assert markup.is_html(text)
    assert not markup.is_other_xml(text)


@pytest.mark.parametrize(
    "text",
    [
        "He wrote <b>bold</b> in his letter.",
        "The tag <p> opens a paragraph and </p> closes it, he said. " + "He said more of it. " * 100,
        "a < b and b > c",
        "<unknown>He said it.</unknown>",
        "<laughs> he said",
        "<a@example.org> wrote: he said </p>",
        "",
        "<",
        "He said it.\n" * 1000 + "<html><p>x</p></html>",
    ],
)
def test_not_html(text: str) -> None:
    assert not markup.is_html(text)


@pytest.mark.parametrize(
    "text", ['<?xml version="1.0"?><rss/>', "<rss version='2.0'>", "<feed xmlns='x'>", "<svg >"]
)
def test_other_xml(text: str) -> None:
    assert markup.is_other_xml(text)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("<p>One <b>bold</b>\n  word.<br/>Two.", "One bold word.\nTwo."),
        ("a<script>if (a < b) '</p>'</script>b<style>p{}</style>c", "abc"),
        ("a<!-- <p>not this</p> -->b", "ab"),
        ("<p title='a > b'>One &amp; &lt;two&gt; &#8220;three&#8221;</p>", "One & <two> “three”"),
        ("<nav><a>Home</a></nav><p>One.</p><footer>Late</footer>", "One."),
        ("<nav>never closed <p>One.</p>", "never closed\nOne."),
        ("<p>He said <q>that <q>it</q> rains</q>.</p>", "He said “that ‘it’ rains”."),
        ("<blockquote>He said.</blockquote>after", "He said.\nafter"),
        ("<table><tr><td>For</td><td>12</td></tr><tr><td>Against</td></tr></table>", "For 12\nAgainst"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("one < two, he said", "one < two, he said"),
        ("one <b", "one <b"),
        ("one <!-- never closed", "one"),
        ("<script>never closed <p>x</p>", ""),
        ("</q></q>x", "””x"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_without_tags(page: str, text: str) -> None:
    assert markup.without_tags(page) == text


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>/!-'\"& apqscript=#x;"))))
def test_without_tags_never_fails(page: str) -> None:
    markup.without_tags(page)


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,4}", fullmatch=True)))
def test_paragraphs_are_lines(lines: list[str]) -> None:
    page = "".join(f"<div><p class=x>{line}</p></div>\n" for line in lines)
    assert markup.without_tags(page).splitlines() == lines


def test_measure_counts_what_nests() -> None:
    assert markup.measure("<div><p>a<p>b<br></div><div><b>c</b></div>", tags=100, depth=100) == (6, 2)
    assert markup.measure("<ul><li><ul><li>" * 3, tags=100, depth=100) == (12, 6)
    assert markup.measure("<div>" * 1000, tags=100, depth=10)[1] == 11
    assert markup.measure("</div>" * 5 + "<div>", tags=100, depth=10) == (1, 1)


def test_most_attributes() -> None:
    assert markup.most_attributes("<p " + "a=b " * 3000 + ">") >= 3000
    assert markup.most_attributes("<p " + "a " * 3000 + ">") >= 3000
    assert markup.most_attributes('<img src="' + "A" * 9000 + '">') < 5
    assert markup.most_attributes("<p class=a>" * 1000) == 0


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 500_000,
        "<!--" * 500_000,
        "<a '" * 500_000,
        "<a '>" * 500_000,
        "<a \"'" * 500_000 + ">",
        "<a" * 1_000_000,
        "< " * 1_000_000,
        "<nav>x" * 300_000,
        "<script>" * 300_000,
        "<script>x</script>" * 200_000,
        "&#x" * 500_000,
        "<p " + "a='b' " * 400_000 + ">x",
        "<p a='" + "b" * 3_000_000 + "'>x",
        "<" * 2_000_000,
    ],
    ids=lambda page: page[:12],
)
def test_hostile_markup_takes_linear_time(page: str) -> None:
    begun = time.process_time()
    markup.without_tags(page)
    markup.measure(page, tags=30_000, depth=100)
    markup.most_attributes(page)
    markup.is_html(page)
    assert time.process_time() - begun < 60  # a hang, not a slow machine
