"""Paper: everything that goes with a letter is as large as the letter, and is set for it."""

from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.shared import Inches
from openpyxl import load_workbook

from signatories.exports import exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.models import Paper
from tests.products import write

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
PRINTED = ("letters", "block", "annex", "cover")
WORDS = " ".join(["lighthouse"] * 12)
LINES = {Paper.A4: 45, Paper.LETTER: 42}
"""One and its space, and below it those of 15 points that 670 and 618 points have room for."""


def on(paper: Paper, snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, run=RunSettings(paper=paper))


@pytest.mark.parametrize("product", PRINTED)
@pytest.mark.parametrize("paper", Paper)
def test_every_page_is_as_large_as_the_paper(
    snapshot: Snapshot, tmp_path: Path, product: str, paper: Paper
) -> None:
    path = tmp_path / "made.pdf"
    write(exporter(product, "pdf"), on(paper, snapshot), path)
    with pypdfium2.PdfDocument(path) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {SIZES[paper]}


@pytest.mark.parametrize("product", ["letters", "block"])
def test_word_has_the_paper_and_an_inch_around(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    path = tmp_path / "made.docx"
    write(exporter(product, "docx"), on(Paper.LETTER, snapshot), path)
    for section in docx.Document(str(path)).sections:
        assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11))
        assert section.left_margin == section.right_margin == Inches(1)
        assert section.top_margin == section.bottom_margin == Inches(1)


@pytest.mark.parametrize("product", ["letters", "block", "sign-ons"])
def test_workbooks_are_printed_on_the_paper(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    path = tmp_path / "made.xlsx"
    write(exporter(product, "xlsx"), on(Paper.LETTER, snapshot), path)
    assert {page.page_setup.paperSize for page in load_workbook(path)} == {1}


@pytest.mark.parametrize("product", ["letters", "block"])
@pytest.mark.parametrize(
    ("paper", "rule"),
    [
        (Paper.A4, "@page { size: a4; margin: 70.87pt; }"),
        (Paper.LETTER, "@page { size: letter; margin: 72pt; }"),
    ],
)
def test_browsers_print_on_the_paper(
    snapshot: Snapshot, tmp_path: Path, product: str, paper: Paper, rule: str
) -> None:
    path = tmp_path / "made.html"
    write(exporter(product, "html"), on(paper, snapshot), path)
    assert rule in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", Paper)
def test_a_page_holds_as_many_lines_as_the_paper_has_room_for(
    snapshot: Snapshot, paper: Paper
) -> None:
    words = {"place": "", "date": None, "reference": "", "addressee": (".",), "subject": ""}
    text = replace(snapshot.text, letterhead=(), salutation="", body=f"{WORDS} " * 60, **words)
    pages = LetterPages(replace(on(paper, snapshot), text=text))
    first = next(iter(pages.document(snapshot.recipients[0]).pages))
    *flow, _foot = first.placed
    assert sum(placed.end - placed.first for placed in flow) == LINES[paper]


@pytest.mark.parametrize("paper", Paper)
def test_letterhead_list_and_foot_keep_to_the_margins(snapshot: Snapshot, paper: Paper) -> None:
    given = on(paper, snapshot)
    margin = 72 if paper is Paper.LETTER else 70.87
    for page in LetterPages(given).document(given.recipients[0]).pages:
        for placed in page.placed:
            assert placed.x >= margin - 0.01
            for line in placed.galley.lines[placed.first : placed.end]:
                assert placed.x + line.x <= page.width - margin
