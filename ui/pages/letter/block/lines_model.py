"""The lines of a block in their order, with the headings of their groups: any number, made as they are painted."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from signatories.block.arrangement import Section
from signatories.block.entries import Entries, Entry, is_numbered
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from ui.pages.letter.block.listing import Listing
from ui.theme import icon
from ui.translation import translate

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NUMBER, LINE, KEPT = range(3)

_ALIGNED = {NUMBER: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter}


class Spot(NamedTuple):
    """A row: its section, and its entry there; None for the section's heading."""

    section: int
    entry: int | None


class LinesModel(QAbstractTableModel):
    """Columns: number, line, and how a line is kept in its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing(BlockSettings())
        self._sections: tuple[Section, ...] = ()
        self._starts: list[int] = []
        self._count = 0
        self._readers: dict[int, Callable[[Entry, int], Any]] = {
            Role.DisplayRole: self._text,
            Role.DecorationRole: self._sign,
            Role.ToolTipRole: lambda entry, _column: translate(self._listing.why(entry)),
            Role.TextAlignmentRole: lambda _entry, column: _ALIGNED.get(column),
        }

    @property
    def listing(self) -> Listing:
        """Return what is shown."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._listing, self._sections = listing, listing.sections
        self._starts, self._count = [], 0
        for section in self._sections:
            self._starts.append(self._count)
            self._count += len(section.entries) + bool(section.heading)
        self.endResetModel()

    def spot(self, row: int) -> Spot:
        """Say what stands in a row."""
        number = bisect_right(self._starts, row) - 1
        place = row - self._starts[number]
        if self._sections[number].heading:
            return Spot(number, place - 1 if place else None)
        return Spot(number, place)

    def entry(self, row: int) -> Entry | None:
        """Return the line of a row; None for a heading."""
        spot = self.spot(row)
        return None if spot.entry is None else self._sections[spot.section].entries[spot.entry]

    def neighbours(self, row: int) -> Sequence[Entry]:
        """Return the lines of the group that a row is in."""
        return self._sections[self.spot(row).section].entries

    def row_of(self, sign_on_id: int) -> int | None:
        """Return the row of a sign-on, if it is printed."""
        return next((row for row, found in self._ids() if found == sign_on_id), None)

    @property
    def is_numbered(self) -> bool:
        """Return whether any line has a number."""
        return any(is_numbered(section.layout) for section in self._sections)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the lines and headings."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Name a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return (self.tr("No."), self.tr("Line"), self.tr("Kept"))[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Read one aspect of a line; a heading stands where its lines stand."""
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if entry is None:
            return self._heading(index, role)
        read = self._readers.get(role)
        return read(entry, index.column()) if read else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines are dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.spot(index.row()).entry is None:
            return Qt.ItemFlag.ItemIsEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved."""
        return Qt.DropAction.MoveAction

    def _text(self, entry: Entry, column: int) -> str:
        if column == NUMBER:
            return "" if entry.number is None else str(entry.number)
        if column == KEPT:
            return translate(self._listing.kept_words(entry.signatory.sign_on_id))
        return " / ".join(entry.text.split("\n"))

    def _sign(self, entry: Entry, column: int) -> Any:
        sign_on_id = entry.signatory.sign_on_id
        if column == KEPT and sign_on_id in self._listing.kept:
            return icon("pin", "accent")
        has_own = column == LINE and sign_on_id in self._listing.settings.lines
        return icon("edit", "muted") if has_own else None

    def _heading(self, index: Index, role: int) -> Any:
        if role == Role.DisplayRole and index.column() == LINE:
            return self._sections[self.spot(index.row()).section].heading
        if role == Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _ids(self) -> Iterator[tuple[int, int]]:
        for start, section in zip(self._starts, self._sections, strict=True):
            first = start + bool(section.heading)
            for place, line in enumerate(_signatories(section)):
                yield first + place, line.sign_on_id


def _signatories(section: Section) -> Iterable[Signatory]:
    """Who stands in a section, without making an entry of each where that can be spared."""
    entries = section.entries
    if isinstance(entries, Entries):
        return entries.members
    return (entry.signatory for entry in entries)
