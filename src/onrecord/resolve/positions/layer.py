"""The positions that statements show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.resolve.acts.heads import Head, head_of
from onrecord.resolve.acts.lexicon import lexicon
from onrecord.resolve.acts.shapes import shape_of
from onrecord.resolve.passage import passage
from onrecord.resolve.phrases import OBJECTS, span_of
from onrecord.resolve.positions.attitudes import attitudes
from onrecord.resolve.positions.clauses import clause_end
from onrecord.resolve.positions.opinions import opinions
from onrecord.resolve.positions.stances import Side, stances
from onrecord.text.words import Word
from onrecord.types import Basis, Position, Record, Span, Statement

_PRONOUNS = OBJECTS | frozenset(
    "i he she it we they you one his her its their our my who which this that".split()
)
# A target that only points at something said before, or is cut out of a clause.
_POINTING = frozenset("those these both it them him her me us he she they that this i we you".split())
_ANYBODY = frozenset("anybody anyone those somebody someone people everyone everybody one".split())
_POSSESSORS = frozenset("his her their its 's your our".split())
_LEADING = frozenset("about with of for against to at over on by".split())
_ASIDES = frozenset(("as", "while"))
_LEAST = 2
_ACTS = frozenset(("assertive", "expressive", "private_state", "directive"))


def positions(record: Record) -> tuple[Position, ...]:
    """Where the speakers of ``record`` stand, as far as their statements say it plainly.

    The record needs its acts, and its people where it has them. What was not said, or only hypothetically,
    shows nothing; nor do questions.
    """
    reader = _Reader(record)
    found = (one for statement in record.statements if not statement.negated for one in reader.of(statement))
    return tuple(dict.fromkeys(one for one in found if _is_told(one)))


def _is_told(position: Position) -> bool:
    """Whether holder and target are both somebody or something that the text names."""
    holder, first = position.holder, position.target.split(" ", 1)[0].lower()
    if holder is None or holder == position.target or first in _POINTING:
        return False
    return holder.split()[0].lower() not in _ANYBODY and position.target.lower() not in _PRONOUNS


class _Reader:
    """Reads the positions of one record's statements."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._place = passage(record.document.text)
        self._by_id = {statement.id: statement for statement in record.statements}
        self._children: dict[str | None, list[Statement]] = {}
        for statement in record.statements:
            self._children.setdefault(statement.parent, []).append(statement)
        self._named = {span: entity.name for entity in record.entities for span in entity.mentions}

    def of(self, statement: Statement) -> Iterator[Position]:
        """The positions that ``statement`` shows: by its cue, then by its words."""
        yield from self._by_cue(statement)
        if statement.act not in _ACTS or (statement.act == "directive" and statement.sense == "ask"):
            return
        words = self._place.words.all
        for start, end in self._own(statement):
            for opinion in opinions(words, start, end):
                yield self._position(statement, opinion.side, opinion.target, opinion.evidence, opinion.basis)
            for attitude in attitudes(words, start, end):
                made = self._position(
                    statement, attitude.side, attitude.target, attitude.evidence, "explicit"
                )
                if attitude.holder is None:
                    yield made
                else:
                    yield self._held(statement, made, span_of(words, *attitude.holder))

    def _own(self, statement: Statement) -> Iterator[tuple[int, int]]:
        """The stretches of the content, as word indices, that no nested statement has for its content."""
        theirs = sorted(span for child in self._children.get(statement.id, ()) for span in child.content)
        for content in statement.content:
            at = content.start
            for span in [s for s in theirs if s.overlaps(content)]:
                yield from self._indices(at, span.start)
                at = max(at, span.end)
            yield from self._indices(at, content.end)

    def _indices(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        first, last = self._place.words.first_at(start), self._place.words.first_at(end)
        if last - first >= _LEAST:
            yield first, last

    def _by_cue(self, statement: Statement) -> Iterator[Position]:
        head = head_of(self._place.words_of(statement.cue), "", lexicon()) if statement.cue else None
        if (
            head is None
            or not self._is_own(head, statement)
            or not statement.content
            or statement.content[0].start < statement.cue[-1].start
        ):
            return
        words, content = self._place.words, statement.content[0]
        first, last = words.first_at(content.start), words.first_at(content.end)
        while first < last and words.all[first].low in _LEADING:
            first += 1
        end = clause_end(words.all, first, last)
        side = self._side(head.entry.sense.name, statement, words.all[first:end]) if end > first else None
        if side is None:
            return
        evidence = (words.first_at(statement.cue[0].start), end)
        basis: Basis = "implied" if head.entry.sense.name in stances().feared else "explicit"
        yield self._position(statement, side, (first, end), evidence, basis)

    def _is_own(self, head: Head, statement: Statement) -> bool:
        """Whether the cue's head is the speaker's own attitude, and one of now.

        Not "will heed his call for", "used to support", "jabbed back at", "was less concerned with".
        """
        before = [word.low for word in self._place.before(head.word.start, 3)]
        cue = self._place.words.lows(statement.cue[0])
        if before[-1:] and before[-1] in _POSSESSORS and not self._is_source(head, statement):
            return False
        if list(cue[:2]) == ["used", "to"] or (
            head.word.low == "back" and before[-1:] and before[-1].endswith("ed")
        ):
            return False
        after = [word.low for word in self._place.after(head.end, 1)]
        return not (head.word.low == "concerned" and after == ["with"])

    def _is_source(self, head: Head, statement: Statement) -> bool:
        """Whether the word before the cue's head is the source: "their criticism of"."""
        return any(span.end <= head.word.start <= span.end + 2 for span in statement.source)

    def _side(self, sense: str, statement: Statement, words: Sequence[Word]) -> Side | None:
        """The side that a cue of ``sense`` shows, where its content begins with ``words``."""
        shape = shape_of(words, quoted=statement.form == "direct")
        if sense in stances().asked:
            negative = [word.low for word in words[:2]] == ["not", "to"]
            asked = statement.act == "directive" and statement.form != "direct"
            fitting = shape in ("phrase", "infinitive")
            return ("against" if negative else "favor") if asked and fitting else None
        if shape != "phrase":
            return None
        if sense in stances().feared:
            before = self._place.before(words[0].start, 1)
            matter = {word.low for word in words[:4]} & stances().fearable
            return "against" if matter or (before and before[-1].low == "with") else None
        return stances().cues.get(sense)

    def _position(
        self,
        statement: Statement,
        side: Side,
        target: tuple[int, int],
        evidence: tuple[int, int],
        basis: Basis,
    ) -> Position:
        words = self._place.words.all
        if self._is_told_by_another(statement):
            basis = "second-hand"
        return Position(
            holder=self._holder(statement),
            stance=side,
            target=self._name(span_of(words, *target)),
            statement=statement.id,
            basis=basis,
            evidence=span_of(words, *evidence),
        )

    def _held(self, statement: Statement, position: Position, holder: Span) -> Position:
        """``position`` with another holder than the statement's speaker: the one that ``holder`` names."""
        name: str | None = self._name(holder)
        if holder.of(self._place.text).lower() in _PRONOUNS:
            name = self._named.get(holder)
        return replace(
            position, holder=name, basis="explicit" if name == self._holder(statement) else "second-hand"
        )

    def _is_told_by_another(self, statement: Statement) -> bool:
        """Whether the statement stands in that of somebody else."""
        parent = self._by_id.get(statement.parent) if statement.parent else None
        if parent is None or self._is_aside(statement, parent):
            return False
        return self._holder(parent) != self._holder(statement)

    def _is_aside(self, statement: Statement, parent: Statement) -> bool:
        """Whether a statement is only an "as officials warn" at the end of what its parent has.

        The writer's own aside may be taken for a part of the content before it.
        """
        if not statement.source or not statement.cue or not parent.content:
            return False
        first = min(span.start for span in (*statement.source, *statement.cue))
        before = self._place.before(first, 2)
        opens = any(word.low in _ASIDES for word in before[-1:] or before)
        last = max(span.end for span in (*statement.source, *statement.cue, *statement.content))
        return opens and first > parent.content[0].start and last >= max(s.end for s in parent.content) - 2

    def _holder(self, statement: Statement) -> str | None:
        if statement.speaker is not None:
            return statement.speaker.name
        if not statement.source or set(self._place.words.lows(statement.source[0])) <= _PRONOUNS:
            return None
        return statement.source[0].of(self._place.text)

    def _name(self, span: Span) -> str:
        """What ``span`` names, by its entity where it is a mention of one, else its own words."""
        return self._named.get(span, span.of(self._place.text).strip(" ,“”\"‘’'`"))
