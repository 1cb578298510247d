"""RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0) with lxml: no entity is resolved and nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from onrecord.gather import markup
from onrecord.gather.feeds.elements import Element, entry_of, names_of, own
from onrecord.gather.feeds.entries import stated_all
from onrecord.gather.stated import Stated
from onrecord.types import Failure

LONGEST = 100_000_000
"""Characters beyond which a feed is not parsed."""
MOST_ATTRIBUTES = 500

_AGAIN = "save the feed again"
_REFERENCE = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{1,30});|#(?:[xX]([0-9a-fA-F]{1,20})|([0-9]{1,20}));?)")
_MARKUP = frozenset("&<>\"'")
# Characters that XML does not allow at all; one of them would end the feed there.
_CONTROLS = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])


def read_feed(
    text: str, origin: str, url: str | None, warnings: tuple[str, ...] = ()
) -> Iterator[tuple[str, Stated | Failure]]:
    """Each entry's place ("feed:number") and what it states; then what could not be read, if anything.

    Args:
        text: the whole feed, decoded; what it declares of its encoding plays no part any more.
        origin: name of the file.
        url: where it was fetched from, or None: relative links start from it.
        warnings: what is to be said of each entry.
    """
    excess = _excess(text)
    if excess is not None:
        yield (
            origin,
            Failure(origin, "parse", f"is a feed that {excess}", "give its articles in another form"),
        )
        return
    root, fault = _parsed(text)
    found = [] if root is None else _entries(root)
    if not found and fault is None:
        yield origin, Failure(origin, "parse", "is a feed without entries", "save it when it has some")
    if root is not None:
        about = names_of(root, url)
        yield from stated_all((entry_of(element, about) for element in found), origin, warnings)
    if fault is not None:
        reason = f"is a feed of XML that is broken from line {fault} on: entries may be missing or cut"
        yield origin, Failure(origin, "parse", reason, _AGAIN)


def _excess(text: str) -> str | None:
    if len(text) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    if markup.most_attributes(text) > MOST_ATTRIBUTES:
        return f"has a tag with more than {MOST_ATTRIBUTES} attributes"
    return None


def _parsed(text: str) -> tuple[Element | None, int | None]:
    """The root, and the line of the first fault where the XML had to be mended.

    Many a feed uses the names of HTML's characters (``&nbsp;``), which are no fault worth telling.
    """
    root, fault = _attempt(text, mend=False)
    if fault is None:
        return root, None
    plainer = _REFERENCE.sub(_character, text.translate(_CONTROLS))
    root, fault = _attempt(plainer, mend=False)
    return (root, None) if fault is None else (_attempt(plainer, mend=True)[0], fault)


def _character(found: re.Match[str]) -> str:
    """What a reference stands for: HTML's characters as themselves, and a space where XML allows none.

    In its mending mode the parser lets half a surrogate pair through, of which no str can be made.
    """
    name, hexadecimal, decimal = found.groups()
    if name:
        sign = html5.get(f"{name};")
        return found[0] if sign is None or sign in _MARKUP else sign
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_none = code in _CONTROLS or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return " " if is_none else found[0]


def _attempt(text: str, *, mend: bool) -> tuple[Element | None, int | None]:
    from lxml import etree  # noqa: PLC0415 - for feeds only

    parser = etree.XMLParser(
        encoding="utf-8", recover=mend, resolve_entities=False, load_dtd=False, no_network=True,
        huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        return None, error.lineno or 1
    return root, None


def _entries(root: Element) -> list[Element]:
    """The entries that stand in no other entry."""
    return [element for element in root.iter("{*}item", "{*}entry") if own(element)]
