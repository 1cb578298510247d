"""The record as one object: opened by path or address, closed when done; what Python programs and commands
use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from onrecord.errors import StoreError
from onrecord.record.store import dump, frames, listing, reviews, tallies
from onrecord.record.store.base import Base, one
from onrecord.record.store.contents import statement_columns
from onrecord.record.store.corrections import Verdict
from onrecord.record.store.filters import Filters
from onrecord.record.store.fusion import Asked, By, search_by
from onrecord.record.store.meaning import Embeds, build, drop, in_use
from onrecord.record.store.naming import Naming
from onrecord.record.store.opening import DEFAULT, opened
from onrecord.record.store.order import Sort
from onrecord.record.store.proposals import Proposal, decide
from onrecord.record.store.receipts import Receipt, State, resolved
from onrecord.record.store.reviews import reviews_of
from onrecord.record.store.rows import DOCUMENT_COLUMNS, KEPT_COLUMNS, stored_document, stored_statement
from onrecord.record.store.search import Hit, ranked_in_part
from onrecord.record.store.status import Status, status
from onrecord.record.store.view import View
from onrecord.record.store.writer import Copies, Shingles, Writer
from onrecord.types import Document, Record
from onrecord.types.found import Found

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Store:
    """An open record.

    Attributes:
        base: its database.
        shingles: hashes that near quotations share, or None.
        copies: how copies are told, or None.
        embeds: makes the vectors of the index by meaning, or None to search by words alone.
    """

    base: Base
    shingles: Shingles | None = None
    copies: Copies | None = None
    embeds: Embeds | None = None

    @classmethod
    def open(
        cls, record: str | Path = DEFAULT, *, writes: bool = False, shingles: Shingles | None = None,
        copies: Copies | None = None, embeds: Embeds | None = None,
    ) -> Store:  # fmt: skip
        """Open a record, a path or ``postgresql://...``.

        Raises:
            StoreError: when it cannot be opened, is none, or is of another version.
        """
        return cls(opened(record, writes=writes), shingles, copies, embeds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.base.close()

    def writer(self) -> Writer:
        """What writes into the record."""
        return Writer(self.base, self.shingles, self.copies, self.embeds)

    def view(self) -> View:
        """What answers questions from it."""
        return View(self.base, self.shingles, self.embeds)

    def status(self) -> Status:
        """What it holds, in figures."""
        return status(self.base)

    def documents(self) -> Iterator[Document]:
        """Every document that has its text, in the order of adding."""
        for record in self.records():
            yield record.document

    def records(self) -> Iterator[Record]:
        """Every document with what was read in it, in the order of adding."""
        for _, record in dump.records(self.base):
            yield record

    def statements(
        self,
        words: str | None = None,
        filters: Filters | None = None,
        *,
        sort: Sort = "earliest",
        limit: int = 1000,
        by: By = "words",
    ) -> list[Hit]:
        """Statements that hold the words, or are near them in meaning, and fit the filters; see
        :func:`onrecord.record.store.fusion.search_by`.
        """
        asked = Asked(words, filters or Filters(), sort, limit)
        return search_by(self.base, asked, by, embeds=self.embeds, shingles=self.shingles)

    def index(self, told: Callable[[int], None] | None = None) -> int:
        """Make or bring up to date the index by meaning, and say how many statements were put in.

        Args:
            told: called after each batch with how many it had.

        Raises:
            StoreError: when the record cannot be written, or was opened without a model.
        """
        if self.embeds is None:
            raise StoreError(f"{self.base.name}: was opened without a model to index it with")
        return build(self.base, self.embeds, told)

    @property
    def indexed(self) -> bool:
        """Whether it has an index by meaning that can be searched."""
        return self.embeds is not None and in_use(self.base, self.embeds)

    def drop_index(self) -> None:
        """Take the index by meaning away."""
        with self.base.transaction():
            drop(self.base)

    def ranked_in_part(self, words: str | None, filters: Filters | None = None) -> bool:
        """Whether so many statements match that ``sort="best"`` ranks only those added last."""
        return ranked_in_part(self.base, words, filters or Filters())

    def by_speaker(self, name: str, *, limit: int = 1000) -> list[Found]:
        """One person's statements, the earliest first."""
        return list(self.view().by_speaker(name, limit=limit))

    def resolve(self, receipt: Receipt) -> State:
        """Whether what a receipt points at is still there."""
        return resolved(self.base, receipt)

    def people(self, *, limit: int = 50, named: str | None = None) -> list[listing.Person]:
        """Those who said most, or those of a name."""
        return listing.people(self.base, limit=limit, named=named)

    def judge(self, judgement: Callable[[Base], str | None]) -> str | None:
        """Make a judgement about people (see :mod:`onrecord.record.store.people`), whole or not at all."""
        with self.base.transaction():
            return judgement(self.base)

    def decide_people(self) -> list[Proposal]:
        """Merge the names that are evidently one person's, as judgements of a rule; see
        :func:`onrecord.record.store.proposals.decide`.
        """
        with self.base.transaction():
            return decide(self.base)

    def review(
        self,
        statement: str,
        verdict: Verdict,
        *,
        author: str,
        field: str | None = None,
        value: str | None = None,
    ) -> None:
        """Accept, reject, correct or note a statement; raises as
        :func:`onrecord.record.store.reviews.keep_review`.
        """
        with self.base.transaction():
            reviews.keep_review(self.base, statement, verdict, author=author, field=field, value=value)
            self._refresh(statement)

    def undo_review(self, statement: str) -> str:
        """Take back the last judgement of a statement, and say which it was.

        Raises:
            StoreError: when there is none.
        """
        with self.base.transaction():
            undone = reviews.undo_review(self.base, statement)
            self._refresh(statement)
        return " ".join(filter(None, (undone.verdict, undone.field, undone.value)))

    def mark(self, document: str, verdict: str, *, author: str, note: str | None = None) -> None:
        """Mark a document, by its key, as retracted or corrected; raises StoreError where there is none."""
        with self.base.transaction():
            reviews.mark_document(self.base, document, verdict, author=author, note=note)

    def unmark(self, document: str) -> int:
        """Take back the marks of a document, by its key, and say how many there were."""
        with self.base.transaction():
            return reviews.unmark_document(self.base, document)

    def frame(self, kind: Literal["pandas", "polars"] = "pandas") -> Any:  # noqa: ANN401 - the library's own type
        """All statements as a data frame, through Arrow.

        Raises:
            StoreError: when pyarrow or the library asked for is not installed.
        """
        return frames.frame(self.base, kind)

    def arrow(self) -> pa.Table:
        """All statements as an Arrow table; raises as :meth:`frame`."""
        return frames.arrow(self.base)

    def _refresh(self, statement: str) -> None:
        """Bring the columns of a statement, in every copy of its text, in line with what was decided."""
        judged = reviews_of(self.base, [statement]).get(statement, [])
        sql = f"SELECT {DOCUMENT_COLUMNS}, key FROM documents WHERE number = ?"
        kept = self.base.rows(
            f"SELECT number, document, {KEPT_COLUMNS} FROM statements WHERE id = ?", (statement,)
        )
        told = self._speakers(statement)
        names = {
            review.value: None
            for review in judged
            if review.field in ("speaker", "addressee") and review.value
        }
        for number, home, *own in kept:
            *row, key = self.base.rows(sql, (home,))[0]
            document, _ = stored_document(tuple(row))
            read = stored_statement(own, document.text)
            named = [p.name for p in (read.speaker, read.addressee) if p is not None and p.name is not None]
            naming = Naming.of(self.base, key, dict.fromkeys(named) | names)
            columns = statement_columns(read, document, judged, naming)
            self.base.run(
                "UPDATE statements SET speaker = ?, kind = ?, act = ?, sense = ?, negated = ?, addressee = "
                "?, "
                "medium = ?, day_from = ?, day_to = ?, dated = ?, confidence = ?, rejected = ? "
                "WHERE number = ?",
                (*columns, number),
            )
        tallies.recount(self.base, told | self._speakers(statement))

    def _speakers(self, statement: str) -> set[int]:
        return {row[0] for row in self.base.rows("SELECT speaker FROM statements WHERE id = ?", (statement,))}

    def key_of(self, document: str) -> str | None:
        """The key of the document with this id or address, of several versions the last, or None."""
        sql = "SELECT key FROM documents WHERE id = ? OR url = ? OR key = ? ORDER BY number DESC LIMIT 1"
        row = one(self.base, sql, (document, document, document))
        return None if row is None else str(row[0])
