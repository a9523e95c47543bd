"""Encodings that the offices of the world send, and files that are no text."""

import re
from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources.encodings import decode

CROATIAN = "Ivana Šimunić, Mreža za prava djece\nĐorđe Petrović, Savez organizacija\n" * 3
RUSSIAN = "Иван Петров, Сеть за права ребёнка\n" * 3
JAPANESE = "名前,団体\n山田太郎,子どもの権利ネットワーク\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zoë Müller, Größe\n", "utf-8"),
        ("Zoë Müller, Größe\n", "utf-8-sig"),
        ("Zoë Müller, Größe\n", "utf-16"),
        ("Zoë Müller, Größe\n", "utf-16-le"),
        ("Zoë Müller, Größe\n", "utf-16-be"),
        ("Zoë Müller, Größe\n", "utf-32"),
        ("Zoë Müller, Verein für Größe\n", "cp1252"),
        ("José Núñez, Asociación de Vecinos\n", "latin-1"),
        ("Hélène Fabre, International Alliance\n", "cp1252"),
        (CROATIAN, "cp1250"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "utf-16-le"),
        ("김철수, 아동 권리 네트워크\n", "euc_kr"),
        ("张伟，儿童权利网络\n", "gb18030"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "list.txt")[0].removeprefix("\ufeff") == text


def test_an_encoding_that_is_told_is_used() -> None:
    assert decode("Hélène".encode("mac_roman"), "list.txt", "mac_roman") == ("Hélène", "mac_roman")


def test_an_encoding_that_does_not_fit_is_refused_and_nothing_replaced() -> None:
    with pytest.raises(UnreadableFile, match=r"“list.txt” is not text in the encoding ascii"):
        decode("Hélène".encode(), "list.txt", "ascii")


@pytest.mark.parametrize(
    ("start", "name", "words"),
    [
        (b"%PDF-1.7\n", "list.pdf", "“list.pdf” is a PDF"),
        (b"%PDF-1.7\n", "list.csv", "“list.csv” is a PDF"),
        (b"PK\x03\x04rest", "members.xlsx", "is an Excel workbook.*Save the sheet as CSV"),
        (b"PK\x03\x04rest", "members.csv", "is a zip archive"),
        (b"\xd0\xcf\x11\xe0rest", "members.xls", "is an old Office file"),
        (b"\x89PNG\r\n", "scan.png", "is a picture"),
        (b"<!DOCTYPE html><p>Anna", "letter.txt", "is a web page"),
        (b"[{}]", "members.json", "is a JSON file"),
        (b"name\0\0\x01\x02\0\0", "list.txt", "is a file of another program"),
    ],
)
def test_what_is_no_text_is_named_and_the_next_step_said(
    start: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decode(start, name)
    assert re.search(words, str(refused.value))


def test_real_tables_are_read_in_their_encodings(shared_data: Path) -> None:
    folder = shared_data / "spreadsheets"
    expected = {
        "spanish-latin1.csv": "Descripción",
        "un-members-cp1252-semicolon.csv": "République d'Albanie",
        "un-members-shift-jis.csv": "アルバニア",
        "utf-16le.csv": "Organisation_name",
        "title-rows-above-header.csv": "Ärztinnen",
    }
    found = {name: decode((folder / name).read_bytes(), name)[0] for name in expected}
    assert {name: word for name, word in expected.items() if word in found[name]} == expected
