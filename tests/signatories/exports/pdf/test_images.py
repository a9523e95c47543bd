"""Images in PDFs: seen as they are, each in the file once."""

import hashlib
import io
import re
from itertools import product
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image as Pictures
from PIL.Image import Image as Pixels

from signatories.exports import pdf
from signatories.typesetting.galleys import Galley, Picture, Shade, Shown, Stroke, Upright
from signatories.typesetting.images import Image
from signatories.typesetting.pages import Document, Page, Placed

WIDTH, HEIGHT = 60, 40
CORNERS = ((5, 5), (WIDTH - 6, 5), (5, HEIGHT - 6), (WIDTH - 6, HEIGHT - 6))
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}


def four_corners() -> Pixels:
    """Red, green, blue and white quarters."""
    pixels = Pictures.new("RGB", (WIDTH, HEIGHT))
    places = product((0, HEIGHT // 2), (0, WIDTH // 2))
    for (top, left), colour in zip(places, COLOURS.values(), strict=True):
        pixels.paste(colour, (left, top, left + WIDTH // 2, top + HEIGHT // 2))
    return pixels


def stored(pixels: Pixels, kind: str, **options: object) -> Image:
    file = io.BytesIO()
    pixels.save(file, kind, **options)
    content = file.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    return Image(digest, f"image/{kind.lower()}", content, pixels.width, pixels.height)


def galley(*shown: Shown) -> Galley:
    lines = len(shown)
    return Galley(shown, (0.0,) * lines, (float(HEIGHT),) * lines, (True,) * lines)


def page_of(tmp_path: Path, *galleys: Galley) -> Pixels:
    """What a page of the galleys, one over the other, looks like at a point a pixel."""
    placed = tuple(Placed(0, 0, each, 0, len(each.lines)) for each in galleys)
    document = Document("x", "en", (Page(WIDTH, HEIGHT, placed),))
    pdf.write(tmp_path / "a.pdf", [document], pdf.About("x"))
    with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
        return file[0].render(scale=1).to_pil().convert("RGB")


def shown(tmp_path: Path, image: Image) -> list[tuple[int, ...]]:
    """The colours in the corners of a page that the image fills."""
    page = page_of(tmp_path, galley(Picture(0, 0, WIDTH, HEIGHT, image)))
    return [page.getpixel(corner) for corner in CORNERS]


def near(colours: list[tuple[int, ...]], expected: list[tuple[int, ...]], by: int = 12) -> bool:
    pairs = zip(colours, expected, strict=True)
    return all(abs(a - b) <= by for one, other in pairs for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("RGB", "JPEG"),
        ("RGBA", "PNG"),
    ],
)
def test_colours_are_seen_as_they_are(tmp_path: Path, mode: str, kind: str) -> None:
    image = stored(four_corners().convert(mode), kind)
    assert near(shown(tmp_path, image), list(COLOURS.values()))


@pytest.mark.parametrize(("mode", "white"), [("1", 1), ("L", 255)])
def test_grey_of_any_depth_is_seen_as_it_is(tmp_path: Path, mode: str, white: int) -> None:
    pixels = Pictures.new(mode, (WIDTH, HEIGHT), 0)
    grey = white // 2
    for x, y in product(range(WIDTH // 2), range(HEIGHT)):
        pixels.putpixel((x, y), white)
    for x, y in product(range(WIDTH // 2, WIDTH), range(HEIGHT // 2)):
        pixels.putpixel((x, y), grey)
    half = round(255 * grey / white)
    expected = [(255,) * 3, (half,) * 3, (255,) * 3, (0,) * 3]
    assert near(shown(tmp_path, stored(pixels, "PNG")), expected, by=2)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_lies_behind_shows_through(tmp_path: Path, mode: str) -> None:
    pixels = Pictures.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 255))
    pixels.paste((0, 0, 0, 0), (0, 0, WIDTH // 2, HEIGHT))
    image = stored(pixels.convert(mode), "PNG")
    colours = page_of(
        tmp_path,
        galley(Shade(0, 0, WIDTH, HEIGHT, 0.5), Picture(0, 0, WIDTH, HEIGHT, image)),
    )
    assert colours.getpixel((5, 5)) == pytest.approx((128,) * 3, abs=2)
    assert colours.getpixel((WIDTH - 5, 5)) == (0, 0, 0)


def test_a_photograph_is_in_the_file_as_it_came_and_once(tmp_path: Path) -> None:
    image = stored(four_corners(), "JPEG")
    again = Image(image.digest, image.media_type, image.content, image.width, image.height)
    galleys = [galley(Picture(0, 0, 20, 10, each)) for each in (image, again, again)]
    page = page_of(tmp_path, *galleys, galleys[0])
    assert near([page.getpixel((2, 2))], [COLOURS["red"]])
    raw = (tmp_path / "a.pdf").read_bytes()
    assert raw.count(image.content) == 1
    assert len(re.findall(rb"/Subtype /Image", raw)) == 1


@pytest.mark.parametrize(("kind", "mode"), [("GIF", "RGB"), ("TIFF", "RGB"), ("JPEG", "CMYK")])
def test_what_was_not_made_fit_for_print_leaves_no_file(
    tmp_path: Path, kind: str, mode: str
) -> None:
    with pytest.raises((SyntaxError, KeyError)):
        shown(tmp_path, stored(four_corners().convert(mode), kind))
    assert list(tmp_path.iterdir()) == []


def test_rules_and_shades_stand_where_they_are_set(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        galley(Stroke(10, 5, 30, 2), Upright(50, 10, 20, 2), Shade(0, 30, WIDTH, 10, 0.8)),
    )
    dark = {
        (x, y)
        for x, y in product(range(WIDTH), range(HEIGHT))
        if page.getpixel((x, y)) == (0, 0, 0)
    }
    across = set(product(range(10, 40), (4, 5)))
    upright = set(product((49, 50), range(10, 30)))
    assert dark == across | upright
    assert page.getpixel((30, 35)) == pytest.approx((204,) * 3, abs=1)
