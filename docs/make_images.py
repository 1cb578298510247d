"""Make the README's picture from a real run: python docs/make_images.py.

Runs ``onrecord read`` on the sample report in colour and writes what it printed as an SVG. The picture names
only fonts that the viewer has: nothing is fetched.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "read.svg"
COMMAND = ["onrecord", "read", "examples/report.txt"]
WIDTH, LINES = 80, 44  # columns of piped output, and as many lines as fit a first screen
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def terminal_output() -> str:
    """What the command prints, in colour."""
    program = Path(sys.executable).with_name(COMMAND[0])
    command: list[str | Path] = [program, *COMMAND[1:], "--color", "always"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


def picture(output: str) -> str:
    """The first lines of ``output`` as an SVG in the colours of its escape sequences."""
    lines = output.rstrip("\n").split("\n")
    shown = lines[:LINES] + (["…"] if len(lines) > LINES else [])
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("$ " + " ".join(COMMAND) + "\n\n" + "\n".join(shown)))
    svg = console.export_svg(title="onrecord", theme=MONOKAI, unique_id="read")
    svg = FONT_FACE.sub("", svg).replace("Fira Code, monospace", FONTS).replace("Fira Code", "monospace")
    return re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)


def main() -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    svg = picture(terminal_output())
    PICTURE.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
