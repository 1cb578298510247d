"""From bytes to text: marks, strict decoding, guesses with a warning, and refusals that name the byte."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.gather.encodings import Decoded, declared_charset, decode
from onrecord.types import Failure

RUSSIAN = (
    "Министр заявил в понедельник, что правительство не изменит закон. «Мы проверим», — добавил он.\n" * 3
)
JAPANESE = "大臣は月曜日に、政府は法律を改正しないと述べた。「確認する必要がある」と彼は付け加えた。\n" * 3
ENGLISH = (
    "The mayor told reporters on Monday that the tram was on its way, and that nobody could stop it. " * 3
)


def decoded(content: bytes, encoding: str | None = None) -> Decoded:
    found = decode(content, origin="in", encoding=encoding)
    assert isinstance(found, Decoded), found
    return found


def refused(content: bytes, encoding: str | None = None) -> Failure:
    found = decode(content, origin="in", encoding=encoding)
    assert isinstance(found, Failure), found
    return found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decoded("“Ja” 👋\r\n".encode(encoding)) == Decoded(
        "“Ja” 👋\r\n", decoded("x".encode(encoding)).encoding
    )


def test_only_one_byte_order_mark_is_taken_off() -> None:
    assert decoded("\ufeff\ufeffa\ufeff".encode("utf-16-be")).text == "\ufeffa\ufeff"
    assert decoded(codecs.BOM_UTF16_BE + "a\ufeffb".encode("utf-16-be")).text == "a\ufeffb"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf16_with_a_mark_is_exact(text: str) -> None:
    assert decoded(codecs.BOM_UTF16_BE + text.encode("utf-16-be")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_found(encoding: str) -> None:
    found = decoded("He said: “It’s late.”".encode(encoding))
    assert found.text == "He said: “It’s late.”"
    assert encoding in found.warnings[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He said “it’s over” – and left…", "cp1252"),
        (ENGLISH + "The Beyoncé fan agreed.", "cp1252"),
        (ENGLISH + "Zoë agreed.", "cp1252"),
        (ENGLISH + "The café was “closed”.", "mac_roman"),
        ("Le maire a déclaré à l’été : « C’est décidé », après la réforme.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("部长星期一表示，政府不会修改法律。他补充说：“我们必须检查。”记者提出了更多的问题。", "gb18030"),
    ],
)
def test_legacy_encodings_are_guessed_with_a_warning(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding))
    assert found.text == text
    assert "--encoding" in found.warnings[0]


def test_a_fault_far_into_the_file_is_guessed_too() -> None:
    text = ENGLISH * 2000 + "“Late,” he said."
    assert decoded(text.encode("cp1252")).text == text


def test_broken_utf8_is_not_guessed_at() -> None:
    found = refused("Ça a été décidé, répète le député".encode() + b"\xff!")
    assert "byte 0xff at offset 42" in found.reason
    assert "--encoding" in found.remedy


def test_a_file_cut_inside_a_character_is_refused() -> None:
    assert "is not utf-8" in refused("Ça a été décidé 👋".encode()[:-1]).reason


def test_named_encoding_wins_over_the_guess() -> None:
    assert decoded(b"caf\xe9", "latin-1").text == "café"
    assert decoded(b"caf\x8e", "mac_roman") == Decoded("café", "mac_roman")
    assert decoded(codecs.BOM_UTF8 + b"abc", "utf-8").text == "abc"


def test_named_encoding_is_strict() -> None:
    found = refused(b"abc\xff", "ascii")
    assert found.stage == "decode"
    assert "byte 0xff at offset 3" in found.reason
    assert "--encoding" in found.remedy


@pytest.mark.parametrize("name", ["klingon", "hex", "zlib", "", "a\0b", "utf-8\n; rm"])
def test_unknown_encoding_is_refused(name: str) -> None:
    found = refused(b"abc", name)
    assert "no text encoding" in found.reason
    assert found.line().isprintable()


def test_declared_charset_of_a_page_is_believed() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Minister powiedział: „żółć”</p>'
    content = page.replace("„", '"').replace("”", '"').encode("iso8859_2")
    assert "powiedział" in decoded(content).text
    assert decoded(content).warnings == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b"<META CHARSET=latin1>", "cp1252"),
        (b'<?xml version="1.0" encoding="Shift_JIS"?>', "shift_jis"),
        (b'<meta charset="utf-16">', None),
        (b'<meta charset="nonsense">', None),
        (b'<meta charset="hex">', None),
        (b"charset=latin1", None),
    ],
)
def test_declared_charset(head: bytes, name: str | None) -> None:
    assert declared_charset(head) == name


def test_latin1_page_with_bytes_that_windows_lacks() -> None:
    assert "\x81" in decoded(b"<html><meta charset=latin1><p>\x81\xe9</p>").text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"%PDF-1.4\nreadable", "a PDF"),
        (b"{\\rtf1\\ansi He said}", "an RTF document"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", "a web archive"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(20) + b"[Content_Types].xml", "an office document"),
        (b"PK\x03\x04" + bytes(30), "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(30), "an old Microsoft Office"),
        (b"\x1f\x8b\x08\x00\x00", "gzip"),
        (b"BZh91AY&SY\x00\x01", "bzip2"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"\x28\xb5\x2f\xfd\x00", "zstd"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"name" + bytes(253) + b"ustar\x00", "tar"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00\x01\x00", "GIF"),
        (b"RIFF\x10\x00\x00\x00WEBP", "an image, sound or video"),
        (b"II*\x00\x08", "TIFF"),
        (b"\x00\x00\x00\x20ftypisom", "a video or sound"),
        (b"ID3\x04\x00", "a sound"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"PAR1\x15\x04\x15", "Parquet"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"MZ\x90\x00\x03", "a program"),
        (bytes(100), "binary data"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_binary_is_refused_by_name(content: bytes, kind: str) -> None:
    found = refused(content)
    assert found.reason.startswith("is not text: it looks like ")
    assert kind in found.reason
    assert found.remedy


@pytest.mark.parametrize(
    "text", ["MZ said so.", "PAR1 was late, he said.", "GIF89a is a format.", "BZh91AY&SY"]
)
def test_letters_of_a_signature_in_a_text_are_a_text(text: str) -> None:
    assert decoded(text.encode()).text == text


def test_a_signature_counts_in_a_named_encoding_too() -> None:
    assert "PNG" in refused(b"\x89PNG\r\n\x1a\n\x00\x00", "latin-1").reason


def test_an_odd_escape_in_a_named_encoding_is_no_warning() -> None:
    decoded = decode(b"\\\x00", origin="odd.txt", encoding="unicode_escape")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "\\\x00"
