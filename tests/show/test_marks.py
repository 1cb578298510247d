"""Spans of any kind become elements that nest, around a text that stays the same."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.characters import visible
from onrecord.show.marks import Mark, marked
from onrecord.types import Span


class Marks(HTMLParser):
    """The text, and for each character the marks around it; fails where elements do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.characters: list[tuple[str, frozenset[str]]] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs)["class"] or ""))
        self.ids.extend(value for name, value in attrs if name == "id" and value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        around = frozenset(name for _, name in self.open)
        self.characters.extend((character, around) for character in data)


def mark(start: int, end: int, name: str) -> Mark:
    return Mark(Span(start, end), (0, 0), name, name, first=True)


def html(text: str, *marks: Mark) -> str:
    return "".join(marked(text, marks))


def test_nested_spans_are_nested_elements() -> None:
    assert html("abcd", Mark(Span(0, 4), (0, 0), "x"), Mark(Span(1, 3), (0, 0), "y")) == (
        '<span class="x">a<span class="y">bc</span>d</span>'
    )


def test_overlapping_spans_are_cut_where_the_first_ends() -> None:
    assert html("abcd", Mark(Span(0, 2), (0, 0), "x"), Mark(Span(1, 4), (0, 0), "y")) == (
        '<span class="x">a<span class="y">b</span></span><span class="y">cd</span>'
    )


def test_what_follows_a_mark_follows_its_last_part_once() -> None:
    first = Mark(Span(0, 3), (0, 0), "x", "1-7", last=True)
    written = html("abcd", first, Mark(Span(1, 4), (0, 0), "y"))
    assert written.count('<a class="ref" href="#s1-7"') == 1
    assert written.index("<a ") > written.index("bc")


def test_markup_in_a_text_is_text() -> None:
    assert html("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1), st.data())
def test_every_character_has_the_marks_of_its_spans(text: str, data: st.DataObject) -> None:
    pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = data.draw(st.lists(pairs.map(lambda p: (p[0], max(p[0] + 1, p[1]))), max_size=8))
    marks = [mark(start, end, f"m{i}") for i, (start, end) in enumerate(spans)]
    found = Marks(html(text, *marks))
    assert "".join(character for character, _ in found.characters) == visible(text)
    for at, (_, around) in enumerate(found.characters):
        assert around == {f"m{i}" for i, (start, end) in enumerate(spans) if start <= at < end}
    assert sorted(found.ids) == sorted(f"tm{i}" for i in range(len(spans)))


def test_a_stretch_is_cut_out_with_the_marks_across_its_edges() -> None:
    cut = "".join(marked("abcdef", [mark(0, 3, "x"), mark(4, 6, "y")], Span(2, 5)))
    assert [(c, set(around)) for c, around in Marks(cut).characters] == [
        ("c", {"x"}),
        ("d", set()),
        ("e", {"y"}),
    ]
