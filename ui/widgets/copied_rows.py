"""Rows on their way to the clipboard."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QMimeData


def copied_rows(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return rows as a table for spreadsheets and mails, and with tabs for others."""
    data = QMimeData()
    data.setText("\n".join("\t".join(row) for row in rows))
    data.setHtml(_as_html(rows))
    return data


def _as_html(rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
    # Excel takes a cell of this number format as text, also when it begins with an equals sign.
    style = "<style>td { mso-number-format: '\\@'; }</style>"
    return style + "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
