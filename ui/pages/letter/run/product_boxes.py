"""Everything that can be made of a letter, as boxes to tick."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from signatories.exports import EXPORTERS, Exporter
from signatories.findings import Finding
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.folded_part import FoldedPart
from ui.widgets.labels import label, small_label

USUAL = frozenset({"letters", "block", "annex"})  # the others are folded away


class ProductBoxes(QWidget):
    """Every exporter is a box, those of one product side by side; the letters are ticked at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[QCheckBox, Exporter] = {}
        self._notes: dict[QLabel, list[QCheckBox]] = {}  # why some of these cannot be made
        usual = self._build_products(each for each in EXPORTERS if _is_usual(each))
        others = self._build_products(each for each in EXPORTERS if not _is_usual(each))
        self._more = FoldedPart(self.tr("More to make"), others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(usual)
        column.addWidget(self._more)
        self._show_summary()

    @property
    def chosen(self) -> list[Exporter]:
        """Return what is ticked."""
        return [exporter for box, exporter in self._boxes.items() if box.isChecked()]

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Say beneath its boxes which product cannot be made, and why."""
        why = {found.product: translate(found.message) for found in findings if found.product}
        for box, exporter in self._boxes.items():
            box.setAccessibleDescription(why.get(exporter.key, ""))
        for note, boxes in self._notes.items():
            said = [words for box in boxes if (words := box.accessibleDescription())]
            note.setText("\n".join(said))
            note.setVisible(bool(said))

    def _build_products(self, offered: Iterable[Exporter]) -> QWidget:
        products = QWidget()
        column = QVBoxLayout(products)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for title, exporters in groupby(offered, lambda exporter: exporter.title):
            column.addWidget(label(translate(title), wrap=True))
            boxes = [self._build_box(exporter) for exporter in exporters]
            column.addLayout(_in_a_row(boxes))
            note = small_label(role="danger", wrap=True)
            note.hide()
            self._notes[note] = boxes
            column.addWidget(note)
            column.addSpacing(GRID // 2)
        return products

    def _build_box(self, exporter: Exporter) -> QCheckBox:
        box = QCheckBox(translate(exporter.variant))
        box.setAccessibleName(f"{translate(exporter.title)}, {box.text()}")
        box.setChecked(exporter is EXPORTERS[0])
        box.toggled.connect(self._take)
        self._boxes[box] = exporter
        return box

    def _take(self) -> None:
        self._show_summary()
        self.changed.emit()

    def _show_summary(self) -> None:
        ticked = [
            box
            for box, exporter in self._boxes.items()
            if box.isChecked() and not _is_usual(exporter)
        ]
        self._more.set_summary(" · ".join(box.accessibleName() for box in ticked))


def _in_a_row(boxes: Iterable[QCheckBox]) -> FlowLayout:
    row = FlowLayout()
    row.setSpacing(2 * GRID)
    for box in boxes:
        row.addWidget(box)
    return row


def _is_usual(exporter: Exporter) -> bool:
    return exporter.product in USUAL
