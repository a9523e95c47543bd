"""Addresses in letters: a reader of the PDF can follow them, and nothing else."""

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw

from signatories.exports import exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge import body
from signatories.merge.links import linked
from signatories.merge.snapshot import Snapshot
from signatories.typesetting.flow import Span
from signatories.typesetting.styles import TextStyle
from tests.products import write

BODY = """\
Read [what we **ask**](https://example.org/ask?a=1&b=(2)) or (https://example.org/a_(b)), and write to
ada@office.example.org, please. See www.example.org/\u00e9t\u00e9. This [one](javascript:alert(1)) leads nowhere.

- {{ recipient.name }} finds more on <https://example.org/list>
"""
STYLE = TextStyle()


class Found(NamedTuple):
    """A link of a page: where it leads, and the words below it."""

    address: str
    words: str


def links(path: Path) -> list[list[Found]]:
    """The links of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [list(_links(document, page)) for page in document]


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Found]:
    text = page.get_textpage()
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        box, said = raw.FS_RECTF(), ctypes.create_string_buffer(400)
        raw.FPDFLink_GetAnnotRect(link, box)
        raw.FPDFAction_GetURIPath(document, raw.FPDFLink_GetAction(link), said, 400)
        words = text.get_text_bounded(box.left, box.bottom, box.right, box.top)
        yield Found(said.value.decode(), " ".join(words.split()))


def lettered(snapshot: Snapshot, text: str = BODY) -> Snapshot:
    head = ("Coalition", "post@example.org · https://example.org")
    return replace(snapshot, text=replace(snapshot.text, letterhead=head, body=text), limit=3)


@pytest.mark.parametrize("archive", [False, True])
def test_each_address_of_each_letter_leads_where_it_says(
    snapshot: Snapshot, tmp_path: Path, archive: bool
) -> None:
    taken = replace(lettered(snapshot), run=RunSettings(archive=archive))
    write(exporter("letters", "pdf"), taken, tmp_path / "letters.pdf")
    firsts = [page for page in links(tmp_path / "letters.pdf") if page]
    assert len(firsts) == 3
    for found in firsts:
        assert sorted(found) == sorted(
            [
                Found("mailto:post@example.org", "post@example.org"),
                Found("https://example.org", "https://example.org"),
                Found("https://example.org/ask?a=1&b=(2)", "what we ask"),
                Found("https://example.org/a_(b)", "https://example.org/a_(b)"),
                Found("mailto:ada@office.example.org", "ada@office.example.org"),
                Found("https://www.example.org/%C3%A9t%C3%A9", "www.example.org/été"),
                Found("https://example.org/list", "https://example.org/list"),
            ]
        )
    assert b"javascript" not in (tmp_path / "letters.pdf").read_bytes()


def test_a_file_without_addresses_has_no_links(snapshot: Snapshot, tmp_path: Path) -> None:
    write(exporter("letters", "pdf"), replace(snapshot, limit=3), tmp_path / "letters.pdf")
    assert b"/Annot" not in (tmp_path / "letters.pdf").read_bytes()


def test_a_value_leads_nowhere(snapshot: Snapshot, tmp_path: Path) -> None:
    taken = lettered(snapshot, "We write to {{ recipient.name }}.")
    some = [
        replace(each, name="[x](https://evil.example) https://evil.example")
        for each in taken.recipients
    ]
    taken = replace(taken, selection=replace(taken.selection, recipients=some))
    write(exporter("letters", "pdf"), taken, tmp_path / "letters.pdf")
    assert b"evil" not in b"".join(
        found.address.encode() for page in links(tmp_path / "letters.pdf") for found in page
    )


def test_links_move_no_line(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = lettered(snapshot, BODY * 3)
    write(exporter("letters", "pdf"), taken, tmp_path / "linked.pdf")
    monkeypatch.setattr(body, "linked", lambda text, style: [Span(text, replace(style, link=""))])
    write(exporter("letters", "pdf"), taken, tmp_path / "plain.pdf")
    assert lines(tmp_path / "linked.pdf") == lines(tmp_path / "plain.pdf")


def lines(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("no address at all: e.g. 3.5, a@b, http, https://", {}),
        ("https://example.org.", {"https://example.org": "https://example.org"}),
        ("(see www.example.org/x)!", {"www.example.org/x": "https://www.example.org/x"}),
        ("“http://example.org”", {"http://example.org": "http://example.org"}),
        ("ada.vance+x@a-b.example.org,", {"ada.vance+x@a-b.example.org": "mailto:ada.vance+x@a-b.example.org"}),
    ],
)  # fmt: skip
def test_addresses_are_found_without_the_signs_around_them(
    text: str, found: dict[str, str]
) -> None:
    spans = list(linked(text, STYLE))
    assert "".join(span.text for span in spans) == text
    assert {span.text: span.style.link for span in spans if span.style.link} == found
