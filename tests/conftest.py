"""What all tests share: where the corpora stand, and that a skip is never silent where nothing excuses it.

The network is blocked for every test by pytest-socket (see ``addopts`` in pyproject.toml).
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NO_SKIPS = os.environ.get("ONRECORD_NO_SKIPS") == "1"

# No deadline: a loaded machine is no fault of the code. In CI the same examples each time, so that a failure
# there is the change's own; new ones are found where people run the tests.
settings.register_profile("onrecord", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and acceptance texts beside the checkout; skips where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture
def report() -> str:
    """The sample report of examples/."""
    return (ROOT / "examples" / "report.txt").read_text(encoding="utf-8")


def _unexcused(reason: str) -> bool:
    """Whether a skip must fail the run: CI asks for no skips, save those that lack the corpora."""
    return NO_SKIPS and not ("../shared" in reason and not SHARED.is_dir())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _unexcused(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"skipped under ONRECORD_NO_SKIPS=1: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.outcome == "skipped" and _unexcused(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"skipped under ONRECORD_NO_SKIPS=1: {report.longrepr}"
    return report
