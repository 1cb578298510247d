"""Which language a text is in: a cheap look for English first, py3langid for the rest."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 3000
"""Characters of a text that are looked at."""

TOO_SHORT = 200
"""Texts with fewer characters than this are not judged."""

# Words that make up 6 to 35 per cent (median 20) of English news and are rare in other languages. Words that
# others share ("of" and "was" in Dutch, "a" and "to" in Polish, "in", "on") are left out.
_ENGLISH = frozenset(
    "the and that with from has his their they this which would said were been by its it who what she but "
    "more than after about there out when we our you your have not into how because while could".split()
)
_ENGLISH_SHARE = 0.08
_SURE = 0.6

_WORD = re.compile(r"[^\W\d_]+")

_NAMES = dict(
    entry.split("=")
    for entry in (
        "af=Afrikaans ar=Arabic az=Azerbaijani be=Belarusian bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan "
        "cs=Czech cy=Welsh da=Danish de=German el=Greek eo=Esperanto es=Spanish et=Estonian eu=Basque "
        "fa=Persian fi=Finnish fr=French ga=Irish gl=Galician gu=Gujarati ha=Hausa he=Hebrew hi=Hindi "
        "hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic it=Italian ja=Japanese ka=Georgian "
        "kk=Kazakh km=Khmer kn=Kannada ko=Korean ku=Kurdish la=Latin lb=Luxembourgish lo=Lao lt=Lithuanian "
        "lv=Latvian mk=Macedonian ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese my=Burmese "
        "ne=Nepali nl=Dutch nn=Norwegian no=Norwegian pa=Punjabi pl=Polish ps=Pashto pt=Portuguese "
        "ro=Romanian ru=Russian sk=Slovak sl=Slovenian so=Somali sq=Albanian sr=Serbian sv=Swedish "
        "sw=Swahili ta=Tamil te=Telugu th=Thai tl=Tagalog tr=Turkish uk=Ukrainian ur=Urdu uz=Uzbek "
        "vi=Vietnamese xh=Xhosa yo=Yoruba zh=Chinese zu=Zulu"
    ).split()
)


def language_of(text: str) -> str | None:
    """ISO 639 code of the language of ``text``, or None where it is too short or in doubt.

    English is told by its commonest words, which costs nothing; only a text that fails this loads
    py3langid (a second, once per run), whose answer counts from a probability of 0.6.
    """
    head = text[:LOOKED_AT]
    words = _WORD.findall(head)
    if len(head) < TOO_SHORT or sum(map(len, words)) < TOO_SHORT // 2:
        return None
    if reads_as_english(head):
        return "en"
    language, probability = _identifier().classify(head)
    return str(language) if probability >= _SURE and language != "zxx" else None


def reads_as_english(text: str) -> bool:
    """Whether English function words are as frequent in ``text`` as in English news; any length, no model."""
    words = _WORD.findall(text[:LOOKED_AT])
    known = sum(word.lower() in _ENGLISH for word in words)
    return known > 0 and known >= _ENGLISH_SHARE * len(words)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - over a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def code_of(stated: object) -> str | None:
    """The language code in a statement such as "en", "en-GB" or "pt_BR", or None."""
    if not isinstance(stated, str):
        return None
    code = re.split(r"[-_]", stated.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def warning_about(language: str | None) -> str | None:
    """What to tell the reader of a record whose text is in ``language``; None for English and unknown."""
    if language is None or language == "en":
        return None
    name = f"{_NAMES[language]} ({language})" if language in _NAMES else f"the language {language!r}"
    return f"language looks like {name}; onrecord is trained on English news: expect little"
