"""onrecord reads news reports and keeps the record of who said what.

    >>> import onrecord
    >>> record = onrecord.read('"We will not sell," Ms. Ortega said.')
    >>> [s.cue[0].of(record.document.text) for s in record.statements]
    ['said']

The public names are those of ``__all__``; everything else may change between versions.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import InputError, ModelError, OnrecordError, StoreError
    from onrecord.flow.api import documents, open, read, read_many  # noqa: A004 - onrecord.open
    from onrecord.flow.reading import Reader
    from onrecord.types import Attribution, Document, Failure, Record, Span, Statement

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Document",
    "Failure",
    "InputError",
    "ModelError",
    "OnrecordError",
    "Reader",
    "Record",
    "Span",
    "Statement",
    "StoreError",
    "__version__",
    "documents",
    "open",
    "read",
    "read_many",
]

_HOMES = {
    "onrecord.errors": ("InputError", "ModelError", "OnrecordError", "StoreError"),
    "onrecord.flow.api": ("documents", "open", "read", "read_many"),
    "onrecord.flow.reading": ("Reader",),
    "onrecord.types": ("Attribution", "Document", "Failure", "Record", "Span", "Statement"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: ``onrecord --help`` needs no numpy."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
