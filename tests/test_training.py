"""Training is run by hand and needs PyTorch: here only what it imports from the package is looked for."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

TRAINING = Path(__file__).parent.parent / "training"


def taken(path: Path) -> list[tuple[str, str]]:
    """Module and name of everything that a file imports from the package."""
    nodes = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom))
    return [
        (n.module, a.name) for n in nodes if n.module and n.module.startswith("onrecord") for a in n.names
    ]


@pytest.mark.parametrize("path", sorted(TRAINING.rglob("*.py")), ids=lambda p: str(p.relative_to(TRAINING)))
def test_what_training_takes_from_the_package_is_there(path: Path) -> None:
    missing = [f"{m}.{n}" for m, n in taken(path) if not hasattr(import_module(m), n)]
    assert not missing
