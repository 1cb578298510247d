"""How well time expressions are found and resolved, against TimeML annotations, as TempEval-3 measures it.

UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3", section 5: an expression is right *strictly* when one
of the other side has the same characters, *relaxed* when one of the other side shares a character with it.
An attribute's F1 counts the expressions that match in the relaxed sense and whose attribute is the same
string. The day of publication (DCT) is given to the reader and is not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lxml import etree

from onrecord.evaluate.corpus import CorpusError
from onrecord.resolve.times.reading import times
from onrecord.types import Document, Span

MEASURES = ("strict", "relaxed", "type", "value")
TYPES = frozenset(["DATE", "TIME", "DURATION", "SET"])


class TimeMLError(CorpusError):
    """A file or folder of TimeML that cannot be read: which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: where it stands, its type and its value ("" where it has none)."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Timed:
    """An annotated text with its day of creation."""

    name: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over a corpus, and the figures that come of them."""

    gold: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.gold + other.gold, self.found + other.found, self.right + other.right)

    def precision(self, measure: str) -> float:
        """The share of what was found that is right, in percent; 0 where nothing was found."""
        return 100 * self.right[measure] / self.found if self.found else 0.0

    def recall(self, measure: str) -> float:
        """The share of what is there that was found, in percent; 0 where nothing is there."""
        return 100 * self.right[measure] / self.gold if self.gold else 0.0

    def f1(self, measure: str) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return 200 * self.right[measure] / (self.gold + self.found) if self.gold + self.found else 0.0

    def to_dict(self) -> dict[str, object]:
        """The figures as JSON holds them, in percent with two decimals."""
        figures = {
            f"{m}.{name}": round(figure(m), 2)
            for m in MEASURES
            for name, figure in (("precision", self.precision), ("recall", self.recall), ("f1", self.f1))
        }
        return {"gold": self.gold, "found": self.found, "figures": figures}


def read_timeml(folder: Path) -> Iterator[Timed]:
    """The ``.tml`` files of ``folder`` and of the folders in it, by name.

    Raises:
        TimeMLError: when there is none, or one of them is no TimeML.
    """
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise TimeMLError(f"{folder}: holds no .tml file; give a folder of TimeML documents")
    for path in paths:
        yield read_document(path)


def read_document(path: Path) -> Timed:
    """One TimeML document: the characters of its TEXT, the TIMEX3 in them, and its DCT.

    Entities of the file's own are not expanded, and nothing outside it is read.

    Raises:
        TimeMLError: when it cannot be read, is no XML, or has no TEXT.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise TimeMLError(f"{path}: cannot be read as TimeML ({error}); mend or remove it") from None
    body = root.find("TEXT")
    if body is None:
        raise TimeMLError(f"{path}: has no TEXT element; mend or remove it")
    text: list[str] = []
    timexes = tuple(_walk(body, text))
    stated = root.find("DCT/TIMEX3")
    value = stated.get("value", "") if stated is not None else ""
    return Timed(path.stem, "".join(text), _day(value), tuple(sorted(timexes, key=lambda t: t.span)))


def _walk(element: etree._Element, text: list[str]) -> Iterator[Timex]:
    """Collect the characters below ``element`` in ``text``, and yield its TIMEX3 elements."""
    open_at: list[tuple[etree._Element, int]] = []
    place = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            open_at.append((node, place))
            piece = node.text or ""
        else:
            _, start = open_at.pop()
            if node.tag == "TIMEX3" and place > start:
                yield Timex(Span(start, place), node.get("type", ""), node.get("value", ""))
            piece = (node.tail or "") if node is not element else ""
        text.append(piece)
        place += len(piece)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def compare(gold: Sequence[Timex], found: Sequence[Timex]) -> Figures:
    """Count what of ``found`` is right; each expression is matched with one at most, equal ones first."""
    right: Counter[str] = Counter()
    for one, other in _pairs(gold, found):
        right["relaxed"] += 1
        right["strict"] += one.span == other.span
        right["type"] += one.type == other.type
        right["value"] += one.value == other.value
    return Figures(len(gold), len(found), right)


def _pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    by_span = {t.span: t for t in found}
    same = [t for t in gold if t.span in by_span]
    yield from ((t, by_span[t.span]) for t in same)
    taken = {t.span for t in same}
    others = iter(sorted((t for t in found if t.span not in taken), key=lambda t: t.span))
    other = next(others, None)
    for one in sorted((t for t in gold if t.span not in taken), key=lambda t: t.span):
        while other is not None and other.span.end <= one.span.start:
            other = next(others, None)
        if other is not None and other.span.overlaps(one.span):
            yield one, other
            other = next(others, None)


def measure(corpus: Iterable[Timed], predict: Callable[[str, date | None], Iterable[Timex]]) -> Figures:
    """The figures of ``predict`` (text, day of creation -> expressions) over ``corpus``.

    What is of no TIMEX3 type (times given by an event) is left out on both sides.
    """
    total = Figures()
    for timed in corpus:
        found = [t for t in predict(timed.text, timed.created) if t.type in TYPES]
        total += compare([t for t in timed.timexes if t.type in TYPES], found)
    return total


def evaluate_times(corpus: Iterable[Timed]) -> Figures:
    """The figures of onrecord's own reading of times over ``corpus``."""
    return measure(corpus, _read)


def _read(text: str, created: date | None) -> list[Timex]:
    document = Document("text", text, published_on=created)
    return [Timex(t.span, t.type, t.value or "") for t in times(document)]


def table(figures: Figures) -> str:
    """The figures as lines of text, in percent."""
    counts = f"{figures.gold} annotated, {figures.found} found"
    head = f"{'':10}{'precision':>10}{'recall':>10}{'F1':>10}   {counts}\n"
    rows = (
        f"{m:10}{figures.precision(m):>10.1f}{figures.recall(m):>10.1f}{figures.f1(m):>10.1f}\n"
        for m in MEASURES
    )
    return head + "".join(rows)
