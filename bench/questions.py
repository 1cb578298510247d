"""How many of the fifteen questions about the seed are answered as its hand-made record answers them.

    python bench/questions.py [--folder ../shared/acceptance/seed] [--read] [--all] [--json]

By default the questions are put to the hand-made record; with --read to onrecord's own reading of the
article. Both are skipped where the folder is absent. What counts as right for each question is in ``CHECKS``
below: it was written from the ``expect`` of the question, whose words are for people.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.ask.answering import ask
from onrecord.ask.answers import Answer
from onrecord.ask.memory import MemoryView
from onrecord.compare.names import same_name
from onrecord.types import (
    Addressee,
    Commitment,
    Deadline,
    Document,
    Position,
    Record,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Statement,
)
from sample import say

SEED = Path(__file__).parents[2] / "shared" / "acceptance" / "seed"
PUBLISHED = date(2024, 3, 18)
STANCES = {"oppose": "against", "support": "favor"}


@dataclass(frozen=True)
class Seed:
    """The hand-made record and its questions."""

    text: str
    gold: dict[str, Any]
    whole: dict[str, Any]

    @classmethod
    def load(cls, folder: Path) -> Seed:
        """Read the seed's files."""
        text = (folder / "article.txt").read_text(encoding="utf-8")
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        return cls(text, gold, json.loads((folder / "full_record.json").read_text(encoding="utf-8")))

    def record(self) -> Record:
        """The hand-made record as onrecord's types."""
        verbatim = {a["id"]: a["verbatim"] for a in self.whole["attributions"]}
        statements = [self._statement(a, verbatim.get(a["id"], [])) for a in self.gold["attributions"]]
        return Record(
            Document("seed", self.text, published_on=PUBLISHED),
            tuple(sorted(statements, key=lambda s: s.id)),
            commitments=tuple(self._commitment(c) for c in self.gold["commitments"]),
            positions=tuple(self._position(p) for p in self.whole["positions"]),
        )

    def _statement(self, a: dict[str, Any], verbatim: list[dict[str, Any]]) -> Statement:
        setting, to, on = a.get("setting"), a.get("addressee"), a.get("said_on")
        return Statement(
            a["id"], a["parent"], spans(a["source"]), spans(a["cue"]), spans(a["content"]), a["form"],
            spans(verbatim), 1.0, Speaker(a["speaker"]["name"], a["speaker"]["kind"]), a["act"],
            negated=a["negated"], addressee=Addressee(span(to["span"]), to["name"]) if to else None,
            setting=Setting(span(setting["span"]), setting["medium"]) if setting else None,
            said_on=SaidOn(span(on["span"]), None, None) if on else None,
        )  # fmt: skip

    def _commitment(self, c: dict[str, Any]) -> Commitment:
        due = c["deadline"]
        deadline = Deadline(span(due["span"]), None, None) if due else None
        return Commitment(
            c["id"], c["basis"], c["debtor"], c["creditor"], c["strength"], span(c["act"]), None, deadline
        )

    def _position(self, p: dict[str, Any]) -> Position:
        names = {e["id"]: e.get("name_in_text", e["id"]) for e in self.whole["entities"]}
        stance: Any = STANCES[p["stance"].split()[0]]
        evidence = span(p["evidence"])
        about = evidence.of(self.text)
        return Position(names.get(p["holder"], p["holder"]), stance, about, p["basis"], "explicit", evidence)


def span(value: dict[str, Any]) -> Span:
    """A span of the seed."""
    return Span(value["start"], value["end"])


def spans(values: list[dict[str, Any]]) -> tuple[Span, ...]:
    """Spans of the seed."""
    return tuple(map(span, values))


def proves(answer: Answer, receipt: dict[str, Any]) -> bool:
    """Whether a receipt overlaps the place that the seed names."""
    return any(r.span.overlaps(span(receipt)) for r in answer.receipts)


def voices(answer: Answer) -> set[str]:
    """The surnames of the voices."""
    return {voice.name.split()[-1] for voice in answer.voices}


def acts(answer: Answer) -> list[str]:
    """What the commitments are about."""
    return [one.act.of(document.text) for document, one in answer.commitments]


def held(answer: Answer, *words: str) -> bool:
    """Whether each of ``words`` is in one of the positions' evidence."""
    return all(any(word in p.evidence.of(d.text) for d, p in answer.positions) for word in words)


