"""Small pictures as files."""

import io
from typing import Any

from PIL import Image


def picture(
    kind: str = "PNG",
    mode: str = "RGB",
    size: tuple[int, int] = (30, 20),
    colour: str | int = 0,
    **options: Any,
) -> bytes:
    """The bytes of a picture of one colour, black unless said otherwise; clear where it can be."""
    kept = io.BytesIO()
    Image.new(mode, size, colour).save(kept, kind, **options)
    return kept.getvalue()
