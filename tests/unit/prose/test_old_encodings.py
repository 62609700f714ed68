"""Pages in an old encoding: their text is known where no other encoding makes words of the bytes."""

from __future__ import annotations

import pytest

from frontlint.prose.old_encodings import old_text

FRENCH, GERMAN, SPANISH = "fr", "de", "es"
KNOWN = [
    ("Crème brûlée", "en", "Latin-1"),
    ("Große Größe für Übung", "en", "Latin-1"),
    ("It’s “quoted” text… and — more", "en", "Windows-1252"),
    ("L’été à Orléans, où", "en", "Windows-1252"),
    ("Très bien", FRENCH, "Latin-1"),
    ("España y niño, ¿qué? ¡sí!", SPANISH, "Latin-1"),
    ("Ærø å blåbær på fødder", "en", "Latin-1"),
    ("Das ist „gut“ so", GERMAN, "Windows-1252"),
    ("© 2024 Müller, 20 °C heiß", "de-AT", "Latin-1"),
    ("Ça va? Elle est créée", FRENCH, "Latin-1"),
    ("Crème brûlée, très bien", GERMAN, "Latin-1"),
]
OTHERS = [
    ("Příliš žluťoučký kůň", "cp1250"),
    ("č", "cp1250"),
    ("Zażółć gęślą jaźń", "iso8859-2"),
    ("Ładny", "cp1250"),
    ("Привет мир", "cp1251"),
    ("Привет мир", "koi8-r"),
    ("日本語のページ", "shift_jis"),
    ("中文页面", "gbk"),
    ("한국어", "euc_kr"),
    ("Café crème", "mac_roman"),
    ("España río", "mac_roman"),
    ("aquí está", "mac_roman"),
    ("für Größe", "cp850"),
    ("Değişik şey", "cp1254"),
    ("Γειά σου", "cp1253"),
    ("œuvre €", "iso8859-15"),
    ("Ąžuolas", "cp1257"),
]


def page(text: str) -> str:
    return f"---\r\ntitle: {text}\r\n---\r\nText\r\n"


@pytest.mark.parametrize(("text", "language", "name"), KNOWN)
def test_what_is_sure(text: str, language: str, name: str) -> None:
    found = old_text(page(text).encode("cp1252"), language)
    assert found is not None
    assert (found.name, found.text) == (name, page(text))


@pytest.mark.parametrize(("text", "encoding"), OTHERS)
@pytest.mark.parametrize("language", ["en", "cs", "tr"])
def test_what_may_be_in_another_encoding(text: str, encoding: str, language: str) -> None:
    assert old_text(page(text).encode(encoding), language) is None


def test_letters_that_other_languages_write_with_the_same_bytes() -> None:
    data = page("Très bien").encode("cp1252")  # in Windows-1250 `Trčs bien`
    assert old_text(data) is None
    assert old_text(data, "fr") is not None
    assert old_text(data, "sl") is None


def test_a_page_that_is_partly_utf_8() -> None:
    assert old_text(page("Crème").encode("cp1252") + "brûlée".encode()) is None
    assert old_text(page("Crème").encode()) is None
    assert old_text(page("Cream").encode()) is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    text = page("Příliš 日本 😀")
    mark = b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff"
    for data in (mark + text.encode(encoding), text.encode(encoding)):
        found = old_text(data)
        assert found is not None
        assert (found.encoding, found.text) == (encoding, text)
    assert old_text(mark + text.encode(encoding)[:-1]) is None, "cut off"
    assert old_text("no front matter".encode(encoding)) is None, "without a mark that may be anything"
    assert old_text(mark + text.encode("utf-32-le")) is None


def test_time_grows_with_the_text() -> None:
    assert old_text(b"---\n" + b"\xe9" * 200_000) is None
    assert old_text(b"---\n" + b"a\x92" * 200_000) is None
