"""Which machines are connected to, and that a name is looked up once, where it is checked."""

from __future__ import annotations

import socket
import ssl
from ipaddress import ip_address
from typing import Any

import httpcore2
import pytest
from httpx2 import URL

from onrecord.gather.web import client
from onrecord.gather.web.addresses import machines, may_connect, parsed
from onrecord.gather.web.connecting import Checked, Deadline
from onrecord.gather.web.refusals import Unfetched

PUBLIC = "8.8.8.8 1.1.1.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1"
PRIVATE = (
    "127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 100.64.0.1 0.0.0.0 198.18.0.1 192.0.2.1 240.0.0.1 "
    "255.255.255.255 ::1 :: fc00::1 fd12::1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1"
)
NEVER = "169.254.169.254 fe80::1 ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 224.0.0.1 ff02::1"


@pytest.mark.parametrize(
    ("addresses", "plainly", "with_leave"),
    [(PUBLIC, True, True), (PRIVATE, False, True), (NEVER, False, False)],
)
def test_which_machines_may_be_connected_to(addresses: str, *, plainly: bool, with_leave: bool) -> None:
    for address in map(ip_address, addresses.split()):
        assert may_connect(address, private=False) is plainly, address
        assert may_connect(address, private=True) is with_leave, address


def test_a_name_that_changes_its_address_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    connected: list[str] = []

    def answers(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        found = ["8.8.8.8", "127.0.0.1", "1.1.1.1"] if len(asked) == 1 else ["127.0.0.1"]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    def connects(_: object, host: str, *__: object) -> Any:
        connected.append(host)
        raise httpcore2.ConnectError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connects)
    with pytest.raises(httpcore2.ConnectError):
        Checked(Deadline(), private=False).connect_tcp("rebinding.example", 443)
    assert (asked, connected) == (["rebinding.example"], ["8.8.8.8", "1.1.1.1"])
    with pytest.raises(Unfetched, match="private network"):
        machines("rebinding.example", 443, private=False)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (
            "HTTPS://Müller.Example/Straße?q=ä b#teil",
            "https://xn--mller-kva.example/Stra%C3%9Fe?q=%C3%A4%20b",
        ),
        ("http://post.example:80", "http://post.example/"),
        ("https://post.example:8443/../a", "https://post.example:8443/a"),
    ],
)
def test_addresses_are_normalised(address: str, asked: str) -> None:
    url = parsed(address)
    assert f"{url.scheme}://{url.netloc.decode()}{url.raw_path.decode()}" == asked


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (ssl.SSLCertVerificationError(1, "failed"), "no certificate to be trusted"),
        (ssl.SSLError(1, "wrong version"), "no secure connection"),
        (ConnectionRefusedError(111, "refused"), "takes no connection"),
        (OSError(113, "no route"), "could not be reached"),
    ],
)
def test_faults_of_a_connection_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, reason: str
) -> None:
    def connects(*_: object) -> Any:
        raise httpcore2.ConnectError(fault)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connects)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("8.8.8.8", 443))])
    with pytest.raises(Unfetched) as caught:
        client.Client().get(URL("https://post.example/"))
    assert reason in caught.value.reason


def test_a_machine_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def connects(*_: object) -> Any:
        raise httpcore2.ConnectTimeout("timed out")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connects)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("8.8.8.8", 443))])
    with pytest.raises(Unfetched, match="did not answer within 10 seconds"):
        client.Client().get(URL("https://post.example/"))
