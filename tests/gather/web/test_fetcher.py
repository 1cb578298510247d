"""Fetching from a server that means well, one that does not, and one that means harm."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.gather.stated import Fetched
from onrecord.gather.web.client import Client
from onrecord.gather.web.fetcher import ATTEMPTS, LONGEST_WAIT, MOST_REDIRECTS, PAUSE, Fetcher
from onrecord.types import Failure

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def refused(found: Fetched | Failure) -> str:
    assert isinstance(found, Failure), found
    assert found.stage == "fetch"
    assert found.line().isprintable()
    assert found.remedy
    return found.reason


def got(found: Fetched | Failure) -> Fetched:
    assert isinstance(found, Fetched), found
    return found


def test_a_page_comes_with_its_address_and_charset(site: Any, serve: Any, fetcher: Fetcher) -> None:
    address = site.on("/a", serve.page(b"<p>Said</p>", 'text/html; Charset="ISO-8859-1"'))
    assert got(fetcher.fetch(address + "#part")) == Fetched(b"<p>Said</p>", address, "ISO-8859-1")


def test_requests_say_who_asks_and_carry_no_cookies(site: Any, serve: Any, fetcher: Fetcher) -> None:
    site.on("/a", serve.page(b"one", Set_Cookie="id=1; Path=/"))
    site.on("/b", serve.to("/a"))
    for path in ("/a", "/b"):
        got(fetcher.fetch(site.url(path)))
    assert site.paths() == ["/robots.txt", "/a", "/b", "/a"]
    for _, headers in site.asked:
        assert headers["user-agent"].startswith("onrecord/")
        assert headers["accept-encoding"] == "gzip"
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_gzip_is_unpacked(site: Any, serve: Any, fetcher: Fetcher) -> None:
    address = site.on("/a", serve.page(gzip.compress(b"<p>Said</p>"), Content_Encoding="gzip"))
    assert got(fetcher.fetch(address)).content == b"<p>Said</p>"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (401, "asks for a login (401)"), (403, "may not be read by programs (403)"),
        (404, "is not there (404)"), (410, "has been taken down (410)"),
        (451, "is withheld for legal reasons (451)"), (500, "has a server that failed (500)"),
        (418, "answered 418"), (300, "answered 300"), (302, "answered 302"), (304, "answered 304"),
    ],
)  # fmt: skip
def test_other_statuses_are_failures(site: Any, serve: Any, fetcher: Fetcher, code: int, reason: str) -> None:
    assert refused(fetcher.fetch(site.on("/a", serve.status(code)))) == reason
    assert site.paths().count("/a") == 1


@pytest.mark.parametrize("code", [429, 503])
def test_a_busy_server_is_asked_again(
    site: Any, serve: Any, fetcher: Fetcher, waits: list[float], code: int
) -> None:
    address = site.on("/a", serve.status(code, Retry_After="7"), serve.status(code), serve.page(b"at last"))
    assert got(fetcher.fetch(address)).content == b"at last"
    assert [wait for wait in waits if wait > PAUSE] == [7, 4]


def test_a_server_that_stays_busy_or_asks_for_an_hour_is_left(
    site: Any, serve: Any, fetcher: Fetcher, waits: list[float]
) -> None:
    assert "(429)" in refused(fetcher.fetch(site.on("/a", serve.status(429))))
    assert site.paths().count("/a") == ATTEMPTS
    for asked in ("3600", "9" * 400, "Wed, 01 Jan 2098 00:00:00 GMT"):
        assert "(503)" in refused(fetcher.fetch(site.on("/b", serve.status(503, Retry_After=asked))))
    assert site.paths().count("/b") == 3
    assert max(waits) <= LONGEST_WAIT
    past = serve.status(503, Retry_After="Wed, 01 Jan 2020 00:00:00 GMT")
    assert got(fetcher.fetch(site.on("/c", past, serve.page(b"x")))).content == b"x"


def test_requests_to_one_host_are_spaced(site: Any, serve: Any, fetcher: Fetcher, waits: list[float]) -> None:
    site.on(
        "/robots.txt",
        serve.page(b"User-agent: *\nCrawl-delay: 9\nDisallow: /private/*.html$\n", "text/plain"),
    )
    for path in ("/a", "/b"):
        site.on(path, serve.page(b"x"))
        got(fetcher.fetch(site.url(path)))
    assert [round(wait) for wait in waits] == [9]
    assert "robots.txt" in refused(fetcher.fetch(site.url("/private/x.html")))
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_robots_for_this_program_win_and_are_followed_over_redirects(
    site: Any, serve: Any, fetcher: Fetcher
) -> None:
    site.on("/robots.txt", serve.to("/rules"))
    site.on(
        "/rules",
        serve.page(b"User-agent: *\nDisallow:\n\nUser-agent: onrecord\nDisallow: /a\n", "text/plain"),
    )
    site.on("/b", serve.to("/a"))
    assert "robots.txt" in refused(fetcher.fetch(site.url("/a")))
    assert "robots.txt" in refused(fetcher.fetch(site.url("/b")))
    assert site.paths() == ["/robots.txt", "/rules", "/b"]


def test_a_site_whose_robots_cannot_be_had_is_closed_and_asked_once(
    site: Any, serve: Any, fetcher: Fetcher
) -> None:
    site.on("/robots.txt", serve.status(500))
    site.on("/a", serve.page(b"x"))
    for _ in range(3):
        assert "robots.txt cannot be had (500)" in refused(fetcher.fetch(site.url("/a")))
    assert site.paths() == ["/robots.txt"]


def test_redirects_are_few(site: Any, serve: Any, fetcher: Fetcher) -> None:
    site.on("/a", serve.to("/b"))
    site.on("/b", serve.to("/a"))
    assert "redirects more than" in refused(fetcher.fetch(site.url("/a")))
    assert len(site.paths()) == 1 + MOST_REDIRECTS + 1
    site.on("/c", serve.to("d?q=\xe9#x"))
    site.on("/d", serve.page(b"x"))
    assert got(fetcher.fetch(site.url("/c"))).url.endswith("/d?q=%EF%BF%BD")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "neither an http"), ("ftp://127.0.0.1/x", "neither an http"),
        ("javascript:alert(1)", "neither an http"), ("http://u:secret@127.0.0.1/", "user name or password"),
        ("http://127.0.0.1:22/", "port"), ("http://[::", "no address"),
        ("http://169.254.169.254/latest/", "private network"), ("//127.0.0.1:99999/", "port"),
        ("/" + "x" * 5000, "more than 4,000"),
    ],
)  # fmt: skip
def test_a_redirect_is_checked_like_an_address(
    site: Any, serve: Any, fetcher: Fetcher, target: str, reason: str
) -> None:
    found = fetcher.fetch(site.on("/a", serve.to(target)))
    assert reason in refused(found)
    assert "secret" not in repr(found)


def test_private_machines_are_refused_without_leave(site: Any, serve: Any) -> None:
    site.on("/a", serve.page(b"x"))
    fetcher = Fetcher(Client())
    for host in (
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ):
        assert "private network" in refused(fetcher.fetch(site.url("/a", host)))
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://name:secret@127.0.0.1/", "user name or password"), ("ftp://127.0.0.1/", "neither an http"),
        ("file:///etc/passwd", "neither an http"), ("http://", "without a host"), ("http://[", "no address"),
        ("http://a b/", "no address"), ("https://127.0.0.1:25/", "port"),
        ("http://" + "a" * 5000, "more than"),
        ("http://\x1b[2J/", "no address"), ("http://no-such-host.invalid/", "no address is known"),
        ("http://" + "a" * 70 + ".example/", "no address"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(fetcher: Fetcher, socket_enabled: None, address: str, reason: str) -> None:
    found = fetcher.fetch(address)
    assert reason in refused(found)
    assert "secret" not in repr(found)


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("text/plain", True), (None, True), ("application/rss+xml", True), ("application/feed+json", True),
        ("application/x-ndjson", True), ("application/octet-stream", True), ("TEXT/HTML;charset=x", True),
        ("image/png", False), ("image/svg+xml", False), ("application/pdf", False), ("text/css", False),
        ("application/zip", False), ("video/mp4", False), ("nonsense", False),
    ],
)  # fmt: skip
def test_only_texts_are_taken(
    site: Any, serve: Any, fetcher: Fetcher, kind: str | None, *, taken: bool
) -> None:
    found = fetcher.fetch(site.on("/a", serve.page(b"x", kind)))
    if taken:
        assert got(found).content == b"x"
    else:
        assert "no text" in refused(found)


def test_a_body_is_bounded_stated_or_not_packed_or_not(site: Any, serve: Any, fetcher: Fetcher) -> None:
    def endless() -> Iterator[bytes]:
        yield HEAD + b"\r\n"
        while True:
            yield b"x" * 10_000

    bomb = gzip.compress(bytes(50_000_000))
    answers = [
        serve.page(b"", Content_Length=str(10**12)), serve.page(b"x" * 100_001), serve.raw(endless),
        serve.page(bomb, Content_Encoding="gzip"),
        serve.page(gzip.compress(b"x" * 100_001), Content_Encoding="x-gzip"),
    ]  # fmt: skip
    for answer in answers:
        assert "is larger than 0 MB" in refused(fetcher.fetch(site.on("/a", answer)))
    assert got(fetcher.fetch(site.on("/a", serve.page(b"x" * 100_000)))).content == b"x" * 100_000


def test_damaged_bodies_are_refused(site: Any, serve: Any, fetcher: Fetcher) -> None:
    packed = gzip.compress(b"He said so. " * 100)
    for answer, reason in [
        (serve.page(packed[:-20], Content_Encoding="gzip"), "broke off"),
        (serve.page(b"no gzip", Content_Encoding="gzip"), "damaged"),
        (serve.page(b"x", Content_Encoding="br"), "not asked for"),
        (serve.page(packed, Content_Encoding="gzip, gzip"), "not asked for"),
        (serve.raw(lambda: iter([HEAD + b"Content-Length: 100\r\n\r\nshort"])), "broke off"),
        (serve.raw(lambda: iter([b"SSH-2.0-OpenSSH\r\n"])), "does not answer as a web server"),
        (serve.raw(lambda: iter([])), "broke off"),
        (serve.raw(lambda: iter([HEAD + b"X: " + b"y" * 300_000])), "broke off"),
    ]:
        assert reason in refused(fetcher.fetch(site.on("/a", answer)))


@pytest.mark.parametrize("first", [b"", HEAD, HEAD + b"\r\n"])
def test_who_drips_is_left_at_the_deadline(site: Any, serve: Any, fetcher: Fetcher, first: bytes) -> None:
    def drips() -> Iterator[bytes]:
        yield first
        for _ in range(200):
            yield b"H"
            time.sleep(0.1)

    site.on("/a", serve.raw(drips))
    began = time.monotonic()
    assert "took more than 1.2 in all" in refused(fetcher.fetch(site.url("/a")))
    assert time.monotonic() - began < 15


def test_who_keeps_silent_is_left(site: Any, serve: Any, fetcher: Fetcher) -> None:
    def silent() -> Iterator[bytes]:
        yield HEAD
        time.sleep(3)

    assert "kept silent" in refused(fetcher.fetch(site.on("/a", serve.raw(silent))))


def test_nobody_there_and_no_tls(site: Any, serve: Any, fetcher: Fetcher) -> None:
    assert "no secure connection" in refused(fetcher.fetch(site.url("/a", scheme="https")))
    with serve.serving() as gone:
        pass
    assert "takes no connection" in refused(fetcher.fetch(gone.url("/a")))
