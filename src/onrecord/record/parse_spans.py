"""The smallest parts of the record's JSON form: spans, and words of a fixed vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.types import Span


def span_of(value: object, text: str) -> Span:
    """A span, ``{"start", "end", "text"}`` or ``[start, end]``.

    Raises:
        ValueError: when it reaches beyond ``text`` or its own text is not what stands there.
        KeyError: when a field is missing.
        TypeError: when ``value`` is neither.
    """
    if isinstance(value, Mapping):
        span, said = Span(value["start"], value["end"]), value.get("text")
    elif isinstance(value, list | tuple) and len(value) == 2:
        span, said = Span(*value), None
    else:
        raise TypeError(f"{str(value)[:40]!r} is no span")
    if span.end > len(text):
        raise ValueError(f"a span ends at {span.end}, the text at {len(text)}")
    if said is not None and span.of(text) != said:
        raise ValueError(f"a span says {said[:40]!r}, and at {span.start} stands {span.of(text)[:40]!r}")
    return span


def spans_of(value: Iterable[object] | None, text: str) -> tuple[Span, ...]:
    """Each span of a list, none for null; raises as :func:`span_of`."""
    return tuple(span_of(one, text) for one in value or ())


def text_of(value: object) -> str:
    """``value`` where it is a string.

    Raises:
        TypeError: when it is none.
    """
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} is no text")
    return value


def word_of(value: object, words: tuple[str, ...]) -> Any:  # noqa: ANN401 - the Literal that the caller names
    """``value`` where it is one of ``words`` or None.

    Raises:
        ValueError: when it is another.
    """
    if value is not None and value not in words:
        raise ValueError(f"{str(value)[:40]!r} is none of {', '.join(words)}")
    return value
