"""The record's JSON form packed small: spans as pairs, one-letter names, nothing that is null, empty or the
default.

A statement of a million takes a third of the room so, and still is JSON that any program can read; what each
letter stands for is in docs/reference/store.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

SHORT: Mapping[str, str] = {
    "source": "s", "cue": "q", "content": "c", "form": "f", "verbatim": "v", "confidence": "n", "parent": "p",
    "speaker": "w", "name": "N", "kind": "k", "description": "d", "entity": "E", "refers_to": "r",
    "on_behalf_of": "b", "act": "a", "sense": "S", "negated": "x", "iterative": "i", "writer_stance": "t",
    "addressee": "A", "span": "@", "setting": "g", "medium": "m", "public": "u", "carried": "C",
    "said_on": "o", "earliest": "e", "latest": "l", "precision": "P", "note": "M",
}  # fmt: skip
_LONG = {short: name for name, short in SHORT.items()}
_SPAN = {"start", "end", "text"}
_USUALLY_FALSE = frozenset({"iterative", "carried", "is_excerpt"})


def packed(value: object) -> str:
    """``value``, of the record's JSON form, as short JSON."""
    return json.dumps(_small(value), ensure_ascii=False, separators=(",", ":"))


def unpacked(written: str) -> Any:  # noqa: ANN401 - JSON
    """What :func:`packed` wrote, with the names of the record's JSON form; spans stay pairs."""
    return _large(json.loads(written))


def _small(value: object) -> object:
    if isinstance(value, dict):
        if value.keys() == _SPAN:
            return [value["start"], value["end"]]
        return {SHORT.get(name, name): _small(one) for name, one in value.items() if not _left_out(name, one)}
    return [_small(one) for one in value] if isinstance(value, list) else value


def _left_out(name: str, value: object) -> bool:
    return value is None or value == [] or (value is False and name in _USUALLY_FALSE)


def _large(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {_LONG.get(name, name): _large(one) for name, one in value.items()}
    return (
        [_large(one) for one in value]
        if isinstance(value, list) and value and type(value[0]) is dict
        else value
    )
