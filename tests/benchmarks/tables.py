"""Invented supporters, and the files that they come in: workbooks as Excel and LibreOffice write them, and csv."""

import csv
import random
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from string import ascii_uppercase
from typing import NamedTuple
from xml.sax.saxutils import escape

HEADER = ("Name", "Title", "Organisation", "E-mail", "Country", "City", "Signed on", "Comment")
HEADER_OF_BODIES = ("Organisation", "Contact person", "E-mail", "Address", "Language", "Country")
KNOWN = (
    0.1  # of the rows of a table are people whom the workspace has, most of them written otherwise
)

_FOR_THEMSELVES, _WITH_COLLEAGUES = 0.67, 0.7  # shares of an open letter, one upon the other

Cells = tuple[str, ...]


def _words(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


_GIVEN = _words(
    "Anela Béatris Corvin Dórika Emílio Fatiha Grégor Helmi Ingvild Joãozinho Käti Łucjan Marinel Nilufar Ólavur "
    "Pálina Quirin Renáta Søfus Tomáš Ulvhild Wilmar Yvaine Žofka Kwabena Thandeka Priyanka Leilani Ольга Ελένη"
)
_FAMILY = _words(
    "Mülhens Dupondel Garcez Nováčik Szabolcsi Kowalik Jørgesen Ødegren Çelikbas Öztan Şahan Popovac Đukanac Ionel "
    "Țurcan O’Brannan MacLoud Sanchidrián Fernandel Gonçalvo Araúna Lefèbure Weißmann Ångman Nilsén Łęczki Wójtas "
    "Dvořan Okaforin Mensahan Diallon Mokoe Banerji Haddadin Tanakura Смирнин Παππάς"
)
_TITLES = _words(
    "Director|President|Secretary General|Coordinator|Programme Officer|Chair of the Board", "|"
)
_BODIES = (
    _words("International European National Nordic Global Regional Community Independent United"),
    _words("Well River Harbour Meadow Lantern Orchard School Clinic Archive Garden"),
    _words("Network Alliance Foundation Association Forum Bureau Union Council Institute Trust"),
)
_COUNTRIES = _words(
    "Ghana|France|Peru|Japan|Norway|Kenya|Chile|Viet Nam|Poland|Côte d’Ivoire|Türkiye|Fiji", "|"
)
_LANGUAGES = ("en", "fr", "es")
_SYLLABLES = _words("bar can dor fel gar hol jin kal lor mar nor pel qui ras sol tam ulm ver wes")


class Supporter(NamedTuple):
    """One row of a table."""

    name: str
    title: str
    organisation: str
    email: str
    country: str
    city: str
    signed_on: str
    comment: str


class Body(NamedTuple):
    """One row of a table of those whom letters go to."""

    name: str
    person: str
    email: str
    address: str
    language: str
    country: str


def bodies(people: Iterable[Supporter]) -> Iterator[Body]:
    """For each of some people a body of its own that letters reach through them."""
    for person in people:
        name = f"{person.organisation} {person.city}"
        address = f"{len(person.name)} Rue de {person.city}\n1202 {person.city}"
        language = _LANGUAGES[len(person.city) % len(_LANGUAGES)]
        yield Body(name, person.name, person.email, address, language, person.country)


def of_open_letter(people: Iterable[Supporter]) -> Iterator[Supporter]:
    """The same people as an open letter has them: two in three sign for themselves, others mostly as the only ones."""
    chance = random.Random(1948)
    for person in people:
        which = chance.random()
        if which < _FOR_THEMSELVES:
            yield person._replace(organisation="", title="")
        elif which < _WITH_COLLEAGUES:
            yield person
        else:
            yield person._replace(organisation=f"{person.organisation} {person.city}")


def supporters(count: int, seed: int) -> Iterator[Supporter]:
    """So many invented people, always the same for a seed. One organisation has twenty of them."""
    chance = random.Random(seed)
    choice = chance.choice
    bodies = [_body(chance) for _ in range(max(1, count // 20))]
    for number in range(count):
        town = "".join(choice(_SYLLABLES) for _ in range(3)).capitalize()
        yield Supporter(
            f"{choice(_GIVEN)} {choice(_FAMILY)}-{choice(_SYLLABLES)}{choice(_SYLLABLES)}",
            choice(_TITLES),
            choice(bodies),
            f"u{seed}.{number}@example.org",
            choice(_COUNTRIES),
            town,
            f"2010-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            "" if chance.random() < 0.7 else f"I support the call for wells in {town}.",
        )


def _body(chance: random.Random) -> str:
    kind = " ".join(chance.choice(words) for words in _BODIES)
    return f"{kind} {''.join(chance.choices(_SYLLABLES, k=3)).capitalize()}"


def with_known(rows: Iterable[Supporter], known: list[Supporter]) -> Iterator[Supporter]:
    """The rows, some of them replaced by people who are known, with small differences."""
    chance = random.Random(20100726)
    for row in rows:
        yield _altered(chance.choice(known), chance) if chance.random() < KNOWN else row


def _altered(row: Supporter, chance: random.Random) -> Supporter:
    given, _, family = row.name.partition(" ")
    return chance.choice(
        (
            row,
            row._replace(name=f"{family.upper()} {given}"),
            row._replace(name=row.name[:-2] + row.name[-1], email=""),
            row._replace(name=f"Dr. {row.name}", email=f"d{row.email}"),
            row._replace(organisation=row.organisation.rpartition(" ")[0], email=""),
        )
    )


def write_csv(path: Path, header: Cells, rows: Iterable[Cells]) -> None:
    """As Excel saves it: UTF-8 with a mark, commas."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_xlsx(path: Path, header: Cells, rows: Iterable[Cells]) -> None:
    """As Excel saves it: each text once, in a table of its own."""
    texts: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _XLSX_PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate([header, *rows], 1):
                cells = (
                    f'<c r="{column}{number}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
                    for column, text in zip(ascii_uppercase, row, strict=False)
                    if text
                )
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        archive.writestr("xl/sharedStrings.xml", f'{_XML}<sst xmlns="{_MAIN}">{items}</sst>')


def write_ods(path: Path, header: Cells, rows: Iterable[Cells]) -> None:
    """As LibreOffice saves it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _ODS)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            content.write(_ODS_HEAD.encode())
            for row in [header, *rows]:
                cells = (
                    '<table:table-cell office:value-type="string">'
                    f"{_paragraphs(text)}</table:table-cell>"
                    if text
                    else "<table:table-cell/>"
                    for text in row
                )
                content.write(f"<table:table-row>{''.join(cells)}</table:table-row>".encode())
            content.write(
                b"</table:table></office:spreadsheet></office:body></office:document-content>"
            )


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


WRITERS: dict[str, Callable[[Path, Cells, Iterable[Cells]], None]] = {
    "xlsx": write_xlsx,
    "csv": write_csv,
    "ods": write_ods,
}

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XLSX_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Supporters" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_ODS_HEAD = (
    f'{_XML}<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0" '
    f'xmlns:text="{_OASIS}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="Supporters">'
)
