"""What the colours of a file mean: the colour space sRGB as an ICC profile, for files that are to be kept for long."""

import struct
from itertools import accumulate

from signatories.exports.pdf.objects import THOROUGH, ObjectFile
from signatories.exports.pdf.values import Entries, dictionary, ref

_NAME = "sRGB IEC61966-2.1"
_VERSION = 0x04200000  # 4.2, the newest that PDF 1.7 names
_WHITE = (0.9642, 1.0, 0.8249)  # of D50, to which all profiles refer
_RED, _GREEN, _BLUE = (
    (0.4360747, 0.2225045, 0.0139322),
    (0.3850649, 0.7168786, 0.0971045),
    (0.1430804, 0.0606169, 0.7141733),
)
_TO_D50 = (
    *(1.0478112, 0.0228866, -0.0501270),
    *(0.0295424, 0.9904844, -0.0170491),
    *(-0.0092345, 0.0150436, 0.7521316),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def add_output_intent(file: ObjectFile) -> int:
    """Write that the colours are those of sRGB; return the number of the object that says so."""
    profile = file.add_stream(srgb(), {"N": 3}, level=THOROUGH)
    intent: Entries = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": f"({_NAME})",
        "Info": f"({_NAME})",
        "DestOutputProfile": ref(profile),
    }
    return file.add(dictionary(intent))


def srgb() -> bytes:
    """The profile: small, since its curve is a formula, and always the same bytes, since it bears no date of making."""
    curve = b"para" + struct.pack(">4xHxx", 3) + _fixed(*_CURVE)
    tags = {
        b"desc": _words(_NAME),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _place(_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_TO_D50),
        b"rXYZ": _place(_RED),
        b"gXYZ": _place(_GREEN),
        b"bXYZ": _place(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    contents = [content + bytes(-len(content) % 4) for content in dict.fromkeys(tags.values())]
    first = 128 + 4 + 12 * len(tags)
    places = dict(zip(contents, accumulate(map(len, contents), initial=first), strict=False))
    table = struct.pack(">I", len(tags))
    for name, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[padded], len(content))
    return _head(first + sum(map(len, contents))) + table + b"".join(contents)


def _head(size: int) -> bytes:
    """The first 128 bytes: a display's profile from RGB to XYZ, seen in D50."""
    made = (2004, 10, 1, 0, 0, 0)
    head = struct.pack(
        ">I4xI4s4s4s6H4s28x", size, _VERSION, b"mntr", b"RGB ", b"XYZ ", *made, b"acsp"
    )
    return head + _fixed(*_WHITE) + bytes(48)


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _place(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _words(text: str) -> bytes:
    written = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(written), 28) + written
