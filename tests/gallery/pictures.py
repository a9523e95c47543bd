"""Invented logos and a scanned hand, drawn here."""

import hashlib
import io

from PIL import Image as Canvas
from PIL import ImageDraw

from signatories.typesetting.images import Image


def _image(canvas: Canvas.Image) -> Image:
    file = io.BytesIO()
    canvas.save(file, "PNG")
    content = file.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    return Image(digest, "image/png", content, canvas.width, canvas.height)


def _logo(width: int, height: int, colour: str) -> Image:
    """A disc on a coloured board, with nothing around it."""
    canvas = Canvas.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(canvas)
    pen.rounded_rectangle((0, 0, width - 1, height - 1), radius=20, fill=colour)
    side = min(width, height) - 40
    pen.ellipse((20, 20, 20 + side, 20 + side), fill="white")
    return _image(canvas)


def _scan() -> Image:
    """A hand on grey paper."""
    canvas = Canvas.new("L", (420, 140), 245)
    stroke = [(20 + 8 * step, 70 + (37 * step * step) % 90 - 45) for step in range(46)]
    ImageDraw.Draw(canvas).line(stroke, fill=20, width=4, joint="curve")
    return _image(canvas)


LOGOS = {
    "wide": _logo(600, 180, "#285a8c"),
    "tall": _logo(200, 420, "#8c3a28"),
    "square": _logo(300, 300, "#2d7a46"),
}
SCAN = _scan()
