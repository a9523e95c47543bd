"""Finding anything from anywhere (Ctrl+K): pages, letters, organisations, people, recipients."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from signatories import letters, queries
from signatories.collation import fold
from signatories.queries import Listing
from ui.actions import PAGE_ROWS, page_words
from ui.application import Application
from ui.asking import Asking
from ui.places import Place
from ui.widgets.finder import Finder, Found

MOST = 6  # of each kind: more are found on the kind's own page


class Kind(NamedTuple):
    """A kind of record that can be found, and how one is shown."""

    page: str
    icon: str
    listing: Listing
    rows: Callable[[Session, Sequence[int]], Mapping[int, Any]]
    detail: Callable[[Any], str]


KINDS = (
    Kind(
        "organisations",
        "organisation",
        queries.ORGANISATIONS,
        queries.organisations,
        lambda row: row.acronym,
    ),
    Kind("people", "person", queries.PEOPLE, queries.people, lambda row: row.organisation),
    Kind(
        "recipients", "recipients", queries.RECIPIENTS, queries.recipients, lambda row: row.person
    ),
)


class Finding(QObject):
    """Opens the box, searches as the user types, and says where to go."""

    place_requested = Signal(object)

    def __init__(self, app: Application, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._finder = Finder(window)
        self._asking = Asking(self._finder.show_found, self)
        self._finder.searched.connect(self._search)
        self._finder.chosen.connect(self.place_requested)

    def open(self) -> None:
        """Let the user type where to go."""
        self._finder.open()

    def _search(self, text: str) -> None:
        self._asking.wait_for(self._app.read(partial(find, text=text)))


def find(session: Session, text: str) -> list[Found]:
    """Find pages and letters by a part of their name, records by any words; all in a few reads."""
    return [*_pages(text), *_letters(session, text), *_records(session, text)]


def _pages(text: str) -> list[Found]:
    named = [(row, page_words(row)) for row in PAGE_ROWS]
    return [
        Found(name, "", row.icon, Place(row.name))
        for row, name in named
        if fold(text) in fold(name)
    ]


def _letters(session: Session, text: str) -> list[Found]:
    return [
        Found(row.title, "", "letter", Place("letter", row.id))
        for row in letters.listing(session)
        if fold(text) in fold(row.title)
    ]


def _records(session: Session, text: str) -> list[Found]:
    if not text.strip():
        return []
    found = []
    for kind in KINDS:
        ids = queries.ids(session, kind.listing, words=text)[:MOST]
        rows = kind.rows(session, ids)
        found += [
            Found(rows[number].name, kind.detail(rows[number]), kind.icon, Place(kind.page, number))
            for number in ids
        ]
    return found
