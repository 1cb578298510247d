"""Which addresses are asked for at all, and which machines are connected to."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from httpx2 import URL, InvalidURL

from onrecord.gather.web.refusals import CHECK, Unfetched

LONGEST = 4_000
_PORTS = frozenset((80, 443))
_SERVICES = 1024
# Addresses of IPv4 written into IPv6: translation (RFC 6052), and 6to4 (RFC 3056).
_NAT64 = IPv6Network("64:ff9b::/96")
_PUBLIC_ONLY = "save the page and give the file, or add --fetch-private if you trust the address"

Machine = IPv4Address | IPv6Address


def parsed(address: str | URL) -> URL:
    """An address that may be asked for, normalised (IDNA, percent-encoding), without its fragment.

    Raises:
        Unfetched: for other schemes than http and https, a user name or password, a port of another
            service, or what is no address.
    """
    try:
        url = URL(address) if len(str(address)) <= LONGEST else None
    except (InvalidURL, UnicodeError, ValueError):
        raise Unfetched("is no address that can be read", CHECK) from None
    if url is None:
        raise Unfetched(f"is an address of more than {LONGEST:,} characters", CHECK)
    if url.scheme not in ("http", "https"):
        raise Unfetched("is neither an http nor an https address", "give such a one, or save it to a file")
    if url.userinfo:
        raise Unfetched(
            "has a user name or password in its address", "leave them out, or save the page to a file"
        )
    if not url.host:
        raise Unfetched("is an address without a host", CHECK)
    if url.port is not None and url.port not in _PORTS and not _SERVICES <= url.port < 1 << 16:
        raise Unfetched("has a port that is not the web's", CHECK)
    return url.copy_with(fragment=None)


def machines(host: str, port: int, *, private: bool) -> list[Machine]:
    """The machines of a host that may be connected to; the name is looked up once, here.

    Raises:
        Unfetched: when the name has no address, or none that may be connected to.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unfetched("has a host that no address is known for", CHECK) from None
    all_of_them = list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
    allowed = [machine for machine in all_of_them if may_connect(machine, private=private)]
    if not allowed:
        raise Unfetched("leads into a private network, or to no public machine", _PUBLIC_ONLY)
    return allowed


def may_connect(machine: Machine, *, private: bool) -> bool:
    """Whether a machine may be connected to: a public one, with ``private`` also one of the own network.

    Link-local addresses, under which clouds keep their machines' secrets, and multicast never may.
    """
    machine = _meant(machine)
    if machine.is_multicast or machine.is_link_local:
        return False
    return private or machine.is_global


def _meant(machine: Machine) -> Machine:
    """The IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(machine, IPv4Address):
        return machine
    if machine in _NAT64:
        return IPv4Address(int(machine) & 0xFFFFFFFF)
    return machine.ipv4_mapped or machine.sixtofour or machine
