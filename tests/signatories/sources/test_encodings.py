"""Encodings that the offices of the world send, and files that are no text."""

import io
from functools import partial
from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources import encodings
from signatories.sources.encodings import Opener

CROATIAN = "Ivana Šimunić, Mreža za prava djece\nĐorđe Petrović, Savez organizacija\n" * 3
RUSSIAN = "Иван Петров, Сеть за права ребёнка\n" * 3
JAPANESE = "名前,団体\n山田太郎,子どもの権利ネットワーク\n"


def opener(data: bytes) -> Opener:
    return partial(io.BytesIO, data)


GERMAN = "Name,Ort\n" + "Jörg Groß,Köln\nAnna Šimek,Köln\nKäthe Müller,Weiden\n" * 40


def read(data: bytes, told: str | None = None) -> str:
    encoding = encodings.find(opener(data), "list.txt", told)
    with encodings.opened(opener(data), encoding.name) as text:
        return text.read()


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
        ("João Conceição, Associação\n", "cp1252"),
        ("Ayşe Yılmaz;Kuyu Vakfı\n", "cp1254"),
        ("Gülşen Çağlar;Doğa Derneği\n", "cp1254"),
        ("Łukasz Żółć;Fundacja Źródło\n", "cp1250"),
        ("Jānis Bērziņš;Biedrība\n", "cp1257"),
        ("Άννα Βουνό;Δίκτυο Πηγάδι\nΓιώργος Ώρας;Ένωση\n", "iso8859_7"),
        (CROATIAN, "cp1250"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "utf-16-le"),
        ("김철수, 아동 권리 네트워크\n", "euc_kr"),
        ("张伟，儿童权利网络\n", "gb18030"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        ("Zoë Šmid,Well Fund\nJosé Núñez,Rivers United\n", "cp1252"),
        ("1.º Ofício Câmara,Câmara\nJoão Câmara,São Paulo\n", "cp1252"),
        ("Name,Org\nAnna Berg,Café – Nº 5\nSean O’Neil,Fund\n", "cp1252"),
        ("Name,City\nMiloš Peña,Peña\nAna Ibáñez,León\n", "cp1252"),
        ("Name,City\nJosé Peña,M.ª Teresa\nAna,Nº 3\n", "cp1252"),
        ("Name,City\nAnna Ñu ¶ 3,León\nJosé,Peña\n", "cp1252"),
        ("Name,City\nAnna Þór,Ísafjörður\nGuðrún,Reykjavík\n", "cp1252"),
        ("Þorsteinn Björnsson, Félag\n", "cp1252"),
        ("Sigurður Berg,Øystein Lund\n", "cp1252"),
        ("Name,City\nLiga 1ª,Évora\nConceição Graça,Évora\n", "cp1252"),
        ("Name,City\nSociété Nº,Orléans\nIlê Axé,Brasília\n", "cp1252"),
        ("François Šimek – “Eau”, Nº 5\n", "cp1252"),
        ("José Pérez²,§ 5 Ngo\nAna Peña¹\n", "cp1252"),
        ("Name,City\nÖmer Şahin,İzmir\nAyşe Yılmaz,Muğla\n", "cp1254"),
        ("Name,City\nŽivilė Šimkutė,Vilnius\nJūratė,Šiauliai\n", "cp1257"),
        ("Name,Organisation\nŽemaitis Rīga;Müller\n", "cp1257"),
        ("Đorđe Šarić, Udruga žena\n", "cp1250"),
        ("Name,Organisation\nŠkoda Őrség,Egyesület\nDvořák Říčka,Groß\n", "cp1250"),
        ("Kovács Kraśko,Egyesület\nDvořák Říčka,Kraśko\n", "cp1250"),
        ("Пётр Иванов, ABC\nabc-сеть, №5\n", "cp1251"),
        ("Wellfund绿色和平,张伟\nWFN世界,李娜\n", "gb18030"),
        ("Name,Organisation\n王芳 王芳;abc基金會\n", "big5"),
        ("Name,Organisation\nﾃｽﾄ abcの会;Wellの会\n", "shift_jis"),
    ],
)
def test_names_of_neighbours_and_signs_are_read_as_they_were_written(
    text: str, encoding: str
) -> None:
    assert read(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("Zoë Brück", "cp1252"),
        ("Muñoz", "cp1252"),
        ("Väinö Järvi", "cp1252"),
        ("L’Eau Vive", "cp1252"),
        ("Anna Berg – Well Fund", "cp1252"),
        ("© Wells 2020", "cp1252"),
        ("Đurđa Čović, Izvor", "cp1250"),
        ("Иван Петров, Фонд «Вода»", "cp1251"),
        ("Мария Иванова", "koi8_r"),
        ("Renée", "mac_roman"),
        ("François Lefèvre, Réseau des Puits", "mac_roman"),
        ("Peña", "cp850"),
        ("ウォーター・ネット", "shift_jis"),
        ("NPO法人水の会", "shift_jis"),
        ("홍길동, 물연대", "euc_kr"),
        ("王小明，清水协会", "gb18030"),
        ("محمد علي، جمعية المياه", "cp1256"),
        ("Łukasz Żółć, Źródło", "cp1250"),
    ],
)
def test_one_line_is_enough_where_only_one_encoding_makes_words_of_it(
    line: str, encoding: str
) -> None:
    assert read(f"{line}\n".encode(encoding)) == f"{line}\n"


def test_an_encoding_that_is_told_is_used() -> None:
    assert read("Hélène".encode("mac_roman"), "mac_roman") == "Hélène"


def test_an_encoding_that_does_not_fit_is_refused_and_nothing_replaced() -> None:
    with pytest.raises(UnreadableFile, match=r"“list.txt” is not text in the encoding ascii"):
        encodings.find(opener("Hélène".encode()), "list.txt", "ascii")


def test_real_tables_are_read_in_their_encodings(shared_data: Path) -> None:
    folder = shared_data / "spreadsheets"
    expected = {
        "spanish-latin1.csv": "Descripción",
        "un-members-cp1252-semicolon.csv": "République d'Albanie",
        "un-members-shift-jis.csv": "アルバニア",
        "utf-16le.csv": "Organisation_name",
        "title-rows-above-header.csv": "Ärztinnen",
    }
    found = {name: read((folder / name).read_bytes()) for name in expected}
    assert {name: word for name, word in expected.items() if word in found[name]} == expected


def test_letters_above_ascii_are_found_wherever_they_begin() -> None:
    plain = "Anna Berg, Water Network\n" * 100_000  # 2.5 MB
    assert encodings.find(opener(plain.encode() + RUSSIAN.encode("cp1251")), "a").name == "cp1251"


def test_the_choices_begin_with_the_likeliest_and_show_how_each_would_read() -> None:
    choices = encodings.choices("Anna Berg\nHélène Fabre, Genève\n".encode("mac_roman"))
    previews = {choice.encoding: choice.preview for choice in choices}
    assert previews["mac_roman"] == "Hélène Fabre, Genève"
    assert "utf-8" not in previews  # it cannot be that
    assert len(choices) == len(previews)
    assert encodings.choices("Hélène\n".encode())[0].encoding == "utf-8"
