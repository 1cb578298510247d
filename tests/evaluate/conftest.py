"""Texts that carry their annotation: ``[s1 The mayor] [c1 said] [x1 it would rain].``"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.types import Attribution, Span

Marked = tuple[str, list[Attribution]]
MARK = re.compile(r"\[([scx])(\d+) (.*?)\]", re.DOTALL)


def read_marks(marked: str) -> Marked:
    """The text without its brackets, and one attribution for each digit that they name.

    ``s``, ``c`` and ``x`` are source, cue and content; ``[s12 She]`` is the source of the first and second.
    """
    text, at = "", 0
    roles: dict[str, dict[str, list[Span]]] = {}
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        span = Span(len(text), len(text) + len(match[3]))
        text, at = text + match[3], match.end()
        for digit in match[2]:
            roles.setdefault(digit, {"s": [], "c": [], "x": []})[match[1]].append(span)
    found = [Attribution(tuple(r["s"]), tuple(r["c"]), tuple(r["x"])) for _, r in sorted(roles.items())]
    return text + marked[at:], found


def brat(text: str, attributions: list[Attribution]) -> str:
    """The lines of an .ann file that link ``attributions``."""
    lines, number = [], 0
    for event, attribution in enumerate(attributions, 1):
        arguments = []
        for role in ("source", "cue", "content"):
            spans = getattr(attribution, role)
            if spans:
                number += 1
                places = ";".join(f"{s.start} {s.end}" for s in spans)
                lines.append(f"T{number}\t{role.title()} {places}\t{spans[0].of(text)}")
                arguments.append(f"{role.title()}:T{number}")
        lines.append(f"E{event}\tAttribution:T1 {' '.join(arguments)}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def marks() -> Callable[[str], Marked]:
    return read_marks


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Path]:
    """Writes a corpus: keyword ``NAME_ANNOTATOR="marked text"`` for each annotation."""

    def write(**annotations: str) -> Path:
        for folder in ("text", "attributions"):
            (tmp_path / folder).mkdir(exist_ok=True)
        for name, marked in annotations.items():
            text, attributions = read_marks(marked)
            (tmp_path / "text" / f"{name.rpartition('_')[0]}.txt").write_bytes(text.encode())
            (tmp_path / "attributions" / f"{name}.ann").write_bytes(brat(text, attributions).encode())
        return tmp_path

    return write
