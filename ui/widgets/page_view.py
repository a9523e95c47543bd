"""Shows the real PDF: white paper on a grey desk, one page at a time."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.asking import Asking
from ui.jobs import Jobs
from ui.pdf_pages import PageImage, PdfSource, draw_page
from ui.theme import GRID, colour
from ui.widgets.page_bar import PageBar

PAPER = QColor("#ffffff")  # paper is white, in dark mode too
MARGIN = 2 * GRID
A4 = (595.3, 841.9)  # points
PAUSE = 80  # milliseconds of quiet before a resized page is drawn sharp again


class Sheet(QWidget):
    """The paper itself, with a thin shadow. Stretches the last image until a sharper one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap: QPixmap | None = None

    def set_image(self, image: QImage) -> None:
        """Show this image of the page."""
        self._pixmap = QPixmap.fromImage(image)
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, paper and page."""
        painter = QPainter(self)
        paper = QRectF(self.rect()).adjusted(1, 1, -2, -2)
        painter.fillRect(paper.translated(1, 1), colour("shadow"))
        painter.fillRect(paper, PAPER)
        if self._pixmap is None:
            return
        size = self._pixmap.deviceIndependentSize()
        if abs(size.width() - paper.width()) <= 1:
            painter.setClipRect(paper)
            painter.drawPixmap(paper.topLeft(), self._pixmap)  # unscaled, so that text is crisp
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(paper, self._pixmap, QRectF(self._pixmap.rect()))


class PageView(QWidget):
    """A PDF's pages with the keys to turn them; fitted to the window, or at its true size."""

    page_shown = Signal(int, int)  # number from 1, count

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source: PdfSource | None = None
        self._number, self._count = 0, 0
        self._begun = 0  # the pages there are so far; 0: all there will be
        self._paper_size = A4
        self._is_fitted = True
        self._drawing = Asking(self._show, self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._draw)
        self._sheet = Sheet()
        self._sheet.setAccessibleName(self.tr("Page image"))
        self._desk = self._build_desk()
        self._bar = PageBar()
        self._bar.turn_requested.connect(self._turn)
        self._bar.fit_requested.connect(self._set_fitted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._desk, 1)
        layout.addWidget(self._bar)
        self.clear()

    @property
    def is_showing(self) -> bool:
        """Return whether there is a PDF, drawn or about to be."""
        return self._source is not None

    def show_pdf(self, source: PdfSource) -> None:
        """Show a PDF, at the page that was open if it has as many."""
        self._source, self._begun = source, 0
        self._draw()

    def show_begun(self, source: PdfSource, pages: int) -> None:
        """Show the first pages of a PDF whose other pages follow soon: who turns to them waits."""
        self._source, self._begun = source, pages
        self._count = max(self._count, pages)
        self._draw()

    @property
    def page(self) -> int:
        """Return the number of the page in sight, from 1; 0 when there is none."""
        return self._number + 1 if self._count else 0

    def clear(self) -> None:
        """Show nothing but the desk."""
        self._source = None
        self._number = self._count = 0
        self._sheet.hide()
        self._show_numbers()

    def show_page(self, number: int) -> None:
        """Turn to a page, counted from 1."""
        self._number = max(0, min(number - 1, self._count - 1))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit at once, and sharpen after a pause."""
        super().resizeEvent(event)
        self._place_sheet()
        if self._is_fitted and self._source is not None:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by the keys for it."""
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in turns:
            self._turn(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _build_desk(self) -> QScrollArea:
        desk = QScrollArea(alignment=Qt.AlignmentFlag.AlignCenter)
        desk.setObjectName("desk")
        desk.setFrameShape(QFrame.Shape.NoFrame)
        desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.setAccessibleName(self.tr("Page preview"))
        desk.setWidget(self._sheet)
        return desk

    def _turn(self, by: int) -> None:
        if 0 <= self._number + by < self._count:
            self.show_page(self._number + by + 1)

    def _set_fitted(self, fitted: bool) -> None:
        self._is_fitted = fitted
        self._place_sheet()
        self._draw()

    def _scale(self) -> float:
        if not self._is_fitted:
            return self.logicalDpiX() / 72
        width, height = self._paper_size
        room = self._desk.viewport().size() - QSize(2 * MARGIN, 2 * MARGIN)
        return max(0.1, min(room.width() / width, room.height() / height))

    def _draw(self) -> None:
        if self._source is None or self._number >= self._begun > 0:
            return
        scale = self._scale() * self.devicePixelRatioF()
        work = partial(draw_page, self._source, self._number, scale)
        self._drawing.wait_for(self._jobs.draw(lambda _progress: work()))

    def _show(self, page: PageImage) -> None:
        if self._source is None:
            return
        count = max(self._count, page.count) if self._begun else page.count
        self._number, self._count = page.number, count
        resized = self._paper_size != (page.width, page.height)
        self._paper_size = (page.width, page.height)
        self._sheet.set_image(_image(page))
        self._sheet.show()
        self._place_sheet()
        self._show_numbers()
        if resized:
            self._draw()

    def _place_sheet(self) -> None:
        scale = self._scale()
        width, height = self._paper_size
        self._sheet.resize(round(width * scale) + 3, round(height * scale) + 3)

    def _show_numbers(self) -> None:
        self._bar.show_numbers(self.page, self._count)
        self.page_shown.emit(self.page, self._count)


def _image(page: PageImage) -> QImage:
    shown = QImage(
        page.pixels,
        page.pixel_width,
        page.pixel_height,
        page.stride,
        QImage.Format.Format_RGB32,
    )
    return shown.copy()  # an image of its own: `pixels` goes when this returns
