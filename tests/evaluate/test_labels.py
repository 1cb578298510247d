"""Label files, and the terms in which labels and records are compared."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluate.labels import LabelError, labels_from, read_labels, text_of
from onrecord.evaluate.likeness import characters, folded, joined, trimmed

TEXT = "“Rain is coming,” Mayor Ada Finch told reporters."


def attribution(**more: Any) -> dict[str, Any]:
    """The quotation of TEXT, and whatever a test changes in it."""
    return {
        "id": "A1", "parent": None, "source": [{"start": 18, "end": 33}], "cue": [{"start": 34, "end": 38}],
        "content": [{"start": 1, "end": 15}], "speaker": {"name": "Ada Finch", "kind": "person"},
        "form": "direct", "act": "assertive", "negated": False,
        "addressee": {"span": {"start": 39, "end": 48}, "name": "reporters"},
        "setting": None, "said_on": None,
    } | more  # fmt: skip


def whole(*attributions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"file": "dev/text/rain.txt", "dct": "2024-05-06", "attributions": list(attributions)} | more


def test_a_file_without_its_words_is_read() -> None:
    labels = labels_from("rain", whole(attribution()))
    assert (labels.name, labels.published_on, labels.sha256) == ("rain", date(2024, 5, 6), None)
    [label] = labels.attributions
    assert label.places == {
        "source": frozenset({(18, 33)}),
        "cue": frozenset({(34, 38)}),
        "content": frozenset({(1, 15)}),
    }
    assert label.speakers == {"ada finch"}
    assert label.facets == {"addressee": {"reporters"}, "setting": {None}, "said_on": {None}}
    assert not label.optional
    assert not label.pronoun


def test_a_span_with_its_words_is_trimmed() -> None:
    content = [{"start": 0, "end": 17, "text": TEXT[:17]}]
    [label] = labels_from("rain", whole(attribution(content=content))).attributions
    assert label.places["content"] == {(1, 15)}


def test_what_else_is_accepted_is_kept_beside_the_label() -> None:
    one = attribution(
        also={"speaker": ["the mayor", None], "act": ["directive"], "form": ["mixed"], "negated": [True],
              "setting": [{"medium": "speech"}, None]},
        said_on={"span": {"start": 0, "end": 4}, "earliest": "2024-05-04", "latest": None,
                 "accept": [{"earliest": "2024-04-27", "latest": "2024-04-28"}]},
        alternatives={"source": [{"start": 24, "end": 33}]},
        optional=True,
    )  # fmt: skip
    [label] = labels_from("rain", whole(one)).attributions
    assert label.speakers == {"ada finch", "mayor", ""}
    assert label.acts == {"assertive", "directive"}
    assert label.forms == {"direct", "mixed"}
    assert label.negated == {False, True}
    assert label.facets["setting"] == {None, "speech"}
    assert label.facets["said_on"] == {"2024-05-04/None", "2024-04-27/2024-04-28"}
    assert label.accepted["source"] == {frozenset({(24, 33)})}
    assert label.optional


@pytest.mark.parametrize(
    ("source", "stated", "pronoun"),
    [
        ([{"start": 0, "end": 3, "text": "She"}], {}, True),
        ([{"start": 0, "end": 3, "text": "Ada"}], {}, False),
        ([{"start": 0, "end": 3}], {"pronoun": True}, True),
        ([], {}, False),
    ],
)
def test_a_pronoun_is_told_by_its_word_or_stated(
    source: list[dict[str, Any]], stated: dict[str, bool], *, pronoun: bool
) -> None:
    [label] = labels_from("rain", whole(attribution(source=source, **stated))).attributions
    assert label.pronoun is pronoun


@pytest.mark.parametrize(
    ("name", "key"),
    [("The  Evening Post", "evening post"), ("O’Hara", "ohara"), (None, ""), ("A an the", "")],
)
def test_names_are_compared_without_case_marks_and_articles(name: str | None, key: str) -> None:
    assert folded(name) == key


def test_marks_and_white_space_at_the_ends_do_not_count() -> None:
    assert trimmed(TEXT, 0, 17) == (1, 15)
    assert joined([(0, 4), (10, 12), (19, 20), (25, 25)]) == {(0, 12), (19, 20)}
    assert characters(frozenset({(1, 3), (2, 5)})) == {1, 2, 3, 4}


def test_the_text_must_be_the_one_that_was_labelled(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    path = tmp_path / "text" / "rain.txt"
    path.write_bytes(TEXT.encode())
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    labels = labels_from("rain", whole(sha256=digest))
    assert text_of(labels, tmp_path) == TEXT
    path.write_bytes(TEXT.replace("Rain", "Hail").encode())
    with pytest.raises(LabelError, match="not the text that was labelled"):
        text_of(labels, tmp_path)
    path.unlink()
    with pytest.raises(LabelError, match="cannot be read"):
        text_of(labels, tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not a label file"),
        ("[]", "not a label file"),
        ("{}", "no field 'file'"),
        (json.dumps(whole(dct="6 May")), "not a label file"),
        (json.dumps(whole({"id": "A1"})), "no field"),
    ],
)
def test_a_broken_file_is_one_clear_line(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "rain.json").write_text(content)
    with pytest.raises(LabelError, match=message) as caught:
        read_labels(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(json.dumps(whole(attribution())))
    assert [labels.name for labels in read_labels(tmp_path)] == ["a", "b"]
    assert [labels.name for labels in read_labels(tmp_path / "b.json")] == ["b"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="no label file"):
        read_labels(tmp_path)
