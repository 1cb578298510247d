"""The hand-made records of ``written.py``, for every test of asking."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.ask.memory import MemoryView
from onrecord.types import Record

WRITTEN = runpy.run_path(str(Path(__file__).with_name("written.py")))


@pytest.fixture
def written() -> SimpleNamespace:
    """The makers of records."""
    return SimpleNamespace(**WRITTEN)


@pytest.fixture
def daily() -> MemoryView:
    """One newspaper."""
    return MemoryView.of([WRITTEN["daily"]()])


@pytest.fixture
def view_of() -> Callable[..., MemoryView]:
    """A view over the papers named."""

    def view(*names: str) -> MemoryView:
        records: list[Record] = [WRITTEN[name]() for name in names]
        return MemoryView.of(records)

    return view
