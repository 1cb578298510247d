"""Why something cannot be fetched, as an exception within this room; out of it goes a Failure."""

from __future__ import annotations


class Unfetched(Exception):  # noqa: N818 - what happened
    """Nothing came of a request, for a reason that a person can read.

    Attributes:
        reason: what is wrong, as the words after the address in a line.
        remedy: what to do.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


BY_HAND = "save the page in a browser and give the file"
LATER = "try again later"
CHECK = "check the address"

_STATUS = {
    401: ("asks for a login (401)", BY_HAND),
    402: ("asks for payment (402)", BY_HAND),
    403: ("may not be read by programs (403)", BY_HAND),
    404: ("is not there (404)", CHECK),
    406: ("is not to be had as text (406)", BY_HAND),
    408: ("was asked for too slowly (408)", LATER),
    410: ("has been taken down (410)", "look for a copy in an archive"),
    429: ("asks for fewer requests (429)", LATER),
    451: ("is withheld for legal reasons (451)", "look for a copy in an archive"),
}


def of_status(status: int) -> Unfetched:
    """The refusal that an HTTP status is (RFC 9110)."""
    if status in _STATUS:
        return Unfetched(*_STATUS[status])
    if status >= 500:
        return Unfetched(f"has a server that failed ({status})", LATER)
    return Unfetched(f"answered {status}", CHECK)
