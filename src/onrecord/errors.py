"""The errors that onrecord raises, as a tree.

::

    OnrecordError
    ├── InputError   what the caller asked to read cannot be read
    ├── ModelError   the network's files are missing or damaged
    └── StoreError   the record cannot be opened, read or written, or refuses a judgement

A document that fails among others is no exception but a :class:`onrecord.types.Failure`.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Any error that onrecord raises on purpose; its message is one line with cause and remedy."""


class InputError(OnrecordError):
    """What the caller asked to read cannot be read."""


class ModelError(OnrecordError):
    """The network's files are missing or damaged."""


class StoreError(OnrecordError):
    """The record in its store cannot be opened, read or written, or what was asked of it makes no sense."""
