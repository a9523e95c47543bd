"""The real PDF on its desk: drawn, turned, fitted, replaced."""

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.fakes import ImmediateJobs
from ui.pdf_pages import draw_page
from ui.theme import DARK, dress
from ui.widgets.page_view import PageView, Sheet

A4 = (595, 842)


def pdf(*colours: str, size: tuple[int, int] = A4) -> bytes:
    """A PDF with one page a colour, filled to its edge."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size)
    for colour in colours:
        canvas.setFillColor(colour)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qtbot: QtBot, jobs: ImmediateJobs) -> PageView:
    made = PageView(jobs)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def middle(view: PageView) -> str:
    sheet = view.findChildren(Sheet)[0]
    image = sheet.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def words(view: PageView) -> str:
    return next(label.text() for label in view.findChildren(QLabel) if label.text())


def button(view: PageView, name: str) -> QToolButton | QPushButton:
    every = [*view.findChildren(QToolButton), *view.findChildren(QPushButton)]
    return next(b for b in every if name in (b.accessibleName(), b.text()))


def test_pages_are_turned(view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red", "blue"))
    jobs.settle()
    assert (middle(view), words(view)) == ("#ff0000", "Page 1 of 2")
    assert not button(view, "Previous page").isEnabled()
    button(view, "Next page").click()
    jobs.settle()
    assert (middle(view), words(view)) == ("#0000ff", "Page 2 of 2")
    assert not button(view, "Next page").isEnabled()


def test_keys_turn_pages_too(qtbot: QtBot, view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red", "blue"))
    jobs.settle()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    jobs.settle()
    assert middle(view) == "#0000ff"


def test_the_whole_page_fits_or_shows_at_its_true_size(view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red"))
    jobs.settle()
    sheet = view.findChildren(Sheet)[0]
    assert sheet.height() < view.height()
    button(view, "100 %").click()
    jobs.settle()
    assert sheet.width() == pytest.approx(595 * view.logicalDpiX() / 72, abs=4)
    button(view, "Fit").click()
    jobs.settle()
    assert sheet.height() < view.height()


def test_a_shorter_pdf_shows_its_last_page(view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red", "blue"))
    jobs.settle()
    view.show_page(2)
    jobs.settle()
    view.show_pdf(pdf("lime"))
    jobs.settle()
    assert (middle(view), words(view)) == ("#00ff00", "Page 1 of 1")


def test_first_pages_are_shown_while_others_are_made(view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red", "blue", "red"))
    jobs.settle()
    view.show_begun(pdf("lime"), 1)
    jobs.settle()
    assert (middle(view), words(view)) == ("#00ff00", "Page 1 of 3")
    button(view, "Next page").click()
    jobs.settle()
    assert middle(view) == "#00ff00"  # until the next page is there
    view.show_pdf(pdf("lime", "yellow"))
    jobs.settle()
    assert (middle(view), words(view)) == ("#ffff00", "Page 2 of 2")


def test_other_paper_has_its_own_shape(view: PageView, jobs: ImmediateJobs) -> None:
    view.show_pdf(pdf("red", size=(842, 595)))
    jobs.settle()
    sheet = view.findChildren(Sheet)[0]
    assert sheet.width() / sheet.height() == pytest.approx(842 / 595, rel=0.02)


def test_paper_is_white_in_the_dark(
    qapp: QApplication, view: PageView, jobs: ImmediateJobs
) -> None:
    view.show_pdf(pdf("white"))
    jobs.settle()
    dress(qapp, Qt.ColorScheme.Dark)
    try:
        assert QColor(DARK.surface).lightness() < 60
        assert middle(view) == "#ffffff"
    finally:
        dress(qapp, Qt.ColorScheme.Light)


def test_a_drawing_is_as_sharp_as_asked(qapp: QApplication) -> None:
    page = draw_page(pdf("red"), 0, 2.0)
    assert (page.pixel_width, page.pixel_height) == (1190, 1684)
    assert len(page.pixels) == page.stride * page.pixel_height


def test_the_page_is_shown_pixel_by_pixel_as_it_was_drawn(
    view: PageView, jobs: ImmediateJobs
) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for row in range(40):
        canvas.drawString(50, 40 + 20 * row, "Thin strokes show every blur.")
    canvas.save()
    view.show_pdf(file.getvalue())
    jobs.settle()
    shown = view.findChildren(Sheet)[0].grab().toImage()
    drawn = draw_page(file.getvalue(), 0, view._scale())
    for x in range(0, drawn.pixel_width - 2, 3):
        at = drawn.stride * (drawn.pixel_height // 2) + 4 * x
        blue, green, red = drawn.pixels[at : at + 3]
        assert shown.pixelColor(x + 1, drawn.pixel_height // 2 + 1).getRgb()[:3] == (
            red,
            green,
            blue,
        )
