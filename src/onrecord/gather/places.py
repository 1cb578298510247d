"""Where inputs lie: regular files, folders walked in order, and a refusal of whatever else a path can be."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.gather import binary, markup
from onrecord.types import Failure

_TEXTS = frozenset(".txt .text .md .markdown .rst .htm .html .xhtml .json .jsonl .ndjson .rss .atom".split())

# Files of readable characters that are not prose, and files that are not characters at all.
_OTHERS = frozenset(
    ".py .pyc .js .ts .css .c .h .cpp .java .rs .go .rb .sh .bat .sql .r .ipynb .csv .tsv "
    ".yaml .yml .toml .ini .cfg .conf .log .lock .bib .tex .svg .png .jpg .jpeg .gif .webp .ico .pdf "
    ".doc .docx .odt .rtf .epub .zip .gz .bz2 .xz .zst .tar .7z .mp3 .mp4 .wav .webm .woff .woff2 .ttf "
    ".so .o .exe .db .sqlite .parquet .onnx".split()
)

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_USER = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@")
_PROBE = 4096
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def shown(path: str | Path) -> str:
    """``path`` as it was given, in characters that can be written anywhere.

    Bytes that are not UTF-8 and unprintable characters (a line break, a terminal's escape) are escaped.
    """
    name = os.fsencode(path).decode("utf-8", "backslashreplace") if _has_bytes(str(path)) else str(path)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def _has_bytes(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return any("\udc80" <= c <= "\udcff" for c in name) and not any(
            "\ud800" <= c < "\udc80" for c in name
        )
    return False


def is_address(path: str | Path) -> bool:
    """Whether ``path`` is written as an address ("https://...", "ftp://...") and not as a path."""
    return isinstance(path, str) and _ADDRESS.match(path) is not None


def without_password(address: str) -> str:
    """``address`` without a user's name and password, fit to be shown and kept."""
    return _USER.sub(r"\1", address)


def unfetched(address: str) -> Failure:
    """The Failure of an address where nobody asked for anything to be fetched."""
    remedy = "add --fetch to fetch it, or save the page to a file"
    return Failure(
        shown(without_password(address)), "fetch", "is an address, and nothing is fetched unasked", remedy
    )


def files(path: str | Path) -> Iterator[Path | Failure]:
    """The regular files that ``path`` stands for: itself, or the texts in the folder that it is.

    Folders are walked in sorted order; hidden files and folders, and folders that are symbolic links, are
    left out, and so are files that do not look like texts (see :func:`is_text`).
    """
    if str(path) == "":
        yield Failure("''", "open", "is not a path", "name a file, a folder, or - for standard input")
        return
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield _absent(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(Path(path))
    elif stat.S_ISREG(mode):
        yield Path(path)
    else:
        yield special(path, mode)


def _absent(path: str | Path, error: OSError | ValueError) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(shown(path), "open", "does not exist", "check the path")
    return unopened(path, error)


def unopened(path: str | Path, error: OSError | ValueError) -> Failure:
    """The Failure of a file that the system would not open or read."""
    if isinstance(error, PermissionError):
        return Failure(
            shown(path), "open", "may not be read (permission denied)", "ask its owner, or copy it"
        )
    if isinstance(error, OSError):
        reason = f"cannot be read ({error.strerror or type(error).__name__})"
        return Failure(shown(path), "open", reason, "check the path")
    return Failure(shown(path), "open", f"is not a path ({error})", "check the path")


def special(path: str | Path, mode: int) -> Failure:
    """The Failure of a pipe, socket or device, whose reading might never end."""
    kind = next((name for test, name in _KINDS if test(mode)), "not a regular file")
    return Failure(
        shown(path), "open", f"is {kind}, not a file", "save it to a file, or pipe it in and name -"
    )


def _in_folder(folder: Path) -> Iterator[Path | Failure]:
    found = skipped = 0
    for path in _walk(folder):
        if isinstance(path, Failure):
            yield path
        elif is_text(path):
            found += 1
            yield path
        else:
            skipped += 1
    if not found:
        reason = f"is a folder without texts (files of other kinds: {skipped})"
        yield Failure(shown(folder), "open", reason, "name a folder that holds .txt, .html or .jsonl files")


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """Every file below ``folder`` that is not hidden, sorted, and a Failure for each folder closed to us."""
    faults: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        yield from (unopened(fault.filename, fault) for fault in faults)
        faults.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name)
    yield from (unopened(fault.filename, fault) for fault in faults)


def is_text(path: Path) -> bool:
    """Whether a file in a folder looks like a text: by its suffix, or where that tells nothing by its head.

    Pipes, devices and broken links do not. Files named .csv, .py and the like hold characters, not prose;
    an .xml file counts where it is a feed, a .gz file by the name before that.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        suffix = _suffix(path)
        if suffix in _TEXTS or suffix in _OTHERS:
            return suffix in _TEXTS
        with path.open("rb") as handle:
            head = handle.read(_PROBE)
        return _begins_as_feed(head) if suffix == ".xml" else _begins_as_text(head)
    except OSError:
        return False


def _suffix(path: Path) -> str:
    """The suffix of a file's name; of "a.jsonl.gz", ".jsonl"."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() or suffix if suffix == ".gz" else suffix


def _begins_as_feed(head: bytes) -> bool:
    return markup.is_feed(head.decode("utf-16" if head[:2] in _UTF16 else "utf-8", "replace"))


def _begins_as_text(head: bytes) -> bool:
    if head.startswith(_UTF16):
        return True
    if not head.strip() or binary.signature(head) is not None or binary.control_share(head) > 0.02:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a character cut at the edge of what was looked at
    return True
