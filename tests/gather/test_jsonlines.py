"""JSON Lines and their relatives: told by content, a bad line never stops the rest."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.gather import inputs
from onrecord.gather.jsonlines import day_of, look_like
from onrecord.types import Document, Failure


def read(content: str | bytes, **told: object) -> list[Document | Failure]:
    data = content.encode() if isinstance(content, str) else content
    return list(inputs.from_bytes(data, origin="in.jsonl", **told))  # type: ignore[arg-type]


def document(value: object) -> Document:
    (found,) = read(json.dumps(value))
    assert isinstance(found, Document), found
    return found


def test_fields_of_a_line() -> None:
    line = {
        "text": "He said it.\r\n", "id": "a-1", "title": " A\ntitle ", "url": "https://example.org/a",
        "publisher": "The Test", "published_on": "2024-03-18T23:10:00Z", "language": "en-US", "more": [1],
    }  # fmt: skip
    assert document(line) == Document(
        "a-1",
        "He said it.\r\n",
        "A title",
        "https://example.org/a",
        "The Test",
        "en",
        date(2024, 3, 18),
        "metadata",
    )


@pytest.mark.parametrize("name", ["text", "content", "body", "article"])
def test_names_of_the_text(name: str) -> None:
    assert document({name: "He said it."}).text == "He said it."


def test_first_text_that_is_not_blank_counts() -> None:
    assert document({"text": " ", "content": None, "body": "He said it."}).text == "He said it."


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    found = read(
        '{"text": "one"}\n\nnot json\n{"text": 5}\n[1]\n{"text": "two"}\r\n{"text": "\\ud800"}\n{"text": "x"}'
    )
    assert [f.id if isinstance(f, Document) else "!" + f.origin for f in found] == [
        "in.jsonl:1", "!in.jsonl:3", "!in.jsonl:4", "!in.jsonl:5", "in.jsonl:6", "!in.jsonl:7", "in.jsonl:8",
    ]  # fmt: skip
    assert all(f.line().isprintable() for f in found if isinstance(f, Failure))


def test_a_bad_first_line_is_a_bad_line() -> None:
    found = read('oops\n{"text": "one"}\n{"text": "two"}')
    assert [type(f) for f in found] == [Failure, Document, Document]


def test_undecodable_line_names_its_byte() -> None:
    bad, good = read(b'{"text": "caf\xe9"}\n{"text": "x"}')
    assert isinstance(bad, Failure)
    assert "byte 0xe9 at offset 13 of the line" in bad.reason
    assert isinstance(good, Document)
    latin, _ = read(b'{"text": "caf\xe9"}\n{"text": "x"}', encoding="latin-1")
    assert isinstance(latin, Document)
    assert latin.text == "café"


def test_unknown_encoding_is_refused() -> None:
    (found,) = read('{"text": "x"}', encoding="klingon")
    assert isinstance(found, Failure)
    assert "klingon" in found.reason


def test_mark_before_the_first_line() -> None:
    (found,) = read(b"\xef\xbb\xbf" + b'{"text": "x"}\n')
    assert isinstance(found, Document)


def test_deep_nesting_is_a_bad_line() -> None:
    deep = '{"text": "x", "y": ' + "[" * 100_000 + "]" * 100_000 + "}"
    found = read('{"text": "x"}\n' + deep)
    assert [type(f) for f in found] == [Document, Failure]


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/a",
        "https://",
        "https://a b",
        "/a",
        5,
        "http://x\n/",
    ],
)
def test_only_web_addresses_are_kept(value: object) -> None:
    assert document({"text": "x", "url": value}).url is None


def test_argument_wins_over_the_line() -> None:
    (found,) = read('{"text": "x", "date": "2024-03-18"}', published_on=date(2020, 1, 1))
    assert isinstance(found, Document)
    assert (found.published_on, found.published_on_from) == (date(2020, 1, 1), "argument")


def test_a_date_that_is_none_is_left_out_with_a_warning() -> None:
    found = document({"text": "x", "published_on": "18 March"})
    assert found.published_on is None
    assert found.warnings == ("published_on '18 March' is not a date written YYYY-MM-DD: left out",)


@pytest.mark.parametrize(
    "value", ["2024-02-30", "2024-3-1", "20240301", "2024-03-18x", "٢٠٢٤-٠٣-١٨", 20240318, None]
)
def test_days_that_are_none(value: object) -> None:
    assert day_of(value) is None


@pytest.mark.parametrize(
    "value", ["2024-03-18", "2024-03-18T10:00:00+02:00", "2024-03-18 10:00", " 2024-03-18 "]
)
def test_days(value: str) -> None:
    assert day_of(value) == date(2024, 3, 18)


def test_another_language_is_taken_at_its_word() -> None:
    found = document({"text": "Ja.", "language": "de"})
    assert found.language == "de"
    assert "German" in found.warnings[0]


def test_html_in_a_field_is_read_as_html() -> None:
    found = document({"content": "<p>He said <q>it</q>.</p>\n<p>She left.</p>", "title": "T"})
    assert (found.text, found.title) == ("He said “it”.\nShe left.", "T")


def test_html_without_text_in_a_field_is_a_bad_line() -> None:
    (found,) = read('{"content": "<p></p><script>x</script>"}')
    assert isinstance(found, Failure)
    assert found.origin == "in.jsonl:1"


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_alone(indent: int | None) -> None:
    (found,) = read(json.dumps({"text": "He said it.", "id": 7}, indent=indent))
    assert isinstance(found, Document)
    assert (found.id, found.text) == ("7", "He said it.")


def test_an_array_of_objects() -> None:
    found = read(json.dumps([{"text": "a"}, {"no": 1}, {"text": "b"}], indent=1))
    assert [f.id if isinstance(f, Document) else "!" + f.origin for f in found] == [
        "in.jsonl:1", "!in.jsonl:2", "in.jsonl:3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '{"He said it," she wrote.}',
        "[{the editor}] He said it.",
        "{}he said\n{}",
        "[1, 2]",
        '"text"',
        "{ said he }\n{ so }",
    ],
)
def test_a_text_that_begins_like_json_is_a_text(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Document)
    assert found.text == text


@pytest.mark.parametrize(
    ("head", "complete", "answer"),
    [
        (b'{"text": "a"}', True, True),
        (b'{"text": "a"}', False, False),
        (b'{"text": "a"}\n{"te', False, True),
        (b'[\n{"text": "a"},\n{"text": "b"}\n]', True, False),
        (b"plain\n", True, False),
        (b"", True, False),
        (b"\n" * 1000 + b'{"text": "a"}\n', True, False),
    ],
)
def test_look_like(head: bytes, complete: bool, answer: bool) -> None:  # noqa: FBT001
    assert look_like(head, complete=complete) is answer


@settings(deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_any_text_comes_through_json(texts: list[str]) -> None:
    lines = "\n".join(json.dumps({"text": "He said: " + text}) for text in texts)
    found = read(lines)
    assert [f.text for f in found if isinstance(f, Document)] == ["He said: " + text for text in texts]
