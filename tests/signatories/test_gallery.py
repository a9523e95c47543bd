"""The blocks of real letters: each is set in a letter, written as a PDF and read back by another engine."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from signatories.exports import exporter, pdf
from signatories.exports.pages.letters import about
from signatories.letters.run_settings import RunSettings
from signatories.merge.pages import LetterPages
from signatories.models import Paper
from signatories.models.block import Form, Marker
from signatories.progress import SILENT
from tests.gallery import letters, tables
from tests.gallery.sheet import RECIPIENT, Sheet, snapshot_of
from tests.printed import pages_of
from tests.products import write

SHEETS = (*letters.SHEETS, *tables.SHEETS)
PLAIN_PAPER = RunSettings(
    letterhead=False, duplex=True, archive=True, paper=Paper.LETTER, window=True
)
SHARP = 1.6  # pixels in a point of the pictures


@pytest.fixture
def keep(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where the sheets are written: the folder of `--gallery`, or one that passes."""
    folder = request.config.getoption("--gallery")
    if folder is None:
        return tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return Path(folder)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_sheet_prints_what_it_says_in_this_order(
    sheet: Sheet, keep: Path, request: pytest.FixtureRequest
) -> None:
    path = keep / f"{sheet.key}.pdf"
    snapshot = snapshot_of(sheet, tables.IMAGES)
    document = LetterPages(snapshot).document(RECIPIENT)
    pdf.write(path, [document], about(snapshot))
    if request.config.getoption("--gallery"):
        _draw(path)
    printed = " ".join(pages_of(path))
    place = 0
    for text in sheet.expected:
        found = printed.find(_bare(text), 0 if sheet.right_to_left else place)
        assert found >= 0, f"{text!r} does not follow in {printed[place:]!r}"
        place = found + len(text)
    assert not [text for text in sheet.absent if text in printed]


@pytest.mark.parametrize("run", [RunSettings(), PLAIN_PAPER], ids=["all", "plain paper"])
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_sheet_is_no_less_a_letter_when_it_is_read_back(
    sheet: Sheet, run: RunSettings, tmp_path: Path
) -> None:
    snapshot = replace(snapshot_of(sheet, tables.IMAGES), run=run)
    assert write(exporter("letters", "pdf"), snapshot, tmp_path / "letter.pdf").documents == 1


@pytest.mark.parametrize("format_", ["docx", "html", "txt"])
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_sheet_is_a_letter_in_formats_without_pages(
    sheet: Sheet, format_: str, tmp_path: Path
) -> None:
    snapshot = snapshot_of(sheet, tables.IMAGES)
    assert write(exporter("letters", format_), snapshot, tmp_path / "letter").documents == 1


@pytest.mark.parametrize(
    "sheet", [letters.ONE_BLOCK_OF_TIERS, letters.ARABIC, tables.FOOTNOTES], ids=lambda one: one.key
)
@pytest.mark.parametrize("made", ["letters", "block"])
def test_no_form_marker_or_number_of_columns_makes_a_good_list_refused(
    sheet: Sheet, made: str, tmp_path: Path
) -> None:
    making = exporter(made, "pdf")
    for form, marker, columns in product(Form, Marker, (1, 3)):
        layout = replace(sheet.settings.layout, form=form, marker=marker, columns=columns)
        settings = replace(sheet.settings, groups=(), layout=layout)
        snapshot = snapshot_of(replace(sheet, settings=settings), tables.IMAGES)
        with making.making(snapshot, tmp_path / "list.pdf", SILENT) as done:
            assert done.written.lines == len(sheet.signatories)


def test_every_sheet_has_a_name_of_its_own() -> None:
    assert len({sheet.key for sheet in SHEETS}) == len(SHEETS)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _draw(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=SHARP).to_pil()
            picture.save(path.with_name(f"{path.stem}-{number}.png"))
    finally:
        document.close()