CHECKS: dict[str, Callable[[Answer, dict[str, Any]], bool]] = {
    "C01": lambda a, e: a.verdict == "verbatim" and same_name(a.speaker, "Biden") and proves(a, e["receipt"]),
    "C02": lambda a, e: a.verdict == "verbatim" and a.edit == "same-typography" and proves(a, e["receipt"]),
    "C03": lambda a, _: a.verdict == "other-speaker" and same_name(a.speaker, "Sullivan"),
    "C04": lambda a, _: a.verdict == "second-hand" and same_name(a.via, "Sullivan")
    and same_name(a.speaker, "Biden"),
    "C05": lambda a, e: a.verdict == "contradicted" and proves(a, e["receipt"]),
    "C06": lambda a, _: a.verdict == "no-record" and not a.receipts,
    "C07": lambda a, _: a.verdict == "no-record" and any("to send senior" in r.text for r in a.nearest),
    "C08": lambda a, _: len(a.commitments) == 1 and "send senior officials" in acts(a)[0],
    "C09": lambda a, _: len(a.positions) == 3
    and held(a, "warn a major", "deeply concerned", "major ground operation"),
    "C10": lambda a, _: a.verdict == "verbatim" and same_name(a.speaker, "Schumer"),
    "C12": lambda a, _: a.occasion is not None and a.occasion.addressee is not None
    and same_name(a.occasion.addressee.name, "Bennet"),
    "C13": lambda a, _: a.verdict == "no-record" and "undated" in a.note,
    "C14": lambda a, _: voices(a) >= {"Sullivan", "Biden", "Schumer"} and a.voices[2].kind == "person"
    and all(v.kind != "person" for v in a.voices[3:]),
    "C15": lambda a, e: a.verdict == "no-record" and proves(a, e["receipt"])
    and a.receipts[0].statement is None,
}  # fmt: skip


def is_right(check: dict[str, Any], answer: Answer, seed: Seed) -> bool:
    """Whether an answer is what the seed expects."""
    if check["id"] == "C11":
        return all(has_voice(answer, ids, seed) for ids in check["expect"].values())
    return CHECKS[check["id"]](answer, check["expect"])


def has_voice(answer: Answer, ids: list[str], seed: Seed) -> bool:
    """Whether the voice of these statements has all of them, by their places, and at most one that is not
    gold.
    """
    gold = {a["id"]: a for a in seed.gold["attributions"]}
    name = gold[ids[0]]["speaker"]["name"]
    places = {r.statement: r.span for r in answer.receipts}
    mine = [places[s] for v in answer.voices if same_name(v.name, name) for s in v.statements if s in places]
    wanted = [span(gold[one]["content"][0]) for one in ids]
    known = [span(s) for a in gold.values() if same_name(a["speaker"]["name"], name) for s in a["content"]]
    false = sum(not any(k.overlaps(m) for k in known) for m in mine)
    return all(any(w.overlaps(m) for m in mine) for w in wanted) and false <= 1


def own_reading(text: str) -> Record:
    """The record that onrecord itself makes of the article."""
    import onrecord

    return onrecord.read(text, published_on=PUBLISHED, name="seed")


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=SEED)
    parser.add_argument("--read", action="store_true", help="ask onrecord's own reading of the article")
    parser.add_argument("--all", action="store_true", help="show every answer, not only wrong ones")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        say(f"skipped: no {asked.folder}")
        return
    seed = Seed.load(asked.folder)
    view = MemoryView.of([own_reading(seed.text) if asked.read else seed.record()])
    rows = [(c, ask(c["query"], view)) for c in seed.whole["checks"]]
    right = [c["id"] for c, answer in rows if is_right(c, answer, seed)]
    if asked.json:
        say(json.dumps({"questions": len(rows), "right": right}))
        return
    for c, answer in rows:
        if asked.all or c["id"] not in right:
            proofs = [f"{r.speaker}: {r.text[:60]}" for r in answer.receipts[:3]]
            mark = "right" if c["id"] in right else "WRONG"
            say(
                f"{c['id']} {mark} {c['query']}: {answer.verdict}, {answer.speaker}, "
                f"via {answer.via}, {answer.edit}"
            )
            say(f"      {answer.note}; {proofs}")
    say(f"{len(rows)} questions: {len(right)} right")


if __name__ == "__main__":
    main()
