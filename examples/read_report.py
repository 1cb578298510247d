"""Read a report and print who said what: python examples/read_report.py [FILE]."""

from __future__ import annotations

import sys
from pathlib import Path

import onrecord

SAMPLE = Path(__file__).with_name("report.txt")


def main(path: Path = SAMPLE) -> None:
    """Print each statement of the report at ``path``: its speaker as the text names them, then the words."""
    record = onrecord.read(path.read_text(encoding="utf-8"), published_on="2026-11-24")
    text = record.document.text
    for statement in record.statements:
        speaker = " ".join(span.of(text) for span in statement.source) or "(not said)"
        content = " … ".join(span.of(text) for span in statement.content)
        nested = "    " if statement.parent else ""
        print(f"{nested}{speaker} [{statement.form}]: {content}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
