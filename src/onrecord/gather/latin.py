"""Which single-byte encoding a text in Latin letters is in, by the letters of languages and their places.

Statistics of whole languages need more text than a headline or a quotation has; a few letters are enough
here, since reading in a wrong encoding puts capitals and signs into the middle of words.
"""

from __future__ import annotations

import re

_ALPHABETS = {
    "western": (
        "àâçéèêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúü",  # Spanish
        "ãáàâçéêíóôõú",  # Portuguese
        "àèéìíòóùî",  # Italian
        "ëïéèöüáóíê",  # Dutch
        "åäöéüš",  # Swedish, Finnish
        "æøåéô",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "àçèéíïòóúü·",  # Catalan
        "éèïëöüñçáíóâêôœ",  # English, of names and borrowed words
    ),
    "central": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "čćđšž",  # Croatian, Slovene
        "ăâîşţ",  # Romanian
    ),
    "turkish": ("çğıöşüâîû",),
    "baltic": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
}
_ENCODINGS = (
    ("cp1252", "western"), ("cp1250", "central"), ("cp1257", "baltic"), ("cp1254", "turkish"),
    ("iso8859_2", "central"), ("mac_roman", "western"),
)  # fmt: skip
"""Encodings in the order in which they are taken where they fit equally well."""

_WORDS = frozenset("àáâèéêöåæøıÀÁÂÈÉÊÖÅÆØ")
"""Letters that are words."""
_ANYWHERE = frozenset("’–—…\xa0")
_AT_EDGES = frozenset("“”„‚‘«»‹›¿¡•°£€§©®™")
"""Signs that stand before or after a word, and in none."""
_HIGH = re.compile(r"[^\x00-\x7f]")
_LOOKED_AT = 3000
_SURE = 0.8
_MOST = 0.6


def guess(sample: bytes) -> str | None:
    """Python's name of the encoding that a text in Latin letters is likeliest in.

    Args:
        sample: some of the text, with bytes over 0x7F.

    Returns:
        The encoding in which four in five of those bytes stand for a letter of one language or for a sign, in
        a place where it may stand; None where none comes so far, or the text is hardly in Latin letters.
    """
    high = sum(byte > 0x7F for byte in sample)
    letters = sum(byte < 0x80 and chr(byte).isalpha() for byte in sample)
    if high > _MOST * (high + letters):
        return None
    shares = [(_share(sample, encoding, kind), encoding) for encoding, kind in _ENCODINGS]
    best = max(share for share, _ in shares)
    return next(encoding for share, encoding in shares if share == best) if best >= _SURE else None


def _share(sample: bytes, encoding: str, kind: str) -> float:
    """Share of the characters beyond ASCII that fit one of the languages, as likely as any (0..1)."""
    text = f" {sample.decode(encoding, 'replace')} "
    places = [found.start() for found in _HIGH.finditer(text)][:_LOOKED_AT]
    well_set = [_letter(text[at]) for at in places if _may_stand(text, at)]
    signs = well_set.count("")
    covered = max(sum(letter in alphabet for letter in well_set if letter) for alphabet in _ALPHABETS[kind])
    return (signs + covered) / len(places) if places else 0.0


def _letter(sign: str) -> str:
    return sign.lower() if sign.isalpha() and sign not in "ªº" else ""


def _may_stand(text: str, at: int) -> bool:
    """Whether the character at ``at`` may stand where it stands, in whatever language."""
    sign, before, after = text[at], text[at - 1], text[at + 1]
    if sign in "ªº":
        return not after.isalpha()
    if sign.isalpha():
        if not before.isalpha() and not after.isalpha():
            return sign in _WORDS
        return not (sign.isupper() and before.islower()) and not (sign.islower() and after.isupper())
    if sign in _AT_EDGES:
        return not (before.isalpha() and after.isalpha())
    return sign in _ANYWHERE or (sign == "·" and before == after == "l")
