"""What was begun and is not imported yet: closing, leaving and beginning another lose nothing of it unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from signatories.database import Database
from signatories.queries import SIGN_ONS, ids
from tests.fakes import ImmediateJobs, RecordingNotices
from tests.import_hand import ImportHand
from ui.application import Application
from ui.main_window import MainWindow
from ui.places import Place

LINE = "Omar Diallo, River Forum\n"


@pytest.fixture
def shown(hand: ImportHand) -> ImportHand:
    hand.window.show()
    return hand


def test_the_window_stays_open_while_an_import_is_begun(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    shown.paste(LINE)
    shown.window.show_place(Place("letters"))
    assert not shown.window.close()
    notice = notices.posted[-1]
    assert notice.text.startswith("Nothing of the pasted text is imported yet.")
    assert shown.window.stack.place == Place("imports")
    shown.press("Go on with the pasted text")
    assert shown.rows("name") == [("Omar Diallo",)]

    assert notice.act is not None
    notice.act()
    assert not shown.page.is_looking
    assert shown.window.close()


def test_an_import_that_is_done_does_not_keep_the_window_open(
    shown: ImportHand, database: Database
) -> None:
    shown.paste(LINE)
    shown.press("Import 1 row")
    assert shown.window.close()
    with database.reading() as session:
        assert len(ids(session, SIGN_ONS)) == 1


def test_files_that_follow_keep_the_window_open(
    shown: ImportHand, tmp_path: Path, notices: RecordingNotices
) -> None:
    files = [tmp_path / "first.csv", tmp_path / "others.csv"]
    for file in files:
        file.write_text("Name,Organisation\nInes Moor,Moor Trust\n---,\n", encoding="utf-8")
    shown.open(*files)
    shown.press("Import 1 row")
    assert not shown.window.close()
    assert notices.texts[-1].startswith("Nothing of others.csv is imported yet.")


def test_the_choices_give_way_to_the_rows_and_stay_so(
    shown: ImportHand, qtbot: QtBot, app: Application, jobs: ImmediateJobs
) -> None:
    shown.paste(LINE)
    (parts,) = shown.page.findChildren(QSplitter)
    parts.moveSplitter(0, 1)
    narrow = parts.sizes()
    assert narrow[0] < narrow[1]
    again = MainWindow(app)
    qtbot.addWidget(again)
    again.resize(shown.window.size())
    again.show()
    other = ImportHand(again, jobs, shown.letter)
    other.paste(LINE)
    assert other.page.findChildren(QSplitter)[0].sizes() == narrow


def test_what_is_to_be_looked_at_stands_beside_what_came(hand: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("Name,Role,Organisation,Country\nInes Moor,Chair,Moor Trust,Atlantis\n")
    for begin in (lambda: hand.open(file), lambda: hand.paste(LINE)):
        begin()
        header = hand.table().horizontalHeader()
        names = [column.name for column in hand.table().model().columns]
        shown = [name for n, name in enumerate(names) if not header.isSectionHidden(n)]
        assert shown[3] == "problems"
