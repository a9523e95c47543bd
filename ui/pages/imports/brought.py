"""What an import brought: rows by what became of them, records, what was typed, what was left behind or kept."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signatories.import_records import ImportRecord
from signatories.imports.planned import ImportPlan
from signatories.imports.verdicts import State
from signatories.texts import N_, message
from signatories.undoing import KeptRow
from ui.pages.imports.field_names import field_words
from ui.pages.imports.left_behind import LeftBehind
from ui.pages.imports.row_words import STATES
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import IconLabel, label, muted_label, strong_label

MOST = 200  # rows in sight that were typed in, or that an undo kept
RECORDS = {
    "sign_ons": N_("%n signatories"),
    "organisations": N_("%n organisation(s)"),
    "people": N_("%n person(s)"),
    "recipients": N_("%n recipient(s)"),
    "acts": N_("%n act(s) of States"),
}


class Brought(QWidget):
    """Tells an import from its record, and from its plan while that is still at hand."""

    def __init__(self, record: ImportRecord, plan: ImportPlan | None) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        whole.addLayout(self._column)
        whole.addStretch(1)
        self._add_counts(record)
        self._add_records(record)
        if record.has_errors:
            self.add(LeftBehind(plan) if plan is not None else self._build_way_to_errors(record))
        if record.typed:
            self.add(label(self._typed_words(record), wrap=True))

    def add(self, widget: QWidget) -> None:
        """Show something more below."""
        self._column.addWidget(widget)

    def add_kept(self, rows: Sequence[KeptRow]) -> None:
        """Say what an undo that was just done left alone, and why."""
        self._column.addSpacing(GRID)
        kept = message(N_("Taken back, but for %n record(s)"), n=len(rows))
        whole = N_("All that it brought or changed is taken back")
        self.add(strong_label(translate(kept if rows else whole)))
        for row in rows[:MOST]:
            words = f"{row.label} {translate(row.reason)}"
            self.add(label(self.tr("Kept: {record}").format(record=words), wrap=True))

    def _add_counts(self, record: ImportRecord) -> None:
        for state in State:
            if count := record.counts.get(state.value):
                words, sign = STATES[state]
                row = QHBoxLayout()
                row.setSpacing(GRID)
                row.addWidget(IconLabel(*sign))
                row.addWidget(label(f"{QLocale().toString(count)}  {translate(words)}"))
                row.addStretch(1)
                self._column.addLayout(row)

    def _add_records(self, record: ImportRecord) -> None:
        made = [
            translate(message(words, n=record.records[table]))
            for table, words in RECORDS.items()
            if record.records.get(table)
        ]
        self.add(muted_label(self.tr("It brought or changed: ") + ", ".join(made)))

    def _build_way_to_errors(self, record: ImportRecord) -> QWidget:
        way = self.tr(
            "The rows that cannot be used are no longer at hand. Look at {source} once more to see "
            "and save them: what is here already is found to be the same."
        )
        return muted_label(way.format(source=record.source), wrap=True)

    def _typed_words(self, record: ImportRecord) -> str:
        """The rows in which somebody typed something, with what."""
        row = self.tr("line {line} ({fields})")
        rows = [
            row.format(line=line, fields=", ".join(map(field_words, fields)))
            for line, fields in record.typed.items()
        ]
        said = [*rows[:MOST], *([self.tr("…")] if len(rows) > MOST else [])]
        return self.tr("Typed by hand: {rows}").format(rows="; ".join(said))
