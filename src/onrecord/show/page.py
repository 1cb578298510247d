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
from onrecord.show.marks import Mark, escaped, marked, marks_of
from onrecord.show.order import Placed, facts, placed
from onrecord.show.style import SCRIPT, STYLE
from onrecord.types import Record, Span

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
<span class="content d0">content</span> <span class="verbatim">words in quotation marks</span></p>
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
    source = _texts(text, statement.source) or '<span class="absent">(no source)</span>'
    yield f'<li id="s{name}" data-of="{name}">\n<p class="head"><span><a href="#t{name}">'
    yield f'<span class="number">{place.number}</span> <span class="who">{source}</span></a> '
    if statement.cue:
        yield f'<span class="by">{_texts(text, statement.cue)}</span>'
    yield f'</span> <span class="form {statement.form}">{statement.form}</span></p>\n'
    yield f'<p class="said" dir="auto">{_content(text, place)}</p>\n'


def _texts(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(escaped(one_line(span.of(text))) for span in spans)


def _content(text: str, place: Placed) -> str:
    own = [Mark(span, (0, 0), "verbatim") for span in place.statement.verbatim]
    return " … ".join("".join(marked(text, own, span)) for span in place.statement.content)
