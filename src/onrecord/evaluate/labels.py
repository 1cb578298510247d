"""Records made by hand, one JSON file an article, in the form that ``training/labels/README.md`` describes.

A file may leave the words out and keep their places only, so that it can be published where its text cannot.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.evaluate.corpus import CorpusError
from onrecord.evaluate.likeness import Places, characters, days, folded, joined, trimmed
from onrecord.evaluate.rebuilt import rebuilt
from onrecord.types import ROLES, Role

PRONOUNS = frozenset("he she they it i we who his her their its my our".split())
FACETS = ("addressee", "setting", "said_on")


class LabelError(ValueError):
    """A label file that is not in its form or does not belong to its text; the message is one line."""


@dataclass(frozen=True, slots=True)
class Label:
    """One attribution as somebody recorded it, with whatever else they accept.

    Attributes:
        id: its name within the file.
        parent: the id of the attribution whose content holds it, or None.
        optional: whether a reader may leave it out.
        places: the places of each role; of a role that the text does not express, none.
        accepted: for each role every other set of places that is as good.
        speakers: names of the speaker, folded (:func:`folded`); "" where none can be told.
        pronoun: whether the source is a pronoun.
        forms: "direct", "mixed", "indirect": those accepted.
        acts: those accepted.
        negated: those accepted.
        facets: for addressee, setting and said_on what is accepted, None for leaving it out.
        first: the annotator's own answer, nothing else accepted: speaker, form, act and negated.
        kind: of the speaker.
    """

    id: str
    parent: str | None
    optional: bool
    places: Mapping[Role, Places]
    accepted: Mapping[Role, frozenset[Places]]
    speakers: frozenset[str]
    pronoun: bool
    forms: frozenset[str]
    acts: frozenset[str]
    negated: frozenset[bool]
    facets: Mapping[str, frozenset[str | None]]
    first: Mapping[str, str | bool]
    kind: str = "unknown"


@dataclass(frozen=True, slots=True)
class Debt:
    """One commitment as somebody recorded it: the debtor's folded name and the characters of the act."""

    id: str
    optional: bool
    debtor: str
    act: frozenset[int]


@dataclass(frozen=True, slots=True)
class Labels:
    """All that one file holds.

    Attributes:
        name: the file's name without its ending.
        file: the text's name in its corpus.
        sha256: digest of the text's bytes, or None where the file states none.
        corpus: the corpus whose files keep the text as tokens (:mod:`onrecord.evaluate.rebuilt`), or None
            where the text lies ready in the corpus.
        part: a document within the corpus's one file, or None.
        published_on: the day of publication that dates were resolved against, or None.
        attributions: those that must be found and those that may be.
        commitments: likewise.
    """

    name: str
    file: str
    sha256: str | None
    published_on: date | None
    attributions: tuple[Label, ...]
    commitments: tuple[Debt, ...]
    corpus: str | None = None
    part: str | None = None


def read_labels(path: Path) -> list[Labels]:
    """The label file at ``path``, or every one of a folder in the order of their names.

    Raises:
        LabelError: when there is none, or one is not in its form.
    """
    paths = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not paths:
        raise LabelError(f"{path}: no label file NAME.json")
    return [_read(one) for one in paths]


def text_of(labels: Labels, corpus: Path) -> str:
    """The text that ``labels`` belong to, out of ``corpus``/text or rebuilt from a file below ``corpus``.

    Raises:
        LabelError: when it is not there, is not UTF-8, or is another text than the one that was labelled.
    """
    if labels.corpus:
        return _rebuilt(labels, corpus)
    path = corpus / "text" / Path(labels.file).name
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: cannot be read ({error})") from None
    if labels.sha256 not in {None, hashlib.sha256(raw).hexdigest()}:
        raise LabelError(f"{path}: not the text that was labelled, its SHA-256 differs")
    return text


