"""The one place that opens connections: to checked machines only, and never past a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any

from httpcore2 import (
    SOCKET_OPTION,
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from onrecord.gather.web.addresses import machines

Clock = Callable[[], float]


@dataclass(slots=True)
class Deadline:
    """When a request must be over; moved before each."""

    clock: Clock = time.monotonic
    at: float = float("inf")

    def left(self, timeout: float | None) -> float:
        """Seconds that the next step may take.

        Raises:
            httpcore2.ReadTimeout: when none is left.
        """
        left = self.at - self.clock()
        if left <= 0:
            raise ReadTimeout("the whole took too long")
        return left if timeout is None else min(timeout, left)


class Checked(NetworkBackend):
    """Connects to the machines of a host that :func:`machines` allows.

    The name is looked up and the answer checked and used in one step, so that a name that changes its address
    between a check and a connection (DNS rebinding) gains nothing. Certificates are still those of the name.
    """

    def __init__(self, deadline: Deadline, *, private: bool) -> None:
        self._deadline, self._private, self._plain = deadline, private, SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to the first of the host's machines that answers."""
        fault: Exception = ConnectError("no machine")
        for machine in machines(host, port, private=self._private):
            left = self._deadline.left(timeout)
            try:
                stream = self._plain.connect_tcp(str(machine), port, left, local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                fault = error
            else:
                return _Timed(stream, self._deadline)
        raise fault


class _Timed(NetworkStream):
    """A stream whose every step ends at the deadline, however slowly the other side drips."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        left = self._deadline.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the interface has it
        return self._stream.get_extra_info(info)
