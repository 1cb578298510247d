"""PolNeAR's layout on disk: ``text/*.txt`` beside ``attributions/*.ann`` (brat stand-off).

An article that several people annotated has one ``.ann`` file a person, told apart by the file's suffix
(Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus for Political News").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.types import Attribution, Role, Span

_BOUND = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"^E\d+\t(Attribution\S*?):\S+(.*)$")
_ARGUMENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
_ROLES: dict[str, Role] = {"Source": "source", "Cue": "cue", "Content": "content"}

Marked = frozenset[tuple[Role, int, int]]
"""(role, start, end) of every fragment just as an annotator marked it, white space at its edges and all."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with one annotator's attributions, none of them nested."""

    name: str
    annotator: str
    text: str
    attributions: tuple[Attribution, ...]
    marked: Marked = frozenset()


class CorpusError(ValueError):
    """A folder or file that is not laid out as PolNeAR is; the message is one line."""


def read_corpus(folder: Path) -> Iterator[Annotated]:
    """Yield every annotation file of ``folder`` with its text, in the order of their names.

    Raises:
        CorpusError: when ``folder`` lacks ``text/`` or ``attributions/`` or has no annotation, an annotation
            has no text, a file is not UTF-8, or an offset lies outside its text.
    """
    texts, annotations = folder / "text", folder / "attributions"
    if not (texts.is_dir() and annotations.is_dir()):
        raise CorpusError(f"{folder}: expected the folders text/ and attributions/ (PolNeAR's layout)")
    paths = sorted(annotations.glob("*.ann"))
    if not paths:
        raise CorpusError(f"{annotations}: no file NAME_ANNOTATOR.ann, which is where annotations should be")
    for path in paths:
        name, _, annotator = path.stem.rpartition("_")
        source = texts / f"{name}.txt"
        if not source.exists():
            raise CorpusError(f"{path}: no text {source.name} in {texts}")
        yield _annotated(name, annotator, _decoded(source), path)


def _annotated(name: str, annotator: str, text: str, path: Path) -> Annotated:
    lines = _decoded(path).replace("\r\n", "\n")
    marked = marked_in(lines)
    beyond = max((end for _, _, end in marked), default=0)
    if beyond > len(text):
        raise CorpusError(f"{path}: offset {beyond} lies outside the text of {len(text)} characters")
    return Annotated(name, annotator, text, parse_brat(lines, text), marked)


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: byte {error.start} is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror})") from None


def marked_in(lines: str) -> Marked:
    """Every fragment of a source, cue or content in brat ``lines``, linked by an event or not."""
    found: set[tuple[Role, int, int]] = set()
    for line in lines.split("\n"):
        match = _BOUND.match(line)
        if match and match[2] in _ROLES:
            for pair in match[3].split(";"):
                start, end = map(int, pair.split())
                found.add((_ROLES[match[2]], start, end))
    return frozenset(found)


def parse_brat(lines: str, text: str) -> tuple[Attribution, ...]:
    """The attributions that brat events in ``lines`` link, in the order of their cues.

    Fragments are cut where a line ends, since no span of a text crosses a paragraph here; white space at
    their edges is dropped. Lines of other kinds, and broken ones, are passed over.
    """
    bound: dict[str, tuple[Span, ...]] = {}
    found: list[Attribution] = []
    events: list[str] = []
    for line in lines.split("\n"):
        if match := _BOUND.match(line):
            bound[match[1]] = tuple(_fragments(match[3], text))
        elif match := _EVENT.match(line):
            events.append(match[2])
    for arguments in events:
        roles: dict[str, list[Span]] = defaultdict(list)
        for role, key in _ARGUMENT.findall(arguments):
            roles[role].extend(bound.get(key, ()))
        source, cue, content = (tuple(sorted(set(roles[r]))) for r in ("Source", "Cue", "Content"))
        if cue or content:
            found.append(Attribution(source, cue, content))
    return tuple(sorted(found, key=lambda a: (a.cue or a.content)[0]))


def _fragments(offsets: str, text: str) -> Iterator[Span]:
    for pair in offsets.split(";"):
        start, end = map(int, pair.split())
        for match in re.finditer(r"[^\r\n]+", text[start:end]):
            stretch = match[0]
            left = start + match.start() + len(stretch) - len(stretch.lstrip())
            right = start + match.start() + len(stretch.rstrip())
            if left < right:
                yield Span(left, right)
