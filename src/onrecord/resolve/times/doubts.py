"""What looks like a time and is none."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.resolve.times.lexicon import ORDINALS, REPEATS, WEEKDAYS
from onrecord.resolve.times.meanings import (
    Calendar,
    Daytime,
    Length,
    Match,
    Meaning,
    Reference,
    Repeat,
    Shift,
    Then,
    Weekday,
)
from onrecord.resolve.times.words import Words

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_MONEY = frozenset("$ £ € ¥ # no number page room route flight section article".split())
_COUNTED = frozenset(
    "people men women children workers employees miles feet points dollars pounds euros percent votes troops "
    "soldiers shares jobs meters metres kilometers tons barrels members delegates students homes % km".split()
)
_PREPOSITIONS = frozenset(
    "in since of by until till from to before after during late early mid fiscal year and or through between "
    "for around about circa than back".split()
)
_BEFORE_THEN = frozenset("since by until till from before even back".split())
_NAMING_DAYS = frozenset(
    "super black bloody cyber ash palm good easter giving fat holy maundy shrove ruby news casual".split()
)


def is_doubtful(words: Words, position: int, match: Match) -> bool:
    """Whether the words only look like a time: a modal "may", a number, an age, a figure of speech."""
    end = match.end
    if _is_cut_out(words, position, end):
        return True
    doubt = _DOUBTS.get(type(match.meaning))
    return doubt is not None and doubt(words, position, end)


def _is_cut_out(words: Words, position: int, end: int) -> bool:
    """Whether the words are part of a longer one, as in an address of the web."""
    before = words.glued(position) and (words.at(position - 1).isalnum() or words.at(position - 1) == "_")
    return before or (words.glued(end) and words.at(end).isalnum())


def _is_no_date(words: Words, position: int, end: int) -> bool:
    alone = end == position + 1
    return alone and (_is_number(words, position) or _is_no_month(words, position))


def _is_number(words: Words, position: int) -> bool:
    """Whether a bare figure that could be a year counts something."""
    if not _YEAR.fullmatch(words.at(position)):
        return False
    before, after = words.at(position - 1), words.at(position + 1)
    if before in _MONEY or after in _COUNTED:
        return True
    if before in {"-", "/", ".", ",", "+"} and words.glued(position):
        return before not in {"-", "/"}
    year = int(words.at(position))
    if not 1500 <= year <= 2099:
        return True
    if before in _PREPOSITIONS or before in {"(", ","}:
        return False
    plural = after.endswith("s") and len(after) > 3 and after.isalpha() and not words.capital(position + 1)
    return plural and before not in {"the", "its", "his", "their", "'", "s", "’"}


def _is_no_month(words: Words, position: int) -> bool:
    """Whether a bare "May", "March", "April" or an abbreviation is a verb or a name."""
    word, before, after = words.at(position), words.at(position - 1), words.at(position + 1)
    if word in {"jan", "mar", "apr", "jun", "dec", "sep", "oct", "nov", "aug", "feb", "jul", "sept"}:
        return True
    if word not in {"may", "march", "april", "june", "august"}:
        return False
    if before in _PREPOSITIONS or before in {"this", "last", "next", "every", "each", "until"}:
        return (
            word in {"may", "march"}
            and before in {"for", "to", "and", "or", "after", "than", "from"}
            and (words.capital(position + 1))
        )
    if word in {"may", "march"}:  # "the May meeting"; "the March" may as well be a march
        return word == "march" or before not in {"the", "a", "its"} or words.capital(position + 1)
    named = words.capital(position + 1) and after.isalpha()
    return named or (words.capital(position - 1) and before.isalpha())


def _is_age(words: Words, position: int, end: int) -> bool:
    """``65 years old``, ``aged two years``, ``a 30-year-old``, ``5 years of age``."""
    after = words.at(end)
    if after == "old" or words.run(end, ("-", "old")) or words.run(end, ("of", "age")):
        return True
    return words.at(position - 1) in {"aged", "age"}


def _is_named_day(words: Words, position: int, end: int) -> bool:
    """``Super Tuesday``, ``Saturday Night Live``; ``the first Monday`` of every month."""
    if words.at(position) not in WEEKDAYS:
        return False
    programme = end > position + 1 and words.at(end - 1) == "night" and words.capital(end - 1)
    if programme or words.at(position - 1) in ORDINALS:
        return True
    return words.capital(position - 1) and words.at(position - 1) in _NAMING_DAYS


def _is_no_then(words: Words, position: int, end: int) -> bool:
    """``then`` is a time after "since", "by" and so on; elsewhere it mostly orders what is told."""
    return end == position + 1 and words.at(position - 1) not in _BEFORE_THEN


def _is_filler(words: Words, position: int, end: int) -> bool:
    """Whether "soon" is no time: "as soon as" compares, "soon after" counts from something."""
    word, before, after = words.at(position), words.at(position - 1), words.at(end)
    return word == "soon" and (
        before in {"as", "too", "was", "were", "how", "so"} or after in {"as", "after"}
    )


def _is_name(words: Words, position: int, end: int) -> bool:
    """``Daily News``, ``USA Today``, ``the Weekly Standard``, ``This Week``: names with a time in them."""
    word = words.at(position)
    if word == "this" and end == position + 2 and words.at(position + 1) == "week":
        return words.capital(position) and words.capital(position + 1)
    if end != position + 1 or not words.capital(position):
        return False
    before = words.at(position - 1) if words.joined(position) and words.capital(position - 1) else ""
    if word == "today":
        return before in {"usa", "russia", "india", "psychology", "politics"}
    return word in REPEATS and (words.capital(position + 1) or before.isalpha())


_DOUBTS: dict[type[Meaning], Callable[[Words, int, int], bool]] = {
    Calendar: _is_no_date,
    Weekday: _is_named_day,
    Daytime: _is_named_day,
    Length: _is_age,
    Then: _is_no_then,
    Reference: _is_filler,
    Shift: _is_name,
    Repeat: _is_name,
}
