"""The fonts inside a PDF: only the glyphs that are shown, at their weight, and what each stands for."""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

import uharfbuzz

from signatories.exports.pdf.objects import THOROUGH, ObjectFile
from signatories.exports.pdf.values import Entries, dictionary, ref
from signatories.typesetting.fonts import BOLD, Face

_BLOCK = 100  # entries that one block of a character map may have
_UNUSED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "meta", "name")
_BOX = slice(36, 44)  # of the head table: the smallest box around all glyphs
_SERIF, _SYMBOLIC, _ITALIC = 1 << 1, 1 << 2, 1 << 6
_NEEDS_ESCAPE = frozenset(b"()\\\r")


class Code(NamedTuple):
    """What page streams write for a glyph. `width`: what a viewer moves on after it, in thousandths of the size."""

    number: int
    content: bytes
    width: float


class UsedFont:
    """A face as far as one PDF uses it.

    A glyph has a code for each text that it stands for, so that what is copied from a viewer is the
    text as it was written, whatever shapes it took. Codes are numbered so that none needs an escape.
    """

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.name = f"F{number}"
        self._codes: dict[tuple[int, str], Code] = {}
        self._operators: dict[float, bytes] = {}
        self._numbers = _numbers()

    def code(self, glyph: int, text: str) -> Code:
        """The code of the glyph where it stands for the text."""
        code = self._codes.get((glyph, text))
        if code is None:
            number = next(self._numbers)
            width = round(self.face.font.get_glyph_h_advance(glyph) * self.face.unit, 2)
            code = self._codes[glyph, text] = Code(number, number.to_bytes(2, "big"), width)
        return code

    def operator(self, size: float) -> bytes:
        """The operator that sets the font at a size."""
        operator = self._operators.get(size)
        if operator is None:
            operator = self._operators[size] = f"/{self.name} {size:g} Tf".encode()
        return operator

    def add_to(self, file: ObjectFile) -> int:
        """Write the font's objects; return the number that resources name."""
        subset = _subset(self.face, {glyph for glyph, _ in self._codes})
        name = f"/{_tag(subset.data)}+{self.face.name}"
        glyphs, widths = self._tables(subset)
        descendant: Entries = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "FontDescriptor": ref(_add_descriptor(file, self.face, name, subset)),
            "CIDToGIDMap": ref(file.add_stream(glyphs, level=THOROUGH)),
            "DW": 1000,
            "W": f"[0 [{widths}]]",
        }
        spoken = "\n".join(_map_lines(self._spoken())).encode()
        font: Entries = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": (ref(file.add(dictionary(descendant))),),
            "ToUnicode": ref(file.add_stream(spoken, level=THOROUGH)),
        }
        return file.add(dictionary(font))

    def _tables(self, subset: "_Subset") -> tuple[bytes, str]:
        """For each code, also those left out: its glyph in the subset in two bytes; its width."""
        last = max((code.number for code in self._codes.values()), default=0)
        glyphs, widths = bytearray(2 * last + 2), ["0"] * (last + 1)
        for (glyph, _), code in self._codes.items():
            struct.pack_into(">H", glyphs, 2 * code.number, subset.numbers[glyph])
            widths[code.number] = f"{code.width:g}"
        return bytes(glyphs), " ".join(widths)

    def _spoken(self) -> list[tuple[int, str]]:
        return [(code.number, text) for (_, text), code in self._codes.items() if text]


class _Subset(NamedTuple):
    """The outlines of the used glyphs at the face's weight; their numbers, old to new; their box."""

    data: bytes
    numbers: dict[int, int]
    box: tuple[int, ...]


def _numbers() -> Iterator[int]:
    """The codes from 1, without those of which a byte would need an escape in a string."""
    return (code for code in count(1) if _NEEDS_ESCAPE.isdisjoint(code.to_bytes(2, "big")))


def _subset(face: Face, glyphs: Iterable[int]) -> _Subset:
    request = uharfbuzz.SubsetInput()
    request.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
    request.pin_all_axes_to_default(face.outlines)
    request.pin_axis_location(face.outlines, "wght", face.weight)
    plan = uharfbuzz.SubsetPlan(face.outlines, request)
    font = plan.execute()
    box = struct.unpack(">4h", font.reference_table("head").data[_BOX])
    return _Subset(bytes(font.blob.data), dict(plan.old_to_new_glyph_mapping), box)


def _add_descriptor(file: ObjectFile, face: Face, name: str, subset: _Subset) -> int:
    metric = uharfbuzz.OTMetricsTag.CAP_HEIGHT
    capitals = face.font.get_metric_position_with_fallback(metric)
    program = file.add_stream(subset.data, {"Length1": len(subset.data)}, level=THOROUGH)
    descriptor: Entries = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": _SYMBOLIC | _SERIF * face.serif | _ITALIC * face.italic,
        "FontBBox": [round(edge * face.unit) for edge in subset.box],
        "ItalicAngle": -12 if face.italic else 0,
        "Ascent": round(face.ascent * 1000),
        "Descent": -round(face.descent * 1000),
        "CapHeight": round(capitals * face.unit),
        "StemV": 140 if face.weight == BOLD else 80,
        "FontFile2": ref(program),
    }
    return file.add(dictionary(descriptor))


def _tag(subset: bytes) -> str:
    """Six capitals that tell subsets of one font apart."""
    digest = hashlib.sha256(subset).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _map_lines(spoken: list[tuple[int, str]]) -> Iterator[str]:
    """The ToUnicode map, in blocks that every viewer reads."""
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(spoken), _BLOCK):
        block = spoken[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        for code, text in block:
            yield f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"
