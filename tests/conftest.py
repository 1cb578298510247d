"""What all tests share: where the corpora stand, and that a skip is never silent where nothing excuses it.

The network is blocked for every test by pytest-socket (see ``addopts`` in pyproject.toml).
"""

from __future__ import annotations

import os
from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from onrecord.types import Document, Form, Record, Span, Statement

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NO_SKIPS = os.environ.get("ONRECORD_NO_SKIPS") == "1"
PIER = (
    "“The mayor explained why she is worried about the pier,” Maya Ortega told the board on Monday.\n"
    "\n"
    "It was reported that “no money” is left, and the pier, Ortega warned, “will not last.”\n"
)
OUTER = "“The mayor explained why she is worried about the pier,”"
INNER = "why she is worried about the pier"

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
    """Whether a skip must fail the run: CI asks for none, save for want of the corpora, or of pgvector, which
    Debian 12 does not have.
    """
    return NO_SKIPS and not (("../shared" in reason and not SHARED.is_dir()) or "has no pgvector" in reason)


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


def at(part: str, *, after: int = 0) -> Span:
    """Where ``part`` first stands in the text."""
    start = PIER.index(part, after)
    return Span(start, start + len(part))


def made(id: str, form: Form, parent: str | None = None, **roles: tuple[Span, ...]) -> Statement:  # noqa: A002
    empty: tuple[Span, ...] = ()
    source, cue, content = (roles.get(role, empty) for role in ("source", "cue", "content"))
    return Statement(id, parent, source, cue, content, form, roles.get("verbatim", empty), 0.875)


@pytest.fixture
def record() -> Record:
    """A record made by hand: nested, discontinuous, with and without a source."""
    warned = (at("the pier", after=100), at("“will not last.”"))
    statements = (
        made("a", "direct", source=(at("Maya Ortega"),), cue=(at("told"),), content=(at(OUTER),),
             verbatim=(at("The mayor explained"),)),
        made("b", "indirect", "a", source=(at("The mayor"),), cue=(at("explained"),), content=(at(INNER),)),
        made("c", "indirect", "b", source=(at("she"),), cue=(at("worried"),),
             content=(at("about the pier"),)),
        made("d", "mixed", cue=(at("reported"),), content=(at("“no money” is left"),),
             verbatim=(at("no money"),)),
        made("e", "mixed", source=(at("Ortega", after=100),), cue=(at("warned"),), content=warned,
             verbatim=(at("will not last."),)),
    )  # fmt: skip
    document = Document(
        "pier.txt", PIER, title="Board told of the pier", language="en", published_on=date(2024, 3, 18),
        published_on_from="argument",
    )  # fmt: skip
    return Record(document, statements)
