"""Pages of a PDF as images, drawn by PDFium under its lock."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from signatories import pdfium

PdfSource = bytes | Path


@dataclass(frozen=True, slots=True)
class PageImage:
    """One drawn page: its pixels (32 bit, blue first), and where it stands in its PDF. Sizes in points."""

    number: int
    count: int
    width: float
    height: float
    pixel_width: int
    pixel_height: int
    stride: int
    pixels: bytes


def draw_page(source: PdfSource, number: int, scale: float) -> PageImage:
    """Draw a page, counted from 0, at `scale` pixels a point. A number past the end is the last page."""
    with pdfium.LOCK, pypdfium2.PdfDocument(source) as document:
        count = len(document)
        number = max(0, min(number, count - 1))
        page = document[number]
        bitmap = page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        width, height = page.get_size()
        return PageImage(
            number,
            count,
            width,
            height,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            bytes(bitmap.buffer),
        )
