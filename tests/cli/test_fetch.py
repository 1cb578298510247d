"""``--fetch`` and ``--from-file`` on the command line, against a server of this machine's own."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import tools as real
from onrecord.cli.main import main
from onrecord.flow.keeping import open_store

HERE = Path(__file__).parent
SERVER = runpy.run_path(str(HERE.parent / "gather" / "web" / "server.py"))
FAKE = runpy.run_path(str(HERE / "fake_onrecord.py"))
page, status = SERVER["page"], SERVER["status"]
PLAIN = "text/plain; charset=utf-8"


@pytest.fixture
def site(socket_enabled: None) -> Iterator[Any]:
    with SERVER["serving"]() as site:
        yield site


@pytest.fixture
def onrecord(capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """The command line that opens real inputs and reads them as fake_onrecord.py does."""
    tools = replace(FAKE["tools"](), open_inputs=real.open_inputs, count_inputs=real.count_inputs)

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments], replace(tools))
        sys.stdout.flush()
        return (int(str(ended.value.code)), *capfd.readouterr())

    return command


def kept(record: Path) -> list[tuple[str, str | None, str | None]]:
    with open_store(record) as store:
        return [(one.id, one.url, one.publisher) for one in store.documents()]


@pytest.mark.parametrize("command", ["add", "read"])
def test_an_address_wants_fetch(onrecord: Callable[..., Any], command: str, tmp_path: Path) -> None:
    code, out, err = onrecord(command, "https://name:secret@post.example/a", *_record(command, tmp_path))
    assert (code, out) == (2, "")
    assert "https://post.example/a: is an address, and nothing is fetched unasked; add --fetch" in err
    assert "secret" not in err
    assert not (tmp_path / "r.db").exists()
    code, _, err = onrecord(command, *_record(command, tmp_path))
    assert code == 2
    assert "name a PATH" in err


def _record(command: str, folder: Path) -> list[str]:
    return ["--record", str(folder / "r.db")] if command == "add" else []


def test_what_is_in_is_not_fetched_again(onrecord: Callable[..., Any], site: Any, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    address = site.on("/a", page(b"First words", PLAIN), page(b"Other words", PLAIN))
    asked = ["add", "--fetch-private", "--record", record, address]
    assert onrecord(*asked)[:2] == (0, f"{record}: 1 document added with 1 statement\n")
    assert site.paths() == ["/robots.txt", "/a"]
    code, out, _ = onrecord(*asked)
    assert (code, site.paths()) == (0, ["/robots.txt", "/a"])
    assert out.endswith("1 in the record already\n")
    assert onrecord(*asked, "--refetch")[0] == 0
    assert kept(record) == [(address, address, None)] * 2
    assert [hit.split()[1] for hit in onrecord("status", "--record", record)[1].splitlines()[1:2]] == ["2"]


def test_failures_are_kept_by_reason_and_forgotten_when_mended(
    onrecord: Callable[..., Any], site: Any, tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    address = site.on("/a", status(404), page(b"Words", PLAIN))
    code, _, err = onrecord("add", "--fetch-private", "--record", record, address)
    assert (code, err) == (3, f"failed: {address}: is not there (404); check the address\n")
    assert "1  is not there (404) (fetch)" in onrecord("status", "--record", record)[1]
    assert onrecord("add", "--fetch-private", "--record", record, address)[0] == 0
    assert "not there" not in onrecord("status", "--record", record)[1]
    code, _, err = onrecord("add", "--fetch", "--record", record, site.url("/b"))
    assert (code, "private network" in err) == (3, True)


def test_a_feed_gives_its_entries_and_a_summary_does_not_stand_for_its_article(
    onrecord: Callable[..., Any], site: Any, tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    article = site.on("/a", page(b"The whole article", PLAIN))
    feed = site.on("/feed", page(
        b"<rss><channel><title>The Post</title><item><guid>" + article.encode() + b"</guid><description>"
        b"A part"
        b"</description></item><item><link>/b</link><description>Another</description></item></channel></rss>",
        "application/rss+xml",
    ))  # fmt: skip
    assert onrecord("add", "--fetch-private", "--record", record, feed)[0] == 0
    assert onrecord("add", "--fetch-private", "--record", record, feed, article)[0] == 0
    assert kept(record) == [
        (f"{article}#summary", article, "The Post"),
        (f"{feed}:2", site.url("/b"), "The Post"),
        (article, article, None),
    ]


def test_canonical_addresses_are_believed_on_their_own_site_only(
    onrecord: Callable[..., Any], site: Any, tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    text = (
        "The mayor said on Monday that the pier would be closed for a year, and that she was sorry for it. "
        * 3
    )
    pages = {"/own": site.url("/story"), "/other": "https://other.example/story"}
    for path, canonical in pages.items():
        body = (
            f'<html><head><link rel="canonical" href="{canonical}"></head><body><article><p>{path} {text}</p>'
        )
        site.on(path, page(body.encode()))
    onrecord("add", "--fetch-private", "--record", record, *map(site.url, pages))
    assert [url for _, url, _ in kept(record)] == [site.url("/story"), site.url("/other")]


def test_a_list_of_paths_and_addresses(onrecord: Callable[..., Any], site: Any, tmp_path: Path) -> None:
    record, listed = tmp_path / "r.db", tmp_path / "list.txt"
    (tmp_path / "a b.txt").write_text("Words\n")
    address = site.on("/a", page("Größe".encode("cp1252"), "text/plain; charset=windows-1252"))
    listed.write_text(f"\ufeff# remark\n\n  {tmp_path / 'a b.txt'}  \r\n{address}\n", encoding="utf-8")
    assert onrecord("add", "--fetch-private", "--record", record, "--from-file", listed)[0] == 0
    assert [name for name, _, _ in kept(record)] == [str(tmp_path / "a b.txt"), address]
    with open_store(record) as store:
        assert [one.text for one in store.documents()] == ["Words\n", "Größe"]
    assert onrecord("add", "--record", record, "--from-file", listed)[0] == 2


@pytest.mark.parametrize(
    ("content", "reason"), [("", "name a PATH"), ("# only this\n", "name a PATH"), (None, "cannot be read")]
)
def test_a_list_without_paths(
    onrecord: Callable[..., Any], tmp_path: Path, content: str | None, reason: str
) -> None:
    listed = tmp_path / "list.txt"
    if content is not None:
        listed.write_text(content)
    code, _, err = onrecord("read", "--from-file", listed)
    assert (code, reason in err) == (2, True)
