"""A form of labelled fields, each with its hint or its problem beneath."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import CONTROL_HEIGHT, GRID
from ui.widgets.labels import small_label
from ui.widgets.tab_order import follow


class Form(QWidget):
    """Knows its fields by name, so that problems are shown where they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._notes: dict[str, QLabel] = {}
        self._hints: dict[str, str] = {}
        self._row_of: dict[str, int] = {}
        self._absent: set[str] = set()  # rows that are not shown
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(2 * GRID)
        self._rows.setVerticalSpacing(GRID)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields, from above."""
        return tuple(self._fields)

    def add_row(self, name: str, text: str, field: QWidget, hint: str = "") -> None:
        """Add a field. `text` becomes its label, its access key, and its name for screen readers."""
        caption = QLabel(text)
        caption.setBuddy(field)
        caption.setFixedHeight(CONTROL_HEIGHT)
        field.setAccessibleName(text.replace("&", ""))
        self._rows.addRow(caption, self._cell(name, field, hint))

    def add_wide_row(self, name: str, field: QWidget, hint: str = "") -> None:
        """Add a field over the whole width that says itself what it is, such as a box to tick."""
        self._rows.addRow(self._cell(name, field, hint))

    def show_row(self, name: str, shown: bool) -> None:
        """Show a field with its label and its hint, or leave its room to the others."""
        self._rows.setRowVisible(self._row_of[name], shown)
        (self._absent.discard if shown else self._absent.add)(name)
        self._show_note(name)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field."""
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_before(self, others: Iterable[QWidget]) -> None:
        """Let Tab reach these after the last field, in their order."""
        follow(*self._fields.values(), *others)

    def mark_problems(self, problems: Mapping[str, str]) -> None:
        """Show each problem beneath its field, in place of the hint."""
        for name, note in self._notes.items():
            problem = problems.get(name, "")
            note.setText(problem or self._hints[name])
            note.setProperty("role", "danger" if problem else "muted")
            note.style().polish(note)
            self._show_note(name)
            self._fields[name].setAccessibleDescription(problem)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each problem beneath its field, and go to the first."""
        self.mark_problems(problems)
        for name in self._fields:
            if name in problems:
                self.focus_on(name)
                break

    def _show_note(self, name: str) -> None:
        note = self._notes[name]
        note.setVisible(bool(note.text()) and name not in self._absent)

    def _cell(self, name: str, field: QWidget, hint: str) -> QVBoxLayout:
        """A field above the note that is its hint or its problem."""
        note = small_label(hint, wrap=True)
        note.setVisible(bool(hint))
        cell = QVBoxLayout()
        cell.setSpacing(GRID // 4)
        cell.addWidget(field)
        cell.addWidget(note)
        self._row_of[name] = self._rows.rowCount()
        self._fields[name], self._notes[name], self._hints[name] = field, note, hint
        return cell
