"""Questions as people put them, to reports that were written for it and read by onrecord itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import onrecord
from onrecord.ask.answering import ask
from onrecord.ask.answers import Answer
from onrecord.ask.memory import MemoryView

HERE = Path(__file__).parent
QUESTIONS = json.loads((HERE / "questions.json").read_text(encoding="utf-8"))
TITLES = {"solveig": "r*.txt", "bees": "s*.txt", "tejo": "u*.txt"}
FEWEST = 103  # of 116; most of the others ask for what the reading of the reports missed


def read(pattern: str) -> MemoryView:
    """The reports whose names fit, read, each published on the day in its name."""
    found = sorted((HERE / "reports").glob(pattern))
    texts = ((path.stem, path.read_text(encoding="utf-8")) for path in found)
    return MemoryView.of(
        onrecord.read(text, name=name, published_on=name.rsplit("_", 1)[1]) for name, text in texts
    )


def is_right(answer: Answer, wanted: dict[str, Any]) -> bool:
    """Whether the verdict, the speaker and the words are those wanted."""
    verdicts = wanted["verdicts"]
    typed = answer.verdict in verdicts if verdicts else answer.verdict != "no-record"
    shown = [r.text for r in answer.receipts] + [p.evidence.of(d.text) for d, p in answer.positions]
    words = any(wanted["has"].lower() in re.sub(r"\s+", " ", text).lower() for text in ("", *shown))
    names = [answer.speaker, *(r.speaker for r in answer.receipts[:1])]
    spoken = wanted["speaker"] is None or any(wanted["speaker"].lower() in (n or "").lower() for n in names)
    first = wanted.get("outlet", "") in (answer.receipts[0].document.id if answer.receipts else "")
    return typed and words and spoken and first


def test_questions_in_other_phrasings_have_their_answers() -> None:
    views = {name: read(pattern) for name, pattern in TITLES.items()}
    right = [is_right(ask(q["question"], views[q["about"]]), q) for q in QUESTIONS]
    assert sum(right) >= FEWEST, [q["question"] for q, good in zip(QUESTIONS, right, strict=True) if not good]
