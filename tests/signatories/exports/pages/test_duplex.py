"""Letters for both sides of the paper, and for paper that has a letterhead."""

from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image, ImageChops

from signatories.exports import Written, exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Snapshot
from tests.printed import pages_of
from tests.products import write

TOGETHER = exporter("letters", "pdf")


@pytest.fixture
def uneven(snapshot: Snapshot) -> Snapshot:
    """Letters of one page, of two and of three."""
    body = "Dear {{ recipient.name }}\n\n" + "We write. " * 20
    some = snapshot.recipients[:4]
    some[1] = replace(some[1], name="very " * 700 + "long")
    some[2] = replace(some[2], name="very " * 1800 + "long")
    selection = replace(snapshot.selection, recipients=some)
    text = replace(snapshot.text, body=body, salutation="")
    block = replace(snapshot.block, limit=1)
    taken = replace(snapshot, text=text, selection=selection, signatories=(), block=block)
    return replace(taken, run=RunSettings(duplex=True))


def starts(path: Path) -> list[int]:
    with pypdfium2.PdfDocument(path) as document:
        return [entry.get_dest().get_index() for entry in document.get_toc()]


def made(snapshot: Snapshot, path: Path) -> Written:
    return write(TOGETHER, snapshot, path)


def test_each_letter_begins_on_a_front_page(uneven: Snapshot, tmp_path: Path) -> None:
    written = made(uneven, tmp_path / "duplex.pdf")
    pages = pages_of(tmp_path / "duplex.pdf")
    plain = made(replace(uneven, run=RunSettings()), tmp_path / "plain.pdf")
    assert all(start % 2 == 0 for start in starts(tmp_path / "duplex.pdf"))
    assert [text for text in pages if text] == pages_of(tmp_path / "plain.pdf")
    assert written.blank == pages.count("") > 0
    assert written.pages == plain.pages + written.blank
    assert plain.blank == 0
    assert pages[-1]


def test_letters_of_one_file_each_have_no_blank_back(uneven: Snapshot, tmp_path: Path) -> None:
    separate = exporter("letters", "pdf", separate=True)
    assert write(separate, uneven, tmp_path / "letters").blank == 0
    files = [*(tmp_path / "letters").glob("*.pdf")]
    assert files
    assert all(all(pages_of(path)) for path in files)


def test_what_the_paper_has_is_not_printed_and_nothing_moves(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    bare = replace(snapshot, run=RunSettings(letterhead=False), limit=1)
    made(bare, tmp_path / "bare.pdf")
    made(replace(snapshot, limit=1), tmp_path / "whole.pdf")
    head = " ".join(snapshot.text.letterhead)
    assert head
    (first, *others), (whole, *same) = map(
        pages_of, (tmp_path / "bare.pdf", tmp_path / "whole.pdf")
    )
    assert others == same
    assert head not in first
    assert set(whole.split()) - set(first.split()) <= set(head.split())
    assert snapshot.recipients[0].address.splitlines()[0] in first
    shown, without = map(picture, (tmp_path / "whole.pdf", tmp_path / "bare.pdf"))
    left, top, right, bottom = ImageChops.difference(shown, without).getbbox()
    assert bottom < 150
    assert without.crop((left, top, right, bottom)).getextrema() == (255, 255)


def picture(path: Path) -> Image.Image:
    """The first page at a point a pixel."""
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=1).to_pil().convert("L")


def test_word_letters_for_such_paper_keep_its_room(snapshot: Snapshot, tmp_path: Path) -> None:
    bare = replace(snapshot, run=RunSettings(letterhead=False), limit=1)
    heads = []
    for name, taken in (("bare", bare), ("whole", replace(snapshot, limit=1))):
        write(exporter("letters", "docx"), taken, tmp_path / f"{name}.docx")
        section = docx.Document(str(tmp_path / f"{name}.docx")).sections[0]
        heads.append([paragraph.text for paragraph in section.first_page_header.paragraphs])
    assert heads[1] == list(snapshot.text.letterhead)
    assert heads[0] == [""] * len(heads[1])
