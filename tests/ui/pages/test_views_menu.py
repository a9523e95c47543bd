"""Saved views: what a table shows is kept under a name, shown again, renamed and removed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from signatories.database import Database
from tests.factories import Make
from tests.fakes import ImmediateJobs, RecordingNotices
from ui.dialogs.view_name import ViewNameDialog
from ui.main_window import MainWindow
from ui.pages.record_page import RecordPage
from ui.pages.views_menu import view_of
from ui.places import Place

Press = Callable[[str], None]


@pytest.fixture
def page(database: Database, window: MainWindow, jobs: ImmediateJobs) -> RecordPage:
    make = Make(database)
    make.organisation("River Forum", country="GH", email="a@river.example")
    make.organisation("Harbour Forum", country="ZA")
    make.organisation("Tide Watch", country="GH")
    window.app.file.look()
    window.show_place(Place("organisations"))
    jobs.settle()
    shown = window.stack.page
    assert isinstance(shown, RecordPage)
    return shown


@pytest.fixture
def menu(page: RecordPage) -> Callable[[], dict[str, bool]]:
    """Open the menu; its lines, each with whether it is ticked."""

    def menu() -> dict[str, bool]:
        opened = views_menu(page)
        opened.aboutToShow.emit()
        return {one.text(): one.isChecked() for one in opened.actions() if one.text()}

    return menu


@pytest.fixture
def press(page: RecordPage, menu: Callable[[], dict[str, bool]], jobs: ImmediateJobs) -> Press:
    def press(text: str) -> None:
        menu()
        next(one for one in views_menu(page).actions() if one.text() == text).trigger()
        jobs.settle()

    return press


@pytest.fixture
def name_it(qtbot: QtBot, page: RecordPage, jobs: ImmediateJobs) -> Press:
    def name_it(name: str) -> None:
        dialog = next(one for one in page.findChildren(ViewNameDialog) if one.isVisible())
        field = dialog.findChildren(QLineEdit)[0]
        field.clear()
        qtbot.keyClicks(field, name)
        box = dialog.findChildren(QDialogButtonBox)[0]
        next(one for one in box.buttons() if one.text() == "Save").click()
        jobs.settle()

    return name_it


def views_menu(page: RecordPage) -> QMenu:
    found = page.findChildren(QPushButton)
    opened = next(one for one in found if one.accessibleName() == "Saved views").menu()
    assert opened is not None
    return opened


def names(page: RecordPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def narrow(qtbot: QtBot, page: RecordPage, jobs: ImmediateJobs) -> None:
    """Search, filter, sort and hide columns."""
    qtbot.keyClicks(page.search, "forum")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    page.chips.choose("email")
    header = page.table.horizontalHeader()
    header.setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    header.hideSection(1)
    header.moveSection(header.visualIndex(4), 0)
    jobs.settle()


def test_a_view_brings_back_search_filter_order_and_columns(
    qtbot: QtBot,
    page: RecordPage,
    jobs: ImmediateJobs,
    menu: Callable[[], dict[str, bool]],
    press: Press,
    name_it: Press,
) -> None:
    everything = view_of(page)
    press("&Save as a view…")
    name_it("All & sundry")
    narrow(qtbot, page, jobs)
    assert names(page) == ["Harbour Forum"]
    narrowed = view_of(page)
    press("&Save as a view…")
    name_it("To ask")
    assert menu()["To ask"]
    assert not menu()["All && sundry"]

    press("All && sundry")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert view_of(page) == everything
    assert len(names(page)) == 3

    press("To ask")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    jobs.settle()
    assert view_of(page) == narrowed
    assert narrowed.columns == ("country", "name", "people", "letters", "kind")
    assert names(page) == ["Harbour Forum"]


def test_a_view_is_renamed_and_removed_with_a_way_back(
    page: RecordPage,
    notices: RecordingNotices,
    jobs: ImmediateJobs,
    menu: Callable[[], dict[str, bool]],
    press: Press,
    name_it: Press,
) -> None:
    press("&Save as a view…")
    name_it("Mine")
    press("&Rename “Mine”…")
    name_it("Ours")
    assert list(menu()) == ["Ours", "&Rename “Ours”…", "Re&move “Ours”"]

    press("Re&move “Ours”")
    assert list(menu()) == ["&Save as a view…"]
    notices.posted[-1].act()
    jobs.settle()
    assert "Ours" in menu()
    page.app.take_back()  # of what was not undone yet, the latest: the new name
    jobs.settle()
    assert "Mine" in menu()
    page.app.take_back()
    jobs.settle()
    assert list(menu()) == ["&Save as a view…"]


def test_a_view_that_is_shown_otherwise_by_now_is_updated_renamed_and_undone(
    qtbot: QtBot,
    page: RecordPage,
    jobs: ImmediateJobs,
    menu: Callable[[], dict[str, bool]],
    press: Press,
    name_it: Press,
) -> None:
    press("&Save as a view…")
    name_it("R&D")
    page.chips.choose("email")
    jobs.settle()
    assert list(menu())[1:] == [
        *("&Save as a view…", "&Update “R&&D”", "&Rename “R&&D”…", "Re&move “R&&D”")
    ]
    press("&Rename “R&&D”…")
    name_it("Ours")
    press("&Update “Ours”")
    assert menu()["Ours"]
    page.app.take_back()
    jobs.settle()
    assert not menu()["Ours"]
    press("Ours")
    assert page.chips.chosen == ()


def test_a_name_that_is_taken_is_refused_beside_its_field(
    qtbot: QtBot, page: RecordPage, jobs: ImmediateJobs, press: Press, name_it: Press
) -> None:
    press("&Save as a view…")
    name_it("Mine")
    narrow(qtbot, page, jobs)
    press("&Save as a view…")
    name_it(" Mine ")
    (dialog,) = (one for one in page.findChildren(ViewNameDialog) if one.isVisible())
    assert "Another view has that name." in [one.text() for one in dialog.findChildren(QLabel)]
    dialog.reject()
