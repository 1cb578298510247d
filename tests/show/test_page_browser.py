"""The HTML page in a real browser: it opens offline, loads nothing, shows its marks, and is accessible."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
# As root in a container there is no sandbox to be had; the rest keeps the browser from calling home.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample report, made by the command as a user would make it."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    command = [sys.executable, "-m", "onrecord", "read", "--format", "html", "examples/report.txt"]
    path.write_bytes(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    return path


class Visit:
    """One opened page, with what it asked for and what it complained of."""

    def __init__(self, browser: Browser, path: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())


@pytest.fixture
def visit(browser: Browser, html: Path) -> Iterator[Visit]:
    opened = Visit(browser, html)
    yield opened
    opened.context.close()


def test_the_page_loads_nothing_but_itself_and_complains_of_nothing(visit: Visit, html: Path) -> None:
    assert [url for url in visit.requests if not url.startswith("data:")] == [html.as_uri()]
    assert visit.complaints == []


def test_the_whole_text_stands_on_the_page(visit: Visit) -> None:
    shown = "".join(visit.page.inner_text("body").split())
    report = (ROOT / "examples" / "report.txt").read_text(encoding="utf-8")
    missing = [line for line in report.splitlines() if "".join(line.split()) not in shown]
    assert missing == []


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_each_role_is_marked_and_seen(visit: Visit, role: str) -> None:
    marks = visit.page.locator(f".{role}")
    assert marks.count() > 0
    assert marks.first.is_visible()


def test_nothing_is_cut_off_on_a_telephone(browser: Browser, html: Path) -> None:
    visit = Visit(browser, html, viewport={"width": 360, "height": 640})
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(browser: Browser, html: Path, scheme: str) -> None:
    """No violation of WCAG 2 A and AA that axe-core can find, in either colour scheme."""
    visit = Visit(browser, html, color_scheme=scheme)
    visit.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = visit.page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})")
    assert found["violations"] == [], json.dumps([v["help"] for v in found["violations"]])
    visit.context.close()


def test_the_filters_leave_one_speakers_statements(visit: Visit) -> None:
    select = visit.page.locator("select[data-by=form]")
    total = visit.page.locator("nav li[data-of]").count()
    select.select_option("direct")
    left = visit.page.locator("nav li[data-of][data-form=direct]:visible").count()
    assert 0 < left < total
    assert visit.page.locator(".filters output").inner_text().startswith(f"{left} of {total} ")
    assert visit.complaints == []
