"""What was begun and is not imported yet: closing, leaving and beginning another lose nothing of it unasked."""

from pathlib import Path

import pytest

from signatories.database import Database
from signatories.queries import SIGN_ONS, ids
from tests.fakes import RecordingNotices
from tests.import_hand import ImportHand
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
