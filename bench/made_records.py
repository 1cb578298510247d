"""Made-up records for the benchmarks of the store: words by Zipf's law, speakers too, ten statements a
report.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

from onrecord.types import Document, Entity, Record, SaidOn, Setting, Span, Speaker, Statement

_WORDS = 30_000
_PEOPLE = 20_000
_OUTLETS = 60
_SYLLABLES = [first + second for first in "bdfghklmnprstvwz" for second in "aeiou"]
_FIRST = date(2015, 1, 1)


class Maker:
    """Makes records one by one, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        """Make the words and the people; small words come first, as in English."""
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark
        small = "the of to and a in that is for it we will not be on are with as they have this by".split()
        made = {self._word() for _ in range(2 * _WORDS)}
        self.words = small + sorted(made)[: _WORDS - len(small)]
        self.chance.shuffle(self.words[len(small) :])
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.people = [f"{self._word().title()} {self._word().title()}" for _ in range(_PEOPLE)]
        self.reach = list(accumulate(1 / (rank + 10) for rank in range(_PEOPLE)))

    def _word(self) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.randint(2, 4)))

    def sentence(self, shortest: int = 8, longest: int = 30) -> str:
        """A sentence without a full stop."""
        count = self.chance.randint(shortest, longest)
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=count)).capitalize()

    def records(self, statements: int, each: int = 10) -> Iterator[Record]:
        """Records with ``each`` statements until there are ``statements``."""
        for number in range(statements // each):
            yield self._record(number, each)

    def _record(self, number: int, each: int) -> Record:
        published = _FIRST + timedelta(days=number % 3000)
        pieces, spoken, offset = [], [], 0
        for speaker in self.chance.choices(self.people, cum_weights=self.reach, k=each):
            filler = f"{self.sentence()}. {self.sentence()}. "
            content = f"“{self.sentence()},”"
            start = offset + len(filler)
            line = f"{filler}{content} {speaker} said in a speech on Monday. "
            spoken.append((speaker, start, start + len(content)))
            pieces.append(line)
            offset += len(line)
        text = "".join(pieces)
        document = Document(
            f"report-{number}.txt", text, self.sentence(4, 9),
            f"https://outlet{number % _OUTLETS}.example/{number}", f"Outlet {number % _OUTLETS}", "en",
            published, "metadata",
        )  # fmt: skip
        digest = sha256(text.encode())
        said = tuple(self._statement(digest.hexdigest(), published, *one) for one in spoken)
        entities = tuple(
            Entity(f"e{n}", name, "person", (Span(end + 1, end + 1 + len(name)),))
            for n, (name, _, end) in enumerate(spoken)
        )
        return Record(document, said, entities)

    def _statement(self, digest: str, published: date, speaker: str, start: int, end: int) -> Statement:
        name, cue = end + 1, end + 2 + len(speaker)
        day = published - timedelta(days=published.weekday())
        return Statement(
            id=sha256(f"{digest} {start}".encode()).hexdigest()[:16], parent=None,
            source=(Span(name, name + len(speaker)),), cue=(Span(cue, cue + 4),), content=(Span(start, end),),
            form="direct", verbatim=(Span(start + 1, end - 2),),
            confidence=round(self.chance.uniform(0.4, 1), 4),
            speaker=Speaker(speaker, "person", "minister of trade", None, "e1"), act="assertive", sense="say",
            negated=False, writer_stance="neutral",
            setting=Setting(Span(cue + 5, cue + 16), "speech", public=True),
            said_on=SaidOn(Span(cue + 17, cue + 26), day, day, "day", "the Monday before publication"),
        )  # fmt: skip

    def altered(self, words: str) -> str:
        """A quotation with a word exchanged, one left out, and the last quarter cut off."""
        changed = words.split()
        changed = changed[: max(4, len(changed) * 3 // 4)]
        changed[self.chance.randrange(len(changed))] = self.chance.choice(self.words)
        if len(changed) > 5:
            del changed[self.chance.randrange(len(changed))]
        return " ".join(changed)
