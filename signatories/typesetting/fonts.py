"""The faces that text is set in: where their files are, what they cover, in which order they are asked."""

from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz

from signatories import language_tags

REGULAR, BOLD = 400, 700
_INVISIBLE = (0x200B, 0x200C, 0x034F)  # characters that some face gives an empty glyph


class FontFile(NamedTuple):
    """A font file of an installed package, by its path inside the package."""

    package: str
    inner_path: str

    @property
    def path(self) -> Path:
        """Where the file is on this computer."""
        return Path(str(files(self.package).joinpath(self.inner_path)))


def _noto(name: str) -> FontFile:
    return FontFile("manimgx_fonts", f"NotoSans{name}[wght].ttf")


def _han(letters: str) -> FontFile:
    path = f"fonts/ofl/notosans{letters.lower()}/NotoSans{letters}[wght].ttf"
    return FontFile("justmytype_intl_cjk", path)


SERIF = FontFile("fontpkg_noto_serif", "files/NotoSerif[wdth,wght].ttf")
SERIF_ITALIC = FontFile("fontpkg_noto_serif", "files/NotoSerif-Italic[wdth,wght].ttf")
SANS = _noto("")
SANS_ITALIC = _noto("-Italic")
SYMBOLS = _noto("Symbols")
HAN = {letters: _han(letters) for letters in ("SC", "TC", "JP", "KR")}
BY_SCRIPT = {
    "Arab": _noto("Arabic"),
    "Armn": _noto("Armenian"),
    "Beng": _noto("Bengali"),
    "Deva": _noto("Devanagari"),
    "Ethi": _noto("Ethiopic"),
    "Geor": _noto("Georgian"),
    "Gujr": _noto("Gujarati"),
    "Guru": _noto("Gurmukhi"),
    "Hebr": _noto("Hebrew"),
    "Khmr": _noto("Khmer"),
    "Knda": _noto("Kannada"),
    "Laoo": _noto("Lao"),
    "Mlym": _noto("Malayalam"),
    "Mymr": _noto("Myanmar"),
    "Orya": _noto("Oriya"),
    "Sinh": _noto("Sinhala"),
    "Taml": _noto("Tamil"),
    "Telu": _noto("Telugu"),
    "Thai": _noto("Thai"),
}

_HAN_BY_COUNTRY = {"TW": "TC", "HK": "TC", "MO": "TC", "JP": "JP", "KR": "KR", "KP": "KR"}
_HAN_BY_LANGUAGE = {"ja": "JP", "ko": "KR"}


class Face:
    """One file at one weight. Opened when first asked, and then kept; nothing is read at import."""

    def __init__(self, file: FontFile, weight: int) -> None:
        self.file = file
        self.weight = weight

    @property
    def name(self) -> str:
        """A PostScript name that no other face has."""
        stem, _, slant = self.file.path.name.partition("[")[0].partition("-")
        weight = "Bold" if self.weight == BOLD else ""
        return f"{stem}-{weight + slant or 'Regular'}"

    @property
    def italic(self) -> bool:
        """Whether the letters are slanted."""
        return self.file in {SERIF_ITALIC, SANS_ITALIC}

    @property
    def serif(self) -> bool:
        """Whether the letters have serifs."""
        return self.file in {SERIF, SERIF_ITALIC}

    @cached_property
    def outlines(self) -> Any:
        """HarfBuzz's face of the whole, variable file."""
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.file.path)))

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font at this weight."""
        font = uharfbuzz.Font(self.outlines)
        font.set_variations({"wght": self.weight})
        return font

    @cached_property
    def unit(self) -> float:
        """Thousandths of the type size in one unit of the font."""
        return 1000 / float(self.outlines.upem)

    @cached_property
    def coverage(self) -> Any:
        """The code points with a glyph, to be asked with `in`."""
        return self.outlines.unicodes

    @cached_property
    def blank(self) -> int | None:
        """The number of a glyph that shows nothing and has no width, if there is one."""
        numbers = (self.font.get_nominal_glyph(code) for code in _INVISIBLE)
        return next((number for number in numbers if number and self._shows_nothing(number)), None)

    def _shows_nothing(self, glyph: int) -> bool:
        box = self.font.get_glyph_extents(glyph)
        return not self.font.get_glyph_h_advance(glyph) and (box is None or not box.width)

    @cached_property
    def ascent(self) -> float:
        """Of the type size, above the baseline."""
        return float(self.font.get_font_extents("ltr").ascender) * self.unit / 1000

    @cached_property
    def descent(self) -> float:
        """Of the type size, below the baseline; positive."""
        return -float(self.font.get_font_extents("ltr").descender) * self.unit / 1000


@cache
def face(file: FontFile, weight: int) -> Face:
    """The one Face of a file and weight."""
    return Face(file, weight)


def main_file(*, serif: bool, italic: bool) -> FontFile:
    """The file that text is set in as long as it has the characters."""
    if serif:
        return SERIF_ITALIC if italic else SERIF
    return SANS_ITALIC if italic else SANS


@cache
def fallbacks(script: str, language: str, country: str | None, weight: int) -> tuple[Face, ...]:
    """The faces to ask, in this order, for what the main face lacks."""
    own = (BY_SCRIPT[script],) if script in BY_SCRIPT else ()
    han = _han_order(language, country)
    order = dict.fromkeys((*own, SANS, SYMBOLS, *han, *BY_SCRIPT.values()))
    return tuple(face(file, weight) for file in order)


def _han_order(language: str, country: str | None) -> tuple[FontFile, ...]:
    """All four Han faces; a rare character may be in the last one only."""
    first = _HAN_BY_COUNTRY.get(country or "") or _han_of_language(language)
    return (HAN[first], *(file for letters, file in HAN.items() if letters != first))


def _han_of_language(language: str) -> str:
    tag = language_tags.parse(language)
    if tag.language in _HAN_BY_LANGUAGE:
        return _HAN_BY_LANGUAGE[tag.language]
    if len(tag.language) == 2 and tag.language != "zh":
        return "SC"  # no Chinese language: the others have codes of three letters
    return "TC" if language_tags.script_of(tag) == "Hant" else "SC"
