"""The fonts inside a PDF: only the glyphs that are shown, at their weight, and what each stands for."""

import hashlib
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from signatories.typesetting.fonts import BOLD, Face

_BLOCK = 100  # entries that one block of a character map may have
_UNUSED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "meta", "name")
_BOX = slice(36, 44)  # of the head table: the smallest box around all glyphs
_SERIF, _SYMBOLIC, _ITALIC = 1 << 1, 1 << 2, 1 << 6


class UsedFont:
    """A face as far as one PDF uses it. `name`: what page streams call it.

    A glyph has a code for each text that it stands for, so that what is copied from a viewer is the
    text as it was written, whatever shapes it took.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[float] = [0]

    def code(self, glyph: int, text: str) -> int:
        """What page streams write for the glyph where it stands for the text."""
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = len(self._widths)
            advance = self.face.font.get_glyph_h_advance(glyph)
            self._widths.append(round(advance * self.face.unit, 2))
        return code

    def width(self, code: int) -> float:
        """What a viewer moves on after the code, in thousandths of the type size."""
        return self._widths[code]

    def add_to(self, document: Any) -> Any:
        """Add the font's objects to ReportLab's document; return the reference for page resources."""
        subset = self._subset()
        name = pdfdoc.PDFName(f"{_tag(subset.data)}+{self.face.name}")
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=name,
            CIDSystemInfo="<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            FontDescriptor=document.Reference(self._descriptor(document, name, subset)),
            CIDToGIDMap=document.Reference(_stream(_glyph_map(self._codes, subset.numbers))),
            DW=1000,
            W=f"[0 [{' '.join(f'{width:g}' for width in self._widths)}]]",
        )
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=name,
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=document.Reference(_stream(_character_map(self._codes))),
        )
        return document.Reference(font)

    def _subset(self) -> "_Subset":
        face = self.face
        request = uharfbuzz.SubsetInput()
        request.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        request.glyph_set.update(glyph for glyph, _ in self._codes)
        request.drop_table_tag_set.update(
            int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES
        )
        request.pin_all_axes_to_default(face.outlines)
        request.pin_axis_location(face.outlines, "wght", face.weight)
        plan = uharfbuzz.SubsetPlan(face.outlines, request)
        font = plan.execute()
        box = struct.unpack(">4h", font.reference_table("head").data[_BOX])
        return _Subset(bytes(font.blob.data), dict(plan.old_to_new_glyph_mapping), box)

    def _descriptor(self, document: Any, name: str, subset: "_Subset") -> Any:
        face, metric = self.face, uharfbuzz.OTMetricsTag
        capitals = face.font.get_metric_position_with_fallback(metric.CAP_HEIGHT)
        flags = _SYMBOLIC | _SERIF * face.serif | _ITALIC * face.italic
        return _dictionary(
            Type="/FontDescriptor",
            FontName=name,
            Flags=flags,
            FontBBox=pdfdoc.PDFArray([round(edge * face.unit) for edge in subset.box]),
            ItalicAngle=-12 if face.italic else 0,
            Ascent=round(face.ascent * 1000),
            Descent=-round(face.descent * 1000),
            CapHeight=round(capitals * face.unit),
            StemV=140 if face.weight == BOLD else 80,
            FontFile2=document.Reference(_stream(subset.data, Length1=len(subset.data))),
        )


class _Subset(NamedTuple):
    """The outlines of the used glyphs at the face's weight; their numbers, old to new; their box."""

    data: bytes
    numbers: dict[int, int]
    box: tuple[int, ...]


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _stream(content: bytes, **entries: Any) -> Any:
    return pdfdoc.PDFStream(_dictionary(**entries), content, filters=[pdfdoc.PDFZCompress])


def _tag(subset: bytes) -> str:
    """Six capitals that tell subsets of one font apart."""
    digest = hashlib.sha256(subset).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _glyph_map(codes: dict[tuple[int, str], int], numbers: dict[int, int]) -> bytes:
    """Two bytes for each code: the glyph that it shows. Codes are counted from 1."""
    shown = (numbers[glyph] for glyph, _ in codes)
    return b"".join(number.to_bytes(2, "big") for number in (0, *shown))


def _character_map(codes: dict[tuple[int, str], int]) -> bytes:
    """The ToUnicode map, in blocks that every viewer reads."""
    return "\n".join(
        _map_lines([(code, text) for (_, text), code in codes.items() if text])
    ).encode()


def _map_lines(spoken: list[tuple[int, str]]) -> Iterator[str]:
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
