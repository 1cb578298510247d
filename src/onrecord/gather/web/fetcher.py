"""Fetching with manners: robots.txt, a pause between requests, patience when asked for it, few redirects."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from httpx2 import URL

from onrecord.gather import places
from onrecord.gather.stated import Fetched
from onrecord.gather.web.addresses import parsed
from onrecord.gather.web.bodies import charset_of
from onrecord.gather.web.client import Answer, Client
from onrecord.gather.web.refusals import CHECK, Unfetched, of_status
from onrecord.gather.web.robots import SIZE, Robots
from onrecord.types import Failure

MOST_REDIRECTS = 5
ATTEMPTS = 3
PAUSE = 1.0
"""Seconds between two requests to one host."""
LONGEST_WAIT = 60.0
"""Seconds that are waited when a server asks for it; where it asks for more, the address fails."""

_MOVED = frozenset((301, 302, 303, 307, 308))
_BUSY = frozenset((429, 502, 503, 504))


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses, one at a time.

    Attributes:
        client: sends the requests.
        pause: seconds between two requests to one host, unless its robots.txt asks for more.
        sleep: waits so many seconds.
    """

    client: Client = field(default_factory=Client)
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _robots: Robots = field(init=False)
    _next: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._robots = Robots(self._ask_for_rules)

    def fetch(self, address: str) -> Fetched | Failure:
        """What lies at ``address``, or why it is not to be had; never raises for what the network does."""
        try:
            url, answer = self._followed(parsed(address), self._asked)
            if not 200 <= answer.status < 300:
                raise of_status(answer.status)
        except Unfetched as error:
            shown = places.shown(places.without_password(address))
            return Failure(shown, "fetch", error.reason, error.remedy)
        return Fetched(answer.body, str(url), charset_of(answer.headers))

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def _asked(self, url: URL) -> Answer:
        rules = self._robots.of(url)
        rules.check(url)
        return self._patiently(url, max(self.pause, rules.delay()))

    def _ask_for_rules(self, url: URL) -> Answer:
        return self._followed(url, lambda one: self._patiently(one, 0.0, size=SIZE))[1]

    def _followed(self, url: URL, ask: Callable[[URL], Answer]) -> tuple[URL, Answer]:
        """The answer at the end of the redirects, each of which is checked like an address that was given."""
        for _ in range(MOST_REDIRECTS + 1):
            answer = ask(url)
            target = answer.headers.get("location")
            if answer.status not in _MOVED or target is None:
                return url, answer
            url = _redirected(url, target)
        raise Unfetched(f"redirects more than {MOST_REDIRECTS} times", CHECK)

    def _patiently(self, url: URL, pause: float, *, size: int | None = None) -> Answer:
        """The answer, asked for again a few times where the server is busy."""
        for attempt in range(1, ATTEMPTS + 1):
            self._take_turn(url.host)
            try:
                answer = self.client.get(url, size=size)
            finally:
                self._next[url.host] = self.client.clock() + pause
            if answer.status not in _BUSY or attempt == ATTEMPTS:
                break
            wait = _retry_after(answer, otherwise=2.0**attempt)
            if wait > LONGEST_WAIT:
                break
            self.sleep(wait)
        return answer

    def _take_turn(self, host: str) -> None:
        wait = self._next.get(host, 0.0) - self.client.clock()
        if wait > 0:
            self.sleep(wait)


def _redirected(url: URL, target: str) -> URL:
    try:
        return parsed(url.join(target.encode("latin-1").decode("utf-8", "replace")))
    except Unfetched as error:
        raise Unfetched(f"redirects to what {error.reason}", error.remedy) from None
    except Exception:  # noqa: BLE001 - the library's own errors for what is no address are several
        raise Unfetched("redirects to what is no address", CHECK) from None


def _retry_after(answer: Answer, *, otherwise: float) -> float:
    """Seconds that a server asks to wait (RFC 9110, 10.2.3: a number or a date)."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdecimal():
        return float(asked[:10])
    try:
        wait = parsedate_to_datetime(asked) - datetime.now(UTC)
    except (ValueError, TypeError):
        return otherwise
    return max(wait.total_seconds(), 0.0)
