"""Places in a text: the span, half-open, in code points of ``Document.text``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code points ``start`` (inclusive) to ``end`` (exclusive), zero-based.

    Raises:
        ValueError: when the span is empty or starts before the text does.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span points at."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether every character of this span is in ``other`` too."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether this span and ``other`` have a character in common."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)
