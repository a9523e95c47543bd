"""The blocks of real letters: each is set in a letter, written as a PDF and read back by another engine."""

import re
from pathlib import Path

import pypdfium2
import pytest

from signatories.exports import pdf
from signatories.exports.letters import about
from signatories.merge.pages import LetterPages
from tests.gallery import letters, tables
from tests.gallery.sheet import RECIPIENT, Sheet, snapshot_of
from tests.printed import pages_of

SHEETS = (*letters.SHEETS, *tables.SHEETS)
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
