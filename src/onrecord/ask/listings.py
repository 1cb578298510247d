"""Questions whose answer is a list: commitments, positions, statements by somebody, on a topic or a day,
voices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.ask.answers import Answer, Receipt, Verdict, Voice
from onrecord.ask.claims import occasion_of, receipt_of
from onrecord.ask.forms import REFUSING, Question
from onrecord.ask.nearness import nearness, on_target
from onrecord.ask.speaking import content_of, is_denial, is_refusal, is_said_so, speaks_as, via, who
from onrecord.ask.view import Bound, Found, Stand, View
from onrecord.compare.names import same_name

_TOPIC = 0.5  # share of a topic's content words that a statement about it has
_MOST = 50  # receipts in a list
_MISSES = 5
_REFUSALS = frozenset({"refuses", "declines"})
_GROUPS = frozenset({"collective", "anonymous", "unknown"})
_UNDATED = (
    "the record has no statement that is known to have been made then; undated ones of that day are listed"
)
_CONTRARY = "the record has the contrary"
_NONE = "no record in what was searched, which is not to say that it was not said"


def commitments(question: Question, view: View) -> Answer:
    """What somebody bound themselves to; refusals are listed only where they are asked for."""
    every = view.commitments(question.speaker)
    refusing = question.verb in REFUSING
    found = [one for one in every if (one.commitment.strength in _REFUSALS) == refusing]
    bound = [Found(b.document, b.statement) for b in found]
    more = _other_refusals(question.speaker, bound, view) if refusing else []
    receipts = [*_bound(found), *map(receipt_of, more)]
    listed = _listed([*bound, *more], receipts, view, question.speaker)
    if more:
        return listed
    if every and not found:
        return replace(listed, nearest=tuple(_bound(every)[:_MISSES]))
    return replace(listed, commitments=tuple((b.document, b.commitment) for b in found))


def _other_refusals(speaker: str | None, known: Sequence[Found], view: View) -> list[Found]:
    """What somebody refused that binds to nothing, as to comment."""
    ids = {(f.document.id, f.statement.id) for f in known}
    told = view.by_speaker(speaker) if speaker else ()
    return [f for f in told if is_refusal(f) and (f.document.id, f.statement.id) not in ids]


def _bound(found: Sequence[Bound]) -> list[Receipt]:
    return [Receipt(b.document, b.statement.id, b.commitment.act, b.commitment.debtor) for b in found]


def positions(question: Question, view: View) -> Answer:
    """Who stands where on something, those of the stance asked for."""
    near = view.positions(question.topic, holder=question.speaker)
    on = [stand for stand in near if on_target(question.topic, stand) > 0]
    kept = [s for s in on if question.stance in {None, s.position.stance} or s.position.stance == "mixed"]
    if not kept and on:
        return _opposite(on, view, question)
    receipts = [Receipt(s.document, s.statement.id, s.position.evidence, s.position.holder) for s in kept]
    listed = _listed([Found(s.document, s.statement) for s in kept], receipts, view, question.speaker)
    if not kept:
        return replace(listed, nearest=_about(question.topic, view))
    return replace(listed, positions=tuple((s.document, s.position) for s in kept))


def in_what_way(question: Question, view: View) -> Answer:
    """What somebody denied, or said in another way that the question names, all of it or on a topic."""
    denied = question.verb == "deny"
    told = (f for f in view.by_speaker(question.speaker) if _by_account(f, question, view))
    own = [f for f in told if (is_denial(f) if denied else is_said_so(f, question.verb))]
    found = own if question.topic is None else [f for f in own if _on(question.topic, f)]
    return _listed(found, [receipt_of(f) for f in found], view, question.speaker)


def _said_by(name: str, view: View) -> Answer:
    """What somebody said, where a name alone was asked."""
    given = by_speaker(Question(name, "by-speaker", name), view)
    return replace(given, note=f"{given.note}, by {name}; what others said: what was said about {name}")


def _on(topic: str, found: Found) -> bool:
    return nearness(topic, content_of(found.document, found.statement)).share >= _TOPIC


def said_about(question: Question, view: View) -> Answer:
    """What somebody, or anybody, said about something."""
    if question.to is not None:
        return _told_to(question, view)
    if question.topic is None:
        return by_speaker(question, view)
    if question.speaker is None and question.topic.istitle() and view.by_speaker(question.topic, limit=1):
        return _said_by(question.topic, view)
    near = view.near(question.topic, speaker=question.speaker, limit=_MOST)
    found = [f for f in near if _by_account(f, question, view) and _on(question.topic, f)]
    listed = _listed(found, [receipt_of(f) for f in found], view, question.speaker)
    return listed if found else replace(listed, nearest=_near(question.topic, near))


def _told_to(question: Question, view: View) -> Answer:
    """What somebody said to the one named; what they said to anybody else is no more than near."""
    told = view.by_speaker(question.speaker)
    on = [f for f in told if question.topic is None or _on(question.topic, f)]
    found = [f for f in on if f.statement.addressee and same_name(question.to, f.statement.addressee.name)]
    listed = _listed(found, [receipt_of(f) for f in found], view, question.speaker)
    return listed if found else replace(listed, nearest=tuple(map(receipt_of, on))[:_MISSES])


def on_date(question: Question, view: View) -> Answer:
    """What was said on a day; statements whose day is not known are no more than near misses."""
    assert question.day is not None  # noqa: S101 - a question of this form has one
    found = [
        f for f in view.said_between(question.day, question.day)
        if question.speaker is None or speaks_as(f, question.speaker)
    ]  # fmt: skip
    listed = _listed(found, [receipt_of(f) for f in found], view, question.speaker)
    if found:
        return listed
    about = view.published_between(question.day, question.day + timedelta(days=1), limit=_MOST)
    undated = [f for f in about if f.statement.said_on is None]
    return replace(listed, nearest=tuple(receipt_of(f) for f in undated[:_MISSES]), note=_UNDATED)


def by_speaker(question: Question, view: View) -> Answer:
    """The statements of somebody, or of everybody by name; those inside others' statements are left out."""
    nested = question.via is not None
    found = [
        f for f in _everybody(question, view)
        if (nested or f.statement.parent is None) and _by_account(f, question, view)
    ]  # fmt: skip
    listed = _listed(found, [receipt_of(f) for f in found[:_MOST]], view, question.speaker)
    return replace(listed, voices=_voices(found))


