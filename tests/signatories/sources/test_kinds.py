"""What is no table or list is named by what it is, and the next step said."""

import io
import re
import zipfile
from pathlib import PurePath

import pytest

from signatories.errors import UnreadableFile
from signatories.sources.kinds import kind_of


def archive(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


def compound(*entries: str) -> bytes:
    """An old Office file, as far as its header and directory tell."""
    data = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    for entry in entries:
        name = entry.encode("utf-16-le") + b"\0\0"
        data += name.ljust(64, b"\0") + len(name).to_bytes(2, "little") + bytes(62)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7\n", "list.pdf", "“list.pdf” is a PDF"),
        (b"%PDF-1.7\n", "list.csv", "“list.csv” is a PDF"),
        (b"\x89PNG\r\n", "scan.png", "is a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.svg", "is a picture"),
        (
            b"BEGIN:VCARD\r\nFN:Anna Berg",
            "a.vcf",
            "is a set of address cards.*Save it as xlsx or CSV",
        ),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\n", "a.ics", "is a calendar"),
        (b"{\\rtf1 Anna}", "list.rtf", "is a formatted text.*Save it as docx"),
        (
            b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>",
            "a.xls",
            "as XML",
        ),
        (archive(readme_txt=b"Anna"), "members.zip", "is a zip archive. Unpack it"),
        (archive(ppt__presentation_xml=b""), "talk.pptx", "is a presentation"),
        (archive(Index__Document_iwa=b""), "list.numbers", "is a file of Numbers"),
        (b"PK\x03\x04rest", "members.xlsx", "is damaged"),
        (compound("WordDocument"), "list.doc", "is an old Word document.*Save it as docx"),
        (compound("Something"), "list.xls", "is an old Office file"),
        (archive(content_xml=b""), "a.ods", "is a zip archive"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_next_step_said(
    data: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        kind_of(io.BytesIO(data), name, PurePath(name).suffix)
    assert re.search(words, str(refused.value))


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (archive(xl__workbook_xml=b""), "members.xlsx", "xlsx"),
        (archive(xl__workbook_xml=b""), "members.csv", "xlsx"),
        (archive(xl__workbook_xml=b""), "members.XLSM", "xlsm"),
        (archive(xl__workbook_bin=b""), "members.xlsb", "xlsb"),
        (archive(word__document_xml=b""), "list.docx", "docx"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "ods"),
        (compound("Workbook"), "members.xls", "xls"),
        (compound("EncryptedPackage"), "members.xlsx", "locked"),
        (b"<!DOCTYPE html><p>Anna", "letter.txt", "html"),
        (b"\xef\xbb\xbf\r\n<!-- kept -->\n<html>", "report.xls", "html"),
        (b"<table><tr><td>Anna", "members.xls", "html"),
        (b"[{}]", "members.json", "json"),
        (b"- name: Anna", "members.YML", "yaml"),
        (b"name;country", "members.xls", "text"),
        (b"From: anna@well.example\nSubject: Yes\n\nYes.", "answer.eml", "eml"),
    ],
)
def test_a_file_is_what_it_begins_like_and_only_then_what_it_is_called(
    data: bytes, name: str, kind: str
) -> None:
    assert kind_of(io.BytesIO(data), name, PurePath(name).suffix) == kind
