"""HTML pages: the article and what the page states; hostile ones are read by taking off their tags."""

from __future__ import annotations

import time
from datetime import date

import pytest

from onrecord.gather import inputs, pages
from onrecord.types import Document, Failure

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mayor backs tram | The Daily Test</title>
<meta property="og:site_name" content="The Daily Test">
<meta property="article:published_time" content="2024-03-18T22:30:00+01:00">
<link rel="canonical" href="https://news.example.org/tram">
<script>var html = "<p>not this</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Mayor backs tram</h1>
<p>Mayor Ada Brook said on Monday that <q>the tram <b>will</b> come</q>, and <i>nobody</i> could stop it.</p>
<blockquote><p>“We have waited for twenty years,” she said. “It is enough.”</p></blockquote>
<p>Her rival disagreed.</p>
<table><tr><td>For the tram</td><td>12</td></tr><tr><td>Against it</td><td>11</td></tr></table>
<ul><li>The first stop, he said, was “a joke”.</li><li>The second was not.</li></ul>
<blockquote>Nobody asked us, the residents wrote.</blockquote>
<p>“It is late,” said Bo Lind, 40.</p></article>
<footer>© 2020 The Daily Test</footer></body></html>"""


def read(page: str, **told: object) -> Document:
    (found,) = inputs.from_bytes(page.encode(), origin="page", **told)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def test_what_a_page_states() -> None:
    found = read(PAGE)
    assert found.title == "Mayor backs tram"
    assert found.publisher == "The Daily Test"
    assert found.url == "https://news.example.org/tram"
    assert (found.published_on, found.published_on_from) == (date(2024, 3, 18), "metadata")
    assert found.language == "en"
    assert found.warnings == ()


def test_argument_wins_over_the_page() -> None:
    found = read(PAGE, published_on=date(2020, 1, 2))
    assert (found.published_on, found.published_on_from) == (date(2020, 1, 2), "argument")


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ada Brook said on Monday that “the tram will come”, and nobody could stop it.",
        "“We have waited for twenty years,” she said. “It is enough.”",
        "Her rival disagreed.",
        "Nobody asked us, the residents wrote.",
        "“It is late,” said Bo Lind, 40.",
    ],
)
def test_paragraphs_and_quotations_are_lines_of_the_text(line: str) -> None:
    assert line in read(PAGE).text.splitlines()


def test_tables_and_lists_are_kept_and_menus_are_not() -> None:
    text = read(PAGE).text
    assert "For the tram" in text
    assert "“a joke”" in text
    assert "Sport" not in text
    assert "not this" not in text
    assert "©" not in text


def test_a_short_article_keeps_its_paragraphs() -> None:
    page = (
        "<html><body><article><p>It rains, he said.</p><p>It does not, she said.</p></article></body></html>"
    )
    assert read(page).text.splitlines() == ["It rains, he said.", "It does not, she said."]


def test_nothing_is_dated_by_its_copyright_notice() -> None:
    dated = '<meta property="article:published_time" content="2024-03-18T22:30:00+01:00">'
    assert dated in PAGE
    page = PAGE.replace(dated, "")
    assert read(page).published_on is None


def test_only_a_web_address_is_a_url() -> None:
    assert read(PAGE.replace("https://news.example.org/tram", "javascript:alert(1)")).url is None
    assert read(PAGE.replace("https://news.example.org/tram", "/tram")).url is None


def test_language_of_the_page_counts_where_its_text_is_too_short() -> None:
    found = read("<html lang='de-AT'><body><p>Es regnet, sagte er. Ja, sagte sie.</p></body></html>")
    assert found.language == "de"


def test_a_piece_of_html_is_kept_whole() -> None:
    found = read("<p>He said it.</p><aside>A note.</aside><blockquote>She did.</blockquote>")
    assert found.text == "He said it.\nA note.\nShe did."
    assert found.warnings == ()


def test_control_characters_do_not_cut_a_page() -> None:
    assert (
        "after the NUL"
        in read("<html><body><p>He said it before\x00 and after the NUL.</p></body></html>").text
    )


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>document.write('x')</script></body></html>",
        "<!DOCTYPE html>",
        "<p></p><div> </div>",
        "<html><body>&nbsp;</body></html>",
    ],
)
def test_html_without_text_is_refused(page: str) -> None:
    (found,) = inputs.from_bytes(page.encode(), origin="page")
    assert isinstance(found, Failure)
    assert found.reason == "is HTML without any text"


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>He said it.<b>She <i>did</b> not.</i></div></div><p",
        "<html><body><p>He said it.<table><p>She did.</table",
        "<html><html><body><body><p>He said it.</p></html><p>She did.",
        "<html><head><title>never closed<body><p>He said it.",
    ],
)
def test_broken_pages_are_read(page: str) -> None:
    assert "He said it." in read(page).text


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 100_000 + "<p>He said it.</p>",
    "deep inline": "<html><body><p>" + "<b>x " * 50_000 + "He said it.",
    "crowded": "<html><body>" + "<p>He said it.</p>" * 40_000,
    "attributes": "<html><p " + " ".join(f"a{n}=''" for n in range(100_000)) + ">He said it.</p>",
    "huge": "<html><body>" + "<p>He said it, <b>today</b>.</p>\n" * 130_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_without_their_tags(name: str) -> None:
    begun = time.process_time()
    found = read(HOSTILE[name])
    assert time.process_time() - begun < 60  # a hang, not a slow machine
    assert "He said it" in found.text
    assert "so all its text was read" in found.warnings[0]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<table><tr><td>" * 95 + "He said it.",
        "<html><body>" + "<blockquote><q>" * 49 + "He said it.",
        "<html><body><img src='data:image/png;base64," + "A" * 3_000_000 + "'><p>He said it.</p>",
        "<html><body><p>" + "He said it. " * 200_000,
        "<html><body><p>" + "a" * 2_000_000 + " He said it.",
    ],
    ids=["tables", "quotations", "picture", "paragraph", "word"],
)
def test_pages_within_the_bounds_take_seconds(page: str) -> None:
    begun = time.process_time()
    assert "He said it." in read(page).text
    assert time.process_time() - begun < 60  # a hang, not a slow machine


def test_a_fault_of_the_library_costs_the_article_only(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    (warning,) = read(PAGE).warnings
    assert warning.startswith("no article was found")


def test_the_libraries_say_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    pages.read_page("<html><body></body></html>", "page")
    assert capfd.readouterr().err == ""
