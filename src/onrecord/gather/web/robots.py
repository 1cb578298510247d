"""What a site's robots.txt allows (RFC 9309), read with Protego; asked for once for each site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from httpx2 import URL
from protego import Protego

from onrecord.gather.web.client import USER_AGENT, Answer
from onrecord.gather.web.refusals import BY_HAND, Unfetched

SIZE = 5_000_000
"""Bytes that a robots.txt may have: ten times what RFC 9309 asks a reader to take."""
LONGEST_DELAY = 60.0
"""Seconds between two requests that a site may ask for; more counts as this."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site asks for; no rules allow everything."""

    rules: Protego | None = None

    def delay(self) -> float:
        """Seconds to wait between two requests, 0 where the site does not say."""
        asked = self.rules.crawl_delay(USER_AGENT) if self.rules else None
        return min(float(asked or 0), LONGEST_DELAY)

    def check(self, url: URL) -> None:
        """Raise Unfetched where the site does not want ``url`` to be fetched by programs."""
        if self.rules is not None and not self.rules.can_fetch(str(url), USER_AGENT):
            raise Unfetched("is closed to programs by its site's robots.txt", BY_HAND)


@dataclass(slots=True)
class Robots:
    """The rules of each site, kept for the run.

    Attributes:
        ask: sends a request for a robots.txt, redirects followed; may raise Unfetched.
    """

    ask: Callable[[URL], Answer]
    _known: dict[str, Rules | Unfetched] = field(default_factory=dict)

    def of(self, url: URL) -> Rules:
        """The rules of the site that ``url`` is on.

        Raises:
            Unfetched: when the site cannot be asked, which closes it (RFC 9309, 2.3.1.4).
        """
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._known:
            self._known[site] = self._asked(url.join("/robots.txt"))
        rules = self._known[site]
        if isinstance(rules, Unfetched):
            raise Unfetched(rules.reason, rules.remedy)
        return rules

    def _asked(self, url: URL) -> Rules | Unfetched:
        try:
            answer = self.ask(url)
        except Unfetched as error:
            return error
        if 200 <= answer.status < 300:
            return Rules(Protego.parse(answer.body.decode("utf-8-sig", "replace")))
        if answer.status >= 500 or answer.status == 429:
            reason = f"has a site whose robots.txt cannot be had ({answer.status})"
            return Unfetched(reason, "try again later")
        return Rules()
