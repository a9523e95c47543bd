"""Every action of the window as a row: name, text, icon, shortcut. Menus pick from them by name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from signatories.texts import N_
from ui.theme import icon
from ui.translation import translate

Keys = QKeySequence.StandardKey | str


class Row(NamedTuple):
    """One action as the table below holds it."""

    name: str
    text: str
    icon: str = ""
    keys: Keys = ""


PAGE_ROWS = (
    Row("letters", N_("&Letters"), "letters", "Ctrl+1"),
    Row("organisations", N_("&Organisations"), "organisation", "Ctrl+2"),
    Row("people", N_("&People"), "person", "Ctrl+3"),
    Row("recipients", N_("&Recipients"), "recipients", "Ctrl+4"),
    Row("imports", N_("&Imports"), "import", "Ctrl+5"),
    Row("history", N_("&History"), "history", "Ctrl+6"),
)
"""The pages, in the order of the sidebar; each has an action of its name."""

ROWS = (
    Row(
        "new_file",
        N_("&New file…"),
        "file",
        QKeySequence.StandardKey.New,
    ),
    Row(
        "open_file",
        N_("&Open file…"),
        "folder",
        QKeySequence.StandardKey.Open,
    ),
    Row("open_own", N_("Open &my own file"), "file"),
    Row("open_sample", N_("Open the &sample"), "sample"),
    Row("save_copy", N_("Save a &copy…"), "copy"),
    Row("restore", N_("&Restore a copy…"), "undo"),
    Row("import_file", N_("&Import…"), "import", "Ctrl+I"),
    Row("quit", N_("&Quit"), "", "Ctrl+Q"),
    Row("undo", N_("&Undo"), "undo", QKeySequence.StandardKey.Undo),
    Row("redo", N_("&Redo"), "redo", QKeySequence.StandardKey.Redo),
    Row(
        "find",
        N_("&Find on this page"),
        "search",
        QKeySequence.StandardKey.Find,
    ),
    Row("find_all", N_("Find &everywhere"), "search", "Ctrl+K"),
    *PAGE_ROWS,
    Row("log_folder", N_("Show the &log folder"), "folder"),
    Row("about", N_("&About Signatories"), "info"),
)

LINE = ""
MENUS = (
    (
        N_("&File"),
        (
            "new_file",
            "open_file",
            LINE,
            "open_own",
            "open_sample",
            LINE,
            "save_copy",
            "restore",
            LINE,
            "import_file",
            LINE,
            "quit",
        ),
    ),
    (N_("&Edit"), ("undo", "redo", LINE, "find", "find_all")),
    (N_("&Go"), tuple(row.name for row in PAGE_ROWS)),
    (N_("&Help"), ("log_folder", "about")),
)


def page_words(row: Row) -> str:
    """Return a page's name in the user's language, without its access key."""
    return translate(row.text).replace("&", "")


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """Make every action, by name; whoever owns them connects `triggered`."""
    made = {}
    for row in ROWS:
        action = QAction(translate(row.text), parent)
        action.setProperty("verb", action.text())
        if row.icon:
            action.setIcon(icon(row.icon))
        action.setShortcut(QKeySequence(row.keys))
        made[row.name] = action
    return made


def fill_menus(
    bar: QMenuBar, actions: Mapping[str, QAction], about_to_show: Callable[[], object]
) -> None:
    """Build the menus out of the actions; `about_to_show` is called before one opens."""
    for title, names in MENUS:
        menu = bar.addMenu(translate(title))
        menu.aboutToShow.connect(about_to_show)
        for name in names:
            if name == LINE:
                menu.addSeparator()
            else:
                menu.addAction(actions[name])
