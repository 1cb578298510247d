"""JSON Lines: one object a line with its text and what is known of it; a lone object or array too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from onrecord.gather import languages
from onrecord.gather.stated import Stated, lone_surrogate, web_address
from onrecord.types import Failure

TEXT_FIELDS = ("text", "content", "body", "article")
DATE_FIELDS = ("published_on", "date")

_OPENS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*\{)")
_DAY = re.compile(r"\s*\d{4}-\d\d-\d\d(?:[T ].{0,40})?\s*", re.ASCII)
_FEED = re.compile(rb"\"version\"\s*:\s*\"https?://jsonfeed\.org/version/")
_LOOKED_AT = 20
_ENCODINGS = "give --encoding a name such as utf-8, windows-1252 or utf-16"
_MEND = "mend or drop the line"
_FIELDS = 'each line needs a "text" (or "content", "body" or "article") field that is not blank'


def look_like(head: bytes, *, complete: bool) -> bool:
    """Whether the beginning of a file is JSON Lines: an object a line, a few bad lines allowed.

    Args:
        head: the first bytes of the file.
        complete: whether ``head`` is the whole file; otherwise its last line counts as cut off.
    """
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 4 * _LOOKED_AT)
    if not complete or len(lines) > 4 * _LOOKED_AT:
        lines = lines[:-1]
    shown = [line for line in map(bytes.strip, lines) if line][:_LOOKED_AT]
    objects = [line for line in shown if line.startswith(b"{") and line.endswith(b"}")]
    return 2 * len(objects) >= len(shown) and any(_is_object(line) for line in objects)


def _is_object(line: bytes) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and bool(value)


def is_feed(head: bytes) -> bool:
    """Whether the beginning of a file is a JSON Feed's, which may be one line and yet is no JSON Lines."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and bool(_FEED.search(head))


def is_feed_object(value: object) -> bool:
    """Whether a JSON value is a JSON Feed (version 1 or 1.1)."""
    return (
        isinstance(value, dict)
        and isinstance(version := value.get("version"), str)
        and version.startswith(("https://jsonfeed.org/version/", "http://jsonfeed.org/version/"))
        and isinstance(value.get("items"), list)
    )


def objects_in(text: str) -> list[object] | None:
    """The objects of a file that is one JSON object or an array of them, or None where it is neither."""
    if not _OPENS.match(text):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        return [value]
    return list(value) if all(isinstance(item, dict) for item in value) else None


def read_lines(lines: Iterable[bytes], origin: str, encoding: str) -> Iterator[tuple[str, Stated | Failure]]:
    """Each non-blank line's place ("file:line", counted from 1) and what it holds."""
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if content:
            place = f"{origin}:{number}"
            yield place, _read_line(content, place, encoding)


def _read_line(line: bytes, place: str, encoding: str) -> Stated | Failure:
    try:
        value = json.loads(line.decode(encoding))
    except LookupError:
        return Failure(place, "decode", f"there is no text encoding named {encoding!r}", _ENCODINGS)
    except UnicodeDecodeError as error:
        reason = f"is not {encoding}: byte 0x{line[error.start]:02x} at offset {error.start} of the line"
        return Failure(place, "decode", reason, "name its encoding with --encoding, or save it as UTF-8")
    except json.JSONDecodeError as error:
        return Failure(place, "parse", f"is not JSON: {error.msg} at column {error.colno}", _MEND)
    except (ValueError, RecursionError) as error:
        return Failure(place, "parse", f"cannot be read as JSON ({type(error).__name__})", _MEND)
    return stated_in(value, place)


def stated_in(value: object, place: str) -> Stated | Failure:
    """What one JSON value states: its text, and the optional fields that make sense.

    Fields of another type than expected are left out, a date that is none with a warning.
    """
    if not isinstance(value, dict):
        return Failure(place, "parse", f"is a JSON {_kind(value)}, not an object", _FIELDS)
    texts = (value.get(name) for name in TEXT_FIELDS)
    text = next((text for text in texts if isinstance(text, str) and text.strip()), None)
    if text is None:
        return Failure(place, "parse", "has no text", _FIELDS)
    broken = lone_surrogate(text)
    if broken is not None:
        reason = f"its text has half a surrogate pair at character {broken}"
        return Failure(place, "parse", reason, "write characters beyond U+FFFF as pairs or as UTF-8")
    published_on, warnings = _published_on(value)
    return Stated(
        text=text,
        id=_name(value.get("id")),
        title=_line(value.get("title")),
        url=web_address(value.get("url")),
        publisher=_line(value.get("publisher")) or _line(value.get("outlet")),
        language=languages.code_of(value.get("language")),
        published_on=published_on,
        warnings=warnings,
    )


def _kind(value: object) -> str:
    names = {list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _name(value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _line(value)


def _line(value: object) -> str | None:
    """``value`` as one line of text without surrounding space, or None where it is not that."""
    if not isinstance(value, str) or lone_surrogate(value) is not None:
        return None
    return " ".join(value.split()) or None


def _published_on(value: Mapping[str, object]) -> tuple[date | None, tuple[str, ...]]:
    for name in DATE_FIELDS:
        given = value.get(name)
        if given is None or given == "":
            continue
        day = day_of(given)
        if day is not None:
            return day, ()
        return None, (f"{name} {str(given)[:40]!r} is not a date written YYYY-MM-DD: left out",)
    return None, ()


def day_of(value: object) -> date | None:
    """The day in a date or time written as ISO 8601 ("2024-03-18", "2024-03-18T22:30:00Z"), or None."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
