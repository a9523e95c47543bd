"""What was begun and is not imported yet: closing, leaving and beginning another lose nothing of it unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QSplitter, QTabBar
from pytestqt.qtbot import QtBot

from signatories.database import Database
from signatories.imports.planned import OnDuplicate
from signatories.queries import SIGN_ONS, ids
from tests.fakes import ImmediateJobs, RecordingNotices
from tests.import_hand import ImportHand
from ui.application import Application
from ui.main_window import MainWindow
from ui.pages.imports import part_in_sight
from ui.pages.imports.looking import Reading
from ui.places import Place
from ui.widgets.table import Table

LINE = "Omar Diallo, River Forum\n"
BACK_TO_ANNA = "Go back to the pasted text “Anna Berg, Well Fund”"


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
    assert notice.text.startswith(
        "Nothing of the pasted text “Omar Diallo, River Forum” is imported yet."
    )
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


def test_a_second_import_puts_the_first_aside_with_all_that_was_chosen(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    shown.paste(LINE + "Ines Moor, Moor Trust\n")
    shown.choose("What becomes of this row", OnDuplicate.SKIP)
    shown.choose("When one may be there already", "fill")
    shown.paste("Anna Berg, Well Fund\n")
    assert shown.rows("name") == [("Anna Berg",)]
    assert shown.combo("When one may be there already").currentData() == "ask"
    notice = notices.posted[-1]
    assert notice.action == "Go back to it"
    assert "“Omar Diallo, River Forum” is" in notice.text

    shown.window.show_place(Place("letters"))
    assert notice.act is not None
    notice.act()
    assert "Looking at the rows…" in shown.texts()
    shown.settle()
    assert shown.rows("name", "state") == [("Omar Diallo", "Left out"), ("Ines Moor", "New")]
    assert shown.combo("When one may be there already").currentData() == "fill"
    assert "“Anna Berg, Well Fund” is" in notices.texts[-1]


def ways_back(hand: ImportHand) -> dict[str, QPushButton]:
    buttons = hand.page.findChildren(QPushButton)
    return {b.accessibleName(): b for b in buttons if b.isVisible() and b.text() == "Go back to it"}


def test_what_was_put_aside_comes_back_when_the_other_is_imported_or_cancelled(
    shown: ImportHand, database: Database
) -> None:
    for line in (LINE, "Anna Berg, Well Fund\n", "Ines Moor, Moor Trust\n"):
        shown.paste(line)
    assert list(ways_back(shown)) == [BACK_TO_ANNA, f"Go back to the pasted text “{LINE.strip()}”"]
    ways_back(shown)[BACK_TO_ANNA].click()
    shown.settle()
    shown.press("Import 1 row")
    assert shown.rows("name") == [("Ines Moor",)]
    shown.press("Cancel")
    assert shown.rows("name") == [("Omar Diallo",)]
    assert not ways_back(shown)
    shown.press("Import 1 row")
    assert shown.window.stack.place.page == "letter"
    assert shown.window.close()
    with database.reading() as session:
        assert len(ids(session, SIGN_ONS)) == 2


def test_what_is_being_typed_is_put_aside_as_far_as_it_is_typed(
    shown: ImportHand, qtbot: QtBot
) -> None:
    shown.paste("")
    (field,) = shown.page.findChildren(QPlainTextEdit)
    qtbot.keyClicks(field, "Omar Diallo, River Forum")
    shown.paste("Anna Berg, Well Fund\n")
    shown.press("Cancel")
    assert shown.rows("name") == [("Omar Diallo",)]


def test_a_long_name_does_not_widen_the_window(shown: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / f"{'members of the coalition ' * 6}.csv"
    file.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    shown.window.resize(1024, 740)
    shown.open(file)
    shown.window.show_place(Place("imports"))
    shown.settle()
    assert shown.window.minimumSizeHint().width() <= 1024


def go_back(hand: ImportHand, notices: RecordingNotices) -> None:
    """Press what the latest notice offers."""
    notice = notices.posted[-1]
    assert (notice.text.startswith("Nothing of "), notice.action) == (True, "Go back to it")
    assert notice.act is not None
    notice.act()
    hand.settle()


def test_cancel_leads_back_to_all_that_was_chosen(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    shown.paste(LINE + "Ines Moor, Moor Trust\n")
    shown.choose("What becomes of this row", OnDuplicate.SKIP)
    shown.choose("When one may be there already", "fill")
    shown.press("Cancel")
    assert shown.window.stack.place == Place("letters")
    assert shown.window.close()
    shown.window.show()
    go_back(shown, notices)
    assert shown.rows("name", "state") == [("Omar Diallo", "Left out"), ("Ines Moor", "New")]
    assert shown.combo("When one may be there already").currentData() == "fill"
    shown.press("Import 1 row")
    assert shown.window.close()


def test_a_skipped_file_comes_back_by_its_notice(
    shown: ImportHand, tmp_path: Path, notices: RecordingNotices
) -> None:
    files = [tmp_path / "first.csv", tmp_path / "others.csv"]
    for file in files:
        file.write_text(f"Name,Organisation\nInes Moor,{file.stem} Trust\n", encoding="utf-8")
    shown.open(*files)
    shown.press("Skip this file")
    assert shown.rows("organisation") == [("others Trust",)]
    go_back(shown, notices)
    assert shown.rows("organisation") == [("first Trust",)]
    shown.press("Import 1 row")
    assert shown.rows("organisation") == [("others Trust",)]


def test_an_empty_field_to_paste_into_is_not_kept(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    shown.paste("")
    shown.paste(LINE)
    assert not notices.posted
    shown.press("Cancel")
    assert shown.window.stack.place == Place("letters")


def test_what_is_begun_while_an_import_is_written_stays_in_sight(
    shown: ImportHand, database: Database
) -> None:
    shown.paste(LINE)
    shown.button("Import 1 row").click()
    shown.paste("Anna Berg, Well Fund\n")
    assert shown.rows("name") == [("Anna Berg",)]
    shown.press("Cancel")
    assert shown.window.stack.place == Place("letters")
    with database.reading() as session:
        assert len(ids(session, SIGN_ONS)) == 1


def test_what_is_imported_is_not_looked_at_once_more(
    shown: ImportHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.paste(LINE)
    looks: list[object] = []
    monkeypatch.setattr(part_in_sight, "look", lambda *asked: looks.append(asked))
    shown.press("Import 1 row")
    assert not looks


def test_the_focus_goes_on_to_what_was_imported(shown: ImportHand, tmp_path: Path) -> None:
    shown.paste(LINE)
    shown.button("Import 1 row").setFocus()
    shown.press("Import 1 row")
    here = shown.window.focusWidget()
    assert isinstance(here, Table)
    assert here.accessibleName() == "Signatories"

    file = tmp_path / "members.csv"
    file.write_text("Name,Organisation\nInes Moor,Moor Trust\n---,\n", encoding="utf-8")
    shown.open(file)
    shown.button("Import 1 row").setFocus()
    shown.press("Import 1 row")
    here = shown.window.focusWidget()
    assert here is not None
    assert here.accessibleName() == "What the import brought"


def test_the_rows_of_a_file_have_the_focus_and_a_text_is_typed_on(
    shown: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    shown.open(file)
    assert shown.window.focusWidget() is shown.table()
    shown.paste(LINE)
    assert isinstance(shown.window.focusWidget(), QPlainTextEdit)


def test_the_way_to_the_records_leads_the_focus_there(shown: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text("Organisation,Country\nWell Fund,Ghana\n,Mali\n", encoding="utf-8")
    shown.begin(Reading((file,)).asking(as_="organisations"))
    shown.press("Import 1 row")
    shown.button("Show the organisations").setFocus()
    shown.press("Show the organisations")
    here = shown.window.focusWidget()
    assert here is not None
    assert here.accessibleName() == "Organisations"


def test_cancel_leaves_the_focus_where_it_is_seen(shown: ImportHand) -> None:
    shown.window.show_place(Place("letter", shown.letter, "signatories"))
    shown.settle()
    shown.paste(LINE)
    shown.button("Cancel").setFocus()
    shown.press("Cancel")
    here = shown.window.focusWidget()
    assert isinstance(here, QTabBar), "nobody is asked: the table is not shown"


def test_whoever_has_gone_elsewhere_meanwhile_stays_there(shown: ImportHand) -> None:
    shown.paste(LINE)
    shown.button("Import 1 row").click()
    shown.window.show_place(Place("people"))
    shown.settle()
    assert shown.window.stack.place == Place("people")


def test_closing_names_all_that_is_begun_and_discarding_leaves_nothing(
    shown: ImportHand, notices: RecordingNotices, database: Database
) -> None:
    shown.paste(LINE)
    shown.paste("Anna Berg, Well Fund\n")
    assert not shown.window.close()
    notice = notices.posted[-1]
    assert "Anna Berg" in notice.text
    assert "Omar Diallo" in notice.text
    assert notice.act is not None
    notice.act()
    assert shown.window.close()
    with database.reading() as session:
        assert not ids(session, SIGN_ONS)


def test_the_choices_give_way_to_the_rows_and_stay_so(
    shown: ImportHand, qtbot: QtBot, app: Application, jobs: ImmediateJobs
) -> None:
    shown.paste(LINE)
    (parts,) = shown.page.findChildren(QSplitter)
    parts.moveSplitter(0, 1)
    narrow = parts.sizes()
    assert narrow[0] < narrow[1]
    app.window_state.save_window(shown.window)
    again = MainWindow(app)
    qtbot.addWidget(again)
    again.resize(shown.window.size())
    again.show()
    other = ImportHand(again, jobs, shown.letter)
    other.paste(LINE)
    assert other.page.findChildren(QSplitter)[0].sizes() == narrow


@pytest.mark.parametrize("width", [1024, 1280])
def test_what_is_to_be_looked_at_is_in_sight_until_somebody_sets_the_widths(
    shown: ImportHand, app: Application, width: int
) -> None:
    shown.window.resize(width, 740)
    shown.paste(LINE + "Something odd without a comma\n")
    header = shown.table().horizontalHeader()
    problems = [column.name for column in shown.table().model().columns].index("problems")
    assert header.sectionViewportPosition(problems) + 100 < shown.table().viewport().width()
    header.resizeSection(problems - 1, 400)
    shown.window.resize(width - 20, 740)
    assert header.sectionSize(problems - 1) == 400
    app.window_state.save_window(shown.window)
    shown.press("Cancel")
    shown.paste(LINE)
    assert shown.table().columnWidth(problems - 1) == 400


def test_a_paste_is_shown_from_its_beginning(shown: ImportHand, qtbot: QtBot) -> None:
    shown.paste("")
    (field,) = shown.page.findChildren(QPlainTextEdit)
    pasted = QMimeData()
    pasted.setText("\n".join(f"Person {n}, Body {n}" for n in range(60)) + "\n\n\n")
    field.insertFromMimeData(pasted)
    assert field.firstVisibleBlock().text() == "Person 0, Body 0"
    assert field.textCursor().atEnd()


def test_what_is_to_be_looked_at_stands_beside_what_came(hand: ImportHand, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("Name,Role,Organisation,Country\nInes Moor,Chair,Moor Trust,Atlantis\n")
    for begin in (lambda: hand.open(file), lambda: hand.paste(LINE)):
        begin()
        header = hand.table().horizontalHeader()
        names = [column.name for column in hand.table().model().columns]
        shown = [name for n, name in enumerate(names) if not header.isSectionHidden(n)]
        assert shown[3] == "problems"


def given_up(hand: ImportHand) -> list[str]:
    """What the list of imports says of what was given up."""
    hand.window.show_place(Place("imports"))
    hand.settle()
    said = [label.text() for label in hand.page.findChildren(QLabel) if label.isVisible()]
    return [text for text in said if text.startswith("Given up")]


def test_the_list_of_imports_leads_back_to_what_was_cancelled(shown: ImportHand) -> None:
    shown.window.resize(1280, 740)
    shown.paste(LINE + "Ines Moor, Moor Trust\n")
    shown.choose("What becomes of this row", OnDuplicate.SKIP)
    shown.press("Cancel")
    assert given_up(shown) == [
        "Given up, not imported: the pasted text “Omar Diallo, River Forum”",
    ]
    shown.press("Go back to it")
    assert shown.rows("name", "state") == [("Omar Diallo", "Left out"), ("Ines Moor", "New")]
    assert not given_up(shown)
    shown.press("Go on with the pasted text")
    shown.press("Import 1 row")
    assert not given_up(shown)


def test_what_was_discarded_when_the_window_should_close_comes_back_too(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    shown.paste(LINE)
    shown.paste("Anna Berg, Well Fund\n")
    assert not shown.window.close()
    assert notices.posted[-1].act is not None
    notices.posted[-1].act()
    assert len(given_up(shown)) == 2
    shown.press("Go back to it")
    assert shown.rows("name") == [("Omar Diallo",)]


def test_what_was_imported_after_all_is_not_called_given_up(
    shown: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("Name,Organisation\nInes Moor,Moor Trust\n", encoding="utf-8")
    shown.open(file)
    shown.press("Cancel")
    assert len(given_up(shown)) == 1
    shown.open(file)
    shown.press("Import 1 row")
    assert not given_up(shown)


def test_only_the_latest_of_what_was_given_up_is_kept(shown: ImportHand) -> None:
    for number in range(8):
        shown.paste(f"Omar Diallo {number}, River Forum\n")
        shown.press("Cancel")
    kept = given_up(shown)
    assert len(kept) == 4
    assert "Diallo 7" in kept[0]


def test_the_way_back_leads_to_the_row_that_was_in_focus(
    shown: ImportHand, notices: RecordingNotices
) -> None:
    signers = (
        "Omar Diallo, River Forum",
        "Anna Berg, Well Fund",
        "Ines Moor, Moor Trust",
        "Bo Lind",
    )
    shown.paste("\n".join(signers) + "\n12/2010\n")
    shown.button("4  New").click()
    shown.focus(2)
    line = shown.table().current_id()
    shown.press("Cancel")
    go_back(shown, notices)
    assert shown.table().current_id() == line
    assert len(shown.rows("name")) == 4, "the chip is chosen, too"

    shown.paste("Ada Vance, Haven Trust\n")
    shown.press("Cancel")
    assert shown.table().current_id() == line


def test_the_row_in_focus_stays_when_the_columns_become_others(
    shown: ImportHand, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    rows = "".join(f"Person {n},Body {n},Chair\n" for n in range(6))
    file.write_text(f"Name,Organisation,Role\n{rows}", encoding="utf-8")
    shown.open(file)
    shown.focus(3)
    line = shown.table().current_id()
    shown.choose("Role", "")
    assert shown.table().current_id() == line
