"""What could be mended in the cells: proposed with an example each, and done only when it is ticked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from signatories.imports.cleaning import Proposal

from signatories.imports.filling import FillDown
from signatories.texts import N_, message
from ui.pages.imports.looking import Look, Reading
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import small_label

KINDS = {
    "capitals": N_("Names in capitals: write %n of them as usual"),
    "mojibake": N_("Broken accents: mend %n cell(s)"),
    "footnotes": N_("Marks of footnotes: take them from %n cell(s)"),
    "hidden": N_("Characters that nobody sees: take them from %n cell(s)"),
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
        words = N_("Repeat what stands above in %n blank cell(s) of “{column}”")
        said = message(words, n=fill.count, column=fill.column)
        tick = QCheckBox(translate(said))
        tick.setChecked(fill.done)
        tick.clicked.connect(self._take_fills)
        self._fills[fill.column] = tick
        self._column.addWidget(tick)

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