def labels_from(name: str, whole: Mapping[str, Any]) -> Labels:
    """The content of a label file as :class:`Labels`.

    Raises:
        KeyError, TypeError, ValueError: where it is not in its form.
    """
    day = whole.get("dct")
    return Labels(
        name=name,
        file=whole["file"],
        sha256=whole.get("sha256"),
        published_on=date.fromisoformat(day) if day else None,
        attributions=tuple(_label(one) for one in whole["attributions"]),
        commitments=tuple(
            Debt(c["id"], bool(c.get("optional")), folded(c["debtor"]), characters(_joined([c["act"]])))
            for c in whole.get("commitments", [])
        ),
        corpus=whole.get("corpus"),
        part=whole.get("part"),
    )


def _rebuilt(labels: Labels, corpus: Path) -> str:
    path = corpus / labels.file
    try:
        text = rebuilt(labels.corpus or "", path, labels.part)
    except CorpusError as error:
        raise LabelError(str(error)) from None
    if labels.sha256 not in {None, hashlib.sha256(text.encode("utf-8")).hexdigest()}:
        raise LabelError(f"{path}: not the text that was labelled, its SHA-256 differs")
    return text


def _read(path: Path) -> Labels:
    try:
        return labels_from(path.stem, json.loads(path.read_bytes()))
    except OSError as error:
        raise LabelError(f"{path}: cannot be read ({error.strerror})") from None
    except KeyError as error:
        raise LabelError(f"{path}: no field {error}") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise LabelError(f"{path}: not a label file ({error})") from None


def _joined(spans: Iterable[Mapping[str, Any]]) -> Places:
    """The places of ``spans``: one with its text is trimmed here, one without is trimmed already."""
    ordered = sorted(spans, key=lambda s: s["start"])
    return joined(_trimmed(span) for span in ordered)


def _trimmed(span: Mapping[str, Any]) -> tuple[int, int]:
    start, end = trimmed(span.get("text") or "", 0, span["end"] - span["start"])
    return (span["start"] + start, span["start"] + end) if "text" in span else (span["start"], span["end"])


def _label(one: Mapping[str, Any]) -> Label:
    also, others = one.get("also", {}), one.get("alternatives", {})
    source = one["source"]
    pronoun = bool(source) and folded(source[0].get("text")) in PRONOUNS
    first = {
        "speaker": folded(one["speaker"]["name"]),
        "form": one["form"],
        "act": one["act"],
        "negated": bool(one.get("negated")),
    }
    return Label(
        id=one["id"],
        parent=one["parent"],
        optional=bool(one.get("optional")),
        places={role: _joined(one[role]) for role in ROLES},
        accepted={role: _accepted(others.get(role, [])) for role in ROLES},
        speakers=frozenset([first["speaker"], *map(folded, also.get("speaker", []))]),
        pronoun=one.get("pronoun", pronoun),
        forms=frozenset([one["form"], *also.get("form", [])]),
        acts=frozenset([one["act"], *also.get("act", [])]),
        negated=frozenset([first["negated"], *also.get("negated", [])]),
        facets={kind: _facets(kind, one.get(kind), also.get(kind, [])) for kind in FACETS},
        first=first,
        kind=one["speaker"].get("kind", "unknown"),
    )


def _accepted(spans: list[Mapping[str, Any]]) -> frozenset[Places]:
    """Each of ``spans`` by itself, and all of them together."""
    sets = [_joined(spans), *(_joined([span]) for span in spans)]
    return frozenset(places for places in sets if places)


def _facets(kind: str, value: Mapping[str, Any] | None, also: list[Any]) -> frozenset[str | None]:
    intervals = (value or {}).get("accept", [])
    return frozenset(
        [_facet(kind, value), *(_facet(kind, v) for v in also), *(_facet("said_on", v) for v in intervals)]
    )


def _facet(kind: str, value: Mapping[str, Any] | None) -> str | None:
    if not value:
        return None
    if kind == "addressee":
        return folded(value.get("name"))
    return value["medium"] if kind == "setting" else days(value.get("earliest"), value.get("latest"))
