"""A site to fetch from, and a fetcher that may, whose pauses pass at once."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.gather.web.client import Bounds, Client
from onrecord.gather.web.fetcher import Fetcher

QUICK = Bounds(connect=5, read=0.4, whole=1.2, size=100_000)


@pytest.fixture(scope="session")
def serve() -> SimpleNamespace:
    """The names of server.py."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("server.py"))))


@pytest.fixture
def site(serve: Any, socket_enabled: None) -> Iterator[Any]:
    with serve.serving() as site:
        yield site


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were waited."""
    return []


@pytest.fixture
def fetcher(waits: list[float]) -> Iterator[Fetcher]:
    client = Client(QUICK, private=True)
    yield Fetcher(client, sleep=waits.append)
    client.close()
