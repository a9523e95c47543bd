"""The button beside a table's search, with the views that are kept under a name."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from signatories import saved_views
from signatories.saved_views import View
from ui import operations
from ui.dialogs.view_name import ViewName, ViewNameDialog
from ui.pages.table_page import TablePage
from ui.widgets.shown_columns import show_columns, shown_columns


class ViewsButton(QPushButton):
    """Opens the menu."""

    def __init__(self, page: TablePage) -> None:
        super().__init__()
        self.setText(self.tr("&Views"))
        self.setAccessibleName(self.tr("Saved views"))
        self.setMenu(ViewsMenu(page, self))


class ViewsMenu(QMenu):
    """Shows saved views, and keeps what the table shows as one.

    The view that is shown, or was shown last and is shown otherwise by now, can be renamed and removed; the latter can
    take over what the table shows.
    """

    def __init__(self, page: TablePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._latest = ""  # the name of the view that was chosen or named last
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        page = self._page
        with page.app.reading() as session:
            views = saved_views.saved(session, page.kind.name)
        present = view_of(page)
        self.clear()
        for name, view in views.items():
            action = self.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(view == present)
            action.triggered.connect(partial(self._show, name, view))
        self.addSeparator()
        shown = next((name for name, view in views.items() if view == present), None)
        if shown is None:
            keep = self.addAction(self.tr("&Save as a view…"))
            keep.triggered.connect(partial(self._ask_name, tuple(views), present))
            shown = self._latest if self._latest in views else None
            if shown is not None:
                self._add_update(shown, present)
        if shown is not None:
            self._add_changes(shown, tuple(views))

    def _show(self, name: str, view: View) -> None:
        self._latest = name
        show_view(self._page, view)

    def _add_update(self, name: str, view: View) -> None:
        words = self.tr("&Update “{name}”").format(name=name.replace("&", "&&"))
        update = self.addAction(words)
        update.setToolTip(self.tr("Keep what the table shows now under this name"))
        update.triggered.connect(partial(self._keep, name, view))

    def _add_changes(self, name: str, taken: tuple[str, ...]) -> None:
        words = name.replace("&", "&&")
        rename = self.addAction(self.tr("&Rename “{name}”…").format(name=words))
        rename.triggered.connect(partial(self._ask_other_name, name, taken))
        remove = self.addAction(self.tr("Re&move “{name}”").format(name=words))
        remove.triggered.connect(partial(self._remove, name))

    def _ask_name(self, taken: tuple[str, ...], view: View) -> None:
        dialog = ViewNameDialog(taken, parent=self._page)
        dialog.drafted.connect(partial(self._save, view))
        dialog.open()

    def _ask_other_name(self, name: str, taken: tuple[str, ...]) -> None:
        others = [each for each in taken if each != name]
        dialog = ViewNameDialog(others, name, self._page)
        dialog.drafted.connect(partial(self._rename, name))
        dialog.open()

    def _save(self, view: View, draft: ViewName) -> None:
        self._keep(draft.name, view)

    def _keep(self, name: str, view: View) -> None:
        self._latest = name
        operations.views.save(self._page.app, self._page.kind.name, name, view)

    def _rename(self, name: str, draft: ViewName) -> None:
        self._latest = draft.name
        operations.views.rename(self._page.app, self._page.kind.name, name, draft.name)

    def _remove(self, name: str) -> None:
        operations.views.remove(self._page.app, self._page.kind.name, name)


def view_of(page: TablePage) -> View:
    """Return what a page shows, as it is kept."""
    names, wanted = [column.name for column in page.kind.columns], page.wanted
    return View(
        words=page.search.text().strip(),
        traits=page.chips.chosen,
        order=wanted.order or names[0],
        descending=wanted.descending,
        columns=shown_columns(page.table.horizontalHeader(), names),
    )


def show_view(page: TablePage, view: View) -> None:
    """Let a page show a view."""
    names, header = [column.name for column in page.kind.columns], page.table.horizontalHeader()
    page.search.setText(view.words)
    page.chips.choose(*view.traits)
    show_columns(header, names, view.columns)
    if view.order in names:
        orders = Qt.SortOrder
        direction = orders.DescendingOrder if view.descending else orders.AscendingOrder
        header.setSortIndicator(names.index(view.order), direction)
