"""The pages beside the sidebar: made when first shown, told of changes, dropped with their record."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from signatories.recording import Changes
from ui.application import Application
from ui.pages.page import Page
from ui.places import Place

MakePage = Callable[[Application], Page]
MakeRecordPage = Callable[[Application, int], Page]


class PageStack(QStackedWidget):
    """Shows a place. Pages that are not made yet cost nothing."""

    place_shown = Signal(object)
    place_requested = Signal(object)
    page_made = Signal(object)

    def __init__(
        self,
        app: Application,
        makers: Mapping[str, MakePage],
        record_makers: Mapping[str, MakeRecordPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._makers = makers
        self._record_makers = record_makers
        self._pages: dict[Place, Page] = {}
        self._stale: set[Place] = set()
        self.place = Place("")
        app.changed.connect(self._refresh)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self._pages.get(self.place)

    def show_place(self, place: Place) -> bool:
        """Show a place, unless the page that is shown must be finished first."""
        if self.page is not None and not self.page.can_leave():
            return False
        key = self._key(place)
        page = self._pages.get(key) or self._make(key)
        if self.page is not None and key != self.place:
            self._app.notices.forget_errors()
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.place = key
        if key in self._stale:
            self._stale.discard(key)
            page.refresh(None)
        self.setCurrentWidget(page)
        if place.record is None:
            page.show_front()
        elif key.record is None:
            page.show_record(place.record)
        if place.part:
            page.show_part(place.part, place.rows)
        if had_focus:
            page.take_focus()
        self.place_shown.emit(place)
        return True

    def can_close(self) -> bool:
        """Return whether closing loses nothing that was typed; otherwise show where it is."""
        for place, page in list(self._pages.items()):
            if not page.can_close():
                if place != self.place:
                    self.show_place(place)
                return False
        return True

    def keep_only(self, page: str, records: Iterable[int]) -> None:
        """Drop the pages of records that are gone."""
        kept = set(records)
        for place in [p for p in self._pages if p.page == page and p.record not in kept]:
            gone = self._pages.pop(place)
            self.removeWidget(gone)
            gone.deleteLater()
            if place == self.place:
                self.show_place(Place(next(iter(self._makers))))

    def forget_all(self) -> None:
        """Drop every page: another workspace is open."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        self.place = Place("")

    def _key(self, place: Place) -> Place:
        """The page itself, whatever is meant on it."""
        is_of_record = place.page in self._record_makers
        return Place(place.page, place.record if is_of_record else None)

    def _make(self, key: Place) -> Page:
        if key.record is not None:
            page = self._record_makers[key.page](self._app, key.record)
        else:
            page = self._makers[key.page](self._app)
        page.place_requested.connect(self.place_requested)
        self._pages[key] = page
        self.addWidget(page)
        self._stale.add(key)
        self.page_made.emit(page)
        return page

    def _refresh(self, changes: Changes | None) -> None:
        """Refresh the page in sight now, and the others when they are next shown."""
        for place in self._pages:
            if place != self.place:
                self._stale.add(place)
        if self.page is not None:
            self.page.refresh(changes)
