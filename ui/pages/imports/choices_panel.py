"""The left side of an import: what is read and how, what its rows are, and what its columns became."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from signatories.errors import UserFacingError
from signatories.imports.columns.column import NameColumnNotSaid
from signatories.imports.planning.sign_ons import LetterNotSaid
from signatories.imports.planning.treaty import TreatyNotNamed
from ui.models.choices import Choice
from ui.pages.imports.begun import Begun
from ui.pages.imports.columns_panel import ColumnsPanel
from ui.pages.imports.how_panel import HowPanel
from ui.pages.imports.kind_panel import Change, KindPanel
from ui.pages.imports.looking import Look, Reading
from ui.pages.imports.proposals_panel import ProposalsPanel
from ui.pages.imports.source_panel import SourcePanel
from ui.theme import GRID

NARROWEST = 240  # pixels
QUESTION = 9 * GRID  # pixels about an answer that are in sight with it: the question above it


class ChoicesPanel(QScrollArea):
    """Raises the reading that is wanted, whenever something is chosen or typed."""

    reading_changed = Signal(object)
    files_requested = Signal()
    return_requested = Signal(object)  # a Batch that was put aside

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setMinimumWidth(NARROWEST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self._reading = Reading()
        self._earlier: list[Reading] = []
        self._later: list[Reading] = []
        self._source = SourcePanel()
        self._kind = KindPanel()
        self._how = HowPanel()
        self._proposals = ProposalsPanel()
        self._columns = ColumnsPanel()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for panel in (self._source, self._kind, self._how, self._proposals, self._columns):
            column.addWidget(panel)
        column.addStretch(1)
        self.setWidget(inside)
        self._source.files_requested.connect(self.files_requested)
        self._source.return_requested.connect(self.return_requested)
        self._source.text_changed.connect(self._take_text)
        for panel in (self._kind, self._how, self._proposals, self._columns):
            panel.wanted.connect(self._want)

    def begin(self, begun: Begun, letters: Sequence[Choice]) -> None:
        """Show what comes first of all that is begun, and what was chosen about it so far."""
        self._begin_steps(begun.part.reading)
        self._source.begin(begun)
        self._kind.begin(self._reading, letters)
        self._how.begin()
        self._proposals.clear()
        self._columns.clear()

    def offer_letters(self, letters: Sequence[Choice]) -> None:
        """Offer these letters; the one that was chosen stays."""
        self._kind.offer_letters(letters, self._reading.request.letter_id)

    def show_look(self, look: Look) -> None:
        """Show how it was read and what the columns became."""
        self._reading = look.reading
        for panel in (self._kind, self._how, self._proposals, self._columns):
            panel.show_look(look)

    @property
    def has_letters(self) -> bool:
        """Whether there is any letter to choose."""
        return self._kind.has_letters

    def show_question(self) -> None:
        """Bring the first question about a column into sight, wherever the choices are scrolled to."""
        if (answer := self._columns.first_question) is not None:
            answer.setFocus()
            self.ensureWidgetVisible(answer, 0, QUESTION)

    def ask(self, error: UserFacingError) -> None:
        """Ask for what is missing to look at the rows; the only letter that there is, is taken."""
        if isinstance(error, TreatyNotNamed):
            self._kind.ask_title("")
        elif isinstance(error, LetterNotSaid):
            self._kind.ask_letter(leads=not self._source.is_being_typed)
        elif isinstance(error, NameColumnNotSaid):
            self._columns.show_columns(error.columns, error.kind)

    def keep(self, reading: Reading) -> None:
        """Go on from a reading that was changed elsewhere, and is in sight already."""
        self._step_to(reading)

    def change(self, change: Change) -> None:
        """Change the reading from elsewhere on the page."""
        self._want(change)

    def take_back(self, *, redo: bool) -> None:
        """Take back the last thing that was chosen or typed about the rows, or do it again."""
        taken, kept = (self._later, self._earlier) if redo else (self._earlier, self._later)
        if taken:
            kept.append(self._reading)
            self._reading = taken.pop()
            self.reading_changed.emit(self._reading)

    def finish(self) -> None:
        """Take what was typed without waiting for a pause."""
        self._source.finish()
        self._kind.finish()

    def _take_text(self, text: str) -> None:
        """Another text: what was chosen about rows of the old one no longer fits."""
        self._want(lambda reading: replace(reading.read_anew(), text=text, html=""))
        self._begin_steps(self._reading)  # its field takes back what is typed there

    def _want(self, change: Change) -> None:
        reading = change(self._reading)
        if reading != self._reading:
            self._step_to(reading)
            self.reading_changed.emit(reading)

    def _begin_steps(self, reading: Reading) -> None:
        self._reading = reading
        self._earlier.clear()
        self._later.clear()

    def _step_to(self, reading: Reading) -> None:
        self._earlier.append(self._reading)
        self._later.clear()
        self._reading = reading
