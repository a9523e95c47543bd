"""A run: what to look at first, products of one snapshot, and the record of what was made."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from ui.theme import colour

Open = Callable[[int], Hand]


class Desktop(QObject):
    """Takes what would open in the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=5, sign_ons=2)
    make.confirm(made)
    return made


def opened(open_letter: Open, letter: int, folder: Path) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.write("Folder", str(folder))
    return hand


def ground(button: QWidget) -> QColor:
    return button.grab().toImage().pixelColor(5, button.height() // 2)


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_all_letters_are_made_and_recorded(
    letter: int, open_letter: Open, tmp_path: Path, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    assert "Nothing to mend: all can be printed." in hand.words

    hand.press("Make all")

    made = tmp_path / "To the missions – letters.pdf"
    assert pages(made) == 5
    assert f"Made 1 file with 5 pages in {tmp_path}" in hand.words
    assert notices.texts == [f"1 file made in {tmp_path}."]


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_what_a_run_made_is_opened(
    letter: int, open_letter: Open, tmp_path: Path, desktop: Desktop
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("Make all")

    hand.press("Open")
    hand.press("Show in folder")

    assert desktop.opened == [tmp_path / "To the missions – letters.pdf", tmp_path]


def test_a_file_that_is_gone_is_not_opened(
    letter: int, open_letter: Open, tmp_path: Path, desktop: Desktop, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("Make all")
    (tmp_path / "To the missions – letters.pdf").unlink()

    hand.press("Open")

    assert desktop.opened == []
    assert notices.texts[-1] == "“To the missions – letters.pdf” is not there any more."


def test_products_are_made_together(letter: int, open_letter: Open, tmp_path: Path) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.tick_named("List of signatories, Text")
    hand.press("More to make")
    hand.tick_named("All answers, internal, Workbook")

    hand.press("Make all")

    assert {path.name for path in tmp_path.glob("To the*")} == {
        "To the missions – letters.pdf",
        "To the missions – signatories.txt",
        "To the missions – answers, internal.xlsx",
    }


def test_what_blocks_a_run_is_said_before_and_nothing_is_made(
    make: Make, open_letter: Open, tmp_path: Path, notices: RecordingNotices
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    hand = opened(open_letter, make.letter(recipients=1, sign_ons=1), folder)
    assert any("Nobody has confirmed" in text for text in hand.words)

    hand.press("Make all")

    assert list(folder.iterdir()) == []
    assert any("Nobody has confirmed" in text for text in notices.texts)
    assert hand.button("Make all").isEnabled()


def test_making_is_the_next_thing_only_when_nothing_blocks_it(
    make: Make, open_letter: Open, tmp_path: Path
) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    hand = opened(open_letter, letter, tmp_path)
    assert ground(hand.button("Make all")) == colour("surface")

    make.confirm(letter)
    hand.page.refresh(None)
    hand.settle()
    assert ground(hand.button("Make all")) == colour("accent")


def test_who_said_yes_and_has_not_confirmed_is_listed(
    make: Make, letter: int, open_letter: Open, tmp_path: Path
) -> None:
    make.sign_on(letter, "Ada Vance", "Haven Trust")

    hand = opened(open_letter, letter, tmp_path)

    said = next(text for text in hand.words if "not confirmed version 1" in text)
    assert said.startswith("1 said yes")
    assert "Ada Vance" in said


def test_result_of_a_run_does_not_make_the_window_grow(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    folder = tmp_path / ("a-long-name-that-does-not-wrap-" * 5)
    folder.mkdir()
    hand = opened(open_letter, letter, folder)
    hand.page.resize(780, 560)
    before = hand.page.size()
    for box in hand.page.findChildren(QCheckBox):
        box.setChecked(box.isVisible() and box.accessibleName().startswith("Letters"))

    hand.press("Make all")
    hand.wait_until(lambda: any(text.startswith("Made ") for text in hand.words))

    assert hand.page.minimumSizeHint().width() <= before.width()
    assert hand.page.minimumSizeHint().height() <= before.height()
    assert hand.page.size() == before
    opener = hand.button("Show in folder")
    assert not opener.visibleRegion().isEmpty()


def test_missing_folder_is_said_beside_the_field(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path / "nowhere")

    hand.press("Make all")

    assert f"There is no folder {tmp_path / 'nowhere'}." in hand.words
    assert not hand.field("Folder").visibleRegion().isEmpty()

    hand.write("Folder", str(tmp_path))
    assert not any(text.startswith("There is no folder") for text in hand.words)


@pytest.mark.parametrize("folder", ["", " ", "out"])
def test_files_never_go_where_the_program_happens_to_be(
    letter: int, open_letter: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    hand = opened(open_letter, letter, Path())
    hand.write("Folder", folder)
    assert not any("thing into" in text for text in hand.said)

    hand.press("Make all")

    assert "Choose a folder for the files." in hand.words
    assert list(tmp_path.rglob("*.pdf")) == []


def test_nothing_ticked_is_nothing_to_make(letter: int, open_letter: Open, tmp_path: Path) -> None:
    hand = opened(open_letter, letter, tmp_path)

    hand.tick_named("Letters in one file, PDF")

    assert not hand.button("Make all").isEnabled()


def test_lists_need_no_recipients_and_their_success_ends_the_error(
    make: Make, open_letter: Open, tmp_path: Path, notices: RecordingNotices
) -> None:
    letter = make.letter(recipients=0, sign_ons=2)
    make.confirm(letter)
    hand = opened(open_letter, letter, tmp_path)
    missing = "The letter has no recipients: import or add some first."
    assert missing in hand.words
    hand.press("Make all")
    assert notices.current is not None
    assert missing in notices.current.text

    hand.tick_named("Letters in one file, PDF")
    hand.tick_named("List of signatories, Text")
    hand.settle()
    assert missing not in hand.words

    hand.press("Make all")
    assert notices.current is not None
    assert notices.current.text == f"1 file made in {tmp_path}."
    assert f"Made 1 file in {tmp_path}" in hand.words
    notices.close_current()
    assert notices.current is None


def test_an_error_of_the_run_goes_when_the_tab_is_left(
    make: Make, open_letter: Open, tmp_path: Path, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, make.letter(recipients=1, sign_ons=1), tmp_path)
    hand.press("Make all")
    assert notices.current is not None

    hand.open_tab("Text")

    assert notices.current is None


def test_what_stands_in_the_way_of_a_file_is_said_and_another_try_is_free(
    letter: int, open_letter: Open, tmp_path: Path, notices: RecordingNotices
) -> None:
    (tmp_path / "To the missions – letters.pdf").mkdir()
    hand = opened(open_letter, letter, tmp_path)

    hand.press("Make all")

    assert notices.current is not None
    assert "To the missions – letters.pdf" in notices.current.text
    assert not any(text.startswith("Made ") for text in hand.words)
    hand.write("Folder", str(tmp_path))
    assert notices.current is None
    (tmp_path / "To the missions – letters.pdf").rmdir()
    hand.press("Make all")
    assert f"Made 1 file with 5 pages in {tmp_path}" in hand.words


def test_what_is_made_where_is_said_at_the_button(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    assert f"1 thing into {tmp_path}" in hand.said
    assert "To the missions – letters.pdf" in hand.words

    hand.tick_named("List of signatories, Text")

    assert f"2 things into {tmp_path}" in hand.said
    assert "To the missions – letters.pdf\nTo the missions – signatories.txt" in hand.words


def test_a_long_title_does_not_widen_the_window(
    make: Make, open_letter: Open, tmp_path: Path
) -> None:
    letter = make.letter(recipients=2, sign_ons=1, title="Unbreakable" * 40)
    make.confirm(letter)
    hand = opened(open_letter, letter, tmp_path)

    hand.press("Make a sample")
    hand.press("Make all")
    hand.press("Earlier runs  1")

    (made,) = tmp_path.glob("*.pdf")
    assert len(made.name) <= 120
    assert hand.page.minimumSizeHint().width() <= 800


def test_what_was_made_can_be_hidden(letter: int, open_letter: Open, tmp_path: Path) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("Make all")

    hand.press("Hide what was made")

    assert not any(text.startswith("Made ") for text in hand.words)


def test_what_a_run_warned_of_can_be_read_again(
    make: Make, letter: int, open_letter: Open, tmp_path: Path
) -> None:
    make.sign_on(letter, "Ada Vance", "Haven Trust")
    hand = opened(open_letter, letter, tmp_path)
    hand.press("Make all")
    told = sum("not confirmed version 1" in text for text in hand.words)

    hand.press("What was warned of")

    assert sum("not confirmed version 1" in text for text in hand.words) == told + 1
    assert hand.nameless() == []
