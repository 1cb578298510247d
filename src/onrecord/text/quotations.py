"""The stretches of a text that stand between quotation marks.

One pass over the marks of each paragraph with a stack of those that are open. At most two of one mark are
open at once, so the stack is short whatever the text, and the time is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.marks import REVERSIBLE, STRAIGHT, Mark, marks_in, paragraphs
from onrecord.types import Span

# Closing mark -> the marks it closes before any other of its family.
_PARTNERS: dict[str, frozenset[str]] = {
    '"': frozenset('"'),
    "＂": frozenset("＂"),
    "''": frozenset(["''", "``"]),
    "’’": frozenset(["‘‘"]),
    "”": frozenset("“„‟”"),
    "“": frozenset("„“"),
}
_MOST_OF_ONE_MARK = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        span: the stretch with its marks; of one that is not closed, up to the paragraph's end.
        inner: what is between the marks, or None where that is nothing.
        closed: whether its closing mark stands in the text. A quotation over several paragraphs, each of
            which opens it again, gives one stretch a paragraph, of which only the last one is closed.
        mark: the opening mark.
        depth: number of quotations around it.
    """

    span: Span
    inner: Span | None
    closed: bool
    mark: str
    depth: int


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one.

    ``firm``: it is a quotation even when nothing closes it. ``again``: where the same mark opened next.
    """

    mark: Mark
    firm: bool
    again: int | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A quotation whose depth is not known yet."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    sign: str


@lru_cache(maxsize=32)  # every layer of one reading asks for them
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of ``text`` in the order of their opening marks; any two are disjoint or nested.

    Straight, curly, doubled, low-high, angular and corner marks, single and double, also mixed ("so”) and
    unbalanced ones: an opening mark that nothing closes reaches to the end of its paragraph, or to where the
    same mark opens again; a closing mark that nothing opened is no quotation. Apostrophes and the signs of
    feet and inches are no marks. Time is linear in the length of the text.
    """
    found: list[Quotation] = []
    for start, end in paragraphs(text):
        marks = marks_in(text, start, end)
        if marks:
            found.extend(_nested(_Paragraph(marks).stretches(_last(text, marks[-1].end, end))))
    return tuple(found)


def _last(text: str, start: int, end: int) -> int:
    """The end of ``text[start:end]`` without the white space that ends it."""
    return start + len(text[start:end].rstrip())


class _Paragraph:
    """The marks of one paragraph on their way to being quotations."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._doubts = _doubtful(marks)
        self._open: list[_Open] = []
        self._found: list[_Stretch] = []

    def stretches(self, end: int) -> list[_Stretch]:
        """What the marks enclose, in the order of the text; ``end``: where the paragraph's last word ends."""
        for place, mark in enumerate(self._marks):
            partner = self._closed_by(mark, place)
            if partner is not None:
                self._close(partner, mark)
            elif self._opens(mark):
                self._push(mark)
        self._leave(0, end)
        return sorted(self._found, key=lambda s: s.start)

    def _closed_by(self, mark: Mark, place: int) -> int | None:
        """The place on the stack of the opening mark that ``mark`` closes, or None if it closes nothing."""
        if mark.side == "open":
            return self._reversed(mark)
        partner = self._single(mark) if mark.family == "single" else self._partner(mark)
        if partner is None or not mark.weak:
            return partner
        enclosed = any(o.mark.family == "double" for o in self._open[:partner])
        within, anywhere = self._doubts[place]
        return None if (within if enclosed else anywhere) else partner

    def _reversed(self, mark: Mark) -> int | None:
        """The place of the » or › that « or ‹ closes in »so«, or None."""
        if mark.sign not in {"«", "‹"}:
            return None
        wanted = {"«": "»", "‹": "›"}[mark.sign]
        return next((i for i, o in enumerate(self._open) if o.mark.sign == wanted), None)

    def _single(self, mark: Mark) -> int | None:
        """The innermost open mark if it is a single one: an apostrophe in a quotation must not close it."""
        if not self._open or self._open[-1].mark.family != "single":
            return None
        fits = (mark.sign != "`" or self._open[-1].mark.sign == "`") and not (
            mark.sign == "‘" and self._open[-1].mark.sign not in {"‚", "‘"}
        )
        return len(self._open) - 1 if fits else None

    def _partner(self, mark: Mark) -> int | None:
        """The innermost open partner of ``mark``, else the innermost open mark of its family."""
        places = [i for i, o in enumerate(self._open) if o.mark.family == mark.family]
        wanted = _PARTNERS.get(mark.sign, frozenset())
        exact = [i for i in places if self._open[i].mark.sign in wanted]
        return next(reversed(exact or places), None)

    def _opens(self, mark: Mark) -> bool:
        if mark.sign == "’" or mark.side == "close":
            return False
        return mark.side != "neither" or mark.sign in STRAIGHT

    def _push(self, mark: Mark) -> None:
        same = [o for o in self._open if o.mark.sign == mark.sign]
        if same:
            same[-1].again = mark.start
        if len(same) >= _MOST_OF_ONE_MARK:
            self._open.remove(same[0])
            self._keep_unclosed(same[0], mark.start)
        self._open.append(_Open(mark, _is_firm(mark)))

    def _close(self, place: int, mark: Mark) -> None:
        self._leave(place + 1, mark.start)
        opening = self._open.pop().mark
        self._found.append(_Stretch(opening.start, opening.end, mark.start, mark.end, opening.sign))

    def _leave(self, place: int, end: int) -> None:
        """Take from the stack what nothing closed from ``place`` on; it reaches to ``end`` at most."""
        while len(self._open) > place:
            self._keep_unclosed(self._open.pop(), end)

    def _keep_unclosed(self, left: _Open, end: int) -> None:
        if left.firm:
            end = end if left.again is None else min(end, left.again)
            if end > left.mark.end:
                self._found.append(_Stretch(left.mark.start, left.mark.end, end, end, left.mark.sign))


def _is_firm(mark: Mark) -> bool:
    """Whether an opening mark that nothing closes is a quotation all the same, and no apostrophe or slip."""
    if mark.sign in {"'", "＇"}:
        return mark.first
    return mark.side == "open" and mark.sign != "`" and mark.sign not in REVERSIBLE


def _doubtful(marks: Sequence[Mark]) -> list[tuple[bool, bool]]:
    """For each mark, whether one that closes for certain follows before the next of its kind that opens.

    A weak mark with such a one after it is an apostrophe, or an inch sign. Of each pair, the first holds for
    a quotation that stands in double marks (the other one must come before the next double mark), the second
    without that bound. Only single and double marks are looked at.
    """
    out = [(False, False)] * len(marks)
    within = anywhere = double = False
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if mark.family == "single":
            out[place] = (within, anywhere)
            if not mark.weak:
                within = anywhere = mark.side == "close"
        elif mark.family == "double":
            out[place] = (double, double)
            within = False
            if not mark.weak:
                double = mark.side == "close"
    return out


def _nested(stretches: Sequence[_Stretch]) -> Iterator[Quotation]:
    """Each stretch with its depth; one that reaches over the end of the one around it is cut there."""
    around: list[int] = []  # the ends of what is open
    for stretch in stretches:
        while around and around[-1] <= stretch.start:
            around.pop()
        limit = around[-1] if around else stretch.end
        end = min(stretch.end, limit)
        inner_end = min(stretch.inner_end, end)
        inner = Span(stretch.inner_start, inner_end) if inner_end > stretch.inner_start else None
        closed = stretch.inner_end < stretch.end <= limit
        yield Quotation(Span(stretch.start, end), inner, closed, stretch.sign, len(around))
        around.append(end)
