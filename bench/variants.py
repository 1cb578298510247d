"""How many of the labelled variants of quotations get their label and their materiality.

    python bench/variants.py [--file FILE] [--json] [--all]

The variants are those of ../shared/acceptance/seed/quote_variants.json: without that file, or one named with
--file, nothing is measured. For each variant, the record is told what the variant's quotation stands in: its
speaker, and whom it tells of.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from onrecord.compare.comparison import compare
from onrecord.compare.edits import Comparison, Recorded, Variant
from sample import say

SEED = Path(__file__).parents[2] / "shared" / "acceptance" / "seed" / "quote_variants.json"


def recorded(variant: dict[str, Any], speakers: dict[str, tuple[str, tuple[str, ...]]]) -> Recorded | None:
    """What the record has of a variant's quotation."""
    if variant["base"] is None:
        return None
    speaker, second_hand = speakers.get(variant["of"], (None, ()))
    return Recorded(variant["base"], speaker, second_hand)


def seed_speakers(folder: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Quotation id -> its speaker and the speakers nested in it, from the hand-made record beside the
    variants.
    """
    whole = json.loads((folder / "full_record.json").read_text(encoding="utf-8"))
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["attributions"]
    names = {entry["id"]: entry["speaker"]["name"] for entry in gold}
    return {
        quotation["id"]: (names[quotation["attributions"][0]], nested(quotation["attributions"][0], gold))
        for quotation in whole["quotations"]
    }


def nested(parent: str, gold: list[dict[str, Any]]) -> tuple[str, ...]:
    """The speakers of what stands inside a statement's content, at any depth."""
    inside = [entry for entry in gold if entry["parent"] == parent]
    return tuple(name for entry in inside for name in (entry["speaker"]["name"], *nested(entry["id"], gold)))


def judged(variants: list[dict[str, Any]], folder: Path) -> list[tuple[dict[str, Any], Comparison]]:
    """Each variant with how it compares."""
    speakers = seed_speakers(folder)
    return [(v, compare(recorded(v, speakers), Variant(v["text"], v["claimed_speaker"]))) for v in variants]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", type=Path, default=SEED)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--all", action="store_true", help="list every variant, not only those missed")
    asked = parser.parse_args()
    if not asked.file.is_file():
        say(f"skipped: no {asked.file}")
        return
    rows = judged(json.loads(asked.file.read_text(encoding="utf-8"))["variants"], asked.file.parent)
    labels = sum(v["expect"] == c.label for v, c in rows)
    materials = sum(v["material_change"] == c.material for v, c in rows)
    edits = sum(
        v.get("word_edits", []) == [[e.change, e.base, e.variant] for e in c.word_edits] for v, c in rows
    )
    if asked.json:
        say(json.dumps({"variants": len(rows), "label": labels, "material": materials, "word_edits": edits}))
        return
    for v, c in rows:
        wrong = v["expect"] != c.label or v["material_change"] != c.material
        if wrong or asked.all:
            say(
                f"{v['id']}: {v['expect']}, material {v['material_change']}; "
                f"got {c.label}, {c.material} ({c.reason})"
            )
    say(f"{len(rows)} variants: label {labels}, material {materials}, word edits {edits}")


if __name__ == "__main__":
    main()
