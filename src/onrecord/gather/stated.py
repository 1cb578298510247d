"""What an input says of itself, before it becomes a Document, and what its reader was told about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever called knows of the inputs, and what therefore wins over anything read in them.

    Attributes:
        encoding: name of the character encoding, or None to find it out.
        published_on: day of publication, or None.
        url: where the input was fetched from, or None: relative links start from it.
        charset: the encoding that the server named, which is a hint and no order; or None.
    """

    encoding: str | None = None
    published_on: date | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A text and what its file states about it; ``id`` is None where the file names none."""

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published_on: date | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: the bytes, the address they came from at last, and the encoding it named."""

    content: bytes
    url: str
    charset: str | None = None


def web_address(value: object) -> str | None:
    """``value`` where it is an absolute http or https address, else None.

    Records are shown as pages with links, so no other scheme (``javascript:``, ``data:``) may get through.
    """
    if not isinstance(value, str):
        return None
    address = value.strip()
    scheme, mark, rest = address.partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return None
    host = rest.partition("/")[0]
    return address if host and address.isprintable() and " " not in address else None


def own_address(said: str | None, fetched: str) -> str:
    """The address of a fetched page: the one it calls canonical if that is on its own site, else ``fetched``.

    A page may say of itself what it likes, also that it stands on the site of another outlet.
    """
    return said if said and _site(said) == _site(fetched) else fetched


def _site(address: str) -> str:
    host = address.partition("://")[2].partition("/")[0].partition("?")[0].lower()
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def lone_surrogate(text: str) -> int | None:
    """Offset of the first half of a surrogate pair in ``text``: such a text has no UTF-8 form."""
    if text.isascii():
        return None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None
