"""Languages: English at no cost, others by py3langid, and no answer for what is too short."""

from __future__ import annotations

import sys

import pytest

from onrecord.gather.languages import code_of, language_of, reads_as_english, warning_about

ENGLISH = (
    "The tram will be built before the summer, the mayor said on Monday, and the money for it was there. "
)
TEXTS = {
    "fr": "Le maire a déclaré lundi que le tramway serait construit avant l’été et que l’argent était là. ",
    "de": "Der Bürgermeister sagte am Montag, die Straßenbahn werde vor dem Sommer gebaut, das Geld sei da. ",
    "nl": "De burgemeester zei maandag dat de tram voor de zomer wordt gebouwd en dat het geld er was. ",
    "es": "El alcalde dijo el lunes que el tranvía se construirá antes del verano y que había dinero. ",
    "ru": "Мэр заявил в понедельник, что трамвай будет построен до лета и что деньги на это есть. ",
    "ja": "市長は月曜日に、路面電車は夏までに建設され、そのための資金はあると述べた。",
}


def test_english_needs_no_model() -> None:
    before = "py3langid" in sys.modules
    assert language_of(ENGLISH * 4) == "en"
    assert language_of((ENGLISH * 4).upper()) == "en"
    assert ("py3langid" in sys.modules) == before


@pytest.mark.parametrize("language", TEXTS)
def test_other_languages(language: str) -> None:
    assert language_of(TEXTS[language] * 8) == language


@pytest.mark.parametrize("text", ["", ENGLISH[:150], "1,234 " * 200, "– " * 500, "\x00" * 500, "👋" * 300])
def test_what_cannot_be_told(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en", "en"), (" EN-gb", "en"), ("pt_BR", "pt"), ("fil", "fil"), ("English", None), (5, None)],
)
def test_codes(stated: object, code: str | None) -> None:
    assert code_of(stated) == code


@pytest.mark.parametrize(
    ("text", "answer"), [("He said that it rains.", True), ("Il pleut.", False), ("", False)]
)
def test_short_texts_read_as_english(text: str, answer: bool) -> None:  # noqa: FBT001
    assert reads_as_english(text) is answer


def test_warnings() -> None:
    assert warning_about("en") is None
    assert warning_about(None) is None
    assert "Dutch (nl)" in (warning_about("nl") or "")
    assert "'pcm'" in (warning_about("pcm") or "")
