"""Prints an invented list as a programmer would with Qt: a text layout for each line. Run by `block.py`.

    .venv/bin/python tests/benchmarks/block_qt.py FILE LINES COLUMNS latin|mixed

Prints the CPU seconds and the megabytes that went before: what follows is the printing.
"""

import sys
from pathlib import Path

from block_rows import SIZE, rows
from measuring import taken
from PySide6.QtCore import QMarginsF, QPointF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
)

from signatories.typesetting import fonts
from signatories.typesetting.pages import A4


def print_list(path: Path, count: int, columns: int, *, mixed: bool) -> None:
    """The peer: the same lines as Qt's own text layout sets and paints them."""
    lines = [
        ", ".join(filter(None, (name, role, body)))
        for _, name, role, body in rows(count, mixed=mixed)
    ]
    print(*taken(), flush=True)
    application = QGuiApplication(["", "-platform", "offscreen"])
    number = QFontDatabase.addApplicationFont(str(fonts.SERIF.path))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPointSizeF(SIZE)
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    width = (A4.measure - (columns - 1) * 18) / columns
    column, y = 0, A4.top
    for text in lines:
        layout = QTextLayout(text, font, writer)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += SIZE * 1.32
        layout.endLayout()
        if y + height > A4.height - A4.bottom:
            column, y = column + 1, A4.top
            if column == columns:
                writer.newPage()
                column = 0
        layout.draw(painter, QPointF(A4.left + column * (width + 18), y))
        y += height + SIZE / 2
    painter.end()
    del painter, writer, application


if __name__ == "__main__":
    path, lines, columns, script = sys.argv[1:]
    print_list(Path(path), int(lines), int(columns), mixed=script == "mixed")
