"""What could be mended in the cells: proposed with an example each, and done only when it is ticked."""

from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from signatories.imports.tables.cleaning import Proposal
from signatories.imports.tables.filling import FillDown
from signatories.texts import N_, message
from ui.pages.imports.looking import Look, Reading
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import small_label

LONGEST = 32  # letters of a heading beside a tick, which cannot wrap
KINDS = {
    "capitals": N_("Write %n name(s) in capitals as usual"),
    "family-first": N_("Turn %n name(s) with the family name first"),
    "mojibake": N_("Mend broken accents in %n cell(s)"),
    "footnotes": N_("Drop footnote marks from %n cell(s)"),
    "hidden": N_("Drop invisible characters from %n cell(s)"),
    "day-first": N_("Read %n date(s) with the day first"),
    "one-each": N_("Read each of %n names by itself"),
    "month-first": N_("Read %n date(s) with the month first"),
}


class ProposalsPanel(QWidget):
    """A tick for each kind of repair; hidden when there is none to propose."""

    wanted = Signal(object)  # a Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[str, QCheckBox] = {}
        self._fills: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID // 2)

    def clear(self) -> None:
        """Propose nothing."""
        self._ticks, self._fills = {}, {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def show_look(self, look: Look) -> None:
        """Show what is proposed, and what of it is done."""
        self.clear()
        for proposal in look.plan.proposals:
            self._add(proposal, is_done=proposal.kind in look.reading.request.repairs)
        for fill in look.plan.fills:
            self._add_fill(fill)
        self.setVisible(bool(self._ticks or self._fills))

    def _add(self, proposal: Proposal, *, is_done: bool) -> None:
        words = translate(message(KINDS[proposal.kind], n=proposal.count))
        tick = QCheckBox(words)
        tick.setChecked(is_done)
        tick.clicked.connect(self._take)
        self._ticks[proposal.kind] = tick
        self._column.addWidget(tick)
        for before, after in proposal.examples:
            self._column.addWidget(small_label(f"{before}  →  {after}", wrap=True))

    def _add_fill(self, fill: FillDown) -> None:
        said = message(N_("Fill down “{column}”"), column=shorten(fill.column, LONGEST))
        tick = QCheckBox(translate(said))
        tick.setToolTip(fill.column)
        tick.setChecked(fill.done)
        tick.clicked.connect(self._take_fills)
        self._fills[fill.column] = tick
        self._column.addWidget(tick)
        words = N_("%n blank cell(s) filled with what stands above, such as “{example}”")
        said = message(words, n=fill.count, example=fill.example)
        self._column.addWidget(small_label(translate(said), wrap=True))

    def _take_fills(self) -> None:
        chosen = frozenset(column for column, tick in self._fills.items() if tick.isChecked())

        def change(reading: Reading) -> Reading:
            return reading.asking(fill_down=chosen)

        self.wanted.emit(change)

    def _take(self) -> None:
        chosen = frozenset(kind for kind, tick in self._ticks.items() if tick.isChecked())

        def change(reading: Reading) -> Reading:
            return reading.asking(repairs=chosen)

        self.wanted.emit(change)
