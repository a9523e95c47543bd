"""The shell: sidebar, pages, menus, status line. No domain rules."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from signatories.locations import default_workspace, log_folder, resource
from signatories.recording import Changes
from ui.actions import PAGE_ROWS, fill_menus, make_actions, page_words
from ui.application import Application
from ui.contents import Contents, read_contents
from ui.dialogs.about import AboutDialog
from ui.file_banners import FileBanners
from ui.files import Files
from ui.finding import Finding
from ui.incoming import Incoming, can_be_read
from ui.page_stack import PageStack
from ui.pages.every import PAGES, RECORD_PAGES
from ui.pages.letter.page import LetterPage
from ui.pages.welcome import WelcomePage
from ui.places import Place
from ui.status_line import StatusLine
from ui.undo_actions import UndoActions
from ui.widgets.sidebar import WIDTH, Sidebar

SIZE = (1240, 800)
HOME = Place("letters")
WELCOME = Place("welcome")


class MainWindow(QMainWindow):
    """Connects the parts: the wishes of pages and menus in, what to show out."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self.app = app
        self.stack = PageStack(app, PAGES, RECORD_PAGES)
        self.files = Files(app, self, self.stack.can_close)
        self.menu_actions = make_actions(self)
        self.sidebar = Sidebar([(row.name, page_words(row), row.icon) for row in PAGE_ROWS])
        undo, redo = self.menu_actions["undo"], self.menu_actions["redo"]
        self._undoing = UndoActions(app, undo, redo, lambda: self.stack.page, self)
        self._finding = Finding(app, self)
        self.incoming = Incoming(self.stack, app.window_state, self.show_place)
        self._banners = FileBanners()
        self._build_window()
        self._connect_actions()
        self._connect_parts()
        self._show_workspace()
        self.sidebar.setFocus()

    def show_place(self, place: Place) -> None:
        """Show a page, or a record on it."""
        if not self.stack.show_place(place):
            self.sidebar.mark(self.stack.place)

    def show_first(self) -> None:
        """Show the letters; in the user's own file, before anything was done, the choice of a file."""
        untouched = self.app.file.is_untouched and self.app.database.path == default_workspace()
        is_new = untouched and not self.app.window_state.is_welcomed
        self.show_place(WELCOME if is_new else HOME)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts: they are looked at as an import."""
        if can_be_read(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped, for the letter that is shown if one is."""
        self.incoming.take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at what is pasted where no field takes it."""
        data = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and can_be_read(data):
            self.incoming.take(data)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way first; the window closes when it has stopped, and nothing typed is lost."""
        if not self.stack.can_close():
            event.ignore()
            return
        if self.app.jobs.busy:
            event.ignore()
            self.app.say(self.tr("Stopping the work under way, then closing…"))
            once = Qt.ConnectionType.SingleShotConnection
            self.app.jobs.became_idle.connect(self.close, once)
            self.app.jobs.cancel_all()
            return
        self.app.window_state.save_window(self)
        super().closeEvent(event)

    def _build_window(self) -> None:
        self.setAcceptDrops(True)
        self.setWindowIcon(QIcon(str(resource("icons", "letters.svg"))))
        fill_menus(self.menuBar(), self.menu_actions, self._undoing.show_history)
        parts = QSplitter()
        parts.addWidget(self.sidebar)
        parts.addWidget(_column(self._banners, self.stack))
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([WIDTH, SIZE[0] - WIDTH])
        self.setCentralWidget(_column(parts, StatusLine(self.app.notices, self.app.jobs)))
        self.resize(*SIZE)
        self.app.window_state.restore_window(self)
        self.app.window_state.remember_splitter(parts, "sidebar")

    def _connect_actions(self) -> None:
        todo: dict[str, Callable[[], object]] = {
            "new_file": self.files.choose_new,
            "open_file": self.files.choose_existing,
            "open_own": self.files.open_own,
            "open_sample": self.files.open_sample,
            "save_copy": self.files.choose_copy,
            "restore": self.files.choose_restore,
            "import_file": partial(self.incoming.choose, self),
            "quit": self.close,
            "find": self._find,
            "find_all": self._finding.open,
            "log_folder": self._show_log_folder,
            "about": self._show_about,
        }
        for row in PAGE_ROWS:
            todo[row.name] = partial(self.show_place, Place(row.name))
        for name, slot in todo.items():
            self.menu_actions[name].triggered.connect(_without_arguments(slot))

    def _connect_parts(self) -> None:
        self.sidebar.place_chosen.connect(self.show_place)
        self.sidebar.search_requested.connect(self._finding.open)
        self._finding.place_requested.connect(self.show_place)
        self.stack.place_requested.connect(self.show_place)
        self.stack.place_shown.connect(self.sidebar.mark)
        self.stack.page_made.connect(self._connect_page)
        self.app.changed.connect(self._read_contents)
        self.app.opened.connect(self._show_workspace)
        for access_changed in (self.app.file.writing_ended, self.app.file.writing_began):
            access_changed.connect(lambda: self._banners.show_access(self.app.database))
        self._banners.own_file_requested.connect(self.files.open_own)
        self._banners.writing_requested.connect(self.app.write_here)

    def _connect_page(self, page: QWidget) -> None:
        if isinstance(page, WelcomePage):
            page.sample_requested.connect(self.files.open_sample)
            page.own_file_requested.connect(self._begin_own)
        elif isinstance(page, LetterPage):
            page.import_requested.connect(self.incoming.begin_empty)

    def _begin_own(self) -> None:
        self.app.window_state.set_welcomed()
        self.show_place(HOME)

    def _show_workspace(self) -> None:
        self.stack.forget_all()
        path = self.app.database.path
        self.setWindowTitle(f"{path.stem} — Signatories")
        self._banners.show_access(self.app.database)
        self._read_contents()
        self.show_first()

    def _read_contents(self, _changes: Changes | None = None) -> None:
        self.app.read(read_contents).succeeded.connect(self._show_contents)

    def _show_contents(self, contents: Contents) -> None:
        self._banners.show_sample(contents.is_sample)
        self.sidebar.set_counts(contents.counts)
        self.sidebar.set_letters(contents.letters)
        self.stack.keep_only("letter", [number for number, _ in contents.letters])

    def _find(self) -> None:
        if self.stack.page is not None:
            self.stack.page.find_here()

    def _show_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _show_about(self) -> None:
        dialog = AboutDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _without_arguments(slot: Callable[[], object]) -> Callable[..., object]:
    """Call a slot without the checked state that actions send along."""
    return lambda _checked: slot()


def _column(*parts: QWidget) -> QWidget:
    """Stack parts without gaps; the one that can grow takes the room."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(
            part, 0 if part.maximumHeight() < 100 or isinstance(part, FileBanners) else 1
        )
    return whole
