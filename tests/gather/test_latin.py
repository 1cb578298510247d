"""Short texts in Latin letters: which encoding they are in, told by their letters and where these stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.gather.encodings import Decoded, decode
from onrecord.gather.latin import guess

WESTERN = (
    "À l’Élysée, la ministre a promis « une réponse mesurée » dès l’arrivée du président là où des élèves…",
    "„Wir müssen jetzt über höhere Löhne reden“, forderte die Gewerkschaft. Die Züge fuhren größtenteils.",
    "La presidenta aseguró que la inflación bajará en otoño; según él, «así será». Los jóvenes esperan.",
    "O presidente afirmou que as eleições não serão adiadas. “Ninguém está acima da lei”, disse Inês.",
    "Il presidente ha già firmato: “La verità verrà fuori”, ha aggiunto. Così finirà, perché sì.",
    "De minister sprak van een ‘ongekende crisis’ en zei: „Wij zijn geïnformeerd.” Dat is één idee.",
    "Statsministern påstod att förslaget är färdigt. – Det blir inget nytt möte, sa hon från Västerås.",
    "Ministeren sagde, at øen får en ny færge næste år. ”Det er på tide,” lød det fra Sønderborg.",
    "Statsråden mener at prisene går opp. – Vi må gjøre noe nå, sier han i Tromsø.",
    "Pääministeri lupasi, että päätös syntyy tänään. ”Emme odota enää”, hän sanoi Hämeenlinnassa.",
    "Forsætisráðherra neitaði því að fjárlögin væru óraunhæf. „Við förum yfir þetta,“ sagði hún.",
    "La consellera va anunciar que l’aigua serà més barata: «Això és just», va dir a Lleida en Martí.",
    "Dúirt an tAire go mbeadh an droichead á oscailt Dé Céadaoin. “Lá maith é,” a dúirt sí.",
    "“Señor González’s appeal failed,” the Brontë scholar said — it cost £40 and a crème brûlée at 30°C.",
)
CENTRAL = (
    "Premier zapewnił, że podatki nie wzrosną. „Proszę być spokojnym” – mówił w Gdańsku, gdzie świętował.",
    "Ministryně oznámila, že daně neporostou. „Nemějte strach,“ řekla v Plzni během návštěvy továrny.",
    "A miniszter közölte, hogy nem emelik az adót. „Nyugodjanak meg” – mondta Szegeden az ősszel.",
    "Minister je povedal, da davki ne bodo višji. »Bodite mirni,« je dejal v Škofji Loki ob košnji.",
)
BALTIC = (
    "Ministras pažadėjo, kad mokesčiai nedidės. „Būkite ramūs“, – sakė jis Kaune, kur ąžuolų šventė.",
    "Ministrs solīja, ka nodokļi nepieaugs. “Esiet mierīgi,” viņš teica Rīgā, kur svin svētkus.",
)


def cuts(texts: tuple[str, ...], encoding: str) -> Iterator[bytes]:
    """Pieces of 4, 8, 12 and all words that are not ASCII, encoded."""
    for text in texts:
        words = text.split()
        for size in (4, 8, 12, len(words)):
            for start in range(0, max(1, len(words) - size + 1), 3):
                piece = " ".join(words[start : start + size])
                if not piece.isascii():
                    yield piece.encode(encoding)


@pytest.mark.parametrize(
    ("texts", "encoding", "floor"),
    [
        (WESTERN, "cp1252", 1.0), (WESTERN, "mac_roman", 0.95), (CENTRAL, "cp1250", 0.9),
        (BALTIC, "cp1257", 0.6),
    ],
)  # fmt: skip
def test_short_texts_are_read_rightly(texts: tuple[str, ...], encoding: str, floor: float) -> None:
    # Icelandic letters and some signs are not in Mac Roman.
    texts = tuple(text for text in texts if text.encode(encoding, "replace").decode(encoding) == text)
    right = [_text(piece) == piece.decode(encoding) for piece in cuts(texts, encoding)]
    assert len(right) >= 15
    assert sum(right) / len(right) >= floor


def _text(content: bytes) -> str:
    found = decode(content, origin="in")
    assert isinstance(found, Decoded), found
    return found.text


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"Se\xf1or Ib\xe1\xf1ez", "cp1252"),
        (b"Se\x96or Ib\x87\x96ez", "mac_roman"),
        (b"\x93\xc9t\xe9\x94, dit-il.", "cp1252"),
        (b"\xabEt\xe9\xbb", "cp1252"),
        (b"n.\xba 3, 2.\xaa fila", "cp1252"),
    ],
)
def test_a_few_words_do(content: bytes, encoding: str) -> None:
    assert guess(content) == encoding


@pytest.mark.parametrize(
    "text", ["Министр обещал не повышать налоги.", "Ο υπουργός υποσχέθηκε.", "השר הבטיח שהמסים לא יעלו"]
)
def test_other_scripts_are_left_to_others(text: str) -> None:
    encoding = {"М": "cp1251", "Ο": "cp1253", "ה": "cp1255"}[text[0]]
    assert guess(text.encode(encoding)) is None


def test_bytes_that_fit_nowhere_give_none() -> None:
    assert guess(b"a\xacb\xaec a\xacb\xaec words") is None
    assert guess(b"plain") is None
