"""One request: GET, without cookies, logins, proxies or redirects, bounded in time and size."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

import httpcore2
from httpx2 import URL

from onrecord.gather.web.bodies import received, refuse_other_kinds
from onrecord.gather.web.connecting import Checked, Clock, Deadline
from onrecord.gather.web.refusals import CHECK, LATER, Unfetched

try:
    USER_AGENT = f"onrecord/{version('onrecord')}"
except PackageNotFoundError:  # run from its sources, without being installed
    USER_AGENT = "onrecord"
_KINDS = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "text/plain, application/json;q=0.9, */*;q=0.5"
)
_HEADERS = (
    ("User-Agent", USER_AGENT),
    ("Accept", _KINDS),
    ("Accept-Encoding", "gzip"),
    ("Accept-Language", "en, *;q=0.5"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how large a request may be.

    Attributes:
        connect: seconds for a connection, TLS included.
        read: seconds in which nothing comes.
        whole: seconds for one request from its start to its end.
        size: bytes of a body, unpacked.
    """

    connect: float = 10
    read: float = 20
    whole: float = 60
    size: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; the body is empty unless it is a success."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(slots=True)
class Client:
    """Sends requests, one at a time; connections to a host are kept for the next one.

    Attributes:
        bounds: how long and large each may be.
        private: whether machines of private networks may be connected to.
        trust: certificates of other authorities than the system's; tests have one of their own.
    """

    bounds: Bounds = field(default_factory=Bounds)
    private: bool = False
    trust: ssl.SSLContext | None = None
    clock: Clock = time.monotonic
    _deadline: Deadline = field(init=False)
    _pool: httpcore2.ConnectionPool = field(init=False)

    def __post_init__(self) -> None:
        self._deadline = Deadline(self.clock)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=self.trust or httpcore2.default_ssl_context(),
            max_connections=4, keepalive_expiry=5,
            network_backend=Checked(self._deadline, private=self.private),
        )  # fmt: skip

    def get(self, url: URL, *, size: int | None = None) -> Answer:
        """Ask for ``url`` once.

        Args:
            url: an address that :func:`onrecord.gather.web.addresses.parsed` let through.
            size: bytes that the body may have, instead of those of the bounds.

        Raises:
            Unfetched: when there is no answer, or a body that is not to be had.
        """
        bounds = self.bounds
        self._deadline.at = self.clock() + bounds.whole
        times = {"connect": bounds.connect, "read": bounds.read, "write": bounds.read, "pool": bounds.connect}
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with (
            _said(bounds),
            self._pool.stream("GET", target, headers=list(_HEADERS), extensions={"timeout": times}) as got,
        ):
            headers = _headers(got.headers)
            if not 200 <= got.status < 300:
                return Answer(got.status, headers)
            refuse_other_kinds(headers)
            return Answer(got.status, headers, received(got.iter_stream(), headers, size or bounds.size))

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in raw}


@contextmanager
def _said(bounds: Bounds) -> Iterator[None]:
    """Turn what the network does into what a person can read."""
    try:
        yield
    except httpcore2.ConnectTimeout:
        raise Unfetched(f"did not answer within {bounds.connect:g} seconds", LATER) from None
    except httpcore2.TimeoutException:
        reason = f"kept silent for {bounds.read:g} seconds, or took more than {bounds.whole:g} in all"
        raise Unfetched(reason, LATER) from None
    except (httpcore2.ConnectError, httpcore2.ReadError, httpcore2.WriteError) as error:
        raise _broken(error) from None
    except httpcore2.ProtocolError:
        raise Unfetched("broke off, or does not answer as a web server does", LATER) from None


def _broken(error: Exception) -> Unfetched:
    cause = error.args[0] if error.args else None  # as httpcore2 hands on the system's own error
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = str(getattr(cause, "verify_message", "")).partition(",")[0] or "not verified"
        return Unfetched(
            f"has no certificate to be trusted ({why})", "save the page in a browser if you trust it"
        )
    if isinstance(cause, ssl.SSLError):
        return Unfetched("has no secure connection to offer", CHECK)
    if isinstance(cause, ConnectionRefusedError):
        return Unfetched("has a server that takes no connection", CHECK)
    return Unfetched("could not be reached, or broke the connection off", LATER)
