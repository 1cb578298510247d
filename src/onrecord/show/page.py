"""The record as one page for a browser: the article with its statements marked, and beside it their list.

The page stands alone: style and script are inside it, and its content security policy (by their digests)
forbids everything else, so that nothing in an untrusted text can load or run anything.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import TextIO

from onrecord.show.characters import one_line
from onrecord.show.details import act, details, entries
from onrecord.show.marks import Mark, escaped, marked, marks_of
from onrecord.show.order import Placed, facts, placed
from onrecord.show.style import SCRIPT, STYLE
from onrecord.types import Record, Span, Statement

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="onrecord">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header class="key">
<p>Who said what: <span class="source">source</span> <span class="cue">cue</span>
<span class="content d0">content</span> <span class="content d1">content within a content</span>
<span class="verbatim">words in quotation marks</span></p>
<p><span class="form direct">direct</span> all in quotation marks
<span class="form mixed">mixed</span> some of it <span class="form">indirect</span> none;
under each statement: its act, to whom, on what occasion and when it was made, as far as the text tells</p>
<div class="filters" role="group" aria-label="Show only" hidden>
<label>Speaker <select data-by="speaker"><option value="">all</option></select></label>
<label>Act <select data-by="act"><option value="">all</option></select></label>
<label>Form <select data-by="form"><option value="">all</option></select></label>
<output aria-live="polite"></output>
</div>
</header>
<main>
"""
_FOOT = """</main>
<script>{script}</script>
</body>
</html>
"""


def write_page(records: Iterable[Record], stream: TextIO) -> None:
    """Write one page with a section for each record, as the records come."""
    coming = iter(records)
    first = next(coming, None)
    if first is None:
        return
    title = _title(first)
    stream.write(_HEAD.format(policy=_policy(), title=escaped(f"{title} · who said what"), style=STYLE))
    for number, record in enumerate(chain([first], coming), 1):
        stream.writelines(_section(record, number))
        stream.flush()
    stream.write(_FOOT.format(script=SCRIPT))


def _policy() -> str:
    style, script = (b64encode(sha256(part.encode()).digest()).decode() for part in (STYLE, SCRIPT))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _title(record: Record) -> str:
    return one_line(record.document.title or record.document.id)


def _section(record: Record, number: int) -> Iterator[str]:
    document, places = record.document, list(placed(record.statements))
    language = f' lang="{escaped(document.language)}"' if document.language else ""
    yield f'<section class="document" aria-labelledby="h{number}">\n'
    yield f'<div class="heading"><h1 id="h{number}" dir="auto">{escaped(_title(record))}</h1>\n'
    yield f"<p>{escaped(' · '.join(one_line(fact) for fact in facts(record)))}"
    yield f"{_address(document.url)}</p></div>\n"
    yield f'<article{language} aria-label="Text">'
    yield from marked(document.text, (mark for place in places for mark in marks_of(place, number)))
    yield "</article>\n"
    yield '<nav aria-label="Statements" tabindex="0">\n'
    yield f"<h2>{'Statements' if places else 'No statements'}</h2>\n"
    yield from _list(record, places, number)
    yield from _beside(record, places, number)
    yield "</nav>\n</section>\n"


def _address(url: str | None) -> str:
    """A link to where the text was published; anything but a web address would be a way to run a script."""
    if url is None or not url.lower().startswith(("https://", "http://")):
        return ""
    return f' · <a href="{escaped(url)}" rel="noopener noreferrer">{escaped(one_line(url))}</a>'


def _list(record: Record, places: list[Placed], number: int) -> Iterator[str]:
    """The statements as nested lists: what stands in a content stands in the list under it."""
    depth = -1
    for place in places:
        below = len(place.branch)
        yield "<ol>\n" if below > depth else "</li>\n" + "</ol>\n</li>\n" * (depth - below)
        yield from _item(record, place, f"{number}-{place.number}")
        depth = below
    yield "</li>\n</ol>\n" * (depth + 1)


def _item(record: Record, place: Placed, name: str) -> Iterator[str]:
    text, statement = record.document.text, place.statement
    source = _who(text, statement)
    yield f'<li id="s{name}" data-of="{name}"{_kinds(text, statement)}>\n<p class="head"><span>'
    yield f'<a href="#t{name}">'
    yield f'<span class="number">{place.number}</span> <span class="who">{source}</span></a> '
    if statement.cue:
        yield f'<span class="by">{_texts(text, statement.cue)}</span>'
    yield f'</span> <span class="form {statement.form}">{statement.form}</span></p>\n'
    yield f'<p class="said" dir="auto">{_content(text, place)}</p>\n'
    known = " · ".join(escaped(part) for part in details(text, statement))
    if known:
        yield f'<p class="known" dir="auto">{known}</p>\n'


def _kinds(text: str, statement: Statement) -> str:
    """What the page's filters go by."""
    speaker = statement.speaker.name if statement.speaker else _plain(text, statement.source)
    kinds = {"speaker": one_line(speaker), "act": act(statement).partition(":")[0], "form": statement.form}
    return "".join(f' data-{kind}="{escaped(value)}"' for kind, value in kinds.items() if value)


def _plain(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _beside(record: Record, places: list[Placed], number: int) -> Iterator[str]:
    """The commitments and positions, each with a link to the statement that shows it."""
    numbers = {place.statement.id: place.number for place in places}
    for layer, ids in (
        ("commitments", [one.statement for one in record.commitments]),
        ("positions", [one.statement for one in record.positions]),
    ):
        if not ids:
            continue
        yield f"<h2>{layer.capitalize()}</h2>\n<ul>\n"
        for id_, (who, what, known) in zip(ids, entries(record, layer), strict=True):
            yield f'<li><p dir="auto"><span class="who">{escaped(one_line(who))}</span> {escaped(what)}'
            yield f' <a href="#s{number}-{numbers.get(id_, 0)}">statement {numbers.get(id_, 0)}</a></p>\n'
            yield f'<p class="known" dir="auto">{escaped(known)}</p></li>\n' if known else "</li>\n"
        yield "</ul>\n"


def _who(text: str, statement: Statement) -> str:
    """The speaker's name with the source as written beside it, or the source by itself."""
    written, speaker = _texts(text, statement.source), statement.speaker
    name = escaped(one_line(speaker.name)) if speaker else ""
    if not name or name == written:
        return written or '<span class="absent">(no source)</span>'
    return f'{name} <span class="absent">({written})</span>' if written else name


def _texts(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(escaped(one_line(span.of(text))) for span in spans)


def _content(text: str, place: Placed) -> str:
    own = [Mark(span, (0, 0), "verbatim") for span in place.statement.verbatim]
    return " … ".join("".join(marked(text, own, span)) for span in place.statement.content)