def quoted_people(question: Question, view: View) -> Answer:
    """Who is quoted word for word; groups and unnamed sources are listed after the people."""
    found = [f for f in _everybody(question, view) if f.statement.verbatim or _is_group(f)]
    quoted = [f for f in found if f.statement.verbatim and not _is_group(f)]
    listed = _listed(quoted, [receipt_of(f) for f in quoted[:_MOST]], view, None)
    return replace(listed, voices=(*_voices(quoted), *_voices([f for f in found if _is_group(f)])))


def _by_account(found: Found, question: Question, view: View) -> bool:
    """Whether it is told by whom the question wants it from."""
    return question.via is None or same_name(question.via, via(found, view))


def _everybody(question: Question, view: View) -> Sequence[Found]:
    return view.by_speaker(question.speaker)


def _is_group(found: Found) -> bool:
    speaker = found.statement.speaker
    return speaker is None or speaker.kind in _GROUPS


def _voices(found: Iterable[Found]) -> tuple[Voice, ...]:
    """The speakers of ``found`` in order, each with the statements that are theirs."""
    kinds: dict[str, str] = {}
    statements: dict[str, list[str]] = {}
    for one in found:
        name = who(one.document, one.statement)
        if name is None:
            continue
        speaker = one.statement.speaker
        kinds.setdefault(name, speaker.kind if speaker else "unknown")
        statements.setdefault(name, []).append(one.statement.id)
    return tuple(Voice(name, kinds[name], tuple(ids)) for name, ids in statements.items())


def _about(topic: str | None, view: View) -> tuple[Receipt, ...]:
    return _near(topic, view.near(topic, limit=_MOST)) if topic else ()


def _near(topic: str, found: Sequence[Found]) -> tuple[Receipt, ...]:
    """Those that have half of the topic's content words, or its only telling one."""
    beside = ((nearness(topic, content_of(f.document, f.statement)), f) for f in found)
    return tuple(receipt_of(f) for near, f in beside if near.is_near)[:_MISSES]


def _listed(found: Sequence[Found], receipts: Sequence[Receipt], view: View, speaker: str | None) -> Answer:
    """A list as an answer: its verdict tells whether what is listed is quoted, reported, or told by
    others.
    """
    if not found:
        known = view.by_speaker(speaker, limit=1) if speaker else ()
        return Answer("no-record", view.searched(), note=_none(speaker, known))
    told = [via(one, view) for one in found]
    names = {who(one.document, one.statement) for one in found}
    return Answer(
        _verdict(found, told), view.searched(), names.pop() if len(names) == 1 else None,
        told[0] if all(told) and len(set(told)) == 1 else None, receipts=tuple(receipts[:_MOST]),
        note=f"{len(found)} in the record", occasion=occasion_of(found, view) if len(found) == 1 else None,
    )  # fmt: skip


def _verdict(found: Sequence[Found], told: Sequence[str | None]) -> Verdict:
    if all(told):
        return "second-hand"
    quoted = [one.statement.form == "direct" for one in found]
    if all(quoted):
        return "verbatim"
    return "verbatim-in-part" if any(one.statement.verbatim for one in found) else "paraphrase"


def _none(speaker: str | None, known: Sequence[Found]) -> str:
    if speaker and not known:
        return f"nobody called {speaker} speaks in what was searched"
    return _NONE


def _opposite(on: Sequence[Stand], view: View, question: Question) -> Answer:
    """Positions on the target, none of the stance that was asked for."""
    nearest = tuple(Receipt(s.document, s.statement.id, s.position.evidence, s.position.holder) for s in on)
    if question.speaker is None:
        return Answer("no-record", view.searched(), nearest=nearest[:_MISSES], note=_NONE)
    return Answer(
        "contradicted", view.searched(), question.speaker, receipts=nearest, note=_CONTRARY,
        positions=tuple((s.document, s.position) for s in on),
    )  # fmt: skip
