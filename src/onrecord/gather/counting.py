"""How many documents a file will give, by its head and its line ends alone: for a progress bar."""

from __future__ import annotations

import os
import re
from pathlib import Path

from onrecord.gather import jsonlines, markup, unpacking
from onrecord.gather.contents import HEAD

_MOST_COUNTED = 1 << 26
_ENTRY = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?(?:item|entry)[\s>]")


def count(path: Path) -> int | None:
    """Documents and failures that a file will give.

    None, for unknown, of packed files, JSON Feeds, and files of many documents over 64 MiB.
    """
    try:
        with path.open("rb") as handle:
            head = handle.read(HEAD)
            is_xml = markup.is_feed(head.decode("utf-8", "replace"))
            if unpacking.is_packed(head) or jsonlines.is_feed(head):
                return None
            if not is_xml and not jsonlines.look_like(head, complete=len(head) < HEAD):
                return 1
            if os.fstat(handle.fileno()).st_size > _MOST_COUNTED:
                return None
            handle.seek(0)
            if is_xml:
                return len(_ENTRY.findall(handle.read()))
            return sum(1 for line in handle if line.strip())
    except OSError:
        return 1
