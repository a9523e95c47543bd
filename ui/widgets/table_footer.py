"""What stands beneath a table: how many rows it shows, and how many of them are selected."""

from PySide6.QtWidgets import QLabel

from signatories.texts import N_, message
from ui.translation import translate
from ui.widgets.labels import muted_label
from ui.widgets.table import Table


def table_footer(table: Table, rows: str) -> QLabel:
    """Build the footer of a table, which counts anew by itself. `rows`: the message that counts %n of them."""
    footer = muted_label()

    def show(selected: int) -> None:
        counts = [message(rows, n=table.model().rowCount())]
        if selected > 1:
            counts.append(message(N_("%n selected"), n=selected))
        footer.setText(" · ".join(map(translate, counts)))

    table.selection_counted.connect(show)
    return footer
