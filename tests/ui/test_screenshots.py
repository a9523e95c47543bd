"""Every page and dialog on the sample, light and dark: nothing is cut off, and everything has a name.

With `--screenshots DIR` each is saved as a picture, for people to look at.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import justmytype_intl_cjk
import manimgx_fonts
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from signatories import erasing, recipients, sample
from signatories.consents import Given
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import Logo, OrganisationDraft
from signatories.erasing import Named
from signatories.models import Use
from signatories.pictures.files import PictureFile
from signatories.sign_ons.drafts import SignOnDraft
from signatories.sign_ons.lists import NumberedList
from tests.fakes import ImmediateJobs
from tests.import_pictures import IMPORTS
from tests.pictures import picture
from ui.application import Application
from ui.dialogs.about import AboutDialog
from ui.dialogs.close_list import CloseListDialog
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.consents import ConsentsDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.erase import EraseDialog
from ui.dialogs.left_behind import LeftBehindDialog
from ui.dialogs.new_letter import NewLetterDialog
from ui.dialogs.organisation import OrganisationDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.recipient import RecipientDialog
from ui.dialogs.reprint import ReprintDialog
from ui.dialogs.sign_on import SignOnDialog
from ui.dialogs.spelling import SpellingDialog
from ui.dialogs.view_name import ViewNameDialog
from ui.main_window import MainWindow
from ui.models.choices import Choice
from ui.notices import Tone
from ui.pages.letter import LetterPage
from ui.places import Place
from ui.theme import dress
from ui.widgets.finder import Finder

SIZE = (1240, 800)
PAUSE = 200  # milliseconds
SANS = Path(manimgx_fonts.__file__).parent
KOREAN = Path(justmytype_intl_cjk.__file__).parent / "fonts/ofl/notosanskr/NotoSansKR[wght].ttf"
NAMES = ("NotoSans[wght].ttf", "NotoSansArabic[wght].ttf", "NotoSansDevanagari[wght].ttf")
FONT_FILES = [*(SANS / name for name in NAMES), KOREAN]
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}

Build = Callable[[MainWindow, ImmediateJobs], QWidget]


@pytest.fixture(scope="module")
def fonts(qapp: QApplication) -> Iterator[None]:
    """The bundled fonts, since the offscreen platform may have none."""
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in FONT_FILES]
    before = qapp.font()
    qapp.setFont(QFont("Noto Sans", 10))
    yield
    qapp.setFont(before)
    for number in loaded:
        QFontDatabase.removeApplicationFont(number)


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.signatories"
    sample.write(path)
    return path


@pytest.fixture
def window(
    qtbot: QtBot,
    fonts: None,
    sample_path: Path,
    run_on: Callable[[Database], Application],
    jobs: ImmediateJobs,
) -> MainWindow:
    shown = MainWindow(run_on(Database.open(sample_path)))
    qtbot.addWidget(shown)
    shown.resize(*SIZE)
    shown.show()
    jobs.settle()
    return shown


def page(place: Place) -> Build:
    def build(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
        window.show_place(place)
        jobs.settle()
        return window

    return build


def tab(name: str) -> Build:
    def build(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
        window.show_place(Place("letter", 1))
        jobs.settle()
        letter = window.stack.page
        assert isinstance(letter, LetterPage)
        letter.show_part(name)
        jobs.settle()
        return window

    return build


def pressed(build: Build, text: str) -> Build:
    def build_and_press(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
        shown = build(window, jobs)
        QApplication.processEvents()
        buttons = [one for one in shown.findChildren(QPushButton) if one.isVisible()]
        next(one for one in buttons if one.text() == text).click()
        jobs.settle()
        return shown

    return build_and_press


def empty_page(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    path = (
        window.app.window_state.last_file or window.app.database.path.parent / "empty.signatories"
    )
    window.app.open_workspace(path, create=True)
    return page(Place("organisations"))(window, jobs)


def notice(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    window.app.say("Imported 14 signatories from members.csv", action="Undo", act=str)
    return page(Place("people"))(window, jobs)


def error_notice(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    text = "“members.csv” is being written by another program. Try again in a moment."
    window.app.say(text, Tone.ERROR)
    return page(Place("recipients"))(window, jobs)


def finder(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    window.menu_actions["find_all"].trigger()
    jobs.settle()
    return window.findChildren(Finder)[0]


def dialog(make: Callable[[MainWindow], QDialog]) -> Build:
    def build(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
        made = make(window)
        made.open()
        return made

    return build


def organisation_dialog(window: MainWindow) -> QDialog:
    with window.app.reading() as session:
        draft = organisations.draft_of(session, organisations.get(session, 1))
    return OrganisationDialog(draft, window)


def person_dialog(window: MainWindow) -> QDialog:
    with window.app.reading() as session:
        draft = people.draft_of(session, people.get(session, 1))
    return PersonDialog([Choice("1", "The first organisation")], draft, window)


def recipient_dialog(window: MainWindow) -> QDialog:
    with window.app.reading() as session:
        draft = recipients.draft_of(recipients.get(session, 1))
    return RecipientDialog(draft, window)


def consents_dialog(window: MainWindow) -> QDialog:
    differing = [Given({Use.LOGO: True}, frozenset({2})), Given({Use.COUNT_ONLY: True})]
    missions = [Choice(str(number), f"Mission number {number}") for number in range(1, 9)]
    return ConsentsDialog(differing, missions, window)


def signatory_dialog(window: MainWindow) -> QDialog:
    columns = (("comment", "Rivers know no borders."), ("footnote", "In office since May."))
    draft = SignOnDraft(organisation="River Forum", role="Director", country="GH", extra=columns)
    return SignOnDialog(draft, window)


def logo_dialog(window: MainWindow) -> QDialog:
    logo = Logo(PictureFile("river-forum-logo.png", picture(size=(900, 300), colour="teal")))
    return OrganisationDialog(OrganisationDraft(name="River Forum", logo=logo), window)


def close_list_dialog(window: MainWindow) -> QDialog:
    cut_off = dt.datetime(2026, 5, 1, 18, tzinfo=dt.UTC)
    last = NumberedList(1, 1, cut_off, signatories=11, came=11, withdrawn=0, later=3)
    made = CloseListDialog(last, window)
    made.findChild(QCheckBox).click()
    return made


def reprint_dialog(window: MainWindow) -> QDialog:
    return ReprintDialog(
        [Choice(str(number), f"Mission {number}") for number in range(1, 9)], window
    )


def erase_dialog(window: MainWindow) -> QDialog:
    plan = erasing.look(window.app.database, 1)
    alike = (Named(3, plan.person.name),)
    return EraseDialog(
        replace(plan, alike=alike, backups=(Path("office 2026.signatories"),)), window
    )


def left_behind_dialog(window: MainWindow) -> QDialog:
    names = ("letters.pdf", "annex.xlsx", "letters-internal.xlsx")
    return LeftBehindDialog(
        [f"The file {name} was made of a list with them." for name in names], window
    )


def earlier_runs(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    window.app.window_state.run_folder = window.app.database.path.parent
    made = pressed(tab("run"), "&Make all")
    return pressed(pressed(made, "Earlier runs  1"), "&Changed since")(window, jobs)


def refused_dialog(window: MainWindow) -> QDialog:
    made = OrganisationDialog(None, window)
    made.accept()
    return made


SHOTS: dict[str, Build] = {
    "welcome": page(Place("welcome")),
    "letters": page(Place("letters")),
    "organisations": page(Place("organisations")),
    "people": page(Place("people")),
    "recipients": page(Place("recipients")),
    "imports": page(Place("imports")),
    "history": page(Place("history")),
    "letter-text": tab("text"),
    "letter-heading": pressed(tab("text"), "Heading"),
    "letter-next-version": pressed(tab("text"), "Edit as version 2"),
    "letter-signatories": tab("signatories"),
    "letter-block": tab("block"),
    "letter-block-lines": pressed(tab("block"), "&Move lines"),
    "letter-block-compare": pressed(tab("block"), "Com&pare"),
    "letter-block-groups": pressed(pressed(tab("block"), "Form"), "Groups"),
    "letter-recipients": tab("recipients"),
    "letter-run": tab("run"),
    "letter-run-options": pressed(tab("run"), "How"),
    "letter-run-more": pressed(tab("run"), "More to make"),
    "letter-run-sample": pressed(tab("run"), "Make a &sample"),
    **IMPORTS,
    "empty-page": empty_page,
    "notice": notice,
    "notice-error": error_notice,
    "finder": finder,
    "dialog-organisation": dialog(organisation_dialog),
    "dialog-person": dialog(person_dialog),
    "dialog-recipient": dialog(recipient_dialog),
    "dialog-logo": dialog(logo_dialog),
    "dialog-consents": dialog(consents_dialog),
    "dialog-more-columns": dialog(signatory_dialog),
    "dialog-problem": dialog(refused_dialog),
    "dialog-signatory": dialog(lambda window: SignOnDialog(parent=window)),
    "dialog-confirm": dialog(lambda window: ConfirmDialog(15, 2, opens=True, parent=window)),
    "dialog-close-list": dialog(close_list_dialog),
    "dialog-reprint": dialog(reprint_dialog),
    "dialog-erase": dialog(erase_dialog),
    "dialog-left-behind": dialog(left_behind_dialog),
    "dialog-spelling": dialog(SpellingDialog),
    "dialog-new-letter": dialog(NewLetterDialog),
    "dialog-view-name": dialog(lambda window: ViewNameDialog((), parent=window)),
    "dialog-crash": dialog(lambda window: CrashDialog("Traceback …\nValueError: 7", window)),
    "dialog-about": dialog(AboutDialog),
    "letter-run-earlier": earlier_runs,  # last: the sample that all share has a run from then on
}


@pytest.mark.parametrize("name", SHOTS)
def test_nothing_is_cut_off_and_everything_has_a_name(
    qapp: QApplication,
    qtbot: QtBot,
    window: MainWindow,
    jobs: ImmediateJobs,
    pytestconfig: pytest.Config,
    name: str,
) -> None:
    shown = SHOTS[name](window, jobs)
    qtbot.wait(PAUSE)  # previews wait for a pause; layouts settle in the event loop
    jobs.settle()
    try:
        for scheme, value in SCHEMES.items():
            dress(qapp, value)
            qtbot.wait(1)
            save(shown, pytestconfig.getoption("--screenshots"), f"{name}-{scheme}")
        jobs.settle()  # a slow machine may have begun another look meanwhile
        assert cut_off(shown) == []
        assert nameless(shown) == []
    finally:
        dress(qapp, Qt.ColorScheme.Light)
        if shown is not window:
            shown.close()


def save(shown: QWidget, folder: Path | None, name: str) -> None:
    picture = shown.grab()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        assert picture.save(str(folder / f"{name}.png"))


def cut_off(shown: QWidget) -> list[str]:
    labels = [label for label in shown.findChildren(QLabel) if label.isVisible()]
    buttons = [button for button in shown.findChildren(QPushButton) if button.isVisible()]
    return [label.text() for label in labels if not fits(label)] + [
        button.text() for button in buttons if button.width() < button.minimumSizeHint().width()
    ]


def fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    return label.sizeHint().width() <= label.width() + 1


def nameless(shown: QWidget) -> list[QWidget]:
    """Controls that a screen reader would have no word for."""
    labelled = {label.buddy() for label in shown.findChildren(QLabel)}
    return [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QAbstractButton | QDialog)
        and not (widget.accessibleName() or widget in labelled)
        and not is_part_of_a_control(widget)
    ] + [
        button
        for button in shown.findChildren(QAbstractButton)
        if button.isVisible()
        and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (button.text() or button.accessibleName())
    ]


def is_part_of_a_control(widget: QWidget) -> bool:
    """Parts that Qt makes inside others, such as the line edit of a choice."""
    return widget.focusProxy() is not None or widget.objectName().startswith("qt_")
