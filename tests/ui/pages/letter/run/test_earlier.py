"""Earlier runs: looked up, made again, reprinted in part."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand

Open = Callable[[int], Hand]
MADE = "To the missions – letters.pdf"


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(sign_ons=2)
    for name in ("Aruba", "Benin", "بعثة", "Élan"):
        make.recipient(name, letter=made)
    make.confirm(made)
    return made


@pytest.fixture
def hand(letter: int, open_letter: Open, tmp_path: Path) -> Hand:
    """The tab after one run."""
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.write("Folder", str(tmp_path))
    hand.press("Make all")
    hand.press("Earlier runs  1")
    return hand


def cells(hand: Hand, row: int = 0) -> list[str]:
    (table,) = hand.tables("Earlier runs")
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_without_runs_there_is_nothing_to_look_up(letter: int, open_letter: Open) -> None:
    hand = open_letter(letter)
    hand.open_tab("Run")
    assert not any(text.startswith("Earlier runs") for text in hand.buttons)


def test_a_run_is_listed_with_what_it_made_of_what(hand: Hand, tmp_path: Path) -> None:
    _, product, actor, source, figures, files = cells(hand)
    assert product == "Letters in one file, PDF"
    assert actor
    assert source == "Version 1"
    assert figures == "4 documents, 4 pages, 2 lines in the block"
    assert files == "1"
    assert f"In {tmp_path}:\n1 file as made" in hand.words


def test_what_a_run_warned_of_is_read_later(
    letter: int, make: Make, open_letter: Open, tmp_path: Path
) -> None:
    make.sign_on(letter, "Eve Moth", "Haven Trust")
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.write("Folder", str(tmp_path))
    hand.press("Make all")
    hand.press("Hide what was made")
    hand.press("Earlier runs  1")

    hand.press("What was warned of")

    assert any("Eve Moth" in text for text in hand.words)


def test_what_became_of_its_files_is_told(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / MADE).write_bytes(b"edited")
    hand.page.refresh(None)
    hand.settle()
    assert f"In {tmp_path}:\n1 file changed since" in hand.words

    (tmp_path / MADE).unlink()
    hand.page.refresh(None)
    hand.settle()
    assert f"In {tmp_path}:\n1 file not there any more" in hand.words
    assert hand.field("File").currentText() == f"{MADE} (gone)"


def test_a_run_is_made_again_beside_what_stands_there(
    hand: Hand, make: Make, letter: int, tmp_path: Path
) -> None:
    make.recipient("Denmark", letter=letter)

    hand.press("Make again")

    again = tmp_path / "To the missions – letters (2).pdf"
    assert again.read_bytes() == (tmp_path / MADE).read_bytes()
    assert "The same as then, byte for byte." in hand.words
    assert "Earlier runs  2" in hand.buttons
    assert len(pages(again)) == 4


def test_some_are_found_by_typing_and_reprinted_in_their_order(hand: Hand, tmp_path: Path) -> None:
    hand.press("Reprint these…")
    assert hand.dialog is not None
    hand.press("Reprint")
    assert "Tick at least one." in hand.words
    (listed,) = hand.dialog.findChildren(QListWidget)
    for name in ("elan", "aru"):
        hand.write("Find in the list", name)
        (item,) = [listed.item(row) for row in range(4) if not listed.item(row).isHidden()]
        item.setCheckState(Qt.CheckState.Checked)
    assert "Tick at least one." not in hand.words

    hand.press("Reprint")

    first, second = pages(tmp_path / "To the missions – letters – reprint.pdf")
    assert "We write to Aruba." in first
    assert "We write to Élan." in second
    assert "Made of what was printed then." in hand.words

    hand.press("Hide what was made")
    assert "Made of what was printed then." not in hand.words


def test_reprinting_is_cancelled_in_its_dialog(hand: Hand, tmp_path: Path) -> None:
    hand.press("Reprint these…")
    hand.press("Cancel")
    assert list(tmp_path.glob("*.pdf")) == [tmp_path / MADE]
    assert "Earlier runs  1" in hand.buttons


def test_a_folder_that_is_gone_is_said_where_it_is_chosen(hand: Hand, tmp_path: Path) -> None:
    hand.press("Make")
    hand.write("Folder", str(tmp_path / "nowhere"))
    hand.press("Earlier runs  1")

    hand.press("Make again")

    assert f"There is no folder {tmp_path / 'nowhere'}." in hand.words


def test_a_file_that_cannot_be_written_is_said(
    hand: Hand, notices: RecordingNotices, tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    hand.press("Make")
    hand.write("Folder", str(folder))
    folder.chmod(0o500)
    hand.press("Earlier runs  1")
    try:
        hand.press("Make again")
    finally:
        folder.chmod(0o700)

    if not list(folder.iterdir()):  # the administrator may write everywhere
        assert notices.current is not None
        assert "locked" in notices.current.text
        assert hand.button("Make again").isEnabled()


def test_everything_of_earlier_runs_has_a_name(hand: Hand) -> None:
    assert hand.nameless() == []


def test_what_changed_since_a_run_is_told(hand: Hand, make: Make, letter: int) -> None:
    hand.press("Changed since")
    assert "No recipient and no signatory has changed." in hand.words

    make.recipient("Denmark", letter=letter)
    late = make.sign_on(letter, "Eve Moth", "Haven Trust")
    make.confirm(letter, late)
    hand.page.refresh(None)
    hand.settle()
    hand.press("Changed since")

    listed = hand.field("Changed since")
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "New recipient: Denmark",
        "New on the list: Eve Moth, Haven Trust",
    ]
    assert (
        "Recipients: 1 new, 0 gone, 0 printed otherwise. "
        "Signatories: 1 new, 0 gone, 0 printed otherwise."
    ) in hand.words
