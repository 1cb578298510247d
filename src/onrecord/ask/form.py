"""Answers and checks as JSON, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.ask.answers import Answer, Occasion, Receipt
from onrecord.ask.view import Searched
from onrecord.compare.edits import Lost, WordEdit
from onrecord.types import Commitment, Document, Position, Span

_MOST = 12  # words of one side of a difference that are shown whole
_COMPARED = frozenset({"altered", "contradicted", "out-of-context"})
_LOST: dict[Lost, str] = {
    "negation": "a negation", "condition": "a condition", "concession": "a concession", "hedge": "a hedge",
    "report": "who reports it", "dangling": "what a word points at",
}  # fmt: skip


def answer_to_dict(answer: Answer) -> dict[str, object]:
    """An answer as dicts and lists that ``json`` can write (docs/reference/verdicts.md)."""
    return {
        "verdict": answer.verdict,
        "speaker": answer.speaker,
        "via": answer.via,
        "edit": answer.edit,
        "material": answer.material,
        "receipts": [receipt_to_dict(receipt) for receipt in answer.receipts],
        "searched": searched_to_dict(answer.searched),
        "nearest": [receipt_to_dict(receipt) for receipt in answer.nearest],
        "note": answer.note,
        "word_edits": [word_edit_to_dict(edit) for edit in answer.word_edits],
        "lost_context": list(answer.lost_context),
        **_occasion(answer.occasion),
        "commitments": [_commitment(document, one) for document, one in answer.commitments],
        "positions": [_position(document, one) for document, one in answer.positions],
        "voices": [
            {"name": voice.name, "kind": voice.kind, "statements": list(voice.statements)}
            for voice in answer.voices
        ],
    }


def receipt_to_dict(receipt: Receipt) -> dict[str, object]:
    """A receipt: ``document.text[start:end] == text``."""
    return {
        "document": receipt.document.id,
        "statement": receipt.statement,
        "speaker": receipt.speaker,
        "marks": list(receipt.marks),
        **_span(receipt.document, receipt.span),
    }


def searched_to_dict(searched: Searched) -> dict[str, object]:
    """What was searched."""
    return {"documents": searched.documents} | _days(searched.earliest, searched.latest)


def word_edit_to_dict(edit: WordEdit) -> dict[str, object]:
    """One difference in words."""
    return {
        "change": edit.change, "base": edit.base, "variant": edit.variant,
        "base_span": _pair(edit.base_span), "variant_span": _pair(edit.variant_span),
    }  # fmt: skip


def answer_lines(answer: Answer) -> Iterator[str]:
    """An answer for people: the verdict, what it rests on, receipts, near misses, and what was searched."""
    by = f", by the account of {answer.via}" if answer.via else ""
    edit = (
        f" ({answer.edit})"
        if answer.edit and answer.edit not in {answer.verdict, "same", "not-found"}
        else ""
    )
    yield f"{answer.verdict}{edit}" + (f": {answer.speaker}{by}" if answer.speaker else "")
    yield f"  {answer.note}"
    changed = diff(answer.word_edits) if answer.verdict in _COMPARED else ""
    if changed:
        yield f"  {changed}"
    if answer.lost_context and answer.material:
        yield f"  lost by the cut: {', '.join(map(lost_words, answer.lost_context))}"
    yield from _occasion_lines(answer.occasion)
    yield from _receipt_lines(answer)
    if answer.voices:
        counts = ((voice, len(voice.statements)) for voice in answer.voices)
        yield from (f"  {v.name} ({v.kind}): {n} statement{'' if n == 1 else 's'}" for v, n in counts)
    if answer.nearest:
        yield "nearest, which prove nothing:"
        yield from (f"  - {receipt_line(receipt)}" for receipt in answer.nearest)
    elif answer.verdict == "no-record":
        yield "nothing near it either"
    yield searched_line(answer.searched)


def _receipt_lines(answer: Answer) -> Iterator[str]:
    """The receipts, those of commitments and positions with what they bind to or stand for."""
    sides = {"favor": "for", "against": "against", "mixed": "for and against"}
    kinds = [one.strength + (f" to {one.creditor}" if one.creditor else "") for _, one in answer.commitments]
    kinds += [f"{sides[one.stance]} {one.target}" for _, one in answer.positions]
    for place, receipt in enumerate(answer.receipts):
        kind = f"{kinds[place]}: " if place < len(kinds) else ""
        yield f"  - {kind}{receipt_line(receipt)}"


def lost_words(lost: Lost) -> str:
    """What a cut lost, for people."""
    return _LOST[lost]


def diff(edits: Sequence[WordEdit]) -> str:
    """Word edits in one line, as the words are written: [-left out-] {+put in+}.

    What was cut off at the beginning or the end is left to the receipt.
    """
    inner = [edit.written for edit in edits if not (edit.outer and edit.change == "delete")]
    parts = (
        (f"[-{_middle_out(base)}-]" if base else "") + (f"{{+{_middle_out(variant)}+}}" if variant else "")
        for base, variant in inner
    )
    return " ".join(parts)


def _middle_out(words: str) -> str:
    """``words`` without the middle, where they are many."""
    found = words.split()
    return words if len(found) <= _MOST else " ".join([*found[: _MOST // 2], "…", *found[-_MOST // 2 :]])


def receipt_line(receipt: Receipt) -> str:
    """A receipt in one line: the words, who, and where."""
    document = receipt.document
    who = receipt.speaker or ("the writer's words" if receipt.statement is None else "speaker not known")
    day = f", {document.published_on.isoformat()}" if document.published_on else ""
    words = " ".join(receipt.text.split()).strip('“”"')
    place = f"{document.id} at {receipt.span.start}-{receipt.span.end}"
    return (
        f"“{_short(words)}” · {who} · {document.publisher or place}{day}"
        + (f" · {place}" if document.publisher else "")
        + "".join(f" [{mark}]" for mark in receipt.marks)
    )


def searched_line(searched: Searched) -> str:
    """What was searched, in one line."""
    count = f"searched {searched.documents} document{'' if searched.documents == 1 else 's'}"
    if searched.earliest is None or searched.latest is None:
        return f"{count}, undated"
    if searched.earliest == searched.latest:
        return f"{count}, {searched.earliest.isoformat()}"
    return f"{count}, {searched.earliest.isoformat()} to {searched.latest.isoformat()}"


def _short(words: str, most: int = 200) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _occasion(occasion: Occasion | None) -> dict[str, object]:
    if occasion is None:
        return {"addressee": None, "setting": None, "said_on": None}
    to, setting, on = occasion.addressee, occasion.setting, occasion.said_on
    document = occasion.document
    return {
        "addressee": {"name": to.name, "span": _span(document, to.span)} if to else None,
        "setting": {"medium": setting.medium, "public": setting.public, "span": _span(document, setting.span)}
        if setting else None,
        "said_on": _days(on.earliest, on.latest) | {"span": _span(document, on.span)}
        if on else None,
    }  # fmt: skip


def _occasion_lines(occasion: Occasion | None) -> Iterator[str]:
    if occasion is None:
        return
    text = occasion.document.text
    if occasion.addressee:
        yield f"  to: {occasion.addressee.name or occasion.addressee.span.of(text)}"
    if occasion.setting:
        yield f"  at: {occasion.setting.span.of(text)} ({occasion.setting.medium})"
    if occasion.said_on:
        on = occasion.said_on
        yield f"  on: {on.span.of(text)} ({_interval(on.earliest, on.latest)})"


def _interval(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return "not resolved"
    return (
        f"{_day(first) or 'open'}" if first == last else f"{_day(first) or 'open'} to {_day(last) or 'open'}"
    )


def _commitment(document: Document, one: Commitment) -> dict[str, object]:
    return {
        "document": document.id, "id": one.id, "statement": one.statement, "debtor": one.debtor,
        "creditor": one.creditor, "strength": one.strength, "act": _span(document, one.act),
    }  # fmt: skip


def _position(document: Document, one: Position) -> dict[str, object]:
    return {
        "document": document.id, "statement": one.statement, "holder": one.holder, "stance": one.stance,
        "target": one.target, "basis": one.basis, "evidence": _span(document, one.evidence),
    }  # fmt: skip


def _span(document: Document, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(document.text)}


def _days(earliest: date | None, latest: date | None) -> dict[str, object]:
    return {"earliest": _day(earliest), "latest": _day(latest)}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
