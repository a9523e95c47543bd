"""What to look at before printing: each finding with its icon, its sentence, and what can be done about it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from signatories.findings import Finding, Level, Spot
from signatories.texts import N_, message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import IconLabel, label, small_label, strong_label

SIGNS = {
    Level.ERROR: ("error", "danger"),
    Level.WARNING: ("warning", "warning"),
    Level.NOTE: ("info", "muted"),
}
FINE = ("check", "success")
MOST = 100  # findings that come in sight at once


class FindingList(QWidget):
    """Findings, what blocks a run first. A warning is ticked as seen, and stays so while it says the same."""

    seen_changed = Signal()
    renewed = Signal()  # other findings take another height
    spot_requested = Signal(object)  # the Spot of a finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._seen: set[str] = set()  # digests
        self._most = MOST
        self._earlier: Mapping[str, str] = {}
        self._boxes: list[QCheckBox] = []
        self._lines = QWidget()
        self._all_seen = quiet_button(self.tr("All seen"), "check")
        self._all_seen.clicked.connect(self._see_all)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(strong_label(self.tr("Look at this first"), wrap=True), 1)
        head.addWidget(self._all_seen)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addLayout(head)
        self._layout.addWidget(self._lines)
        self._all_seen.hide()
        self.setAccessibleName(self.tr("What to look at before printing"))

    @property
    def blocking(self) -> int:
        """Return how many findings block a run."""
        return sum(finding.level is Level.ERROR for finding in self._findings)

    @property
    def seen(self) -> list[str]:
        """Return the digests of the warnings that are ticked."""
        return [finding.digest for finding in self._warnings if finding.digest in self._seen]

    @property
    def unseen(self) -> int:
        """Return how many warnings nobody has ticked."""
        return len(self._warnings) - len(self.seen)

    def unseen_at(self, place: Spot) -> Finding | None:
        """Return the warning about a place that nobody has ticked, if there is one."""
        there = (finding for finding in self._warnings if finding.place == place)
        return next((each for each in there if each.digest not in self._seen), None)

    @property
    def _warnings(self) -> list[Finding]:
        return [finding for finding in self._findings if finding.level is Level.WARNING]

    def show_findings(self, findings: Sequence[Finding], earlier: Mapping[str, str]) -> None:
        """Show these findings; none at all is good news. The same ones again leave all as it is.

        `earlier` names who let findings stand in earlier runs, by digest: these begin as seen.
        """
        if self._boxes and tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        self._seen |= earlier.keys() - self._earlier.keys()
        self._earlier = earlier
        self._most = MOST
        self._show_lines()

    def _show_lines(self) -> None:
        """Show those that are in sight; nobody has seen the others."""
        self._boxes.clear()
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for finding in self._findings[: self._most]:
            column.addLayout(self._line(SIGNS[finding.level], finding))
        if more := max(len(self._findings) - self._most, 0):
            button = quiet_button(translate(message(N_("Show %n more"), n=min(more, MOST))))
            button.clicked.connect(self._show_more)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if all(finding.level is Level.NOTE for finding in self._findings):
            column.addLayout(_signed(FINE, self.tr("Nothing to mend: all can be printed.")))
        self._layout.replaceWidget(self._lines, lines)
        lines.show()
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        self._show_rest()
        self.renewed.emit()

    def _show_more(self) -> None:
        self._most += MOST
        shown = len(self._boxes)
        self._show_lines()
        for box in self._boxes[shown : shown + 1]:  # the keyboard goes on with the first new one
            box.setFocus()

    def _line(self, sign: tuple[str, str], finding: Finding) -> QVBoxLayout:
        """The sentence, and beneath it what can be done."""
        words = translate(finding.message)
        below = _indented()
        if finding.level is Level.WARNING:
            below.addWidget(self._seen_box(finding, words))
        if finding.place is not None:
            show = quiet_button(self.tr("Show"))
            show.setAccessibleName(self.tr("Show: {finding}").format(finding=words))
            show.setToolTip(translate(finding.place.words))
            show.clicked.connect(lambda: self.spot_requested.emit(finding.place))
            below.addWidget(show)
        below.addStretch(1)
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addLayout(_signed(sign, words))
        line.addLayout(below)
        if by := self._earlier.get(finding.digest):
            text = self.tr("Seen in an earlier run, by {name}").format(name=by)
            line.addLayout(_indented(small_label(text, wrap=True)))
        return line

    def _seen_box(self, finding: Finding, words: str) -> QCheckBox:
        digest = finding.digest
        box = QCheckBox(self.tr("Seen"))
        box.setAccessibleName(self.tr("Seen: {finding}").format(finding=words))
        box.setChecked(digest in self._seen)
        box.toggled.connect(lambda checked: self._see(digest, checked=checked))
        self._boxes.append(box)
        return box

    def _see(self, digest: str, *, checked: bool) -> None:
        (self._seen.add if checked else self._seen.discard)(digest)
        self._show_rest()

    def _see_all(self) -> None:
        """Tick those in sight."""
        for box in self._boxes:
            box.setChecked(True)

    def _show_rest(self) -> None:
        self._all_seen.setVisible(not all(box.isChecked() for box in self._boxes))
        self.seen_changed.emit()


def _indented(*parts: QWidget) -> QHBoxLayout:
    """What stands beneath a sentence."""
    line = QHBoxLayout()
    line.setContentsMargins(3 * GRID, 0, 0, 0)
    line.setSpacing(GRID)
    for part in parts:
        line.addWidget(part)
    return line


def _signed(sign: tuple[str, str], text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID)
    line.addWidget(IconLabel(*sign), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, wrap=True), 1)
    return line
